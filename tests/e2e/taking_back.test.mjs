// A person takes their answers back: the code that their phone showed takes them out of the results for good. They do
// not come in again, also not with a copy of the work, and a code that is not right says what to do.

import assert from "node:assert/strict";
import Papa from "papaparse";
import * as people from "./people.mjs";
import { STORE, putRecord, records } from "./records.mjs";
import { APP, LAPTOP, PHONE, download, eventually, hasFocus, holds, once, soon, story } from "./support.mjs";

const { button, field, press } = people;
const QUESTION = { kind: "Short answer", text: "What is your name?" };
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Names", organisation: "Team A", questions: [QUESTION] }),
);

/** Somebody's message, the code that the phone shows then, and what the phone keeps. */
async function answered(stage, name) {
  const phone = await stage.open(PHONE, (await survey(stage)).link);
  await people.answerAll(phone, [QUESTION], [name]);
  const message = await people.sendByCopy(phone);
  await press(phone, "I have sent my answers");
  await people.atDone(phone);
  await phone.getByText("You can take your answers back. Tell ⁨Team A⁩ this code.").waitFor();
  const line = await phone.getByText(/^Your code: /).innerText();
  const kept = await phone.context().storageState({ indexedDB: true });
  return { kept, message, code: line.match(/[0-9a-f]{4}-[0-9a-f]{4}$/)[0] };
}
const ana = once((stage) => answered(stage, "Ana"));
const ben = once((stage) => answered(stage, "Ben"));

const codeField = (page) => field(page, "The person’s code");
const dialogOf = (page) => page.getByRole("alertdialog", { name: "Delete this person’s answers?" });
const told = (page, words) => page.getByRole("status").getByText(words).waitFor();
const soFar = (page, words) => page.getByText(`${words} answered so far.`).waitFor();

/** The inbox with the answers of both. */
async function withBoth(stage) {
  const messages = [(await ana(stage)).message, (await ben(stage)).message];
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, messages.join("\n"));
  await page.getByText("2 new answers.").waitFor();
  return page;
}

/** Takes the answers with this code out. */
async function takeOut(page, code) {
  await codeField(page).fill(code);
  await press(page, "Delete these answers");
  await press(dialogOf(page), "Yes, delete them");
  await told(page, "The answers are deleted. They cannot be added again.");
}

/** Pastes a message that must not come in. */
async function staysOut(page, message) {
  await people.paste(page, message);
  await page.getByText("We could not add 1 answer:").waitFor();
  await page.getByText("This person took their answers back.").waitFor();
}

/** Says no answers have this code, in these words beside the field. */
async function refused(page, code, words) {
  await codeField(page).fill(code);
  await codeField(page).press("Enter");
  await hasFocus(codeField(page));
  await page.getByRole("textbox", { name: "The person’s code", description: words }).waitFor();
  await soon.equal(() => codeField(page).getAttribute("aria-invalid"), "true");
}

const home = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};
const saveCopy = async (page) => {
  await home(page);
  const { name, bytes } = await download(page, () => press(page, "Save a backup"));
  return people.textFile(name, bytes);
};
const openCopy = async (page, copy) => {
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("Choose a backup").click()]);
  await dialog.setFiles([copy]);
  await told(page, /backup/i);
};
const atInbox = async (page) => {
  await people.editSurvey(page, "Names");
  await people.goTo(page, "Add answers");
};

story("a person’s code takes their answers out of the results and the spreadsheet", async (stage) => {
  const page = await withBoth(stage);
  const { code } = await ana(stage);
  await codeField(page).fill(code);
  await press(page, "Delete these answers");
  const today = new Date().toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/London",
  });
  await dialogOf(page).getByText(`They were added on ${today}. You cannot get them back.`).waitFor();
  await press(dialogOf(page), "No, keep them");
  await hasFocus(button(page, "Delete these answers"));
  await soFar(page, "2 people");
  await takeOut(page, ` ${code.toUpperCase().replace("-", " ")} `);
  await holds(codeField(page), "");
  await soFar(page, "1 person");
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "1 person answered", level: 1 }).waitFor();
  await page.getByText("Ben", { exact: true }).waitFor();
  await soon.equal(() => page.getByText("Ana", { exact: true }).count(), 0);
  const { data } = Papa.parse(String((await people.downloadCsv(page)).bytes), { skipEmptyLines: true });
  assert.deepEqual(
    data.map((row) => row[people.IN_FRONT.length]),
    [QUESTION.text, "Ben"],
  );
  await page.reload();
  await page.getByRole("heading", { name: "1 person answered", level: 1 }).waitFor();
});

