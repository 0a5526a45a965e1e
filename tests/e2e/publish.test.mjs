// Publishing: what stands in the way is listed and leads to its field, a version is frozen when something changed, and
// the link goes out by copy, share sheet and QR code.

import assert from "node:assert/strict";
import Papa from "papaparse";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, download, eventually, hasFocus, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, cardOf, field, press, summary } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** The problems as the summary lists them. */
async function problems(page, expected) {
  await eventually(async () => assert.deepEqual(await summary(page).getByRole("link").allInnerTexts(), expected));
}

/** The field is marked as wrong and says why, or is not. */
async function marked(found, problem) {
  await eventually(async () => {
    assert.equal(await found.getAttribute("aria-invalid"), problem ? "true" : null);
    const described = ((await found.getAttribute("aria-describedby")) ?? "").split(" ");
    const texts = await Promise.all(
      described.filter(Boolean).map((id) => found.page().locator(`[id="${id}"]`).innerText()),
    );
    const said = texts.filter((text) => text === problem);
    assert.equal(said.length, problem ? 1 : 0, `${texts}`);
  });
}

story(
  "an empty survey lists what is missing, with the focus on the list, and each line leads to its field",
  async (stage) => {
    const page = await stage.open(LAPTOP, APP);
    await people.startEmpty(page);
    await soon.ok(async () => !(await summary(page).isVisible()), "nothing is called wrong before it was tried");
    await press(page, "Publish");
    const [title, organisation] = ["Write a title for the survey.", "Write who is asking. People want to know."];
    await problems(page, [title, organisation, "Add a question."]);
    await hasFocus(summary(page));
    await summary(page).getByRole("link", { name: title }).click();
    await hasFocus(field(page, "Title"));
    await marked(field(page, "Title"), title);
    await page.keyboard.type("My survey");
    await marked(field(page, "Title"), undefined);
    await problems(page, [organisation, "Add a question."]);
    await summary(page).getByRole("link", { name: organisation }).click();
    await hasFocus(field(page, "Who is asking?"));
    await marked(field(page, "Who is asking?"), organisation);
    await page.keyboard.type("Team A");
    await summary(page).getByRole("link", { name: "Add a question." }).press("Enter");
    const kinds = page.getByRole("region", { name: "Add a question" });
    await hasFocus(kinds.getByRole("button", { name: "Yes, no, not sure" }));
    await page.keyboard.press("Tab");
    await hasFocus(kinds.getByRole("button", { name: "One choice" }));
    await page.keyboard.press("Enter");
    await hasFocus(field(cardOf(page, 1), "Question"));
    await problems(page, []);
    await marked(field(cardOf(page, 1), "Question"), undefined);
    await page.getByRole("button", { name: "Welcome page", exact: true }).click();
    await problems(page, []);
    await press(page, "Publish");
    await problems(page, [
      "Question 1: write the question.",
      "Question 1: write this choice or remove it.",
      "Question 1: write this choice or remove it.",
    ]);
  },
);

story("problems of questions lead to the card and the choice, and are gone once they are mended", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, {
    title: "Choices",
    organisation: "Team A",
    questions: [
      { kind: "One choice", text: "Tea?", choices: ["Yes", " yes "] },
      { kind: "Several choices", text: "What?", choices: ["Bread"] },
      { kind: "Short answer", text: "" },
    ],
  });
  await press(cardOf(page, 3), "Move up");
  await page.getByRole("button", { name: /^3 · Several choices/ }).click();
  await people.withChoice(cardOf(page, 3), 2, "Remove choice 2");
  await press(page, "Publish");
  const [same, none, few] = [
    "Question 1: two choices say the same. Change one.",
    "Question 2: write the question.",
    "Question 3: add at least 2 choices.",
  ];
  await problems(page, [same, none, few]);
  await summary(page).getByRole("link", { name: same }).click();
  await hasFocus(field(cardOf(page, 1), "Choice 2"));
  await marked(field(cardOf(page, 1), "Choice 2"), "Two choices say the same. Change one.");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("No");
  await marked(field(cardOf(page, 1), "Choice 2"), undefined);
  await problems(page, [none, few]);
  await summary(page).getByRole("link", { name: none }).click();
  await hasFocus(field(cardOf(page, 2), "Question"));
  await page.keyboard.type("Where?");
  await problems(page, [few]);
  await summary(page).getByRole("link", { name: few }).click();
  await hasFocus(cardOf(page, 3).getByRole("group", { name: "Choices" }));
  await press(cardOf(page, 3), "Add a choice");
  await field(cardOf(page, 3), "Choice 2").fill("Soup");
  await page.getByRole("status").filter({ hasText: "All fixed. You can publish now." }).waitFor();
  await summary(page).waitFor({ state: "hidden" });
  await people.publish(page);
  await page.getByText("Version 1 is published.").waitFor();
});

