// Two computers hold a copy of one survey, and both publish a version 2. No answer is lost or counted under other
// words, and each edition has its own columns.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, download, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

const toHome = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};

async function savedCopy(page) {
  await toHome(page);
  const { name, bytes } = await download(page, () => press(page, "Save a backup"));
  return { name, mimeType: "application/json", buffer: bytes };
}

async function openCopy(page, file) {
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("Choose a backup").click()]);
  await dialog.setFiles([file]);
  await page.getByText("The backup is open. It held 1 survey.").waitFor();
}

/** Renames question 4 and publishes. Gives back the new link. */
async function publishAs(page, id, title, before) {
  await page.goto(`${APP}#questions/${id}`);
  await field(page, "Title").fill(title);
  await press(page, "Publish");
  await page.getByText("Version 2 is published.").waitFor();
  const link = await people.linkField(page).inputValue();
  assert.notEqual(link, before);
  return link;
}

async function answered(stage, link, words) {
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, [...FOUR_ANSWERS.slice(0, -1), words], people.BY_KEYS);
  return people.sendByCopy(phone);
}

story("two computers publish a version 2 each: both live on, and no answer counts under other words", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const ana = await stage.open(LAPTOP, APP, { kept });
  const first = await savedCopy(ana);
  const cai = await stage.open(LAPTOP, APP);
  await openCopy(cai, first);

  const linkOfAna = await publishAs(ana, id, "As Ana has it", link);
  const linkOfCai = await publishAs(cai, id, "As Cai has it", link);
  assert.notEqual(linkOfAna, linkOfCai);
  const toAna = await answered(stage, linkOfAna, "To Ana");
  const toCai = await answered(stage, linkOfCai, "To Cai");

  // Both answers come to Ana. She has the words of one.
  await people.goTo(ana, "Add answers");
  await people.paste(ana, `${toAna}\n${toCai}`);
  await ana.getByText("1 new answer.").waitFor();
  await ana.getByText("1 answer is for another version. We keep it, and do not count it yet.").waitFor();
  await ana.getByText("1 answer is waiting.").waitFor();
  await ana.reload();
  await ana.getByText("1 answer is waiting.").waitFor();
  await people.goTo(ana, "What people said");
  await ana.getByText("To Ana").waitFor();
  assert.equal(await ana.getByText("To Cai").count(), 0);

  // With Cai's copy the words are here, and the answer that waited counts.
  await toHome(ana);
  await openCopy(ana, await savedCopy(cai));
  await ana.getByText("2 people answered").waitFor();
  await press(ana, /^See answers/);
  await ana.getByText("To Ana").waitFor();
  await ana.getByText("To Cai").waitFor();
  await people.goTo(ana, "Add answers");
  await ana.getByText("2 people answered so far.").waitFor();
  assert.equal(await ana.getByText("is waiting.").count(), 0);
  await people.goTo(ana, "Share");
  await ana.getByText("There are two different versions 2.").waitFor();
});
