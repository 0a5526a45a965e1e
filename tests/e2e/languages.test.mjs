// A survey in more than one language: choosing one changes the app's words and the survey's at once, in the right
// direction, without losing an answer; it is remembered; and without the words of a language all still works.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as people from "./people.mjs";
import * as survey from "./every_kind.mjs";
import { CONSENT, LIKES, LIVES, MANY, NAME, choice } from "./every_kind.mjs";
import { clipboard, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field } = people;

/** The app's own words in Welsh, by their key. */
const file = await readFile(new URL("../../web/words/cy.txt", import.meta.url), "utf8");
const lines = file.split("\n").filter((line) => line.includes("="));
const welsh = Object.fromEntries(lines.map((line) => line.split(/=(.*)/)));
const say = (key, ...values) => values.reduce((text, value, at) => text.replace(`{${at + 1}}`, value), welsh[key]);
const WELSH_TITLE = "Eich wythnos";
const WELSH_CONSENT = "Ydych chi eisiau cymryd rhan?";
const ARABIC_TITLE = "أسبوعك";
const ARABIC_LIKES = "هل يعجبك عامل الدعم؟";

const select = (page) => page.getByRole("combobox");
const choose = (page, name) => select(page).selectOption({ label: name });
const html = (page) => page.locator("html").evaluate(({ lang, dir }) => [lang, dir]);
const isIn = (page, ...wanted) => eventually(async () => assert.deepEqual(await html(page), wanted));
const phoneIn = (tag) => ({ content: `Object.defineProperty(navigator, "language", { get: () => "${tag}" })` });

/** Notes which files with words a phone fetches. */
function wordsOf(page) {
  const asked = [];
  page.on("request", (request) => {
    const [name] = request.url().match(/words-\w+(?=-)/) ?? [];
    if (name) asked.push(name);
  });
  return asked;
}

story("each language is offered by its own name, and its words are fetched when it is chosen", async (stage) => {
  const context = await stage.profile({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const asked = wordsOf(page);
  await page.goto(survey.LINK);
  await survey.atPage(page, survey.TITLE);
  const names = await page.getByRole("combobox", { name: "Language" }).getByRole("option").allInnerTexts();
  assert.deepEqual(names, ["English", "العربية", "Cymraeg"]);
  const tags = await page.getByRole("option").evaluateAll((all) => all.map(({ lang }) => lang));
  assert.deepEqual(tags, ["en", "ar", "cy"], "a screen reader says each name in its own language");
  await survey.goTo(page, CONSENT);
  assert.deepEqual(asked, [], "nobody waits for words that they do not read");
  await choose(page, "Cymraeg");
  await survey.atPage(page, WELSH_CONSENT);
  assert.deepEqual(asked, ["words-cy"]);
});

story("Welsh changes the app's words and the survey's at once, and keeps the page and its answer", async (stage) => {
  const page = await survey.open(stage);
  await isIn(page, "en", "ltr");
  await survey.turn(page, "Start");
  await choice(page, "Yes, I want to take part").check();
  await choose(page, "Cymraeg");
  await survey.atPage(page, WELSH_CONSENT);
  await isIn(page, "cy", "ltr");
  await hasFocus(select(page));
  await soon.ok(() => choice(page, say("ConsentYes")).isChecked());
  await page.getByText(survey.PAGES[0].hint).waitFor();
  await people.button(page, say("Next")).waitFor();
  await people.button(page, say("Back")).waitFor();
  await page.getByText(say("QuestionOfAbout", 1, 21), { exact: true }).waitFor();
  await soon.equal(() => page.title(), `${say("QuestionOfAbout", 1, 21)} – ${WELSH_TITLE}`);
  await soon.equal(() => page.getByRole("button", { name: "Next" }).count(), 0);
  await choose(page, "English");
  await survey.atPage(page, CONSENT);
  await isIn(page, "en", "ltr");
  await button(page, "Next").waitFor();
});

story("what is typed, ticked and put in order stays in every language", async (stage) => {
  const page = await survey.open(stage);
  const inWelsh = async (check) => {
    for (const name of ["Cymraeg", "English"]) {
      await choose(page, name);
      await button(page, name === "English" ? "Next" : say("Next")).waitFor();
      await check();
    }
  };
  await survey.goTo(page, NAME);
  await field(page, NAME).pressSequentially("An");
  await inWelsh(() => holds(field(page, NAME), "An"));
  await survey.goTo(page, survey.WITH, { [LIVES(survey.put("An"))]: "Something else" });
  await choice(page, "Washing", "checkbox").check();
  await choice(page, "Money", "checkbox").check();
  await inWelsh(async () => {
    await soon.equal(() => page.getByRole("checkbox", { checked: true }).count(), 2);
    await soon.ok(() => choice(page, "Money", "checkbox").isChecked());
  });
  await survey.goTo(page, survey.CARDS, { [survey.ORDER]: ["Work"] });
  await button(page, "Going well").click();
  await inWelsh(() => page.getByRole("status").filter({ hasText: "Sleep" }).waitFor());
  await survey.turn(page, "Back");
  await page.getByRole("button", { name: "Work", pressed: true }).waitFor();
});

story("an error stands in the new language too, and can be mended there", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, MANY);
  await field(page, MANY).fill("none");
  await people.press(page, "Next");
  await page.locator("#wrong").waitFor();
  await choose(page, "Cymraeg");
  const alert = page.getByRole("group").filter({ hasText: say("WrongTitle") });
  await alert.getByRole("button", { name: say("NotANumber"), exact: true }).click();
  await hasFocus(field(page, MANY));
  await field(page, MANY).fill("0");
  assert.equal(await survey.turn(page, say("Next")), survey.DOCTOR);
});

