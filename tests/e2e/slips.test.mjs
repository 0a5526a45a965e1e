// A press that comes right after another at the same place does nothing: it would land on the page that the first has
// brought, or take its tick back. Whoever is quick on two things that stand apart gets both. The stories give the time
// of each press.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { asked } from "./reviewing.mjs";
import { LAPTOP, PHONE, story } from "./support.mjs";

const { FOUR_KINDS, atQuestion, button, countOf } = people;
const OF = countOf(FOUR_KINDS.questions);
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** Milliseconds between two presses of a hand that shakes, and after which a third counts again. */
const SHAKING = 150;
const LATER = 500;

/** A person at a page, whose presses have times. */
class Person {
  constructor(page, press) {
    Object.assign(this, { page, press, now: 1000 });
  }

  /** The next presses come so much later. */
  async after(milliseconds) {
    this.now += milliseconds;
    await this.page.evaluate((now) => (globalThis.timeOfPress = now), this.now);
  }

  /** Where something is on the screen. */
  async place(locator) {
    await locator.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  }

  async pressOn(locator) {
    await this.press(await this.place(locator));
    await this.hasDrawn();
  }

  /** Presses twice at one place, whatever is there by then. A later press counts again. */
  async pressTwice(locator) {
    await this.after(LATER);
    const place = await this.place(locator);
    await this.press(place);
    await this.hasDrawn();
    await this.after(SHAKING);
    await this.press(place);
    await this.hasDrawn();
    await this.after(LATER - SHAKING);
  }

  /** Until the page shows what was pressed. Going back takes the browser a moment longer. */
  async hasDrawn() {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await this.page.evaluate(frame);
  }
}

const PEOPLE = {
  finger: [PHONE, (page) => new Person(page, ({ x, y }) => page.touchscreen.tap(x, y))],
  mouse: [LAPTOP, (page) => new Person(page, ({ x, y }) => page.mouse.click(x, y))],
};

const words = (page, text) => page.getByText(text, { exact: true });
const tick = (page, name) => page.getByRole("checkbox", { name });

for (const [name, [size, at]] of Object.entries(PEOPLE)) {
  story(`two presses of a ${name} on a button go on by one page, and two on a choice leave it picked`, async (stage) => {
    const page = await stage.open(size, (await survey(stage)).link);
    const person = at(page);
    await person.pressTwice(button(page, "Start"));
    await atQuestion(page, 1, OF);
    await person.pressTwice(words(page, "Not sure"));
    assert.ok(await page.getByRole("radio", { name: "Not sure" }).isChecked());
    await person.pressTwice(button(page, "Next"));
    await atQuestion(page, 2, OF);
    await person.pressTwice(words(page, "Bread"));
    assert.ok(await tick(page, "Bread").isChecked());
    await person.pressOn(words(page, "Bread"));
    assert.ok(!(await tick(page, "Bread").isChecked()), "a later press takes the tick back");
    await person.pressTwice(button(page, "Skip this question"));
    await atQuestion(page, 3, OF);
    await person.pressTwice(button(page, "Skip this question"));
    await atQuestion(page, 4, OF);
    await person.after(LATER);
    const back = await person.place(button(page, "Back"));
    await person.press(back);
    await atQuestion(page, 3, OF);
    await person.after(SHAKING);
    await person.press(back);
    await person.after(LATER);
    await person.pressOn(button(page, "Skip this question"));
    await atQuestion(page, 4, OF);
  });

  story(`a quick ${name} ticks two choices and goes on at once`, async (stage) => {
    const page = await stage.open(size, (await survey(stage)).link);
    const person = at(page);
    await person.pressOn(button(page, "Start"));
    await atQuestion(page, 1, OF);
    await person.after(LATER);
    for (const pressed of [words(page, "Yes"), words(page, "No"), button(page, "Next")]) {
      await person.after(SHAKING);
      await person.pressOn(pressed);
    }
    await atQuestion(page, 2, OF);
    for (const text of ["Bread", "Rice"]) {
      await person.after(SHAKING);
      await person.pressOn(words(page, text));
      assert.ok(await tick(page, text).isChecked(), text);
    }
    await person.after(SHAKING);
    await person.pressOn(button(page, "Back"));
    await atQuestion(page, 1, OF);
    assert.ok(await page.getByRole("radio", { name: "No", exact: true }).isChecked());
  });
}

story("two presses of a key leave a tick, a key that is held down is one, and quick keys elsewhere count", async (stage) => {
  const page = await stage.open(LAPTOP, (await survey(stage)).link);
  const person = new Person(page);
  await button(page, "Start").press("Enter");
  await atQuestion(page, 1, OF);
  await person.after(LATER);
  await button(page, "Next").focus();
  for (let times = 0; times < 8; times++) {
    await page.keyboard.down("Enter");
    await person.after(SHAKING);
  }
  await page.keyboard.up("Enter");
  await atQuestion(page, 2, OF);
  await person.after(LATER);
  await tick(page, "Bread").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  assert.ok(await tick(page, "Bread").isChecked());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.ok(await tick(page, "Rice").isChecked());
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  assert.ok(!(await tick(page, "Bread").isChecked()), "who comes back to it means it");
});

story("a word in a field can still be marked with two presses", async (stage) => {
  const page = await stage.open(LAPTOP, (await survey(stage)).link);
  await people.press(page, "Start");
  for (const number of [1, 2]) {
    await atQuestion(page, number, OF);
    await people.press(page, "Skip this question");
  }
  const field = people.field(page, FOUR_KINDS.questions[2].text);
  await field.fill("Sea");
  const { x, y, height } = await field.boundingBox();
  await new Person(page).after(LATER);
  await page.mouse.dblclick(x + 20, y + height / 2);
  assert.equal(await page.evaluate(() => document.getSelection().toString()), "Sea");
});

story("two presses of a reviewer's finger go on by one page, and leave a word marked as hard", async (stage) => {
  const page = await stage.open(PHONE, (await asked(stage)).link);
  const person = PEOPLE.finger[1](page);
  await person.pressTwice(button(page, "Start"));
  await page.getByText("Page 1 of 5").waitFor();
  await person.pressTwice(button(page, "Next"));
  await page.getByText("Page 2 of 5").waitFor();
  await person.pressTwice(words(page, "A word is hard"));
  const word = button(page, "utilise");
  await person.pressTwice(word);
  assert.equal(await word.getAttribute("aria-pressed"), "true");
  await person.pressTwice(button(page, "Next"));
  await page.getByText("Page 3 of 5").waitFor();
});
