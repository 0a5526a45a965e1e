// What people are told before they begin, and what comes of it: until when a survey is open, how answers are looked
// after, whom to ask, and until when answers are kept. On that day the organiser is reminded, deletes them, and the
// record says so.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, hasFocus, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field, press } = people;
const LAST_DAY = "29 February 2024";

/** Writes what people are told, and the days. */
async function write(page, { closes, keep }) {
  await people.writeSurvey(page, FOUR_KINDS);
  await press(people.firstPage(page), `Welcome page ${FOUR_KINDS.title}`);
  const card = people.firstPage(page);
  await card.getByRole("heading", { name: "Privacy" }).click();
  await field(card, "How do you look after the answers?").fill("We lock your answers in a cupboard.");
  await field(card, "Link to your privacy notice").fill("https://example.org/privacy");
  await field(card, "Who can people ask?").fill("Jo, 01632 960123");
  await card.getByLabel("Keep the answers until").fill(keep);
  await people.goTo(page, "Share");
  await page.getByLabel("Last day for answers").fill(closes);
}

const survey = people.publishedBy(async (page) => {
  await write(page, { closes: "2024-02-29", keep: "2024-03-31" });
  // Whoever publishes what is over is told so once.
  await press(page, "Publish");
  await page.getByText("The last day for answers is over, so nobody could answer.").waitFor();
});
const open = people.publishedBy((page) => write(page, { closes: "2199-12-31", keep: "2199-12-31" }));

story("before they begin, people read how their answers are looked after and whom to ask", async (stage) => {
  const page = await stage.open(PHONE, (await open(stage)).link);
  await page.getByRole("heading", { name: "How we look after your answers", level: 2 }).waitFor();
  await page.getByText("We lock your answers in a cupboard.").waitFor();
  await page.getByText("We keep your answers until 31 December 2199. Then we delete them.").waitFor();
  await page.getByText("Do you have a question? You can ask: ⁨Jo, 01632 960123⁩").waitFor();
  await page.getByText("You can answer until 31 December 2199.").waitFor();
  const link = page.getByRole("link", { name: "Read more at example.org (a new page)" });
  assert.equal(await link.getAttribute("href"), "https://example.org/privacy");
  assert.match(await link.getAttribute("rel"), /noreferrer/);
  assert.deepEqual(await findings(page), []);
});

story("a survey that closed says so, and what comes late is marked, kept, and deleted on the day", async (stage) => {
  const made = await survey(stage);
  const phone = await stage.open(PHONE, made.link);
  await phone.getByRole("heading", { name: "This survey is closed", level: 1 }).waitFor();
  await phone.getByText(`It was open until ${LAST_DAY}.`).waitFor();
  await phone.getByText("You can ask: ⁨Jo, 01632 960123⁩").waitFor();
  assert.equal(await button(phone, "Start").count(), 0);
  assert.deepEqual(await findings(phone), []);
  await press(phone, "Answer anyway");
  await people.answerAllFrom(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  await people.toSend(phone);
  await people.atSend(phone);
  await phone.getByText(`This survey closed on ${LAST_DAY}.`).waitFor();
  await press(phone, "Copy my answers");
  await phone.getByText("Your answers are copied.").waitFor();
  const message = await phone.evaluate(() => navigator.clipboard.readText());

  const page = await stage.open(LAPTOP, people.linkIn(message), { kept: made.kept });
  await page.getByText("1 new answer.").waitFor();
  await page.getByText(`1 answer was sent after the closing date, ${LAST_DAY}. It is counted like the others.`).waitFor();
  await page.goto(APP);
  await page.getByText("Closed", { exact: true }).waitFor();
  await page.getByText("You told people that you keep their answers until 31 March 2024.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Go to these answers");
  const card = page.getByRole("region", { name: "How long answers are kept" });
  await press(card, "Delete all 1…");
  await press(page.getByRole("alertdialog", { name: "Delete 1 answer for good?" }), "Yes, delete them all");
  await page.getByText("1 answer is deleted. The record of this survey says so.").waitFor();
  await hasFocus(page.getByRole("heading", { name: "Inbox", level: 1 }));
  await card.getByText("1 answer was deleted. People were told that they are kept until 31 March 2024.").waitFor();
  assert.deepEqual(await findings(page), []);
  await people.paste(page, message);
  await page.getByText("We could not add 1 answer:").waitFor();
  await page.goto(APP);
  await page.getByText("Closed", { exact: true }).waitFor();
  assert.equal(await button(page, "Go to these answers").count(), 0);
});
