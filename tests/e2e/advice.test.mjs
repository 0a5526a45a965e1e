// Easy-read advice: lines under words as one types, a change with one tap, what is left and why, the page that sums
// it up, and the note of who checked it.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { cardOf, field, goTo, press, undo } = people;

const ASKS = "Do staff take into consideration what you tell them and act on it?";
const EASIER = "Do staff think about what you tell them and act on it?";
const LONG =
  "We would like you to remember the last time that you told somebody who works with you what you want to do at home " +
  "and in the evening after dinner.";

const advice = (scope, name) => scope.getByRole("listitem").filter({ hasText: name });
const moreHelp = (card) => field(card, "Help text");
const message = (page, text) => page.getByRole("status").getByText(text);

/** Waits for a line under some words of a field, or for its going away. Screen readers never hear of the lines. */
async function hasLine(textbox, words, isThere = true) {
  const lines = textbox.locator("xpath=following-sibling::*[@aria-hidden='true']");
  await eventually(async () => {
    const flagged = (await lines.locator(".flag").allInnerTexts()).join("");
    assert.equal(flagged.includes(words), isThere, `lines under: ${flagged}`);
  });
}

async function withQuestion(stage, text, size = LAPTOP) {
  const page = await stage.open(size, APP);
  await people.startEmpty(page);
  await field(page, "Title").fill("Your support");
  await field(page, "Who is asking?").fill("Team A");
  await people.addQuestion(page, "One choice");
  const card = cardOf(page, 1);
  const question = field(card, "Question");
  await hasFocus(question);
  await question.pressSequentially(text);
  for (const [place, choice] of ["Yes", "No"].entries()) await field(card, `Choice ${place + 1}`).fill(choice);
  await question.focus();
  return { page, card, question };
}

const assertAccessible = async (page) => assert.deepEqual(await findings(page), []);

story("advice shows as one types, and one tap changes the words, which undo takes back", async (stage) => {
  const { page, card, question } = await withQuestion(stage, ASKS);
  const hard = advice(card, "“take into consideration”");
  await hard.waitFor();
  await hasLine(question, "take into consideration");
  await hasFocus(question);
  await eventually(async () => assert.match(await described(question), /\d suggestions? below\./));
  // The first time, it may say why of its own accord.
  if (!(await hard.getByText("From: ").isVisible())) await hard.getByText("Why?").click();
  await hard.getByText(/^It adds \d+ points\. At 10 points a sentence is hard\.$/).waitFor();
  await hard.getByText("From: ").waitFor();
  const entry = page.getByRole("navigation", { name: "Questions in this survey" }).getByRole("button");
  await entry.filter({ has: page.getByRole("img", { name: "has advice" }) }).waitFor();
  await assertAccessible(page);
  await press(hard, "Change to “think about”");
  await holds(question, EASIER);
  await hasFocus(question);
  await message(page, "Changed to “think about”.").waitFor();
  await hard.waitFor({ state: "detached" });
  await undo(page).click();
  await holds(question, ASKS);
  await hard.waitFor();
});

/** What a screen reader says of a field, beside its name. */
function described(textbox) {
  return textbox.evaluate((element) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id).textContent).join(" ");
  });
}

story("the lines keep to their words when a field is longer than it shows", async (stage) => {
  const { page, card } = await withQuestion(stage, "What do you like?");
  const choice = field(card, "Choice 1");
  await choice.pressSequentially("Going out with staff who take into consideration what I tell them about my life and my home");
  const boxes = () =>
    choice.evaluate((input) => {
      const lines = input.nextElementSibling;
      const room = (element) => element.scrollWidth - element.clientWidth;
      return [input, lines].map((layer) => [layer.scrollLeft, layer.clientWidth, room(layer) > 0]);
    });
  await eventually(async () => {
    const [input, lines] = await boxes();
    assert.ok(input[0] > 0, "the field is scrolled to its end");
    assert.deepEqual(lines, input);
  });
  await choice.press("Home");
  await eventually(async () => assert.deepEqual((await boxes()).map(([scrolled]) => scrolled), [0, 0]));
  const help = moreHelp(card);
  await people.writeHelp(card, "");
  const [low, high] = [await help.boundingBox(), (await help.fill(`${LONG}\n${LONG}\n`), await help.boundingBox())];
  assert.ok(high.height > low.height + 40, "a field of several lines grows with its words");
  const [inside, lines] = await help.evaluate((area) => [area, area.nextElementSibling].map((e) => e.scrollHeight));
  assert.equal(inside, lines);
  await page.setViewportSize(PHONE.viewport);
  await eventually(async () => {
    const [inside, own] = await help.evaluate((area) => [area.scrollHeight, area.clientHeight]);
    assert.equal(inside, own, "and never scrolls");
  });
});

