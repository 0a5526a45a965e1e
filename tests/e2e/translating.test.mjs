// A survey in more than one language: languages are added, their words written beside the survey's own, with how many
// are still missing; people read them on their phones, with the app's own words in Welsh, or as an organiser wrote
// them. Taking a language out asks first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const WORDS = readFileSync(new URL("../../src/model/words.txt", import.meta.url), "utf8");
/** How many texts the app itself has. */
const APP_TEXTS = WORDS.split("\n").filter((line) => line.includes("=")).length;
const { button, field, press, redo, undo } = people;

const QUESTION = { kind: "One choice", text: "Do you like tea?", choices: ["Very much", "Not at all"] };
/** With the ready-made words about who sees the answers it has 6 texts. */
const SURVEY = { title: "Tea time", organisation: "Team A", questions: [QUESTION] };
const WELSH = "Cymraeg";
/** What languages that run from right to left are called, kept apart from the sentence. */
const ARABIC = "\u2068العربية\u2069";
const MISSING = "6 phrases to translate.";

const card = (page, name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, level: 3 }) });
const said = (page, name, words) => card(page, name).getByText(words, { exact: true }).waitFor();
const picked = (page) => page.getByRole("combobox", { name: "Language", exact: true });

async function addLanguage(page, label, name) {
  await picked(page).selectOption({ label });
  await press(page, "Add this language");
  await hasFocus(button(page, `Translate: ${name}`));
}
const addWelsh = (page) => addLanguage(page, "Cymraeg – Welsh", WELSH);
const addArabic = (page) => addLanguage(page, `${ARABIC} – Arabic`, ARABIC);

/** Opens the work on a language. */
async function translate(page, name) {
  await press(page, `Translate: ${name}`);
  await page.getByRole("heading", { name, level: 1, exact: true }).waitFor();
}

/** Opens a group of texts. */
const openGroup = (page, name) => page.getByRole("button", { name: new RegExp(`^${name}`), expanded: false }).click();
const textIn = (page, language, what, text) => field(page, `${what} in ${language}: ${text}`);
const ownIn = (page, language, text) => field(page, `${text} – in ${language}`);

/** At the languages of a survey that is written. */
async function atLanguages(stage) {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, SURVEY);
  await people.goTo(page, "Languages");
  await page.getByRole("heading", { name: "Languages", level: 1 }).waitFor();
  return page;
}

/** The same with some of its words in Welsh and Arabic, published. */
const survey = people.publishedBy(async (page) => {
  await people.writeSurvey(page, SURVEY);
  await people.goTo(page, "Languages");
  await addWelsh(page);
  await addArabic(page);
  await translate(page, WELSH);
  await openGroup(page, "Welcome page");
  await textIn(page, WELSH, "Title", "Tea time").fill("Amser te");
  await openGroup(page, "Question 1: Do you like tea\\?");
  await textIn(page, WELSH, "Question", "Do you like tea?").fill("Ydych chi’n hoffi te?");
  await textIn(page, WELSH, "Choice 1", "Very much").fill("Yn fawr iawn");
  await press(page, "Back to all languages");
  await translate(page, ARABIC);
  await openGroup(page, "Question 1: Do you like tea\\?");
  await textIn(page, ARABIC, "Question", "Do you like tea?").fill("هل تحب الشاي؟");
  await openGroup(page, "The first page");
  await ownIn(page, ARABIC, "Start").fill("ابدأ");
  await openGroup(page, "Buttons and counting");
  await ownIn(page, ARABIC, "Next").fill("التالي");
  await ownIn(page, ARABIC, "Question {1} of {2}").fill("السؤال {1} من {2}");
});

/** The survey on a phone, in this language. */
async function phoneIn(stage, language) {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await button(page, "Start").waitFor();
  const list = page.getByRole("combobox", { name: "Language" });
  await list.selectOption({ label: language });
  return page;
}

const html = (page, expected) =>
  eventually(async () => {
    const found = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    assert.deepEqual(found, expected);
  });

