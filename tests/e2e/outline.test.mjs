// The outline, and moving questions about: by dragging with a mouse or a finger, by keys, by "Move to…"; several at
// once; sections that fold; and finding words. Whatever is dragged can be moved by keys and buttons too.

import assert from "node:assert/strict";
import { add, listed, open, openCard, openFromOutline, outline, region, wordsOf } from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { button, cardOf, field, press, undo } = people;

const TABLET = { viewport: { width: 768, height: 1024 }, isMobile: true, hasTouch: true };
const told = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
const line = (page, name) => outline(page).getByRole("button", { name, exact: true });
const finder = (page) => field(outline(page), "Find in this survey");
const tickOf = (page, name) => outline(page).getByRole("checkbox", { name, exact: true });
const bar = (page) => outline(page).getByRole("group", { name: "Selected questions" });

/** A survey with these questions. Words with a capital letter in front are titles of sections. */
async function withLines(stage, texts, size = LAPTOP) {
  const page = await stage.open(size, APP);
  await people.startEmpty(page);
  for (const text of texts) await add(page, /^[A-Z]/.test(text) ? "Section" : "Short answer", text);
  return page;
}

const names = (page, expected) => eventually(async () => assert.deepEqual(await shownIn(page), expected));
const shownIn = (page) => outline(page).locator(".outline-text").allTextContents();

/** The handle of a card or of a line: for pointers alone, so it has no role. */
const handleOf = (scope) => scope.locator(".drag-handle").first();
const lineOf = (page, text) => outline(page).locator(".outline-line").filter({ hasText: text });

/** Where a pointer goes: the middle of something, or its lower edge. */
async function spot(locator, edge = 0.5) {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height * edge];
}

async function dragTo(page, from, to, { edge = 0.95 } = {}) {
  await page.mouse.move(...(await spot(from)));
  await page.mouse.down();
  await page.mouse.move(...(await spot(to, edge)), { steps: 6 });
  await page.locator(".drop-line").waitFor();
}

story("of 60 questions, one far down opens, moves and has the focus, also in the first moment", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.fromElsewhere(page, "Paste questions");
  const texts = Array.from({ length: 60 }, (_, at) => `What about ${at + 1}?`);
  const paste = page.getByRole("dialog", { name: "Paste questions" });
  await field(paste, "Your questions").fill(texts.join("\n"));
  await press(paste, "Add these questions");
  await page.getByText("60 questions are added.").waitFor();
  await names(page, texts);
  await page.reload();
  // Not all are drawn by then.
  await line(page, "2 What about 2?").press("Alt+End");
  await told(page, "Moved. Now question 60 of 60.");
  await hasFocus(line(page, "60 What about 2?"));
  await names(page, [...texts.slice(0, 1), ...texts.slice(2), texts[1]]);
  await page.reload();
  await line(page, "60 What about 2?").click();
  await holds(wordsOf(openCard(page)), "What about 2?");
  await hasFocus(wordsOf(openCard(page)));
  await press(page, "Undo");
  await page.reload();
  await names(page, texts);
});

story("a question is dragged by a mouse, in the cards and in the outline, and Escape leaves it", async (stage) => {
  // So tall that nothing scrolls on the way.
  const page = await withLines(stage, ["one", "two", "three"], { viewport: { width: 1280, height: 2000 } });
  await dragTo(page, handleOf(cardOf(page, 1)), cardOf(page, 2));
  await page.mouse.up();
  await listed(page, ["1 two", "2 one", "3 three"]);
  await told(page, "Moved. Now question 2 of 3.");
  await undo(page).click();
  await listed(page, ["1 one", "2 two", "3 three"]);
  await dragTo(page, handleOf(lineOf(page, "three")), lineOf(page, "one"), { edge: 0.05 });
  await page.keyboard.press("Escape");
  await page.locator(".drop-line").waitFor({ state: "detached" });
  await page.mouse.up();
  await listed(page, ["1 one", "2 two", "3 three"]);
  await dragTo(page, handleOf(lineOf(page, "three")), lineOf(page, "one"), { edge: 0.05 });
  await page.mouse.up();
  await listed(page, ["1 three", "2 one", "3 two"]);
});

