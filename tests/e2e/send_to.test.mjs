// Where answers go: the organiser says it, it travels in the survey, and a person gets one large button for it. No
// page asks another host for anything: the buttons are links that a person presses.

import assert from "node:assert/strict";
import { camera, hold } from "./camera.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, download, eventually, hasFocus, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const card = (page) => page.getByRole("region", { name: "Where do answers go?" });
const ways = (page) => card(page).getByRole("listitem");

/** Adds a way to send on the screen that hands the survey out. */
async function addWay(page, how, { to, name }) {
  await press(card(page), "Add a way to send");
  await card(page).getByLabel("How do people send them?").selectOption(how);
  if (to) await card(page).getByLabel(how === "Email" ? "Email address" : "Mobile number").fill(to);
  if (name) await card(page).getByLabel(/^Who /).fill(name);
  await press(card(page), "Save");
}

async function writeWithWays(page, all, { after } = {}) {
  await people.writeSurvey(page, FOUR_KINDS);
  await people.goTo(page, "Share");
  for (const [how, way] of all) await addWay(page, how, way);
  await eventually(async () => assert.equal(await ways(page).count(), all.length));
  if (after) await field(page, "What happens next?").fill(after);
  await people.goTo(page, "Questions");
}

const published = (all, more) => people.publishedBy((page) => writeWithWays(page, all, more));

const survey = published(
  [
    ["Email", { to: "jo@example.org", name: "Jo at the day centre" }],
    ["Text message", { to: "07700 900123" }],
    ["WhatsApp", { to: "+44 7700 900123" }],
    ["Give them to a person", { name: "Jo" }],
  ],
  { after: "We read all answers in May." },
);

async function atWaysToSend(stage, made) {
  const page = await stage.open(PHONE, (await made(stage)).link, { prepare: stayHere });
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  await people.toSend(page);
  await people.atSend(page);
  return page;
}

/** A browser of a test has no apps. What a press would open is noted. */
function stayHere() {
  window.opened = [];
  const note = (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    window.opened.push(link.href);
  };
  addEventListener("click", note);
}

const opened = (page) => page.evaluate(() => window.opened);

story("what an organiser writes is checked, can be changed, moved, removed and undone", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await people.goTo(page, "Share");
  await card(page).getByText("Many stop there.").waitFor();
  await addWay(page, "Email", { to: "jo at example" });
  const address = card(page).getByLabel("Email address");
  await hasFocus(address);
  await card(page).getByText("Write one email address, like jo@example.org.").waitFor();
  assert.equal(await address.getAttribute("aria-invalid"), "true");
  await address.fill("jo@example.org");
  await press(card(page), "Save");
  await hasFocus(card(page).getByRole("heading", { name: "Where do answers go?" }));
  await addWay(page, "Text message", { to: "085 012 3456" });
  await card(page).getByText("Write the number with its country’s code").waitFor();
  await card(page).getByLabel("Mobile number").fill("07700 900 123");
  await press(card(page), "Save");
  await ways(page).filter({ hasText: "Text message 07700900123" }).waitFor();
  await card(page).getByText("The button uses the number as +447700900123.").waitFor();
  await press(card(page), "Put first: Text message 07700900123");
  await ways(page).first().getByText("Text message").waitFor();
  await press(card(page), "Change: Email jo@example.org");
  await card(page).getByLabel(/^Who gets them/).fill("Jo");
  await press(card(page), "Save");
  await ways(page).filter({ hasText: "Email jo@example.org (Jo)" }).waitFor();
  await press(card(page), "Remove: Email jo@example.org (Jo)");
  await eventually(async () => assert.equal(await ways(page).count(), 1));
  await people.undo(page).click();
  await ways(page).filter({ hasText: "Email jo@example.org (Jo)" }).waitFor();
  await page.reload();
  await eventually(async () => assert.equal(await ways(page).count(), 2, "it is saved"));
});

story("a way that is put first while it is changed takes no other's place", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await people.goTo(page, "Share");
  await addWay(page, "Email", { to: "jo@example.org" });
  await addWay(page, "Email", { to: "team@example.org" });
  await press(card(page), "Change: Email team@example.org");
  await card(page).getByLabel("Email address").waitFor();
  await press(card(page), "Put first: Email team@example.org");
  await ways(page).first().getByText("team@example.org").waitFor();
  await card(page).getByLabel("Email address").waitFor({ state: "detached" });
  await press(card(page), "Change: Email jo@example.org");
  await people.undo(page).click();
  await ways(page).first().getByText("jo@example.org").waitFor();
  await card(page).getByLabel("Email address").fill("jo.new@example.org");
  await press(card(page), "Save");
  await ways(page).filter({ hasText: "jo.new@example.org" }).waitFor();
  await ways(page).filter({ hasText: "team@example.org" }).waitFor();
  assert.equal(await ways(page).count(), 2);
});