story("Arabic runs from right to left, and what is not translated stays in English", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, LIKES);
  const left = async (name) => (await button(page, name).boundingBox()).x;
  await soon.ok(async () => (await left("Back")) < (await left("Next")));
  await choose(page, "العربية");
  await survey.atPage(page, ARABIC_LIKES);
  await isIn(page, "ar", "rtl");
  await soon.equal(() => page.title(), `Question 3 of about 21 – ${ARABIC_TITLE}`);
  const direction = (found) => found.evaluate((element) => getComputedStyle(element).direction);
  await soon.equal(() => direction(survey.heading(page, ARABIC_LIKES)), "rtl");
  await soon.ok(async () => (await left("Back")) > (await left("Next")), "the page is mirrored");
  const box = (found) => found.boundingBox();
  const picture = await box(page.locator("label").filter({ hasText: "Yes" }).locator("img"));
  const words = await box(page.getByText("Yes", { exact: true }));
  assert.ok(picture.x > words.x, "the picture stands at the start of the line");
  const hint = page.getByText("Your support worker helps you at home.");
  await soon.equal(() => direction(hint), "ltr", "an English sentence keeps its own direction");
  const language = (found) => found.evaluate((element) => element.closest("[lang]").lang);
  for (const english of [hint, button(page, "Next"), page.getByText("Yes", { exact: true })])
    await soon.equal(() => language(english), "en", "no Arabic voice reads English words");
  await soon.equal(() => language(survey.heading(page, ARABIC_LIKES)), "ar");
  await survey.turn(page);
  await survey.atPage(page, LIVES("…"));
});

story("the language is remembered for the next visit", async (stage) => {
  const page = await survey.open(stage);
  await choose(page, "Cymraeg");
  await survey.atPage(page, WELSH_TITLE);
  await page.reload();
  await survey.atPage(page, WELSH_TITLE);
  await isIn(page, "cy", "ltr");
  await button(page, say("Start")).waitFor();
  await choose(page, "English");
  await survey.atPage(page, survey.TITLE);
  await page.reload();
  await button(page, "Start").waitFor();
});

story("a phone that speaks Welsh starts in Welsh, one that speaks French in the survey's language", async (stage) => {
  const page = await survey.open(stage, { prepare: phoneIn("cy-GB") });
  await survey.atPage(page, WELSH_TITLE);
  await isIn(page, "cy", "ltr");
  await page.getByText(say("QuestionsAbout", 21)).waitFor();
  await choose(page, "English");
  await survey.atPage(page, survey.TITLE);
  await page.reload();
  await survey.atPage(page, survey.TITLE);
  await isIn(page, "en", "ltr");
  const other = await survey.open(stage, { prepare: phoneIn("fr") });
  await button(other, "Start").waitFor();
  await isIn(other, "en", "ltr");
});

