// What people do in the app, by the roles and names that they see or hear. The tests say what they do with it.

import { APP, LAPTOP, clipboard, download, onDisk, once } from "./support.mjs";

export const READY_MADE = "Your support at home";
export const KINDS = ["One choice", "Several choices", "Short answer", "Long answer"];

/** A survey with one question of each kind. */
export const FOUR_KINDS = {
  title: "Four kinds",
  organisation: "Team A",
  welcome: "We want to know.",
  questions: [
    { kind: "One choice", text: "Do you like tea?", hint: "Tea is a hot drink.", choices: ["Yes", "No", "Not sure"] },
    { kind: "Several choices", text: "What do you eat?", choices: ["Bread", "Rice", "Soup"] },
    { kind: "Short answer", text: "Where do you live?" },
    { kind: "Long answer", text: "What would you change?" },
  ],
};
/** The question that every survey ends with, and so how many there are. */
export const HELP = "Did someone help you with this survey?";
export const countOf = (questions) => questions.length + 1;
export const FOUR_ANSWERS = ["Yes", ["Bread", "Soup"], "By the sea", "More tea.\nLess rain."];

// The organiser

export const cardOf = (page, number) => page.getByRole("region", { name: `Question ${number}`, exact: true });
export const firstPage = (page) => page.getByRole("region", { name: "Welcome page" });
export const field = (scope, name) => scope.getByRole("textbox", { name, exact: true });
export const linkField = (page) => field(page, "Survey link");
const steps = (page) => page.getByRole("navigation", { name: "Steps" });
/** Where each screen is: its step, and its part of that where the step opens another. */
const WHERE = {
  Questions: ["Write"],
  Languages: ["Write", "Languages"],
  Paths: ["Write", "Paths"],
  Advice: ["Check", "Advice"],
  "Ask people": ["Check", "Ask people"],
  Notes: ["Check", "Notes"],
  Clashes: ["Check", "Clashes"],
  "Share the draft": ["Check", "Share the draft"],
  "Side by side": ["Check", "Side by side"],
  "How this was made": ["Check", "How this was made"],
  Share: ["Send"],
  "Personal links": ["Send", "Personal links"],
  "Add answers": ["Answers", "Inbox"],
  "What people said": ["Answers", "Results"],
  "Written answers": ["Answers", "Written answers"],
  Report: ["Answers", "Report"],
};
/** The step of a screen, in the bar at the top. */
export const stepOf = (page, name) => steps(page).getByRole("link", { name: new RegExp(`^${WHERE[name][0]}`) });
/** Goes to a screen of the survey. */
export async function goTo(page, name) {
  const [, part] = WHERE[name];
  const step = stepOf(page, name);
  if (!part || (await step.getAttribute("aria-current")) === null) await step.click();
  // A part may say how much is new: "Notes (3 new)".
  if (part) await page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${part}( \\(|$)`) }).click();
}
export const undo = (page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
export const redo = (page) => page.getByRole("banner").getByRole("button", { name: "Redo" });
export const preview = (page) => page.getByRole("complementary", { name: "Preview" });
export const summary = (page) => page.getByRole("group", { name: "Fix these before you publish" });

/** Starts from the ready-made survey. */
export async function startReadyMade(page) {
  await page.getByRole("button", { name: `Use “${READY_MADE}”` }).click();
  await field(page, "Title").waitFor();
}

/** Starts from nothing. */
export async function startEmpty(page) {
  await page.getByRole("button", { name: "Make a survey" }).click();
  await field(page, "Title").waitFor();
}

/** Adds a question of a kind behind the open one. */
export async function addQuestion(page, kind) {
  const picker = page.getByRole("region", { name: "Add a question" });
  const end = button(page, "Add a question");
  await picker.or(end).first().waitFor();
  if ((await picker.count()) === 0) {
    const open = page.getByRole("button", { name: MORE });
    const name = (await open.count()) > 0 && (await open.getAttribute("aria-label")).slice("More for ".length);
    const below = page.getByRole("button", { name: new RegExp(`^Add a question below ${name}$`, "i") });
    await ((await below.count()) > 0 ? below : end).click();
  }
  const named = button(picker, kind);
  await picker.getByRole("button").first().waitFor();
  if ((await named.count()) === 0) await press(picker, "More kinds");
  await named.click();
}

/** Presses one of the ways to questions that are written already: "Ready-made questions", "Paste questions". */
export async function fromElsewhere(page, name) {
  const picker = page.getByRole("region", { name: "Add a question" });
  const end = button(page, "Add a question");
  await picker.or(end).first().waitFor();
  if ((await picker.count()) === 0) await end.click();
  await press(picker, "More kinds");
  await press(picker, name);
}

/** Does something with a survey that is in the list of its card: "Delete: Your week". */
export async function withSurvey(page, name) {
  const title = name.slice(name.indexOf(": ") + 2);
  await page.getByRole("button", { name: `More for ${title}` }).first().click();
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens a survey in the editor. Where it has answers, those come first on its card. */
export async function editSurvey(page, title) {
  const edit = button(page, `Edit: ${title}`);
  await edit.or(button(page, `See answers: ${title}`)).first().waitFor();
  if ((await edit.count()) > 0) await edit.click();
  else await withSurvey(page, `Edit: ${title}`);
}

/** Opens what is under "More" in the bar: "History and versions", "Keyboard shortcuts". */
export async function fromBar(page, name) {
  await press(page.getByRole("banner"), "More");
  await press(page.getByRole("banner"), name);
}

/** What the button is called that opens the list of what can be done with the open question. */
const MORE = /^More for (?!choice)/;

/** Does something with the question of a card that is in its list. */
export async function withCard(card, name) {
  await card.getByRole("button", { name: MORE }).click();
  // Some of it can be done by a button of the card too.
  await press(card.locator(".menu-list"), name);
}

/** Does something with a choice that is in its list: "Remove choice 2". */
export async function withChoice(card, number, name) {
  await press(card, `More for choice ${number}`);
  await press(card, name);
  if (name.startsWith("Move")) await card.page().keyboard.press("Escape");
}

/** Opens what a chip of the card opens: "Asked", "Personal", "Limits". */
export async function openChip(card, name) {
  const chip = card.getByRole("button", { name: new RegExp(`^${name}: `) });
  if ((await chip.getAttribute("aria-expanded")) !== "true") await chip.click();
}

/** Presses Publish and takes the link from the next screen. Who has not said where answers go leaves that for later. */
export async function publish(page) {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("heading", { name: "Send your survey" }).waitFor();
  await skipWhere(page);
  return linkField(page).inputValue();
}

/** Publishes without saying where answers go, where that is asked. */
export async function skipWhere(page) {
  const skip = button(page, "Skip for now");
  await skip.or(linkField(page)).first().waitFor();
  if (await skip.isVisible()) await skip.click();
}

/** Writes a whole survey, from the screen of all surveys to the editor. */
export async function writeSurvey(page, { title, organisation, welcome, questions }) {
  await startEmpty(page);
  await field(page, "Title").fill(title);
  await field(page, "Who is asking?").fill(organisation);
  if (welcome) await field(page, "What is it for?").fill(welcome);
  for (const [place, { kind, text, hint, choices = [] }] of questions.entries()) {
    await addQuestion(page, kind);
    const card = cardOf(page, place + 1);
    await field(card, "Question").fill(text);
    if (hint) await writeHelp(card, hint);
    for (const [number, choice] of choices.entries()) {
      if (number >= 2) await card.getByRole("button", { name: "Add a choice" }).click();
      await field(card, `Choice ${number + 1}`).fill(choice);
    }
  }
}

/** Writes the help text of the open question, which it may not have yet. */
export async function writeHelp(card, words) {
  const help = field(card, "Help text");
  if ((await help.count()) === 0) await press(card, "Help text");
  await help.fill(words);
}

/** Publishes a survey and gives back its link, its address in the app and the organiser's storage. */
export function publishedBy(make) {
  return once(async (stage) => {
    const page = await stage.open(LAPTOP, APP);
    await make(page);
    const link = await publish(page);
    const id = page.url().split("/").pop();
    return { link, id, kept: await page.context().storageState({ indexedDB: true }) };
  });
}

/** Opens a screen of a published survey in a fresh copy of its organiser's browser. */
export function organiserAt(stage, survey, screen, size = LAPTOP, options = {}) {
  return stage.open(size, `${APP}#${screen}/${survey.id}`, { kept: survey.kept, ...options });
}

/** Pastes into the inbox. */
export async function paste(page, text) {
  await field(page, "Paste messages here").fill(text);
  await page.getByRole("button", { name: "Add these answers" }).click();
}

/** Gives files to the inbox, as if chosen in the dialog. */
export async function giveFiles(page, files) {
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("Choose files").click()]);
  await dialog.setFiles(await onDisk(files));
}

