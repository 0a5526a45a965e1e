// What people with poor sight, shaky hands or another way of writing need of the participant's pages: large words,
// large targets, no scrolling sideways however much the page is zoomed, and each text in its own direction.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { participantScreens } from "./screens.mjs";
import { APP, LAPTOP, PHONE, soon, story } from "./support.mjs";

const { FOUR_KINDS, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(4);

/** Texts below 21 px and targets below 48 px, on what a person can see now. */
function tooSmall() {
  const top = document.querySelector("dialog[open]") ?? document.body;
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen");
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || !shown(parentElement)) continue;
    const size = parseFloat(getComputedStyle(parentElement).fontSize);
    if (size < 21) found.push(`${size} px: ${data.trim().slice(0, 40)}`);
  }
  for (const target of top.querySelectorAll("button, summary, a, label.choice, input[type=text], textarea")) {
    if (!shown(target)) continue;
    const { height, width } = target.getBoundingClientRect();
    const name = (target.innerText || target.tagName).slice(0, 40);
    if (height < 48 || width < 48) found.push(`${width}×${height}: ${name}`);
    const size = parseFloat(getComputedStyle(target).fontSize);
    if (size < 21) found.push(`${size} px in ${name}`);
  }
  return found;
}

/** How far the page can be scrolled sideways, and what sticks out. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 1;
  const names = [...document.body.querySelectorAll("*")].filter(sticksOut).map((e) => `${e.tagName}.${e.className}`);
  return [`${scrollWidth} px in a window of ${clientWidth}`, ...names.slice(0, 5)];
}

async function everywhere(stage, size, check) {
  const wrong = [];
  await participantScreens(stage, size, await survey(stage), async (name, page) => {
    const found = await page.evaluate(check);
    if (found.length > 0) wrong.push([name, ...found]);
  });
  assert.deepEqual(wrong, []);
}

for (const [name, size] of Object.entries({ phone: PHONE, laptop: LAPTOP })) {
  story(`on a ${name} no word is below 21 px and nothing to press is below 48 px`, async (stage) => {
    await everywhere(stage, size, tooSmall);
  });
}

const narrow = {
  "on the narrowest phone, and on a laptop zoomed to 400 %,": { width: 320, height: 256 },
  "on a laptop zoomed to 200 %": { width: 640, height: 400 },
};
for (const [name, viewport] of Object.entries(narrow)) {
  story(`${name} no page scrolls sideways`, async (stage) => {
    await everywhere(stage, { viewport }, sideways);
  });
}

story("one very long word does not push a page out of the window", async (stage) => {
  const organiser = await stage.open(LAPTOP, APP);
  const questions = ["One choice", "Short answer"].map((kind) => ({
    kind,
    text: LONG_WORD,
    choices: kind === "One choice" ? [LONG_WORD, "b"] : [],
  }));
  await people.writeSurvey(organiser, { title: LONG_WORD, organisation: LONG_WORD, welcome: LONG_WORD, questions });
  const wrong = [];
  const look = async (name, at) => {
    const found = await at.evaluate(sideways);
    if (found.length > 0) wrong.push([name, ...found]);
  };
  await look("editor", organiser);
  const page = await stage.open({ viewport: PHONE.viewport }, await people.publish(organiser));
  await look("share", organiser);
  await people.button(page, "Start").waitFor();
  await look("welcome", page);
  await press(page, "Start");
  await people.answer(page, questions[0], LONG_WORD);
  await look("choice", page);
  await press(page, "Next");
  await people.answer(page, questions[1], LONG_WORD.slice(0, 300));
  await look("words", page);
  await press(page, "Next");
  await press(page, "Skip this question");
  await people.atCheck(page);
  await look("check", page);
  await people.toSend(page);
  await people.atSend(page);
  await look("send", page);
  assert.deepEqual(wrong, []);
});

const RIGHT_TO_LEFT = {
  title: "رأيك في الدعم",
  organisation: "الفريق أ",
  welcome: "نريد أن نعرف رأيك.",
  questions: [
    { kind: "One choice", text: "هل تحب الشاي؟", hint: "الشاي مشروب ساخن.", choices: ["نعم", "No", "لست متأكدا"] },
    { kind: "Short answer", text: "أين تعيش؟" },
  ],
};

story("a survey in Arabic runs from right to left, and an English word in it from left to right", async (stage) => {
  const organiser = await stage.open(LAPTOP, APP);
  await people.writeSurvey(organiser, RIGHT_TO_LEFT);
  const direction = (found) => found.evaluate((element) => getComputedStyle(element).direction);
  await soon.equal(() => direction(people.field(people.cardOf(organiser, 2), "Question")), "rtl", "in the editor too");
  const page = await stage.open(PHONE, await people.publish(organiser));
  const [choice, words] = RIGHT_TO_LEFT.questions;
  await soon.equal(() => direction(page.getByRole("heading", { name: RIGHT_TO_LEFT.title })), "rtl");
  await soon.equal(() => direction(page.getByText(RIGHT_TO_LEFT.welcome)), "rtl");
  await press(page, "Start");
  await soon.equal(() => direction(page.getByRole("heading", { name: choice.text })), "rtl");
  await soon.equal(() => direction(page.getByText(choice.hint)), "rtl");
  await soon.equal(() => direction(page.getByText("نعم")), "rtl");
  await soon.equal(() => direction(page.getByText("No", { exact: true })), "ltr");
  await people.answer(page, choice, "نعم");
  await press(page, "Next");
  const field = people.field(page, words.text);
  await field.fill("في القاهرة");
  await soon.equal(() => direction(field), "rtl");
  await field.fill("Cairo");
  await soon.equal(() => direction(field), "ltr");
  await press(page, "Next");
  await press(page, "Skip this question");
  await people.atCheck(page);
  await soon.equal(() => direction(page.getByRole("heading", { name: choice.text })), "rtl");
  await soon.equal(() => direction(page.getByRole("listitem").getByText("نعم")), "rtl");
});
