// The organiser's page opens before all of it is there: one can write at once, and the rest comes a moment later. Here
// the rest is slow, or does not come.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, hasFocus, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, goTo, press, undo } = people;
const REST = /organiser-later-\w+\.wasm/;
const everyQuestion = (page) => page.getByRole("heading", { name: "All questions in order" });

const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** A page whose rest waits until `letIn` is called. */
async function withSlowRest(stage, { url = APP, kept, clock } = {}) {
  const page = await (await stage.profile(LAPTOP, { kept })).newPage();
  if (clock) await page.clock.install();
  let letIn;
  const held = new Promise((resolve) => (letIn = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(url);
  return { page, letIn };
}

story("a survey is written before the rest of the page is there, and a screen of the rest comes with it", async (stage) => {
  const { page, letIn } = await withSlowRest(stage);
  await people.writeSurvey(page, FOUR_KINDS);
  await undo(page).click();
  await people.redo(page).click();
  await goTo(page, "Paths");
  const heading = page.getByRole("heading", { name: "Paths", level: 1 });
  await hasFocus(heading);
  await page.getByRole("status").getByText("Opening…").waitFor();
  letIn();
  await everyQuestion(page).waitFor();
  await hasFocus(heading);
  await soon.equal(() => page.getByText("Opening…").count(), 0);
});

story("who is quicker than the rest of the page gets what they pressed once it is there", async (stage) => {
  const { page, letIn } = await withSlowRest(stage);
  await people.writeSurvey(page, FOUR_KINDS);
  await people.fromBar(page, "History and versions");
  await page.getByRole("status").getByText("Opening…").waitFor();
  letIn();
  const dialog = page.getByRole("dialog", { name: "History" });
  await dialog.waitFor();
  await soon.equal(() => page.getByText("Opening…").count(), 0);
  await press(dialog, "Close");
  await dialog.waitFor({ state: "hidden" });
  assert.match(await people.publish(page), /ask-survey\./);
});

story("publishing waits for the rest of the page", async (stage) => {
  const { page, letIn } = await withSlowRest(stage);
  await people.writeSurvey(page, FOUR_KINDS);
  const published = people.publish(page);
  await page.getByRole("status").getByText("Opening…").waitFor();
  letIn();
  assert.match(await published, /ask-survey\./);
  await soon.equal(() => page.getByText("Opening…").count(), 0);
});

story("answers that a link brings come in once the rest of the page is there", async (stage) => {
  const { link, kept } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS);
  const url = people.linkIn(await people.sendByCopy(phone));
  const { page, letIn } = await withSlowRest(stage, { url, kept });
  await page.getByRole("heading", { name: FOUR_KINDS.title }).waitFor();
  letIn();
  await page.getByText("1 new answer.").waitFor();
  assert.match(page.url(), /#add-answers\//);
});

story("a link's answers come in also when the rest of the page comes after the page said that it did not", async (stage) => {
  const { link, kept } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS);
  const url = people.linkIn(await people.sendByCopy(phone));
  const { page, letIn } = await withSlowRest(stage, { url, kept, clock: true });
  await page.getByRole("heading", { name: FOUR_KINDS.title }).waitFor();
  await page.clock.fastForward(20_000);
  await page.getByRole("alert").filter({ hasText: "Not all of this page came." }).waitFor();
  letIn();
  await page.getByText("1 new answer.").waitFor();
  assert.match(page.url(), /#add-answers\//);
});

story("Publish that waits for the rest of the page publishes no other survey", async (stage) => {
  const { page, letIn } = await withSlowRest(stage);
  const home = () => page.getByRole("link", { name: "Ask Together" }).click();
  await people.startReadyMade(page);
  await home();
  await people.writeSurvey(page, FOUR_KINDS);
  await press(page, "Publish");
  await page.getByRole("status").getByText("Opening…").waitFor();
  await home();
  await press(page, `Edit: ${people.READY_MADE}`);
  await goTo(page, "Paths");
  letIn();
  await everyQuestion(page).waitFor();
  await home();
  await button(page, `Edit: ${people.READY_MADE}`).waitFor();
  assert.equal(await page.getByText("Open for answers").count(), 0);
});

story("when the rest of the page does not come, the page says so and tries again", async (stage) => {
  const page = await (await stage.profile(LAPTOP)).newPage();
  await page.route(REST, (route) => route.abort());
  await page.goto(APP);
  const trouble = page.getByRole("alert").filter({ hasText: "Not all of this page came." });
  await trouble.getByText("Check your internet. Then try again.").waitFor();
  await people.writeSurvey(page, FOUR_KINDS);
  await goTo(page, "Paths");
  await press(trouble, "Try again");
  await trouble.waitFor();
  // The browser itself notes a file that it could not fetch. Nothing else may complain.
  const fetched = stage.complaints.splice(0);
  assert.deepEqual([...new Set(fetched)], ["console: Failed to load resource: net::ERR_FAILED"]);
  await page.unroute(REST);
  await press(trouble, "Try again");
  await everyQuestion(page).waitFor();
  await trouble.waitFor({ state: "detached" });
  await hasFocus(page.getByRole("heading", { name: "Paths", level: 1 }));
});

story("when the rest of the page neither comes nor fails, the page says so, and trying again does not wait for it", async (stage) => {
  const page = await (await stage.profile(LAPTOP)).newPage();
  await page.clock.install();
  let letIn;
  const held = new Promise((resolve) => (letIn = resolve));
  let asked = 0;
  await page.route(REST, async (route) => {
    if (++asked === 1) await held;
    await route.continue().catch(() => {});
  });
  await page.goto(APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await goTo(page, "Paths");
  const heading = page.getByRole("heading", { name: "Paths", level: 1 });
  await hasFocus(heading);
  await press(page, "Publish");
  await page.clock.fastForward(20_000);
  const trouble = page.getByRole("alert").filter({ hasText: "Not all of this page came." });
  await trouble.waitFor();
  await page.getByRole("status").getByText("This did not work. Check your internet. Then try again.").waitFor();
  await press(trouble, "Try again");
  await everyQuestion(page).waitFor();
  await trouble.waitFor({ state: "detached" });
  await hasFocus(heading);
  letIn();
});

story("the rest of the page that comes late, after the page has said that it did not, is taken all the same", async (stage) => {
  const { page, letIn } = await withSlowRest(stage, { clock: true });
  await people.writeSurvey(page, FOUR_KINDS);
  await goTo(page, "Paths");
  await page.clock.fastForward(20_000);
  const again = button(page.getByRole("alert"), "Try again");
  await again.focus();
  letIn();
  await everyQuestion(page).waitFor();
  await again.waitFor({ state: "detached" });
  await hasFocus(page.getByRole("heading", { name: "Paths", level: 1 }));
});
