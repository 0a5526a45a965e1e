// The card of an open question is small enough to see with its choices at once, and calm: few controls at rest, and
// what most questions leave as it is opens in place. Five questions are written with few clicks and few keys.

import assert from "node:assert/strict";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field, openChip, press, withCard } = people;
const { add, openCard, wordsOf, writeChoices } = building;

const KINDS = [
  "Yes, no, not sure",
  "One choice",
  "Several choices",
  "3 faces",
  "5 faces",
  "Pick one picture",
  "Pick several pictures",
  "This or that",
  "Roughly when",
  "Rank",
  "Sort into groups",
  "Short answer",
  "Long answer",
  "A number",
  "A date",
  "A month and year",
  "Information page",
  "Consent page",
  "Section",
];
/** With these, four choices of people's own. */
const OWN = ["One choice", "Several choices", "Pick one picture", "Pick several pictures", "Rank", "Sort into groups"];
const FOUR = ["Cooking", "Washing", "Money", "I am not sure"];

/** How high the card is, and how many controls show: in all, and in each row of choices. */
function measured(card) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const controls = (scope) =>
    [...scope.querySelectorAll("button, a, input, select, textarea, summary")].filter(shown).length;
  const rows = [...card.querySelectorAll("ol > li")].map(controls);
  return { height: card.getBoundingClientRect().height, rows, others: controls(card) - rows.reduce((a, b) => a + b, 0) };
}

async function start(stage, size = LAPTOP) {
  const page = await stage.open(size, APP);
  await people.startEmpty(page);
  return page;
}

story("the card of every kind has few controls at rest, and four choices fit in 480 px", async (stage) => {
  const page = await start(stage);
  const wrong = [];
  for (const kind of KINDS) {
    const card = await add(page, kind, "What do staff help you with?");
    if (OWN.includes(kind)) await writeChoices(card, FOUR);
    if (kind === "This or that") await writeChoices(card, FOUR.slice(0, 2));
    await button(card, /^Asked: /).waitFor();
    // The picture that is offered takes the place of a picture's description.
    const what = { "Information page": "page", Section: "section" }[kind] ?? "question";
    await building.pickPicture(card, `the ${what}`, "home");
    const { height, rows, others } = await card.evaluate(measured);
    if (others > 14) wrong.push(`${kind}: ${others} controls`);
    if (rows.some((row) => row > 3)) wrong.push(`${kind}: ${rows} in the rows of choices`);
    if (rows.length === 4 && height > 480) wrong.push(`${kind}: ${height} px`);
  }
  assert.deepEqual(wrong, []);
});

story("chips say what is so, and open in place what changes it", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Several choices", "What do you eat?");
  await button(card, "Asked: always").waitFor();
  await building.preferNot(card);
  await button(card, "Personal: yes").click();
  await soon.equal(() => card.getByRole("checkbox", { name: building.PREFER_NOT }).count(), 0);
  await openChip(card, "Limits");
  await building.setNumber(field(card, "At most"), "3");
  await button(card, "Limits: up to 3").waitFor();
});

story("from the question one Tab leads to its first choice, and two lead from choice to choice", async (stage) => {
  const page = await start(stage);
  await add(page, "Yes, no, not sure", "Do you like tea?");
  const card = await add(page, "Several choices", "What do you eat?");
  await writeChoices(card, ["Bread", "Soup"]);
  await wordsOf(card).focus();
  await page.keyboard.press("Tab");
  await hasFocus(field(card, "Choice 1"));
  await page.keyboard.press("Tab");
  await hasFocus(button(card, "More for choice 1"));
  await page.keyboard.press("Tab");
  await hasFocus(field(card, "Choice 2"));
  // An arrow that leads nowhere is passed by.
  await soon.equal(() => button(card, "Move down").getAttribute("tabindex"), "-1");
  await soon.equal(() => button(card, "Move up").getAttribute("tabindex"), null);
});

story("Backspace removes an empty choice and goes to the one before, and the first one stays", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "One choice", "Where do you live?");
  await field(card, "Choice 1").fill("At home");
  await field(card, "Choice 2").focus();
  await page.keyboard.press("Backspace");
  await hasFocus(field(card, "Choice 1"));
  await soon.equal(() => field(card, "Choice 2").count(), 0);
  await holds(field(card, "Choice 1"), "At home");
  await field(card, "Choice 1").fill("");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await field(card, "Choice 1").waitFor();
});

story("the list of a choice and of a question closes by Escape, and gives the focus back", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "One choice", "Where do you live?");
  const more = button(card, "More for choice 1");
  await more.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await hasFocus(more);
  await soon.equal(() => button(card, "Remove choice 1").count(), 0);
  await withCard(card, "Help text");
  await hasFocus(field(card, "Help text"));
});

story("a “+” between two cards makes room for the kinds, and the new question lands there", async (stage) => {
  const page = await start(stage);
  await add(page, "Short answer", "One");
  await add(page, "Short answer", "Two");
  await press(page, "Add a question below Question 1");
  const picker = building.region(page, "Add a question");
  await picker.getByText("It goes below question 1.").waitFor();
  // What was used last comes first.
  await hasFocus(button(picker, "Short answer"));
  await page.keyboard.press("Escape");
  await hasFocus(button(page, "Add a question below Question 1"));
  await press(page, "Add a question below Question 1");
  await press(picker, "3 faces");
  await hasFocus(wordsOf(openCard(page)));
  await page.keyboard.type("Between");
  await building.listed(page, ["1 One", "2 Between", "3 Two"]);
  await press(page, "Add a question below Welcome page");
  await press(picker, "Yes, no, not sure");
  await hasFocus(wordsOf(building.region(page, "Question 1")));
});

story("five questions with four choices each take at most 12 clicks beside the typing", async (stage) => {
  const page = await start(stage);
  let clicks = 1;
  const click = async (what) => {
    await what.click();
    clicks += 1;
  };
  await page.keyboard.type("Five questions");
  await holds(field(page, "Title"), "Five questions");
  const picker = building.region(page, "Add a question");
  for (let number = 1; number <= 5; number += 1) {
    if (number > 1) await click(button(page, "Add a question"));
    await click(button(picker, "One choice"));
    const card = openCard(page);
    await hasFocus(wordsOf(card));
    await page.keyboard.type(`Question ${number}?`);
    await page.keyboard.press("Tab");
    for (const [place, words] of ["A", "B", "C", "D"].entries()) {
      await hasFocus(field(card, `Choice ${place + 1}`));
      await page.keyboard.type(words);
      // The second one is there already.
      if (place === 0) for (const _ of "12") await page.keyboard.press("Tab");
      else if (place < 3) await page.keyboard.press("Enter");
    }
    await holds(field(card, "Choice 4"), "D");
  }
  assert.ok(clicks <= 12, `${clicks} clicks`);
});

story("on a phone the question comes at once: bar, steps and tools take at most 120 px", async (stage) => {
  const page = await start(stage, PHONE);
  await add(page, "One choice", "Where do you live?");
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => {
    const top = await page.getByRole("main").evaluate((main) => main.getBoundingClientRect().top + scrollY);
    assert.ok(top <= 120, `${top} px`);
  });
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await soon.equal(sideways, 0);
});
