// What a person does in a page: looks, presses, writes, pastes, takes a file home. The same for all engines, on top of
// the few things that each of them can do. What a person looks for is told as a role and a name, and where it is
// as another role and name: `press("radio", "Easy", ["region", "What do you think of this page?"])`.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { BrowserEnded } from "./processes.mjs";

/** Milliseconds in which something must have come. The computer may be busy with other things. */
const PATIENCE = 40_000;
/** Milliseconds from one press to the next. A phone lets go of what comes sooner: a hand that shakes means one press. */
const HAND = 550;
/** The names that the standard gives to keys with no character. */
const KEYS = { Control: "\uE009", Enter: "\uE007" };

/** How browsers call a file of which the rest is still to come. */
const IN_PART = /\.(part|wkdownload)$/;

/** Tries again until `check` no longer throws, as a person looks again. Returns what it returned. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end || error instanceof BrowserEnded) throw error;
    }
    await pause(50);
  }
}

export class Person {
  #page;
  #lastPress = 0;

  constructor(page) {
    this.#page = page;
  }

  goTo(url) {
    return this.#page.goTo(url);
  }

  reload() {
    return this.#page.reload();
  }

  /** Runs a function in the page. */
  run(work, ...args) {
    return this.#page.run(work, args);
  }

  /** Waits until these words are in the page. */
  sees(words) {
    return eventually(async () => {
      const text = await this.run(shownText);
      assert.ok(text.includes(words), `“${words}” is not in: ${text}`);
    });
  }

  /** Waits until there is one of these. */
  finds(role, name, within) {
    return eventually(() => this.#find(role, name, within));
  }

  async #find(role, name, within) {
    const found = await this.#page.find(role, name, within && (await this.#find(...within)));
    const isShown = await this.run(areShown, ...found);
    const [first, ...more] = found.filter((_, place) => isShown[place]);
    assert.ok(first, `there is no ${role} “${name}”`);
    assert.deepEqual(more, [], `there is more than one ${role} “${name}”`);
    return first;
  }

  /** Presses in the middle of something, once it stands still and nothing is over it. */
  press(role, name, within) {
    return eventually(async () => {
      const element = await this.#find(role, name, within);
      const before = await this.run(bringIntoSight, element);
      const move = { type: "pointerMove", x: 0, y: 0, origin: this.#page.origin(element) };
      const duration = Math.max(0, this.#lastPress + HAND - Date.now());
      await this.#point([move, { type: "pause", duration }]);
      const { over, ...place } = await this.run(bringIntoSight, element);
      assert.deepEqual({ over, ...place }, { ...before, over: null });
      await this.#point([move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]);
      this.#lastPress = Date.now();
    });
  }

  #point(actions) {
    return this.#page.act([{ type: "pointer", id: "hand", parameters: { pointerType: "mouse" }, actions }]);
  }

  /** Keys held down together. */
  async #hold(...keys) {
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.map((value) => ({ type: "keyUp", value })).reverse();
    await this.#page.act([{ type: "key", id: "keys", actions: [...down, ...up] }]);
  }

  /** Keys one after the other. */
  async #type(text) {
    const press = (value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ];
    await this.#page.act([{ type: "key", id: "keys", actions: [...text.replaceAll("\n", KEYS.Enter)].flatMap(press) }]);
  }

  /** Puts the caret into a field. */
  async #enter(name, within) {
    await eventually(async () => {
      await this.press("textbox", name, within);
      const field = await this.#find("textbox", name, within);
      assert.ok(await this.run(hasCaret, field), `the caret is not in “${name}”`);
    });
  }

  /** Writes in a field, in place of what is there. */
  async writes(text, name, within) {
    await this.#enter(name, within);
    await this.#hold(KEYS.Control, "a");
    await this.#type(text);
    await this.holds(text, name, within);
  }

  /** Pastes what was copied last. */
  async pastes(name, within) {
    await this.#enter(name, within);
    await this.#hold(KEYS.Control, "v");
  }

  /** Waits until a field holds these words. */
  holds(text, name, within) {
    return eventually(async () => assert.equal(await this.reads(name, within), text));
  }

  /** What a field holds. */
  async reads(name, within) {
    return this.run((field) => field.value, await this.finds("textbox", name, within));
  }

  /** Picks from a list by writing what is wanted, as people with a keyboard do. */
  async picks(label, name, within) {
    const list = await this.finds("combobox", name, within);
    await this.run((list) => list.focus(), list);
    await this.#type(label);
    await eventually(async () => assert.equal(await this.run((list) => list.selectedOptions[0].label, list), label));
  }

  /** Gives files to a field with this label. Its name is another in each engine, and mostly it is hidden. */
  gives(label, ...files) {
    return eventually(async () => {
      const fields = await this.#page.find("file");
      const isIt = await this.run(areLabelled, label, ...fields);
      const field = fields.find((_, place) => isIt[place]);
      assert.ok(field, `there is no “${label}”`);
      await this.#page.chooseFiles(field, files);
    });
  }

  /** Does something that saves a file. Gives back where it is, its name and its bytes. */
  async saves(work) {
    const before = await readdir(this.#page.downloads);
    await work();
    return eventually(async () => {
      const all = await readdir(this.#page.downloads);
      const [name, ...more] = all.filter((name) => !before.includes(name));
      assert.ok(name && more.length === 0 && !IN_PART.test(name), `one whole file is saved: ${all}`);
      const path = join(this.#page.downloads, name);
      const bytes = await readFile(path);
      assert.notEqual(bytes.length, 0);
      return { path, name, bytes };
    });
  }

  /** What the page complained of. */
  complaints() {
    return this.#page.complaints();
  }

  /** For whoever reads that a story failed: where it is, and what it shows. */
  async whatIsThere() {
    return `${await this.run(() => location.href.slice(0, 100))}\n${await this.run(shownText)}`;
  }

  async picture() {
    return Buffer.from(await this.#page.picture(), "base64");
  }
}

// These run in the page.

const shownText = () => document.body.innerText.replace(/[\u200b\u2066-\u2069]/g, "").replace(/\s+/g, " ");
const areShown = (...elements) => elements.map((element) => element.checkVisibility());
const hasCaret = (field) => field === document.activeElement;
const areLabelled = (label, ...fields) =>
  fields.map(({ labels }) => [...labels].some(({ textContent }) => textContent.trim() === label));

/** Where it is then, and what keeps it from being pressed. */
function bringIntoSight(element) {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const isFree = hit !== null && (element.contains(hit) || hit.closest("label")?.control === element);
  return { left, top, over: isFree ? null : String(hit?.outerHTML).slice(0, 200) };
}
