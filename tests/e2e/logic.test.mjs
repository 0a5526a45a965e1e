// The way through a survey follows the answers: questions that come only after some answer, sections that are asked
// for each person, words from an earlier answer in a later question, and what of that holds after a change of mind
// and after a reload.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import * as survey from "./every_kind.mjs";
import { choice, put } from "./every_kind.mjs";
import { holds, soon, story } from "./support.mjs";

const { field } = people;
const { HELP, HELPS, LIKES, LIVES, MANY, NAME, PERSON, WHO, WHY } = survey;
const at = (page, number, of) => people.atQuestion(page, number, of);
const inSection = (page, words) => page.getByText(words, { exact: true }).waitFor();
const questions = async (page) => (await survey.checkList(page)).map((lines) => lines.join(" | "));

/** From the check: another answer to a question that is answered by picking. Stays on its page. */
async function changeTo(page, text, name) {
  await survey.change(page, text);
  await choice(page, name).check();
}

/** From the check: another number of people. Comes back with the heading of the page that Save leads to. */
async function changeCount(page, number) {
  await survey.change(page, MANY);
  await field(page, MANY).fill(number);
  return survey.turn(page, "Save");
}

/** Answers both pages of one time round, from its title page to the page behind it. */
async function answerRound(page, name, next = "Next") {
  // There is nothing to save on a title page.
  await survey.turn(page);
  await field(page, WHO).fill(name);
  assert.equal(await survey.turn(page, next), HELPS(put(name)));
  await choice(page, "Yes").check();
  return survey.turn(page, next);
}

/** At the check, with two people in the home. */
async function withTwoPeople(stage) {
  const page = await survey.open(stage);
  await survey.goTo(page, PERSON, { [MANY]: "2" });
  await answerRound(page, "Bo");
  await answerRound(page, "Dee");
  await survey.goToCheck(page);
  return page;
}

story("a follow-up question comes only after “No”, and how many questions there are never grows", async (stage) => {
  const page = await survey.open(stage);
  await page.getByText("It has about 21 questions.").waitFor();
  await survey.goTo(page, LIKES);
  await at(page, 3, 21);
  assert.equal(await survey.turn(page), LIVES("…"), "nothing is asked about no answer");
  await at(page, 4, 20);
  await survey.turn(page, "Back");
  await choice(page, "I am not sure").check();
  assert.equal(await survey.turn(page), LIVES("…"));
  await survey.turn(page, "Back");
  await choice(page, "No").check();
  assert.equal(await survey.turn(page), WHY);
  await at(page, 4, 21);
  await soon.equal(() => page.title(), "Question 4 of about 21 – Your week");
  assert.equal(await survey.turn(page), LIVES("…"));
  await at(page, 5, 21);
});

story("a change of mind hides the follow-up and its answer, and changing it back brings both", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page, { [LIKES]: "No", [WHY]: "More time." });
  const follow = `${WHY} | More time.`;
  await soon.ok(async () => (await questions(page)).includes(follow));
  await changeTo(page, LIKES, "Yes");
  assert.equal(await survey.turn(page, "Save"), "Check your answers");
  const now = await questions(page);
  assert.ok(now.includes(`${LIKES} | Yes`), `${now}`);
  await soon.equal(() => page.getByText("More time.").count(), 0, "an answer that is not on the way is not sent");
  await soon.equal(() => page.getByText(WHY).count(), 0);
  await changeTo(page, LIKES, "No");
  assert.equal(await survey.turn(page, "Save"), WHY);
  await holds(field(page, WHY), "More time.");
  assert.equal(await survey.turn(page, "Save"), "Check your answers");
  await soon.ok(async () => (await questions(page)).includes(follow));
});

story("a section is asked for each person, says which time it is, and calls each by their name", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, MANY);
  await at(page, 13, 20);
  await field(page, MANY).fill("2");
  await survey.turn(page);
  await at(page, 14, 20);
  await survey.goTo(page, PERSON);
  for (const [number, name] of ["Bo", "Dee"].entries()) {
    const time = `${number + 1} of 2`;
    await survey.atPage(page, PERSON);
    await inSection(page, `${PERSON} · ${time}`);
    await survey.turn(page);
    await inSection(page, `${PERSON} · ${time}`);
    // The number of a question would stand still in each time round.
    await soon.equal(() => page.getByText(/^Question \d/).count(), 0);
    await holds(field(page, WHO), "");
    await field(page, WHO).fill(name);
    assert.equal(await survey.turn(page), HELPS(put(name)));
    await inSection(page, `${PERSON} · ${time}`);
    await choice(page, number ? "Yes" : "No").check();
    await survey.turn(page);
  }
  await survey.atPage(page, "The end");
  await survey.goToCheck(page);
  assert.deepEqual(
    (await questions(page)).filter((line) => line.startsWith(PERSON)),
    [
      `${PERSON} · 1 of 2 | ${WHO} | Bo`,
      `${PERSON} · 1 of 2 | ${HELPS(put("Bo"))} | No`,
      `${PERSON} · 2 of 2 | ${WHO} | Dee`,
      `${PERSON} · 2 of 2 | ${HELPS(put("Dee"))} | Yes`,
    ],
  );
});

story("nobody in the home, or no number, and the section is not asked", async (stage) => {
  for (const given of [{ [MANY]: "0" }, {}]) {
    const page = await survey.open(stage);
    await survey.goTo(page, survey.OUT, given);
    await at(page, 16, 18);
    await page.getByRole("radio", { name: "This week" }).check();
    assert.equal(await survey.turn(page), "The end");
    await page.close();
  }
});

