// What a phone keeps while a person answers: at once, in the database, and only for the link that they answered.
// Nothing is lost when that fails, when it is cleared under the open page, or when a release changes it.
// Longer than 400 lines because each way for a browser to fail has a story of its own.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as people from "./people.mjs";
import { ON_PHONES, clearSite, putRecord, records } from "./records.mjs";
import { asked, ease, reviewer } from "./reviewing.mjs";
import { PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, atQuestion, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

const KEPT = "Your answers are kept on this phone";
const NOT_KEPT = "Your answers cannot be kept on this phone. Send them before you close this page.";
const UNREADABLE = "There are older answers on this phone. We cannot read them. Please start again.";
const BACK = "Welcome back. Your answers are still here.";
const told = (page, words) => page.getByText(words, { exact: true }).waitFor();
const isKept = (page) => page.getByText(KEPT).waitFor();
const phoneRecords = (page) => records(page, ...ON_PHONES);
const texts = (page) => page.evaluate(() => ({ ...localStorage }));

/** A phone that has answered the first question, and the record of that. */
async function begun(stage, options) {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, options);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await isKept(page);
  return { link, page };
}

async function onlyRecord(page) {
  const all = Object.entries(await phoneRecords(page));
  assert.equal(all.length, 1);
  return all[0];
}

// What browsers do that refuse to keep things, or can't. These run in the page.

function refuseDatabase() {
  indexedDB.open = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
}
function withoutDatabase() {
  Object.defineProperty(window, "indexedDB", { value: undefined });
}
function silentDatabase() {
  indexedDB.open = () => ({ addEventListener() {} });
}
function refuseText() {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: refused });
}
function refuseAll() {
  const refused = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: refused });
  Object.defineProperty(window, "indexedDB", { get: refused });
}

story("each answer is in the database before the page says that it is kept", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, {
    // Writing takes until the story says so.
    prepare: () => {
      const { transaction } = IDBDatabase.prototype;
      const held = [];
      IDBDatabase.prototype.transaction = function (names, mode) {
        const begun = transaction.call(this, names, mode);
        if (mode !== "readwrite" || !held) return begun;
        begun.commit = () => {};
        const store = begun.objectStore(names);
        let holds = true;
        const on = () => holds && (store.get("").onsuccess = on);
        on();
        held.push(() => (holds = false));
        return begun;
      };
      window.letGo = () => held.splice(0).forEach((go) => go());
      window.heldBack = () => held.length;
    },
  });
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await soon.ok(() => page.evaluate(() => window.heldBack()));
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await eventually(async () => {
    await page.evaluate(() => window.letGo());
    assert.ok(await page.getByText(KEPT).isVisible());
  });
  await onlyRecord(page);
  await soon.deepEqual(() => texts(page), {});
});

story("words that are typed in a hurry are all there after the page is left at once", async (stage) => {
  const { page } = await begun(stage);
  await press(page, "Next");
  await press(page, "Next");
  await people.field(page, QUESTIONS[2].text).pressSequentially("By the sea, with a garden and two cats");
  await page.reload();
  await told(page, BACK);
  await holds(people.field(page, QUESTIONS[2].text), "By the sea, with a garden and two cats");
});

story("what is cleared under the open page is written again with the next answer", async (stage) => {
  const { page } = await begun(stage);
  await press(page, "Next");
  await clearSite(page);
  await soon.deepEqual(() => phoneRecords(page), {});
  await press(page, "Next");
  await people.field(page, QUESTIONS[2].text).fill("By the sea");
  await isKept(page);
  await page.reload();
  await told(page, BACK);
  await holds(people.field(page, QUESTIONS[2].text), "By the sea");
  await press(page, "Back");
  await press(page, "Back");
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
});

story("what is cleared takes nothing from a page that another tab has open", async (stage) => {
  const { page, link } = await begun(stage);
  const other = await page.context().newPage();
  await other.goto(link);
  await people.comeBack(other);
  await told(other, BACK);
  await clearSite(other);
  await press(other, "Next");
  await atQuestion(other, 2, 5);
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
});

