// An organiser removes many answers at once: by the day, by the way they came in, or by ticks. It says how many before,
// can be undone, and holds when the same answers come again. A full disk leaves all as it was.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { STORE, fillDisk, putRecord, records, withDisk } from "./records.mjs";
import { APP, LAPTOP, PHONE, download, hasFocus, once, soon, story } from "./support.mjs";

const { button, field, press } = people;
const QUESTION = { kind: "Short answer", text: "What is your name?" };
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Names", organisation: "Team A", questions: [QUESTION] }),
);
const NAMES = ["Ana", "Ben", "Cai"];

/** A message from each of them. */
const messages = once(async (stage) => {
  const sent = [];
  for (const name of NAMES) {
    const phone = await stage.open(PHONE, (await survey(stage)).link);
    await people.answerAll(phone, [QUESTION], [name], people.BY_KEYS);
    sent.push(await people.sendByCopy(phone));
    await phone.context().close();
  }
  return sent;
});

const told = (page, words) => page.getByRole("status").getByText(words).waitFor();
const answered = (page, words) => page.getByRole("heading", { name: words, level: 1 }).waitFor();
const tick = (page, name) => page.getByRole("group", { name: "Answers, the last first" }).getByRole("checkbox", { name });
const ticks = (page) => page.getByRole("group", { name: "Answers, the last first" }).getByRole("checkbox");
const pick = (page, list, option) => page.getByRole("combobox", { name: list }).selectOption({ label: option });
const toast = (page) => page.getByRole("status").filter({ has: button(page, "Close") });

/** The inbox with Ana's answers by a link, and those of the others by a paste. */
async function withAll(stage, options) {
  const made = await survey(stage);
  const [ana, ben, cai] = await messages(stage);
  const page = await stage.open(LAPTOP, people.linkIn(ana), { kept: made.kept, ...options });
  await page.getByText("1 new answer.").waitFor();
  await people.paste(page, `${ben}\n${cai}`);
  await page.getByText("2 new answers.").waitFor();
  return page;
}

/** From the inbox to the screen for removing. */
async function atRemoving(page) {
  await press(page, "Remove answers…");
  await page.getByRole("heading", { name: "Remove answers", level: 1 }).waitFor();
}

/** Removes what is ticked. */
async function remove(page, count) {
  await press(page, `Remove ${count}…`);
  await press(page.getByRole("alertdialog", { name: `Remove ${count}?` }), "Yes, remove them");
}

async function toResults(page, heading) {
  await people.goTo(page, "What people said");
  await answered(page, heading);
}

story("answers that came in one way are removed at once, stay out of everything, and Undo puts them back as they were", async (stage) => {
  const page = await withAll(stage);
  const before = await records(page, ...STORE);
  await atRemoving(page);
  await soon.equal(() => ticks(page).count(), 3);
  assert.deepEqual(await findings(page), []);
  await press(page, "Remove answers…");
  await told(page, "Select the answers you want to remove first.");
  await pick(page, "How they were added", "Pasted (2)");
  await soon.equal(() => ticks(page).count(), 2);
  await press(page, "Select all 2 answers");
  await press(page, "Remove 2 answers…");
  const dialog = page.getByRole("alertdialog", { name: "Remove 2 answers?" });
  assert.deepEqual(await findings(page), []);
  await press(dialog, "No, keep them");
  await soon.equal(() => ticks(page).count(), 2);
  await remove(page, "2 answers");
  await told(page, "2 answers removed.");
  await hasFocus(page.getByRole("heading", { name: "Remove answers", level: 1 }));
  await soon.equal(() => ticks(page).count(), 1);
  await tick(page, /^Ana/).waitFor();
  await press(toast(page), "Undo");
  await told(page, "2 answers restored.");
  await soon.equal(() => ticks(page).count(), 2);
  await pick(page, "How they were added", "Any way");
  await soon.equal(() => ticks(page).count(), 3);
  await soon.deepEqual(() => records(page, ...STORE), before);
});

story("what is removed is in no result and no spreadsheet, and does not come in again", async (stage) => {
  const page = await withAll(stage);
  await atRemoving(page);
  await tick(page, /^Ben/).check();
  await tick(page, /^Cai/).check();
  await tick(page, /^Cai/).uncheck();
  await remove(page, "1 answer");
  await told(page, "1 answer removed.");
  await toResults(page, "2 people answered");
  assert.equal(await page.getByText("Ben", { exact: true }).count(), 0);
  const { bytes } = await people.downloadCsv(page);
  assert.doesNotMatch(String(bytes), /Ben/);
  await people.goTo(page, "Add answers");
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("1 was removed earlier. It is not counted unless you restore it.").waitFor();
  await page.getByText("2 already added").waitFor();
  await page.reload();
  await page.getByText("2 people answered so far.").waitFor();
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByText("2 people answered").waitFor();
  await press(page, "See answers: Names");
  await answered(page, "2 people answered");
  await atRemoving(page);
  await page.getByText("1 answer removed. This browser keeps removed answers until you delete them for good.").waitFor();
  await press(page, "Restore");
  await told(page, "1 answer restored.");
  await toResults(page, "3 people answered");
});