story("who publishes without saying where answers go is told kindly what people miss", async (stage) => {
  const made = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
  const page = await people.organiserAt(stage, await made(stage), "share");
  await page.getByText("You have not said where answers go.").waitFor();
  await press(page, "Say where answers go");
  await hasFocus(card(page).getByRole("heading", { name: "Where do answers go?" }));
  await addWay(page, "Email", { to: "jo@example.org" });
  await card(page).getByText("Publish again so that people see this.").waitFor();
  assert.equal(await page.getByText("You have not said where answers go.").count(), 0);
  await press(card(page), "Publish again");
  await page.getByText("Version 2 is published.").waitFor();
  assert.equal(await page.getByText("Publish again so that people see this.").count(), 0);
});

story("Publish asks where answers go before the first link, and that makes no second version", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await press(page, "Publish");
  await page.getByText("Nothing is published yet. Say where answers go").waitFor();
  await hasFocus(card(page).getByRole("heading", { name: "Where do answers go?" }));
  await card(page).getByLabel("Email address").fill("jo@example.org");
  await press(card(page), "Save");
  await ways(page).filter({ hasText: "Email jo@example.org" }).waitFor();
  assert.equal(await button(page, "Skip for now").count(), 0);
  await press(page, "Publish");
  await page.getByText("Version 1 is published.").waitFor();
  assert.equal(await page.getByText("You have not said where answers go.").count(), 0);
});

story("one large button opens an email with everything in it, and the page says to press Send there", async (stage) => {
  const page = await atWaysToSend(stage, survey);
  const email = page.getByRole("link", { name: "Email my answers" });
  await page.getByText("To ⁨Jo at the day centre⁩ (⁨jo@example.org⁩). Your email opens. Press Send there.").waitFor();
  const url = new URL(await email.getAttribute("href"));
  assert.equal(`${url.protocol}${url.pathname}`, "mailto:jo@example.org");
  assert.equal(url.searchParams.get("subject"), "My answers to “Four kinds”");
  const message = url.searchParams.get("body");
  assert.equal(await people.button(page, "I have sent my answers").count(), 0);
  await email.click();
  await page.getByRole("status").filter({ hasText: "Nothing is sent until you press Send there." }).waitFor();
  assert.deepEqual(await opened(page), [url.href]);
  await press(page, "I have sent my answers");
  await people.atDone(page);
  await page.getByText("We read all answers in May.").waitFor();
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, message);
  await organiser.getByText("1 new answer.").waitFor();
});

