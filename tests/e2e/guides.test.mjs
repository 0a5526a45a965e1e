// Learning: what each screen is for, the guides that teach more (to read, hear, print and send on), practice with a
// score that stays, and advice that says why the first time and is quiet later.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field, press } = people;
const NARROW = { viewport: { width: 320, height: 640 } };

const heading = (page, name, level = 1) => page.getByRole("heading", { name, level, exact: true });
const helpButton = (page) => button(page, "What is this?");
const panel = (page) => page.getByRole("region", { name: "What is this?" });
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A browser with an English voice that keeps what it is told to say, and says it at once. */
const VOICE = {
  content: `(() => {
    const speaker = new EventTarget();
    const said = (window.said = []);
    speaker.getVoices = () => [{ name: "Kate", lang: "en-GB", default: true }];
    speaker.speak = (line) => (said.push(line.text), queueMicrotask(() => line.onend?.(new Event("end"))));
    speaker.cancel = () => {};
    Object.defineProperty(window, "speechSynthesis", { value: speaker });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  })()`,
};

/** Goes to what a key gets to, and presses it. */
async function reach(page, target) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no key gets to ${target}`);
}

story("from what a screen is for to a guide that is heard, printed and sent on", async (stage) => {
  const page = await stage.open(LAPTOP, APP, { prepare: VOICE });
  await helpButton(page).click();
  await panel(page).getByText("Here are all of your surveys.").waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("Escape");
  await people.startReadyMade(page);
  await people.goTo(page, "Advice");
  await soon.equal(() => panel(page).count(), 0);
  await helpButton(page).click();
  await soon.equal(() => helpButton(page).getAttribute("aria-expanded"), "true");
  await panel(page).getByText("You decide what to change and what to leave.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(panel(page), "Close");
  await hasFocus(helpButton(page));
  await soon.equal(() => panel(page).count(), 0);

  await helpButton(page).click();
  await panel(page).getByRole("link", { name: "Ask good questions" }).click();
  await hasFocus(heading(page, "Ask good questions"));
  assert.match(page.url(), /#guides\/asking-well$/);
  await page.getByText("This guide is for people who write or check questions.").waitFor();
  await page.getByText("2 minutes to read").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Listen");
  const said = () => page.evaluate(() => window.said);
  await soon.equal(async () => (await said())[0], "Ask good questions");
  await eventually(async () => assert.match((await said()).at(-1), /change the words\.$/));
  await button(page, "Listen").waitFor();

  await page.emulateMedia({ media: "print" });
  for (const name of ["Listen", "Print", "Copy the link"]) assert.equal(await button(page, name).isVisible(), false);
  assert.equal(await page.getByRole("banner").isVisible(), false);
  await heading(page, "Be fair", 2).waitFor();
  await page.emulateMedia({ media: "screen" });
  await press(page, "Copy the link");
  await page.getByText("The link is copied.").waitFor();
  const link = await clipboard(page);

  const phone = await stage.open(PHONE, link);
  await heading(phone, "Ask good questions").waitFor();
  await soon.equal(() => sideways(phone), 0);
  assert.deepEqual(await findings(phone), []);
  await phone.getByRole("link", { name: /^Next guide: / }).click();
  await hasFocus(heading(phone, "Check a survey for others"));
  await phone.goBack();
  await heading(phone, "Ask good questions").waitFor();
});

story("every part of every step says what it is for, the editor in its list of more", async (stage) => {
  const page = await stage.open(PHONE, APP);
  await people.startReadyMade(page);
  const id = page.url().split("/").pop();
  await people.fromBar(page, "What is this?");
  await hasFocus(heading(page, "What is this?", 2));
  await panel(page).getByText("Here you write your survey.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(panel(page), "Close");
  await hasFocus(button(page, "More"));
  for (const part of ["languages", "paths", "together", "share", "add-answers", "remove-answers", "changes", "board"]) {
    await page.goto(`${APP}#${part}/${id}`);
    await helpButton(page).click();
    await panel(page).getByRole("link").waitFor();
    await soon.equal(() => sideways(page), 0, part);
  }
});

