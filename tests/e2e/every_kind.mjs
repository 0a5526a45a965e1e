// The survey with every kind of question (examples/survey_link/every_kind.rs), and the steps through it that its
// tests share: what stands on each page, how each is answered by touch and by keys, and every state that looks
// different.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, PHONE, eventually, soon } from "./support.mjs";

const { button, press } = people;
const fragment = process.env.EVERY_KIND_LINK;
if (!fragment) throw new Error("EVERY_KIND_LINK is not set. `cargo xtask test e2e` sets it.");

export const LINK = `${APP}answer/${fragment}`;
export const TITLE = "Your week";
/** The word that the survey explains. */
export const HARD = "support worker";
const startsRightToLeft = (words) => /^[\u0590-\u08ff]/.test(words);
/** Words from an earlier answer, kept apart from the direction of the words around them. */
export const put = (words) => `${startsRightToLeft(words) ? "\u200e" : ""}\u2068${words}\u2069`;

export const CONSENT = "Do you want to take part?";
export const NAME = "What is your first name?";
export const LIKES = "Do you like your support worker?";
export const WHY = "What could be better?";
// Who said no name is not called by one.
export const LIVES = (name) => (name === "…" ? "Where do you live?" : `${name}, where do you live?`);
export const WITH = "What do you get help with?";
export const HOME = "How is your home?";
export const ORDER = "What matters most to you?";
export const CARDS = "How are these going?";
export const MANY = "How many people live with you?";
export const DOCTOR = "When did you last see a doctor?";
export const MOVED = "When did you move in?";
export const OUT = "When did you last have a day out?";
export const PERSON = "A person in your home";
export const WHO = "What is their first name?";
export const HELPS = (name) => `Does ${name} help you?`;
export const ELSE = "What else do you want to say?";
export const { HELP } = people;

const YES_NO = ["Yes", "No", "I am not sure"];
const pick = (text, choices, given, more) => ({ way: "pick", text, choices, given, ...more });
const write = (text, given, more) => ({ way: "write", text, given, ...more });

/** The pages of one time round of the section. */
const round = (section, name, helps) => [
  { way: "read", text: PERSON },
  write(WHO, name, { section }),
  pick(HELPS(put(name)), YES_NO, helps, { section, pictures: 3 }),
];

/**
 * Every page in its order, and what somebody answers who does not like their support worker and lives with 2 people.
 * `way` is how a page is answered; `said` is how the check says it, where that is not what was given.
 */
export const PAGES = [
  pick(CONSENT, ["Yes, I want to take part", "No, I do not want to"], "Yes, I want to take part", {
    hint: "You can stop at any time. Your support will not change.",
    cannotSkip: true,
  }),
  { way: "read", text: "About this survey" },
  write(NAME, "Ana", { isPersonal: true }),
  pick(LIKES, YES_NO, "No", { hint: "Your support worker helps you at home.", pictures: 4 }),
  write(WHY, "More time.\nLess rain."),
  pick(LIVES(put("Ana")), ["In my own home", "With my family", "Something else"], "With my family"),
  {
    way: "tick",
    text: WITH,
    how: "You can pick up to 2.",
    choices: ["Washing", "Cooking", "Money", "None of these"],
    given: ["Washing", "Money"],
  },
  pick(HOME, ["Bad", "OK", "Good"], "Good", { pictures: 3 }),
  pick("How is your health?", ["Very bad", "Bad", "OK", "Good", "Very good"], "Very bad", { pictures: 5 }),
  pick("What do you like to eat?", ["Apples", "Bread", "Cake"], "Cake", { pictures: 3 }),
  {
    way: "tick",
    text: "How do you travel?",
    how: "You can pick more than one.",
    choices: ["Bus", "Train", "On foot"],
    given: ["Bus", "On foot"],
  },
  pick("Which do you like more?", ["A day at home", "A day out"], "A day out"),
  {
    way: "rank",
    text: ORDER,
    how: "Press the most important one first. Then the next one. Press again to remove it.",
    choices: ["Friends", "Family", "Work"],
    given: ["Work", "Friends"],
    said: ["1. Work", "2. Friends"],
  },
  {
    way: "sort",
    text: CARDS,
    choices: ["Food", "Sleep", "Friends"],
    given: ["Going well", "Not sure", "Going well"],
    said: ["Food: Going well", "Sleep: Not sure", "Friends: Going well"],
  },
  write(MANY, "2", { how: "Write a number." }),
  {
    way: "date",
    text: DOCTOR,
    how: "For example: 23 11 1980",
    boxes: ["Day", "Month", "Year"],
    given: ["30", "4", "2024"],
    said: ["30 4 2024"],
  },
  {
    way: "date",
    text: MOVED,
    how: "For example: 11 1980",
    boxes: ["Month", "Year"],
    given: ["12", "1999"],
    said: ["12 1999"],
  },
  pick(
    OUT,
    ["This week", "This month", "This year", "Last year", "Longer ago", "I do not remember"],
    "Longer ago",
  ),
  ...round(`${PERSON} · 1 of 2`, "Bo", "Yes"),
  ...round(`${PERSON} · 2 of 2`, "Dee", "I am not sure"),
  { way: "read", text: "The end" },
  write(ELSE, "Thank you.", { section: "The end" }),
  {
    way: "tick",
    text: HELP,
    how: "You can pick more than one.",
    choices: [
      "No, I did it on my own",
      "They read it to me",
      "They told me what words mean",
      "They wrote down my answers",
      "They answered for me",
    ],
    given: ["They read it to me", "They wrote down my answers"],
  },
];

