// What browsers do to what the organiser's page keeps: they do not answer, are full, are emptied under two tabs, or hold
// something that is damaged. Nothing is shown as gone that is not gone, and what is on the page alone stays there.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { STORE, clearSite, damage, fillDisk, putRecord, records, withDisk } from "./records.mjs";
import { APP, LAPTOP, PHONE, download, eventually, hasFocus, holds, once, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, button, field, goTo, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const SAVED = "Saved on this computer";

/** Somebody's message with their answers. */
const message = once(async (stage) => {
  const phone = await stage.open(PHONE, (await survey(stage)).link);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  return people.sendByCopy(phone);
});

/** The organiser's browser with these answers in it. */
const withAnswers = once(async (stage) => {
  const { id, kept } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await people.paste(page, await message(stage));
  await page.getByText("1 new answer.").waitFor();
  return { id, kept: await page.context().storageState({ indexedDB: true }) };
});

const home = async (page) => {
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
};

/** Runs before the page. The first time that a tab asks for its database, it gets no answer. */
function silentOnce() {
  if (!location.protocol.startsWith("http")) return;
  const { open } = IDBFactory.prototype;
  const isSilent = !sessionStorage.getItem("wasSilent");
  sessionStorage.setItem("wasSilent", "yes");
  IDBFactory.prototype.open = function (name, ...rest) {
    return isSilent && name === "ask-together" ? new EventTarget() : open.call(this, name, ...rest);
  };
}

story("a database that does not answer is not taken for an empty one", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept, prepare: silentOnce });
  await page.getByRole("heading", { name: "Your work could not be opened" }).waitFor();
  await page.getByRole("alert").filter({ hasText: "Nothing has been deleted." }).waitFor();
  assert.equal(await button(page, "Save a backup").count(), 0, "a copy would be empty");
  await press(page, "Reload this page");
  await holds(people.linkField(page), link);
});

story("a disk that is full when the page opens takes no key, version or word away", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#questions/${id}`, { kept, prepare: withDisk });
  await page.getByText(SAVED).waitFor();
  const draft = async () => (await records(page, ...STORE))[`draft/${id}`];
  const before = await draft();
  await field(page, "Title").fill("Only as text");
  await soon.notEqual(draft, before);
  // As where the browser ended before its database had the last words.
  await putRecord(page, ...STORE, `draft/${id}`, before);
  await page.evaluate(() => sessionStorage.setItem("diskIsFull", "yes"));
  await page.reload();
  await holds(field(page, "Title"), "Only as text");
  await page.getByText("Not saved", { exact: true }).waitFor();
  await goTo(page, "Share");
  await holds(people.linkField(page), link);
  await page.evaluate(() => {
    window.disk.isFull = false;
    sessionStorage.removeItem("diskIsFull");
  });
  await goTo(page, "Questions");
  await page.getByText(SAVED).waitFor();
  await soon.notEqual(draft, before);
});

story("storage that is cleared under two tabs gets back what each of them holds", async (stage) => {
  const { kept, id } = await survey(stage);
  const two = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await people.paste(two, await message(stage));
  await two.getByText("1 new answer.").waitFor();
  // This one knows of the answer, and has not read it.
  const one = await two.context().newPage();
  await one.goto(APP);
  await button(one, "See answers: Four kinds").waitFor();
  await clearSite(one);
  await people.startEmpty(one);
  await one.getByRole("alert").filter({ hasText: "This browser deleted what was kept here." }).waitFor();
  await two.getByRole("alert").filter({ hasText: "We have put your work back." }).waitFor();
  const answers = async () => Object.keys(await records(two, ...STORE)).filter((name) => name.startsWith(`answer/${id}/`));
  await eventually(async () => assert.equal((await answers()).length, 1));
  await two.reload();
  await two.getByText("1 person answered so far.").waitFor();
  await home(two);
  await two.getByRole("heading", { name: "Untitled survey" }).waitFor();
});

story("a new tab on cleared storage gets everything from the tab that was open", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const one = await stage.open(LAPTOP, `${APP}#questions/${id}`, { kept });
  await holds(field(one, "Title"), FOUR_KINDS.title);
  await clearSite(one);
  const two = await one.context().newPage();
  await two.goto(APP);
  await button(two, "Send: Four kinds").click();
  await holds(people.linkField(two), link);
  await two.reload();
  await holds(people.linkField(two), link);
});

story("answers that are not kept go along to every screen, and the page asks before it closes", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept, prepare: withDisk });
  await field(page, "Paste messages here").waitFor();
  await fillDisk(page);
  await people.paste(page, await message(stage));
  const notice = page.getByRole("status").filter({ hasText: "There is no room in this browser for 1 answer." });
  await soon.equal(() => notice.locator(":focus").count(), 1);
  await goTo(page, "Questions");
  await field(page, "Title").waitFor();
  await notice.waitFor();
  await home(page);
  await notice.waitFor();
  const [asks] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
  assert.equal(asks.type(), "beforeunload");
  await asks.dismiss();
  assert.equal(await button(notice, "Close").count(), 0, "it would be lost");
  await download(page, () => press(notice, "Save them as a file"));
  await button(notice, "Close").waitFor();
  await page.evaluate(() => (window.disk.isFull = false));
  await press(notice, "Try again");
  await page.getByText("1 answer was for “Four kinds”. We put it there.").waitFor();
  await notice.waitFor({ state: "detached" });
  await page.goto(`${APP}#add-answers/${id}`);
  await page.getByText("1 person answered so far.").waitFor();
});

