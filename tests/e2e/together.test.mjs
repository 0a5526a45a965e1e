// Making a survey together: a round of review on phones, notes that come back, decisions, the record of it all;
// and a draft that two people change apart.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { add, addDraft, asked, clean, ease, noSidewaysScrolling, organiser, report, reviewer, send, tab, unfold } from "./reviewing.mjs";
import { APP, LAPTOP, PHONE, clipboard, download, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { field, press } = people;

story("two people check a survey on their phones, and the team decides", async (stage) => {
  const survey = await asked(stage);
  const ana = await reviewer(stage, survey, "Ana");
  await clean(ana, true);
  await noSidewaysScrolling(ana);
  await ease(ana, "Hard");
  await ana.getByText("A word is hard", { exact: true }).click();
  await press(ana, "utilise");
  await field(ana, "Is “services” the right word?").fill("No. We say “help”.");
  await ana.getByText("Say it another way", { exact: true }).click();
  await field(ana, "How would you say it?").fill("Do you get help?");
  await ana.reload();
  await ana.getByText("Welcome back. Your notes are still here.").waitFor();
  await ana.getByText("Page 2 of 5").waitFor();
  await soon.equal(() => field(ana, "How would you say it?").inputValue(), "Do you get help?");
  await press(ana, "Next");
  await ease(ana, "Easy");
  await press(ana, "Next");
  await press(ana, "Next");
  await field(ana, "What else should we ask?").fill("Do you see your friends?");
  const notes = await send(ana);
  await clean(ana, true);

  const someone = await reviewer(stage, survey);
  await ease(someone, "Hard");
  await someone.getByText("A word is hard", { exact: true }).click();
  await press(someone, "utilise");
  for (const _ of "123") await press(someone, "Next");
  const more = await send(someone);

  const page = await organiser(stage, survey);
  await add(page, `${notes}\n${more}`);
  await report(page, "Notes from Ana are added to “Your week”.");
  await report(page, "Notes from someone are added to “Your week”.");
  await page.getByText("2 people have sent notes. 8 notes are new.").waitFor();
  await page.getByText("“utilise”: 2 people do not know it.").waitFor();
  await add(page, notes);
  await report(page, "We have this already. Nothing is lost.");

  const card = page.getByRole("article").filter({ hasText: "Do you utilise services?" });
  await card.getByText("Hard: 2 people").waitFor();
  await clean(page);
  await press(card, "Use these words");
  await page.getByRole("article").filter({ hasText: "Do you get help?" }).first().waitFor();
  const whole = page.getByRole("article").filter({ hasText: "Do you see your friends?" });
  await press(whole, "Decline with a reason");
  await press(whole, "Decline");
  await report(page, "Write a reason.");
  await field(whole, "Why not? People can read your reason").fill("Another survey asks this.");
  await press(whole, "Decline");
  await whole.getByText("Not done.").waitFor();

  await tab(page, "How this was made");
  await page.getByRole("heading", { name: "How we made this survey", level: 1 }).waitFor();
  await page.getByText(/Round 1, .*: 2 people took part\. Ana and 1 other\./).waitFor();
  await page.getByText("Before: Do you utilise services?").waitFor();
  await page.getByText("After: Do you get help?").waitFor();
  await page.getByText("Why: Another survey asks this.").waitFor();
  await page.getByRole("radio", { name: /Co-designing/ }).check();
  await page.getByText("Co-designing.", { exact: true }).first().waitFor();
  await clean(page);
  const { bytes } = await download(page, () => press(page, "Download notes and decisions"));
  assert.match(bytes.toString(), /"Ana",1,"Do you get help\?","Do you utilise services\?","Say it another way","","Do you get help\?","Done"/);
  await tab(page, "Questions");
  await people.cardOf(page, 1).getByText("Do you get help?").first().waitFor();
});

story("each round has its own questions, counts and answers, and the record prints without its form", async (stage) => {
  const survey = await asked(stage);
  const ana = await reviewer(stage, survey, "Ana");
  await ease(ana, "Hard");
  await field(ana, "Is “services” the right word?").fill("No, say help.");
  for (const _ of "123") await press(ana, "Next");
  const first = await send(ana);

  const page = await organiser(stage, survey);
  await add(page, first);
  await report(page, "Notes from Ana are added to “Your week”.");
  await tab(page, "Ask people");
  await press(page, "Ask them something specific");
  await page.getByLabel("About").selectOption({ label: "Do you utilise services?" });
  await field(page, "What do you want to ask them?").fill("Is it short enough?");
  await press(page, "Start a new round");
  await page.getByRole("heading", { name: "Send the link of round 2" }).waitFor();
  const before = await field(page, "Review link").inputValue();
  assert.notEqual(before, survey.link);
  const bo = await reviewer(stage, { link: before }, "Bo");
  await ease(bo, "Easy");
  await field(bo, "Is it short enough?").fill("Yes, it is.");
  for (const _ of "123") await press(bo, "Next");
  await tab(page, "Notes");
  await add(page, await send(bo));
  await report(page, "Notes from Bo are added to “Your week”.");

  await page.getByText("Round 1: 1 person. Round 2: 1 person. 4 notes are new.").waitFor();
  const card = page.getByRole("article").filter({ hasText: "Do you utilise services?" });
  const said = async () => (await card.innerText()).replaceAll(/\s+/g, " ");
  const rounds = /Round 1 Hard: 1 person Ana: you asked “Is “services” the right word\?” “No, say help\.” .* Round 2 Easy: 1 person Bo: you asked “Is it short enough\?” “Yes, it is\.”/;
  await eventually(async () => assert.match(await said(), rounds));
  await clean(page);
  for (const [place, done] of ["We say help now.", "We kept it short."].entries()) {
    const suggestion = card.locator(".suggestion").nth(place);
    await press(suggestion, "Mark as done");
    await field(suggestion, "What did you do?").fill(done);
    await press(suggestion, "Save");
    await suggestion.getByText("Done.").waitFor();
  }
  const { bytes } = await download(page, async () => {
    await tab(page, "How this was made");
    await page.getByRole("heading", { name: "What changed" }).waitFor();
    await press(page, "Download notes and decisions");
  });
  assert.match(bytes.toString(), /"An answer to us","Is it short enough\?","Yes, it is\."/);
  await page.getByText("We asked: “Is it short enough?”").waitFor();
  await clean(page);

  await page.emulateMedia({ media: "print" });
  await page.getByText("Bo said: “Yes, it is.”").waitFor();
  assert.equal(await page.locator("button, input, fieldset, legend, nav").filter({ visible: true }).count(), 0);
});

story("what people said stands beside the words that they read, and a changed survey asks for a new round", async (stage) => {
  const survey = await asked(stage);
  const ana = await reviewer(stage, survey, "Ana");
  await ease(ana, "Hard");
  await unfold(ana, "Say something else");
  await field(ana, "What do you want to say?").fill("It is too long.");
  for (const _ of "123") await press(ana, "Next");
  const notes = await send(ana);

  const page = await organiser(stage, survey);
  await add(page, notes);
  await report(page, "Notes from Ana are added to “Your week”.");
  const card = (words) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: words, exact: true }) });
  await card("Do you utilise services?").getByText("Hard: 1 person").waitFor();
  assert.equal(await page.getByText(/^They read/).count(), 0, "the words are the same");
  const changed = page.getByText("You have changed the survey since. People with this link still see it as it was.");
  await tab(page, "Ask people");
  const link = await field(page, "Review link").inputValue();
  assert.equal(await changed.count(), 0);

  await tab(page, "Questions");
  await people.cardOf(page, 1).getByRole("button").first().click();
  await field(people.cardOf(page, 1), "Question").fill("Do you get help?");
  await tab(page, "Notes");
  await card("Do you get help?").getByText("They read: “Do you utilise services?”").waitFor();
  await card("Do you get help?").getByText("What they said is about these words. They have changed since.").waitFor();
  await card("Do you get help?").getByText("Hard: 1 person").waitFor();
  await clean(page);
  await press(card("Do you get help?"), "Mark as done");
  await field(card("Do you get help?"), "What did you do?").fill("We made it shorter.");
  await press(card("Do you get help?"), "Save");

  await tab(page, "How this was made");
  await page.getByText("They read: “Do you utilise services?”").waitFor();
  await page.getByText("Now: Do you get help?").waitFor();
  assert.equal(await page.getByText("About: Do you get help?").count(), 0);
  await clean(page);
  const { bytes } = await download(page, () => press(page, "Download notes and decisions"));
  assert.match(bytes.toString(), /"Ana",1,"Do you get help\?","Do you utilise services\?","How it was to read","","Hard"/);

  await tab(page, "Ask people");
  await changed.waitFor();
  await holds(field(page, "Review link"), link);
  await clean(page);
  await press(page, "Start a new round");
  await page.getByRole("heading", { name: "Send the link of round 2" }).waitFor();
  const phone = await stage.open(PHONE, await field(page, "Review link").inputValue());
  await press(phone, "Start");
  await press(phone, "Next");
  await phone.getByRole("group", { name: "Do you get help?" }).waitFor();
});