/** Opens the survey on a phone. */
export async function open(stage, { size = PHONE, ...options } = {}) {
  const page = await stage.open(size, LINK, options);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

export const heading = (page, name) => page.getByRole("heading", { name, level: 1, exact: true });
export const atPage = (page, name) => heading(page, name).waitFor();
export const group = (page, name) => page.getByRole("group", { name, exact: true });
export const choice = (page, name, role = "radio") => page.getByRole(role, { name, exact: true });
const titleOf = (page) => page.getByRole("heading", { level: 1 }).innerText();

/** Two ways to answer: with a finger, and with keys alone. */
export const BY_TOUCH = {
  press: (target) => target.tap(),
  pick: (one) => one.tap(),
  write: (field, words) => field.fill(words),
};
export const BY_KEYS = {
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press("Enter");
  },
  async pick(one) {
    const keys = one.page().keyboard;
    const all = one.page().getByRole("radio");
    await tabTo(all.first());
    await keys.press("Space");
    for (let tries = await all.count(); tries > 0 && !(await one.isChecked()); tries--) await keys.press("ArrowDown");
    await soon.ok(() => one.isChecked(), `no arrow leads to ${one}`);
  },
  async write(field, words) {
    await tabTo(field);
    await field.page().keyboard.type(words);
  },
  async tick(one) {
    await tabTo(one);
    await one.page().keyboard.press("Space");
  },
};

/** Presses Tab until this has the focus, as somebody does who has no mouse. */
export function tabTo(target) {
  return eventually(async () => {
    await target.page().keyboard.press("Tab");
    assert.ok(await target.evaluate((element) => element === document.activeElement), `no Tab leads to ${target}`);
  });
}

/** Gives the answer to a page. */
export async function answer(page, { way, text, given, boxes }, by = BY_TOUCH) {
  const all = [given].flat();
  const tick = by.tick ?? by.pick;
  if (way === "write") await by.write(people.field(page, text), given);
  if (way === "pick") await by.pick(choice(group(page, text), given));
  if (way === "tick") for (const name of all) await tick(choice(group(page, text), name, "checkbox"));
  if (way === "rank") for (const name of all) await by.press(group(page, text).getByRole("button", { name }));
  if (way === "sort") for (const place of all) await by.press(button(group(page, text), place));
  if (way === "date") {
    for (const [number, box] of boxes.entries()) await by.write(people.field(group(page, text), box), given[number]);
  }
}

