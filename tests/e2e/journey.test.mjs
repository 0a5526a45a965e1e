// The main job from end to end: an organiser sends out the ready-made survey, 25 people answer it on their phones,
// their answers come home by link, message and file, and end up in a spreadsheet, character for character.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import Papa from "papaparse";
import { QUESTIONS, RESPONDENTS } from "./data/respondents.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, story } from "./support.mjs";

const GOLDEN = new URL("data/answers.csv", import.meta.url);
const ROW_START = /(?=^"r[0-9a-f]{16}",\d+,"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",)/m;

const ways = ["link", "message", "file"];
const wayOf = (person) => ways[person % ways.length];
const handOf = (person) => (person < 3 ? people.BY_TOUCH : people.BY_KEYS);

story("25 people answer the ready-made survey and every word of theirs reaches the spreadsheet", async (stage) => {
  const organiser = await stage.open(LAPTOP, APP);
  await people.startReadyMade(organiser);
  await people.field(organiser, "Who is asking?").fill("Team A");
  const link = await people.publish(organiser);
  assert.equal(link, await copied(organiser));

  const sent = [];
  for (const [person, { answers }] of RESPONDENTS.entries()) {
    sent.push(await answerOnAPhone(stage, link, answers, wayOf(person), handOf(person)));
  }
  const by = (way) => sent.filter((_, person) => wayOf(person) === way);

  // A link is opened where the survey was made.
  const second = await organiser.context().newPage();
  for (const message of by("link")) {
    await second.goto("about:blank");
    await second.goto(people.linkIn(message));
    await second.getByText("1 new answer.").waitFor();
  }
  await second.close();

  // Whole messages are pasted at once, as they stand in a mail program, one of them twice.
  await people.goTo(organiser, "Add answers");
  const messages = by("message");
  const chatter = messages.map((message) => `Hello!\n\n${message}\n\nBest wishes, see https://example.org/x?y=1#z\n`);
  await people.paste(organiser, [...chatter, messages[0]].join("\n"));
  await organiser.getByText(`${messages.length} new answers.`).waitFor();

  // Files are chosen all at once, and then some are dropped that were there already.
  const files = by("file").map((text, number) => people.textFile(`my-answers (${number}).txt`, text));
  // Whether the first are in before more are dropped is up to the computer: they are told as one, or one by one.
  await people.giveFiles(organiser, files);
  await drop(organiser, files.slice(0, 2));
  await organiser.getByRole("status").getByText("2 already added (not counted again).").waitFor();
  await organiser.getByText("25 people answered so far.").waitFor();

  await people.goTo(organiser, "What people said");
  await organiser.getByRole("heading", { name: "25 people answered", level: 1 }).waitFor();
  await assertCounts(organiser);
  assertSpreadsheet(await people.downloadCsv(organiser), await goldenText());
});

story("an answer that is dropped on the page as a file is added", async (stage) => {
  const organiser = await stage.open(LAPTOP, APP);
  await people.writeSurvey(organiser, people.FOUR_KINDS);
  const link = await people.publish(organiser);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, people.FOUR_KINDS.questions, people.FOUR_ANSWERS);
  const { name, bytes } = await people.sendByFile(phone);
  assert.equal(name, "my-answers.txt");
  await people.goTo(organiser, "Add answers");
  await drop(organiser, [people.textFile(name, bytes)]);
  await organiser.getByText("1 new answer.").waitFor();
});

async function copied(organiser) {
  await organiser.getByRole("button", { name: "Copy the link" }).click();
  await organiser.getByText("The link is copied.").waitFor();
  return clipboard(organiser);
}

/** Answers as somebody whose phone has never seen the survey. Returns the text that reaches the organiser. */
async function answerOnAPhone(stage, link, answers, way, hand) {
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, QUESTIONS, answers, hand);
  const text = way === "file" ? String((await people.sendByFile(phone)).bytes) : await people.sendByCopy(phone);
  await phone.context().close();
  return text;
}