story("two questions in one are split, and undo makes them one again", async (stage) => {
  const { page, card } = await withQuestion(stage, "Do staff listen to you and help you?");
  await press(
    advice(card, "Two questions in one."),
    "Make 2 questions: “Do staff listen to you?” and “Do staff help you?”",
  );
  await message(page, "Split in two.").waitFor();
  await cardOf(page, 2).waitFor();
  await undo(page).click();
  await cardOf(page, 2).waitFor({ state: "detached" });
  await holds(field(card, "Question"), "Do staff listen to you and help you?");
});

story("advice is left with a reason, and comes back from the page that sums up", async (stage) => {
  const { page, card } = await withQuestion(stage, "What do you like?");
  await people.writeHelp(card, LONG);
  const long = advice(card, "Long sentence.");
  await press(long, "Ignore: Long sentence");
  const reason = field(card, "Why are you keeping it? (optional)");
  await hasFocus(reason);
  await hasLine(moreHelp(card), "We would like", false);
  await reason.fill("Our group wrote it");
  await reason.press("Enter");
  await hasFocus(moreHelp(card));
  await message(page, "The reason is kept.").waitFor();
  await reason.waitFor({ state: "detached" });

  await goTo(page, "Advice");
  const left = page.getByRole("region", { name: "Left as it is" });
  await left.getByText("Why: Our group wrote it").waitFor();
  await assertAccessible(page);
  await left.getByRole("button", { name: /^Bring it back: Long sentence/ }).click();
  await left.waitFor({ state: "detached" });
  await page.getByText("Some of your words are easy. 1 question is harder.").waitFor();
  await page.getByRole("button", { name: /^Long sentence \(1\)/ }).click();
  const list = page.getByRole("region", { name: "Advice", exact: true });
  await advice(list, "Long sentence.").waitFor();
  await soon.equal(() => list.getByText("No picture.").count(), 0, "the other rules are away");
  await page.getByRole("link", { name: "Edit this: Help text" }).click();
  await hasFocus(moreHelp(cardOf(page, 1)));
});

story("a survey in another language has no advice", async (stage) => {
  const { page, question } = await withQuestion(stage, "Ydych chi’n utilise?");
  await hasLine(question, "utilise");
  await goTo(page, "Languages");
  await page.getByRole("combobox", { name: "This survey is written in" }).selectOption("cy");
  await goTo(page, "Advice");
  await page.getByText("Our advice is for English only.").waitFor();
  await goTo(page, "Questions");
  await cardOf(page, 1).waitFor();
  await hasLine(field(cardOf(page, 1), "Question"), "utilise", false);
});

story("only readers make it easy read, and an edit makes their check old", async (stage) => {
  const { page } = await withQuestion(stage, "Do you like tea?", PHONE);
  await goTo(page, "Advice");
  const checks = page.getByRole("region", { name: "Who checked it?" });
  const verdict = checks.getByText("You can call it easy read.");
  await press(checks, "Record this check");
  const who = field(checks, "Names or a group");
  await hasFocus(who);
  await checks.getByText("Write who checked it.").waitFor();
  await who.fill("Group A");
  await checks.getByLabel("When?").fill("2026-01-03");
  await press(checks, "Record this check");
  await checks.getByText("Checked by readers: Group A, 3 January 2026. You can call it easy read.").waitFor();
  await checks.getByText("This draft, as it is now.").waitFor();
  await assertAccessible(page);

  await goTo(page, "Questions");
  await cardOf(page, 1).waitFor();
  await field(cardOf(page, 1), "Question").fill("Do you like coffee?");
  await goTo(page, "Advice");
  await checks.getByText("The survey was changed since. Ask them to check it again.").waitFor();
  await soon.equal(() => verdict.count(), 0);
  await undo(page).click();
  await verdict.waitFor();
  await checks.getByRole("button", { name: "Remove: Group A, 3 January 2026" }).click();
  await checks.getByText("Ask people who will use the survey").waitFor();
  await undo(page).click();
  await verdict.waitFor();
});