for (const [kind, prepare] of [
  ["refuses its database", refuseDatabase],
  ["has no database", withoutDatabase],
]) {
  story(`a browser that ${kind} keeps answers as text, and deletes them`, async (stage) => {
    const { page } = await begun(stage, { prepare });
    const [name] = Object.keys(await texts(page));
    assert.match(name, /^ask-together\/answers\//);
    await page.reload();
    await told(page, BACK);
    await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
    await press(page, "Delete my answers from this phone");
    await press(page, "Yes, delete them");
    await page.getByRole("heading", { name: "Your answers are deleted" }).waitFor();
    await soon.deepEqual(() => texts(page), {});
  });
}

story("a database that never answers may hold more: the page promises nothing, and finds the text again", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, { prepare: silentDatabase });
  await told(page, NOT_KEPT);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await soon.equal(async () => Object.keys(await texts(page)).length, 1);
  await told(page, NOT_KEPT);
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await page.reload();
  await told(page, BACK);
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
  // Nor does it call deleted what it could not ask for.
  await press(page, "Delete my answers from this phone");
  await press(page, "Yes, delete them");
  await told(page, "Your answers could not be deleted. Please try again.");
});

story("an answer that was changed while the database failed is there again after the page is left", async (stage) => {
  const { page } = await begun(stage);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await people.answer(page, QUESTIONS[0], "No");
  await soon.equal(async () => Object.keys(await texts(page)).length, 1);
  await isKept(page);
  await page.reload();
  await told(page, BACK);
  await soon.ok(() => page.getByRole("radio", { name: "No", exact: true }).isChecked());
  await soon.deepEqual(() => texts(page), {});
});

story("a browser that refuses text keeps answers in its database", async (stage) => {
  const { page } = await begun(stage, { prepare: refuseText });
  await page.reload();
  await told(page, BACK);
  await soon.equal(() => page.getByText(NOT_KEPT).count(), 0);
});

story("a browser that keeps nothing says so, and the answers can still be sent", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, { prepare: refuseAll });
  await told(page, NOT_KEPT);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  await told(page, NOT_KEPT);
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await inbox(stage, await people.sendByCopy(page), "1 new answer.");
});

async function inbox(stage, message, outcome) {
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, message);
  await organiser.getByText(outcome).waitFor();
}

story("a phone that is full says so, and says no more once there is room", async (stage) => {
  const { page } = await begun(stage);
  await page.evaluate(() => {
    const [put, keep] = [IDBObjectStore.prototype.put, Storage.prototype.setItem];
    window.makeRoom = () => {
      IDBObjectStore.prototype.put = put;
      Storage.prototype.setItem = keep;
    };
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  await people.answer(page, QUESTIONS[0], "No");
  await told(page, NOT_KEPT);
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await page.evaluate(() => window.makeRoom());
  await press(page, "Next");
  await atQuestion(page, 2, 5);
  await page.getByText(NOT_KEPT).waitFor({ state: "detached" });
  await isKept(page);
  await page.reload();
  await told(page, BACK);
  await press(page, "Back");
  await soon.ok(() => page.getByRole("radio", { name: "No", exact: true }).isChecked());
});

story("a database that is full while text is not loses nothing, and takes over again", async (stage) => {
  const { page } = await begun(stage);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    window.makeRoom = () => (IDBObjectStore.prototype.put = put);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await people.answer(page, QUESTIONS[0], "No");
  await isKept(page);
  await soon.equal(async () => Object.keys(await texts(page)).length, 1);
  await page.evaluate(() => window.makeRoom());
  await press(page, "Next");
  await isKept(page);
  await soon.deepEqual(() => texts(page), {});
  await page.reload();
  await press(page, "Back");
  await soon.ok(() => page.getByRole("radio", { name: "No", exact: true }).isChecked());
});

story("what an earlier release kept as text is moved to the database", async (stage) => {
  const { page } = await begun(stage);
  const [name, value] = await onlyRecord(page);
  await clearSite(page);
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [name, value]);
  await page.reload();
  await told(page, BACK);
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
  await soon.deepEqual(() => texts(page), {});
  assert.deepEqual(Object.keys(await phoneRecords(page)), [name]);
});

story("of two that differ the one with more goes on, and the other is put aside", async (stage) => {
  const { page } = await begun(stage);
  const [name, less] = await onlyRecord(page);
  await press(page, "Next");
  await people.answer(page, QUESTIONS[1], ["Rice"]);
  await page.reload();
  await told(page, BACK);
  const [, more] = await onlyRecord(page);
  await putRecord(page, ...ON_PHONES, name, less);
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [name, more]);
  await page.reload();
  await told(page, BACK);
  await soon.ok(() => page.getByRole("checkbox", { name: "Rice" }).isChecked());
  await soon.deepEqual(() => phoneRecords(page), { [name]: more, [`${name}/aside/0`]: less });
  await soon.deepEqual(() => texts(page), {});
});