/** Drops files as a mouse does: Playwright has no hand for it, so the page is given the event. */
async function drop(page, files) {
  const contents = files.map(({ name, buffer }) => ({ name, text: String(buffer) }));
  const dropped = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer();
    for (const { name, text } of contents) transfer.items.add(new File([text], name, { type: "text/plain" }));
    return transfer;
  }, contents);
  const target = page.getByRole("heading", { name: "Or add files" });
  await target.dispatchEvent("dragover", { dataTransfer: dropped });
  await target.dispatchEvent("drop", { dataTransfer: dropped });
}

/** Each choice shows how many people picked it, counted here from what they were told to pick. */
async function assertCounts(page) {
  for (const [place, { kind, text, choices }] of QUESTIONS.entries()) {
    const card = page
      .getByRole("main")
      .locator("section", { has: page.getByRole("heading", { name: text, exact: true }) });
    const given = RESPONDENTS.map(({ answers }) => answers[place]);
    const skipped = given.filter((answer) => answer === undefined).length;
    const shown = await card.innerText();
    assert.match(shown, new RegExp(`^${skipped} (person|people) skipped this\\.$`, "m"), text);
    const bars = await card.getByRole("listitem").allInnerTexts();
    if (choices.length === 0) {
      assert.equal(bars.length, 5);
      await card.getByRole("button", { name: `Read all ${given.length - skipped}` }).click();
      const words = await card.getByRole("listitem").allTextContents();
      assert.deepEqual(words.sort(), given.filter((answer) => answer !== undefined).sort());
      continue;
    }
    const counts = choices.map((choice) => given.filter((answer) => [answer].flat().includes(choice)).length);
    const expected = choices.map(
      (choice, number) => `${choice} ${counts[number]} ${counts[number] === 1 ? "person" : "people"}`,
    );
    assert.deepEqual(
      bars.map((bar) => bar.replace(/\s+/g, " ").trim()),
      expected,
      `${kind}: ${text}`,
    );
  }
}

/** The file as it is kept: without ids and dates, and in an order that does not hang on them. */
function comparable(text) {
  const [header, ...rows] = text.split(ROW_START);
  const plain = rows.map((row) => row.replace(/^"\w+",(\d+),"[\d :-]+",/, '"ID",$1,"DATE",'));
  return [header, ...plain.sort()].join("");
}

/** What the file must be. `E2E_WRITE_GOLDEN=1` writes it anew, for a person to look through. */
async function goldenText() {
  return process.env.E2E_WRITE_GOLDEN ? undefined : readFile(GOLDEN, "utf8");
}

function assertSpreadsheet({ name, bytes }, golden) {
  assert.equal(name, "your-support-at-home-answers-everything-do-not-share.csv");
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a byte order mark, for Excel");
  const text = bytes.toString("utf8");
  assert.ok(text.endsWith("\r\n"), "rows end with CR and LF");
  if (golden === undefined) return writeFile(GOLDEN, comparable(text));
  assert.equal(comparable(text), golden);

  const { data, errors } = Papa.parse(text.slice(1), { skipEmptyLines: true, newline: "\r\n" });
  assert.deepEqual(errors, []);
  const [header, ...rows] = data;
  const columns = QUESTIONS.flatMap(({ kind, text, choices }) =>
    kind === "Several choices" ? choices.map((choice) => `${text}: ${choice}`) : [text],
  );
  const help = ["No, I did it on my own", "They read it to me", "They told me what words mean"];
  help.push("They wrote down my answers", "They answered for me");
  columns.push(...help.map((choice) => `${people.HELP}: ${choice}`));
  assert.deepEqual(header, [...people.IN_FRONT, ...columns]);
  assert.equal(new Set(rows.map(([id]) => id)).size, RESPONDENTS.length, "no person is there twice");
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  for (const [, version, at] of rows) assert.deepEqual([version, at.slice(0, 10)], ["1", today]);
  const order = (cells) => cells.map((row) => JSON.stringify(row)).sort();
  const noHelp = help.map(() => "");
  const expected = RESPONDENTS.map(({ cells }) => [...cells, ...noHelp]);
  assert.deepEqual(order(rows.map((row) => row.slice(people.IN_FRONT.length))), order(expected));
}
