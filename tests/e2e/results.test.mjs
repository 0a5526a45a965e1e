// What people said, on the screen and on paper. What someone else answered for a person stands apart from what people
// said themselves; paper has a title, a date, whole cards and all that was written, and nothing to press.

import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import * as people from "./people.mjs";
import { findings } from "./axe.mjs";
import { PHONE, download, eventually, once, story } from "./support.mjs";

const { FOUR_KINDS, atQuestion, button, countOf, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const TOWNS = ["Barmouth", "Conwy", "Dolgellau", "Flint", "Harlech", "Llangefni", "Tywyn"];
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** A person answers, and says how they were helped. Gives back the message that they send. */
async function answered(stage, given, help) {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  const by = people.BY_KEYS;
  await by.press(button(page, "Start"));
  for (const [place, question] of QUESTIONS.entries()) {
    await atQuestion(page, place + 1, countOf(QUESTIONS));
    await people.answer(page, question, given[place], by);
    await by.press(button(page, "Next"));
  }
  await atQuestion(page, countOf(QUESTIONS), countOf(QUESTIONS));
  if (help) await page.getByRole("checkbox", { name: help, exact: true }).press("Space");
  await by.press(button(page, help ? "Next" : "Skip this question"));
  await people.atCheck(page);
  const message = await people.sendByCopy(page);
  await page.context().close();
  return message;
}

const messages = once(async (stage) => {
  const sent = [];
  for (const [at, town] of TOWNS.entries()) {
    const help = at === 0 ? "They wrote down my answers" : undefined;
    sent.push(await answered(stage, ["Yes", ["Rice"], town, "More tea."], help));
  }
  sent.push(await answered(stage, ["No", ["Soup"], "Rhyl", "Less tea."], "They answered for me"));
  return sent;
});

async function results(stage) {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("8 new answers.").waitFor();
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "7 people answered", level: 1 }).waitFor();
  return page;
}

story("what someone answered for a person stands apart from what people said", async (stage) => {
  const page = await results(stage);
  await page.getByText("1 more person had someone answer for them. Those answers are shown apart.").waitFor();
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(headings, ["What to show", "What people said", "What someone else answered for a person", "Help with answering"]);
  const part = (name) => page.locator(".results-part").filter({ has: page.getByRole("heading", { name, level: 2 }) });
  const own = part("What people said");
  await own.getByText("From 7 people who answered for themselves, alone or with help.").waitFor();
  const theirs = part("What someone else answered for a person");
  await theirs.getByText(/^About 1 person\. Someone else gave these answers for them\./).waitFor();
  const lines = async (scope) => (await scope.locator(".bars li").allInnerTexts()).map((line) => line.replace(/\s+/g, " "));
  const bars = ["Yes 7 people", "No 0 people", "Not sure 0 people", "Bread 0 people", "Rice 7 people", "Soup 0 people"];
  assert.deepEqual(await lines(own), bars);
  assert.deepEqual(await lines(theirs), [
    ...["Yes for 0 people", "No for 1 person", "Not sure for 0 people"],
    ...["Bread for 0 people", "Rice for 0 people", "Soup for 1 person"],
  ]);
  const sentences = async (scope) => (await scope.locator(".finding").allInnerTexts()).map((text) => text.replace(/[\u2066-\u2069]/g, ""));
  assert.deepEqual(await sentences(own), [
    "Everyone who answered said “Yes”: 7 people.",
    "Everyone who answered picked “Rice”: 7 people.",
  ]);
  assert.deepEqual(await sentences(theirs), [
    "The answer was “No” each time: for 1 person.",
    "The answer was “Soup” each time: for 1 person.",
  ]);
  assert.equal(await own.getByText("Rhyl").count() + (await own.getByText("Less tea.").count()), 0);
  await theirs.getByText("Rhyl").waitFor();
  const help = await lines(part("Help with answering"));
  assert.deepEqual(help.slice(-2), ["They wrote down my answers 1 person", "They answered for me 1 person"]);
});

story("a long list is folded on the screen, opens with one press, and is whole on paper", async (stage) => {
  const page = await results(stage);
  const towns = page.getByRole("region").or(page.locator("section")).filter({ hasText: "Where do you live?" }).first();
  const shown = () => towns.getByRole("listitem").allInnerTexts();
  await eventually(async () => assert.deepEqual(await shown(), TOWNS.slice(0, 5)));
  await press(towns, "Read all 7");
  await eventually(async () => assert.deepEqual(await shown(), TOWNS));
  await press(towns, "Read less");
  await eventually(async () => assert.deepEqual(await shown(), TOWNS.slice(0, 5)));
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await shown(), TOWNS);
});