export const textFile = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** The columns that every spreadsheet of answers has in front. */
export const IN_FRONT = ["Response", "Survey version", "Came in at", "Came in by", "Paper number", "Language", "Finished", "Came after closing"];

/** Downloads the spreadsheet from the results. */
export function downloadCsv(page) {
  return download(page, () => page.getByRole("button", { name: "Download CSV", exact: true }).click());
}

// The participant

/** Two ways to work a page. Keys are quicker, for tests in which many people answer. */
export const BY_TOUCH = { press: (button) => button.click(), pick: (choice) => choice.check() };
export const BY_KEYS = { press: (button) => button.press("Enter"), pick: (choice) => choice.press("Space") };

export const button = (scope, name) => scope.getByRole("button", { name, exact: true });
export const press = (scope, name) => button(scope, name).click();
export const atQuestion = (page, number, of) =>
  page.getByText(new RegExp(`^Question ${number} of (about )?${of}$`)).waitFor();
export const atCheck = (page) => page.getByRole("heading", { name: "Check your answers", level: 1 }).waitFor();
export const atSend = (page) => page.getByRole("heading", { name: "Send my answers", level: 1 }).waitFor();

export const atDone = (page) => page.getByRole("heading", { name: "You are done. Thank you.", level: 1 }).waitFor();
export const atWho = (page) => page.getByRole("heading", { name: "Are you the same person?", level: 1 }).waitFor();

