// Every kind of question, as people meet it who see it, who hear it and who use keys alone: what a screen reader is
// told of it, how it is answered, what is said when an answer can't be right, and that taking part is asked first.
// Longer than 400 lines because each kind has a story of its own.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { HARD, PAGES, choice, group, heading } from "./every_kind.mjs";
import * as survey from "./every_kind.mjs";
import { eventually, hasFocus, holds, soon, story } from "./support.mjs";

const { button, field, press } = people;
const status = (page, words) => page.getByRole("status").filter({ hasText: words });

/** What a screen reader comes by, in order: each role with its name, and the texts among `texts`. */
async function heard(page, texts) {
  const snapshot = await page.getByRole("main").ariaSnapshot();
  const roles = "group|heading|radio|checkbox|textbox|button|paragraph";
  const line = new RegExp(`^\\s*- '?(${roles})(?: "(.*?)")?[^:"]*(?::(?: "?(.*?)"?)?)?$`);
  return snapshot.split("\n").flatMap((each) => {
    const [, role, name, text] = each.match(line) ?? [];
    if (role === "paragraph") return text && texts.includes(text) ? [text] : [];
    return role ? [`${role}: ${name}`] : [];
  });
}

/** What it should come by: the question, what explains it, the ways to answer, the ways on. */
function expected({ way, text, hint = "", how, choices = [], boxes = [], given, isPersonal, cannotSkip }, isFirst) {
  const hard = [text, hint].some((words) => words.includes(HARD)) ? [`button: What “${HARD}” means`] : [];
  const all = (role, names) => names.map((name) => `${role}: ${name}`);
  const controls = {
    read: [],
    write: [`textbox: ${text}`],
    date: all("textbox", boxes),
    pick: all("radio", choices),
    tick: all("checkbox", choices),
    rank: choices.map((name) => `button: ${name} , No number yet`),
    sort: all("button", ["Going well", "Not sure", "Not going well"]),
  };
  return [
    `heading: ${text}`,
    ...(hint ? [hint] : []),
    ...hard,
    ...(how ? [how] : []),
    // The question again, as the name of what to answer.
    ...(way === "read" || way === "write" ? [] : [`group: ${text}`]),
    ...controls[way],
    ...all("button", ["Back", "Next"]),
    ...(isPersonal ? ["button: I prefer not to say"] : []),
    ...(cannotSkip || !given ? [] : ["button: Skip this question"]),
    ...(isFirst ? [] : all("button", ["Start again", "Delete my answers from this phone"])),
  ];
}

story("a screen reader hears the question, what explains it, each choice by its words, the ways on", async (stage) => {
  const page = await survey.open(stage);
  let isFirst = true;
  const look = async (asked) => {
    const { way, text, hint, how, pictures = 0 } = asked;
    await hasFocus(heading(page, text));
    // Before the first answer there is nothing to be rid of.
    await soon.deepEqual(() => heard(page, [hint, how]), expected(asked, isFirst));
    isFirst &&= !asked.given;
    const named = way === "write" ? field(page, text) : group(page, text);
    const description = [hint, how].filter(Boolean).join(" ");
    const isField = way === "write";
    if (isField && description) await page.getByRole("textbox", { name: text, description }).waitFor();
    else if (way !== "read") assert.equal(await named.getAttribute("aria-describedby"), null, text);
    // Screen readers are silent about what describes a group. So a new page says it with its heading.
    const [at] = (await page.title()).split(" – ");
    const card = way === "sort" ? `Card 1 of ${asked.choices.length} ${asked.choices[0]}` : "";
    const says = [at, ...(isField ? [] : [hint, how]), card].filter(Boolean).join(" ");
    if (way !== "read") await page.getByRole("heading", { name: text, description: says }).waitFor();
    const must = page.locator("[required], [aria-required]");
    await soon.equal(() => must.count(), 0, `nobody has to answer: ${text}`);
    await eventually(async () => {
      const pictured = page.locator("main img");
      const shown = await pictured.evaluateAll((all) => all.map((one) => [one.alt, one.naturalWidth > 0]));
      assert.deepEqual(shown, Array(pictures).fill(["", true]), `the words are beside each picture: ${text}`);
    });
  };
  await survey.answerAll(page, { look });
});

