// Building a survey: every kind of question comes out of the editor as that kind, with its choices, pictures and
// limits; a question is asked only after some answers, and what can not work is said and leads to where it is mended;
// sections, earlier answers in later words, and hard words. The preview shows each.
// Longer than 400 lines because each way to lose or change something has a story of its own.

import assert from "node:assert/strict";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { add, controls, follow, listed, openCard, outline, problems, region, tick, when, wordsOf } = building;
const { button, cardOf, field, press, preview, redo, summary, undo } = people;

async function start(stage, size = LAPTOP) {
  const page = await stage.open(size, APP);
  await people.startEmpty(page);
  return page;
}

const all = (role, names) => names.map((name) => `${role}: ${name}`);
const FACES = ["Very bad", "Bad", "OK", "Good", "Very good"];
const TIMES = ["This week", "This month", "This year", "Last year", "Longer ago", "I do not remember"];
const TWO = ["Tea", "Cake"];

/** Kind, choices to write, what the preview must show, and words that say how to answer. */
const KINDS = [
  ["Yes, no, not sure", [], all("radio", ["Yes", "No", "I am not sure"])],
  ["One choice", TWO, all("radio", TWO)],
  ["Several choices", TWO, all("checkbox", TWO), "You can pick more than one."],
  ["3 faces", [], all("radio", FACES.slice(1, 4))],
  ["5 faces", [], all("radio", FACES)],
  ["Pick one picture", TWO, all("radio", TWO)],
  ["Pick several pictures", TWO, all("checkbox", TWO), "You can pick more than one."],
  ["This or that", TWO, all("radio", TWO), "or"],
  ["Roughly when", [], all("radio", TIMES)],
  ["Rank", TWO, all("button", ["Tea No number yet", "Cake No number yet"]), "Press the most important"],
  ["Sort into groups", TWO, all("button", ["Going well", "Not sure", "Not going well"]), "Card 1 of 2"],
  ["Short answer", [], ["textbox: Is it so?"]],
  ["Long answer", [], ["textbox: Is it so?"]],
  ["A number", [], ["textbox: Is it so?"], "Write a number."],
  ["A date", [], all("textbox", ["Day", "Month", "Year"]), "For example: 23 11 1980"],
  ["A month and year", [], all("textbox", ["Month", "Year"]), "For example: 11 1980"],
  ["Information page", [], []],
  ["Consent page", [], all("radio", ["Yes, I want to take part", "No, I do not want to"])],
  ["Section", [], []],
];

story("every kind of question can be made, and the preview shows it as that kind", async (stage) => {
  const page = await start(stage);
  let number = 0;
  for (const [kind, choices, shown, how] of KINDS) {
    const card = await add(page, kind, "Is it so?");
    await building.writeChoices(card, choices);
    await holds(building.kindOf(card), kind);
    await controls(page, shown);
    if (how) await preview(page).getByText(how).first().waitFor();
    await preview(page).getByRole("heading", { name: "Is it so?" }).waitFor();
    const isPage = ["Information page", "Section"].includes(kind);
    if (!isPage) await preview(page).getByText(`Question ${(number += 1)} of ${number + 1}`).waitFor();
  }
  for (const name of ["Page", "Consent page", "Section", "Question 16"]) await region(page, name).waitFor();
  const pictures = preview(page).locator("img");
  for (const [name, count] of Object.entries({ "Question 1": 3, "Question 4": 3, "Question 5": 5 })) {
    await building.open(page, name);
    await eventually(async () => assert.equal(await pictures.count(), count));
  }
});

story("a question of another kind keeps its choices for a change of mind, and undo takes it back", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "One choice", "What do you like?");
  await building.writeChoices(card, TWO);
  const kind = building.kindOf(card);
  await kind.selectOption("Short answer");
  await controls(page, ["textbox: What do you like?"]);
  await kind.selectOption("Yes, no, not sure");
  await controls(page, all("radio", ["Yes", "No", "I am not sure"]));
  await kind.selectOption("Several choices");
  await controls(page, all("checkbox", TWO));
  await undo(page).click();
  await holds(kind, "Yes, no, not sure");
  await undo(page).click();
  await controls(page, ["textbox: What do you like?"]);
  await undo(page).click();
  await controls(page, all("radio", TWO));
  for (let step = 0; step < 3; step += 1) await redo(page).click();
  await controls(page, all("checkbox", TWO));
});

