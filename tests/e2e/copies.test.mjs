// Copies: of a whole survey, which says that it is one, and of a section, whose questions are about each other.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, eventually, holds, story } from "./support.mjs";

const { field, press } = people;

/** What the surveys on the first screen are called. */
const titles = (page) => page.getByRole("heading", { level: 2 }).filter({ hasText: "Tea" }).allInnerTexts();

const home = (page) => page.getByRole("link", { name: "Ask Together" }).click();

story("a copy of a survey says that it is one, and undo takes no more back than the name", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { title: "Tea", organisation: "Team A", questions: [{ kind: "Short answer", text: "Where?" }] });
  await home(page);
  await people.withSurvey(page, "Make a copy: Tea");
  const told = (name) => page.getByText(`This is a copy, called “${name}”. The survey it was made from stays as it is.`);
  await told("Tea (copy)").waitFor();
  await holds(field(page, "Title"), "Tea (copy)");
  await home(page);
  await people.withSurvey(page, "Make a copy: Tea (copy)");
  await told("Tea (copy 2)").waitFor();
  await home(page);
  await eventually(async () => assert.deepEqual((await titles(page)).sort(), ["Tea", "Tea (copy 2)", "Tea (copy)"]));
  await press(page, "Edit: Tea (copy 2)");
  await holds(field(page, "Title"), "Tea (copy 2)");
  await people.undo(page).click();
  await holds(field(page, "Title"), "Tea (copy)");
  await people.cardOf(page, 1).getByText("Where?").first().waitFor();
});

story("a section is copied with its questions, and what they say about each other is about the copies", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.addQuestion(page, "Section");
  const section = page.getByRole("region", { name: "Section", exact: true });
  await field(section, "Title of the section").fill("Drinks");
  await people.addQuestion(page, "Yes, no, not sure");
  await field(people.cardOf(page, 1), "Question").fill("Do you like tea?");
  await people.addQuestion(page, "Short answer");
  const second = people.cardOf(page, 2);
  await field(second, "Question").fill("Which tea?");
  await people.openChip(second, "Asked");
  await second.getByRole("radio", { name: "Only if …" }).check();
  await second.getByText("Only if …").waitFor();
  await section.getByRole("button").first().click();
  await people.withCard(section, "Duplicate the whole section");
  await page.getByText("The section is copied with its questions. You are in the copy.").waitFor();
  await people.cardOf(page, 3).getByRole("button").first().click();
  await field(people.cardOf(page, 3), "Question").fill("Do you like milk?");
  await people.cardOf(page, 4).getByText("Only if “Do you like milk?” is Yes").first().waitFor();
  await people.cardOf(page, 2).getByText("Only if “Do you like tea?” is Yes").first().waitFor();
});