/** What the check says when everything is answered. */
const ALL_SAID = PAGES.filter(({ given }) => given).map(({ text, given, said = given, section }) => {
  const lines = [said].flat().flatMap((line) => line.split("\n"));
  return [...(section ? [section] : []), text, ...lines];
});

story("every kind is answered by touch, and the check says what was answered", async (stage) => {
  const page = await survey.open(stage);
  await survey.answerAll(page);
  assert.deepEqual(await survey.checkList(page), ALL_SAID);
  await page.reload();
  await page.getByText("Welcome back.").waitFor();
  assert.deepEqual(await survey.checkList(page), ALL_SAID, "it is kept on the phone");
});

story("every kind is answered and sent by keys alone", async (stage) => {
  const page = await survey.open(stage);
  await survey.answerAll(page, { by: survey.BY_KEYS, look: ({ text }) => hasFocus(heading(page, text)) });
  await hasFocus(heading(page, "Check your answers"));
  assert.deepEqual(await survey.checkList(page), ALL_SAID);
  await survey.turn(page, "Send my answers", survey.BY_KEYS);
  await hasFocus(heading(page, "Send my answers"));
  await survey.BY_KEYS.press(button(page, "Copy my answers"));
  await status(page, "Your answers are copied.").waitFor();
});

story("in a ranking each press gives the next number, and a second press takes it out", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.ORDER);
  const at = (name, place) => page.getByRole("button", { name: new RegExp(`^${name} ?, ${place}$`) });
  const press = async (name, place) => {
    const one = page.getByRole("button", { name: new RegExp(`^${name} ?,`) });
    await survey.BY_KEYS.press(one);
    await at(name, place).waitFor();
    await status(page, place).waitFor({ state: "attached" });
    await hasFocus(one);
    await soon.equal(() => one.getAttribute("aria-pressed"), String(place !== "No number yet"));
  };
  const again = button(page, "Clear all");
  await press("Work", "Number 1");
  await press("Family", "Number 2");
  await press("Friends", "Number 3");
  await press("Work", "No number yet");
  await at("Family", "Number 1").waitFor();
  await at("Friends", "Number 2").waitFor();
  await survey.BY_KEYS.press(again);
  for (const name of ["Friends", "Family", "Work"]) await at(name, "No number yet").waitFor();
});

story("what a tick cleared is said, and what a person cleared is not", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.WITH);
  const tick = (name) => choice(page, name, "checkbox").tap();
  for (const name of ["Washing", "Cooking", "None of these"]) await tick(name);
  await status(page, "We took the ticks off: Washing, Cooking").waitFor();
  await soon.equal(() => choice(page, "Washing", "checkbox").isChecked(), false);
  await tick("None of these");
  await soon.equal(() => page.getByText(/^Not ticked/).count(), 0);
});

story("in sorting each card is announced, goes to its place, and can be moved again", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.CARDS);
  const to = async (place) => {
    await survey.BY_KEYS.press(button(page, place));
    await hasFocus(button(page, place));
  };
  const announced = (number, name) => status(page, `Card ${number} of 3`).getByText(name, { exact: true }).waitFor();
  const pile = (name) => page.getByRole("list", { name, exact: true }).getByRole("button");
  await announced(1, "Food");
  const places = ["Going well", "Not sure", "Not going well"];
  for (const place of places) await soon.equal(() => page.getByText(place, { exact: true }).count(), 1, "once");
  // Who comes by keys hears what the first place is for.
  await page.getByRole("button", { name: "Going well", description: "Card 1 of 3 Food" }).waitFor();
  await to("Going well");
  await announced(2, "Sleep");
  await to("Going well");
  await announced(3, "Friends");
  await to("Not going well");
  await status(page, "You have sorted every card.").waitFor();
  await soon.deepEqual(() => pile("Going well").allInnerTexts(), ["Change Food", "Change Sleep"]);
  await soon.deepEqual(() => pile("Not going well").allInnerTexts(), ["Change Friends"]);
  const full = page.getByRole("button", { name: "Going well", exact: true, disabled: true });
  await full.waitFor();
  await full.press("Enter");
  await survey.BY_KEYS.press(button(page, "Change Food"));
  await announced(3, "Food");
  await to("Not sure");
  await soon.deepEqual(() => pile("Not sure").allInnerTexts(), ["Change Food"]);
});