story("standard choices show the app's words, and take others", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Yes, no, not sure", "Do you like tea?");
  for (const [place, words] of ["Yes", "No", "I am not sure"].entries()) {
    const choice = field(card, `Choice ${place + 1}`);
    await holds(choice, "");
    await soon.equal(() => choice.getAttribute("placeholder"), words);
  }
  await soon.equal(() => card.getByRole("button", { name: /^(Add|Remove|Move) .*choice/ }).count(), 0);
  await field(card, "Choice 3").fill("Maybe");
  await controls(page, all("radio", ["Yes", "No", "Maybe"]));
  await field(card, "Choice 3").fill("");
  await controls(page, all("radio", ["Yes", "No", "I am not sure"]));
  const sort = await add(page, "Sort into groups", "How is it?");
  await people.openChip(sort, "Groups");
  await soon.equal(() => field(sort, "Group 2").getAttribute("placeholder"), "Not sure");
  await field(sort, "Group 2").fill("In between");
  await controls(page, all("button", ["Going well", "In between", "Not going well"]));
});

story("a picture is found by another word and picked by keys, and undo takes it away", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Pick one picture", "Who helps you?");
  await building.writeChoices(card, ["My mum", "My friend"]);
  const opener = building.pictureOf(card, "choice 1");
  const dialog = building.pictureDialog(page);
  await opener.press("Enter");
  await dialog.getByRole("status").getByText("340 pictures").waitFor();
  const search = field(dialog, "Search for a picture");
  await hasFocus(search);
  await page.keyboard.type("mum dad rel");
  await dialog.getByRole("status").getByText("1 picture", { exact: true }).waitFor();
  const family = button(dialog, "family");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab");
  await hasFocus(family);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  const named = button(card, "Picture of choice 1: family");
  await hasFocus(named);
  const picture = preview(page).locator("label", { hasText: "My mum" }).locator("img");
  const isFamily = ({ src, naturalWidth }) => /1F46A/.test(src) && naturalWidth > 0;
  await eventually(async () => assert.ok(await picture.evaluate(isFamily)));
  await undo(page).click();
  await button(card, "Picture of choice 1: none yet").waitFor();
  await soon.equal(() => picture.count(), 0);
  await redo(page).click();
  await named.click();
  await search.fill("zzz");
  await dialog.getByText("No pictures found. Try another word.").waitFor();
  await press(dialog, "No picture");
  await button(card, "Picture of choice 1: none yet").waitFor();
  await opener.click();
  await hasFocus(search);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await hasFocus(opener);
});

story("a question has a picture with words for it, and a standard choice goes back to its usual one", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Yes, no, not sure", "Do you like tea?");
  await building.pickPicture(card, "the question", "hot drink");
  await press(card, "Describe the picture");
  await card.getByRole("radio", { name: "Say what it shows" }).check();
  await field(card, "What does the picture show?").fill("A hot cup");
  await preview(page).getByRole("img", { name: "A hot cup" }).waitFor();
  await button(card, "Picture of choice 1: yes").waitFor();
  await building.pickPicture(card, "choice 1", "home");
  await button(card, "Picture of choice 1: home").click();
  await press(building.pictureDialog(page), "The usual picture");
  await button(card, "Picture of choice 1: yes").waitFor();
});

story("one choice unticks the others, people can write something else, and can prefer not to say", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Several choices", "What do you eat?");
  await building.writeChoices(card, ["Bread", "Soup", "None of these"]);
  await tick(card, building.WRITE_ELSE).check();
  await building.preferNot(card);
  const four = ["Bread", "Soup", "None of these", "Something else"];
  await controls(page, [...all("checkbox", four), "button: I prefer not to say"]);
  const box = (name) => preview(page).getByRole("checkbox", { name, exact: true });
  for (const name of ["Bread", "None of these"]) await box(name).check();
  await eventually(async () => assert.ok(!(await box("Bread").isChecked())));
  await box("Something else").check();
  await field(preview(page), "Say it in your own words").fill("Cake");
  await soon.ok(async () => !(await box("None of these").isChecked()));
  await tick(card, building.WRITE_ELSE).uncheck();
  await controls(page, [...all("checkbox", four.slice(0, 3)), "button: I prefer not to say"]);
  await undo(page).click();
  await box("Something else").waitFor();
  await eventually(async () => assert.ok(await tick(card, building.WRITE_ELSE).isChecked()));
});

