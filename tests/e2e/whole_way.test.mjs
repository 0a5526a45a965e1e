// The whole way of a survey with every kind of question: made in the editor, published, answered on phones, added up,
// taken out as spreadsheets, then changed and published again. What was answered reaches each file cell by cell, and
// the codes of the first version never change.

import assert from "node:assert/strict";
import Papa from "papaparse";
import { ANA, ASKED, YES, answerPage, answerPages, makeEverything, put, round } from "./building.mjs";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { LAPTOP, PHONE, download, eventually, once, soon, story } from "./support.mjs";

const { cardOf, field, press } = people;
const survey = people.publishedBy(makeEverything);

const BEN = [
  [ASKED.consent, "pick", YES],
  ["About this survey", "read"],
  [ASKED.name, "write", "Ben"],
  [ASKED.likes, "pick", "No"],
  [ASKED.why, "write", "He said “no”, and \"no\".\nThen he left."],
  [ASKED.lives(put("Ben")), "pick", "With my family"],
  [ASKED.gets, "tick", "None of these"],
  [ASKED.home, "pick", "Bad"],
  [ASKED.health, "prefer"],
  [ASKED.eat, "pick", "Bread"],
  [ASKED.travel, "skip"],
  [ASKED.day, "pick", "A day at home"],
  [ASKED.order, "rank", "Friends", "Family", "Work"],
  [ASKED.cards, "sort", "Going well", "Going well"],
  [ASKED.many, "write", "1"],
  [ASKED.doctor, "skip"],
  [ASKED.moved, "date", "1", "2020"],
  [ASKED.out, "pick", "This week"],
  ...round("Eve", "pick", "No"),
  [people.HELP, "skip"],
];

const WHY_OF_BEN = BEN[4][2];
/** Each column: its name, what it is about, and for Ana and Ben the words and the code. One alone is both. */
const CELLS = [
  ["q1", ASKED.consent, [YES, "1"], [YES, "1"]],
  ["q2_text", ASKED.name, ["Ana"], ["Ben"]],
  ["q3", ASKED.likes, ["Yes", "1"], ["No", "2"]],
  ["q4_text", ASKED.why, ["", ".n"], [WHY_OF_BEN]],
  ["q5", ASKED.lives("…"), ["Something else", "3"], ["With my family", "2"]],
  ["q5_text", `${ASKED.lives("…")}: Say it in your own words`, ["On a boat"], [""]],
  ["q6_1", `${ASKED.gets}: Washing`, ["Washing", "1"], ["", "0"]],
  ["q6_2", `${ASKED.gets}: Cooking`, ["", "0"], ["", "0"]],
  ["q6_3", `${ASKED.gets}: None of these`, ["", "0"], ["None of these", "1"]],
  ["q6_4", `${ASKED.gets}: Something else`, ["Something else", "1"], ["", "0"]],
  ["q6_text", `${ASKED.gets}: Say it in your own words`, ["My dog; his walks"], [""]],
  ["q7", ASKED.home, ["Good", "3"], ["Bad", "1"]],
  ["q8", ASKED.health, ["Very bad", "1"], ["I prefer not to say", ".p"]],
  ["q9", ASKED.eat, ["Apples", "1"], ["Bread", "2"]],
  ["q10_1", `${ASKED.travel}: Bus`, ["Bus", "1"], ["", ".s"]],
  ["q10_2", `${ASKED.travel}: Train`, ["Train", "1"], ["", ".s"]],
  ["q11", ASKED.day, ["A day out", "2"], ["A day at home", "1"]],
  ["q12_1", `${ASKED.order}: Friends`, ["2"], ["1"]],
  ["q12_2", `${ASKED.order}: Family`, ["", ".x"], ["2"]],
  ["q12_3", `${ASKED.order}: Work`, ["1"], ["3"]],
  ["q13_1", `${ASKED.cards}: Food`, ["Going well", "1"], ["Going well", "1"]],
  ["q13_2", `${ASKED.cards}: Sleep`, ["In between", "2"], ["Going well", "1"]],
  ["q14_number", ASKED.many, ["2"], ["1"]],
  ["q15_date", ASKED.doctor, ["2024-04-30"], ["", ".s"]],
  ["q16_month", ASKED.moved, ["1999-12"], ["2020-01"]],
  ["q17", ASKED.out, ["Longer ago", "5"], ["This week", "1"]],
  ["q18_text", ASKED.who, ["Bo"], ["Eve"]],
  ["q18.2_text", `${ASKED.who} (2)`, ["Dee"], ["", ".n"]],
  ["q19", ASKED.helps("…"), ["Yes", "1"], ["No", "2"]],
  ["q19.2", `${ASKED.helps("…")} (2)`, ["", ".s"], ["", ".n"]],
  ["q20_1", `${people.HELP}: No, I did it on my own`, ["", "0"], ["", ".s"]],
  ["q20_2", `${people.HELP}: They read it to me`, ["They read it to me", "1"], ["", ".s"]],
  ["q20_3", `${people.HELP}: They told me what words mean`, ["", "0"], ["", ".s"]],
  ["q20_4", `${people.HELP}: They wrote down my answers`, ["", "0"], ["", ".s"]],
  ["q20_5", `${people.HELP}: They answered for me`, ["", "0"], ["", ".s"]],
];