story("one person less takes the last time round off the check, and one more brings it back", async (stage) => {
  const page = await withTwoPeople(stage);
  assert.equal(await changeCount(page, "1"), "Check your answers");
  const left = await questions(page);
  assert.deepEqual(
    left.filter((line) => line.startsWith(PERSON)),
    [`${PERSON} · 1 of 1 | ${WHO} | Bo`, `${PERSON} · 1 of 1 | ${HELPS(put("Bo"))} | Yes`],
  );
  await soon.equal(() => page.getByText("Dee").count(), 0);
  assert.equal(await changeCount(page, "2"), PERSON);
  await inSection(page, `${PERSON} · 2 of 2`);
  await survey.turn(page);
  await soon.ok(async () => (await page.title()).startsWith(`${PERSON} · 2 of 2`));
  await holds(field(page, WHO), "Dee");
  assert.equal(await survey.turn(page, "Save"), HELPS(put("Dee")));
  assert.equal(await survey.turn(page, "Save"), "Check your answers");
  await soon.equal(async () => (await questions(page)).length, left.length + 2);
});

story("Save leads to each question that the change brought up, and then back to the check", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page, { [MANY]: "0" });
  assert.equal(await changeCount(page, "2"), PERSON);
  assert.equal(await answerRound(page, "Bo", "Save"), PERSON);
  await inSection(page, `${PERSON} · 2 of 2`);
  assert.equal(await answerRound(page, "Dee", "Save"), "Check your answers");
  await changeTo(page, LIKES, "I am not sure");
  assert.equal(await survey.turn(page, "Save"), "Check your answers", "nothing new, nothing in between");
});

story("Back while an answer is changed keeps to the way that it came", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page);
  await changeTo(page, LIKES, "No");
  assert.equal(await survey.turn(page, "Save"), WHY);
  assert.equal(await survey.turn(page, "Back"), LIKES);
  await soon.ok(() => choice(page, "No").isChecked());
  assert.equal(await survey.turn(page, "Back"), "Check your answers");
  await soon.ok(async () => (await questions(page)).includes(`${LIKES} | No`));
});

story("a reload in the middle of a section goes on at the same page and time round", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, PERSON, { [NAME]: "Ana", [LIKES]: "No", [WHY]: "More time.", [MANY]: "2" });
  await answerRound(page, "Bo");
  await survey.turn(page);
  await field(page, WHO).pressSequentially("De");
  await page.reload();
  await page.getByText("Welcome back. Your answers are still here.").waitFor();
  await survey.atPage(page, WHO);
  await inSection(page, `${PERSON} · 2 of 2`);
  await holds(field(page, WHO), "De");
  assert.equal(await survey.turn(page, "Back"), PERSON);
  await inSection(page, `${PERSON} · 2 of 2`);
  assert.equal(await survey.turn(page, "Back"), HELPS(put("Bo")));
  await soon.ok(() => choice(page, "Yes").isChecked());
  await survey.goToCheck(page);
  const said = await questions(page);
  const name = LIVES(put("Ana"));
  for (const line of [`${NAME} | Ana`, `${LIKES} | No`, `${WHY} | More time.`, `${name} | You skipped this`])
    assert.ok(said.includes(line), `${line} is not in ${said.join("\n")}`);
  await page.reload();
  await soon.deepEqual(() => questions(page), said);
});

const NAMES = {
  "with HTML in it": "<b>x</b><img src=x>",
  "that looks like a mark for another answer": "[[7-2]] [[7-4]]",
  "written from right to left": "دانا",
};
for (const [what, name] of Object.entries(NAMES)) {
  story(`a name ${what} is put into later questions as plain words`, async (stage) => {
    const page = await survey.open(stage);
    await survey.goTo(page, LIVES(put(name)), { [NAME]: name });
    const title = survey.heading(page, LIVES(put(name)));
    await soon.equal(() => title.locator("b, img").count(), 0);
    const direction = await title.evaluate((element) => getComputedStyle(element).direction);
    assert.equal(direction, "ltr", "the English question around it runs on from left to right");
    await survey.goToCheck(page);
    await survey.card(page, LIVES(put(name))).waitFor();
    const card = survey.card(page, NAME);
    await card.getByText(name, { exact: true }).waitFor();
    await soon.equal(() => page.getByRole("list").locator("b, img").count(), 0);
  });
}

story("a name can not turn the words around it with hidden letters", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, LIVES(put("Ana")), { [NAME]: "\u202eA\u2069na\u2067" });
  await survey.atPage(page, LIVES(put("Ana")));
});

story("a question with a name in it follows when the name changes, and reads on without one", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page, { [NAME]: "Ana" });
  await survey.card(page, LIVES(put("Ana"))).waitFor();
  await survey.change(page, NAME);
  await field(page, NAME).fill("Lou");
  await survey.turn(page, "Save");
  await survey.card(page, LIVES(put("Lou"))).waitFor();
  await survey.change(page, NAME);
  await survey.turn(page, "Skip this question");
  await survey.card(page, LIVES("…")).waitFor();
});

story("the survey ends with the question about help, and the first page is behind all Backs", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page);
  assert.deepEqual((await survey.checkList(page)).at(-1), [HELP, "You skipped this"]);
  await page.reload();
  await people.atCheck(page);
  const back = ["Back", { press: (target) => target.press("Enter") }];
  assert.equal(await survey.turn(page, ...back), HELP);
  for (let title = HELP; title !== survey.TITLE; ) {
    title = await survey.turn(page, ...back);
    assert.notEqual(title, WHY, "what is not on the way forth is not on the way back");
  }
  await people.button(page, "Continue").click();
  await survey.atPage(page, NAME);
});