for (const [title, name, before, after] of [
  [survey.CARDS, "Change Food", "Going well", "Card 1 of 3"],
  [survey.ORDER, "Clear all", /^Friends/, "Friends, No number yet"],
]) {
  story(`the focus is not lost when “${name}” goes away under it`, async (stage) => {
    const page = await survey.open(stage);
    await survey.goTo(page, title);
    const asked = group(page, title);
    await page.getByRole("button", { name: before, exact: true }).click();
    await asked.filter({ hasNotText: after }).waitFor();
    await survey.BY_KEYS.press(button(page, name));
    await asked.filter({ hasText: after }).waitFor();
    await eventually(async () => {
      const isInside = (element) => element.contains(document.activeElement) && !document.activeElement.hidden;
      assert.ok(await asked.evaluate(isInside), "who uses keys or a screen reader is thrown out of the question");
    });
  });
}

story("“None of these” lets go of the others, and they of it", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.WITH);
  const box = (name) => choice(page, name, "checkbox");
  const ticked = async (...names) => {
    for (const name of ["Washing", "Cooking", "Money", "None of these"])
      await soon.equal(() => box(name).isChecked(), names.includes(name), name);
  };
  await box("Washing").tap();
  await box("Money").tap();
  await ticked("Washing", "Money");
  await box("None of these").tap();
  await ticked("None of these");
  await box("Cooking").tap();
  await ticked("Cooking");
  await box("Cooking").tap();
  await ticked();
});

/** Next is refused: the summary has the focus and leads to the field, which says the same. */
async function refused(page, words, first) {
  await press(page, "Next");
  const summary = page.getByRole("group", { name: /^There is a problem/ });
  await hasFocus(summary);
  await summary.getByRole("heading", { name: "There is a problem" }).waitFor();
  const mend = summary.getByRole("button");
  await soon.deepEqual(() => mend.allInnerTexts(), [words]);
  await survey.BY_KEYS.press(mend);
  await hasFocus(first);
}

story("more ticks than the limit are refused in words, and can be mended", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.WITH);
  const words = "Pick 2 or fewer. You picked 3.";
  for (const name of ["Washing", "Cooking"]) await choice(page, name, "checkbox").tap();
  assert.equal(await status(page, words).count(), 0);
  await choice(page, "Money", "checkbox").tap();
  await status(page, words).waitFor();
  await refused(page, words, choice(page, "Washing", "checkbox"));
  await page.getByRole("group", { name: survey.WITH, description: words }).waitFor();
  await choice(page, "Washing", "checkbox").tap();
  assert.equal(await survey.turn(page), survey.HOME);
});

story("a year of two numbers is asked about, and a whole date in one box goes into all three", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.DOCTOR);
  await field(page, "Day").fill("5 March 2024");
  for (const [name, text] of Object.entries({ Day: "5", Month: "March", Year: "2024" })) await holds(field(page, name), text);
  await field(page, "Day").fill("5/3/24");
  await refused(page, "Do you mean 1924 or 2024? Write the year with 4 numbers.", field(page, "Year"));
  for (const [name, text] of Object.entries({ Day: "5", Month: "3", Year: "24" })) await holds(field(page, name), text);
  await field(page, "Year").fill("24");
  await refused(page, "Do you mean 1924 or 2024? Write the year with 4 numbers.", field(page, "Year"));
  await field(page, "Year").fill("2024");
  assert.equal(await survey.turn(page), survey.MOVED);
});