story("on a tablet the outline opens above the cards, and a finger drags a question", async (stage) => {
  const page = await withLines(stage, ["one", "two", "three"], TABLET);
  await press(page, "Questions (3)");
  const touch = await page.context().newCDPSession(page);
  const at = ([x, y]) => [{ x: Math.round(x), y: Math.round(y) }];
  const send = (type, touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  const [from, to] = [await spot(handleOf(lineOf(page, "one"))), await spot(lineOf(page, "two"), 0.95)];
  await send("touchStart", at(from));
  for (const part of [0.3, 0.7, 1]) await send("touchMove", at([from[0], from[1] + (to[1] - from[1]) * part]));
  await page.locator(".drop-line").waitFor();
  await send("touchEnd", []);
  await listed(page, ["1 two", "2 one", "3 three"]);
  await told(page, "Moved. Now question 2 of 3.");
  await line(page, "3 three").click();
  await hasFocus(wordsOf(cardOf(page, 3)));
  await line(page, "3 three").waitFor({ state: "hidden" });
});

story("questions and whole sections move by keys and by “Move to…”, and the section is told", async (stage) => {
  const page = await withLines(stage, ["one", "Home", "two", "three", "Work", "four"]);
  await line(page, "1 one").focus();
  await page.keyboard.press("Alt+End");
  await names(page, ["Home", "two", "three", "Work", "four", "one"]);
  await told(page, "Moved to “Work”. Now question 4 of 4.");
  await hasFocus(line(page, "4 one"));
  await page.keyboard.press("Alt+ArrowUp");
  await told(page, "Moved. Now question 3 of 4.");
  await hasFocus(line(page, "3 one"));

  const card = await open(page, "Question 3");
  await people.withCard(card, "Move to…");
  const dialog = page.getByRole("dialog", { name: "Move question 3" });
  await dialog.getByLabel("Section").selectOption("“Home”");
  await dialog.getByLabel("Place").selectOption("After 1. two");
  await press(dialog, "Move");
  await names(page, ["Home", "two", "one", "three", "Work", "four"]);
  await told(page, "Moved to “Home”. Now question 2 of 4.");
  await hasFocus(openCard(page).getByRole("button", { name: /^More for (?!choice)/ }));

  await openFromOutline(page, /^Work$/);
  await people.withCard(openCard(page), "Move the whole section up");
  await names(page, ["Work", "four", "Home", "two", "one", "three"]);
  await undo(page).click();
  await names(page, ["Home", "two", "one", "three", "Work", "four"]);
});

story("sections fold in the outline, and stay so on the way to another screen and back", async (stage) => {
  const page = await withLines(stage, ["Home", "one", "Work", "two"]);
  await button(outline(page), "Questions in “Home”").click();
  await line(page, "1 one").waitFor({ state: "hidden" });
  await people.goTo(page, "Share");
  await people.goTo(page, "Questions");
  await soon.equal(() => button(outline(page), "Questions in “Home”").getAttribute("aria-expanded"), "false");
  await line(page, "1 one").waitFor({ state: "hidden" });
  await press(outline(page), "Close all sections");
  await line(page, "2 two").waitFor({ state: "hidden" });
  await press(outline(page), "Open all sections");
  await line(page, "1 one").waitFor();
});

story("words are found, and the field that says them opens with the words selected", async (stage) => {
  const page = await withLines(stage, ["one café", "two", "three"]);
  await people.writeHelp(openCard(page), "Go to the CAFE.");
  await page.keyboard.press("Control+Shift+F");
  await hasFocus(finder(page));
  await page.keyboard.type("cafe");
  await outline(page).getByRole("status").filter({ hasText: "2 places" }).waitFor();
  // Not the inner text: that is empty where the browser puts off laying out what stands in the outline.
  await soon.deepEqual(() => outline(page).locator("mark").allTextContents(), ["café", "CAFE"]);
  await page.keyboard.press("Enter");
  await hasFocus(outline(page).getByRole("button", { name: "Question 1 one café" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const help = field(cardOf(page, 3), "Help text");
  await hasFocus(help);
  await eventually(async () => {
    const picked = await help.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(picked, "CAFE");
  });
  await page.keyboard.press("Control+Shift+F");
  await hasFocus(finder(page));
  await page.keyboard.press("Escape");
  await holds(finder(page), "");
  await listed(page, ["1 one café", "2 two", "3 three"]);
});

story("several questions are selected, moved, copied and deleted, each as one step", async (stage) => {
  const page = await withLines(stage, ["one", "two", "three", "four"]);
  await press(outline(page), "Select several");
  await tickOf(page, "1 one").click();
  await tickOf(page, "2 two").click({ modifiers: ["Shift"] });
  await bar(page).getByText("2 selected").waitFor();
  await press(bar(page), "Move down");
  await names(page, ["three", "one", "two", "four"]);
  await soon.ok(() => tickOf(page, "2 one").isChecked());
  await hasFocus(button(bar(page), "Move down"));
  await undo(page).click();
  await names(page, ["one", "two", "three", "four"]);
  await tickOf(page, "2 two").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await bar(page).getByText("3 selected").waitFor();
  await press(bar(page), "Delete");
  await names(page, ["four"]);
  await told(page, "3 questions are deleted.");
  await hasFocus(tickOf(page, "1 four"));
  await page.getByRole("status").filter({ hasText: "are deleted" }).getByRole("button", { name: "Undo" }).click();
  await names(page, ["one", "two", "three", "four"]);
  await press(bar(page), "Select all");
  await press(bar(page), "Duplicate");
  await names(page, ["one", "two", "three", "four", "one", "two", "three", "four"]);
  await press(bar(page), "Done");
  await hasFocus(button(outline(page), "Select several"));
  await region(page, "Question 8").waitFor();
});
