// A survey on paper: it is printed so that no question is split and each sheet has its number, people are told where
// to go on, and what came back is typed in by keys alone, twice where somebody wants to be sure.

import assert from "node:assert/strict";
import { add, onlyIf, writeChoices } from "./building.mjs";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { hasFocus, soon, story } from "./support.mjs";

const { button, field, press } = people;
const sheets = (page) => page.getByRole("group", { name: "What is printed" });
const number = (page) => field(page, "Paper number");
const at = (page, name) => page.getByRole("heading", { name, level: 2, exact: true }).waitFor();
const told = (page, words) => page.getByRole("status").getByText(words).waitFor();

const TEA = "Do you like tea?";
const WHICH = "Which tea is best?";
const SORT = "How is it going?";
const BORN = "When were you born?";

const survey = people.publishedBy(async (page) => {
  await people.startEmpty(page);
  await field(page, "Title").fill("Your tea");
  await field(page, "Who is asking?").fill("Team A");
  await add(page, "Yes, no, not sure", TEA);
  const card = await add(page, "One choice", WHICH);
  await writeChoices(card, ["Green", "Black"]);
  await onlyIf(card, { question: `1. ${TEA}`, choice: "Yes" });
  await writeChoices(await add(page, "Sort into groups", SORT), ["Food", "Music"]);
  await add(page, "A date", BORN);
});

story("a survey is printed on whole sheets, in large print and as a poster", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  await page.getByRole("link", { name: "On paper", exact: true }).click();
  await sheets(page).getByText("→ If you said “No” or “I am not sure”, or left this empty, go to question 3.").waitFor();
  await sheets(page).getByText("Only answer this if you said “Yes” to question 1.").waitFor();
  await field(page, "Who do people give the paper to?").fill("Ana at the desk");
  await soon.equal(() => sheets(page).getByText("Please give these pages back to Ana at the desk.").count(), 2);
  await sheets(page).getByRole("img", { name: "QR code of the survey" }).waitFor();
  assert.deepEqual(await findings(page), []);
  /** As many pages come out of the printer as the sheets say. */
  const printed = async () => {
    const [, of] = (await sheets(page).getByText(/^Page \d+ of \d+$/).last().innerText()).match(/of (\d+)/);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(file.match(/\/Type\s*\/Page\b/g).length, Number(of));
    return Number(of);
  };
  const normal = await printed();
  await page.getByRole("radio", { name: "The survey in large print" }).check();
  await soon.ok(async () => (await printed()) > normal);
  await page.getByRole("radio", { name: "A poster" }).check();
  await sheets(page).getByText("Point the camera of your phone at this square.").waitFor();
  assert.deepEqual(await findings(page), []);
  // Who prints more next week means the same person.
  await page.reload();
  await soon.equal(() => field(page, "Who do people give the paper to?").inputValue(), "Ana at the desk");
});

story("papers are typed in by keys, kept as they are typed, and held against a second time", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  const keys = async (...all) => {
    for (const key of all) await page.keyboard.press(key);
  };
  await page.getByRole("link", { name: "Type in paper answers", exact: true }).click();
  await number(page).fill("7");
  await keys("Enter");
  await at(page, TEA);
  await hasFocus(page.getByRole("heading", { name: TEA }));
  assert.deepEqual(await findings(page), []);
  await keys("1", "Enter");
  await at(page, WHICH);
  await keys("2");
  await soon.ok(() => page.getByRole("radio", { name: "Black" }).isChecked());
  // What is typed so far is there after the page is loaded again.
  await page.getByRole("banner").getByText(/^Saved/).waitFor();
  await page.reload();
  await button(page, "Go on with Paper 7").click();
  await at(page, WHICH);
  await soon.ok(() => page.getByRole("radio", { name: "Black" }).isChecked());
  await keys("Enter");
  await at(page, SORT);
  assert.deepEqual(await findings(page), []);
  await keys("1", "3");
  await soon.ok(() => page.getByRole("radio", { name: "Music: Not going well" }).isChecked());
  await keys("Enter");
  const born = field(page, BORN);
  await hasFocus(born);
  await born.pressSequentially("30 2 1980");
  await keys("Enter");
  await page.getByRole("alert").getByText("That month has no day 30.").waitFor();
  await born.fill("3 4 1980");
  await keys("Enter");
  await at(page, people.HELP);
  await keys("Shift+Enter");
  await hasFocus(born);
  await keys("Enter");
  await at(page, people.HELP);
  await keys("Enter");
  await hasFocus(button(page, "Save this paper"));
  assert.deepEqual(await findings(page), []);
  await keys("Enter");
  await told(page, "Paper 7 is saved.");
  await hasFocus(number(page));
  await page.getByText("1 paper is typed in: 7").waitFor();

  // The same number is asked about, and a second time shows the slip.
  await number(page).fill("007");
  await keys("Enter");
  await page.getByRole("heading", { name: /^Paper 7 is already typed in/ }).waitFor();
  await press(page, "Type it in again, to check it");
  await at(page, TEA);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0, "the first time is not shown");
  await keys("1", "Enter");
  await at(page, WHICH);
  await keys("2", "Enter");
  await at(page, SORT);
  await keys("1", "3", "Enter");
  await hasFocus(born);
  await born.fill("4 3 1980");
  await keys("Enter");
  await at(page, people.HELP);
  await keys("Enter");
  await button(page, "Save this paper").press("Enter");
  await at(page, "Paper 7: 1 answer differs");
  assert.deepEqual(await findings(page), []);
  await press(page, "Save this paper");
  await told(page, "Pick what the paper says");
  await page.getByRole("group", { name: BORN }).getByRole("radio", { name: /^Second time/ }).check();
  await press(page, "Save this paper");
  await told(page, "Paper 7 is saved.");

  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "1 person answered", level: 1 }).waitFor();
  const text = (await people.downloadCsv(page)).bytes.toString();
  assert.ok(text.includes('"Typed in from paper","7"') && text.includes("1980-03-04"), text);
});

story("what is typed in has the numbers of the paper, can be left empty, and can be started over", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await page.getByRole("link", { name: "Type in paper answers", exact: true }).click();
  await number(page).fill("8");
  await page.keyboard.press("Enter");
  await at(page, TEA);
  await page.getByText("Paper 8 · Question 1").waitFor();
  // No leads past question 2, which stands on the paper all the same.
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await at(page, SORT);
  await page.getByText("Paper 8 · Question 3").waitFor();
  await page.keyboard.press("Enter");
  const born = field(page, BORN);
  await hasFocus(born);
  await born.fill("1980");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Type the day, the month and the year as numbers, such as 5 3 1980.").waitFor();
  assert.deepEqual(await findings(page), []);
  await button(page, "Leave this one empty").press("Enter");
  await at(page, people.HELP);
  await page.getByText("Paper 8 · Question 5").waitFor();
  await page.keyboard.press("Enter");
  await hasFocus(button(page, "Save this paper"));
  await page.getByText(`3. ${SORT}`, { exact: true }).waitFor();
  await press(page, "Stop for now");

  // Nothing is deleted without a question, and then the paper opens.
  await button(page, "Start over with Paper 8").click();
  const dialog = page.getByRole("alertdialog", { name: "Start over with Paper 8?" });
  await dialog.waitFor();
  assert.deepEqual(await findings(page), []);
  await press(dialog, "No, keep it");
  await button(page, "Go on with Paper 8").waitFor();
  await button(page, "Start over with Paper 8").click();
  await press(dialog, "Yes, start over");
  await at(page, TEA);
  await hasFocus(page.getByRole("heading", { name: TEA }));
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
});