story("“None of these” unticks the others by itself, and a person can say otherwise", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Several choices", "Who helps you?");
  const clears = (number) => card.getByRole("listitem").nth(number - 1).getByText("clears the rest", { exact: true });
  const holds = (number, is) => eventually(async () => assert.equal((await clears(number).count()) > 0, is));
  await building.writeChoices(card, ["My mum", "No one"]);
  await holds(2, false);
  await field(card, "Choice 2").press("Tab");
  await holds(2, true);
  await page.getByText("Ticking “No one” now clears the rest.").waitFor();
  await undo(page).click();
  await holds(2, false);
  await field(card, "Choice 2").click();
  await field(card, "Choice 1").click();
  await holds(2, false);
  // A person who goes straight to the box ticks it, and does not untick what ticked itself.
  await press(card, "Add a choice");
  await field(card, "Choice 3").fill("I am not sure");
  await press(card, "More for choice 3");
  await tick(card, "If this is ticked, clear the rest").check();
  await page.keyboard.press("Escape");
  await holds(3, true);
  // A pasted list, and a question that lets people tick more from now on.
  await card.getByText("Paste a list").click();
  await field(card, "One choice on each line").fill("A friend\nNobody");
  await press(card, "Add this list");
  await holds(5, true);
  await holds(4, false);
  await building.kindOf(card).selectOption("One choice");
  await building.kindOf(card).selectOption("Several choices");
  await holds(2, true);
  await holds(1, false);
});

story("limits that nobody can meet are a problem that leads to them, and right ones hold", async (stage) => {
  const page = await start(stage);
  const card = await add(page, "Several choices", "What do you eat?");
  await building.writeChoices(card, ["Bread", "Soup", "Cake"]);
  const limits = card.getByRole("group", { name: /^How many can people pick\?/ });
  await people.openChip(card, "Limits");
  await building.setNumber(field(limits, "At least"), "3");
  await preview(page).getByText("Pick 3 or more.").waitFor();
  await building.setNumber(field(limits, "At most"), "2");
  await preview(page).getByText("You can pick up to 2.").waitFor();
  const bad = "nobody can answer inside these limits. Change a number.";
  await problems(page, [`Question 1: ${bad}`]);
  await follow(page, bad);
  await hasFocus(limits);
  await limits.getByText("Nobody can answer inside these limits. Change a number.").waitFor();
  await building.setNumber(field(limits, "At least"), "two");
  await card.getByRole("textbox", { name: "At least", description: "Write a number like 1 or 3" }).waitFor();
  await building.setNumber(field(limits, "At least"), "1");
  await limits.getByText("Nobody can answer").waitFor({ state: "hidden" });
  await add(page, "A number", "How old are you?");
  const numbers = cardOf(page, 2).getByRole("group", { name: /^Allowed numbers/ });
  await people.openChip(cardOf(page, 2), "Limits");
  await building.setNumber(field(numbers, "Smallest number"), "16");
  await building.setNumber(field(numbers, "Largest number"), "99.5");
  await field(preview(page), "How old are you?").fill("7");
  await press(preview(page), "Next");
  await preview(page).getByText("Write 16 or a larger number.").first().waitFor();
  await building.setNumber(field(numbers, "Smallest number"), "");
  await building.kindOf(openCard(page)).selectOption("Several choices");
  await holds(field(limits.last(), "At most"), "");
});

const JOB = "Do you have a job?";
const LIVE = "Where do you live?";

/** A survey with a yes-or-no question, one of one choice, and one to write in, which is open. */
async function withThree(stage) {
  const page = await start(stage);
  await add(page, "Yes, no, not sure", JOB);
  await building.writeChoices(await add(page, "One choice", LIVE), ["In a flat", "In a house"]);
  return { page, card: await add(page, "Short answer", "Who lives with you?") };
}

