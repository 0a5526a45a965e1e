// Photos of codes that come in a zip, or attached to an email, are read like those that are dropped by themselves; which
// hold no answers is counted and said.

import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { PHONE, story } from "./support.mjs";

const { press } = people;
const QUESTION = { kind: "Short answer", text: "What is your name?" };
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Names", organisation: "Team A", questions: [QUESTION] }),
);

/** A photo of the code on the phone of somebody who has answered, and one of their page without a code. */
async function shown(stage, link, name) {
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, [QUESTION], [name], people.BY_KEYS);
  const blank = await phone.screenshot({ type: "png" });
  await people.toSend(phone);
  await people.atSend(phone);
  await press(phone, "Show a code to scan");
  const code = await phone.getByRole("img", { name: "The code with your answers" }).screenshot({ type: "png" });
  await phone.context().close();
  return { code, blank };
}

/** A zip of these files, as they are. */
function zip(files) {
  const head = (sign, [name, bytes]) => {
    const fixed = Buffer.alloc(sign === 0x04034b50 ? 30 : 46);
    fixed.writeUInt32LE(sign, 0);
    const at = sign === 0x04034b50 ? 14 : 16;
    fixed.writeUInt32LE(crc32(bytes), at);
    fixed.writeUInt32LE(bytes.length, at + 4);
    fixed.writeUInt32LE(bytes.length, at + 8);
    fixed.writeUInt16LE(name.length, at + 12);
    return fixed;
  };
  const [parts, list] = [[], []];
  let at = 0;
  for (const file of files) {
    const local = Buffer.concat([head(0x04034b50, file), Buffer.from(file[0]), file[1]]);
    const central = head(0x02014b50, file);
    central.writeUInt32LE(at, 42);
    list.push(central, Buffer.from(file[0]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** An email with these pictures attached. */
function email(pictures) {
  const part = ([name, bytes]) =>
    `--b1\r\nContent-Type: image/png; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n` +
    `Content-Disposition: attachment; filename="${name}"\r\n\r\n${bytes.toString("base64").replace(/(.{76})/g, "$1\r\n")}\r\n`;
  const head = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b1\r\n\r\n";
  return Buffer.from(`${head}--b1\r\nContent-Type: text/plain\r\n\r\nHere they are.\r\n${pictures.map(part).join("")}--b1--\r\n`);
}

story("codes in photos in a zip and in an email are read, and photos without one are counted", async (stage) => {
  const made = await survey(stage);
  const [ana, ben] = [await shown(stage, made.link, "Ana"), await shown(stage, made.link, "Ben")];
  const page = await people.organiserAt(stage, made, "add-answers");
  const photos = [
    ["photos/ana.png", ana.code],
    ["photos/garden.png", ana.blank],
    // The same logo is looked at once, wherever it is.
    ["photos/again.png", ana.blank],
    ["photos/cut.png", ben.code.subarray(0, 60)],
  ];
  await people.giveFiles(page, [
    { name: "photos.zip", mimeType: "application/zip", buffer: zip(photos) },
    { name: "ben.eml", mimeType: "message/rfc822", buffer: email([["ben.png", ben.code], ["logo.png", ana.blank]]) },
  ]);
  await page.getByText("2 new answers.").waitFor();
  await page.getByText("We looked for codes in 4 pictures: 1 has no answers in it.").waitFor();
  await page.getByRole("listitem").filter({ hasText: /photos\/cut\.png.* in .*photos\.zip/ }).waitFor();
  await page.getByText("The browser could not read it.").waitFor();
  await page.getByText("Show their names").click();
  await page.getByRole("listitem").filter({ hasText: "garden.png" }).waitFor();
  assert.deepEqual(await findings(page), []);
  await people.giveFiles(page, [{ name: "photos.zip", mimeType: "application/zip", buffer: zip(photos.slice(1, 2)) }]);
  await page.getByText("We opened it, looked at every file in it, and found no answers.").waitFor();
  await page.getByText("2 people answered so far.").waitFor();
});
