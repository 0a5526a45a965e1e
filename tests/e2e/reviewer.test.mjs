// The end of a review on a phone, and coming back to it: a last page once the person says that they sent their notes,
// the page where they were at the next visit, and notes that are too long for some apps.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { add, asked, clean, ease, noSidewaysScrolling, organiser, report, reviewer, send, unfold } from "./reviewing.mjs";
import { clipboard, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field, press } = people;
const ON_THEIR_WAY = "If you pressed Send, your notes are on their way.";

/** The same phone opens the link again, as at another visit. */
async function reopened(old, link) {
  const later = await old.context().newPage();
  await old.close();
  await later.goto(link);
  return later;
}

story("a reviewer is done when they say that they sent their notes, and can send them again", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey, "Ana");
  await ease(page, "Hard");
  for (const _ of "123") await press(page, "Next");
  await page.getByRole("heading", { name: "Is something missing?" }).waitFor();
  await press(page, "Next");
  await page.getByRole("heading", { name: "Send my notes" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "Page 2: Hard" }).waitFor();
  assert.equal(await button(page, "I have sent my notes").count(), 0, "nothing was done yet");
  await press(page, "Copy my notes");
  await page.getByText("Your notes are copied.").waitFor();
  const message = await clipboard(page);
  await press(page, "I have sent my notes");
  await people.atDone(page);
  await hasFocus(page.getByRole("heading", { name: "You are done. Thank you.", level: 1 }));
  await soon.ok(async () => (await page.title()).startsWith("You are done. Thank you."));
  await page.getByText(ON_THEIR_WAY).waitFor();
  await page.getByRole("heading", { name: "What happens next" }).waitFor();
  await page.getByText("The people who asked you read your notes.").waitFor();
  await clean(page, true);
  await noSidewaysScrolling(page);

  const team = await organiser(stage, survey);
  await add(team, message);
  await report(team, "Notes from Ana are added to “Your week”.");
  await unfold(page, "Did it not work? Try another way");
  await clean(page, true);
  await press(page, "Copy my notes");
  await page.getByText("Your notes are copied.").waitFor();
  await add(team, await clipboard(page));
  await report(team, "We have this already. Nothing is lost.");
});

story("after the last page, nobody sees the notes before they say who they are", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey, "Ana");
  await ease(page, "Hard");
  for (const _ of "123") await press(page, "Next");
  await send(page);
  await press(page, "I have sent my notes");
  await people.atDone(page);
  await page.reload();
  await people.atDone(page);
  await press(page, "Change my notes");
  await people.atWho(page);
  await people.comeBack(page);
  await page.getByText("Page 1 of 5").waitFor();
  await press(page, "Next");
  await soon.ok(() => page.getByRole("radio", { name: "Hard" }).isChecked());
  for (const _ of "123") await press(page, "Next");
  await send(page);
  await press(page, "I have sent my notes");
  await people.atDone(page);

  const next = await reopened(page, survey.link);
  await people.atWho(next);
  await press(next, "No, I am somebody else");
  await press(next, "Yes, delete them and start");
  await next.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  await holds(field(next, "Your first name (you can leave this empty)"), "");
});

story("who held the code in front of a camera is done too", async (stage) => {
  const page = await reviewer(stage, await asked(stage));
  await ease(page, "Easy");
  for (const _ of "1234") await press(page, "Next");
  await unfold(page, "Show a code to scan");
  await press(page, "They have my notes");
  await people.atDone(page);
  await page.getByText("They have your notes.").waitFor();
});

story("a reviewer comes back to the page where they were, and can go to the first", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey, "Ana");
  await ease(page, "Hard");
  await press(page, "Next");
  await page.getByText("Page 3 of 5").waitFor();
  const back = await reopened(page, survey.link);
  await people.comeBack(back);
  await back.getByText("Page 3 of 5").waitFor();
  await back.getByText("Welcome back. Your notes are still here.").waitFor();
  await clean(back, true);
  await press(back, "Back");
  await back.getByText("Page 2 of 5").waitFor();
  await soon.equal(() => button(back, "Go to the first page").count(), 0);
  const again = await reopened(back, survey.link);
  await people.comeBack(again);
  await again.getByText("Page 2 of 5").waitFor();
  await press(again, "Go to the first page");
  await holds(field(again, "Your first name (you can leave this empty)"), "Ana");
  await soon.equal(() => button(again, "Go to the first page").count(), 0);
});

story("a reviewer whose first word is said far on comes back there", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey);
  await press(page, "Next");
  await page.getByText("Page 3 of 5").waitFor();
  await ease(page, "Hard");
  const back = await reopened(page, survey.link);
  await people.comeBack(back);
  await back.getByText("Page 3 of 5").waitFor();
});

story("notes that are too long for an app go as a file first", async (stage) => {
  const page = await reviewer(stage, await asked(stage));
  await unfold(page, "Say something else");
  const long = Array.from({ length: 800 }, (_, number) => number.toString(36)).join(" ");
  await field(page, "What do you want to say?").fill(long.slice(0, 3_300));
  await press(page, "Next");
  await unfold(page, "Say something else");
  await field(page, "What do you want to say?").fill(long.slice(0, 3_300));
  for (const _ of "123") await press(page, "Next");
  await page.getByText("Your notes are too long for some apps. Save them as a file. Then send the file to the person who asked you.").waitFor();
  const buttons = page.getByRole("button", { name: /^(Save my notes as a file|Copy my notes)$/ });
  await soon.deepEqual(() => buttons.allInnerTexts(), ["Save my notes as a file", "Copy my notes"]);
  // No camera reads so much at once, so it is many codes, one after another.
  await unfold(page, "Show a code to scan");
  await page.getByText(/^Code 1 of \d+$/).waitFor();
  await press(page, "Stop the codes");
  await clean(page, true);
});

story("what the team asks comes first, and the page of the survey is there to be seen, not to be answered", async (stage) => {
  const survey = await asked(stage);
  const page = await reviewer(stage, survey);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("heading", { name: "Is this page easy to understand?", level: 1 }).waitFor();
  const framed = page.getByRole("group", { name: "Just look at this page." });
  await framed.getByRole("heading", { name: "Do you utilise services?", level: 2 }).waitFor();
  for (const name of ["Yes", "No"]) await soon.ok(() => framed.getByRole("radio", { name }).isDisabled());
  const faces = page.getByRole("group", { name: "Is this page easy to understand?" }).locator("label");
  const tops = await faces.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  assert.deepEqual(tops, Array(3).fill(tops[0]), "in one row");
  await field(page, "Is “services” the right word?").waitFor();
  const end = await button(page, "Next").evaluate((element) => element.getBoundingClientRect().bottom + scrollY);
  assert.ok(end <= 1.5 * 740, `${end} px`);
  await clean(page, true);
});
