// Broken, cut, oversized, foreign and hostile links, files and pasted texts: each gets one clear sentence, nothing that
// was there is lost, and no program falls over.

import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { ON_PHONES, putRecord, records } from "./records.mjs";
import { APP, LAPTOP, PHONE, clipboard, eventually, once, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const message = once(async (stage) => {
  const page = await stage.open(PHONE, (await survey(stage)).link);
  await people.answerAll(page, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  return people.sendByCopy(page);
});

/** A code as `src/model/link.rs` writes it: 3 bytes of length and the body. */
function code(body, length = body.length) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return Buffer.concat([head.subarray(1), body]).toString("base64url");
}

const fragmentOf = (link) => link.split("#")[1];
const cut = (text, end) => text.slice(0, text.length - end);
const changed = (text, place) => text.slice(0, place) + (text[place] === "A" ? "B" : "A") + text.slice(place + 1);

/** A survey whose version byte is of the future, with everything else right. */
async function newer(link) {
  const { createHash } = await import("node:crypto");
  const { inflateRawSync } = await import("node:zlib");
  const deflated = Buffer.from(fragmentOf(link).slice("ask-survey.".length), "base64url").subarray(3);
  const packet = inflateRawSync(deflated);
  const body = Buffer.concat([Buffer.from([9]), packet.subarray(1, -4)]);
  const check = createHash("sha256").update("survey").update(body).digest().subarray(0, 4);
  return `ask-survey.${code(deflateRawSync(Buffer.concat([body, check])))}`;
}

const SAID = {
  missing: "There is no survey in this link.",
  cut: "This link is cut short. Some of it is missing.",
  changed: "This link is not right. Some of it was changed on the way.",
  long: "This link is too long. We cannot open it.",
  newer: "This survey is newer than this page.",
  answers: "This link holds answers. It is not a survey.",
};

/** Every survey link that does not open, each with what a person reads. */
const badLinks = {
  "without a survey": [() => "", SAID.missing],
  "with something else behind the #": [() => "section-2", SAID.missing],
  "with its end cut off": [(link) => cut(fragmentOf(link), 12), SAID.cut],
  "with only its start": [() => "ask-survey.AA", SAID.cut],
  "with one character changed": [(link) => changed(fragmentOf(link), 60), SAID.changed],
  "with its length changed": [() => "ask-survey.AAAA", SAID.changed],
  "with letters of another alphabet": [() => "ask-survey.Привет", SAID.cut],
  "with random bytes": [() => `ask-survey.${code(Buffer.from("no survey at all, only words"))}`, SAID.changed],
  "that holds answers": [async (_, stage) => fragmentOf(people.linkIn(await message(stage))), SAID.answers],
  "of a newer version": [newer, SAID.newer],
  "that claims to be enormous": [() => `ask-survey.${code(Buffer.alloc(8), 0xffffff)}`, SAID.changed],
  "with a few letters alone": [() => "ask-survey.XXXX", SAID.changed],
  "that swells to 50 MB when it is unpacked": [
    () => `ask-survey.${code(deflateRawSync(Buffer.alloc(50_000_000)))}`,
    SAID.long,
  ],
};

/** Opens an address as if anew: from one to another that differs behind the #, a browser would not load the page. */
async function visit(page, url) {
  await page.goto("about:blank");
  await page.goto(url);
}

story("a survey link that is not right says why in one sentence and what to do", async (stage) => {
  const { link } = await survey(stage);
  const wrong = [];
  const page = await stage.open(PHONE, "about:blank");
  for (const [name, [make, said]] of Object.entries(badLinks)) {
    await visit(page, `${APP}answer/#${await make(link, stage)}`);
    const title = said === SAID.missing ? "Open your survey" : "This survey did not open";
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    const [what, next, _file, ...more] = await page.getByRole("paragraph").allInnerTexts();
    if (what !== said || !next || more.length > 0) wrong.push(`a link ${name}: ${what}`);
  }
  assert.deepEqual(wrong, []);
});

story("a survey that is opened after a link that was not right works", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, `${APP}answer/`);
  await page.getByRole("heading", { name: "Open your survey" }).waitFor();
  await page.goto(link);
  await people.button(page, "Start").waitFor();
});

story("a survey's file that takes long says that it opens, and one that does not come is not called wrong", async (stage) => {
  const page = await stage.open(PHONE, `${APP}answer/`, {
    prepare: () => {
      Blob.prototype.arrayBuffer = () =>
        new Promise((_, reject) => (window.refuse = () => reject(new DOMException("gone", "NotReadableError"))));
    },
  });
  const file = { name: "survey.ask", mimeType: "application/octet-stream", buffer: Buffer.from("survey") };
  await page.getByLabel("Open a survey file").setInputFiles(file);
  await page.getByRole("status").getByText("Opening your survey…").waitFor();
  await page.evaluate(() => window.refuse());
  await page.getByText("We could not open this file.").waitFor();
  await page.getByText("Please try again.").waitFor();
  await page.getByLabel("Open a survey file").waitFor();
});

