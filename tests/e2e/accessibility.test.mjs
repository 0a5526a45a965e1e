// axe, with every rule it has for WCAG 2.2 AA and good practice, on every screen and state of both programs; on the
// participant's pages the stricter contrast of AAA too. And what a screen reader is told of a page and of a question.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { organiserScreens, participantScreens } from "./screens.mjs";
import { LAPTOP, PHONE, once, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const message = once(async (stage) => {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  return people.sendByCopy(page);
});

/** Walks through screens and collects what is wrong, and the titles that the tab had on the way. */
async function everywhere(walk, { strict, titles }) {
  const wrong = [];
  const seen = new Set();
  await walk(async (name, page) => {
    const found = await findings(page, { strict });
    const headings = await page.getByRole("heading", { level: 1 }).count();
    if (headings !== 1 && !name.includes("dialog")) found.push(`${headings} headings of the first level`);
    wrong.push(...found.map((finding) => `${name}: ${finding}`));
    seen.add(await page.title());
  });
  assert.deepEqual(wrong, []);
  const missing = titles.filter((title) => !seen.has(title));
  assert.deepEqual(missing, [], "each screen says in the tab what it is");
}

const PARTICIPANT_TITLES = [
  "Four kinds",
  "Question 1 of 5 – Four kinds",
  "Check your answers – Four kinds",
  "Send my answers – Four kinds",
  "Your answers are deleted – Four kinds",
  "Open your survey",
];
const ORGANISER_TITLES = [
  "My surveys – Ask Together",
  "Questions – Four kinds – Ask Together",
  "Send – Four kinds – Ask Together",
  "Inbox – Four kinds – Ask Together",
  "Results – Four kinds – Ask Together",
];

for (const [name, size] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  story(`axe finds nothing on any screen of the participant on a ${name}`, async (stage) => {
    const opened = await survey(stage);
    const walk = (look) => participantScreens(stage, size, opened, look);
    await everywhere(walk, { strict: true, titles: PARTICIPANT_TITLES });
  });

  story(`axe finds nothing on any screen of the organiser on a ${name}`, async (stage) => {
    const [opened, answer] = [await survey(stage), await message(stage)];
    const walk = (look) => organiserScreens(stage, size, opened, answer, look);
    await everywhere(walk, { strict: false, titles: ORGANISER_TITLES });
  });
}

story(
  "a screen reader hears the question as the group's name, and each choice as its own words alone",
  async (stage) => {
    const page = await stage.open(PHONE, (await survey(stage)).link);
    await press(page, "Start");
    const [one, many, short, long] = QUESTIONS;
    const heard = () => page.getByRole("main").ariaSnapshot();
    const spoken = (snapshot, role) =>
      [...snapshot.matchAll(new RegExp(`${role} "(.*?)"`, "g"))].map(([, name]) => name);

    await people.atQuestion(page, 1, 5);
    await soon.deepEqual(async () => spoken(await heard(), "group"), [one.text]);
    await soon.deepEqual(async () => spoken(await heard(), "radio"), one.choices);
    const description = `Question 1 of 5 ${one.hint}`;
    const described = page.getByRole("heading", { name: one.text, level: 1, exact: true, description });
    await described.waitFor();
    await press(page, "Next");

    await people.atQuestion(page, 2, 5);
    await soon.deepEqual(async () => spoken(await heard(), "group"), [many.text]);
    await soon.deepEqual(async () => spoken(await heard(), "checkbox"), many.choices);
    await press(page, "Next");

    for (const [number, { text }] of [
      [3, short],
      [4, long],
    ]) {
      await people.atQuestion(page, number, 5);
      await soon.deepEqual(async () => spoken(await heard(), "textbox"), [text]);
      await soon.equal(() => page.getByRole("textbox").getAttribute("required"), null, "nobody has to answer");
      await press(page, "Next");
    }
  },
);
