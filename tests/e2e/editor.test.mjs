// Writing a survey: questions and choices are added, copied, moved and taken out, by hand and by keyboard, and every
// step can be taken back and done again. The preview shows what a participant will see.

import assert from "node:assert/strict";
import { lines, outline } from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { FOUR_KINDS, cardOf, field, press, redo, undo } = people;

/** The questions as the outline lists them, between the first page and the hard words. */
async function questions(page, expected) {
  await eventually(async () => {
    const shown = await lines(page).allInnerTexts();
    assert.deepEqual(
      shown.map((line) => line.replace(/^\d+\s*/, "")),
      expected,
    );
  });
}

/** The choices of the open card. */
async function choices(card, expected) {
  await eventually(async () => {
    const fields = await card.getByRole("textbox", { name: /^Choice \d+$/ }).all();
    assert.deepEqual(await Promise.all(fields.map((choice) => choice.inputValue())), expected);
  });
}

async function withQuestions(stage, texts, size = LAPTOP) {
  const page = await stage.open(size, APP);
  await people.startEmpty(page);
  for (const [place, text] of texts.entries()) {
    await people.addQuestion(page, "Short answer");
    await field(cardOf(page, place + 1), "Question").fill(text);
  }
  return page;
}

/** An open question of one choice with no words yet. */
async function withChoices(stage) {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.addQuestion(page, "One choice");
  return { page, card: cardOf(page, 1) };
}

/** Takes the last step back, does it again and takes it back: what is shown must follow. */
async function thereAndBack(page, before, after) {
  await after();
  await undo(page).click();
  await before();
  await redo(page).click();
  await after();
  // In a field they would begin with what was typed there.
  await redo(page).press("Control+z");
  await before();
  await redo(page).press("Control+Shift+z");
  await after();
}

story("a survey with all four kinds of questions is written from nothing", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await page.getByText("Press “Make a survey” to write your own.").waitFor();
  await people.writeSurvey(page, FOUR_KINDS);
  await questions(
    page,
    FOUR_KINDS.questions.map(({ text }) => text),
  );
  for (const [place, { kind }] of FOUR_KINDS.questions.entries()) {
    await lines(page).nth(place).click();
    const card = cardOf(page, place + 1);
    await hasFocus(field(card, "Question"));
    await holds(card.getByRole("combobox", { name: "Type of question" }), kind);
  }
  await page.getByText("Saved on this computer").waitFor();
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "Four kinds" }).waitFor();
  await page.getByText("4 questions · changed today").waitFor();
});

story("a question is copied, deleted and changed in kind, and each step is undone and redone", async (stage) => {
  const page = await withQuestions(stage, ["One", "Two"]);
  await people.withCard(cardOf(page, 2), "Duplicate");
  await page.getByText("The question is copied. You are in the copy.").waitFor();
  await hasFocus(field(cardOf(page, 3), "Question"));
  await thereAndBack(
    page,
    () => questions(page, ["One", "Two"]),
    () => questions(page, ["One", "Two", "Two"]),
  );
  await outline(page).getByRole("button", { name: "One" }).click();
  await people.withCard(cardOf(page, 1), "Delete");
  await page.getByText("The question is deleted.").waitFor();
  await hasFocus(field(cardOf(page, 1), "Question"));
  await thereAndBack(
    page,
    () => questions(page, ["One", "Two", "Two"]),
    () => questions(page, ["Two", "Two"]),
  );
  await page.getByRole("status").filter({ hasText: "Redone: " }).waitFor();
  await outline(page).getByRole("button", { name: "Two" }).first().click();
  const kind = cardOf(page, 1).getByRole("combobox", { name: "Type of question" });
  await kind.selectOption("Several choices");
  await choices(cardOf(page, 1), ["", ""]);
  await thereAndBack(
    page,
    () => holds(kind, "Short answer"),
    () => holds(kind, "Several choices"),
  );
});

story("a question moves by button, and the focus stays on the button", async (stage) => {
  const page = await withQuestions(stage, ["One", "Two", "Three"]);
  const up = people.button(cardOf(page, 3), "Move up");
  await up.click();
  await questions(page, ["One", "Three", "Two"]);
  await page.getByText("Moved. Now question 2 of 3.").waitFor();
  await hasFocus(people.button(cardOf(page, 2), "Move up"));
  await thereAndBack(
    page,
    () => questions(page, ["One", "Two", "Three"]),
    () => questions(page, ["One", "Three", "Two"]),
  );
  await press(cardOf(page, 2), "Move down");
  await questions(page, ["One", "Two", "Three"]);
  await hasFocus(people.button(cardOf(page, 3), "Move down"));
  await soon.equal(() => people.button(cardOf(page, 3), "Move down").getAttribute("aria-disabled"), "true");
});

