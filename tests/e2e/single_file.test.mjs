// A survey as one web page: an organiser saves it, somebody opens it by a double click with no internet at all, and the
// answer comes home like any other. Nothing of it asks any host, and nothing that people wrote in it runs.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { findings } from "./axe.mjs";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, download, onDisk, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field, press } = people;
const SAVE = "Save as one web page";
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** Saves the page of a published survey. */
async function saved(stage, made) {
  const page = await people.organiserAt(stage, made, "share");
  const file = await download(page, () => press(page, SAVE));
  assert.equal(file.name, "four-kinds.html");
  await page.getByText(/^The web page is saved as .{0,2}four-kinds\.html.{0,2} \([\d,]+ kB\)\. Send it to people\.$/).waitFor();
  assert.deepEqual(await findings(page), []);
  return file;
}

/** Opens it by a double click, in a browser that never was at the app, with no internet. */
async function opened(stage, { name, bytes }, options) {
  const [path] = await onDisk([{ name, buffer: bytes }]);
  const context = await stage.profile(PHONE, options);
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  return page;
}

/** Runs in the page: a browser that gives files no storage. */
function withoutStorage() {
  for (const name of ["indexedDB", "localStorage", "sessionStorage"]) {
    const get = () => {
      throw new DOMException("a file has none", "SecurityError");
    };
    Object.defineProperty(window, name, { get });
  }
}

/** Saves the finished answers as a file. */
async function answered(page, given = FOUR_ANSWERS) {
  await people.answerAll(page, FOUR_KINDS.questions, given);
  await people.toSend(page);
  await people.atSend(page);
  const { bytes } = await download(page, () => press(page, "Save my answers as a file"));
  return bytes.toString();
}

