// How organisers build a survey in the editor: questions of every kind, choices and their pictures, when a question
// is asked, earlier answers in its words. The tests of the editor's screens share these steps.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { eventually, hasFocus } from "./support.mjs";

const { button, field, openChip, press, preview, summary, withCard } = people;

/** The card that is open now: the only one with a list of kinds. Asked anew each time it is used. */
export const openCard = (page) => page.getByRole("region").filter({ has: kindOf(page) });
export const kindOf = (scope) => scope.getByRole("combobox", { name: /^Type of (question|page)$/ });
export const region = (page, name) => page.getByRole("region", { name, exact: true });
export const outline = (page) => page.getByRole("navigation", { name: "Questions in this survey" });
/** The question of a card, or the title of a page. */
export const wordsOf = (card) => card.getByRole("textbox", { name: /^(Question|Title of the (page|section))$/ });
/** The field under them. */
export const moreOf = (card) => card.getByRole("textbox", { name: /^(Help text|Words on the page)$/ });
export const tick = (card, name) => card.getByRole("checkbox", { name });
export const WRITE_ELSE = "Something else";
export const PREFER_NOT = /^Offer “I prefer not to say”/;

/** Lets people say that they prefer not to say. */
export async function preferNot(card) {
  await openChip(card, "Personal");
  await tick(card, PREFER_NOT).check();
}

/** Adds a question or page of a kind below the open one, with these words. Gives back the open card. */
export async function add(page, kind, text) {
  await people.addQuestion(page, kind);
  const card = openCard(page);
  await hasFocus(wordsOf(card));
  if (text) await wordsOf(card).fill(text);
  return card;
}

/** Opens a card by its name. */
export async function open(page, name) {
  await region(page, name).getByRole("button").click();
  await hasFocus(wordsOf(region(page, name)));
  return region(page, name);
}

/** Opens the first page, the hard words or a question from the outline. */
export const openFromOutline = (page, name) => outline(page).getByRole("button", { name }).click();

/** Writes the choices of the open card. The first two fields are there. */
export async function writeChoices(card, choices) {
  for (const [place, words] of choices.entries()) {
    const choice = field(card, `Choice ${place + 1}`);
    if (place >= 2) {
      await press(card, "Add a choice");
      await hasFocus(choice);
    }
    await choice.fill(words);
  }
}

/** A number is taken when a person leaves its field. */
export async function setNumber(number, value) {
  await number.fill(value);
  await number.press("Tab");
}

// When a question is asked

export const when = (card) => card.getByRole("group", { name: "When to ask this" });
const part = (card, number, what) => card.getByLabel(`Condition ${number}: ${what}`, { exact: true });
export const testQuestion = (card, number) => part(card, number, "question");
const pick = (list, label) => list.selectOption({ label });

/** Says what a test is about: "1. Do you have a job?", "is", and a choice or a number. */
export async function setTest(card, number, { question, check, choice, number: value }) {
  if (question) await pick(testQuestion(card, number), question);
  if (check) await pick(part(card, number, "what must be true"), check);
  if (choice) await pick(part(card, number, "choice"), choice);
  if (value) await setNumber(part(card, number, "number"), value);
}

/** Has the question asked only if this test holds. */
export async function onlyIf(card, test) {
  await openChip(card, "Asked");
  await when(card).getByRole("radio", { name: "Only if …" }).check();
  await hasFocus(testQuestion(card, 1));
  await setTest(card, 1, test);
}

/** Adds one more test. */
export async function addTest(card, number, test) {
  await press(when(card), "Add a condition");
  await hasFocus(testQuestion(card, number));
  await setTest(card, number, test);
}

// Pictures and earlier answers

export const pictureOf = (card, what) => card.getByRole("button", { name: `Picture of ${what}: ` });
export const pictureDialog = (page) => page.getByRole("dialog", { name: /^Pick a picture for this/ });

/** Gives something a picture: "the question", "choice 2". */
export async function pickPicture(card, what, name) {
  const dialog = pictureDialog(card.page());
  await pictureOf(card, what).click();
  await field(dialog, "Search for a picture").fill(name);
  await button(dialog, name).click();
  await card.getByRole("button", { name: `Picture of ${what}: ${name}`, exact: true }).waitFor();
}

