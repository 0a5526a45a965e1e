// Fields that take only so much say so once they are full: what is over in a paste would be gone without a word.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { add, asked, clean, organiser, report, reviewer, send, unfold } from "./reviewing.mjs";
import { PHONE, soon, story } from "./support.mjs";

const { field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, people.FOUR_KINDS));
const full = (page, most) => page.getByRole("status").filter({ hasText: `There is no more room. Only ${most}` });

/** Pastes as a person does: the browser itself leaves out what does not fit. */
async function paste(page, into, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await into.focus();
  await page.keyboard.press("ControlOrMeta+V");
}

story("a participant who pastes more than fits keeps the start and is told", async (stage) => {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await press(page, "Start");
  for (const _ of "123") await press(page, "Skip this question");
  const answer = page.getByRole("textbox", { name: "What would you change?" });
  await paste(page, answer, "a".repeat(4_999));
  await soon.equal(async () => (await answer.inputValue()).length, 4_999);
  await page.getByRole("status").filter({ hasText: "Letters left: 1" }).waitFor();
  assert.equal(await full(page, 5000).count(), 0, "there is room for one more");
  await paste(page, answer, "bcd");
  await full(page, "5000 letters are kept. The end may be cut off.").waitFor();
  await soon.equal(async () => (await answer.inputValue()).length, 5_000);
  await clean(page, true);
  await answer.press("Backspace");
  await soon.equal(() => full(page, 5000).count(), 0);
});

story("a reviewer who pastes more than fits is told, and what fits arrives", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey, "Ana");
  await unfold(page, "Say something else");
  await paste(page, field(page, "What do you want to say?"), "abcde ".repeat(600));
  await full(page, "3333 letters are kept. The end may be cut off.").waitFor();
  await clean(page, true);
  for (const _ of "123") await press(page, "Next");
  const team = await organiser(stage, survey);
  await add(team, await send(page));
  await report(team, "Notes from Ana are added to “Your week”.");
  const said = team.locator(".suggestion .quote");
  assert.equal((await said.innerText()).length, 3_333 + 2, "in quotes");
});

story("an organiser who pastes more than a field takes is told", async (stage) => {
  const page = await organiser(stage, await asked(stage));
  await people.goTo(page, "Ask people");
  await press(page, "Ask them something specific");
  await paste(page, field(page, "What do you want to ask them?"), "word ".repeat(700));
  await page.getByText("There is room for 3333 characters. Anything more does not fit.").waitFor();
  await clean(page);
});