story("a link with notes opens where the survey is, and bad messages get a clear sentence", async (stage) => {
  const survey = await asked(stage);
  const phone = await reviewer(stage, survey, "Bo");
  await ease(phone, "Not OK to ask");
  for (const _ of "123") await press(phone, "Next");
  const message = await send(phone);
  const page = await stage.open(LAPTOP, people.linkIn(message), { kept: survey.kept });
  await page.getByRole("heading", { name: "Notes", level: 1 }).waitFor();
  await report(page, "Notes from Bo are added to “Your week”.");
  await page.getByText("Not OK: 1 person").waitFor();
  await add(page, message.slice(0, -60));
  await report(page, "The end is missing. Ask the person to send it again.");
  await add(page, "Hello");
  await report(page, "There are no notes in it. Check that you copied all of it.");

  const stranger = await stage.open(LAPTOP, APP);
  await people.startEmpty(stranger);
  await tab(stranger, "Notes");
  await add(stranger, message);
  await report(stranger, "These notes are for a survey that is not on this computer.");
});

story("a link to notes or a draft that is cut short says what it was, and stays on the screen", async (stage) => {
  const survey = await asked(stage);
  for (const [fragment, what] of [
    ["ask-draft.AAEA", "It was to bring the draft of a survey."],
    ["ask-notes.AAEA", "It was to bring what somebody said about a survey."],
  ]) {
    const page = await stage.open(LAPTOP, `${APP}#${fragment}`, { kept: survey.kept });
    await page.getByRole("heading", { name: "This link did not open", level: 1 }).waitFor();
    await page.getByText("The end of this link is missing.").waitFor();
    await page.getByText(what).waitFor();
  }
});

