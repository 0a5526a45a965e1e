// Words we agree: an organiser finds a word, changes what it means and notes who agreed; a survey explains it with one
// tap and is told when it says something else; a reviewer says on a phone what a word means; and words go out and come
// in as a file.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import * as reviewing from "./reviewing.mjs";
import { APP, LAPTOP, PHONE, download, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field, press } = people;
const heading = (page) => page.getByRole("heading", { name: "Words we agree", level: 1 });
const clean = async (page) => assert.deepEqual(await findings(page), []);
const word = (page, name) => page.getByRole("listitem").filter({ has: button(page, name) });
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth);
const OURS = "Someone who helps you to say what you want.";

/** The words, from the first screen. */
async function words(stage) {
  const page = await stage.open(LAPTOP, APP);
  await page.getByRole("link", { name: "Open Words we agree" }).click();
  await hasFocus(heading(page));
  return page;
}

/** Finds a word and opens it. */
async function open(page, name) {
  await page.getByRole("searchbox", { name: "Find a word" }).fill(name);
  await press(page, name);
  await hasFocus(field(page, "Word"));
}

story("a group changes what a word means, and notes who agreed", async (stage) => {
  const page = await words(stage);
  await word(page, "co-production").getByText("Not: Asking people about a plan that is already made.").waitFor();
  await clean(page);
  await open(page, "advocate");
  await field(page, "What it means").fill("This is a very long meaning that says far too much. ".repeat(3));
  await page.getByText(/^33 of 25 words. Make it shorter.$/).waitFor();
  await field(page, "What it means").fill(OURS);
  await press(page, "They agree");
  await page.getByText("Write who agreed.").waitFor();
  await hasFocus(field(page, "Who agrees with this meaning"));
  await field(page, "Who agrees with this meaning").fill("The self-advocacy group");
  await press(page, "They agree");
  await page.getByText(/^Agreed by The self-advocacy group, /).waitFor();
  await clean(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await soon.equal(() => wide(page), 320);
  await page.locator("summary", { hasText: "Picture" }).click();
  await page.getByText("What it meant before").click();
  await page.getByText(/Ask Together began with: “Someone who helps you to speak up/).waitFor();
  await soon.equal(() => wide(page), 320);
  await clean(page);
  await press(page.getByRole("main"), "Close");
  await hasFocus(button(page, "advocate"));

  // All of it is kept.
  await page.reload();
  await word(page, "advocate").getByText(OURS).waitFor();
  await word(page, "advocate").getByText("changed by you").waitFor();
  // Other words than they agreed to are not agreed.
  await open(page, "advocate");
  await field(page, "What it means").fill("Someone else.");
  await word(page, "advocate").getByText("Not agreed yet").waitFor();
  await page.getByText(`The meaning then was: “${OURS}”`).waitFor();
  await press(page, "Undo");
  await word(page, "advocate").getByText(/^Agreed by/).waitFor();
  await press(page, "Remove this word");
  await page.getByText("The word is removed.").waitFor();
  await soon.equal(() => button(page, "advocate").count(), 0);
  await press(page, "Undo");
  await button(page, "advocate").waitFor();
});

story("a survey explains a word as it was agreed, and a new meaning comes to it by a press", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, {
    title: "Your support",
    organisation: "Team A",
    questions: [{ kind: "Long answer", text: "Do you have an advocate?" }],
  });
  await building.openFromOutline(page, "Word list");
  const list = building.region(page, "Word list");
  await press(list, "Explain “advocate”");
  await page.getByText("“advocate” is now in the word list.").waitFor();
  await holds(field(list, "What word 1 means"), "Someone who helps you to speak up. They are on your side.");
  await soon.equal(() => button(list, "Explain “advocate”").count(), 0);
  await clean(page);
  await list.getByRole("link", { name: "See “advocate” in Words we agree" }).click();
  await hasFocus(button(page, "advocate"));
  await word(page, "advocate").getByText("used in 1 survey").waitFor();
  await field(page, "What it means").fill(OURS);
  await press(page.getByRole("main"), "Close");
  await page.getByText("In your surveys: 1 word to decide about").click();
  await page.getByText("This survey: “Someone who helps you to speak up. They are on your side.”").waitFor();
  await clean(page);
  await press(page, "advocate: use our meaning in this survey");
  await page.getByText("“Your support” now says our meaning of “advocate”.").waitFor();
  await soon.equal(() => page.getByText("In your surveys:").count(), 0);
  await press(page, "advocate");
  await page.getByRole("link", { name: "“Your support”" }).click();
  await building.openFromOutline(page, "Word list");
  await holds(field(list, "What word 1 means"), OURS);

  // The survey says something else: both stand there, and people decide.
  await field(list, "What word 1 means").fill("A person on your side.");
  await list.getByText(`Words we agree: “${OURS}”`).waitFor();
  await press(list, "Use our meaning of “advocate”");
  await holds(field(list, "What word 1 means"), OURS);
  // A word of its own goes to the words that all surveys share.
  await press(list, "Add a hard word");
  await field(list, "Word 2").fill("brew");
  await field(list, "What word 2 means").fill("A hot drink.");
  await press(list, "Put “brew” in Words we agree");
  await list.getByRole("link", { name: "See “brew” in Words we agree" }).waitFor();
});

