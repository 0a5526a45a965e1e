// What the app says of itself in every survey: shown in the editor with the reason, said in other words or left out.
// And a logo at the top of the welcome page, which needs words.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, story } from "./support.mjs";

const { FOUR_KINDS, field, press } = people;

story("what the app says of itself is there to be said in other words or left out, with the reason", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await press(people.firstPage(page), `Welcome page ${FOUR_KINDS.title}`);
  const card = people.firstPage(page);
  await card.getByRole("heading", { name: "What we add" }).click();
  const added = card.getByRole("group", { name: "What we add" });
  const choose = field(added, "That people do not have to answer");
  assert.match(await choose.getAttribute("placeholder"), /^You do not have to answer\. Your support/);
  await added.getByText("Why: people who get support may fear to lose it").waitFor();
  await choose.fill("You can say no.");
  const preview = people.preview(page);
  await preview.getByText("You can say no.").waitFor();
  await preview.getByText("It has 5 questions.").waitFor();
  await added.getByRole("checkbox", { name: "Leave this out: The last question: did somebody help?" }).check();
  await added.getByRole("checkbox", { name: "Leave this out: That somebody can help" }).check();
  await preview.getByText("It has 4 questions.").waitFor();
  assert.equal(await preview.getByText("Someone can help you.").count(), 0);
  await press(card, "Picture of the welcome page: none yet");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Search for a picture" }).fill("house");
  await dialog.getByRole("list").getByRole("button").first().click();
  await field(card, "What does your logo show?").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page.getByRole("banner"), "Publish");
  await people.summary(page).getByText("Say what your logo shows").waitFor();
  await field(card, "What does your logo show?").fill("The house of Team A");
  const phone = await stage.open(PHONE, await people.publish(page));
  await phone.getByRole("img", { name: "The house of Team A" }).waitFor();
  await phone.getByText("You can say no.").waitFor();
  await phone.getByText("It has 4 questions.").waitFor();
  assert.deepEqual(await findings(phone), []);
});
