// Notes that go from a phone to the computer beside it as a code: by the camera, or as a photo of the code.

import assert from "node:assert/strict";
import { camera, hold, refuse } from "./camera.mjs";
import * as people from "./people.mjs";
import { add, asked, clean, ease, organiser, report, reviewer, tab, unfold } from "./reviewing.mjs";
import { APP, LAPTOP, eventually, soon, story } from "./support.mjs";

const { press } = people;

const sent = (page) => page.getByRole("group").filter({ hasText: "Add notes that people sent you" });

/** A phone that shows its notes as a code, and a picture of that. */
async function shown(stage, survey) {
  const phone = await reviewer(stage, survey, "Ana");
  await ease(phone, "Hard");
  for (const _ of "1234") await press(phone, "Next");
  await unfold(phone, "Show a code to scan");
  const code = phone.getByRole("img", { name: "The code with your notes" });
  return { phone, picture: await code.screenshot({ type: "png" }) };
}

story("the organiser's camera reads the code on a phone, and is off again", async (stage) => {
  const survey = await asked(stage);
  const { phone, picture } = await shown(stage, survey);
  await clean(phone, true);
  const page = await stage.open(LAPTOP, `${APP}#notes/${survey.id}`, { kept: survey.kept, prepare: camera });
  await hold(page, picture);
  await press(sent(page), "Scan a code");
  await report(page, "Notes from Ana are added to “Your week”.");
  await page.getByText("Hard: 1 person").waitFor();
  await soon.equal(() => page.getByRole("dialog").count(), 0);
  await eventually(async () => assert.ok(await page.evaluate(() => window.cameraIsOff)));
});

story("another code is said to be for something else, and the dialog can be stopped", async (stage) => {
  const survey = await asked(stage);
  const here = await organiser(stage, survey);
  await tab(here, "Ask people");
  await unfold(here, "Show the QR code");
  const other = await here.getByRole("img", { name: "QR code of the review link" }).screenshot();
  const page = await stage.open(LAPTOP, `${APP}#notes/${survey.id}`, { kept: survey.kept, prepare: camera });
  await hold(page, other);
  await press(sent(page), "Scan a code");
  const dialog = page.getByRole("dialog", { name: "Scan a code" });
  await dialog.getByText("This code is for something else.").waitFor();
  await clean(page);
  await press(dialog, "Stop");
  await dialog.waitFor({ state: "hidden" });
  await eventually(async () => assert.ok(await page.evaluate(() => window.cameraIsOff)));
});

story("where the camera does not open, it says what else to do", async (stage) => {
  const survey = await asked(stage);
  const page = await stage.open(LAPTOP, `${APP}#notes/${survey.id}`, { kept: survey.kept, prepare: refuse });
  await press(sent(page), "Scan a code");
  await page.getByText("The camera did not open. Ask for a message instead.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

story("a photo of the code is taken in as a file, and one without a code is refused in words", async (stage) => {
  const survey = await asked(stage);
  const { picture } = await shown(stage, survey);
  const page = await organiser(stage, survey);
  const choose = page.getByLabel("Choose files");
  await choose.setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
  await report(page, "Notes from Ana are added to “Your week”.");
  const nothing = await page.getByRole("heading", { name: "Notes", level: 1 }).screenshot();
  await choose.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: nothing });
  await report(page, "There are no notes in it.");
  await choose.setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await page.getByText("The browser could not read that file.").waitFor();
  await tab(page, "Questions");
  await tab(page, "Notes");
  await add(page, "Hello");
  await report(page, "There are no notes in it.");
});