story("a question moves by Alt and arrow while a person types in it", async (stage) => {
  const page = await withQuestions(stage, ["One", "Two", "Three"]);
  await field(cardOf(page, 3), "Question").press("Alt+ArrowUp");
  await questions(page, ["One", "Three", "Two"]);
  await hasFocus(field(cardOf(page, 2), "Question"));
  await page.keyboard.press("Alt+ArrowUp");
  await questions(page, ["Three", "One", "Two"]);
  await page.keyboard.press("Alt+ArrowUp");
  await hasFocus(field(cardOf(page, 1), "Question"));
  await page.keyboard.press("Alt+ArrowDown");
  await questions(page, ["One", "Three", "Two"]);
  await page.keyboard.type("!");
  await questions(page, ["One", "Three!", "Two"]);
});

story("choices are typed one by one, and Enter makes the next", async (stage) => {
  const { page, card } = await withChoices(stage);
  await field(card, "Choice 1").fill("Yes");
  await page.keyboard.press("Enter");
  await hasFocus(field(card, "Choice 2"));
  await page.keyboard.type("Sometimes");
  await choices(card, ["Yes", "Sometimes", ""]);
  await field(card, "Choice 3").fill("No");
  await thereAndBack(
    page,
    () => choices(card, ["Yes", "Sometimes", ""]),
    () => choices(card, ["Yes", "Sometimes", "No"]),
  );
  await field(card, "Choice 3").press("Alt+ArrowUp");
  await choices(card, ["Yes", "No", "Sometimes"]);
  await hasFocus(field(card, "Choice 2"));
  await people.withChoice(card, 1, "Move choice 1 down");
  await choices(card, ["No", "Yes", "Sometimes"]);
  await people.withChoice(card, 3, "Remove choice 3");
  await hasFocus(field(card, "Choice 2"));
  await thereAndBack(
    page,
    () => choices(card, ["No", "Yes", "Sometimes"]),
    () => choices(card, ["No", "Yes"]),
  );
  await people.withChoice(card, 1, "Remove choice 1");
  await choices(card, ["Yes"]);
  await hasFocus(field(card, "Choice 1"));
});

story("a list that is pasted into a choice becomes choices, in one step", async (stage) => {
  const { page, card } = await withChoices(stage);
  await page.evaluate(() => navigator.clipboard.writeText("• Tea\r\n- Coffee\n\n* Water\n"));
  await field(card, "Choice 1").focus();
  await page.keyboard.press("Control+v");
  await choices(card, ["Tea", "Coffee", "Water", ""]);
  await thereAndBack(
    page,
    () => choices(card, ["", ""]),
    () => choices(card, ["Tea", "Coffee", "Water", ""]),
  );
});

story("bullets, boxes and numbers of a pasted list of choices go, and what is left out is told", async (stage) => {
  const { page, card } = await withChoices(stage);
  await page.evaluate(() => navigator.clipboard.writeText("Tick one\n☐ Pear\n1. Plum\na) Fig\no\tLemon"));
  await field(card, "Choice 1").focus();
  await page.keyboard.press("Control+v");
  await choices(card, ["Pear", "Plum", "Fig", "Lemon", ""]);
  await page.getByText(/^Left out: .*Tick one/).waitFor();
});

story("one line that is pasted into a choice stays one choice", async (stage) => {
  const { page, card } = await withChoices(stage);
  await page.evaluate(() => navigator.clipboard.writeText("Tea"));
  await field(card, "Choice 2").focus();
  await page.keyboard.press("Control+v");
  await choices(card, ["", "Tea"]);
});

story("“Paste a list” fills the empty choices first, in one step", async (stage) => {
  const { page, card } = await withChoices(stage);
  await card.getByText("Paste a list").click();
  await press(card, "Add this list");
  await page.getByText("Write one choice on each line.").waitFor();
  await field(card, "One choice on each line").fill("Tea\nCoffee\n  \nWater");
  await press(card, "Add this list");
  await thereAndBack(
    page,
    () => choices(card, ["", ""]),
    () => choices(card, ["Tea", "Coffee", "Water"]),
  );
});