story("languages are added and each says how much is not written, and undo takes one away", async (stage) => {
  const page = await atLanguages(stage);
  await page.getByText("There are none yet.").waitFor();
  await press(page, "Add this language");
  await hasFocus(picked(page));
  await page.getByRole("combobox", { name: "Language", exact: true, description: "Pick a language first." }).waitFor();
  await addWelsh(page);
  await page.getByRole("status").getByText("Cymraeg is added. Press “Translate” to write its words.").waitFor();
  await said(page, WELSH, MISSING);
  await card(page, WELSH).getByText("A native reader has not checked them yet.").waitFor();
  await soon.equal(() => card(page, WELSH).getByText(/of the app/).count(), 0, "the app has Welsh words");
  await addArabic(page);
  await said(page, ARABIC, MISSING);
  await said(page, ARABIC, `${APP_TEXTS} phrases of the app to translate.`);
  await soon.equal(() => picked(page).getByRole("option", { name: "Welsh" }).count(), 0, "it is there already");
  await undo(page).click();
  await card(page, ARABIC).waitFor({ state: "detached" });
  await redo(page).click();
  await said(page, ARABIC, MISSING);
  await page.reload();
  await said(page, WELSH, MISSING);
});

story("a language that is not in the list is added by its code", async (stage) => {
  const page = await atLanguages(stage);
  await picked(page).selectOption({ label: "Another language" });
  const code = field(page, "Its short code");
  await code.fill("Yoruba");
  await code.press("Enter");
  await hasFocus(code);
  await page.getByText("Write the short code of the language, like ti or yo. Not its name.").waitFor();
  await code.fill("YO");
  await code.press("Enter");
  await hasFocus(button(page, "Translate: Yorùbá"));
  await said(page, "Yorùbá", MISSING);
});

story("words are written beside the survey’s own, the count follows, and undo takes them back", async (stage) => {
  const page = await atLanguages(stage);
  await addWelsh(page);
  await translate(page, WELSH);
  await page.getByText(MISSING).waitFor();
  await openGroup(page, "Welcome page 3 phrases to translate.");
  const title = textIn(page, WELSH, "Title", "Tea time");
  await title.fill("Amser te");
  await soon.equal(() => title.getAttribute("lang"), "cy");
  await page.getByText("5 of 6 phrases to translate.").waitFor();
  await undo(page).click();
  await holds(title, "");
  await page.getByText(MISSING).waitFor();
  await redo(page).click();
  await holds(title, "Amser te");
  await page.getByRole("checkbox", { name: "Show only what is left to translate" }).check();
  await title.waitFor({ state: "detached" });
  await textIn(page, WELSH, "Who is asking?", "Team A").fill("Tîm A");
  await page.getByRole("textbox", { name: /^Who will see the answers\?/ }).fill("Dim ond ni.");
  await openGroup(page, "Question 1");
  for (const [what, text] of [["Question", QUESTION.text], ["Choice 1", "Very much"], ["Choice 2", "Not at all"]]) {
    await textIn(page, WELSH, what, text).fill(`${text} (cy)`);
  }
  await page.getByText("All 6 phrases translated.").waitFor();
  await press(page, "Back to all languages");
  await said(page, WELSH, "All 6 phrases translated.");
  await people.goTo(page, "Questions");
  await people.firstPage(page).getByRole("button").click();
  await field(page, "Title").fill("Tea and cake");
  await people.goTo(page, "Languages");
  await translate(page, WELSH);
  await openGroup(page, "Welcome page");
  await holds(textIn(page, WELSH, "Title", "Tea and cake"), "Amser te");
});

story("marks that a translation lost are asked for", async (stage) => {
  const page = await atLanguages(stage);
  await addArabic(page);
  await translate(page, ARABIC);
  await openGroup(page, "Buttons and counting");
  const count = ownIn(page, ARABIC, "Question {1} of {2}");
  await count.fill("السؤال {1}");
  await page.getByText("Put {2} in too.", { exact: true }).waitFor();
  await count.fill("السؤال {1} من {2}");
  await page.getByText("Put {2} in too.").waitFor({ state: "hidden" });
});

story("the share screen says what is missing in each language, and leads to the languages", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  const notes = page.getByRole("listitem").filter({ hasText: "to translate" });
  await eventually(async () =>
    assert.deepEqual((await notes.allInnerTexts()).sort(), [
      "Cymraeg: 3 phrases to translate. People will see them in English.",
      `${ARABIC}: ${APP_TEXTS - 3} phrases of the app to translate. People will see them in English.`,
      `${ARABIC}: 5 phrases to translate. People will see them in English.`,
    ]),
  );
  await press(page, "Go to Languages");
  await said(page, WELSH, "3 of 6 phrases to translate.");
});

