// Answering a survey on a phone: reading what it is, going back and forth, stopping and coming back, changing an
// answer, and being rid of all of it.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { ON_PHONES, records } from "./records.mjs";
import { PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, atCheck, atQuestion, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

async function opened(stage, options) {
  const { link } = await survey(stage);
  return { link, page: await stage.open(PHONE, link, options) };
}

const reopened = async (page, link) => {
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  await next.goto(link);
  return next;
};
const heading = (page, name) => page.getByRole("heading", { name, exact: true });
const change = (page, { text }) => page.getByRole("listitem").filter({ hasText: text }).getByRole("button").click();
const stored = async (page) => [
  ...Object.entries(await records(page, ...ON_PHONES)),
  ...(await page.evaluate(() => Object.entries({ ...localStorage }))),
];

story(
  "the welcome says what it is, whose it is, how long it takes, that nobody has to, and who sees it",
  async (stage) => {
    const { page } = await opened(stage);
    await heading(page, "Four kinds").waitFor();
    const told = [
      "From: Team A",
      "We want to know.",
      "It has 5 questions. It takes about 3 minutes.",
      "You do not have to answer. Your support will stay the same.",
      "Someone can help you. But say what you think.",
      "Only the people who made this survey will see your answers.",
    ];
    for (const text of told) await page.getByText(text, { exact: true }).waitFor();
    await soon.equal(() => page.title(), "Four kinds");
    await soon.equal(() => page.getByRole("button", { name: "Start again" }).count(), 0, "there is nothing to start again");
    await soon.deepEqual(() => stored(page), [], "who only looks leaves nothing on the phone");
  },
);

story("Next, Back and Skip lead where they say, and each page says where it is", async (stage) => {
  const { page } = await opened(stage);
  await press(page, "Start");
  for (const [place, { text }] of QUESTIONS.entries()) {
    await atQuestion(page, place + 1, 5);
    await hasFocus(heading(page, text));
    await soon.equal(() => page.title(), `Question ${place + 1} of 5 – Four kinds`);
    await people.answer(page, QUESTIONS[place], FOUR_ANSWERS[place]);
    await press(page, "Next");
  }
  await hasFocus(heading(page, people.HELP));
  await page.getByRole("checkbox", { name: "They read it to me" }).check();
  await press(page, "Next");
  await atCheck(page);
  await hasFocus(heading(page, "Check your answers"));
  for (const place of [4, 3, 2, 1, 0]) {
    await press(page, "Back");
    await atQuestion(page, place + 1, 5);
  }
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
  await press(page, "Back");
  await heading(page, "Four kinds").waitFor();
  await press(page, "Continue");
  await press(page, "Skip this question");
  await atQuestion(page, 2, 5);
  await soon.deepEqual(() => checked(page, "checkbox"), ["Bread", "Soup"]);
  await press(page, "Back");
  await atQuestion(page, 1, 5);
  await soon.deepEqual(() => checked(page, "radio"), [], "a skipped question has no answer");
});

async function checked(page, role) {
  const boxes = await page.getByRole(role, { checked: true }).all();
  return Promise.all(boxes.map(async (box) => (await box.locator("xpath=..").innerText()).trim()));
}

story("the browser's own Back and Forward go through the questions", async (stage) => {
  const { page, link } = await opened(stage);
  await press(page, "Start");
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await press(page, "Next");
  await atQuestion(page, 2, 5);
  await press(page, "Next");
  await atQuestion(page, 3, 5);
  await page.goBack();
  await atQuestion(page, 2, 5);
  await page.goBack();
  await atQuestion(page, 1, 5);
  await soon.ok(() => page.getByRole("radio", { name: "No", exact: true }).isChecked());
  await page.goForward();
  await atQuestion(page, 2, 5);
  await page.goBack();
  await page.goBack();
  await heading(page, "Four kinds").waitFor();
  assert.equal(page.url(), link, "the address stays the link");
});

story("a person who closes the link and opens it again goes on where they stopped", async (stage) => {
  const { page, link } = await opened(stage);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await press(page, "Next");
  await people.answer(page, QUESTIONS[1], ["Rice"]);
  await press(page, "Next");
  await atQuestion(page, 3, 5);
  const words = people.field(page, QUESTIONS[2].text);
  await words.pressSequentially("By the se");
  // Closed at once, without Next.
  const again = await reopened(page, link);
  await people.comeBack(again);
  await again.getByText("Welcome back. Your answers are still here.").waitFor();
  await atQuestion(again, 3, 5);
  await holds(people.field(again, QUESTIONS[2].text), "By the se");
  await press(again, "Back");
  await atQuestion(again, 2, 5);
  await soon.deepEqual(() => checked(again, "checkbox"), ["Rice"]);
});

story("an answer is changed from the check, and the person is back at the check", async (stage) => {
  const { page } = await opened(stage);
  await people.answerAll(page, QUESTIONS, ["Yes", undefined, "By the sea", undefined]);
  await page.getByText("Nothing is sent yet. You can change any answer.").waitFor();
  const cards = page.getByRole("listitem");
  await soon.equal(() => cards.filter({ hasText: "You skipped this" }).count(), 3);
  await change(page, QUESTIONS[0]);
  await atQuestion(page, 1, 5);
  await people.answer(page, QUESTIONS[0], "Not sure");
  await press(page, "Save");
  await atCheck(page);
  await page.getByRole("listitem").filter({ hasText: "Not sure" }).first().waitFor();
  await page.getByRole("button", { name: /^Answer: .*What would you change/ }).click();
  await atQuestion(page, 4, 5);
  await people.answer(page, QUESTIONS[3], "Two\nlines");
  await press(page, "Save");
  await atCheck(page);
  await soon.equal(() => cards.filter({ hasText: "You skipped this" }).count(), 2);
  await page.getByText("Two\nlines").waitFor();
});

story("who loads the page anew while they change an answer still comes back to the check", async (stage) => {
  const { page } = await opened(stage);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  await change(page, QUESTIONS[1]);
  await atQuestion(page, 2, 5);
  await page.reload();
  await atQuestion(page, 2, 5);
  await press(page, "Save");
  await atCheck(page);
});

story("Skip takes an answer away, from the check too", async (stage) => {
  const { page } = await opened(stage);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  await change(page, QUESTIONS[2]);
  await press(page, "Skip this question");
  await atCheck(page);
  const card = page.getByRole("listitem").filter({ hasText: QUESTIONS[2].text });
  await card.getByText("You skipped this").waitFor();
  await soon.equal(() => page.getByText("By the sea").count(), 0);
});

story("who answers nothing is told so before they send", async (stage) => {
  const { page } = await opened(stage);
  await people.answerAll(page, QUESTIONS, []);
  await page.getByText("You have not answered any questions yet.").waitFor();
});

story("Start again asks first, and then nothing of the old answers is left", async (stage) => {
  const { page, link } = await opened(stage);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  const dialog = page.getByRole("alertdialog", { name: "Start again?" });
  await press(page, "Start again");
  await press(dialog, "No, go back");
  await dialog.waitFor({ state: "hidden" });
  await press(page, "Start again");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await hasFocus(people.button(page, "Start again"));
  await page.getByText("By the sea").waitFor();
  await press(page, "Start again");
  await press(dialog, "Yes, start again");
  await heading(page, "Four kinds").waitFor();
  // The next person on the same tablet opens the link.
  const next = await reopened(page, link);
  await heading(next, "Four kinds").waitFor();
  await press(next, "Start");
  await atQuestion(next, 1, 5);
  await soon.deepEqual(() => checked(next, "radio"), []);
});

story("Delete takes all answers off the phone", async (stage) => {
  const { page, link } = await opened(stage);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  await soon.notDeepEqual(() => stored(page), []);
  await press(page, "Delete my answers from this phone");
  const dialog = page.getByRole("alertdialog", { name: "Delete your answers?" });
  await press(dialog, "Yes, delete them");
  await hasFocus(heading(page, "Your answers are deleted"));
  await soon.deepEqual(() => stored(page), []);
  const next = await reopened(page, link);
  await people.button(next, "Start").waitFor();
});

story("the whole survey can be answered and sent with the keyboard alone", async (stage) => {
  const { page } = await opened(stage);
  const keys = page.keyboard;
  const tabTo = (target) =>
    eventually(async () => {
      await keys.press("Tab");
      assert.ok(await target.evaluate((element) => element === document.activeElement), `no way to ${target}`);
    });
  const go = async (name) => {
    await tabTo(people.button(page, name));
    await keys.press("Enter");
  };
  await go("Start");
  await hasFocus(heading(page, QUESTIONS[0].text));
  await keys.press("Tab");
  await keys.press("ArrowDown");
  await soon.ok(() => page.getByRole("radio", { name: "No", exact: true }).isChecked());
  await go("Next");
  await hasFocus(heading(page, QUESTIONS[1].text));
  await tabTo(page.getByRole("checkbox", { name: "Rice" }));
  await keys.press("Space");
  await go("Next");
  await hasFocus(heading(page, QUESTIONS[2].text));
  await keys.press("Tab");
  await keys.type("By the sea");
  await go("Next");
  await hasFocus(heading(page, QUESTIONS[3].text));
  await go("Skip this question");
  await hasFocus(heading(page, people.HELP));
  await go("Skip this question");
  await hasFocus(heading(page, "Check your answers"));
  await go("Send my answers");
  await hasFocus(heading(page, "Send my answers"));
  await go("Copy my answers");
  await page.getByText("Your answers are copied.").waitFor();
});