story("all guides are in a list for whom they are, and an address of none leads home", async (stage) => {
  const page = await stage.open(NARROW, `${APP}#guides`);
  await heading(page, "Guides").waitFor();
  for (const name of ["make surveys", "check surveys", "help somebody"]) {
    await heading(page, `For people who ${name}`, 2).waitFor();
  }
  const links = page.getByRole("main").getByRole("listitem").getByRole("link");
  await soon.equal(() => links.count(), 8);
  await soon.equal(() => sideways(page), 0);
  assert.deepEqual(await findings(page), []);
  await links.getByText("Help without leading").click();
  await hasFocus(heading(page, "Help without leading"));
  await page.reload();
  await heading(page, "Help without leading").waitFor();
  for (const address of ["guides/none", "practice/9", "practice/one"]) {
    await page.goto(`${APP}#${address}`);
    await page.getByText("This address does not lead to a page of Ask Together.").waitFor();
    await page.goto(`${APP}#guides`);
  }
});

/** Level 1: what is wrong with each, and how it is written better. `null` where nothing is. */
const LEVEL_1 = [
  ["Long sentence", "What do you like about the garden group?"],
  ["Hard word", "Do you have enough time in the garden?"],
  ["Nothing is wrong", null],
  ["Who does it is not clear", "Did somebody clean the garden this week?"],
  ["Figure of speech", "Are you happy with the new seats?"],
  ["Number written as a word", "1\n2\n3\nI am not sure"],
];
const words = (page) => page.getByRole("textbox", { name: /^Write (it better|better choices)$/ });

/** Judges one thing to look at, and fixes it. */
async function practise(page, [wrong, better]) {
  await page.getByRole("radio", { name: wrong }).check();
  await press(page, "Check my answer");
  if (better !== null) {
    await words(page).fill(better);
    await press(page, "Check my words");
    await heading(page, "You fixed it.", 2).waitFor();
  }
  await press(page, "Go on");
}

story("practice: faults are found and fixed, and the first and the last score stay after a reload", async (stage) => {
  const page = await stage.open(NARROW, APP);
  await page.getByRole("link", { name: "Practise" }).click();
  await hasFocus(heading(page, "Practise"));
  await soon.equal(() => page.getByText("You have not done this level yet.").count(), 3);
  await soon.equal(() => button(page, "Clear my scores").count(), 0);
  assert.deepEqual(await findings(page), []);
  await page.getByRole("link", { name: "Start: level 1" }).click();
  await hasFocus(heading(page, "Level 1: Words and sentences"));

  // The first time: the first one wrong, and fixed after a look; the others right.
  await press(page, "Check my answer");
  await page.getByText("Choose an answer.").waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByRole("radio", { name: "Nothing is wrong" }).check();
  await press(page, "Check my answer");
  await hasFocus(heading(page, "Not this time. Long sentence.", 2));
  await page.getByText("From: Department of Health").waitFor();
  await press(page, "Check my words");
  await page.getByText("Our advice still finds this:").waitFor();
  await words(page).fill("tea");
  await press(page, "Check my words");
  await page.getByText("This asks something else now.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Show me one way");
  await hasFocus(heading(page, "One way to write it", 3));
  await soon.equal(() => sideways(page), 0);
  await words(page).fill(LEVEL_1[0][1]);
  await press(page, "Check my words");
  await hasFocus(heading(page, "You fixed it.", 2));
  assert.deepEqual(await findings(page), []);
  // Loaded anew, it goes on where it was, with what was written.
  await page.reload();
  await heading(page, "You fixed it.", 2).waitFor();
  await press(page, "Go on");
  await page.getByText("“The garden group”, 2 of 6").waitFor();
  await page.getByRole("radio", { name: LEVEL_1[1][0] }).check();
  await press(page, "Check my answer");
  await words(page).fill("Time in the garden asdf.");
  await page.reload();
  await holds(words(page), "Time in the garden asdf.");
  await press(page, "Check my words");
  await page.getByText("People could not answer this.", { exact: false }).waitFor();
  await words(page).fill("Do you have enough time in the garden asdf?");
  await press(page, "Check my words");
  await page.getByText("Many people may not know “asdf”.").waitFor();
  await words(page).fill(LEVEL_1[1][1]);
  await press(page, "Check my words");
  await heading(page, "You fixed it.", 2).waitFor();
  await press(page, "Go on");
  for (const item of LEVEL_1.slice(2)) await practise(page, item);
  await hasFocus(heading(page, "Well done", 2));
  await page.getByText("You got 5 of 6 right. You fixed 4 of 5 faults.").waitFor();
  assert.deepEqual(await findings(page), []);

  await press(page, "Do it again");
  for (const item of LEVEL_1) await practise(page, item);
  await page.getByText("Last time: You got 6 of 6 right. You fixed 5 of 5 faults.").waitFor();
  await page.goto(`${APP}#practice`);
  await page.reload();
  await page.getByText("First time: You got 5 of 6 right. You fixed 4 of 5 faults.").waitFor();
  await page.getByText("Last time: You got 6 of 6 right. You fixed 5 of 5 faults.").waitFor();
  assert.deepEqual(await findings(page), []);
  // None of it is among the surveys.
  await page.goto(APP);
  await heading(page, "You have no surveys yet", 2).waitFor();
  await page.goto(`${APP}#practice`);
  await press(page, "Clear my scores");
  await press(page.getByRole("alertdialog"), "Yes, clear them");
  await soon.equal(() => page.getByText("You have not done this level yet.").count(), 3);
});

