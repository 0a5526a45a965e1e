// What is too long for one code goes as frames, one after another: from a phone with a long answer, and from a tablet
// with the answers of many. A camera that misses three of ten, blurred, turned and noisy, has all of it in the end.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { filmOf } from "./camera.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, onDisk, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, field, press } = people;
const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
/** No two of its words are the same, so that a frame in a wrong place shows. */
const LONG = Array.from({ length: 420 }, (_, number) => `word${number}`).join(" ");

/** Pictures of all codes, turned by hand. */
async function codesOn(page) {
  const number = page.getByText(/^Code \d+ of \d+$/);
  const code = page.getByRole("img", { name: "The code with your answers" });
  await press(page, "Next code");
  const [, of] = (await number.innerText()).match(/of (\d+)/);
  const pictures = [];
  for (let count = 0; count < Number(of); count += 1) {
    pictures.push(await code.screenshot({ type: "png" }));
    const before = await number.innerText();
    await press(page, "Next code");
    if (of !== "1") await eventually(async () => assert.notEqual(await number.innerText(), before));
  }
  return pictures;
}

/** The organiser's camera looks at the film. */
async function scans(stage, made, film) {
  const [path] = await onDisk([{ name: "film.mjpeg", buffer: film }]);
  const page = await people.organiserAt(stage, made, "add-answers", LAPTOP, { film: path });
  await press(page, "Scan a code");
  const dialog = page.getByRole("dialog", { name: "Scan a code" });
  return { page, dialog };
}

story("a long answer goes from a phone as a film of codes, whatever the camera misses", async (stage) => {
  const made = await survey(stage);
  const phone = await stage.open(PHONE, made.link);
  await people.answerAll(phone, FOUR_KINDS.questions, [...FOUR_ANSWERS.slice(0, 3), LONG]);
  await people.toSend(phone);
  await people.atSend(phone);
  await press(phone, "Show a code to scan");
  await phone.getByText("They change by themselves.").waitFor();
  // For people who want little movement it is slow, and by hand it goes on at once.
  const first = phone.getByText(/^Code 1 of \d+$/);
  await first.waitFor();
  await press(phone, "Faster");
  await press(phone, "Faster");
  await first.waitFor({ state: "hidden" });
  await press(phone, "Slower");
  await press(phone, "Stop the codes");
  await press(phone, "Continue");
  assert.deepEqual(await findings(phone, { strict: true }), []);
  const pictures = await codesOn(phone);
  assert.ok(pictures.length > 10, `${pictures.length} codes`);
  const film = await filmOf(await stage.open(LAPTOP, APP), pictures);

  const { page, dialog } = await scans(stage, made, film);
  // It says how many are read, and that is never less than before.
  const seen = [];
  await eventually(async () => {
    const [, have] = (await dialog.getByRole("status").innerText()).match(/^(\d+) of \d+ codes read/) ?? [];
    if (have) seen.push(Number(have));
    assert.ok(await dialog.getByText("✓ 1 answer read.").isVisible());
  });
  assert.ok(seen.length > 0 && seen.every((have, place) => place === 0 || have >= seen[place - 1]), `${seen}`);
  assert.deepEqual(await findings(page), []);
  await press(dialog, "Done");
  await page.getByText("1 new answer.").waitFor();
  await people.goTo(page, "What people said");
  const csv = (await people.downloadCsv(page)).bytes.toString();
  assert.ok(csv.includes(LONG));
});

story("the answers on a tablet go as one film, and its receipt is for all of them", async (stage) => {
  const made = await survey(stage);
  const tablet = await stage.open(TABLET, made.link.replace("/answer/#", "/tablet/#"));
  await field(tablet, "Choose a PIN of 4 digits").fill("2580");
  await field(tablet, "The PIN again").fill("2580");
  await press(tablet, "Start");
  await press(tablet, "I am ready");
  for (const who of ["first", "second", "third"]) {
    await people.answerAll(tablet, FOUR_KINDS.questions, ["Yes", ["Bread"], who, `From the ${who}`]);
    await press(tablet, "I have finished");
    await press(tablet, "Yes, I have finished");
    if (who !== "third") await press(tablet, "I am the next person");
  }
  await press(tablet, "For the organiser");
  await field(tablet, "PIN").fill("2580");
  await press(tablet, "Open");
  await press(tablet, "Show codes to scan");
  assert.deepEqual(await findings(tablet, { strict: true }), []);
  const film = await filmOf(await stage.open(LAPTOP, APP), await codesOn(tablet), { rounds: 4 });

  const { page, dialog } = await scans(stage, made, film);
  await dialog.getByText("✓ 3 answers read.").waitFor();
  await press(dialog, "Done");
  await page.getByText("3 new answers.").waitFor();
  const receipt = page.getByText(/Receipt code for the tablet: [0-9A-F]{4}-[0-9A-F]{4}/);
  const [code] = (await receipt.innerText()).match(/[0-9A-F]{4}-[0-9A-F]{4}/);
  await field(tablet, "Receipt code").fill(code);
  await press(tablet, "Empty the tablet");
  await tablet.getByText("The answers of 3 people are off this tablet.").waitFor();
});
