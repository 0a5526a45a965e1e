// A survey whose draft can not be read any more: its link and its answers are still within reach, and the words that
// were published last can be written on.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { STORE, damage, putRecord, records, withoutApp } from "./records.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, cardOf, field, goTo, press, stepOf } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const CANNOT = "The draft of this survey cannot be read here.";

const home = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};

async function message(stage, link) {
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  return people.sendByCopy(phone);
}

const damaged = async (page) => {
  const all = Object.values(await records(page, ...STORE));
  return all.filter((text) => String(text).endsWith("rubbish")).length;
};

story("a survey whose draft is damaged is still among my surveys, with its link and its answers", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  await damage(page, id);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Four kinds" }) });
  await card.getByText(CANNOT).waitFor();
  await card.getByText("0 people answered").waitFor();
  assert.equal(await page.getByRole("button", { name: "Edit: Four kinds" }).count(), 0);

  await press(page, "Send: Four kinds");
  await hasFocus(page.getByRole("heading", { name: "Send your survey" }));
  await page.getByText(CANNOT).waitFor();
  await holds(people.linkField(page), link);
  assert.equal(await page.getByRole("region", { name: "Where do answers go?" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Publish/ }).count(), 0);
  assert.equal(await stepOf(page, "Questions").count(), 0);

  await goTo(page, "Add answers");
  await people.paste(page, await message(stage, link));
  await page.getByText("1 new answer.").waitFor();
  await goTo(page, "What people said");
  await page.getByText("By the sea").waitFor();
  const { bytes } = await people.downloadCsv(page);
  assert.match(String(bytes), /By the sea/);
  await page.reload();
  await page.getByText("By the sea").waitFor();
  await home(page);
  await card.getByText("1 person answered").waitFor();
  assert.equal(await damaged(page), 1, "it is never written over");
});

story("who starts again from what was published has the words, the key and the answers", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await people.paste(page, await message(stage, link));
  await page.getByText("1 new answer.").waitFor();
  await damage(page, id);
  await page.getByText(CANNOT).waitFor();
  await press(page, "Start again from version 1");
  await page.getByText("This is a new draft with the words you published last.").waitFor();
  await holds(field(page, "Title"), FOUR_KINDS.title);
  for (const [place, { text }] of FOUR_KINDS.questions.entries()) {
    await cardOf(page, place + 1).getByText(text).first().waitFor();
  }
  await goTo(page, "Share");
  await holds(people.linkField(page), link);
  assert.equal(await page.getByText("You changed the survey after you published it.").count(), 0);

  await goTo(page, "Questions");
  await field(page, "Title").fill("Four kinds again");
  await press(page, "Publish");
  await page.getByText("Version 2 is published.").waitFor();
  const next = await people.linkField(page).inputValue();
  await goTo(page, "Add answers");
  await people.paste(page, await message(stage, next));
  await page.getByText("2 people answered so far.").waitFor();

  await home(page);
  await page.getByText("Some work on this computer cannot be read.").waitFor();
  await page.getByRole("heading", { name: "Four kinds again" }).waitFor();
  assert.equal(await page.getByText(CANNOT).count(), 0);
  await eventually(async () => assert.ok((await damaged(page)) >= 1));
  await people.editSurvey(page, "Four kinds again");
  await holds(field(page, "Title"), "Four kinds again");
});

story("answers and versions that can not be read are told where people look for them", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  for (const count of ["1 person", "2 people"]) {
    await people.paste(page, await message(stage, link));
    await page.getByText(`${count} answered so far.`).waitFor();
  }
  const spoil = (kind) =>
    withoutApp(page, async () => {
      const all = await records(page, ...STORE);
      const name = Object.keys(all).find((name) => name.startsWith(`${kind}/`));
      await putRecord(page, ...STORE, name, `${all[name].slice(0, 30)}rubbish`);
    });
  await spoil("answer");
  const lost = page.getByText("1 answer is kept, and not counted.");
  await lost.waitFor();
  await goTo(page, "What people said");
  await lost.waitFor();
  await spoil("survey");
  await goTo(page, "Share");
  await page.getByText("1 published version is kept, but its words are lost here.").waitFor();
  await page.getByRole("heading", { name: "The link of this survey cannot be read here" }).waitFor();
  await goTo(page, "Add answers");
  await lost.waitFor();
});