story("a draft in a link is shown before any of it is taken in, and left alone when the person says so", async (stage) => {
  const survey = await asked(stage);
  const here = await organiser(stage, survey);
  await tab(here, "Share the draft");
  await field(here, "Your name (others see it on your changes)").fill("Ana");
  const copied = async (page) => {
    await press(page, "Copy a link to the draft");
    await page.getByText("The link is copied.").waitFor();
    return clipboard(page);
  };
  const there = await stage.open(PHONE, await copied(here));
  const asks = (page, name) => page.getByRole("region", { name });
  const card = asks(there, "Somebody sent you the draft “Your week”");
  await card.getByText("It says it is from Ana. Anybody can write a name there.").waitFor();
  await card.getByText("It is not in your surveys yet.").waitFor();
  await clean(there);
  await noSidewaysScrolling(there);
  await press(card, "Not now");
  await card.waitFor({ state: "detached" });
  await there.getByRole("heading", { name: "You have no surveys yet" }).waitFor();
  await there.goto("about:blank");
  await there.goto(await copied(here));
  await press(card, "Add it to my surveys");
  await report(there, "“Your week” is now in My surveys.");
  await field(there, "Your name (others see it on your changes)").fill("Cai");
  await there.goto(`${APP}#questions/${survey.id}`);
  await people.cardOf(there, 1).getByRole("button").first().click();
  await field(people.cardOf(there, 1), "Question").fill("Do you get support?");
  await tab(there, "Share the draft");
  const back = await copied(there);

  await here.goto(back);
  const changes = asks(here, "Somebody sent you changes to “Your week”");
  await changes.getByText("It says it is from Cai.").waitFor();
  await changes.getByRole("listitem").filter({ hasText: "Do you get support?" }).waitFor();
  await clean(here);
  await press(changes, "Not now");
  await here.goto(`${APP}#questions/${survey.id}`);
  await people.cardOf(here, 1).getByText("Do you utilise services?").first().waitFor();
  await here.goto(back);
  await press(changes, "Add these changes");
  // What came in can be looked through, and taken back as one step. That can be undone like any other.
  const came = here.getByRole("region", { name: /^\d+ changes? added$/ });
  await came.getByRole("listitem").filter({ hasText: "Do you get support?" }).waitFor();
  await clean(here);
  await press(came, "Undo these changes");
  await here.getByText("Those changes are undone. What you did since then stays.").waitFor();
  await came.waitFor({ state: "detached" });
  await tab(here, "Questions");
  await people.cardOf(here, 1).getByText("Do you utilise services?").first().waitFor();
  await here.keyboard.press("Control+z");
  await people.cardOf(here, 1).getByText("Do you get support?").first().waitFor();
});