/** Presses a button that leads to another page. Comes back with the heading of that page. */
export async function turn(page, name = "Next", by = { press: (target) => target.click() }) {
  const before = await titleOf(page);
  // The check can be sent from its top too.
  await by.press(button(page, name).last());
  return eventually(async () => {
    const now = await titleOf(page);
    assert.notEqual(now, before, `${name} leads nowhere`);
    return now;
  });
}

/** From the page that is shown on to the one with this heading, with these answers on the way; yes to taking part. */
export async function goTo(page, title, answers = {}) {
  const given = { [CONSENT]: PAGES[0].given, ...answers };
  let at = await titleOf(page);
  if (at === TITLE) at = await turn(page, "Start");
  while (at !== title) {
    assert.notEqual(at, "Check your answers", `no page is called ${title}`);
    const asked = PAGES.find(({ text }) => text === at);
    if (given[at] !== undefined) await answer(page, { ...asked, given: given[at] });
    at = await turn(page);
  }
}

/** From the page that is shown to the check. */
export const goToCheck = (page, answers) => goTo(page, "Check your answers", answers);

/** From the welcome to the check, answering each page. `look` sees each before it is answered. */
export async function answerAll(page, { look, by = BY_TOUCH } = {}) {
  await turn(page, "Start", by);
  for (const asked of PAGES) {
    await atPage(page, asked.text);
    await look?.(asked);
    await answer(page, asked, by);
    await turn(page, "Next", by);
  }
  await people.atCheck(page);
}

/** What the check shows, line by line: the section, the question and the answer of each card. */
export async function checkList(page) {
  await people.atCheck(page);
  const cards = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  const texts = await cards.allInnerTexts();
  // The last line is the button to change it.
  return texts.map((text) => text.split("\n").filter(Boolean).slice(0, -1));
}

/** The card of a question on the check. */
export const card = (page, text) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: text, level: 2, exact: true }) });

/** From the check to the page of one answer. */
export async function change(page, text) {
  await card(page, text).getByRole("button").click();
  await atPage(page, text);
}

/** Opens or closes the settings for how the page looks. */
export const turnComfort = (page) => button(page, "Size and colours").click();

/** Picks a setting, such as “Dark” of “Colours”. */
export async function set(page, { ...settings }) {
  await turnComfort(page);
  for (const [name, value] of Object.entries(settings)) await choice(group(page, name), value).check();
  await turnComfort(page);
}

/** Every page and each state that looks different, one after another, from the welcome to the end. */
export async function everyScreen(page, look) {
  await look("welcome");
  await turnComfort(page);
  await look("comfort settings");
  await turnComfort(page);
  await turn(page, "Start");
  await press(page, "Next");
  await page.getByRole("group", { name: /^There is a problem/ }).waitFor();
  await look("error: consent");
  await choice(page, "No, I do not want to").check();
  await turn(page);
  await look("ended");
  await turn(page, "Back");
  for (const asked of PAGES) {
    await atPage(page, asked.text);
    await look(asked.text);
    if (asked.text === LIKES) {
      await page.getByText(HARD, { exact: true }).first().click();
      await look("meaning");
    }
    if (asked.isPersonal) {
      await turn(page, "I prefer not to say");
      await turn(page, "Back");
      await look("prefers not to say");
    }
    if (asked.text === LIVES(put("Ana"))) {
      await choice(page, "Something else").check();
      await look("something else");
    }
    if (asked.text === MANY) {
      await people.field(page, MANY).fill("none");
      await press(page, "Next");
      await page.getByRole("group", { name: /^There is a problem/ }).waitFor();
      await look("error: number");
    }
    await answer(page, asked, { ...BY_TOUCH, press: (target) => target.click(), pick: (one) => one.check() });
    if (asked.way !== "read") await look(`${asked.text} (answered)`);
    await turn(page);
  }
  await look("check");
  await press(page, "Delete my answers from this phone");
  await page.getByRole("alertdialog").waitFor();
  await look("dialog");
  await press(page, "No, go back");
  await turn(page, "Send my answers");
  await look("send");
  await press(page, "Save my answers as a file");
  await look("saved");
  await press(page, "I have sent my answers");
  await page.getByRole("heading", { name: "What happens next" }).waitFor();
  await look("done");
}
