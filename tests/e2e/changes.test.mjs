// From what people said to a shared "You said, we did": an organiser starts from an answer, writes what they did,
// shows it, asks people whether it is right, and hears on the same screen that somebody does not agree.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { LAPTOP, PHONE, download, hasFocus, holds, once, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const message = once(async (stage) => {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await people.answerAll(page, FOUR_KINDS.questions, FOUR_ANSWERS);
  return people.sendByCopy(page);
});
const step = (page) => page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "What changed" });
const part = (page, name) => page.getByRole("navigation", { name: "This step" }).getByRole("link", { name });
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });

story("from an answer to “You said, we did”, and back to somebody who does not agree", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, await message(stage));
  await page.getByText("1 new answer.").waitFor();
  await step(page).click();
  await hasFocus(heading(page, "What changed"));
  await press(page, "Start from what people said");
  const start = page.getByRole("region", { name: "Start from what people said" });
  await start.getByRole("checkbox", { name: /More tea/ }).check();
  await press(start, "Add what I ticked");
  const said = field(page, "You said");
  await hasFocus(said);
  await holds(said, "More tea.\nLess rain.");
  await said.fill("We want more tea.");
  await page.getByRole("radio", { name: "We did", exact: true }).check();
  await field(page, "What we did").fill("There is tea at 10 and at 3.");
  await field(page, "Who does it").fill("The café");
  await page.getByText("More about this change").click();
  await page.getByRole("group", { name: "Cost", exact: true }).getByRole("checkbox", { name: "Not known" }).check();
  await page.getByText("Saved on this computer").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Close");
  await hasFocus(button(page, "We want more tea."));

  // All of it is kept.
  await page.reload();
  await button(page, "We want more tea.").waitFor();
  await page.getByText("The café", { exact: true }).waitFor();
  await part(page, "For the board").click();
  await page.getByText("Cost: not known for 1 change.").waitFor();
  assert.deepEqual(await findings(page), []);
  await part(page, "You said, we did").click();
  await hasFocus(heading(page, "You said, we did"));
  const row = page.getByRole("listitem").filter({ hasText: "We want more tea." });
  await row.getByText("There is tea at 10 and at 3.").waitFor();
  assert.deepEqual(await findings(page), []);
  const { name, bytes } = await download(page, () => press(page, "Save as a web page"));
  assert.equal(name, "four-kinds-you-said-we-did.html");
  assert.match(bytes.toString(), /There is tea at 10 and at 3\./);

  const told = page.url();
  await press(page, "Ask people if they agree");
  await page.getByText("This survey shows people what changed and asks if they agree.").waitFor();
  const link = await people.publish(page);
  const phone = await stage.open(PHONE, link);
  await press(phone, "Start");
  const agree = "You said: We want more tea. We did: There is tea at 10 and at 3. Do you agree?";
  await phone.getByRole("group", { name: agree }).getByRole("radio", { name: "No", exact: true }).check();
  await press(phone, "Next");
  await field(phone, "What should we do instead?").fill("Tea at 4.");
  await press(phone, "Next");
  await press(phone, "Skip this question");
  await people.atCheck(phone);
  const back = await people.sendByCopy(phone);
  await people.goTo(page, "Add answers");
  await people.paste(page, back);
  await page.getByText("1 new answer.").waitFor();
  await page.goto(told);
  await press(page, "Add what people sent back");
  await page
    .getByText("The answers of 1 person are added to the changes. Somebody does not agree with 1 change: see Changes.")
    .waitFor();
  await part(page, "Changes").click();
  await press(page, "We want more tea.");
  await page.getByText("More about this change").click();
  await page.getByText("1 person does not agree.").waitFor();
  await page.getByText("“Tea at 4.”").waitFor();
  // Nobody agrees by an empty form, and what was said of other words does not count for new ones.
  await press(page, "Add what they say");
  await page.getByText("Write who said it.").waitFor();
  await hasFocus(field(page, "Who (first name or role)"));
  await field(page, "What we did").fill("There is tea at 4.");
  await page.getByText("1 answer was about earlier words: ask again.").waitFor();

  // Undo takes back the last step, and a removed change comes back.
  await press(page, "Remove this change");
  await hasFocus(heading(page, "What changed"));
  await button(page, "We want more tea.").waitFor({ state: "detached" });
  await page.getByRole("main").getByRole("button", { name: "Undo", exact: true }).click();
  await button(page, "We want more tea.").waitFor();
});

story("what two tabs write goes into one record, and a wide page fits a narrow phone", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "changes");
  await press(page, "Add a change");
  await field(page, "You said").fill("The bus is late.");
  await page.getByText("Saved on this computer").waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await press(other, "The bus is late.");
  await field(other, "What we will do, and why").fill("We ask the bus company.");
  await holds(field(page, "What we will do, and why"), "We ask the bus company.");
  await holds(field(page, "You said"), "The bus is late.");
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await soon.equal(wide, 320);
  await page.getByText("More about this change").click();
  await soon.equal(wide, 320);
});