const TROUBLE = {
  none: "Check that you copied all of it.",
  cut: "The end is missing. Ask the person to send it again.",
  changed: "The message was damaged. Ask the person to send it again.",
  locked: "It is locked for somebody else, or was changed on the way. Ask the person to send it again.",
  survey: "It is a survey link. Paste the link that people send back to you.",
};

/** Every pasted text that can't be added, each with what the organiser reads. */
const badPastes = {
  "a message without answers": [() => "See you on Tuesday!", TROUBLE.none],
  "answers with the end cut off": [(answers) => cut(answers, 15), TROUBLE.cut],
  "answers with one character changed": [(answers) => changed(answers, answers.length - 30), TROUBLE.changed],
  "answers that claim to be enormous": [() => `ask-answer.${code(Buffer.alloc(8), 0xffffff)}`, TROUBLE.changed],
  "the survey's own link": [(_, link) => link, TROUBLE.survey],
  "a code of rubbish": [() => "ask-answer.!!!!", TROUBLE.cut],
};

story("pasted text that can not be added says why, stays in the field, and adds nothing", async (stage) => {
  const [opened, answers] = [await survey(stage), await message(stage)];
  const page = await people.organiserAt(stage, opened, "add-answers");
  for (const [make, said] of Object.values(badPastes)) {
    const text = make(answers, opened.link);
    await people.paste(page, text);
    const title = said === TROUBLE.none ? "We found no answers in" : "We could not add 1 answer:";
    const report = page.getByRole("status").filter({ hasText: title });
    await report.getByText(said).waitFor();
    await soon.equal(() => people.field(page, "Paste messages here").inputValue(), text);
    await page.getByText("0 people answered so far.").waitFor();
  }
  await people.paste(page, [changed(answers, answers.length - 30), answers, "ask-answer.AAAB"].join("\nand this one\n"));
  await page.getByText("1 new answer.").waitFor();
  await page.getByText("We could not add 2 answers:").waitFor();
  await page.getByText("What you pasted, answer 1").waitFor();
});

story("answers whose seal was tampered with are not opened", async (stage) => {
  const { createHash } = await import("node:crypto");
  const packet = Buffer.from(
    fragmentOf(people.linkIn(await message(stage))).slice("ask-answer.".length),
    "base64url",
  ).subarray(3);
  const body = Buffer.from(packet.subarray(0, -4));
  body[body.length - 20] ^= 1;
  // The check is put right again, as somebody who does it on purpose would.
  const check = createHash("sha256").update("sealed").update(body).digest().subarray(0, 4);
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(page, `ask-answer.${code(Buffer.concat([body, check]))}`);
  await page.getByText(TROUBLE.locked).waitFor();
});

story("answers to a survey of another computer say so in the inbox", async (stage) => {
  const page = await stage.open(PHONE, APP);
  await people.startReadyMade(page);
  await people.goTo(page, "Add answers");
  await people.paste(page, await message(stage));
  await page.getByText("It is for a survey that is not on this computer.").waitFor();
});

story("who opens sealed answers without the key reads what they are and whom to send them to", async (stage) => {
  const link = people.linkIn(await message(stage));
  const page = await stage.open(PHONE, link);
  await page.getByRole("heading", { name: "These answers are locked", level: 1 }).waitFor();
  await page.getByText("Only the person who made the survey can open them.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Make a survey" }).count(), 0);
  await people.press(page, "Copy the link");
  await page.getByText("The link is copied.").waitFor();
  assert.equal(await clipboard(page), link);
  assert.deepEqual(await findings(page, { strict: true }), []);
  await page.reload();
  await page.getByRole("heading", { name: "These answers are locked", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Go to My surveys" }).click();
  await page.getByRole("heading", { name: "My surveys", level: 1 }).waitFor();
  assert.doesNotMatch(page.url(), /ask-answer/);
});

story("an answer link that is cut short says so to who has no surveys, and to send it again", async (stage) => {
  const page = await stage.open(PHONE, cut(people.linkIn(await message(stage)), 20));
  await page.getByRole("heading", { name: "This link did not open", level: 1 }).waitFor();
  await page.getByText("The end of this link is missing.").waitFor();
  await page.getByText("Ask the person who sent it to send it again.").waitFor();
});

story("a survey link at the organiser's address opens the survey, and a damaged one says so", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, `${APP}#${fragmentOf(link)}`);
  await people.button(page, "Start").waitFor();
  const damaged = await stage.open(PHONE, `${APP}#${changed(fragmentOf(link), 60)}`);
  await damaged.getByText(SAID.changed).waitFor();
});