story("removed answers can be deleted for good, and then they never come back", async (stage) => {
  const page = await withAll(stage);
  await atRemoving(page);
  await press(page, "Select all 3 answers");
  await remove(page, "3 answers");
  await page.getByText("There are no answers here.").waitFor();
  await press(page, "Delete for good…");
  await press(page.getByRole("alertdialog", { name: "Delete 3 answers for good?" }), "Yes, delete them");
  await told(page, "3 answers are deleted.");
  await soon.equal(() => page.getByRole("heading", { name: "Removed answers" }).count(), 0);
  await soon.equal(async () => Object.keys(await records(page, ...STORE)).filter((name) => /^(answer|removed)\//.test(name)).length, 0);
  await toResults(page, "Nobody has answered yet");
  await people.goTo(page, "Add answers");
  await people.paste(page, (await messages(stage)).join("\n"));
  await page.getByText("We could not add 3 answers:").waitFor();
  assert.equal(await page.getByText("This person took their answers back.").count(), 3);
});

story("answers that wait to be counted are removed by ticks too, and Undo has them wait again", async (stage) => {
  const made = await survey(stage);
  const [ana, ben] = await messages(stage);
  const page = await people.organiserAt(stage, made, "questions");
  await field(page, "Title").waitFor();
  const first = Object.keys(await records(page, ...STORE)).find((name) => name.startsWith(`survey/${made.id}/`));
  await field(page, "Title").fill("Names, again");
  await people.publish(page);
  // As where another computer published the version that they answered.
  await putRecord(page, ...STORE, first, undefined);
  await page.reload();
  await people.goTo(page, "Add answers");
  await people.paste(page, `${ana}\n${ben}`);
  await page.getByText("2 answers are waiting.").waitFor();
  await atRemoving(page);
  await pick(page, "How they were added", "Pasted (2)");
  assert.deepEqual(await findings(page), []);
  await tick(page, /^Ana.*Waiting, not counted/s).check();
  await remove(page, "1 answer");
  await told(page, "1 answer removed.");
  await soon.equal(() => ticks(page).count(), 1);
  await press(toast(page), "Undo");
  await soon.equal(() => ticks(page).count(), 2);
  await tick(page, /^Ana/).check();
  await remove(page, "1 answer");
  await people.goTo(page, "Add answers");
  await page.getByText("1 answer is waiting.").waitFor();
  await people.paste(page, ana);
  await page.getByText("1 was removed earlier. It is not counted unless you restore it.").waitFor();
  await atRemoving(page);
  await press(page, "Select the answer shown");
  await remove(page, "1 answer");
  await page.getByText("There are no answers here.").waitFor();
  await press(page, "Delete for good…");
  await press(page.getByRole("alertdialog", { name: "Delete 2 answers for good?" }), "Yes, delete them");
  await told(page, "2 answers are deleted.");
  const left = async () => Object.keys(await records(page, ...STORE)).filter((name) => /^(waiting|removed)\//.test(name)).length;
  await soon.equal(left, 0);
});

story("another tab follows when answers are removed and when they are put back", async (stage) => {
  const page = await withAll(stage);
  const other = await page.context().newPage();
  await other.goto(page.url().replace("add-answers", "results"));
  await answered(other, "3 people answered");
  await atRemoving(page);
  await tick(page, /^Ana/).check();
  await remove(page, "1 answer");
  await answered(other, "2 people answered");
  await press(toast(page), "Undo");
  await answered(other, "3 people answered");
});

story("where the disk is full nothing is removed, not even some of it", async (stage) => {
  const page = await withAll(stage, { prepare: withDisk });
  const before = await records(page, ...STORE);
  await atRemoving(page);
  await fillDisk(page);
  await press(page, "Select all 3 answers");
  await remove(page, "3 answers");
  await told(page, "There is no room in this browser, so nothing was removed.");
  await soon.equal(() => ticks(page).count(), 3);
  assert.deepEqual(await records(page, ...STORE), before);
  await page.reload();
  await toResults(page, "3 people answered");
});

story("a tab that dies while it removes leaves all of them or none", async (stage) => {
  const page = await withAll(stage);
  await atRemoving(page);
  await press(page, "Select all 3 answers");
  await press(page, "Remove 3 answers…");
  const yes = button(page.getByRole("alertdialog", { name: "Remove 3 answers?" }), "Yes, remove them");
  const [context, address] = [page.context(), page.url()];
  await yes.evaluate((yes) => yes.click());
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  const left = again.getByRole("heading", { name: "Which answers?" }).or(again.getByText("There are no answers here."));
  await left.waitFor();
  const count = await ticks(again).count();
  assert.ok(count === 0 || count === 3, `${count} are left`);
});

story("a copy of the work takes along that answers are removed", async (stage) => {
  const page = await withAll(stage);
  await atRemoving(page);
  await tick(page, /^Ana/).check();
  await remove(page, "1 answer");
  await told(page, "1 answer removed.");
  await page.getByRole("link", { name: "Ask Together" }).click();
  const { name, bytes } = await download(page, () => press(page, "Save a backup"));
  const other = await stage.open(LAPTOP, APP);
  const [dialog] = await Promise.all([other.waitForEvent("filechooser"), other.getByText("Choose a backup").click()]);
  await dialog.setFiles([people.textFile(name, bytes)]);
  await other.getByText("2 people answered").waitFor();
  await press(other, "See answers: Names");
  await answered(other, "2 people answered");
  await atRemoving(other);
  await press(other, "Restore");
  await told(other, "1 answer restored.");
  await toResults(other, "3 people answered");
});