story("a reviewer says on a phone what a word means, and it goes into the words", async (stage) => {
  const survey = await reviewing.asked(stage);
  const phone = await reviewing.reviewer(stage, survey, "Ana");
  await reviewing.unfold(phone, "A word is hard");
  await reviewing.unfold(phone, "Say what a word means");
  await phone.getByRole("combobox", { name: "Which word?" }).selectOption("services");
  await field(phone, "What does it mean?").fill("Help that people can get.");
  await reviewing.clean(phone, true);
  await reviewing.noSidewaysScrolling(phone);
  for (const _ of "123") await press(phone, "Next");
  const message = await reviewing.send(phone);
  const team = await reviewing.organiser(stage, survey);
  await reviewing.add(team, message);
  await team.getByText("Ana: what “services” means").waitFor();
  await team.getByText("“Help that people can get.”").waitFor();
  await clean(team);
  await press(team, "Put in Words we agree");
  await team.getByText("It is in Words we agree.").waitFor();
  await team.goto(`${APP}#words`);
  await word(team, "services").getByText("Help that people can get.").waitFor();
});

story("words go out as a file and come in again, and a bad row is told", async (stage) => {
  const page = await words(stage);
  const { name, bytes } = await download(page, () => press(page, "Download CSV"));
  assert.equal(name, "words-we-agree.csv");
  assert.match(bytes.toString(), /"advocate","Someone who helps you to speak up/);
  const give = (text) =>
    page.getByLabel("Open a CSV file").setInputFiles({ name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await give("no,heads\n1,2\n");
  await page.getByText("The first row of this file must have the headings “Word” and “What it means”.").waitFor();
  await give(`Word,What it means\nbrew,A hot drink.\ncake,\nadvocate,${OURS}\n`);
  await hasFocus(page.getByRole("heading", { name: "What is in this file" }));
  await page.getByText("Row 3 is left out: it does not say what the word means.").waitFor();
  await clean(page);
  await press(page, "Add 1 new word");
  await page.getByText("There are no new words in it. 1 word means the same as here.").waitFor();
  await press(page, "advocate: use the meaning in the file");
  await soon.equal(() => page.getByText("Words with another meaning").count(), 0);
  await word(page, "brew").getByText("A hot drink.").waitFor();
  await word(page, "advocate").getByText(OURS).waitFor();
  await give(bytes.toString());
  await page.getByText("Words with another meaning").waitFor();
});

story("a file of 500 words says what fits and what could be easier, and one can type in the list", async (stage) => {
  const page = await words(stage);
  const rows = Array.from({ length: 500 }, (_, at) => `word ${at},${at === 3 ? "Please do it. ".repeat(9) : "A thing that we say."}`);
  const buffer = Buffer.from(`Word,What it means\n${rows.join("\n")}\n`);
  await page.getByLabel("Open a CSV file").setInputFiles({ name: "ours.csv", mimeType: "text/csv", buffer });
  await page.getByText(/^There is room for \d+ more words, and the file brings 500 words\. Remove words/).waitFor();
  await page.getByText("1 meaning could be easier to read.", { exact: false }).waitFor();
  await page.getByText(/word 3.*: 27 of 25 words\. Make it shorter\./).waitFor();
  await clean(page);
  await press(page, /^Add the first \d+ new words$/);
  await page.getByText("The words are added.", { exact: false }).waitFor();
  await page.getByText("There is no room for more words.", { exact: false }).waitFor();
  await press(page.getByRole("main"), "Close");
  await page.getByText("100 of 500 words are shown.").waitFor();
  await press(page, "Show 100 more words");
  await page.getByText("200 of 500 words are shown.").waitFor();
  await clean(page);
  // Whoever looks for a word finds it wherever it stands, and paper has all of them.
  await open(page, "word 300");
  await field(page, "What it means").fill("");
  await field(page, "What it means").pressSequentially("Something that we all know well.");
  await holds(field(page, "What it means"), "Something that we all know well.");
  await page.getByRole("searchbox", { name: "Find a word" }).fill("");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await soon.equal(() => page.getByText(/words are shown\.$/).count(), 0);
});

story("a word needs a name, and one in which nothing was written goes again", async (stage) => {
  const page = await words(stage);
  const [count] = (await page.getByText(/^\d+ words$/).innerText()).split(" ");
  await press(page, "Add a word");
  await page.getByText(`${Number(count) + 1} words`, { exact: true }).waitFor();
  await field(page, "What it means").fill("A hot drink.");
  await press(page.getByRole("main"), "Close");
  await page.getByText("Write the word first. Or remove it.").waitFor();
  await hasFocus(field(page, "Word"));
  await word(page, "New word").getByText("It has no word yet").waitFor();
  await clean(page);
  await field(page, "Word").fill("brew");
  await press(page.getByRole("main"), "Close");
  await hasFocus(button(page, "brew"));
  await press(page, "Add a word");
  await press(page.getByRole("main"), "Close");
  await soon.equal(() => button(page, "New word").count(), 0);
  await page.getByText(`${Number(count) + 1} words`, { exact: true }).waitFor();
  // So does one that is left by another way.
  await press(page, "Add a word");
  await page.getByRole("banner").getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("link", { name: "Open Words we agree" }).click();
  await page.getByText(`${Number(count) + 1} words`, { exact: true }).waitFor();
});

story("two tabs that write in one word apart keep both, and people decide", async (stage) => {
  const page = await words(stage);
  await open(page, "advocate");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await open(other, "advocate");
  await field(other, "What it is not (optional)").fill("Someone who is paid to say yes.");
  await holds(field(page, "What it is not (optional)"), "Someone who is paid to say yes.");
  await press(page, "Add a word");
  await field(page, "Word").fill("advocate");
  await page.getByText("This word is here more than once.").waitFor();
  await page.getByText("1 word has two meanings").waitFor();
  await clean(page);
  await press(page, /^Keep this: “Someone who helps you to speak up/);
  await soon.equal(() => page.getByText("This word is here more than once.").count(), 0);
});

story("the group picks its step of the ladder, and the record and the report say it", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, {
    title: "Your support",
    organisation: "Team A",
    questions: [{ kind: "Long answer", text: "What would you change?" }],
  });
  await people.goTo(page, "How this was made");
  const steps = page.getByRole("group", { name: "How did people take part?" });
  await steps.getByText("Not: Showing people a plan when it is done.").waitFor();
  await steps.getByRole("radio", { name: /^Co-designing/ }).check();
  await page.getByText("In a few words: worked with.").waitFor();
  // Undo is about what is done here, not about the questions, which do not show here.
  await people.undo(page).click();
  await page.getByText("Undone: How people took part").waitFor();
  await soon.equal(() => page.getByText("In a few words:").count(), 0);
  assert.equal(await steps.getByRole("radio", { checked: true }).count(), 0);
  await soon.equal(() => people.undo(page).getAttribute("aria-disabled"), "true");
  await people.redo(page).click();
  await page.getByText("In a few words: worked with.").waitFor();
  await clean(page);
  await people.goTo(page, "What people said");
  await page.getByText("When people send you their answers, add them here.", { exact: false }).waitFor();
  assert.equal(await people.undo(page).count(), 0, "nothing that Undo takes back shows here");
  await people.goTo(page, "How this was made");
  await page.setViewportSize({ width: 320, height: 640 });
  await soon.equal(() => wide(page), 320);
});
