// The next person on the same phone: nobody sees a word of what somebody else said, and who comes back finds their
// own end again.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { PHONE, eventually, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** A phone on which somebody sent their answers, at the last page. */
async function sent(stage) {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  const message = await people.sendByCopy(page);
  await press(page, "I have sent my answers");
  await people.atDone(page);
  const code = await page.locator(".response-code").textContent();
  return { page, link, message, code };
}

/** Nothing on the page, nor in its address or title, is of what was said. */
async function tellsNothing(page, code) {
  const shown = `${await page.locator("body").innerText()} ${await page.title()} ${page.url()}`;
  for (const word of ["By the sea", "More tea.", code].filter(Boolean)) assert.ok(!shown.includes(word), word);
  const fields = await page.locator("input[type=text], textarea").evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(fields.filter(Boolean), []);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
}

story("the end says thank you, shows the code, and comes again calmly", async (stage) => {
  const { page, link, code } = await sent(stage);
  assert.equal(await page.title(), "You are done. Thank you. – Four kinds");
  await page.getByText("If you pressed Send, your answers are on their way.").waitFor();
  await page.getByText("Did it not work? Try another way").click();
  await people.button(page, "Copy my answers").waitFor();
  await page.reload();
  await people.comeBack(page);
  await people.atDone(page);
  const later = await page.context().newPage();
  await later.goto(link);
  await people.comeBack(later);
  await people.atDone(later);
  await later.getByText(code, { exact: true }).waitFor();
});

story("who looks at the first page after somebody sent does not undo that they did", async (stage) => {
  const { page, link } = await sent(stage);
  await page.evaluate((steps) => history.go(-steps), 3 + people.countOf(QUESTIONS));
  await people.button(page, "Continue").waitFor();
  const next = await page.context().newPage();
  await page.close();
  await next.goto(link);
  await people.comeBack(next);
  await people.atDone(next);
});

story("answers that are sent again from the end count once", async (stage) => {
  const { page, message } = await sent(stage);
  await page.getByText("Did it not work? Try another way").click();
  await press(page, "Copy my answers");
  await page.getByText("Your answers are copied.").waitFor();
  const again = await page.evaluate(() => navigator.clipboard.readText());
  assert.notEqual(again, message);
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, `${message}\n${again}`);
  await organiser.getByText("1 new answer.").waitFor();
  await organiser.getByText("1 already added (not counted again).").waitFor();
});

story("after sending, Back, forth and reload show no word of what was said", async (stage) => {
  const { page, code } = await sent(stage);
  for (const step of ["goBack", "goBack", "goBack", "goForward", "reload", "goBack"]) {
    await page[step]();
    await people.atWho(page);
    await tellsNothing(page, code);
    assert.equal(await people.button(page, "Delete my answers from this phone").isVisible(), false);
  }
  await press(page, "Yes, it is me");
  await eventually(async () => assert.equal(await page.getByText("Are you the same person?").count(), 0));
});

story("Back from the ways to send asks too, once a way was taken", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  await people.sendByCopy(page);
  await page.goBack();
  await people.atWho(page);
  await tellsNothing(page);
  await press(page, "Yes, it is me");
  await people.atCheck(page);
  await page.getByText("By the sea").waitFor();
});

/** Opens the link in a new tab, as somebody does who closed this one. */
async function reopened(page, link) {
  const later = await page.context().newPage();
  await page.close();
  await later.goto(link);
  return later;
}

story("a code that nobody scanned, and a message that nobody said they sent, lead back to the ways to send", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  await people.toSend(page);
  await press(page, "Show a code to scan");
  await page.getByRole("img", { name: "The code with your answers" }).waitFor();
  const shown = await reopened(page, link);
  await people.comeBack(shown);
  await people.atSend(shown);
  await shown.getByText("Welcome back. Your answers are still here.").waitFor();
  await press(shown, "Copy my answers");
  await shown.getByText("Your answers are copied.").waitFor();
  const copied = await reopened(shown, link);
  await people.comeBack(copied);
  await people.atSend(copied);
  // Nobody said that they sent them.
  const next = await reopened(copied, link);
  await press(next, "No, I am somebody else");
  await next.getByText("The answers of the other person may not be sent yet.").waitFor();
});

