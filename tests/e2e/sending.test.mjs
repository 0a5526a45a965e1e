// Sending answers off the phone: share sheet, copy and file, each saying what happens next; and what the organiser's
// inbox makes of answers that are sent more than once.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, PHONE, clipboard, eventually, hasFocus, soon, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;
const QUESTIONS = FOUR_KINDS.questions;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const ANSWER_LINK = new RegExp(`${APP}#ask-answer\\.[\\w-]+$`);

/** A phone that has answered everything and is at the check. */
async function answered(stage, options) {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, options);
  await people.answerAll(page, QUESTIONS, FOUR_ANSWERS, people.BY_KEYS);
  return page;
}

async function atWaysToSend(stage, prepare) {
  const page = await answered(stage, { prepare });
  await people.toSend(page);
  await people.atSend(page);
  return page;
}

/** A share sheet that does what `outcome` says, and remembers what it was given. */
const sheet = (outcome) => `
  window.shared = [];
  navigator.share = async (data) => {
    window.shared.push(data);
    if (${JSON.stringify(outcome)}) throw new DOMException("no", ${JSON.stringify(outcome)});
  };`;

const toldNext = (page, what, next) =>
  page.getByRole("status").filter({ hasText: what }).filter({ hasText: next }).waitFor();

story("the share sheet gets a message with the link, and then it is done", async (stage) => {
  const page = await atWaysToSend(stage, { content: sheet("") });
  await press(page, "Share my answers");
  await hasFocus(page.getByRole("heading", { name: "You are done. Thank you.", level: 1 }));
  await page.getByText("If you pressed Send, your answers are on their way.").waitFor();
  const [{ title, text, url }] = await page.evaluate(() => window.shared);
  assert.deepEqual([title, url], ["Four kinds", undefined]);
  assert.match(text, ANSWER_LINK);
  await arrives(stage, text, "1 new answer.");
});

story("a share sheet that was closed claims nothing, and one that fails says to try another way", async (stage) => {
  const page = await atWaysToSend(stage, { content: sheet("AbortError") });
  await press(page, "Share my answers");
  await eventually(async () => assert.equal(await page.evaluate(() => window.shared.length), 1));
  await people.atSend(page);
  await soon.equal(() => people.button(page, "I have sent my answers").count(), 0);
  const other = await atWaysToSend(stage, { content: sheet("NotAllowedError") });
  await press(other, "Share my answers");
  await toldNext(other, "That did not work. Your answers are still on this phone.", "Please try another way.");
});

story("two tabs of one survey keep each other's answers, and what is deleted in one is gone in both", async (stage) => {
  const { link } = await survey(stage);
  const one = await stage.open(PHONE, link);
  await press(one, "Start");
  await people.answer(one, QUESTIONS[0], "Yes");
  await press(one, "Next");
  await people.atQuestion(one, 2, people.countOf(QUESTIONS));
  const two = await one.context().newPage();
  await two.goto(link);
  await people.comeBack(two);
  await people.atQuestion(two, 2, people.countOf(QUESTIONS));
  await people.answer(two, QUESTIONS[1], ["Bread"]);
  await one.getByRole("checkbox", { name: "Bread" }).and(one.locator(":checked")).waitFor();
  await press(one, "Back");
  await one.reload();
  await press(one, "Next");
  await one.getByRole("checkbox", { name: "Bread" }).and(one.locator(":checked")).waitFor();
  await press(two, "Delete my answers from this phone");
  await press(two, "Yes, delete them");
  await one.getByRole("checkbox", { name: "Bread" }).and(one.locator(":not(:checked)")).waitFor();
});

story("who sent answers before is told so at the check, when they say no, and before the code goes", async (stage) => {
  const page = await atWaysToSend(stage, { content: sheet("") });
  await press(page, "Share my answers");
  const code = await page.locator(".response-code").textContent();
  await press(page, "Change my answers");
  await people.comeBack(page);
  await page.getByText("Did you send answers before? You can change any answer and send them again.").waitFor();
  await press(page, "Start again");
  const dialog = page.getByRole("alertdialog", { name: "Start again?" });
  await dialog.getByText(code).waitFor();
  await press(dialog, "No, go back");
});

story("a phone without a share sheet offers copy and file, not a button that can not work", async (stage) => {
  const page = await atWaysToSend(stage, { content: "delete Navigator.prototype.share" });
  await people.button(page, "Copy my answers").waitFor();
  await people.button(page, "Save my answers as a file").waitFor();
  await soon.equal(() => page.getByRole("button", { name: "Share my answers" }).count(), 0);
});