story("what is typed in one go is one step, and leaving the field ends it", async (stage) => {
  const page = await withQuestions(stage, []);
  const title = field(page, "Title");
  await title.pressSequentially("My survey");
  await field(page, "Who is asking?").pressSequentially("Team A");
  await title.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" now");
  await undo(page).click();
  await holds(title, "My survey");
  await undo(page).click();
  await holds(field(page, "Who is asking?"), "");
  await undo(page).click();
  await holds(title, "");
  await soon.equal(() => undo(page).getAttribute("aria-disabled"), "true");
  for (let step = 0; step < 3; step += 1) await redo(page).click();
  await holds(title, "My survey now");
  await holds(field(page, "Who is asking?"), "Team A");
  await soon.equal(() => redo(page).getAttribute("aria-disabled"), "true");
});

story("undo works after a reload, and in the message that says what was done", async (stage) => {
  const page = await withQuestions(stage, ["One", "Two"]);
  await page.reload();
  await undo(page).click();
  await questions(page, ["One", "Untitled question"]);
  await redo(page).click();
  await questions(page, ["One", "Two"]);
  await outline(page).getByRole("button", { name: "Two" }).click();
  await people.withCard(cardOf(page, 2), "Delete");
  await page
    .getByRole("status")
    .filter({ hasText: "The question is deleted." })
    .getByRole("button", { name: "Undo" })
    .press("Enter");
  await questions(page, ["One", "Two"]);
  await page.keyboard.press("Control+Shift+z");
  await questions(page, ["One"]);
});

story("the preview shows the very words, as a participant will see them", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { ...FOUR_KINDS, questions: FOUR_KINDS.questions.slice(0, 1) });
  const phone = people.preview(page);
  const [{ text, hint, choices: words }] = FOUR_KINDS.questions;
  await phone.getByText("Question 1 of 2", { exact: true }).waitFor();
  const group = phone.getByRole("group", { name: text, exact: true });
  await phone.getByText(hint).first().waitFor();
  for (const word of words) await group.getByRole("radio", { name: word, exact: true }).waitFor();
  await field(cardOf(page, 1), "Question").fill("Do you like <b>cake</b>?");
  await phone.getByRole("group", { name: "Do you like <b>cake</b>?", exact: true }).waitFor();
  await press(phone, "Back");
  await phone.getByRole("heading", { name: FOUR_KINDS.title }).waitFor();
  await phone.getByText("From: Team A").waitFor();
  await field(page, "Title").fill("Tea time");
  await phone.getByRole("heading", { name: "Tea time" }).waitFor();
  await press(phone, "Start");
  await cardOf(page, 1).getByRole("textbox", { name: "Question" }).waitFor();
});

story("on a narrow screen a button leads to the preview and back", async (stage) => {
  const page = await withQuestions(stage, ["One"], PHONE);
  await soon.ok(async () => !(await people.preview(page).isVisible()));
  await press(page, "Preview");
  await people.preview(page).getByRole("textbox", { name: "One", exact: true }).waitFor();
  await soon.ok(async () => !(await field(page, "Question").isVisible()));
  await press(page, "Back to the questions");
  await field(cardOf(page, 1), "Question").waitFor();
  await soon.ok(async () => !(await people.preview(page).isVisible()));
});

story("keys undo in the field first, and say what they would undo elsewhere", async (stage) => {
  const page = await withQuestions(stage, ["One", "Two"]);
  await people.cardOf(page, 1).getByRole("button").first().click();
  const first = field(cardOf(page, 1), "Question");
  await first.fill("Uno");
  await people.cardOf(page, 2).getByRole("button").first().click();
  await field(cardOf(page, 2), "Question").fill("Dos");
  await people.cardOf(page, 1).getByRole("button").first().click();
  await hasFocus(first);
  await page.keyboard.press("Control+z");
  await holds(first, "One");
  await page.keyboard.press("Control+z");
  await holds(first, "");
  await page.keyboard.press("Control+z");
  await page.getByRole("status").getByText(/^Press Ctrl\+Z again to undo this: /).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("Undone: Wrote question 2").waitFor();
});

story("a version that was named in the history can be gone back to, and undo leads on again", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await field(page, "Title").fill("Before");
  const open = async () => {
    await people.fromBar(page, "History and versions");
    return page.getByRole("dialog", { name: "History" });
  };
  const history = await open();
  await field(history, "Name this version").fill("For the meeting");
  await field(history, "Name this version").press("Enter");
  await history.getByText("This version is saved as").waitFor();
  await press(history, "Close");
  await field(page, "Title").fill("After");
  await (await open()).getByRole("button", { name: "Restore this version: For the meeting" }).click();
  await history.waitFor({ state: "hidden" });
  await holds(field(page, "Title"), "Before");
  await undo(page).click();
  await holds(field(page, "Title"), "After");
});

story("the keys are listed in the app", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.fromBar(page, "Keyboard shortcuts");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await keys.getByText("Hold the first keys down, then press the last one.").waitFor();
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });
});
