// Very many answers: they are read and counted in turns with the page, which says how far it is; every number that it
// says at the end is of all of them, and so is every file.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import Papa from "papaparse";
import * as people from "./people.mjs";
import { STORE, putRecord, records, withoutApp } from "./records.mjs";
import { PHONE, download, once, story } from "./support.mjs";

const { FOUR_KINDS } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const COPIES = 1_500;

const messages = once(async (stage) => {
  const sent = [];
  for (const given of [["Yes", ["Rice"], "By the sea", "More tea."], ["No", ["Soup"], "In town", "Less tea."]]) {
    const page = await stage.open(PHONE, (await survey(stage)).link);
    await people.answerAll(page, QUESTIONS, given, people.BY_KEYS);
    sent.push(await people.sendByCopy(page));
    await page.context().close();
  }
  return sent;
});

/** The same answers from somebody else, as the browser keeps them: by another id, so under another name. */
function ofAnother([name, text], number) {
  const bytes = Buffer.from(text, "base64url").subarray(0, -4);
  const behind = (at) => (bytes[at] < 128 ? at + 1 : behind(at + 1));
  // A version, when it came, how, the survey, the version and edition of it, and then the id.
  const from = behind(behind(behind(1) + 1)) + 16;
  const id = (BigInt(number) << 40n) + 7n;
  const varint = (left) => (left < 128n ? [Number(left)] : [Number(left & 127n) | 128, ...varint(left >> 7n)]);
  const packet = Buffer.concat([bytes.subarray(0, from), Buffer.from(varint(id)), bytes.subarray(behind(from))]);
  const check = createHash("sha256").update("received").update(packet).digest().subarray(0, 4);
  const other = name.replace(/[^/]*$/, id.toString(16).padStart(16, "0"));
  return [other, Buffer.concat([packet, check]).toString("base64url")];
}

story("many answers are counted in turns, and all that is said and saved is of all of them", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("2 new answers.").waitFor();
  await withoutApp(page, async () => {
    const two = Object.entries(await records(page, ...STORE)).filter(([name]) => name.startsWith("answer/"));
    assert.equal(two.length, 2);
    const all = two.flatMap((one, at) => Array.from({ length: COPIES }, (_, number) => ofAnother(one, 2 * number + at + 1)));
    await page.evaluate(
      ([database, table, all]) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(database);
          opening.onsuccess = () => {
            const writing = opening.result.transaction(table, "readwrite");
            for (const [name, text] of all) writing.objectStore(table).put(text, name);
            writing.onabort = () => reject(writing.error);
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      [...STORE, all],
    );
    // One that can't be read is none of them.
    await putRecord(page, ...STORE, ofAnother(two[0], 9_999)[0], "rubbish");
  });
  const of = 2 * COPIES + 2;
  await page.getByText(`${of.toLocaleString("en-GB")} people answered so far.`).waitFor();
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: `${of.toLocaleString("en-GB")} people answered`, level: 1 }).waitFor();
  const card = page.locator("section", { has: page.getByRole("heading", { name: "Do you like tea?", level: 3 }) });
  const bars = async () => (await card.locator(".bars li").allInnerTexts()).map((line) => line.replace(/\s+/g, " "));
  assert.deepEqual(await bars(), ["Yes 1,501 people", "No 1,501 people", "Not sure 0 people"]);
  const saved = await download(page, () => people.press(page, "Download CSV"));
  const { data } = Papa.parse(String(saved.bytes), { skipEmptyLines: true });
  assert.equal(data.length, of + 1);
  assert.equal(data.filter((row) => row[people.IN_FRONT.length] === "Yes").length, COPIES + 1);
  await page.getByRole("combobox", { name: "Show only these people" }).selectOption("No");
  await page.getByRole("heading", { name: `1,501 of ${of.toLocaleString("en-GB")} answers`, level: 1 }).waitFor();
  await people.goTo(page, "Add answers");
  await page.getByText(`${of.toLocaleString("en-GB")} people answered so far.`).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: `${of.toLocaleString("en-GB")} people answered`, level: 1 }).waitFor();
});