story("somebody else starts afresh, and nothing leads back to the answers before", async (stage) => {
  const { page, link, code, message } = await sent(stage);
  await page.goto("about:blank");
  await page.goto(link);
  await people.atWho(page);
  await tellsNothing(page, code);
  await press(page, "No, I am somebody else");
  await people.button(page, "Start").waitFor();
  await tellsNothing(page, code);
  await page.goBack();
  await tellsNothing(page, code);
  await page.reload();
  await people.button(page, "Start").waitFor();
  await tellsNothing(page, code);
  await people.answerAll(page, QUESTIONS, ["No", ["Rice"], "On the hill", undefined], people.BY_KEYS);
  const second = await people.sendByCopy(page);
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, `${message}\n${second}`);
  await organiser.getByText("2 new answers.").waitFor();
});

story("answers that nobody said they sent go only after asking once more", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await press(page, "Next");
  const next = await page.context().newPage();
  await page.close();
  await next.goto(link);
  await people.atWho(next);
  await next.reload();
  await people.atWho(next);
  await tellsNothing(next);
  await press(next, "No, I am somebody else");
  await next.getByText("The answers of the other person may not be sent yet.").waitFor();
  await press(next, "No, go back");
  await people.comeBack(next);
  await people.atQuestion(next, 2, people.countOf(QUESTIONS));
  await next.getByText("Welcome back. Your answers are still here.").waitFor();
  const third = await next.context().newPage();
  await next.close();
  await third.goto(link);
  await press(third, "No, I am somebody else");
  await press(third, "Yes, delete them and start");
  await press(third, "Start");
  await tellsNothing(third);
});

story("two tabs: what is sent in one is out of sight in both, and the next person of one is nobody's in the other", async (stage) => {
  const { link } = await survey(stage);
  const one = await stage.open(PHONE, link);
  await people.answerAll(one, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  const two = await one.context().newPage();
  await two.goto(link);
  await people.comeBack(two);
  await people.atCheck(two);
  await two.getByText("By the sea").waitFor();
  const first = await people.sendByCopy(one);
  await people.atWho(two);
  await tellsNothing(two);
  // The other tab knows that they were sent: what it sends is newer.
  await people.comeBack(two);
  const second = await people.sendByCopy(two);
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, first);
  await organiser.getByText("1 new answer.").waitFor();
  await people.paste(organiser, second);
  await organiser.getByText("1 person sent new answers.").waitFor();
  await press(two, "I have sent my answers");
  await people.atDone(two);
  await one.reload();
  await press(one, "No, I am somebody else");
  await people.button(one, "Start").waitFor();
  await people.button(two, "Start").waitFor();
  await tellsNothing(two);
});

story("two tabs: answers that are changed in one after sending are not called sent in the other", async (stage) => {
  const { page, link, message } = await sent(stage);
  const other = await page.context().newPage();
  await other.goto(link);
  await people.comeBack(other);
  await people.atDone(other);
  // Who has just said that it is them is not asked again.
  await press(other, "Change my answers");
  await people.atCheck(other);
  await other.getByRole("button", { name: /^Change.*Where do you live/ }).click();
  await people.answer(other, QUESTIONS[2], "On the hill");
  await people.atWho(page);
  await tellsNothing(page);
  await people.comeBack(page);
  await people.atCheck(page);
  await page.getByText("On the hill").waitFor();
  const newer = await people.sendByCopy(page);
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, message);
  await organiser.getByText("1 new answer.").waitFor();
  await people.paste(organiser, newer);
  await organiser.getByText("1 person sent new answers.").waitFor();
});
