// What people do to make a survey together: the organiser's round, the reviewer's phone, and the way back.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, once, soon } from "./support.mjs";

const { field, press } = people;

export const tab = (page, name) => people.goTo(page, name);
const opinion = (page) => page.getByRole("region", { name: "What do you think of this page?" });
export const report = (page, words) => page.getByRole("status").filter({ hasText: words }).first().waitFor();

/** Nothing that axe finds; on a phone with the contrast that participants need. */
export const clean = async (page, strict = false) => assert.deepEqual(await findings(page, { strict }), []);

export const noSidewaysScrolling = async (page) =>
  await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

/** Opens a part of a reviewer's page. */
export const unfold = (page, summary) => page.getByText(summary, { exact: true }).click();

/** An organiser with a survey of two questions, whose round is open. */
export const asked = once(async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, {
    title: "Your week",
    organisation: "Team A",
    questions: [
      { kind: "One choice", text: "Do you utilise services?", choices: ["Yes", "No"] },
      { kind: "Long answer", text: "What would you change?" },
    ],
  });
  await tab(page, "Ask people");
  await press(page, "Ask them something specific");
  await page.getByLabel("About").selectOption({ label: "Do you utilise services?" });
  await field(page, "What do you want to ask them?").fill("Is “services” the right word?");
  await press(page, "Make a link to send");
  const link = await field(page, "Review link").inputValue();
  await clean(page);
  return { link, id: page.url().split("/").pop(), kept: await page.context().storageState({ indexedDB: true }) };
});

export const organiser = (stage, { id, kept }) => stage.open(LAPTOP, `${APP}#notes/${id}`, { kept });

/** A phone that reviews, up to the first question. */
export async function reviewer(stage, { link }, name) {
  const page = await stage.open(PHONE, link);
  await page.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  if (name) {
    await field(page, "Your first name (you can leave this empty)").fill(name);
    await page.getByRole("checkbox", { name: "You can use my name in the report." }).check();
  }
  await press(page, "Start");
  await page.getByText("Page 1 of 5").waitFor();
  await press(page, "Next");
  await page.getByText("Page 2 of 5").waitFor();
  return page;
}

export const ease = (page, name) => opinion(page).getByRole("radio", { name, exact: true }).check();

/** From the last page to the copied message. */
export async function send(page) {
  await page.getByRole("heading", { name: "Is something missing?" }).waitFor();
  await press(page, "Next");
  await press(page, "Copy my notes");
  await page.getByText("Your notes are copied.").waitFor();
  return clipboard(page);
}

/** Opens the card that takes notes, which is closed where there are some. */
export async function openNotes(page) {
  const card = page.getByRole("group").filter({ hasText: "Add notes that people sent you" });
  await card.waitFor();
  if ((await card.getAttribute("open")) === null) await unfold(page, "Add notes that people sent you");
}

/** Adds notes, on their screen. */
export async function add(page, message) {
  await openNotes(page);
  await field(page, "Paste messages here").fill(message);
  await press(page, "Add notes");
}

/** Adds a draft that came back. */
export async function addDraft(page, message) {
  await tab(page, "Share the draft");
  await field(page, "Paste messages here").fill(message);
  await press(page, "Add the draft");
}
