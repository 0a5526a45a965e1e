// Every wait has an end, a sentence and a way to try again: here the browser or the host never answers. The stories put
// the clock forward, so nobody waits for real.

import assert from "node:assert/strict";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, story } from "./support.mjs";

const { FOUR_KINDS, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** A page whose clock can be put forward. What is `held` never comes to it, until `letGo` is called and it is asked for again. */
async function open(stage, size, url, held, options) {
  const page = await (await stage.profile(size, options)).newPage();
  let isHeld = true;
  await page.clock.install();
  await page.route(held, (route) => (isHeld ? undefined : route.continue()));
  await page.goto(url, { waitUntil: "commit" });
  return { page, letGo: () => (isHeld = false) };
}

/** Waits for words that come when a person has waited for so many seconds, and not before. */
async function saysAfter(page, seconds, said) {
  await eventually(async () => {
    await page.clock.runFor((seconds * 1000) / 10);
    await said.waitFor({ timeout: 300 });
  });
}

story("a program that never comes can be asked for again", async (stage) => {
  const { link } = await survey(stage);
  const PROGRAM = /participant-\w+\.wasm/;
  const { page, letGo } = await open(stage, PHONE, link, PROGRAM);
  await saysAfter(page, 15, page.getByRole("status").getByText("Still waiting? Check your internet. Then try again."));
  letGo();
  await press(page, "Try again");
  await people.button(page, "Start").waitFor();
});

story("words of another language that never come are said in English, and can be asked for again", async (stage) => {
  const WORDS = /words-cy-\w+\.txt/;
  const prepare = () => Object.defineProperty(Navigator.prototype, "language", { get: () => "cy" });
  const { page, letGo } = await open(stage, PHONE, `${APP}answer/${process.env.EVERY_KIND_LINK}`, WORDS, { prepare });
  await page.getByRole("status").getByText("Opening your survey…").waitFor();
  const notice = page.getByRole("status").filter({ hasText: "These words are not there yet." });
  await saysAfter(page, 10, notice);
  letGo();
  await press(notice, "Try again");
  await people.button(page, "Dechrau").waitFor();
  assert.equal(await notice.count(), 0);
});

story("the rest of the organiser's page that never comes can be asked for again", async (stage) => {
  const REST = /organiser-later-\w+\.wasm/;
  const { page, letGo } = await open(stage, LAPTOP, APP, REST);
  await people.button(page, "Make a survey").waitFor();
  const trouble = page.getByRole("alert").filter({ hasText: "Not all of this page came." });
  await saysAfter(page, 90, trouble);
  letGo();
  await press(trouble, "Try again");
  await trouble.waitFor({ state: "detached" });
});

story("photos that the browser never gives hold nothing up: the link is there, and they can be asked for again", async (stage) => {
  // From the second visit on the store of photos is silent, for as long as the story says.
  const prepare = () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, ...rest) {
      const isSilent = name === "ask-together-photos" && sessionStorage.getItem("silent");
      return isSilent ? new EventTarget() : open.call(this, name, ...rest);
    };
  };
  const page = await stage.open(LAPTOP, APP, { prepare });
  await people.writeSurvey(page, { title: "With a photo", organisation: "Team A", questions: FOUR_KINDS.questions.slice(0, 1) });
  await addPhoto(page);
  await people.publish(page);
  await page.clock.install();
  await page.evaluate(() => sessionStorage.setItem("silent", "yes"));
  await page.reload();
  assert.match(await people.linkField(page).inputValue(), /ask-survey\./);
  await page.getByText("Getting your photos, sounds and videos…").waitFor();
  const trouble = page.getByRole("alert").filter({ hasText: "This browser did not give us your photos, sounds or videos." });
  await saysAfter(page, 10, trouble);
  await page.evaluate(() => sessionStorage.removeItem("silent"));
  await press(trouble, "Try again");
  await people.button(page, "Save the survey as a file").waitFor();
});

/** Gives the first choice a small photo. */
async function addPhoto(page) {
  const png = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 60 });
    canvas.getContext("2d").fillRect(0, 0, 60, 60);
    const blob = await new Promise((done) => canvas.toBlob(done));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await building.pictureOf(people.cardOf(page, 1), "choice 1").click();
  await building.pictureDialog(page).getByLabel("Choose a photo").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from(png) });
  await press(page, "Use this photo");
  await people.cardOf(page, 1).getByRole("button", { name: "Picture of choice 1: your photo" }).waitFor();
}
