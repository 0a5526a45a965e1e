// Three people in three browsers make one survey: two write on the draft apart, one of them and a third check it on
// phones, all comes together, what clashes is settled, and the record tells of it.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { add, addDraft, asked, clean, ease, noSidewaysScrolling, organiser, report, reviewer, send, tab, unfold } from "./reviewing.mjs";
import { APP, LAPTOP, PHONE, download, eventually, story } from "./support.mjs";

const { field, press } = people;
const NAME = "Your name (others see it on your changes)";

async function draftOf(page) {
  await tab(page, "Share the draft");
  return (await download(page, () => press(page, "Save the draft as a file"))).bytes.toString();
}

async function rewrite(page, number, words) {
  await tab(page, "Questions");
  const card = people.cardOf(page, number);
  await card.getByRole("button").first().click();
  await field(card, "Question").fill(words);
}

story("three people write and check one survey, and the record of it is right", async (stage) => {
  const survey = await asked(stage);
  const ana = await organiser(stage, survey);
  await tab(ana, "Share the draft");
  await field(ana, NAME).fill("Ana");
  const draft = await draftOf(ana);

  // Bo takes the draft along, on a phone-sized screen, and changes both questions.
  const bo = await stage.open(PHONE, APP);
  await people.startEmpty(bo);
  await tab(bo, "Share the draft");
  await field(bo, NAME).fill("Bo");
  await addDraft(bo, draft);
  await report(bo, "“Your week” is now in My surveys.");
  await bo.goto(`${APP}#share-draft/${survey.id}`);
  await rewrite(bo, 1, "Do you get any support?");
  await rewrite(bo, 2, "What should be better?");
  await noSidewaysScrolling(bo);
  const fromBo = await draftOf(bo);

  // Meanwhile Ana changes the first question too.
  await rewrite(ana, 1, "Do you get help?");

  // Cai checks it on a phone, says it another way and picks another picture.
  const cai = await reviewer(stage, survey, "Cai");
  await ease(cai, "Hard");
  await unfold(cai, "Choose another picture");
  await field(cai, "Search for a picture").fill("tea");
  const picture = cai.getByRole("button", { name: /tea|drink|cup/i, pressed: false }).first();
  const shows = (await picture.innerText()).trim();
  await picture.click();
  await cai.getByRole("button", { name: shows, exact: true, pressed: true }).waitFor();
  await clean(cai, true);
  await noSidewaysScrolling(cai);
  await cai.reload();
  await cai.getByText("Page 2 of 5").waitFor();
  await cai.getByRole("button", { name: shows, exact: true, pressed: true }).waitFor();
  await press(cai, "Next");
  await unfold(cai, "Say it another way");
  await field(cai, "How would you say it?").fill("What do you want to be different?");
  await press(cai, "Next");
  await press(cai, "Next");
  const fromCai = await send(cai);

  // All of it comes to Ana. The same words changed by two are shown with both names.
  await addDraft(ana, fromBo);
  await report(ana, "1 clash to resolve.");
  await tab(ana, "Notes");
  await add(ana, fromCai);
  await report(ana, "Notes from Cai are added to “Your week”.");
  // Whose words would go out is not decided yet, and Publish says so first.
  await press(ana, "Publish");
  await ana.getByText("Nothing is published yet. 1 clash is not resolved.").waitFor();
  const settle = ana.getByRole("region", { name: "1 clash to resolve" });
  await settle.getByText("“Do you get any support?”", { exact: true }).waitFor();
  await settle.getByText("“Do you get help?”", { exact: true }).waitFor();
  await press(settle, "Use what Bo wrote");
  await eventually(async () => assert.equal(await settle.count(), 0));
  await tab(ana, "Notes");
  const first = ana.getByRole("article").filter({ hasText: "Do you get any support?" });
  await first.getByText(shows).waitFor();
  await press(first, "Use this picture");
  const second = ana.getByRole("article").filter({ hasText: "What should be better?" });
  await press(second, "Decline with a reason");
  await field(second, "Why not? People can read your reason").fill("We agreed on Bo’s words.");
  await press(second, "Decline");
  await second.getByText("Not done.").waitFor();

  // The settled draft goes back to Bo: both have the same, and nothing is to resolve there.
  await addDraft(bo, await draftOf(ana));
  await eventually(async () => assert.equal(await bo.getByText(/to resolve/).count(), 0));
  await tab(bo, "Questions");
  await people.cardOf(bo, 1).getByText("Do you get any support?").first().waitFor();

  await tab(ana, "How this was made");
  await ana.getByText(/Round 1, .*: 1 person took part\. Cai\./).waitFor();
  await ana.getByText(`Cai picked another picture: ${shows}.`).waitFor();
  await ana.getByText("Cai said it another way: “What do you want to be different?”").waitFor();
  await ana.getByText("Why: We agreed on Bo’s words.").waitFor();
  await clean(ana);
  const { bytes } = await download(ana, () => press(ana, "Download notes and decisions"));
  const lines = bytes.toString();
  assert.match(lines, /"Cai".*"Not done","We agreed on Bo’s words\."/);
});