story("printed results say whose they are and from when, and have nothing to press", async (stage) => {
  const page = await results(stage);
  await button(page, "Print").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByText("Four kinds", { exact: true }).and(page.locator(".print-title")).waitFor();
  const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "Europe/London" });
  await page.locator(".print-only").getByText(today, { exact: true }).waitFor();
  await page.getByRole("heading", { name: "7 people answered", level: 1 }).waitFor();
  for (const role of ["button", "link", "navigation", "banner"]) assert.equal(await page.getByRole(role).count(), 0, role);
  assert.equal(await page.getByText("More downloads").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.locator(".print-only").isVisible(), false);
});

story("what can be shared has no words and no small counts, and groups of few are refused", async (stage) => {
  const page = await results(stage);
  const compare = page.getByRole("combobox", { name: "Compare groups by" });
  await compare.selectOption("Help with answering");
  await page.getByText(/With help.* has 1 person\. That is too few to show alone: a group has 5 people or more\./).waitFor();
  await page.getByText("There are not two groups with 5 people or more, so there is nothing to compare.").waitFor();
  await page.getByRole("radio", { name: "To share: small counts hidden" }).check();
  await page.getByRole("heading", { name: "Results to share", level: 1 }).waitFor();
  await page.getByText("From 7 people who answered for themselves, alone or with help.").waitFor();
  for (const words of ["Barmouth", "Rhyl", "More tea."]) assert.equal(await page.getByText(words).count(), 0, words);
  assert.equal(await page.getByText("had someone answer for them").count(), 0, "one is a small count");
  const help = page.locator("section", { has: page.getByRole("heading", { name: people.HELP, level: 3 }) });
  await help.getByText(/^They wrote down my answers\s*hidden$/).or(help.getByText(/^Left out/)).waitFor();
  assert.deepEqual(await findings(page), []);
  const counts = await download(page, () => press(page, "Download counts to share"));
  assert.equal(counts.name, "four-kinds-counts-to-share.csv");
  assert.match(String(counts.bytes), /"Do you like tea\?","Yes","",7,/);
  assert.doesNotMatch(String(counts.bytes), /Barmouth/);
});

story("an Excel file and a zip for analysts say that they hold everything", async (stage) => {
  const page = await results(stage);
  await page.getByText("More downloads", { exact: true }).click();
  for (const [name, end] of [
    ["Download Excel file", "answers-everything-do-not-share.xlsx"],
    ["Download zip for analysts", "data-everything-do-not-share.zip"],
  ]) {
    const file = await download(page, () => press(page, name));
    assert.equal(file.name, `four-kinds-${end}`);
    assert.equal(String(file.bytes.subarray(0, 2)), "PK");
  }
});

story("the spreadsheet tells the person who did not answer themselves by a column", async (stage) => {
  const page = await results(stage);
  const { bytes } = await people.downloadCsv(page);
  const rows = String(bytes).split("\r\n");
  const row = rows.find((line) => line.includes("Rhyl"));
  assert.ok(row.endsWith('"They answered for me"'), row);
  assert.equal(rows.filter((line) => line.endsWith('"They answered for me"')).length, 1);
});

/** A file of a zip that says its sizes before each file, as ours do. */
function unzipped(bytes, name) {
  const at = bytes.indexOf(Buffer.concat([Buffer.from([name.length, 0, 0, 0]), Buffer.from(name)])) - 26;
  assert.ok(at >= 0, `${name} is in it`);
  const start = at + 30 + name.length;
  return String(inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 18))));
}

story("an easy-read report is two presses away, its words can be changed, and Word gets all of it", async (stage) => {
  const page = await results(stage);
  await press(page, "Make a report");
  await page.getByRole("heading", { name: "Report", level: 1 }).waitFor();
  const finding = "Everyone who answered said “Yes”.";
  await page.getByText(finding, { exact: true }).waitFor();
  await page.getByRole("img", { name: /^A chart of how many people gave each answer\. Do you like tea\? Yes: 7 people\./ }).waitFor();
  assert.deepEqual(await findings(page), []);
  await button(page, "Edit: What happens next").click();
  const field = page.getByRole("textbox", { name: "What happens next", exact: true });
  await field.fill("We will take your views into consideration.");
  await page.getByRole("status").getByText("consideration").first().waitFor();
  await field.fill("We will buy more tea.");
  await press(page, "Done");
  await page.getByText("The words are changed.").waitFor();
  await page.reload();
  await page.getByText("We will buy more tea.", { exact: true }).waitFor();
  const { name, bytes } = await download(page, () => press(page, "Save as Word"));
  assert.equal(name, "four-kinds-report.docx");
  const word = unzipped(bytes, "word/document.xml");
  for (const says of ["We will buy more tea.", finding, "Yes: 7 people."]) assert.ok(word.includes(says), says);
  assert.equal((word.match(/<wp:docPr [^>]*descr="A chart of/g) ?? []).length, (await page.getByRole("img", { name: /^A chart of/ }).count()));
  for (const hidden of ["Barmouth", "More tea.", "Rhyl"]) assert.ok(!word.includes(hidden), hidden);
});
