// Nothing that was typed is lost: not by a reload, a tab that is killed, two tabs at once, a full browser or a browser
// that is emptied. What can't be kept or read is said plainly, with ways out.
// Longer than 400 lines because each way to lose or change something has a story of its own.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { STORE, clearSite, damage, fillDisk, putRecord, records, withDisk } from "./records.mjs";
import { APP, LAPTOP, PHONE, download, eventually, hasFocus, holds, onDisk, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, cardOf, field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const SAVED = "Saved on this computer";

const home = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};
const chooseCopy = async (page, file) => {
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), page.getByText("Choose a backup").click()]);
  await dialog.setFiles(await onDisk([file]));
};

story("a reload keeps everything, down to the last key", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, FOUR_KINDS);
  await field(cardOf(page, 4), "Question").pressSequentially(" Please");
  await page.reload();
  await page.getByText(SAVED).waitFor();
  await holds(field(page, "Title"), FOUR_KINDS.title);
  await cardOf(page, 4).getByRole("button").click();
  await holds(field(cardOf(page, 4), "Question"), "What would you change? Please");
});

story("a tab that is killed right after a key loses nothing", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  await field(page, "Title").pressSequentially("Down to the last key");
  const address = page.url();
  const [control] = await Promise.all([page.context().newCDPSession(page), page.waitForLoadState()]);
  const died = page.waitForEvent("crash");
  control.send("Page.crash").catch(() => {});
  await died;
  const next = await page.context().newPage();
  await page.close();
  await next.goto(address);
  await holds(field(next, "Title"), "Down to the last key");
});

story("two tabs with one draft both keep their edits, and each sees the other's", async (stage) => {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await field(one, "Title").fill("From the first");
  await holds(field(two, "Title"), "From the first");
  await field(two, "Who is asking?").fill("From the second");
  await holds(field(one, "Who is asking?"), "From the second");
  await people.addQuestion(one, "Short answer");
  // Of two that are added at the same moment, either may come first.
  await cardOf(two, 1).waitFor();
  await people.addQuestion(two, "Long answer");
  await field(cardOf(two, 2), "Question").fill("Second");
  await field(cardOf(one, 1), "Question").fill("First");
  for (const tab of [one, two]) {
    await tab.reload();
    await holds(field(tab, "Title"), "From the first");
    await cardOf(tab, 1).getByText("First").waitFor();
    await cardOf(tab, 2).getByText("Second").waitFor();
  }
});

story("a question that another tab deletes while it is open goes, and the rest can be edited", async (stage) => {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  await people.addQuestion(one, "Short answer");
  await field(cardOf(one, 1), "Question").fill("First");
  await people.addQuestion(one, "Long answer");
  await field(cardOf(one, 2), "Question").fill("Second");
  const two = await one.context().newPage();
  await two.goto(one.url());
  await cardOf(two, 2).getByRole("button").click();
  await people.withCard(cardOf(two, 2), "Delete");
  await cardOf(one, 2).waitFor({ state: "detached" });
  await one.getByText("The question that was open here was deleted on another screen.").waitFor();
  await cardOf(one, 1).getByRole("button").click();
  await field(cardOf(one, 1), "Question").fill("First and last");
  await cardOf(two, 1).getByText("First and last").waitFor();
});

story("who is typing goes on typing when another tab moves the question", async (stage) => {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  for (const text of ["First", "Second", "Third"]) {
    await people.addQuestion(one, "Short answer");
    await field(one.getByRole("main"), "Question").fill(text);
  }
  const two = await one.context().newPage();
  await two.goto(one.url());
  await cardOf(two, 2).getByRole("button").click();
  await press(cardOf(two, 2), "Move up");
  await holds(field(cardOf(two, 1), "Question"), "Second");
  await cardOf(one, 3).getByText("Question 3").first().waitFor();
  await field(cardOf(one, 3), "Question").pressSequentially(" thing");
  await press(cardOf(two, 1), "Move down");
  await cardOf(one, 2).getByText("Second").waitFor();
  await cardOf(two, 3).getByRole("button").click();
  await press(cardOf(two, 3), "Move up");
  await cardOf(one, 3).getByText("Second").waitFor();
  await hasFocus(field(cardOf(one, 2), "Question"));
  await one.keyboard.type("!");
  await holds(field(cardOf(one, 2), "Question"), "Third thing!");
});