/** Somebody comes back to a phone with their own answers. */
export async function comeBack(page) {
  await atWho(page);
  await press(page, "Yes, it is me");
}

/** Gives an answer on the page that is shown: a choice, a list of choices, or words. */
export async function answer(page, { text, kind }, given, by = BY_TOUCH) {
  if (kind === "Short answer" || kind === "Long answer") return field(page, text).fill(given);
  const group = page.getByRole("group", { name: text, exact: true });
  const role = kind === "One choice" ? "radio" : "checkbox";
  for (const choice of [given].flat()) await by.pick(group.getByRole(role, { name: choice, exact: true }));
}

/** Answers from the welcome to the check. `undefined` is a question that is skipped; the one about help always is. */
export async function answerAll(page, questions, given, by = BY_TOUCH) {
  await by.press(button(page, "Start"));
  await answerAllFrom(page, questions, given, by);
}

/** The same from the first question on. */
export async function answerAllFrom(page, questions, given, by = BY_TOUCH) {
  for (const [place, question] of questions.entries()) {
    await atQuestion(page, place + 1, countOf(questions));
    if (given[place] === undefined) {
      await by.press(button(page, "Skip this question"));
    } else {
      await answer(page, question, given[place], by);
      await by.press(button(page, "Next"));
    }
  }
  await atQuestion(page, countOf(questions), countOf(questions));
  await by.press(button(page, "Skip this question"));
  await atCheck(page);
}

/** From the check to the ways to send, by the button at its end: a long one has that at its top too. */
export const toSend = (page) => button(page, "Send my answers").last().click();

/** From the check to the message that the copy button makes. */
export async function sendByCopy(page) {
  await toSend(page);
  await atSend(page);
  await press(page, "Copy my answers");
  await page.getByText("Your answers are copied.").waitFor();
  return clipboard(page);
}

/** From the check to the file that the save button makes. */
export async function sendByFile(page) {
  await toSend(page);
  await atSend(page);
  return download(page, () => press(page, "Save my answers as a file"));
}

/** The link in a message. */
export const linkIn = (message) => message.match(/https?:\S+/)[0];