story("what can not be read is put aside, told, and deleted with the rest", async (stage) => {
  const { page } = await begun(stage);
  const [name] = await onlyRecord(page);
  await putRecord(page, ...ON_PHONES, name, "rubbish");
  await page.reload();
  await told(page, UNREADABLE);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "No");
  await isKept(page);
  await soon.equal(async () => (await phoneRecords(page))[`${name}/aside/0`], "rubbish");
  await press(page, "Delete my answers from this phone");
  await press(page, "Yes, delete them");
  await page.getByRole("heading", { name: "Your answers are deleted" }).waitFor();
  await soon.deepEqual(() => phoneRecords(page), {});
});

/** A record of a release to come: version 2, with a check that is right. */
function newer(text) {
  const bytes = Buffer.from(text, "base64url");
  bytes[0] = 2;
  const end = bytes.length - 4;
  checkOf("progress", bytes.subarray(0, end)).copy(bytes, end);
  return bytes.toString("base64url");
}

const checkOf = (name, bytes) => createHash("sha256").update(name).update(bytes).digest().subarray(0, 4);

story("what a newer release keeps is never written over, and the page says that it is older", async (stage) => {
  const { page } = await begun(stage);
  const [name, value] = await onlyRecord(page);
  await putRecord(page, ...ON_PHONES, name, newer(value));
  // A tab with the newer release tells this one.
  await page.evaluate(([name, value]) => new BroadcastChannel(name).postMessage(value), [name, newer(value)]);
  await page.getByText("This survey is newer than this page.").waitFor();
  await soon.deepEqual(() => phoneRecords(page), { [name]: newer(value) });
});

story("answers that can not be deleted are not called deleted, and stay", async (stage) => {
  const { page } = await begun(stage);
  await page.evaluate(() => {
    const keep = IDBObjectStore.prototype.delete;
    window.mend = () => (IDBObjectStore.prototype.delete = keep);
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException("broken", "UnknownError");
    };
  });
  const remove = async () => {
    await press(page, "Delete my answers from this phone");
    await press(page, "Yes, delete them");
  };
  await remove();
  await told(page, "Your answers could not be deleted. Please try again.");
  await onlyRecord(page);
  await isKept(page);
  await told(page, "Your answers could not be deleted. Please try again.");
  await page.evaluate(() => window.mend());
  await remove();
  await page.getByRole("heading", { name: "Your answers are deleted" }).waitFor();
  await soon.deepEqual(() => phoneRecords(page), {});
});

story("a write that hangs brings nothing back that was deleted meanwhile", async (stage) => {
  const { link } = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.clock.install();
  await page.goto(link);
  await press(page, "Start");
  await people.answer(page, QUESTIONS[0], "Yes");
  await isKept(page);
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    // Only the next one hangs.
    IDBDatabase.prototype.transaction = function (...asked) {
      IDBDatabase.prototype.transaction = transaction;
      const begun = transaction.apply(this, asked);
      Object.defineProperty(begun, "oncomplete", { set() {} });
      return begun;
    };
  });
  await people.answer(page, QUESTIONS[0], "No");
  await page.clock.runFor(300);
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await press(page, "Delete my answers from this phone");
  await press(page, "Yes, delete them");
  await page.getByRole("heading", { name: "Your answers are deleted" }).waitFor();
  await page.clock.runFor(6_000);
  await soon.equal(() => page.getByText(KEPT).count(), 0);
  await soon.deepEqual(() => texts(page), {});
  await soon.deepEqual(() => phoneRecords(page), {});
});

/** The same link with other words, and the key of a stranger: the survey's id and version stay. */
function rewritten(link, change) {
  const [address, code] = link.split("ask-survey.");
  const packet = inflateRawSync(Buffer.from(code, "base64url").subarray(3));
  const body = Buffer.from(packet.subarray(0, -4));
  change(body);
  const deflated = deflateRawSync(Buffer.concat([body, checkOf("survey", body)]));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(deflated.length);
  return `${address}ask-survey.${Buffer.concat([length.subarray(1), deflated]).toString("base64url")}`;
}

/** Where a number that starts here ends: 7 bits a byte, and the last one is below 128. */
const afterNumber = (bytes, at) => bytes.findIndex((byte, place) => place >= at && byte < 128) + 1;

