// Questions that are written already: surveys to start from, ready-made questions to pick, and lists that are pasted.

import assert from "node:assert/strict";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, soon, story } from "./support.mjs";

const { button, field, press } = people;
const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

story("every survey to start from can be looked into, used and published", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  const starts = page.getByRole("region", { name: "Start a new survey" });
  await starts.getByText("Look inside: A day centre").waitFor();
  const names = await starts.getByRole("listitem").getByRole("heading", { level: 3 }).allInnerTexts();
  assert.deepEqual(names, [
    "Start from scratch",
    "Your support at home",
    "A day centre",
    "A health check visit",
    "Event feedback",
    "How well did we work together?",
    "Consent",
    "About you",
  ]);
  await starts.getByText("Look inside: A day centre").click();
  await starts.getByText("Do you feel safe there?", { exact: true }).waitFor();
  for (const name of names.slice(1)) {
    await button(starts, `Use “${name}”`).click();
    await field(page, "Who is asking?").fill("Team A");
    const link = await people.publish(page);
    assert.ok(link.length > 500 && link.length < 8000, `${name}: ${link.length}`);
    await page.getByRole("link", { name: "Ask Together" }).click();
    await page.getByRole("heading", { name: "My surveys" }).waitFor();
  }
});

story("questions are found, picked and added as one step, and come a second time as copies", async (stage) => {
  const page = await stage.open(PHONE, APP);
  await people.startEmpty(page);
  await people.fromElsewhere(page, "Ready-made questions");
  const picker = dialog(page, "Ready-made questions");
  await press(picker, "Add questions");
  await picker.getByText("Tick the questions that you want.", { exact: true }).waitFor();
  await field(picker, "Search for a question").fill("safe");
  await picker.getByText("3 questions and 1 page", { exact: true }).waitFor();
  await picker.getByRole("checkbox", { name: "Do you feel safe at home?" }).check();
  await field(picker, "Search for a question").fill("find");
  await picker.getByRole("button", { name: /^Select all ?: Event feedback$/ }).click();
  await press(picker, "Add 3 questions");
  await page.getByText("3 questions are added.").waitFor();
  await hasFocus(building.wordsOf(building.openCard(page)));
  await people.undo(page).click();
  await page.getByText(/^Undone: /).waitFor();
  await eventually(async () => assert.equal(await building.region(page, "Question 1").count(), 0));
  await people.redo(page).click();
  await building.region(page, "Question 3").waitFor();

  await people.fromElsewhere(page, "Ready-made questions");
  await field(picker, "Search for a question").fill("safe at home");
  await picker.getByText("Already in your survey.", { exact: false }).waitFor();
  await picker.getByRole("checkbox", { name: /^Do you feel safe at home/ }).check();
  await press(picker, "Add 1 question");
  await building.region(page, "Question 4").waitFor();
});

story("a pasted list is shown as it is understood, mended and added", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.fromElsewhere(page, "Paste questions");
  const paste = dialog(page, "Paste questions");
  await press(paste, "Add these questions");
  await paste.getByText("There are no questions yet. Write one on each line.").waitFor();
  await field(paste, "Your questions").fill(
    "Your home:\n1. Do you like your home?\n2. What do you get help with? (tick all that apply)\n\t• Washing\n\t• Cooking\n3. How was your day?\n4. Why?",
  );
  await paste.getByText("We found 4 questions and 1 section.", { exact: false }).waitFor();
  const kind = (number) => paste.getByRole("combobox", { name: `How people answer question ${number}` });
  const kinds = () => Promise.all([1, 2, 3, 4].map((n) => kind(n).evaluate((e) => e.selectedOptions[0].text)));
  await soon.deepEqual(() => kinds(), ["Section", "Yes, no, not sure", "Several choices", "Long answer"]);
  await kind(4).selectOption("3 faces");
  await paste.getByRole("checkbox", { name: "Why?" }).uncheck();
  await press(paste, "Add these questions");
  await page.getByText("3 questions and 1 section are added.").waitFor();
  await hasFocus(building.wordsOf(building.openCard(page)));
  await building.listed(page, ["YOUR HOME", "1 Do you like your home?", "2 What do you get help with?", "3 How was your day?"]);
  await building.openFromOutline(page, "What do you get help with?");
  await soon.equal(() => field(building.openCard(page), "Choice 2").inputValue(), "Cooking");
  await people.undo(page).click();
  await building.listed(page, []);
});

story("a pasted list that is not added yet is there when the dialog opens again, until it is used", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.fromElsewhere(page, "Paste questions");
  const paste = dialog(page, "Paste questions");
  await hasFocus(field(paste, "Your questions"));
  await field(paste, "Your questions").fill("Is it far?\nIs it warm?");
  await page.keyboard.press("Escape");
  await paste.waitFor({ state: "hidden" });
  await press(page, "Paste questions");
  await soon.equal(() => field(paste, "Your questions").inputValue(), "Is it far?\nIs it warm?");
  await press(paste, "Add these questions");
  await page.getByText("2 questions are added.").waitFor();
  await hasFocus(building.wordsOf(building.openCard(page)));
  await soon.equal(() => page.getByRole("region", { name: "Add a question" }).count(), 0);
  await people.fromElsewhere(page, "Paste questions");
  await soon.equal(() => field(paste, "Your questions").inputValue(), "");
});

/** The dialog for a pasted list, in a survey without questions, with the lines that it leaves out. */
async function pasteDialog(stage) {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.fromElsewhere(page, "Paste questions");
  const paste = dialog(page, "Paste questions");
  return { page, paste, out: paste.getByRole("group").filter({ hasText: "Left out:" }) };
}

story("what a pasted list leaves out is counted, and each line is shown with its reason", async (stage) => {
  const { page, paste, out } = await pasteDialog(stage);
  await field(paste, "Your questions").fill(
    "Page 1 of 2\nHow old are you?\nUnder 30\n30 or over\n\n-----\n\tYes\tNo\nIs it far?\t☐\t☐",
  );
  await paste.getByText("We found 2 questions.", { exact: false }).waitFor();
  await paste.getByText("Under 30").waitFor();
  await out.getByText("Left out: 2 lines").click();
  await out.getByText("It belongs to the printed page.").waitFor();
  await out.getByText("It has no words.").waitFor();
  await field(paste, "Your questions").fill("Is it far?");
  await out.getByText("Left out:").waitFor({ state: "hidden" });
  await press(paste, "Add these questions");
  await building.listed(page, ["1 Is it far?"]);
});

story("a list that was copied from a web page is pasted with its marks", async (stage) => {
  const { page, paste } = await pasteDialog(stage);
  await page.evaluate(() => {
    const html = "<ol><li>Is it far?<ul><li>Yes</li><li>No</li></ul></li><li>Which fruit?<ul><li>Pear</li><li>Plum</li></ul></li></ol>";
    const part = (text, type) => new Blob([text], { type });
    const plain = "Is it far? Yes No Which fruit? Pear Plum";
    return navigator.clipboard.write([
      new ClipboardItem({ "text/html": part(html, "text/html"), "text/plain": part(plain, "text/plain") }),
    ]);
  });
  await field(paste, "Your questions").focus();
  await page.keyboard.press("Control+v");
  await soon.equal(
    () => field(paste, "Your questions").inputValue(),
    "1. Is it far?\n    • Yes\n    • No\n2. Which fruit?\n    • Pear\n    • Plum",
  );
  await paste.getByText("We found 2 questions.", { exact: false }).waitFor();
  await press(paste, "Add these questions");
  await building.listed(page, ["1 Is it far?", "2 Which fruit?"]);
});