story("answers that were taken out do not come in again, nor do newer ones of that person", async (stage) => {
  const page = await withBoth(stage);
  const { kept, message, code } = await ana(stage);
  await takeOut(page, code);
  await staysOut(page, message);
  await soFar(page, "1 person");
  const phone = await stage.open(PHONE, (await survey(stage)).link, { kept });
  await people.comeBack(phone);
  await people.atDone(phone);
  await press(phone, "Change my answers");
  await people.atCheck(phone);
  const newer = await people.sendByCopy(phone);
  assert.notEqual(newer, message);
  await staysOut(page, newer);
  await people.paste(page, (await ben(stage)).message);
  await page.getByText("1 already added (not counted again).").waitFor();
});

story("a wrong code says what to do, and letters that look like numbers are read as those", async (stage) => {
  const page = await withBoth(stage);
  const { code } = await ben(stage);
  const short = "A code has 8 numbers and letters from A to F. Ask the person to read it again.";
  for (const wrong of ["", code.slice(0, 8), "Ben", `${code}0`]) await refused(page, wrong, short);
  const other = code.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  await refused(page, other, "No answers here have this code. Ask the person to read it again.");
  await codeField(page).press("Backspace");
  await eventually(async () => assert.equal(await codeField(page).getAttribute("aria-invalid"), null));
  await takeOut(page, code.replaceAll("0", "O").replaceAll("1", "l"));
  await refused(page, code, "These answers are deleted already.");
});

story("a copy of the work keeps it, in another browser too", async (stage) => {
  const page = await withBoth(stage);
  const { message, code } = await ana(stage);
  await takeOut(page, code);
  const copy = await saveCopy(page);
  const other = await stage.open(LAPTOP, APP);
  await openCopy(other, copy);
  await other.getByText("1 person answered").waitFor();
  await atInbox(other);
  await staysOut(other, message);
  await refused(other, code, "These answers are deleted already.");
});

story("an older copy does not bring the answers back", async (stage) => {
  const page = await withBoth(stage);
  const { message, code } = await ana(stage);
  const older = await saveCopy(page);
  await atInbox(page);
  await takeOut(page, code);
  await home(page);
  await openCopy(page, older);
  await page.getByText("1 person answered").waitFor();
  await atInbox(page);
  await soFar(page, "1 person");
  await staysOut(page, message);
});

story("answers that wait to be counted can be taken back too, and coming again they were seen before", async (stage) => {
  const { message, code } = await ana(stage);
  const made = await survey(stage);
  const page = await people.organiserAt(stage, made, "questions");
  await field(page, "Title").waitFor();
  const first = Object.keys(await records(page, ...STORE)).find((name) => name.startsWith(`survey/${made.id}/`));
  await field(page, "Title").fill("Names, again");
  await people.publish(page);
  // As where another computer published the version that Ana answered.
  await putRecord(page, ...STORE, first, undefined);
  await page.reload();
  await people.goTo(page, "Add answers");
  await people.paste(page, message);
  await page.getByText("1 answer is for another version.").waitFor();
  await page.getByText("1 answer is waiting.").waitFor();
  await people.paste(page, message);
  await page.getByText("1 already added (not counted again).").waitFor();
  await codeField(page).fill(code);
  await press(page, "Delete these answers");
  await dialogOf(page).getByText("They wait, and are not counted yet.").waitFor();
  await press(dialogOf(page), "Yes, delete them");
  await told(page, "The answers are deleted. They cannot be added again.");
  await soon.equal(() => page.getByText("1 answer is waiting.").count(), 0);
  await page.reload();
  await staysOut(page, message);
});
