// A phone opens a survey before all of the page is there. Here the rest of it is slow, or does not come: people answer all
// the same, no press waits without a word, and nothing is lost.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { asked } from "./reviewing.mjs";
import { PHONE, clipboard, hasFocus, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;
const REST = /(participant|reviewer)-later-\w+\.wasm/;
const TROUBLE = "Some of this page is not here yet. Check your internet. Then try again.";

const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const titled = (page, name) => page.getByRole("heading", { name, level: 1 });
const opening = (page) => page.getByRole("status").getByText("Opening…", { exact: true });
const trouble = (page) => page.getByRole("alert").filter({ hasText: TROUBLE });

/** A phone whose rest of the page waits until `letIn` is called. */
async function withSlowRest(stage, url, { profile, clock } = {}) {
  const page = await (profile ?? (await stage.profile(PHONE))).newPage();
  if (clock) await page.clock.install();
  let letIn;
  const held = new Promise((resolve) => (letIn = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.goto(url);
  return { page, letIn };
}

/** From the welcome past the last question, to a page of the rest that need not be there yet. */
async function answerToTheEnd(page) {
  await press(page, "Start");
  for (const [place, question] of FOUR_KINDS.questions.entries()) {
    await people.atQuestion(page, place + 1, 5);
    await people.answer(page, question, FOUR_ANSWERS[place]);
    await press(page, "Next");
  }
  await people.atQuestion(page, 5, 5);
  await press(page, "Skip this question");
}

/** The browser itself notes a file that it could not fetch. Nothing else may complain. */
function noteMissing(stage) {
  const noted = stage.complaints.splice(0);
  assert.deepEqual([...new Set(noted)], ["console: Failed to load resource: net::ERR_FAILED"]);
}

story("people answer before the rest of the page is there, and the check comes with it", async (stage) => {
  const { link } = await survey(stage);
  const { page, letIn } = await withSlowRest(stage, link);
  await answerToTheEnd(page);
  const heading = titled(page, "Check your answers");
  await hasFocus(heading);
  await opening(page).waitFor();
  assert.equal(await page.title(), `Check your answers – ${FOUR_KINDS.title}`);
  letIn();
  await page.getByText("By the sea").waitFor();
  await hasFocus(heading);
  await soon.equal(() => opening(page).count(), 0);
  await people.toSend(page);
  await people.atSend(page);
  await press(page, "Copy my answers");
  assert.match(await clipboard(page), /ask-answer\./);
});

story("the rest of the page that does not come is told, and can be asked for until it does", async (stage) => {
  const { link } = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.route(REST, (route) => route.abort());
  await page.goto(link);
  await answerToTheEnd(page);
  await trouble(page).waitFor();
  await press(page, "Back");
  await people.atQuestion(page, 5, 5);
  await press(page, "Skip this question");
  await press(trouble(page), "Try again");
  await trouble(page).waitFor();
  await soon.equal(() => stage.complaints.length > 1, true);
  noteMissing(stage);
  await page.unroute(REST);
  await press(trouble(page), "Try again");
  await page.getByText("By the sea").waitFor();
  await hasFocus(titled(page, "Check your answers"));
});

story("the rest of the page that neither comes nor fails is told after a while, and taken when it comes late", async (stage) => {
  const { link } = await survey(stage);
  const { page, letIn } = await withSlowRest(stage, link, { clock: true });
  await answerToTheEnd(page);
  await opening(page).waitFor();
  await page.clock.fastForward(20_000);
  await trouble(page).waitFor();
  letIn();
  await page.getByText("By the sea").waitFor();
  await soon.equal(() => trouble(page).count(), 0);
});

story("who comes back is asked who they are once the rest of the page is there, and sees no answer before", async (stage) => {
  const { link } = await survey(stage);
  const profile = await stage.profile(PHONE);
  const first = await profile.newPage();
  await first.goto(link);
  await press(first, "Start");
  await people.answer(first, FOUR_KINDS.questions[0], "Yes");
  await press(first, "Next");
  await people.atQuestion(first, 2, 5);
  await first.close();
  const { page, letIn } = await withSlowRest(stage, link, { profile });
  await people.atWho(page);
  await opening(page).waitFor();
  assert.equal(await people.button(page, "Back").count(), 0);
  letIn();
  await people.comeBack(page);
  await people.atQuestion(page, 2, 5);
});

story("a link that is no survey says so at once, and takes a file once the rest of the page is there", async (stage) => {
  const { link } = await survey(stage);
  const { page, letIn } = await withSlowRest(stage, link.slice(0, -9));
  await page.getByText("This link is cut short.").waitFor();
  const choose = page.getByText("Open a survey file");
  assert.equal(await choose.count(), 0);
  letIn();
  await choose.waitFor();
});

story("a reviewer says hello before the rest of the page is there, and looks at the survey once it is", async (stage) => {
  const { link } = await asked(stage);
  const { page, letIn } = await withSlowRest(stage, link);
  await page.getByRole("textbox", { name: /^Your first name/ }).fill("Sam");
  await press(page, "Start");
  const heading = titled(page, /^Page 1 of/);
  await hasFocus(heading);
  await opening(page).waitFor();
  letIn();
  await page.getByRole("radio", { name: "Easy" }).waitFor();
  await soon.equal(() => opening(page).count(), 0);
});

story("the focus stays with who waits, when the rest of the page fails and when it comes", async (stage) => {
  const { link } = await survey(stage);
  const { page, letIn } = await withSlowRest(stage, link, { clock: true });
  await answerToTheEnd(page);
  const heading = titled(page, "Check your answers");
  await hasFocus(heading);
  await page.clock.fastForward(20_000);
  await trouble(page).waitFor();
  await hasFocus(heading);
  await people.button(page, "Back").focus();
  letIn();
  await page.getByText("By the sea").waitFor();
  await hasFocus(heading);
});

story("who has a survey as a file is told when the rest of the page does not come, and can ask for it again", async (stage) => {
  const { link } = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.route(REST, (route) => route.abort());
  await page.goto(link.slice(0, -9));
  await page.getByText("This link is cut short.").waitFor();
  await trouble(page).waitFor();
  await page.unroute(REST);
  await press(trouble(page), "Try again");
  await page.getByText("Open a survey file").waitFor();
  await hasFocus(titled(page, "This survey did not open"));
  await soon.equal(() => trouble(page).count(), 0);
  noteMissing(stage);
});

story("a page of another release than its host is loaded anew by Try again, and loses nothing", async (stage) => {
  const { link } = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.route(REST, (route) => route.fulfill({ status: 404 }));
  await page.goto(link);
  await answerToTheEnd(page);
  await trouble(page).waitFor();
  const loaded = page.waitForEvent("load");
  await press(trouble(page), "Try again");
  await loaded;
  await page.unroute(REST);
  const again = people.button(trouble(page), "Try again");
  await page.getByText("By the sea").or(again).first().waitFor();
  if (await again.isVisible()) await again.click();
  await page.getByText("By the sea").waitFor();
  stage.complaints.splice(0);
});

story("the rest of the page is asked for again once there is a connection", async (stage) => {
  const { link } = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  // The time to try again never comes.
  await page.addInitScript(() => {
    const wait = setTimeout.bind(window);
    window.setTimeout = (call, ms, ...more) => (ms === 5_000 ? 0 : wait(call, ms, ...more));
  });
  await page.route(REST, (route) => route.abort());
  await page.goto(link);
  await answerToTheEnd(page);
  await trouble(page).waitFor();
  noteMissing(stage);
  await page.unroute(REST);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.getByText("By the sea").waitFor();
});