story("on the phone the survey and the app are in Welsh, and in English where there is none", async (stage) => {
  const page = await phoneIn(stage, WELSH);
  await html(page, ["cy", "ltr"]);
  await page.getByRole("heading", { name: "Amser te", level: 1 }).waitFor();
  await press(page, "Dechrau");
  await page.getByText("Cwestiwn 1 o 2", { exact: true }).waitFor();
  const group = page.getByRole("group", { name: "Ydych chi’n hoffi te?", exact: true });
  await group.getByRole("radio", { name: "Yn fawr iawn", exact: true }).check();
  await group.getByRole("radio", { name: "Not at all", exact: true }).waitFor();
  await page.reload();
  await html(page, ["cy", "ltr"]);
  await page.getByText("Croeso").first().waitFor();
});

story("an answer in Welsh stays when the language changes, and counts with the English words", async (stage) => {
  const phone = await phoneIn(stage, WELSH);
  await press(phone, "Dechrau");
  await phone.getByRole("radio", { name: "Yn fawr iawn" }).check();
  await phone.getByRole("combobox", { name: "Iaith" }).selectOption({ label: "English" });
  await html(phone, ["en", "ltr"]);
  await soon.ok(() => phone.getByRole("radio", { name: "Very much" }).isChecked());
  await phone.getByRole("combobox", { name: "Language" }).selectOption({ label: WELSH });
  await html(phone, ["cy", "ltr"]);
  await press(phone, "Nesaf");
  await phone.getByRole("heading", { name: "Wnaeth rhywun eich helpu gyda’r arolwg hwn?" }).waitFor();
  await press(phone, "Nesaf");
  await press(phone, "Anfon fy atebion");
  await press(phone, "Copïo fy atebion");
  await phone.getByText("Mae eich atebion wedi’u copïo.").waitFor();
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, await clipboard(phone));
  await page.getByText("1 new answer.").waitFor();
  await people.goTo(page, "What people said");
  const bars = page.locator("section").filter({ hasText: QUESTION.text }).getByRole("listitem");
  await eventually(async () => {
    const lines = await bars.allInnerTexts();
    assert.deepEqual(
      lines.map((line) => line.replace(/\s+/g, " ").trim()),
      ["Very much 1 person", "Not at all 0 people"],
    );
  });
});

story("on the phone the app says in Arabic what an organiser wrote, from right to left", async (stage) => {
  const page = await phoneIn(stage, "العربية");
  await html(page, ["ar", "rtl"]);
  await page.getByRole("heading", { name: "Tea time", level: 1 }).waitFor();
  await press(page, "ابدأ");
  await page.getByText("السؤال 1 من 2", { exact: true }).waitFor();
  await page.getByRole("heading", { name: "هل تحب الشاي؟", level: 1 }).waitFor();
  await button(page, "Skip this question").waitFor();
  await press(page, "التالي");
  await page.getByText("السؤال 2 من 2", { exact: true }).waitFor();
});

story("taking a language out asks first, and undo brings back all that was written in it", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "languages");
  const out = button(page, `Remove: ${WELSH}`);
  await out.click();
  const dialog = page.getByRole("alertdialog", { name: "Remove Cymraeg?" });
  await dialog.getByText("All that is written in this language goes too.").waitFor();
  await press(dialog, "No, keep it");
  await hasFocus(out);
  await said(page, WELSH, "3 of 6 phrases to translate.");
  await out.press("Enter");
  await press(dialog, "Yes, remove it");
  await card(page, WELSH).waitFor({ state: "detached" });
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await said(page, WELSH, "3 of 6 phrases to translate.");
  await translate(page, WELSH);
  await openGroup(page, "Welcome page");
  await holds(textIn(page, WELSH, "Title", "Tea time"), "Amser te");
});

story("a survey can be in a language that the app does not know, and its words are written too", async (stage) => {
  const page = await atLanguages(stage);
  await page.getByRole("combobox", { name: "This survey is written in" }).selectOption({ label: "Polski – Polish" });
  await page.getByText(`${APP_TEXTS} phrases of the app to translate. People will see them in English.`).waitFor();
  await press(page, "Write what the app says");
  await page.getByRole("heading", { name: "Polski", level: 1 }).waitFor();
  await openGroup(page, "The first page");
  await ownIn(page, "Polski", "Start").fill("Zacznij");
  const phone = await stage.open(PHONE, await people.publish(page));
  await html(phone, ["pl", "ltr"]);
  await press(phone, "Zacznij");
  await phone.getByRole("heading", { name: QUESTION.text }).waitFor();
});
