// Files and mailboxes: a whole folder with a mailbox in it is stopped on the way, given again, and one report says
// what became of all of it. Every encoding of mail and every bad file is in tests/model/mailbox.rs.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { PHONE, story } from "./support.mjs";

const QUESTION = { kind: "Short answer", text: "What is your name?" };
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Names", organisation: "Team A", questions: [QUESTION] }),
);

/** Files are read once somebody lets them be: on a quick computer nobody could press Stop. */
function holdFiles() {
  const read = Blob.prototype.arrayBuffer;
  const held = new Promise((resolve) => {
    window.letGo = resolve;
  });
  Blob.prototype.arrayBuffer = async function () {
    await held;
    return read.call(this);
  };
}

const email = (number, body) =>
  [
    `From a@example.org Mon Jan  6 10:00:${String(number % 60).padStart(2, "0")} 2025`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(body)
      .toString("base64")
      .replace(/(.{76})/g, "$1\r\n"),
    "",
    "",
  ].join("\r\n");

story("a folder with a mailbox is stopped and given again: none is lost, none counts twice", async (stage) => {
  const made = await survey(stage);
  const sent = [];
  for (const name of ["Ana", "Ben"]) {
    const phone = await stage.open(PHONE, made.link);
    await people.answerAll(phone, [QUESTION], [name], people.BY_KEYS);
    sent.push(await people.sendByCopy(phone));
    await phone.context().close();
  }
  const folder = await mkdtemp(join(tmpdir(), "ask-together-mailbox-"));
  const mails = Array.from({ length: 300 }, (_, number) => email(number, sent[number - 150] ?? "See you on Tuesday!"));
  await writeFile(join(folder, "Inbox.mbox"), mails.join(""));
  await writeFile(join(folder, "empty.eml"), "");
  for (let number = 1; number <= 7; number += 1) await writeFile(join(folder, `notes-${number}.txt`), "Hello");

  const page = await people.organiserAt(stage, made, "add-answers", undefined, { prepare: holdFiles });
  const choose = () => page.getByLabel("Choose a folder").setInputFiles(folder);
  await choose();
  await page.getByText("Reading file 1 of 9").waitFor();
  await people.press(page, "Stop");
  await page.evaluate(() => window.letGo());
  await page.getByText("You stopped it.").waitFor();
  await page.getByText("8 files were not looked at.").waitFor();
  await choose();
  await page.getByText("We found no answers in 7 files.").waitFor();
  await page.getByText("We looked at 9 files, with 300 emails in them.").waitFor();
  await page.getByText("There is nothing in it: it has 0 bytes.").waitFor();
  await page.getByText("2 people answered so far.").waitFor();
  assert.deepEqual(await findings(page), []);
  await rm(folder, { recursive: true });
});