story("a number that can not be right is refused in words, and can be mended", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.MANY);
  const number = field(page, survey.MANY);
  await soon.equal(() => number.getAttribute("aria-invalid"), null);
  for (const [typed, words] of [
    ["two", "Write one number, like 3 or 12."],
    ["½", "Write one number, like 3 or 12."],
    ["99999999999999999999", "Write 20 or a smaller number."],
    ["-1", "Write 0 or a larger number."],
    ["21", "Write 20 or a smaller number."],
  ]) {
    await number.fill(typed);
    await refused(page, words, number);
    await holds(number, typed);
    await soon.equal(() => number.getAttribute("aria-invalid"), "true");
    await page.getByRole("textbox", { name: survey.MANY, description: words }).waitFor();
  }
  await number.fill("1");
  await number.press("Enter");
  await hasFocus(heading(page, survey.DOCTOR));
});

story("a wrong answer that was left is said on the check, and has to be mended before sending", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page);
  await survey.change(page, survey.MANY);
  await field(page, survey.MANY).fill("two");
  await survey.turn(page, "Back");
  const words = "Write one number, like 3 or 12.";
  await survey.card(page, survey.MANY).getByText(words).waitFor();
  assert.equal(await survey.turn(page, "Send my answers"), survey.MANY);
  const summary = page.getByRole("group", { name: /^There is a problem/ });
  await hasFocus(summary);
  await soon.deepEqual(() => summary.getByRole("button").allInnerTexts(), [words]);
  await field(page, survey.MANY).fill("0");
  assert.equal(await survey.turn(page, "Save"), "Check your answers");
  await soon.equal(() => page.getByText(words).count(), 0);
  assert.equal(await survey.turn(page, "Send my answers"), "Send my answers");
});

story("a day that there is not is refused in words, and can be mended", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.MOVED);
  await press(page, "Back");
  const day = field(page, "Day");
  const asked = PAGES.find(({ text }) => text === survey.DOCTOR);
  await survey.answer(page, { ...asked, given: ["31", "4", "2024"] });
  const words = "That month has no day 31. Look at the date again.";
  await refused(page, words, day);
  await page.getByRole("textbox", { name: "Day", description: words }).waitFor();
  for (const [name, typed] of Object.entries({ Day: "31", Month: "4", Year: "2024" })) {
    await soon.equal(() => field(page, name).getAttribute("aria-invalid"), name === "Day" ? "true" : null);
    await holds(field(page, name), typed);
  }
  await day.fill("30");
  assert.equal(await survey.turn(page), survey.MOVED);
  await field(page, "Month").fill("13");
  await field(page, "Year").fill("1999");
  await refused(page, "Look at: Month. Write the date in numbers, like 11 1980.", field(page, "Month"));
  await field(page, "Month").fill("12");
  await field(page, "Year").fill("");
  await refused(page, "Look at: Year. Write the date in all boxes.", field(page, "Year"));
  await field(page, "Year").fill("99");
  const which = "Do you mean 1999 or 2099? Write the year with 4 numbers.";
  await refused(page, which, field(page, "Year"));
  await field(page, "Year").fill("199");
  const year = "Look at the year. Write it with 4 numbers, like 1980.";
  await refused(page, year, field(page, "Year"));
  await field(page, "Year").fill("1999");
  assert.equal(await survey.turn(page), survey.OUT);
});

story("a whole date typed or pasted into one box fills them all, and a month has a name", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.DOCTOR);
  const boxes = async (...texts) => {
    for (const [at, name] of ["Day", "Month", "Year"].entries())
      await soon.equal(() => field(page, name).inputValue(), texts[at], name);
  };
  await field(page, "Day").pressSequentially("30/04/2024");
  await boxes("30", "04", "2024");
  await field(page, "Month").fill("2 March 2023");
  await boxes("2", "March", "2023");
  await field(page, "Year").fill("2022-05-06");
  await boxes("06", "05", "2022");
  await field(page, "Day").fill("6th");
  await field(page, "Month").fill("Sept");
  assert.equal(await survey.turn(page), survey.MOVED);
  await field(page, "Month").fill("Rhagfyr 1999");
  await soon.equal(() => field(page, "Month").inputValue(), "Rhagfyr");
  await soon.equal(() => field(page, "Year").inputValue(), "1999");
  await survey.goToCheck(page);
  await survey.card(page, survey.DOCTOR).getByText("6th Sept 2022", { exact: true }).waitFor();
});