story("a survey that another tab deletes for good does not come back with the next key", async (stage) => {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  await field(one, "Title").fill("Not for long");
  const two = await one.context().newPage();
  await two.goto(APP);
  await people.withSurvey(two, "Delete: Not for long");
  await press(two, "Yes, delete it");
  await one.getByText("This survey was deleted on another screen.").waitFor();
  await one.getByRole("heading", { name: "My surveys" }).waitFor();
  await one.reload();
  await soon.equal(() => one.getByText("Not for long").count(), 0);
});

story("a tab that was duplicated is a second writer too, and no edit takes another's place", async (stage) => {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  // A browser's "Duplicate tab" copies what a tab keeps for itself, as a window that a page opens does.
  const [two] = await Promise.all([
    one.context().waitForEvent("page"),
    one.evaluate(() => void window.open(location.href)),
  ]);
  await field(two, "Title").waitFor();
  const writer = () => sessionStorage.getItem("ask-together/author");
  assert.equal(await one.evaluate(writer), await two.evaluate(writer), "the browser copied it");
  await field(one, "Title").fill("From the first");
  await field(two, "Who is asking?").fill("From the second");
  for (const tab of [one, two]) {
    await holds(field(tab, "Title"), "From the first");
    await holds(field(tab, "Who is asking?"), "From the second");
    await tab.reload();
    await holds(field(tab, "Title"), "From the first");
    await holds(field(tab, "Who is asking?"), "From the second");
  }
});

story("a full browser says “Not saved” with ways out, and saves again once there is room", async (stage) => {
  const page = await stage.open(LAPTOP, APP, { prepare: withDisk });
  await people.startEmpty(page);
  await page.getByText(SAVED).waitFor();
  await fillDisk(page);
  await field(page, "Title").fill("Words that have no room. ".repeat(40));
  await page.getByText("Not saved", { exact: true }).waitFor();
  const alert = page.getByRole("alert").filter({ hasText: "Your last changes are not saved." });
  await alert.waitFor();
  const { bytes } = await download(page, () => press(alert, "Save a backup as a file"));
  assert.match(String(bytes), /Words that have no room\./);
  await press(alert, "Try again");
  await page.getByText("Not saved", { exact: true }).waitFor();
  await page.evaluate(() => (window.disk.isFull = false));
  await press(alert, "Try again");
  await page.getByText(SAVED).waitFor();
  await alert.waitFor({ state: "detached" });
  await page.reload();
  await holds(field(page, "Title"), "Words that have no room. ".repeat(40));
});

story("words that are not saved are still there after a look at the other surveys", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#questions/${id}`, { kept, prepare: withDisk });
  await field(page, "Title").waitFor();
  await fillDisk(page);
  await field(page, "Title").fill("Not kept anywhere. ".repeat(100));
  await page.getByText("Not saved", { exact: true }).waitFor();
  await home(page);
  await page.goBack();
  await holds(field(page, "Title"), "Not kept anywhere. ".repeat(100));
});

story("words that are not saved are still there after another survey was open", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept, prepare: withDisk });
  await people.startReadyMade(page);
  await page.goto(`${APP}#questions/${id}`);
  await holds(field(page, "Title"), FOUR_KINDS.title);
  await fillDisk(page);
  await field(page, "Title").fill("Not kept anywhere. ".repeat(100));
  await page.getByText("Not saved", { exact: true }).waitFor();
  await home(page);
  await page.getByRole("button", { name: `Edit: ${people.READY_MADE}` }).click();
  await holds(field(page, "Title"), people.READY_MADE);
  await home(page);
  await page.getByRole("button", { name: /^Edit: (Four kinds|Not kept)/ }).click();
  await holds(field(page, "Title"), "Not kept anywhere. ".repeat(100));
});

story("an organiser's browser that keeps nothing is told so, and not to check the internet", async (stage) => {
  const page = await stage.open(LAPTOP, APP, { prepare: refuseStorage });
  await page
    .getByText(/does not keep|did not let us keep|cannot keep/)
    .first()
    .waitFor();
});

/** What browsers do where site data is blocked. Runs in the page. */
function refuseStorage() {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: refused });
  Object.defineProperty(window, "indexedDB", { get: refused });
}