story("what a person wrote in earlier tabs is theirs, here and on another computer", async (stage) => {
  const survey = await asked(stage);
  const first = await organiser(stage, survey);
  await tab(first, "Share the draft");
  await field(first, "Your name (others see it on your changes)").fill("Ana");
  const saved = async (page) => (await download(page, () => press(page, "Save the draft as a file"))).bytes.toString();
  const before = await saved(first);
  const there = await stage.open(PHONE, APP);
  await people.startEmpty(there);
  await tab(there, "Share the draft");
  await field(there, "Your name (others see it on your changes)").fill("Cai");
  await addDraft(there, before);
  await report(there, "“Your week” is now in My surveys.");
  const write = async (page, words) => {
    await page.goto(`${APP}#questions/${survey.id}`);
    await people.cardOf(page, 1).getByRole("button").first().click();
    await field(people.cardOf(page, 1), "Question").fill(words);
    await page.getByText("Saved on this computer").waitFor();
  };
  await write(there, "Do you get support?");
  const second = await first.context().newPage();
  await write(second, "Do you get help?");
  await second.close({ runBeforeUnload: true });
  const third = await first.context().newPage();
  await third.goto(`${APP}#share-draft/${survey.id}`);
  await tab(there, "Share the draft");
  const theirs = await saved(there);
  await addDraft(there, await saved(third));
  const settles = (page) => page.getByRole("region", { name: "1 clash to resolve" });
  await tab(there, "Clashes");
  await settles(there).getByRole("heading", { name: /^Ana, / }).waitFor();
  await addDraft(third, theirs);
  await tab(third, "Clashes");
  await settles(third).getByRole("heading", { name: /^You, / }).waitFor();
  await settles(third).getByRole("heading", { name: /^Cai, / }).waitFor();
  await press(settles(third), "Use what Cai wrote");
  await settles(third).waitFor({ state: "detached" });
  await hasFocus(third.getByRole("heading", { name: "Clashes", level: 1 }));
});

story("a draft goes to another computer and comes back, and both sides of a conflict are shown", async (stage) => {
  const survey = await asked(stage);
  const here = await organiser(stage, survey);
  await tab(here, "Share the draft");
  await field(here, "Your name (others see it on your changes)").fill("Ana");
  const file = await download(here, () => press(here, "Save the draft as a file"));

  const there = await stage.open(PHONE, APP);
  await people.startEmpty(there);
  await tab(there, "Share the draft");
  await field(there, "Your name (others see it on your changes)").fill("Cai");
  await addDraft(there, file.bytes.toString());
  await report(there, "“Your week” is now in My surveys.");
  await there.goto(`${APP}#questions/${survey.id}`);
  await people.cardOf(there, 1).getByRole("button").first().click();
  await field(people.cardOf(there, 1), "Question").fill("Do you get support?");
  await tab(there, "Share the draft");
  const back = await download(there, () => press(there, "Save the draft as a file"));

  await tab(here, "Questions");
  await people.cardOf(here, 1).getByRole("button").first().click();
  await field(people.cardOf(here, 1), "Question").fill("Do you get help?");
  await addDraft(here, back.bytes.toString());
  await here.getByRole("main").getByRole("link", { name: "See the clashes" }).first().click();
  const settle = here.getByRole("region", { name: "1 clash to resolve" });
  await settle.getByText("“Do you get support?”", { exact: true }).waitFor();
  await settle.getByText("“Do you get help?”", { exact: true }).waitFor();
  await clean(here);
  await settle.getByText("Combine them", { exact: true }).click();
  const both = await field(settle, "Your words").inputValue();
  assert.ok(both.includes("Do you get support?") && both.includes("Do you get help?"), both);
  await field(settle, "Your words").fill("Do you get support or help?");
  await press(settle, "Use these words");
  await eventually(async () => assert.equal(await settle.count(), 0));
  await tab(here, "Questions");
  await people.cardOf(here, 1).getByText("Do you get support or help?").first().waitFor();
});

story("a copy of a survey that people checked asks for a round of its own, and its link stays the same", async (stage) => {
  const { kept } = await asked(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  await people.withSurvey(page, "Make a copy: Your week");
  await page.getByText("This is a copy").waitFor();
  await tab(page, "Ask people");
  await page.getByText("Start a new round to get a link here.").waitFor();
  assert.equal(await field(page, "Review link").count(), 0, "nobody could open what comes back");
  await press(page, "Start a new round");
  await field(page, "Review link").waitFor();
  const link = await field(page, "Review link").inputValue();
  await page.reload();
  await holds(field(page, "Review link"), link);
});
