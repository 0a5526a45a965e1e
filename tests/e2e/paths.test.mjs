// The map of the paths: who is asked what in words, following a path, and what nobody is asked.

import assert from "node:assert/strict";
import { add, addTest, onlyIf, writeChoices } from "./building.mjs";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, soon, story } from "./support.mjs";

const { field, press } = people;
const line = (page, text) => page.getByRole("main").getByRole("listitem").filter({ hasText: text });

async function isClean(page) {
  assert.deepEqual(await findings(page), []);
}

story("the map says who is asked what, and following a path shows it", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.goTo(page, "Paths");
  await page.getByText("There are no questions yet.").waitFor();
  await isClean(page);
  await people.goTo(page, "Questions");
  await add(page, "Yes, no, not sure", "Do you have a job?");
  await people.goTo(page, "Paths");
  await page.getByText("Everyone is asked 2 questions.").waitFor();
  await page.getByText("Everyone is asked every question.").waitFor();
  await soon.equal(() => page.getByRole("heading", { name: "Follow a path" }).count(), 0);
  await line(page, "Do you have a job?").getByRole("button").click();
  await hasFocus(field(people.cardOf(page, 1), "Question"));
  const card = await add(page, "Several choices", "Where do you work?");
  await writeChoices(card, ["Shop", "Garden"]);
  await onlyIf(card, { question: "1. Do you have a job?", choice: "Yes" });
  await onlyIf(await add(page, "Long answer", "What do you grow?"), {
    question: "2. Where do you work?",
    choice: "Garden",
  });

  await people.goTo(page, "Paths");
  await page.getByText("Everyone is asked at least 2 questions.").waitFor();
  await page.getByText("Some people are asked up to 4 questions.").waitFor();
  await line(page, "Where do you work?").getByText("Only if “Do you have a job?” is Yes").waitFor();
  await line(page, "Where do you work?").getByText("The answer decides about: Question 3.").waitFor();
  await isClean(page);

  const said = page.getByRole("main").getByRole("status");
  await page.getByRole("combobox", { name: /^Question 1: Do you have a job/ }).selectOption("Yes");
  await eventually(async () => assert.match(await said.innerText(), /is asked 3 questions/));
  await line(page, "Where do you work?").getByText("Asked", { exact: true }).waitFor();
  await line(page, "What do you grow?").getByText("Left out", { exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Garden" }).check();
  await eventually(async () => assert.match(await said.innerText(), /is asked 4 questions/));
  await isClean(page);
  await press(page, "Clear these answers");
  await hasFocus(page.getByRole("heading", { name: "Follow a path" }));
  await eventually(async () => assert.equal(await page.getByText("Left out", { exact: true }).count(), 0));
});

story("on a phone the map marks a question that nobody is asked, and where a no ends it", async (stage) => {
  const page = await stage.open(PHONE, APP);
  await people.startEmpty(page);
  await add(page, "Consent page", "Do you want to take part?");
  await add(page, "Yes, no, not sure", "Do you have a job?");
  const card = await add(page, "Short answer", "Where?");
  await onlyIf(card, { question: "2. Do you have a job?", choice: "Yes" });
  await addTest(card, 2, { question: "2. Do you have a job?", choice: "No" });
  await people.goTo(page, "Paths");
  await line(page, "Where?").getByText("Nobody will ever be asked this.").waitFor();
  await page.getByText("1 question needs fixing.").waitFor();
  await page.getByText("Everyone who takes part is asked 3 questions.").waitFor();
  await isClean(page);
  await page.getByRole("combobox", { name: /Do you want to take part/ }).selectOption({ index: 2 });
  await line(page, "Do you have a job?").first().getByText("Left out", { exact: true }).waitFor();
  await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= 360));
});