story("text message and WhatsApp are folded, and hold the link too", async (stage) => {
  const page = await atWaysToSend(stage, survey);
  await page.getByText("Other ways to send").click();
  const link = (name) => page.getByRole("link", { name }).getAttribute("href");
  const text = await link("Text my answers");
  assert.match(text, /^sms:\+447700900123\?&body=http/);
  assert.match(decodeURIComponent(text), /body=http\S+#ask-answer\.[\w-]+$/);
  const whatsApp = new URL(await link("Send my answers by WhatsApp"));
  assert.equal(`${whatsApp.origin}${whatsApp.pathname}`, "https://wa.me/447700900123");
  assert.match(whatsApp.searchParams.get("text"), /#ask-answer\.[\w-]+$/);
  await page.getByRole("link", { name: "Send my answers by WhatsApp" }).click();
  assert.equal((await opened(page)).length, 1);
  await people.button(page, "Share my answers").or(people.button(page, "Copy my answers")).first().waitFor();
  await people.button(page, "Give my answers to ⁨Jo⁩").waitFor();
});

story("a code goes from the phone's screen into the organiser's camera, and a photo of it too", async (stage) => {
  const made = await survey(stage);
  const phone = await atWaysToSend(stage, survey);
  await phone.getByText("Other ways to send").click();
  await press(phone, "Give my answers to ⁨Jo⁩");
  const code = phone.getByRole("img", { name: "The code with your answers" });
  const picture = await code.screenshot({ type: "png" });
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${made.id}`, { kept: made.kept, prepare: camera });
  await hold(page, picture);
  await press(page, "Scan a code");
  // It stays open, for the next person's.
  const dialog = page.getByRole("dialog", { name: "Scan a code" });
  await dialog.getByText("1 answer read. Hold the next code in front of the camera").waitFor();
  await press(dialog, "Done");
  await page.getByText("1 new answer.").waitFor();
  await people.giveFiles(page, [{ name: "code.png", mimeType: "image/png", buffer: picture }]);
  await page.getByText("1 already added (not counted again).").waitFor();
  await press(phone, "They have my answers");
  await people.atDone(phone);
  await phone.getByText("They have your answers.").waitFor();
});

story("where the first way is a person, the main button shows the code", async (stage) => {
  const page = await atWaysToSend(stage, published([["Give them to a person", { name: "Jo" }]]));
  await press(page, "Give my answers to ⁨Jo⁩");
  await page.getByRole("img", { name: "The code with your answers" }).waitFor();
  assert.equal(await people.button(page, "Show a code to scan").count(), 0);
});

story("answers that are too long for one code are given to a person as many codes, or as a file", async (stage) => {
  const made = published([["Give them to a person", { name: "Jo" }]]);
  const page = await stage.open(PHONE, (await made(stage)).link);
  const long = Array.from({ length: 900 }, (_, number) => number.toString(36)).join(" ");
  await people.answerAll(page, QUESTIONS, ["Yes", undefined, undefined, long], people.BY_KEYS);
  await people.toSend(page);
  await press(page, "Give my answers to ⁨Jo⁩");
  await page.getByText("These are many codes. They change by themselves.").waitFor();
  await page.getByText("Other ways to send").click();
  const { bytes } = await download(page, () => press(page, "Save my answers as a file"));
  assert.match(bytes.toString(), /#ask-answer\.[\w-]+/);
  await page.getByText("To ⁨Jo⁩.").waitFor();
  await press(page, "I have sent my answers");
  await people.atDone(page);
});

story("answers that are too long for an email are copied or saved, and the page says to whom they go", async (stage) => {
  const made = await survey(stage);
  const page = await stage.open(PHONE, made.link);
  const long = Array.from({ length: 900 }, (_, number) => number.toString(36)).join(" ");
  await people.answerAll(page, QUESTIONS, ["Yes", undefined, undefined, long], people.BY_KEYS);
  await people.toSend(page);
  await page.getByText("Your answers are too long for one press.").first().waitFor();
  await page.getByText("Then send them to ⁨Jo at the day centre⁩ (⁨jo@example.org⁩).").waitFor();
  assert.equal(await page.getByRole("link", { name: "Email my answers" }).count(), 0);
  await people.button(page, "Show a code to scan").waitFor();
  await press(page, "Copy my answers");
  await page.getByText("Your answers are copied.").waitFor();
});

story("answers that are too long for the only way can be shared, and no fold is empty", async (stage) => {
  const one = published([["Email", { to: "jo@example.org" }]]);
  const long = Array.from({ length: 900 }, (_, number) => number.toString(36)).join(" ");
  const sheets = { with: "navigator.share = async () => {}", without: "delete Navigator.prototype.share" };
  for (const [sheet, content] of Object.entries(sheets)) {
    const page = await stage.open(PHONE, (await one(stage)).link, { prepare: { content } });
    await people.answerAll(page, QUESTIONS, ["Yes", undefined, undefined, long], people.BY_KEYS);
    await people.toSend(page);
    await page.getByText("Your answers are too long for one press.").waitFor();
    const others = page.getByText("Other ways to send");
    if (sheet === "without") {
      assert.equal(await others.count(), 0);
      continue;
    }
    await others.click();
    await press(page, "Share my answers");
    await people.atDone(page);
  }
});

story("where no way was written down, answers that are too long for a message go as a file first", async (stage) => {
  const page = await stage.open(PHONE, (await published([])(stage)).link);
  const words = Array.from({ length: 1_400 }, (_, number) => ((number * 7_919) % 46_656).toString(36));
  const long = words.join(" ").slice(0, 4_990);
  await people.answerAll(page, QUESTIONS, ["Yes", undefined, undefined, long], people.BY_KEYS);
  await people.toSend(page);
  await page.getByText("Then send them to the person who asked you.").waitFor();
  const buttons = page.getByRole("button", { name: /^(Save my answers as a file|Copy my answers)$/ });
  await eventually(async () =>
    assert.deepEqual(await buttons.allInnerTexts(), ["Save my answers as a file", "Copy my answers"]),
  );
});