story("a condition is a sentence, with a group of which one is enough, and the preview follows", async (stage) => {
  const { page, card } = await withThree(stage);
  await building.onlyIf(card, { question: `1. ${JOB}`, check: "is not", choice: "I am not sure" });
  await building.addTest(card, 2, { question: `2. ${LIVE}`, check: "was answered" });
  const joined = when(card).getByLabel("Ask this if");
  await joined.selectOption("any of these are true");
  await press(when(card), "Remove condition 2");
  await building.setTest(card, 1, { check: "is", choice: "Yes" });
  await press(when(card), "Add a group");
  await hasFocus(building.testQuestion(card, 2));
  const group = when(card).getByRole("group", { name: "Group 1" });
  await holds(group.getByLabel("Group 1 is true if"), "any");
  await joined.selectOption("all of these are true");
  const sentence = `Only if “${JOB}” is Yes, and also “${LIVE}” is In a flat or “${LIVE}” is In a house`;
  await building.open(page, "Question 1");
  await cardOf(page, 3).getByText(sentence, { exact: true }).waitFor();
  await listed(page, [`1 ${JOB}`, `2 ${LIVE}`, "3 Who lives with you? Only if"]);
  const phone = preview(page);
  await phone.getByRole("radio", { name: "Yes", exact: true }).check();
  await press(phone, "Next");
  await press(phone, "Next");
  await page.getByText("That was the last question.").waitFor();
  await phone.getByRole("radio", { name: "In a house" }).check();
  await press(phone, "Next");
  await phone.getByRole("heading", { name: "Who lives with you?" }).waitFor();
  await people.openChip(openCard(page), "Asked");
  await press(openCard(page), "Remove group 1");
  await when(openCard(page)).getByRole("radio", { name: "Always" }).check();
  await undo(page).click();
  await undo(page).click();
  await building.open(page, "Question 1");
  await cardOf(page, 3).getByText(sentence, { exact: true }).waitFor();
});

for (const [what, harm, problem, beside] of [
  [
    "a question that is deleted",
    async (page) => people.withCard(await building.open(page, "Question 1"), "Delete"),
    "Question 2: “When to ask this” is about something that is gone. Change that condition or remove it.",
    "This question is gone. Pick another, or remove this condition.",
  ],
  [
    "a choice that is gone",
    async (page) => building.kindOf(await building.open(page, "Question 1")).selectOption("3 faces"),
    "Question 3: “When to ask this” is about something that is gone. Change that condition or remove it.",
    "This choice is gone. Pick another, or remove this condition.",
  ],
  [
    "a question that comes later now",
    async (page) => {
      await building.open(page, "Question 1");
      for (let step = 0; step < 2; step += 1) await press(openCard(page), "Move down");
    },
    "Question 2: “When to ask this” is about a question that comes later. Move that one up, or change the condition.",
    "This question comes later. Pick another, or move that one up.",
  ],
]) {
  story(`a condition on ${what} is a problem in words that leads to the condition`, async (stage) => {
    const { page, card } = await withThree(stage);
    await building.onlyIf(card, { question: `1. ${JOB}`, choice: "Yes" });
    await harm(page);
    await problems(page, [problem]);
    await follow(page, problem);
    await hasFocus(when(openCard(page)));
    await when(openCard(page)).getByText(beside, { exact: true }).waitFor();
    await undo(page).click();
    await eventually(async () => assert.equal(await summary(page).getByRole("link", { name: problem }).count(), 0));
  });
}

story("a condition that can never hold is a problem that leads to it, and can be mended", async (stage) => {
  const { page, card } = await withThree(stage);
  await building.onlyIf(card, { question: `1. ${JOB}`, choice: "Yes" });
  await building.addTest(card, 2, { question: `1. ${JOB}`, choice: "No" });
  const never = "nobody will ever be asked this. Two conditions cannot both be true. Change “When to ask this”.";
  await problems(page, [`Question 3: ${never}`]);
  await follow(page, never);
  await hasFocus(when(card));
  await when(card).getByLabel("Ask this if").selectOption("any of these are true");
  await when(card).getByText("Nobody will ever be asked this.").waitFor({ state: "hidden" });
});

story("a section holds the questions below it, and is asked as often as a number says", async (stage) => {
  const page = await start(stage);
  await add(page, "A number", "How many children do you have?");
  const often = (card) => card.getByLabel("How many times to ask this section");
  const card = await add(page, "Section", "A child");
  await people.openChip(card, "Repeats");
  await often(card).selectOption("As many times as “How many children do you have?” says");
  await add(page, "Short answer", "What is their name?");
  const section = outline(page).getByRole("list").getByRole("list");
  await eventually(async () => assert.match(await section.innerText(), /^2\s+What is their name\?$/));
  await region(page, "Section").getByText("As many times as “How many children do you have?” says").waitFor();
  await building.open(page, "Question 1");
  await building.kindOf(openCard(page)).selectOption("Short answer");
  const again = "Section: pick again how many times to ask it. It needs a question for a number before it.";
  await problems(page, [again]);
  await follow(page, again);
  await hasFocus(often(openCard(page)));
  await often(openCard(page)).selectOption("Once");
  await problems(page, []);
  await people.withCard(openCard(page), "Delete");
  await page.getByText("The section is deleted. Its questions are still here.").waitFor();
  await listed(page, ["1 How many children do you have?", "2 What is their name?"]);
});

