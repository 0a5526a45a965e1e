// An organiser reads what people wrote, one by one: gives tags by keys, marks a quote beside what the person said about
// that, strikes out a name, undoes a step, and finds it all in another tab and in the spreadsheet, which keeps the name.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { LAPTOP, PHONE, hasFocus, once, story } from "./support.mjs";

const { button, field } = people;
const QUESTIONS = [
  { kind: "Long answer", text: "What is good?" },
  { kind: "One choice", text: "Can we use your words in a report?", choices: ["Yes", "No"] },
];
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Good things", organisation: "Team A", questions: QUESTIONS }),
);

const messages = once(async (stage) => {
  const sent = [];
  for (const given of [
    ["The soup when Gwenllian makes it.", "Yes"],
    ["The bread.", "No"],
  ]) {
    const phone = await stage.open(PHONE, (await survey(stage)).link);
    await people.answerAll(phone, QUESTIONS, given, people.BY_KEYS);
    sent.push(await people.sendByCopy(phone));
    await phone.context().close();
  }
  return sent;
});

story("written answers are tagged by keys, quoted with consent, and a name is struck out", async (stage) => {
  const made = await survey(stage);
  const page = await people.organiserAt(stage, made, "add-answers", LAPTOP);
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("2 new answers.").waitFor();
  await people.goTo(page, "Written answers");
  await page.getByText("2 written answers.").waitFor();

  const told = (words) => page.getByRole("status").getByText(words, { exact: true }).waitFor();
  const heading = (number) => page.getByRole("heading", { name: `Answer ${number} of 2`, level: 2 });
  const tag = (scope = page) => scope.getByRole("group", { name: "Tags" }).getByRole("checkbox", { name: "Food" });
  await field(page, "New tag").fill("Food");
  await field(page, "New tag").press("Enter");
  await told("Tag “Food” added.");
  assert.ok(await tag().isChecked());

  // A letter in a field is a letter.
  await field(page, "New tag").press("q");
  const quote = page.getByRole("radio", { name: "Quote" });
  assert.equal(await quote.isChecked(), false);
  await field(page, "New tag").fill("");
  await heading(1).focus();
  await page.keyboard.press("q");
  await told("Marked: Quote.");
  assert.ok(await quote.isChecked());
  await page.getByText("We asked: “Can we use your words in a report?” They said: “Yes”.").waitFor();
  const names = page.getByRole("group", { name: "Names to strike out" });
  await names.getByRole("checkbox", { name: "Gwenllian" }).press("Space");
  await told("“Gwenllian” is struck out.");
  await page.getByRole("deletion").getByText("Gwenllian").waitFor();

  await page.keyboard.press("n");
  await hasFocus(heading(2));
  await page.keyboard.press("1");
  await told("Tag “Food” added.");
  await page.keyboard.press("Control+z");
  await told("Undone: Tag “Food” added.");
  assert.equal(await tag().isChecked(), false);
  await page.keyboard.press("1");
  await told("Tag “Food” added.");
  assert.ok(await quote.isDisabled());
  await page.keyboard.press("q");
  await told("This person did not say yes to being quoted.");
  assert.deepEqual(await findings(page), []);

  await page.getByText("Saved on this computer").waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { name: "Answer 1 of 2", level: 2 }).waitFor();
  assert.ok(await tag(other).isChecked());
  await other.getByRole("deletion").getByText("Gwenllian").waitFor();
  await heading(2).focus();
  await page.keyboard.press("b");
  await hasFocus(heading(1));
  await page.keyboard.press("1");
  await told("Tag “Food” removed.");
  await other.getByRole("checkbox", { name: "Food", checked: false }).waitFor();
  await page.keyboard.press("1");
  await told("Tag “Food” added.");
  await other.getByRole("checkbox", { name: "Food", checked: true }).waitFor();
  await other.close();

  await people.goTo(page, "What people said");
  await button(page, "Download CSV").waitFor();
  await page.getByRole("listitem").filter({ hasText: "Food" }).getByText("2 people").waitFor();
  const { bytes } = await people.downloadCsv(page);
  const [head, ...rows] = String(bytes).trim().split("\r\n");
  assert.match(head, /"What is good\? \(tag: Food\)","What is good\? \(use of the words\)"/);
  assert.ok(rows.some((row) => row.includes('"The soup when Gwenllian makes it.","Food","Quote"')), rows.join("\n"));
  assert.ok(rows.some((row) => row.includes('"The bread.","Food",""')), rows.join("\n"));
});