/** The columns in front, in words and in codes. */
const { IN_FRONT } = people;
const NAMED = ["response", "version", "came_in_at", "came_in_by", "paper_number", "language", "finished", "late"];
/** The file that its settings make one of codes. */
const IN_CODES = "in codes";

/** Lets the organiser's page save a file, and reads it as a spreadsheet program does. */
async function spreadsheet(page, name) {
  const more = page.getByText("More downloads", { exact: true });
  const isInCodes = name === IN_CODES;
  const button = isInCodes ? "Download CSV with these settings" : name;
  if (!(await people.button(page, button).isVisible())) await more.click();
  if (isInCodes) await page.getByRole("combobox", { name: "Answers as", exact: true }).selectOption("Codes");
  const { bytes } = await download(page, () => press(page, button));
  const text = String(bytes).replace(/^\ufeff/, "");
  const { data, errors } = Papa.parse(text, { newline: "\r\n", skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

/** What Ana and Ben send. At the check, Ana changes her mind, and the question that came after “No” is gone. */
const messages = once(async (stage) => {
  const { link } = await survey(stage);
  const ana = await stage.open(PHONE, link);
  await answerPages(ana, ANA);
  await people.atCheck(ana);
  await ana.getByText("More time.").waitFor();
  await press(ana, `Change: ${ASKED.likes}`);
  await ana.getByRole("radio", { name: "Yes", exact: true }).check();
  await press(ana, "Save");
  await people.atCheck(ana);
  await soon.equal(() => ana.getByText(ASKED.why).count(), 0);
  const ben = await stage.open(PHONE, link);
  await answerPages(ben, BEN);
  return [await people.sendByCopy(ana), await people.sendByCopy(ben)];
});

/** The results, in a fresh copy of the organiser's browser, once the answers of Ana and Ben were added. */
const added = once(async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("2 new answers.").waitFor();
  return { ...(await survey(stage)), kept: await page.context().storageState({ indexedDB: true }) };
});
async function results(stage) {
  const page = await people.organiserAt(stage, await added(stage), "results");
  await page.getByRole("heading", { name: "2 people answered", level: 1 }).waitFor();
  return page;
}

story("who says no to taking part can send nothing", async (stage) => {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await press(page, "Start");
  await answerPage(page, [ASKED.consent, "pick", "No, I do not want to"]);
  await page.getByRole("heading", { name: "Thank you", level: 1 }).waitFor();
  await page.getByText("Nothing is sent.").waitFor();
  await soon.equal(() => page.getByRole("button", { name: /send|copy|save|share|next/i }).count(), 0);
});

const mostOften = (one, other) => `“${one}” and “${other}” were said most often:`;

/** What the results say of each question, in order, but for what the app says of every one. */
const RESULTS = [
  [ASKED.consent, `Everyone who answered said “${YES}”:`, `${YES} 2 people`, "No, I do not want to 0 people"],
  [ASKED.name, "Ana", "Ben"],
  [ASKED.likes, mostOften("Yes", "No"), "Yes 1 person", "No 1 person", "I am not sure 0 people"],
  [ASKED.why, ...WHY_OF_BEN.split("\n"), "1 of 2 people was asked this."],
  [
    ASKED.lives("…"),
    mostOften("With my family", "Something else"),
    ...["In my own home 0 people", "With my family 1 person", "Something else 1 person"],
    ...["“Something else”, in people’s own words:", "On a boat"],
  ],
  [
    ASKED.gets,
    "“Washing”, “None of these” and “Something else” were picked most often:",
    ...["Washing 1 person", "Cooking 0 people", "None of these 1 person", "Something else 1 person"],
    ...["“Something else”, in people’s own words:", "My dog; his walks"],
  ],
  [ASKED.home, mostOften("Bad", "Good"), "Bad 1 person", "OK 0 people", "Good 1 person"],
  [
    ASKED.health,
    "1 person answered:",
    ...["Very bad 1 person", "Bad 0 people", "OK 0 people", "Good 0 people", "Very good 0 people"],
    "1 person preferred not to say.",
  ],
  [ASKED.eat, "Apples 1 person", "Bread 1 person"],
  [ASKED.travel, "Bus 1 person", "Train 1 person", "1 person skipped this."],
  [ASKED.day, "A day at home 1 person", "A day out 1 person"],
  [
    ASKED.order,
    "“Friends” and “Work” were put first most often:",
    ...["Choice Put it first Gave it a place", "Friends 1 2", "Family 0 1", "Work 1 2"],
  ],
  [ASKED.cards, "Card Going well In between Not going well", "Food 2 0 0", "Sleep 1 1 0"],
  [ASKED.many, "1", "2"],
  [ASKED.doctor, "30 April 2024", "1 person skipped this."],
  [ASKED.moved, "December 1999", "January 2020"],
  [
    ASKED.out,
    mostOften("This week", "Longer ago"),
    ...["This week 1 person", "This month 0 people", "This year 0 people", "Last year 0 people"],
    ...["Longer ago 1 person", "I do not remember 0 people"],
  ],
  [ASKED.who, "Bo", "Dee", "Eve", "Asked 3 times."],
  [
    ASKED.helps("…"),
    mostOften("Yes", "No"),
    ...["Yes 1 time", "No 1 time", "I am not sure 0 times", "Asked 3 times.", "Skipped 1 time."],
  ],
  [
    people.HELP,
    "1 person answered:",
    ...["No, I did it on my own 0 people", "They read it to me 1 person", "They told me what words mean 0 people"],
    ...["They wrote down my answers 0 people", "They answered for me 0 people", "1 person skipped this."],
  ],
];
const OF_EVERY = /^(No one skipped this\.|Each number is how many people\.|Middle: .*|Read all \d+)$/;

/** The lines of a card: those of its rows and items whole. */
function linesOf(card) {
  const text = (element) => element.innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const whole = (element) => [text(element).filter(Boolean).join(" ")];
  const lines = (element) => {
    // What is only there to be printed.
    if (!element.checkVisibility()) return [];
    if (element.matches("tr, .bars li, .number-facts > div")) return whole(element);
    return element.children.length === 0 ? text(element) : [...element.children].flatMap(lines);
  };
  return lines(card).filter(Boolean);
}

story("the results count what was answered to each kind of question", async (stage) => {
  const page = await results(stage);
  const cards = page.getByRole("main").locator("section.tally");
  const shown = await cards.evaluateAll((all, lines) => all.map(new Function(`return ${lines}`)()), String(linesOf));
  assert.deepEqual(
    shown.map((lines) => lines.filter((line) => !OF_EVERY.test(line))),
    RESULTS,
  );
});

/** The row that holds these words, without who sent it and when. */
const rowOf = (rows, words) => rows.find((row) => row.includes(words))?.slice(IN_FRONT.length);

story("the spreadsheet in words is what was answered, cell by cell", async (stage) => {
  const rows = await spreadsheet(await results(stage), "Download CSV");
  assert.equal(rows.length, 3);
  assert.deepEqual(rows[0].slice(0, IN_FRONT.length), IN_FRONT);
  assert.deepEqual(rowOf(rows, "Ana"), CELLS.map(([, , [words]]) => words));
  assert.deepEqual(rowOf(rows, "Ben"), CELLS.map(([, , , [words]]) => words));
});

story("the spreadsheet in words calls each column by its question", async (stage) => {
  const [header] = await spreadsheet(await results(stage), "Download CSV");
  assert.deepEqual(header.slice(IN_FRONT.length), CELLS.map(([, label]) => label));
});

const code = ([words, number = words]) => number;

story("the spreadsheet with codes has a name for each column and a code for each choice", async (stage) => {
  const rows = await spreadsheet(await results(stage), IN_CODES);
  assert.deepEqual(rows[0], [...NAMED, ...CELLS.map(([name]) => name)]);
  assert.deepEqual(rowOf(rows, "Ana"), CELLS.map(([, , ana]) => code(ana)));
  assert.deepEqual(rowOf(rows, "Ben"), CELLS.map(([, , , ben]) => code(ben)));
});

const BOOK = ["Column", "Heading in words", "Question", "Kind of question", "Type", "Versions", "Code", "What it means"];

/** What the codebook says of a column: each code with what it means. The second time round has no line of its own. */
function meaningsOf(book, name) {
  const [head, ...rest] = book;
  assert.deepEqual(head, BOOK);
  const lines = rest.filter(([column]) => column === name.replace(".2", ""));
  assert.notEqual(lines.length, 0, `${name} is explained`);
  return new Map(lines.map(([, , , , , , number, meaning]) => [number, meaning]));
}

/** The same without the reasons why there is no answer. */
const codesOf = (book, name) => [...meaningsOf(book, name)].filter(([number]) => !number.startsWith("."));

story("the codebook says what each column is and what each code means", async (stage) => {
  const book = await spreadsheet(await results(stage), "Download the codebook");
  for (const [name, , ...given] of CELLS) {
    const meanings = meaningsOf(book, name);
    const pairs = given.filter(([words, number]) => number !== undefined && words !== "" && !/^q(6|10|20)_/.test(name));
    for (const [words, number] of pairs) assert.equal(meanings.get(number), words, name);
    for (const [, number] of given.filter(([, number]) => number?.startsWith("."))) assert.ok(meanings.get(number), name);
  }
  for (const name of ["q6_1", "q6_4", "q20_2"]) {
    assert.deepEqual(codesOf(book, name), [["1", "Ticked"], ["0", "Not ticked"]]);
  }
  const columns = new Set([...NAMED, ...CELLS.map(([name]) => name.replace(".2", ""))]);
  assert.deepEqual(new Set(book.slice(1).map(([name]) => name)), columns);
  const of = (column) => new Map(book.map((row) => [row[0], row[column]]));
  const kinds = ["Consent page", "Short answer", "Long answer", "Several choices", "A number"];
  assert.deepEqual(["q1", "q2_text", "q4_text", "q6_1", "q14_number"].map((name) => of(3).get(name)), kinds);
  const types = ["text", "number", "date", "month", "whole number: a code"];
  assert.deepEqual(["q2_text", "q14_number", "q15_date", "q16_month", "q17"].map((name) => of(4).get(name)), types);
});

story("the codebook says what each place in an order means", async (stage) => {
  const book = await spreadsheet(await results(stage), "Download the codebook");
  const places = ["1", "2", "3"].map((place) => [place, `Number ${place}`]);
  for (const name of ["q12_1", "q12_2", "q12_3"]) assert.deepEqual(codesOf(book, name), places);
});

/** Dot answers the second version. */
const DOT = [
  ...ANA.slice(0, 2),
  [ASKED.home, "pick", "OK"],
  [ASKED.name, "write", "Dot"],
  ["Do you like the person who helps you?", "pick", "I am not sure"],
  [ASKED.lives(put("Dot")), "skip"],
  [ASKED.gets, "tick", "Money", "Having a wash"],
  ...[ASKED.health, ASKED.eat, ASKED.travel, ASKED.day, ASKED.order, ASKED.cards].map((title) => [title, "skip"]),
  ...[ASKED.many, ASKED.doctor, ASKED.moved, ASKED.out, people.HELP].map((title) => [title, "skip"]),
];

/** Rewords, reorders and adds, and publishes that as version 2. Gives back its link, which is another one. */
async function changeAndPublish(page, first) {
  await people.goTo(page, "Questions");
  const likes = await building.open(page, "Question 3");
  await field(likes, "Question").fill("Do you like the person who helps you?");
  const gets = await building.open(page, "Question 6");
  await field(gets, "Choice 1").fill("Having a wash");
  await press(gets, "Add a choice");
  await field(gets, "Choice 4").fill("Money");
  for (let place = 4; place > 1; place -= 1) await people.withChoice(gets, place, `Move choice ${place} up`);
  await building.open(page, "Question 7");
  for (let step = 0; step < 5; step += 1) await press(building.openCard(page), "Move up");
  await people.goTo(page, "Share");
  await press(page, "Publish again");
  await page.getByText("Version 2 is published.").waitFor();
  return eventually(async () => {
    const second = await people.linkField(page).inputValue();
    assert.notEqual(second, first);
    return second;
  });
}

story("new words, a new order and a new choice change no code and no column of the first version", async (stage) => {
  const page = await results(stage);
  const before = await spreadsheet(page, IN_CODES);
  const bookBefore = await spreadsheet(page, "Download the codebook");
  const phone = await stage.open(PHONE, await changeAndPublish(page, (await survey(stage)).link));
  await answerPages(phone, DOT);
  await people.goTo(page, "Add answers");
  await people.paste(page, await people.sendByCopy(phone));
  await page.getByText("1 new answer.").waitFor();
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "3 people answered" }).waitFor();

  const after = await spreadsheet(page, IN_CODES);
  const isNew = (name) => name === "q6_5";
  assert.ok(after[0].some(isNew), "the new choice has a column");
  const old = (row) => row.filter((_, at) => !isNew(after[0][at]));
  assert.deepEqual(old(after[0]), before[0]);
  for (const name of ["Ana", "Ben"]) {
    const row = (rows) => rows.find((cells) => cells.includes(name));
    assert.deepEqual(old(row(after)), row(before));
  }
  const dot = Object.fromEntries(after[0].map((name, at) => [name, after.find((row) => row.includes("Dot"))[at]]));
  const { version, q3, q6_1, q6_2, q6_5, q7 } = dot;
  assert.deepEqual([version, q3, q6_1, q6_2, q6_5, q7], ["2", "3", "1", "0", "1", "2"]);

  const bookAfter = await spreadsheet(page, "Download the codebook");
  const codes = (book) => book.map(([name, , , kind, type, , number]) => [name, kind, type, number].join(" "));
  const missing = codes(bookBefore).filter((line) => !codes(bookAfter).includes(line));
  assert.deepEqual(missing, []);
  const wash = bookAfter.filter(([name, , , , , , number]) => name === "q6_1" && number === "1");
  const newest = `${ASKED.gets}: Having a wash`;
  assert.deepEqual(
    wash.map((line) => [line[1], line[2], line[5]]),
    [
      [newest, `${ASKED.gets}: Washing`, "1"],
      [newest, newest, "2"],
    ],
  );
});