/** Puts an earlier answer at the caret of a field. */
export async function putIn(card, fieldName, question) {
  const help = { Question: "", "Help text": " in the help text" }[fieldName] ?? " in the words";
  await withCard(card, `Insert an earlier answer${help}`);
  await button(card, question).click();
  await hasFocus(field(card, fieldName));
}

/** Explains a hard word. */
export async function explain(page, word, meaning, number = 1) {
  if (number === 1) await openFromOutline(page, "Word list");
  await press(page, "Add a hard word");
  await hasFocus(field(page, `Word ${number}`));
  await field(page, `Word ${number}`).fill(word);
  await field(page, `What word ${number} means`).fill(meaning);
}

// What the editor says

/** What can be pressed, ticked or typed into in the preview, but for the ways on. */
export async function controls(page, expected) {
  await eventually(async () => {
    const snapshot = await preview(page).ariaSnapshot();
    const all = [...snapshot.matchAll(/- '?(radio|checkbox|textbox|button) "(.*?)"/g)];
    const found = all.map(([, role, name]) => `${role}: ${name.replace(" , ", " ")}`);
    const ways = ["Back", "Next", "Skip this question"].map((name) => `button: ${name}`);
    assert.deepEqual(
      found.filter((line) => !ways.includes(line)),
      expected,
    );
  });
}

/** The problems as the summary lists them, after pressing Publish, but for title and owner. */
export async function problems(page, expected) {
  await press(page, "Publish");
  await eventually(async () => {
    const links = await summary(page).getByRole("link").allInnerTexts();
    assert.deepEqual(
      links.filter((text) => !text.startsWith("Write")),
      expected,
    );
  });
}

/** Follows a problem to where it is mended. */
export const follow = (page, problem) => summary(page).getByRole("link", { name: problem }).click();

/** The lines of the outline, without the first page and the hard words. */
export const lines = (page) =>
  outline(page)
    .getByRole("list")
    .first()
    .getByRole("button")
    .and(page.locator(":not([aria-expanded], .fixed)"));

/** What the outline lists. */
export async function listed(page, expected) {
  await eventually(async () => {
    const shown = await lines(page).allInnerTexts();
    assert.deepEqual(
      shown.map((line) => line.replace(/\s+/g, " ").trim()),
      expected,
    );
  });
}

// A survey with every kind of question, and answering it on a phone

export const ASKED = {
  consent: "Do you want to take part?",
  name: "What is your first name?",
  likes: "Do you like your support worker?",
  why: "What could be better?",
  lives: (name) => `${name}, where do you live?`,
  gets: "What do you get help with?",
  home: "How is your home?",
  health: "How is your health?",
  eat: "What do you like to eat?",
  travel: "How do you travel?",
  day: "Which do you like more?",
  order: "What matters most to you?",
  cards: "How are these going?",
  many: "How many people live with you?",
  doctor: "When did you last see a doctor?",
  moved: "When did you move in?",
  out: "When did you last have a day out?",
  person: "A person in your home",
  who: "What is their name?",
  helps: (name) => `Does ${name} help you?`,
};

export const YES = "Yes, I want to take part";
/** Words from an earlier answer, kept apart from the direction of the words around them. */
export const put = (words) => `\u2068${words}\u2069`;

/** The pages of one time round of its section. */
export const round = (name, ...helps) => [
  [ASKED.person, "read"],
  [ASKED.who, "write", name],
  [ASKED.helps(put(name)), ...helps],
];
/** What somebody answers to each page, who does not like their support worker and lives with 2 people. */
export const ANA = [
  [ASKED.consent, "pick", YES],
  ["About this survey", "read"],
  [ASKED.name, "write", "Ana"],
  [ASKED.likes, "pick", "No"],
  [ASKED.why, "write", "More time."],
  [ASKED.lives(put("Ana")), "pick", { own: "On a boat" }],
  [ASKED.gets, "tick", "Washing", { own: "My dog; his walks" }],
  [ASKED.home, "pick", "Good"],
  [ASKED.health, "pick", "Very bad"],
  [ASKED.eat, "pick", "Apples"],
  [ASKED.travel, "tick", "Bus", "Train"],
  [ASKED.day, "pick", "A day out"],
  [ASKED.order, "rank", "Work", "Friends"],
  [ASKED.cards, "sort", "Going well", "In between"],
  [ASKED.many, "write", "2"],
  [ASKED.doctor, "date", "30", "4", "2024"],
  [ASKED.moved, "date", "12", "1999"],
  [ASKED.out, "pick", "Longer ago"],
  ...round("Bo", "pick", "Yes"),
  ...round("Dee", "skip"),
  [people.HELP, "tick", "They read it to me"],
];

/** Makes it, with all that the editor can say about a question, from the screen of all surveys to the editor. */
export async function makeEverything(page) {
  await people.startEmpty(page);
  await field(page, "Title").fill("Your week");
  await field(page, "Who is asking?").fill("Team A");
  const make = async (kind, text, choices = []) => {
    const card = await add(page, kind, text);
    await writeChoices(card, choices);
    return card;
  };
  await make("Consent page", ASKED.consent);
  await moreOf(await make("Information page", "About this survey")).fill("Your support worker can read it to you.");
  await make("Short answer", ASKED.name);
  await make("Yes, no, not sure", ASKED.likes);
  await onlyIf(await make("Long answer", ASKED.why), { question: `3. ${ASKED.likes}`, choice: "No" });
  const lives = await make("One choice", ASKED.lives(""), ["In my own home", "With my family"]);
  await wordsOf(lives).press("Control+Home");
  await putIn(lives, "Question", `2. ${ASKED.name}`);
  await tick(lives, WRITE_ELSE).check();
  const gets = await make("Several choices", ASKED.gets, ["Washing", "Cooking", "None of these"]);
  await tick(gets, WRITE_ELSE).check();
  await openChip(gets, "Limits");
  await setNumber(field(gets, "At most"), "2");
  await make("3 faces", ASKED.home);
  await preferNot(await make("5 faces", ASKED.health));
  await pickPicture(await make("Pick one picture", ASKED.eat, ["Apples", "Bread"]), "choice 1", "apple");
  await pickPicture(await make("Pick several pictures", ASKED.travel, ["Bus", "Train"]), "choice 2", "train");
  await make("This or that", ASKED.day, ["A day at home", "A day out"]);
  await make("Rank", ASKED.order, ["Friends", "Family", "Work"]);
  const cards = await make("Sort into groups", ASKED.cards, ["Food", "Sleep"]);
  await openChip(cards, "Groups");
  await field(cards, "Group 2").fill("In between");
  const many = await make("A number", ASKED.many);
  await openChip(many, "Limits");
  await setNumber(field(many, "Largest number"), "20");
  await make("A date", ASKED.doctor);
  await make("A month and year", ASKED.moved);
  await make("Roughly when", ASKED.out);
  const section = await make("Section", ASKED.person);
  await openChip(section, "Repeats");
  const often = section.getByLabel("How many times to ask this section");
  await often.selectOption(`As many times as “${ASKED.many}” says`);
  await make("Short answer", ASKED.who);
  const helps = await make("Yes, no, not sure", "Does help you?");
  await wordsOf(helps).press("Control+Home");
  for (const _ of "Does ") await page.keyboard.press("ArrowRight");
  await putIn(helps, "Question", `18. ${ASKED.who}`);
  await explain(page, "support worker", "A person who is paid to help you.");
}

/** A page of it on the phone: its title, the way to answer it, and what is answered. */
export async function answerPage(page, [title, way, ...given]) {
  // A mark that is not seen may stand in front, for the direction of the words.
  const name = new RegExp(`^[\u200e\u200f]?${title.replace("?", "\\?")}$`);
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  const group = page.getByRole("group", { name });
  for (const [place, one] of given.entries()) {
    if (way === "write") await field(page, title).fill(one);
    if (way === "date") await group.getByRole("textbox").nth(place).fill(one);
    if (way === "rank") await group.getByRole("button", { name: one }).click();
    if (way === "sort") await button(group, one).click();
    if (way !== "pick" && way !== "tick") continue;
    const choice = one.own ? "Something else" : one;
    await group.getByRole(way === "pick" ? "radio" : "checkbox", { name: choice, exact: true }).check();
    if (one.own) await field(group, "Say it in your own words").fill(one.own);
  }
  await press(page, { skip: "Skip this question", prefer: "I prefer not to say" }[way] ?? "Next");
}

/** Answers page after page, from the first one to the check. */
export async function answerPages(page, pages) {
  await press(page, "Start");
  for (const one of pages) await answerPage(page, one);
}
