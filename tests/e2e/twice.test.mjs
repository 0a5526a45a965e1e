// Two quick presses on a button whose work takes a moment do it once, and nobody is told of what they did not ask for.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, download, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** Faster than any finger. */
const twice = (button) =>
  button.evaluate((button) => {
    button.click();
    button.click();
  });

const home = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};

story("answers are added once, with no complaint", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  const message = await people.sendByCopy(phone);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await field(page, "Paste messages here").fill(message);
  await twice(button(page, "Add these answers"));
  await page.getByText("1 new answer.").waitFor();
  assert.equal(await page.getByText("already added").count(), 0);
  assert.equal(await page.getByText("Paste a message first.").count(), 0);
  await field(page, "Paste messages here").fill(message);
  await button(page, "Add these answers").dblclick();
  await page.getByText("1 already added (not counted again).").waitFor();
  assert.equal(await page.getByText("Paste a message first.").count(), 0);
});

story("one survey is made, published and copied at a time", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await twice(button(page, "Make a survey"));
  await field(page, "Title").waitFor();
  await home(page);
  assert.equal(await page.getByRole("heading", { name: "Untitled survey" }).count(), 1);
  await people.writeSurvey(page, FOUR_KINDS);
  await button(page, "Publish").click();
  await twice(button(page, "Skip for now"));
  await page.getByText("Version 1 is published.").waitFor();
  assert.equal(await page.getByText("Version 2 is published.").count(), 0);
  await home(page);
  const { name } = await download(page, () => twice(button(page, "Save a backup")));
  await page.getByText(`A backup is saved as ${name}.`).waitFor();
});
