// An organiser keeps a survey of theirs as a template, starts another with it, renames it, and removes it.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, hasFocus, story } from "./support.mjs";

const { FOUR_KINDS, button, field, press } = people;
const mine = (page) => page.getByRole("region", { name: "Your templates" });

story("a survey is kept as a template, which is used, renamed, removed and had back", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await people.fromBar(page, "Save as template");
  await page.getByText("“Four kinds” is saved as a template.").waitFor();
  await page.goto(APP);
  await page.reload();
  await mine(page).getByRole("heading", { name: "Four kinds" }).waitFor();
  await mine(page).getByText("4 questions · about 3 minutes").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(mine(page), "More for the template Four kinds");
  await press(mine(page), "Rename");
  const name = field(mine(page), "Name of the template");
  await hasFocus(name);
  await name.fill(" ");
  await press(mine(page), "Save");
  await mine(page).getByText("Write a name for the template.").waitFor();
  await hasFocus(name);
  await name.fill("Each spring");
  await name.press("Enter");
  await page.getByText("The template is called “Each spring” now.").waitFor();
  await press(mine(page), "More for the template Each spring");
  await press(mine(page), "Remove");
  await page.getByText("The template “Each spring” is removed.").waitFor();
  await mine(page).waitFor({ state: "detached" });
  await hasFocus(page.getByRole("heading", { name: "My surveys", level: 1 }));
  await press(page, "Undo");
  await page.getByText("The template “Each spring” is back.").waitFor();
  await press(mine(page), "Use “Each spring”");
  await field(page, "Title").waitFor();
  assert.equal(await field(page, "Title").inputValue(), "Four kinds");
  await people.publish(page);
  await page.goto(APP);
  await button(page, "Send: Four kinds").waitFor();
  await button(page, "Edit: Four kinds").last().waitFor();
  assert.equal(await button(page, "Edit: Four kinds").count(), 2, "the first stays as it was");
});