story("without the words of a language the page says so, and everything still works", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, NAME);
  await field(page, NAME).fill("Ana");
  const isWords = /words-cy/;
  await page.route(isWords, (route) => route.abort());
  await choose(page, "Cymraeg");
  const notice = page.getByRole("status").filter({ hasText: "These words are not there yet." });
  await notice.getByText("Check your internet. Then try again.").waitFor();
  await isIn(page, "cy", "ltr");
  await holds(field(page, NAME), "Ana");
  await survey.goTo(page, LIKES);
  await survey.turn(page, "Back");
  await holds(field(page, NAME), "Ana");
  await soon.equal(() => page.title(), `Question 2 of about 21 – ${WELSH_TITLE}`);
  // The browser itself notes a file that it could not fetch. Nothing else may complain.
  assert.deepEqual(stage.complaints.splice(0), ["console: Failed to load resource: net::ERR_FAILED"]);
  await page.unroute(isWords);
  await button(notice, "Try again").click();
  await button(page, say("Next")).waitFor();
  await soon.equal(() => page.getByText("These words are not there yet.").count(), 0);
});

story("the check, the ways to send and what comes after are in Welsh", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page, { [NAME]: "Ana", [LIKES]: "No" });
  await choose(page, "Cymraeg");
  await survey.atPage(page, say("Check"));
  await soon.equal(() => page.title(), `${say("Check")} – ${WELSH_TITLE}`);
  await page.getByText(say("CheckNothingSent")).waitFor();
  const card = survey.card(page, WELSH_CONSENT);
  await card.getByText(say("ConsentYes"), { exact: true }).waitFor();
  await button(card, `${say("Change")}: ${WELSH_CONSENT}`).waitFor();
  await survey.card(page, LIKES).getByText(say("No"), { exact: true }).waitFor();
  await survey.card(page, say("Help")).getByText(say("Skipped")).waitFor();
  await survey.card(page, LIVES(survey.put("Ana"))).waitFor();
  await survey.turn(page, say("Send"));
  await survey.atPage(page, say("SendTitle"));
  const whose = survey.put("Together Group");
  await page.getByText(say("SendLocked", whose)).waitFor();
  await button(page, say("Copy")).click();
  await page.getByRole("status").filter({ hasText: say("SentCopied") }).getByText(say("SentCopiedNext")).waitFor();
  const message = await clipboard(page);
  await button(page, say("HaveSent")).click();
  await survey.atPage(page, say("DoneTitle"));
  await page.getByRole("heading", { name: say("WhatNext") }).waitFor();
  await page.getByText(say("TakeBack", whose)).waitFor();
  await page.getByText(say("YourCode")).waitFor();
  assert.ok(message.startsWith(`${say("MyAnswersTo", WELSH_TITLE)}. `), message.slice(0, 60));
  await button(page, say("Delete")).click();
  const dialog = page.getByRole("alertdialog", { name: say("DeleteAsk") });
  await button(dialog, say("DeleteYes")).click();
  await survey.atPage(page, say("DeletedTitle"));
});

story("a language that was left before its words came does not come back with them", async (stage) => {
  const page = await survey.open(stage);
  await isIn(page, "en", "ltr");
  await page.evaluate(() => {
    const html = document.documentElement;
    window.spoken = [];
    new MutationObserver(() => window.spoken.push(html.lang)).observe(html, { attributeFilter: ["lang"] });
  });
  let letIn;
  const held = new Promise((resolve) => (letIn = resolve));
  await page.route(/words-cy/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/words-cy/);
  await choose(page, "Cymraeg");
  await asked;
  await choose(page, "English");
  const came = page.waitForResponse(/words-cy/);
  letIn();
  await came;
  await choose(page, "العربية");
  await survey.atPage(page, ARABIC_TITLE);
  await choose(page, "English");
  await survey.atPage(page, survey.TITLE);
  await isIn(page, "en", "ltr");
  await hasFocus(select(page));
  assert.ok(!(await page.evaluate(() => window.spoken)).includes("cy"));
});
