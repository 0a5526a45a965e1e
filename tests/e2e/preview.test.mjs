// The preview beside the editor: a phone, a tablet and paper, in any language and colours. And trying the whole
// survey, which keeps nothing.

import assert from "node:assert/strict";
import { add, onlyIf, openCard, openFromOutline, writeChoices } from "./building.mjs";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, soon, story } from "./support.mjs";

const { button, field, press, preview } = people;
const shows = (page) => page.getByRole("radio", { name: /^(Phone|Tablet|Paper)$/ });
const showOn = (page, name) => shows(page).and(page.getByRole("radio", { name })).check();
const trial = (page) => page.getByRole("dialog", { name: "Try it" });
const paper = (page) => preview(page).getByRole("group", { name: "The survey on paper" });

async function isClean(page) {
  assert.deepEqual(await findings(page), []);
}

/** Tea, why (only if yes), and a name. */
async function writeTea(page) {
  await people.startEmpty(page);
  await field(page, "Title").fill("Your tea");
  await field(page, "Who is asking?").fill("Team A");
  await add(page, "Yes, no, not sure", "Do you like tea?");
  const card = await add(page, "One choice", "Which tea is best?");
  await writeChoices(card, ["Green", "Black"]);
  await onlyIf(card, { question: "1. Do you like tea?", choice: "Yes" });
  await add(page, "Short answer", "What is your name?");
}

story("the preview shows a phone, a tablet and paper, in other colours, sizes and languages", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await writeTea(page);
  await openFromOutline(page, /Do you like tea/);
  const phone = preview(page);
  await phone.getByRole("heading", { name: "Do you like tea?" }).waitFor();
  await isClean(page);
  const colourOf = () => phone.locator(".answering").evaluate((page) => getComputedStyle(page).backgroundColor);
  const before = await colourOf();
  await page.getByText("Colours and size", { exact: true }).click();
  await page.getByRole("combobox", { name: "Colours" }).selectOption("Dark");
  await eventually(async () => assert.notEqual(await colourOf(), before));
  await isClean(page);
  await page.getByRole("combobox", { name: "Pictures" }).selectOption("No pictures");
  await eventually(async () => assert.equal(await phone.locator("img:visible").count(), 0));

  const width = () => phone.locator(".answering").evaluate((page) => page.clientWidth);
  await soon.ok(async () => (await width()) < 400);
  await showOn(page, "Tablet");
  await eventually(async () => assert.ok((await width()) > 650));
  await page.getByRole("heading", { name: "How it looks on a tablet, made smaller to fit" }).waitFor();
  await isClean(page);

  await showOn(page, "Paper");
  await paper(page).getByText("Only answer this if you said “Yes” to question 1.").waitFor();
  await paper(page).getByText("Please give these pages back to Team A.").first().waitFor();
  await isClean(page);
  // Only the sheets are printed.
  await page.emulateMedia({ media: "print" });
  await soon.ok(() => paper(page).isVisible());
  await soon.ok(async () => !(await openCard(page).isVisible()));
  await soon.ok(async () => !(await shows(page).first().isVisible()));
  await page.emulateMedia({ media: "screen" });

  await people.goTo(page, "Languages");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("cy");
  await press(page, "Add this language");
  await people.goTo(page, "Questions");
  await page.getByText("Language, colours and size").click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Cymraeg");
  await button(phone, "Nesaf").waitFor();
  await soon.equal(() => phone.locator("[lang]").first().getAttribute("lang"), "cy");
});

story("people try the whole survey from the first page to the last, and nothing of it is kept", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await writeTea(page);
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  const before = await kept();
  await press(page, "Try it");
  const phone = trial(page);
  await phone.getByText("This is a try. Nothing is kept.").waitFor();
  await isClean(page);
  await press(phone, "Start");
  await phone.getByText("Question 1 of about 4", { exact: true }).waitFor();
  await phone.getByRole("radio", { name: "Yes" }).check();
  await press(phone, "Next");
  await phone.getByText("Question 2 of 4", { exact: true }).waitFor();
  await hasFocus(phone.getByRole("heading", { name: "Which tea is best?" }));
  await isClean(page);
  await phone.getByRole("radio", { name: "Green" }).check();
  await press(phone, "Next");
  await field(phone, "What is your name?").fill("Ana");
  await press(phone, "Next");
  await press(phone, "Skip this question");
  await phone.getByRole("heading", { name: "Check your answers" }).waitFor();
  await phone.getByText("Green", { exact: true }).waitFor();
  await isClean(page);
  await press(phone, "Change: Do you like tea?");
  await phone.getByRole("radio", { name: "No", exact: true }).check();
  await press(phone, "Save");
  await phone.getByRole("heading", { name: "Check your answers" }).waitFor();
  await soon.equal(() => phone.getByText("Green", { exact: true }).count(), 0);
  await press(phone, "Send my answers");
  await phone.getByText("You sent nothing.").waitFor();
  await isClean(page);
  await press(phone, "Start again");
  await press(phone, "Start");
  await soon.equal(() => phone.getByRole("radio", { checked: true }).count(), 0);
  await soon.equal(() => kept(), before);

  await press(phone, "Edit this question");
  await hasFocus(field(people.cardOf(page, 1), "Question"));
  await soon.ok(async () => !(await phone.isVisible()));
});

story("on a phone an unfinished survey can be tried, and editing leads back to the card", async (stage) => {
  const page = await stage.open(PHONE, APP);
  await people.startEmpty(page);
  await add(page, "One choice");
  await press(page, "Preview");
  await isClean(page);
  await press(page, "Try it");
  await trial(page).getByRole("heading", { name: "Your title goes here" }).waitFor();
  await press(trial(page), "Start");
  await trial(page).getByRole("radio", { name: "Choice 1" }).waitFor();
  await isClean(page);
  await press(trial(page), "Edit this question");
  await hasFocus(field(people.cardOf(page, 1), "Question"));
});