const rubbish = async (page) =>
  Object.values(await records(page, ...STORE)).filter((text) => String(text).endsWith("rubbish")).length;

story("a draft that can not be read stays, can be had as a file, and leaves the rest alone", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  await people.startReadyMade(page);
  await page.getByText(SAVED).waitFor();
  await damage(page, id);
  await page.goto(`${APP}#questions/${id}`);
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
  const notice = page.getByRole("listitem").filter({ hasText: `draft/${id}` });
  await page.getByText("Some work on this computer cannot be read.").waitFor();
  const { bytes } = await download(page, () => press(notice, "Save it as a file"));
  assert.match(String(bytes), /rubbish$/);
  assert.equal(await rubbish(page), 1);
  await page.getByRole("button", { name: `Edit: ${people.READY_MADE}` }).click();
  await field(page, "Title").fill("The other one");
  await page.getByText(SAVED).waitFor();
  await home(page);
  assert.equal(await rubbish(page), 1);
  await press(notice, "Delete it");
  await press(page.getByRole("alertdialog", { name: "Delete this?" }), "Yes, delete it");
  await page.getByText("Some work on this computer cannot be read.").waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await rubbish(page), 0));
});

story("opening a copy of a survey whose record is damaged brings it back, and keeps the damaged record", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  const { name, bytes } = await download(page, () => press(page, "Save a backup"));
  await damage(page, id);
  await page.getByText("Some work on this computer cannot be read.").waitFor();
  await chooseCopy(page, { name, mimeType: "application/json", buffer: bytes });
  await page.getByText("The backup is open. It held 1 survey.").waitFor();
  await page.getByRole("button", { name: "Edit: Four kinds" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Edit: Four kinds" }).waitFor();
  await page.getByText("Some work on this computer cannot be read.").waitFor();
  assert.equal(await rubbish(page), 1);
});

story("storage that is cleared under an open survey gets all of it back, with its key and its answers", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  const message = await people.sendByCopy(phone);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await people.paste(page, message);
  await page.getByText("1 new answer.").waitFor();
  await clearSite(page);
  await people.goTo(page, "Questions");
  await field(page, "Title").fill("After the clearing");
  await page.getByRole("alert").filter({ hasText: "We have put your work back." }).waitFor();
  await page.getByText(SAVED).waitFor();
  await page.reload();
  await holds(field(page, "Title"), "After the clearing");
  await people.goTo(page, "What people said");
  await page.getByText("By the sea").waitFor();
  await people.goTo(page, "Share");
  await holds(people.linkField(page), link);
});

story("answers that a full browser has no room for stay on the page, and go in once there is room", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const messages = [];
  for (const words of ["One", "Two"]) {
    const phone = await stage.open(PHONE, link);
    await people.answerAll(phone, FOUR_KINDS.questions, [...FOUR_ANSWERS.slice(0, -1), words], people.BY_KEYS);
    messages.push(await people.sendByCopy(phone));
  }
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept, prepare: withDisk });
  await field(page, "Paste messages here").waitFor();
  await fillDisk(page);
  await people.paste(page, messages.join("\n"));
  const notice = page.getByRole("status").filter({ hasText: "There is no room in this browser for 2 answers." });
  await notice.waitFor();
  const { name, bytes } = await download(page, () => press(notice, "Save them as a file"));
  assert.equal(name, "answers-to-add.txt");
  await page.getByText("0 people answered so far.").waitFor();
  await page.evaluate(() => (window.disk.isFull = false));
  await press(notice, "Try again");
  await page.getByText("2 new answers.").waitFor();
  await page.reload();
  await page.getByText("2 people answered so far.").waitFor();
  // The file holds the very same answers.
  await people.giveFiles(page, [{ name, mimeType: "text/plain", buffer: bytes }]);
  await page.getByText("2 already added (not counted again).").waitFor();
});