story("“Something else” opens a field, and its words are on the check", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.LIVES("…"));
  const own = field(page, "Say it in your own words");
  await soon.equal(() => own.count(), 0);
  await choice(page, "Something else").tap();
  await own.fill("On a boat");
  await choice(page, "With my family").tap();
  await own.waitFor({ state: "detached" });
  await choice(page, "Something else").tap();
  await soon.equal(() => own.inputValue(), "On a boat", "a slip to another choice loses nothing");
  await own.fill("In a tent");
  await survey.goToCheck(page);
  const said = survey.card(page, survey.LIVES("…"));
  await said.getByText("Something else: In a tent", { exact: true }).waitFor();
});

story("“I prefer not to say” is an answer of its own, and the page says so to who comes back", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, survey.NAME);
  const said = page.getByText("You said: I prefer not to say.");
  await field(page, survey.NAME).fill("Ana");
  await soon.equal(() => said.isVisible(), false);
  await survey.turn(page, "I prefer not to say");
  await survey.turn(page, "Back");
  await said.waitFor();
  await holds(field(page, survey.NAME), "");
  await survey.goToCheck(page);
  await survey.card(page, survey.NAME).getByText("I prefer not to say", { exact: true }).waitFor();
  await survey.change(page, survey.NAME);
  await field(page, survey.NAME).fill("Ana");
  await said.waitFor({ state: "hidden" });
});

story("taking part is asked in words, and going on without an answer is refused", async (stage) => {
  const page = await survey.open(stage);
  await survey.turn(page, "Start");
  await refused(page, "Choose an answer.", choice(page, "Yes, I want to take part"));
  await page.getByRole("group", { name: survey.CONSENT, description: "Choose an answer." }).waitFor();
  await page.reload();
  await survey.atPage(page, survey.TITLE);
  await survey.turn(page, "Start");
  await choice(page, "Yes, I want to take part").check();
  assert.equal(await survey.turn(page), "About this survey");
});

/** The kind end, where nothing can be sent. */
async function hasEnded(page) {
  await survey.atPage(page, "Thank you");
  await page.getByText("You said no. That is fine. Nothing is sent. You can close this page.").waitFor();
  await soon.equal(() => page.getByRole("button", { name: /send|copy|save|share|next/i }).count(), 0);
}

story("who says no is thanked, and no way leads past that until they change their mind", async (stage) => {
  const page = await survey.open(stage);
  await survey.goToCheck(page);
  await survey.turn(page, "Send my answers");
  await survey.turn(page, "Back");
  await survey.change(page, survey.CONSENT);
  await choice(page, "No, I do not want to").check();
  await press(page, "Save");
  await hasEnded(page);
  await page.reload();
  await hasEnded(page);
  await page.goBack();
  await survey.atPage(page, survey.CONSENT);
  await page.goForward();
  await hasEnded(page);
  // The steps behind it were the check and the questions before it.
  await page.goBack();
  await survey.atPage(page, survey.CONSENT);
  await page.goBack();
  await hasEnded(page);
  assert.equal(await survey.turn(page, "Back"), survey.CONSENT);
  await page.goBack();
  await survey.atPage(page, survey.CONSENT);
});

story("who said no changes their mind with Back", async (stage) => {
  const page = await survey.open(stage);
  await survey.turn(page, "Start");
  await choice(page, "No, I do not want to").check();
  await survey.turn(page);
  await hasEnded(page);
  assert.equal(await survey.turn(page, "Back"), survey.CONSENT);
  await soon.ok(() => choice(page, "No, I do not want to").isChecked());
  await choice(page, "Yes, I want to take part").check();
  assert.equal(await survey.turn(page), "About this survey");
});