story("what is added after a failed try is only called wrong at the next one", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "", organisation: "Team A", questions: [{ kind: "Short answer", text: "Where?" }] });
  await press(page, "Publish");
  const title = "Write a title for the survey.";
  await problems(page, [title]);
  await people.addQuestion(page, "One choice");
  const card = cardOf(page, 2);
  await field(card, "Question").fill("Tea?");
  await field(card, "Choice 1").fill("Yes");
  await field(card, "Choice 1").fill("");
  await field(card, "Choice 2").focus();
  await people.addQuestion(page, "Information page");
  await problems(page, [title]);
  await building.open(page, "Question 2");
  await marked(field(card, "Choice 1"), undefined);
  await press(page, "Publish");
  const choice = "Question 2: write this choice or remove it.";
  await problems(page, [title, choice, choice, "Page: write the title of this page."]);
});

story("a survey is published where it is shared, with what is still to fix beside the button", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Tea", organisation: "", questions: [{ kind: "Short answer", text: "Where?" }] });
  const share = () => people.goTo(page, "Share");
  await share();
  await page.getByRole("heading", { name: "Publish your survey" }).waitFor();
  const organisation = "Write who is asking. People want to know.";
  await problems(page, [organisation]);
  await press(page, "Publish");
  await hasFocus(summary(page));
  await summary(page).getByRole("link", { name: organisation }).click();
  await hasFocus(field(page, "Who is asking?"));
  await page.keyboard.type("Team A");
  await share();
  await summary(page).waitFor({ state: "hidden" });
  await people.publish(page);
  await page.getByText("Version 1 is published.").waitFor();
  assert.match(await people.linkField(page).inputValue(), /#/);
});

story("publishing again without a change keeps the version and the link", async (stage) => {
  const { link } = await survey(stage);
  const page = await people.organiserAt(stage, await survey(stage), "questions");
  assert.equal(await people.publish(page), link);
  await page.getByText("Version 1 is published.").waitFor();
});

story("an edited survey becomes version 2, and answers to both versions arrive", async (stage) => {
  const { link: first } = await survey(stage);
  const page = await people.organiserAt(stage, await survey(stage), "questions");
  await cardOf(page, 3).getByRole("button").click();
  await field(cardOf(page, 3), "Question").fill("Where is your home?");
  await people.withCard(cardOf(page, 3), "Delete");
  await people.addQuestion(page, "Short answer");
  await field(cardOf(page, 4), "Question").fill("What is new?");
  await people.goTo(page, "Share");
  await page.getByText("This link still shows the survey as it was before.").waitFor();
  await press(page, "Publish again");
  await page.getByText("Version 2 is published.").waitFor();
  const second = await eventually(async () => {
    const link = await people.linkField(page).inputValue();
    assert.notEqual(link, first);
    return link;
  });
  const [tea, eat, live, change] = FOUR_KINDS.questions;
  const old = await stage.open(PHONE, first);
  await people.answerAll(old, [tea, eat, live, change], FOUR_ANSWERS, people.BY_KEYS);
  const messages = [await people.sendByCopy(old)];
  const recent = await stage.open(PHONE, second);
  const news = { kind: "Short answer", text: "What is new?" };
  await people.answerAll(recent, [tea, eat, change, news], ["No", undefined, "Nothing", "A cat"], people.BY_KEYS);
  messages.push(await people.sendByCopy(recent));

  await people.goTo(page, "Add answers");
  await people.paste(page, messages.join("\n"));
  await page.getByText("2 new answers.").waitFor();
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "2 people answered" }).waitFor();
  for (const words of ["By the sea", "A cat", "Nothing"]) await page.getByText(words, { exact: true }).waitFor();
  const { data } = Papa.parse(String((await people.downloadCsv(page)).bytes), {
    newline: "\r\n",
    skipEmptyLines: true,
  });
  const [header, ...rows] = data.map((row) => [row[1], ...row.slice(people.IN_FRONT.length)]);
  assert.deepEqual(header.slice(5, 7), [live.text, change.text], "the deleted question keeps its column");
  assert.equal(header.at(-1), news.text, "what is new comes last");
  const noHelp = ["", "", "", "", ""];
  assert.deepEqual(rows.sort(), [
    ["1", "Yes", "Bread", "", "Soup", "By the sea", "More tea.\nLess rain.", ...noHelp, ""],
    ["2", "No", "", "", "", "", "Nothing", ...noHelp, "A cat"],
  ]);
});