story("a survey that was published elsewhere gets no second key", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#questions/${id}`, { kept });
  await page.getByText(SAVED).waitFor();
  const keys = Object.keys(await records(page, ...STORE)).filter((name) => name.startsWith("key/"));
  assert.equal(keys.length, 1);
  await putRecord(page, ...STORE, keys[0], undefined);
  await page.reload();
  await field(page, "Title").fill("Another title");
  await press(page, "Publish");
  await page.getByRole("status").filter({ hasText: "The key that opens the answers to this survey is not in this browser." }).waitFor();
  assert.deepEqual(
    Object.keys(await records(page, ...STORE)).filter((name) => name.startsWith("key/")),
    [],
  );
});

story("what an earlier release kept as text is moved once, and drafts stay in both places", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const before = await stage.open(LAPTOP, APP, { kept });
  await before.getByRole("heading", { name: "Four kinds" }).waitFor();
  const all = await records(before, ...STORE);
  const old = Object.entries(all).filter(([name]) => /^(draft|key|survey)\//.test(name));
  assert.equal(old.length, 3);
  const page = await stage.open(LAPTOP, APP, {
    prepare: `if (location.protocol.startsWith("http")) for (const [name, text] of ${JSON.stringify(old)}) if (!sessionStorage.moved) localStorage.setItem("ask-together/" + name, JSON.stringify(text)); if (location.protocol.startsWith("http")) sessionStorage.moved = 1;`,
  });
  await page.getByRole("button", { name: "Send: Four kinds" }).click();
  await holds(people.linkField(page), link);
  const texts = await page.evaluate(() => Object.keys(localStorage).filter((name) => /\/(draft|key|survey)\//.test(name)));
  assert.deepEqual(texts, [`ask-together/draft/${id}`]);
  await page.reload();
  await holds(people.linkField(page), link);
});

story("a copy brings back surveys, keys and answers after the browser was emptied", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const phone = await stage.open(PHONE, link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  const early = await people.sendByCopy(phone);
  const other = await stage.open(PHONE, link);
  await people.answerAll(other, FOUR_KINDS.questions, ["No", undefined, "In a tree"], people.BY_KEYS);
  const late = await people.sendByCopy(other);

  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await people.paste(page, early);
  await page.getByText("1 new answer.").waitFor();
  await home(page);
  await page.getByText("You have not saved a backup yet.").waitFor();
  const { name, bytes } = await download(page, () => press(page, "Save a backup"));
  assert.match(name, /^ask-together-backup-\d{4}-\d\d-\d\d\.json$/);
  await page.getByText("You last saved a backup today.").waitFor();

  const fresh = await stage.open(LAPTOP, APP);
  await fresh.getByText("You have no surveys yet").waitFor();
  await chooseCopy(fresh, { name, mimeType: "application/json", buffer: bytes });
  await fresh.getByText("The backup is open. It held 1 survey.").waitFor();
  await fresh.getByRole("button", { name: "Send: Four kinds" }).click();
  await holds(people.linkField(fresh), link);
  await people.goTo(fresh, "Add answers");
  await fresh.getByText("1 person answered so far.").waitFor();
  await people.paste(fresh, `${early}\n${late}`);
  await fresh.getByText("1 new answer.").waitFor();
  await fresh.getByText("1 already added (not counted again).").waitFor();
  await people.goTo(fresh, "What people said");
  await fresh.getByText("By the sea").waitFor();
  await fresh.getByText("In a tree").waitFor();
});

story("a file that is no copy is refused in one sentence, and what is there stays", async (stage) => {
  const { kept } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  const whole = {
    app: "Ask Together",
    format: 1,
    surveys: [{ title: "x", draft: "AAAA", keys: [], versions: [], received: [], withdrawn: [], waiting: [] }],
  };
  const files = {
    rubbish: ["rubbish", "This file is not a whole backup from Ask Together. Choose another file."],
    damaged: [JSON.stringify(whole), "This file is not a whole backup from Ask Together. Choose another file."],
    newer: [JSON.stringify({ app: "Ask Together", format: 2 }), "This backup is from a newer Ask Together."],
    huge: ["x".repeat(129 * 1024 * 1024), "We could not read this file. Choose another file."],
  };
  for (const [name, [text, said]] of Object.entries(files)) {
    await chooseCopy(page, people.textFile(`${name}.json`, text));
    await page.getByRole("alert").filter({ hasText: "The backup did not open." }).getByText(said).waitFor();
  }
  await eventually(async () => assert.equal(await page.getByRole("heading", { name: "Four kinds" }).count(), 1));
});