story("an earlier answer goes in at the caret, follows its question, and is missed once it is gone", async (stage) => {
  const page = await start(stage);
  await add(page, "Short answer", "What is your name?");
  await add(page, "Short answer", "What is your dog’s name?");
  const card = await add(page, "Short answer", "Tell us, , where do you live?");
  const question = wordsOf(card);
  await question.press("Control+Home");
  for (let steps = 0; steps < 9; steps += 1) await page.keyboard.press("ArrowRight");
  await building.putIn(card, "Question", "1. What is your name?");
  await page.keyboard.type("!");
  await holds(question, "Tell us, [answer 1]!, where do you live?");
  await preview(page).getByText("Tell us!, where do you live?").waitFor();
  await press(await building.open(page, "Question 1"), "Move down");
  const three = ["1 What is your dog’s name?", "2 What is your name?", "3 Tell us, [answer 2]!, where do you live?"];
  await listed(page, three);
  await field(preview(page), "What is your name?").fill("Ana <b>");
  await press(preview(page), "Next");
  await preview(page).getByText("Tell us, \u2068Ana <b>\u2069!, where do you live?").waitFor();
  await holds(question, "Tell us, [answer 2]!, where do you live?");
  await people.withCard(await building.open(page, "Question 2"), "Delete");
  await listed(page, ["1 What is your dog’s name?", "2 Tell us, [answer gone]!, where do you live?"]);
  const gone = "Question 2: the earlier answer in these words is gone, or comes later. Remove it from the words.";
  await problems(page, [gone]);
  await follow(page, gone);
  await hasFocus(question);
  await undo(page).click();
  await listed(page, three);
});

story("who prefers not to say their name is not called so in a later question", async (stage) => {
  const page = await start(stage);
  await building.preferNot(await add(page, "Short answer", "What is your name?"));
  const card = await add(page, "Short answer", "Hello ");
  await wordsOf(card).press("Control+End");
  await building.putIn(card, "Question", "1. What is your name?");
  await building.open(page, "Question 1");
  await press(preview(page), "I prefer not to say");
  await preview(page).getByRole("heading", { name: "Hello …", exact: true }).waitFor();
});

story("a hard word is explained, can be tapped in the preview, and can be taken out again", async (stage) => {
  const page = await start(stage);
  await add(page, "Yes, no, not sure", "Do you like your support worker?");
  await building.explain(page, "support worker", "A person who is paid to help you.");
  await region(page, "Word list").getByRole("heading", { name: "Word list" }).waitFor();
  const word = preview(page).getByText("support worker", { exact: true });
  await word.click();
  await preview(page).getByRole("status").getByText("A person who is paid to help you.").waitFor();
  await press(page, "Add a hard word");
  await hasFocus(field(page, "Word 2"));
  await field(page, "Word 2").fill("advocate");
  const missing = "Write the hard word and what it means, or remove it.";
  await press(page, "Publish");
  await follow(page, missing);
  await hasFocus(field(page, "Word 2"));
  await press(page, "Remove word 2");
  await hasFocus(field(page, "Word 1"));
  await press(page, "Remove word 1");
  await hasFocus(button(page, "Add a hard word"));
  await word.waitFor({ state: "detached" });
  await undo(page).click();
  await holds(field(page, "Word 1"), "support worker");
  await building.open(page, "Question 1");
  await region(page, "Word list").getByText("support worker", { exact: true }).waitFor();
});

story("on a phone, the message that a question is deleted leaves the last card to be pressed", async (stage) => {
  const page = await start(stage, PHONE);
  for (const text of ["What is your name?", "Where do you live?"]) await add(page, "Short answer", text);
  await people.withCard(openCard(page), "Delete");
  await page.getByText("The question is deleted.").waitFor();
  await region(page, "Word list").getByRole("button").click();
  await hasFocus(button(page, "Add a hard word"));
});