story("a survey link that mail programs changed still opens", async (stage) => {
  const { link } = await survey(stage);
  const [page, fragment] = link.split("#");
  const written = [
    fragment.replaceAll("-", "%2D").replaceAll(".", "%2E"),
    fragment.replaceAll("-", "\u2011"),
    fragment.replace(/(.{40})/g, "$1\u200b"),
  ];
  for (const text of written) {
    const phone = await stage.open(PHONE, `${page}#${text}`);
    await people.button(phone, "Start").waitFor();
  }
});

/** An email with the message in a part of its own, encoded, as a mail program saves it. */
const email = (body) =>
  [
    "Return-Path: <sam@example.org>",
    "Subject: My answers",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(body)
      .toString("base64")
      .replace(/(.{76})/g, "$1\r\n"),
    "--b--",
    "",
  ].join("\r\n");

story("emails that were saved as files are read, and one without answers says what to do", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.giveFiles(page, [
    people.textFile("My answers.eml", email(await message(stage))),
    people.textFile("Hello.eml", email("See you on Tuesday!")),
    people.textFile("answers.zip", "PK\u0003\u0004"),
    people.textFile("answers.docx", "PK\u0003\u0004"),
  ]);
  await page.getByText("1 new answer.").waitFor();
  await page.getByText("It is an email file, and we found no answers in it.").waitFor();
  await page.getByText("It is damaged, or its end is missing.").waitFor();
  await page.getByText("We cannot look inside this kind of file.").waitFor();
});

story(
  "files that hold no answers are named, each with its reason, and the good one among them is added",
  async (stage) => {
    const answers = await message(stage);
    const page = await people.organiserAt(stage, await survey(stage), "add-answers");
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 7919) % 256));
    await people.giveFiles(page, [
      { name: "photo.jpg", mimeType: "image/jpeg", buffer: bytes },
      people.textFile("empty.txt", ""),
      people.textFile("good.txt", answers),
      people.textFile("huge.txt", "x".repeat(17 * 1024 * 1024)),
      people.textFile("cut.txt", cut(answers, 9)),
    ]);
    await page.getByText("1 new answer.").waitFor();
    await page.getByText("We could not add 3 answers:").waitFor();
    const reason = (name, said) =>
      page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: said }).waitFor();
    await reason("photo.jpg", "The browser could not read it. Choose it again.");
    await page.getByText(/^We found no answers in .*empty\.txt.*There is nothing in it: it has 0 bytes\./).waitFor();
    await reason("huge.txt", "The file is too large for this page. Open it, copy the text with the answers, and paste it here.");
    await reason("cut.txt", TROUBLE.cut);
  },
);

story("an address of the organiser's page that leads nowhere says so, above the surveys", async (stage) => {
  const nowhere = "This address does not lead to a page of Ask Together.";
  const gone = "The survey in this address is not in this browser.";
  const page = await stage.open(PHONE, "about:blank");
  for (const [fragment, said] of [
    ["nonsense", nowhere],
    ["share/zzz", nowhere],
    ["results/../x", nowhere],
    ["questions/0000000000000000", gone],
  ]) {
    await visit(page, `${APP}#${fragment}`);
    await page.getByRole("heading", { name: "My surveys", level: 1 }).waitFor();
    await page.getByText(said).waitFor();
  }
  await visit(page, APP);
  await page.getByRole("heading", { name: "My surveys", level: 1 }).waitFor();
  await soon.equal(() => page.getByText("This address").count(), 0);
});

story("answers kept on the phone that can not be read are put aside, and the person can answer", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link);
  await press(page, "Start");
  await people.answer(page, FOUR_KINDS.questions[0], FOUR_ANSWERS[0]);
  const [name] = await eventually(async () => {
    const names = Object.keys(await records(page, ...ON_PHONES));
    assert.equal(names.length, 1);
    return names;
  });
  await putRecord(page, ...ON_PHONES, name, "rubbish");
  await page.reload();
  await page.getByText("There are older answers on this phone. We cannot read them. Please start again.").waitFor();
  await people.answerAll(page, FOUR_KINDS.questions, FOUR_ANSWERS, people.BY_KEYS);
  await soon.equal(async () => (await records(page, ...ON_PHONES))[`${name}/aside/0`], "rubbish");
  await people.sendByCopy(page);
});

story("marks of direction in what people write turn no words of ours", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, { ...FOUR_KINDS, title: "\u202eSurvey\u2067", organisation: "\u202eTeam A" });
  await soon.equal(() => page.title(), "Questions – \u2068Survey\u2069 – Ask Together");
  const phone = await stage.open(PHONE, await people.publish(page));
  await people.button(phone, "Start").waitFor();
  await soon.equal(() => phone.title(), "Survey");
  await phone.getByText("From: Team A", { exact: true }).waitFor();
  await press(phone, "Start");
  await soon.equal(() => phone.title(), "Question 1 of 5 – Survey");
  await page.getByRole("link", { name: "Ask Together" }).click();
  await people.withSurvey(page, "Delete: \u2068Survey\u2069");
  await page.getByRole("alertdialog", { name: "Delete “\u2068Survey\u2069”?" }).waitFor();
});
