// A program that stops, by a fault of ours or of the browser's: a phone that did so would leave its person with buttons
// that do nothing. Here a small program of the story's own stops in the page, as ours would.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, hasFocus, story } from "./support.mjs";

const { FOUR_KINDS, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** `(module (func unreachable) (start 0))`: browsers stop it as they stop ours, and tell the page. */
function stopNow() {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];
  setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))));
}

const notice = (page) => page.getByRole("dialog", { name: "Sorry, this page has stopped" });

story("a page that has stopped says so, and opens again where the person was", async (stage) => {
  const { link } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await press(phone, "Start");
  await phone.getByRole("radio", { name: "Yes", exact: true }).check();
  await press(phone, "Next");
  const second = phone.getByRole("heading", { level: 1, name: FOUR_KINDS.questions[1].text });
  await second.waitFor();
  await phone.evaluate(stopNow);
  await hasFocus(people.button(notice(phone), "Open it again"));
  assert.deepEqual(await findings(phone, { strict: true }), []);
  await press(notice(phone), "Open it again");
  await second.waitFor();
  assert.equal(await notice(phone).count(), 0);
  assert.deepEqual(stage.complaints.splice(0), ["error in the page: unreachable"]);
});

story("an error that stops nothing is left to the console", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.button(page, "Make a survey").waitFor();
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => setTimeout(() => { throw new Error("of a browser's extension"); }));
  await thrown;
  assert.equal(await notice(page).count(), 0);
  assert.deepEqual(stage.complaints.splice(0), ["error in the page: of a browser's extension"]);
});