/** Runs before the page. A file comes once the story lets it in, as from somebody's cloud. */
function slowFiles() {
  const held = new Promise((done) => (window.letIn = done));
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = async function () {
    await held;
    return arrayBuffer.call(this);
  };
}

story("who goes elsewhere while answers are added is not called away, and reads whose they are", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept, prepare: slowFiles });
  await people.giveFiles(page, [people.textFile("answers.txt", await message(stage))]);
  await page.getByText("Reading file 1 of 1").waitFor();
  await home(page);
  const heading = page.getByRole("heading", { name: "My surveys" });
  await hasFocus(heading);
  await page.evaluate(() => window.letIn());
  await page.getByText("Answers to “Four kinds”:").waitFor();
  await page.getByText("1 new answer.").waitFor();
  assert.equal(await page.getByText("for another survey").count(), 0);
  await hasFocus(heading);
});

/** Runs before the page. Asked for all answers, the browser says nothing, for as long as the story says. */
function silentAnswers() {
  window.isSilent = true;
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (range, ...rest) {
    const isHeld = window.isSilent && String(range?.lower).startsWith("answer/");
    return isHeld ? new EventTarget() : getAll.call(this, range, ...rest);
  };
}

story("answers that the browser does not give are not shown as none", async (stage) => {
  const { kept, id } = await withAnswers(stage);
  const page = await stage.open(LAPTOP, `${APP}#results/${id}`, { kept, prepare: silentAnswers });
  const notice = page.getByRole("status").filter({ hasText: "The answers that are here could not be read." });
  await notice.waitFor();
  assert.equal(await page.getByText("Nobody has answered yet").count(), 0);
  assert.equal(await button(page, "Download CSV").count(), 0);
  await page.evaluate(() => (window.isSilent = false));
  await press(notice, "Try again");
  await page.getByText("By the sea").waitFor();
  await notice.waitFor({ state: "detached" });
});

story("an answer that comes while the others can not be read is not counted twice", async (stage) => {
  const { kept, id } = await withAnswers(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept, prepare: silentAnswers });
  await page.getByRole("status").filter({ hasText: "The answers that are here could not be read." }).waitFor();
  assert.equal(await page.getByText("0 people answered so far.").count(), 0);
  await people.paste(page, await message(stage));
  const notice = page.getByRole("status").filter({ hasText: "This browser did not keep 1 answer just now." });
  await notice.waitFor();
  await page.evaluate(() => (window.isSilent = false));
  await press(notice, "Try again");
  await page.getByText("1 already added (not counted again).").waitFor();
  await notice.waitFor({ state: "detached" });
});

story("answers come in where the draft of their survey can not be read, and a copy holds their key", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, APP, { kept });
  await people.startReadyMade(page);
  await page.getByText(SAVED).waitFor();
  const other = page.url();
  await damage(page, id);
  await page.goto(`${APP}#questions/${id}`);
  await page.getByText("The survey in this address is in this browser, but it cannot be read.").waitFor();
  await page.goto(other);
  await goTo(page, "Add answers");
  await people.paste(page, await message(stage));
  await page.getByText("1 answer was for another survey, “Four kinds”. We put it there.").waitFor();
  await home(page);
  const { bytes } = await download(page, () => press(page, "Save a backup"));
  const copied = JSON.parse(String(bytes)).surveys;
  assert.deepEqual(
    copied.map(({ title, keys, versions, received }) => [title, keys.length, versions.length, received.length]).sort(),
    [
      ["", 1, 1, 1],
      [people.READY_MADE, 0, 0, 0],
    ],
  );
});

story("where the key can not be read, nobody is told that the survey is not here", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#add-answers/${id}`, { kept });
  await field(page, "Paste messages here").waitFor();
  const key = Object.keys(await records(page, ...STORE)).find((name) => name.startsWith(`key/${id}/`));
  await putRecord(page, ...STORE, key, "rubbish");
  await page.reload();
  await people.paste(page, await message(stage));
  await page.getByText("the key that opens its answers cannot be read here").waitFor();
});

story("a key that an earlier release kept as text is gone from there once it is here, and with its survey", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept });
  await holds(people.linkField(page), link);
  const all = await records(page, ...STORE);
  const key = all[Object.keys(all).find((name) => name.startsWith(`key/${id}/`))];
  const old = `ask-together/key/${id}`;
  const putOld = () => page.evaluate(([name, text]) => localStorage.setItem(name, JSON.stringify(text)), [old, key]);
  const texts = () => page.evaluate((name) => localStorage.getItem(name), old);
  await putOld();
  await page.reload();
  await holds(people.linkField(page), link);
  await soon.equal(texts, null);
  await putOld();
  await home(page);
  await people.withSurvey(page, "Delete: Four kinds");
  await press(page, "Yes, delete it");
  await soon.equal(texts, null);
  const keys = async () => Object.keys(await records(page, ...STORE)).filter((name) => name.startsWith("key/"));
  await soon.deepEqual(keys, []);
  await page.reload();
  await page.getByText("You have no surveys yet").waitFor();
  assert.deepEqual(await keys(), []);
});

story("a tab that stands on Share hands out the new link when another tab publishes again", async (stage) => {
  const { kept, id, link } = await survey(stage);
  const two = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept });
  await holds(people.linkField(two), link);
  const one = await two.context().newPage();
  await one.goto(`${APP}#questions/${id}`);
  await field(one, "Title").fill("Four kinds, again");
  const again = await people.publish(one);
  assert.notEqual(again, link);
  await two.getByText("Version 2 is published.").waitFor();
  await holds(people.linkField(two), again);
});