story("copied answers are a message with a link, and the page says where to paste it", async (stage) => {
  const page = await atWaysToSend(stage);
  await page.getByText(/Only .Team A. can open them\./).waitFor();
  await press(page, "Copy my answers");
  await toldNext(page, "Your answers are copied.", "Paste, and press send.");
  const message = await clipboard(page);
  assert.match(message, ANSWER_LINK);
  assert.match(message, /^My answers to “Four kinds”. My code is [0-9a-f]{4}-[0-9a-f]{4}.\n/);
  for (const word of ["sea", "tea", "Bread"]) assert.ok(!message.includes(word), "answers travel sealed");
});

story("where the browser refuses to copy, the text is marked for copying by hand", async (stage) => {
  const page = await atWaysToSend(stage, {
    content: "if (navigator.clipboard) navigator.clipboard.writeText = async () => { throw new Error('no') }",
  });
  await press(page, "Copy my answers");
  await toldNext(page, "This phone did not let us copy.", "The words below are marked.");
  const words = people.field(page, "Your locked answers");
  await hasFocus(words);
  const marked = await words.evaluate(({ value, selectionStart, selectionEnd }) =>
    value.slice(selectionStart, selectionEnd),
  );
  assert.match(marked, ANSWER_LINK);
});

story("a saved file holds the same message, and can be added by the organiser", async (stage) => {
  const page = await answered(stage);
  const { name, bytes } = await people.sendByFile(page);
  await toldNext(page, "The file is called my-answers.txt.", "Send the file to the person who asked you.");
  assert.equal(name, "my-answers.txt");
  assert.match(String(bytes), ANSWER_LINK);
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.giveFiles(organiser, [people.textFile(name, bytes)]);
  await organiser.getByText("1 new answer.").waitFor();
});

story(
  "answers that are changed and sent again take the place of the older, in whatever order they come",
  async (stage) => {
    const page = await answered(stage);
    const first = await people.sendByCopy(page);
    await press(page, "Back");
    await people.comeBack(page);
    await people.atCheck(page);
    await page.getByRole("button", { name: /^Change: .*Where do you live/ }).click();
    await people.answer(page, QUESTIONS[2], "On the hill");
    await press(page, "Save");
    await people.atCheck(page);
    await people.toSend(page);
    await page.getByText("Did you send answers before? If you send again, we use the new ones.").waitFor();
    await press(page, "Copy my answers");
    await page.getByText("Your answers are copied.").waitFor();
    const second = await clipboard(page);

    const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
    await people.paste(organiser, first);
    await organiser.getByText("1 new answer.").waitFor();
    await people.paste(organiser, second);
    await organiser.getByText("1 person sent new answers. They replace the earlier ones.").waitFor();
    await people.paste(organiser, first);
    await organiser.getByText("1 already added (not counted again).").waitFor();
    await organiser.getByText("1 person answered so far.").waitFor();
    await people.goTo(organiser, "What people said");
    await organiser.getByText("On the hill").waitFor();
    await soon.equal(() => organiser.getByText("By the sea").count(), 0);
  },
);

story("an answer link shows the inbox of its survey, and a reload does not bring it again", async (stage) => {
  const message = await people.sendByCopy(await answered(stage));
  const { kept } = await survey(stage);
  const organiser = await stage.open(PHONE, people.linkIn(message), { kept });
  await organiser.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await organiser.getByText("1 new answer.").waitFor();
  assert.doesNotMatch(organiser.url(), /ask-answer/);
  await organiser.reload();
  await organiser.getByText("1 person answered so far.").waitFor();
  await soon.equal(() => organiser.getByText("already added").count(), 0);
});

story("an answer to another survey of this browser goes there, and says so", async (stage) => {
  const message = await people.sendByCopy(await answered(stage));
  const { kept } = await survey(stage);
  const organiser = await stage.open(PHONE, APP, { kept });
  await people.startReadyMade(organiser);
  await people.goTo(organiser, "Add answers");
  await people.paste(organiser, message);
  await organiser.getByText("1 answer was for another survey, “Four kinds”. We put it there.").waitFor();
  await organiser.getByText("0 people answered so far.").waitFor();
  await organiser.getByRole("link", { name: "Ask Together" }).click();
  await organiser.getByRole("button", { name: "See answers: Four kinds" }).waitFor();
});

async function arrives(stage, text, outcome) {
  const organiser = await people.organiserAt(stage, await survey(stage), "add-answers");
  await people.paste(organiser, text);
  await organiser.getByText(outcome).waitFor();
}