story("practice with keys alone, where a person sees what no advice finds", async (stage) => {
  const page = await stage.open(LAPTOP, `${APP}#practice/3`);
  await heading(page, "Level 3: Choices, skips and consent").waitFor();
  const radio = (name) => page.getByRole("radio", { name });
  const choose = async (group, name) => {
    await reach(page, group);
    for (let presses = 0; presses < 5 && !(await radio(name).isChecked()); presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    assert.ok(await radio(name).isChecked(), name);
  };
  await choose(page.getByRole("radio").first(), "People may think they have to answer");
  await page.keyboard.press("Enter");
  await hasFocus(heading(page, "Yes. People may think they have to answer.", 2));
  await choose(page.getByRole("radio").first(), "You must answer, but you can take your time.");
  await page.keyboard.press("Enter");
  await page.getByText("That does not fix it. Try another one.").waitFor();
  await radio("You do not have to answer. Your support will stay the same.").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await hasFocus(heading(page, "You fixed it.", 2));
  await reach(page, button(page, "Go on"));
  await page.keyboard.press("Enter");
  await page.getByText("“Your free time”, 2 of 6").waitFor();
});

story("scores that cannot be read stay until the person clears them", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await heading(page, "You have no surveys yet", 2).waitFor();
  const name = await page.evaluate(() => {
    localStorage.setItem("ask-together/practice", JSON.stringify("7 from a newer version"));
    return "ask-together/practice";
  });
  await page.goto(`${APP}#practice`);
  await page.getByText("Your scores are here, but they cannot be read.").waitFor();
  assert.deepEqual(await findings(page), []);
  await soon.equal(() => page.evaluate((name) => localStorage.getItem(name), name), '"7 from a newer version"');
  await press(page, "Clear my scores");
  await press(page.getByRole("alertdialog"), "Yes, clear them");
  await soon.equal(() => page.evaluate((name) => localStorage.getItem(name), name), null);
  await soon.equal(() => page.getByText("cannot be read").count(), 0);
});

story("a rule says why the first time that it shows, and later only when asked", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await people.addQuestion(page, "Yes, no, not sure");
  const why = (card) => card.locator("details.advice-why");
  const first = people.cardOf(page, 1);
  await field(first, "Question").fill("Don’t you like the garden?");
  await first.getByText("Many people give the answer that they think you want.").waitFor();
  await first.getByText("Do you like the new garden?").waitFor();
  await first.getByText("From: Easy Read Standard 2026.").waitFor();
  assert.deepEqual(await findings(page), []);

  await people.addQuestion(page, "Yes, no, not sure");
  const second = people.cardOf(page, 2);
  await field(second, "Question").fill("Don’t you like the café?");
  await why(second).first().waitFor();
  await soon.equal(() => second.getByText("Many people give the answer").isVisible(), false);
  await second.getByText("Why?").first().click();
  await second.getByText("Many people give the answer that they think you want.").waitFor();
});