story("a link with other words, or another key, finds none of the answers to this one", async (stage) => {
  const { page, link } = await begun(stage);
  const words = (body) => body.write("Nine", body.indexOf("Four kinds"));
  const key = (body) => {
    const at = afterNumber(body, afterNumber(body, 1));
    Buffer.from("09".padStart(64, "0"), "hex").reverse().copy(body, at);
  };
  for (const [change, title] of [
    [words, "Nine kinds"],
    [key, "Four kinds"],
  ]) {
    const other = await page.context().newPage();
    await other.goto(rewritten(link, change));
    await other.getByRole("heading", { name: title }).waitFor();
    await soon.equal(() => other.getByText(BACK).count(), 0);
    await press(other, "Start");
    await soon.equal(() => other.getByRole("radio", { checked: true }).count(), 0);
    await people.answer(other, QUESTIONS[0], "No");
    await isKept(other);
    await other.close();
  }
  await soon.equal(async () => Object.keys(await phoneRecords(page)).length, 3);
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
  await page.reload();
  await told(page, BACK);
  await soon.ok(() => page.getByRole("radio", { name: "Yes" }).isChecked());
});

story("answers to a link whose key was changed can not be opened by who made the survey", async (stage) => {
  const { link } = await survey(stage);
  const changed = rewritten(link, (body) => {
    const at = afterNumber(body, afterNumber(body, 1));
    Buffer.from("09".padStart(64, "0"), "hex").reverse().copy(body, at);
  });
  const page = await stage.open(PHONE, changed);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS);
  await inbox(stage, await people.sendByCopy(page), "We could not add 1 answer:");
});

story("a reviewer's notes are kept in the database, written again when it is cleared, and deleted", async (stage) => {
  const round = await asked(stage);
  const page = await reviewer(stage, round, "Cai");
  await ease(page, "Hard");
  await soon.equal(async () => Object.keys(await phoneRecords(page)).length, 1);
  await clearSite(page);
  await press(page, "Next");
  await page.getByText("Page 3 of 5").waitFor();
  await ease(page, "Easy");
  await soon.equal(async () => Object.keys(await phoneRecords(page)).length, 1);
  await page.reload();
  await told(page, "Welcome back. Your notes are still here.");
  await soon.ok(() => page.getByRole("radio", { name: "Easy" }).isChecked());
  await press(page, "Back");
  await soon.ok(() => page.getByRole("radio", { name: "Hard" }).isChecked());
  for (let number = 3; number <= 5; number++) await press(page, "Next");
  await press(page, "Next");
  const remove = people.button(page, "Delete my notes from this phone");
  await remove.click();
  await page.getByText("Delete your notes from this phone? You cannot get them back.").waitFor();
  await press(page, "No, go back");
  await hasFocus(remove);
  await soon.equal(async () => Object.keys(await phoneRecords(page)).length, 1);
  await remove.click();
  await press(page, "Yes, delete them");
  await told(page, "Your notes are deleted from this phone.");
  await page.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  await soon.deepEqual(() => phoneRecords(page), {});
});

story("the next reviewer on the same phone sees no word of the last one's notes, nor their name", async (stage) => {
  const round = await asked(stage);
  const page = await reviewer(stage, round, "Cai");
  await ease(page, "Hard");
  await soon.equal(async () => Object.keys(await phoneRecords(page)).length, 1);
  const name = (page) => people.field(page, "Your first name (you can leave this empty)");
  const reopened = async (old) => {
    const later = await old.context().newPage();
    await old.close();
    await later.goto(round.link);
    await people.atWho(later);
    return later;
  };
  const same = await reopened(page);
  await soon.equal(() => name(same).count(), 0);
  await same.reload();
  await people.comeBack(same);
  await told(same, "Welcome back. Your notes are still here.");
  await same.getByText("Page 2 of 5").waitFor();
  await press(same, "Go to the first page");
  await holds(name(same), "Cai");
  const next = await reopened(same);
  await press(next, "No, I am somebody else");
  await next.getByText("The notes of the other person may not be sent yet.").waitFor();
  await press(next, "No, go back");
  await hasFocus(next.getByRole("heading", { name: "Are you the same person?", level: 1 }));
  await press(next, "No, I am somebody else");
  await press(next, "Yes, delete them and start");
  await next.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  await holds(name(next), "");
  await soon.deepEqual(() => phoneRecords(next), {});
  await press(next, "Start");
  await press(next, "Next");
  await next.getByText("Page 2 of 5").waitFor();
  await soon.equal(() => next.getByRole("radio", { checked: true }).count(), 0);
});