story("a survey is saved as one web page, answered with no internet, and its answers come home", async (stage) => {
  const made = await survey(stage);
  const file = await saved(stage, made);
  const text = file.bytes.toString();
  const [policy] = text.match(/(?<=Content-Security-Policy" content=")[^"]+/);
  assert.match(policy, /^default-src 'none'; script-src 'sha384-[\w+/=]+' 'wasm-unsafe-eval'; style-src 'sha384-[\w+/=]+';/);
  for (const loose of ["'unsafe", "'self'", "http", "*", "connect-src"]) assert.ok(!policy.includes(loose), loose);
  assert.equal(text.match(/<script/g).length, 1);
  const empty = await (await fetch(`${APP}answer/single.txt`)).text();
  assert.ok(file.bytes.length - empty.length < 80_000, "the survey and its pictures leave it small");

  const page = await opened(stage, file);
  await page.getByRole("heading", { name: "Four kinds", level: 1 }).waitFor();
  await soon.equal(() => page.title(), "Four kinds");
  assert.deepEqual(await findings(page, { strict: true }), []);
  await people.answerAll(page, FOUR_KINDS.questions, FOUR_ANSWERS);
  // A page that is loaded anew still knows what was said.
  await page.reload();
  await people.atCheck(page);
  await people.toSend(page);
  await people.atSend(page);
  assert.deepEqual(await findings(page, { strict: true }), []);
  const message = (await download(page, () => press(page, "Save my answers as a file"))).bytes.toString();
  // Where the file lies on somebody's computer is nobody's business.
  assert.ok(message.includes(`${APP}#ask-answer.`), message);
  assert.doesNotMatch(message, /file:/);

  const phone = await stage.open(PHONE, made.link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS);
  const usual = await people.sendByCopy(phone);
  const organiser = await people.organiserAt(stage, made, "add-answers");
  await people.giveFiles(organiser, [people.textFile("my-answers.txt", message), people.textFile("usual.txt", usual)]);
  await organiser.getByText("2 new answers.").waitFor();
  await people.goTo(organiser, "What people said");
  const csv = (await people.downloadCsv(organiser)).bytes.toString();
  const rows = csv.replace(/^\uFEFF/, "").trim().split("\r\n").slice(1);
  // All but who it is and when it came.
  const [one, other] = rows.map((row) => row.slice(row.indexOf("Yes")));
  assert.equal(rows.length, 2, csv);
  assert.equal(one, other);
});

story("what an organiser wrote never runs, and never ends its place", async (stage) => {
  const title = `</title></template><script>window.ran=1</script><img src=x onerror="window.ran=1">&amp;[[survey]]`;
  const made = people.publishedBy((page) => people.writeSurvey(page, { ...FOUR_KINDS, title }));
  const page = await people.organiserAt(stage, await made(stage), "share");
  const file = await download(page, () => press(page, SAVE));
  assert.match(file.name, /^title-template-script-window-ran-1.*\.html$/);
  const opening = await opened(stage, file);
  await opening.getByRole("heading", { name: title, level: 1 }).waitFor();
  assert.equal(await opening.evaluate(() => window.ran), undefined);
  assert.equal(await opening.locator("script").count(), 1);
  assert.equal(await opening.title(), title);
});

story("where the browser keeps nothing for a file, the page says so, and the answers still go", async (stage) => {
  const made = await survey(stage);
  const file = await saved(stage, made);
  const page = await opened(stage, file, { prepare: withoutStorage });
  await page.getByText("Your answers cannot be kept on this phone. Send them before you close this page.").waitFor();
  assert.match(await answered(page), /#ask-answer\.[\w-]+/);
});

story("photos and pictures are in the page, and stay when it is loaded anew", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  const question = { kind: "One choice", text: "Does your cat make you happy?", choices: ["Yes", "No"] };
  await people.writeSurvey(page, { title: "Cats", organisation: "Team A", questions: [question] });
  const card = people.cardOf(page, 1);
  await building.pickPicture(card, "choice 1", "happy");
  await building.pictureOf(card, "the question").click();
  const photo = { name: "photo.png", mimeType: "image/png", buffer: await page.screenshot() };
  await building.pictureDialog(page).getByLabel("Choose a photo").setInputFiles(photo);
  await press(page, "Use this photo");
  await card.getByRole("radio", { name: "Say what it shows" }).check();
  await field(card, "What does the picture show?").fill("Our cat");
  await people.publish(page);
  await page.getByText("Your photos, sounds and videos are in it.").waitFor();
  const file = await download(page, () => press(page, SAVE));
  for (const prepare of [undefined, withoutStorage]) {
    const reader = await opened(stage, file, { prepare });
    const start = button(reader, "Start");
    const ours = reader.getByRole("img", { name: "Our cat" });
    for (const again of [false, true]) {
      if (again) await reader.reload();
      await start.or(ours).first().waitFor();
      if ((await start.count()) > 0) await start.click();
      await ours.waitFor();
      const widths = () => reader.locator("img").evaluateAll((all) => all.map((image) => image.naturalWidth > 0));
      await soon.deepEqual(widths, [true, true]);
    }
    assert.deepEqual(await findings(reader, { strict: true }), []);
  }
});

story("a browser that is too old, and a file that is cut short, are told in words", async (stage) => {
  const file = await saved(stage, await survey(stage));
  const old = await opened(stage, file, { prepare: () => delete window.DecompressionStream });
  await old.getByText("This browser cannot open this page. It may be too old. Nothing is wrong with the file.").waitFor();
  // The program's file is not what it was.
  const at = file.bytes.indexOf('data-file="first.wasm"') + 5000;
  const damaged = Buffer.concat([file.bytes.subarray(0, at), file.bytes.subarray(at + 400)]);
  const cut = await opened(stage, { name: "cut.html", bytes: damaged });
  await cut.getByText("This page did not open. Some of the file may be missing.").waitFor();
  stage.complaints = stage.complaints.filter((text) => !text.startsWith("console:"));
});

story("with no internet, saving says what to do, and nothing is saved", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  await page.route("**/answer/single.txt", (route) => route.abort());
  await press(page, SAVE);
  await page.getByText("Not all of the web page came. Check your internet. Then try again.").waitFor();
  await page.unroute("**/answer/single.txt");
  await page.route("**/answer/single.txt", (route) => route.fulfill({ body: "<!doctype html><p>Not here", contentType: "text/html" }));
  await press(page, SAVE);
  await page.getByText("There is a newer Ask Together on this website.").waitFor();
  await page.unroute("**/answer/single.txt");
  await download(page, () => press(page, SAVE));
  stage.complaints = stage.complaints.filter((text) => !text.includes("Failed to load resource"));
});