story("the link is copied, and shared where there is a share sheet", async (stage) => {
  const { link, id, kept } = await survey(stage);
  const prepare = { content: "window.shared = []; navigator.share = async (data) => void window.shared.push(data);" };
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept, prepare });
  await press(page, "Copy the link");
  await page.getByRole("status").filter({ hasText: "The link is copied." }).waitFor();
  await soon.equal(() => clipboard(page), link);
  await press(page, "Share the link");
  await page.getByRole("status").filter({ hasText: "The link went to the app you picked." }).waitFor();
  await soon.deepEqual(() => page.evaluate(() => window.shared), [{ title: "Four kinds", text: `Four kinds\n${link}` }]);
});

story("without a share sheet there is no share button, and the link opens in a new tab to try", async (stage) => {
  const { link, id, kept } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, {
    kept,
    prepare: { content: "delete Navigator.prototype.share" },
  });
  await people.button(page, "Copy the link").waitFor();
  await soon.equal(() => page.getByRole("button", { name: "Share the link" }).count(), 0);
  const tab = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /^Preview as a participant/ }).click();
  await people.button(await tab, "Start").waitFor();
  assert.equal((await tab).url(), link);
});

story("where the browser refuses to copy, the link is marked", async (stage) => {
  const { link, id, kept } = await survey(stage);
  const prepare = {
    content: "if (navigator.clipboard) navigator.clipboard.writeText = async () => { throw new Error('no') }",
  };
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept, prepare });
  await press(page, "Copy the link");
  await page.getByText("The link is marked. Copy it yourself.").waitFor();
  await hasFocus(people.linkField(page));
  const isMarked = ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd);
  await soon.equal(() => people.linkField(page).evaluate(isMarked), link);
});

story("the link has a QR code that can be saved", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  await page.getByRole("img", { name: "QR code of the survey link" }).waitFor();
  const { name, bytes } = await download(page, () => press(page, "Save the QR code"));
  assert.equal(name, "survey-qr-code.svg");
  assert.match(String(bytes), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<path d="M4 4h7/);
});

story("a survey too long for a QR code says so, and its link still works", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  // Words that do not get shorter when they are packed.
  let seed = 1;
  const letter = () => String.fromCodePoint(0x4e00 + ((seed = (seed * 48271) % 2147483647) % 8000));
  const welcome = Array.from({ length: 1800 }, letter).join("");
  await people.writeSurvey(page, { ...FOUR_KINDS, welcome });
  const link = await people.publish(page);
  await page.getByText("This survey is too long for a QR code.").waitFor();
  await page.getByText(/It is too long for a text message, Outlook or WhatsApp\./).waitFor();
  await soon.equal(() => page.getByRole("img", { name: "QR code of the survey link" }).count(), 0);
  const phone = await stage.open(PHONE, link);
  await phone.getByText(welcome.slice(0, 20)).waitFor();
});
