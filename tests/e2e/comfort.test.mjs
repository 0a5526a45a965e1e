// What makes the participant's page comfortable: having it read out, the size of the words, colours, pictures and
// movement, hard words explained; and that every page holds up in each of these looks on the narrowest phone.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import * as survey from "./every_kind.mjs";
import { HARD, LIKES, choice, group } from "./every_kind.mjs";
import { eventually, hasFocus, soon, story } from "./support.mjs";

const { button, press } = people;
const NARROW = { viewport: { width: 320, height: 640 } };

/** A browser with these voices. It keeps what it is told to say, and says it until the test ends the line. */
const voices = (...known) => ({ content: `(${speak})(${JSON.stringify(known)})` });
function speak(known) {
  const speaker = new EventTarget();
  const heard = { said: [], says: null };
  heard.end = () => heard.says.onend(new Event("end"));
  heard.learn = (...more) => {
    known.push(...more);
    speaker.dispatchEvent(new Event("voiceschanged"));
  };
  speaker.getVoices = () => known;
  speaker.speak = (line) => {
    heard.said.push([line.text, line.lang, line.voice?.name]);
    heard.says = line;
  };
  speaker.cancel = () => {};
  class Line {
    constructor(text) {
      Object.assign(this, { text, lang: "", voice: null });
    }
  }
  Object.defineProperty(window, "speechSynthesis", { value: speaker });
  Object.assign(window, { SpeechSynthesisUtterance: Line, heard });
}
const ENGLISH = { name: "Kate", lang: "en-GB", default: false };
const said = (page) => page.evaluate(() => window.heard.said.map(([line]) => line));
const endLine = (page) => page.evaluate(() => window.heard.end());
const hears = (page, lines) => eventually(async () => assert.deepEqual(await said(page), lines));
const isMarked = (found) => found.evaluate((element) => element.classList.contains("saying"));

story("Listen is there only with a voice for the language, also when the voices come late", async (stage) => {
  const foreign = { name: "Marie", lang: "fr-FR", default: true };
  const page = await survey.open(stage, { prepare: voices(foreign, { ...ENGLISH, lang: "eng" }) });
  await button(page, "Size and colours").waitFor();
  await soon.equal(() => page.getByRole("button", { name: "Listen" }).count(), 0);
  await page.evaluate((voice) => window.heard.learn(voice), ENGLISH);
  await button(page, "Listen").waitFor();
});

story("without any speech in the browser there is no Listen, and all else works", async (stage) => {
  const page = await survey.open(stage, { prepare: { content: "delete window.speechSynthesis" } });
  await survey.goTo(page, LIKES);
  await soon.equal(() => page.evaluate(() => "speechSynthesis" in window), false);
  await soon.equal(() => page.getByRole("button", { name: "Listen" }).count(), 0);
});

story("Listen reads the question, the hint and each choice, marks what it reads, and ends by itself", async (stage) => {
  const page = await survey.open(stage, { prepare: voices(ENGLISH) });
  await survey.goTo(page, LIKES);
  await press(page, "Listen");
  const hint = "Your support worker helps you at home.";
  const lines = [LIKES, hint, "Yes", "No", "I am not sure"];
  const choices = lines.slice(2).map((name) => page.getByText(name, { exact: true }));
  const marked = [survey.heading(page, LIKES), page.getByText(hint), ...choices];
  for (const number of lines.keys()) {
    await hears(page, lines.slice(0, number + 1));
    for (const [other, found] of marked.entries()) await soon.equal(() => isMarked(found), other === number, lines[other]);
    await button(page, "Stop").waitFor();
    await endLine(page);
  }
  await button(page, "Listen").waitFor();
  await soon.equal(() => isMarked(marked.at(-1)), false);
  const languages = await page.evaluate(() => window.heard.said.map(([, ...how]) => how.join(" ")));
  assert.deepEqual(new Set(languages), new Set(["en Kate"]));
});

story("Listen reads a text sentence by sentence", async (stage) => {
  const page = await survey.open(stage, { prepare: voices(ENGLISH) });
  await survey.goTo(page, survey.ORDER);
  await press(page, "Listen");
  const how = ["Press the most important one first.", "Then the next one.", "Press again to remove it."];
  const lines = [survey.ORDER, ...how, "Friends", "Family", "Work"];
  for (const number of lines.keys()) {
    await hears(page, lines.slice(0, number + 1));
    const text = page.getByText(how.join(" "));
    await soon.equal(() => isMarked(text), how.includes(lines[number]), lines[number]);
    await endLine(page);
  }
});

story("Stop and Next end the reading at once", async (stage) => {
  const page = await survey.open(stage, { prepare: voices(ENGLISH) });
  await survey.goTo(page, LIKES);
  await press(page, "Listen");
  await hears(page, [LIKES]);
  await press(page, "Stop");
  await button(page, "Listen").waitFor();
  await soon.equal(() => isMarked(survey.heading(page, LIKES)), false);
  // Some browsers end a line that they were told to stop.
  await endLine(page);
  await soon.deepEqual(() => said(page), [LIKES]);
  await press(page, "Listen");
  await hears(page, [LIKES, LIKES]);
  assert.equal(await survey.turn(page), survey.LIVES("…"));
  await button(page, "Listen").waitFor();
  await endLine(page);
  await soon.deepEqual(() => said(page), [LIKES, LIKES]);
});

story("the bar is one low row in every size, with a voice and languages to choose from", async (stage) => {
  const size = { viewport: { width: 360, height: 740 } };
  const welsh = { name: "Nia", lang: "cy-GB", default: false };
  const page = await survey.open(stage, { size, prepare: voices(ENGLISH, welsh) });
  await button(page, "Listen").waitFor();
  const bar = page.getByRole("banner");
  for (const [language, names] of Object.entries({ en: ["Listen", "Size and colours"], cy: ["Gwrando", "Maint a lliwiau"] })) {
    await page.getByRole("combobox").selectOption({ value: language });
    await button(page, names[0]).waitFor();
    const parts = [...names.map((name) => button(page, name)), page.getByRole("combobox")];
    for (const number of [0, 1, 2, 3]) {
      await page.evaluate((number) => (document.documentElement.dataset.size = number), number);
      const { height } = await bar.boundingBox();
      assert.ok(height <= 56, `${language}, size ${number}: ${height} px`);
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      for (const box of boxes) assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.height >= 48, JSON.stringify(box));
      assert.equal(new Set(boxes.map(({ y }) => Math.round(y))).size, 1, "in one row");
    }
  }
});

story("the settings open below the bar, which stays as it is", async (stage) => {
  const page = await survey.open(stage);
  const size = button(page, "Size and colours");
  const before = await size.boundingBox();
  await soon.equal(() => group(page, "Colours").isVisible(), false);
  await survey.turnComfort(page);
  await soon.equal(() => size.getAttribute("aria-expanded"), "true");
  await group(page, "Colours").waitFor();
  assert.deepEqual(await size.boundingBox(), before);
  await survey.turnComfort(page);
  await soon.equal(() => group(page, "Colours").isVisible(), false);
  const closings = [() => press(page.getByRole("banner"), "OK"), () => group(page, "Colours").getByRole("radio").first().press("Escape")];
  for (const close of closings) {
    await survey.turnComfort(page);
    await close();
    await soon.equal(() => group(page, "Colours").isVisible(), false);
    await hasFocus(size);
  }
});

story("Listen speaks the language of the page, with the browser's own choice of voices for it", async (stage) => {
  const known = [
    { name: "Marie", lang: "fr-FR", default: true },
    ENGLISH,
    { name: "Zoe", lang: "en_US", default: true },
    { name: "Nia", lang: "cy-GB", default: false },
  ];
  const page = await survey.open(stage, { prepare: voices(...known) });
  const first = async (line) => {
    await eventually(async () => assert.deepEqual(await page.evaluate(() => window.heard.said.at(-1)), line));
  };
  await press(page, "Listen");
  await first([survey.TITLE, "en", "Zoe"]);
  await page.getByRole("combobox").selectOption({ value: "cy" });
  await press(page, "Gwrando");
  await first(["Eich wythnos", "cy", "Nia"]);
  await page.getByRole("combobox").selectOption({ value: "ar" });
  await survey.atPage(page, "أسبوعك");
  await soon.equal(() => page.getByRole("button", { name: /Listen|Stop/ }).count(), 0, "no voice speaks Arabic here");
});

const px = (value) => Number.parseFloat(value);
const style = (found, name) => found.evaluate((element, name) => getComputedStyle(element)[name], name);
const ground = (page) => style(page.locator("body > *").filter({ has: page.getByRole("main") }), "backgroundColor");
const other = people.publishedBy((page) => people.writeSurvey(page, people.FOUR_KINDS));

story("the words grow as asked, and stay so after a reload and in another survey", async (stage) => {
  const { link } = await other(stage);
  const page = await survey.open(stage);
  const size = async (at) => px(await style(at.getByRole("heading", { level: 1 }), "fontSize"));
  const before = await size(page);
  await survey.turnComfort(page);
  const sizes = [before];
  for (const name of ["Large", "Larger", "Very large"]) {
    await choice(group(page, "Text size"), name).check();
    sizes.push(await size(page));
  }
  assert.deepEqual(sizes, sizes.toSorted((one, two) => one - two), `${sizes}`);
  assert.ok(sizes[3] >= before * 1.7, `${sizes}`);
  await page.reload();
  await survey.atPage(page, survey.TITLE);
  await soon.equal(() => size(page), sizes[3]);
  await page.goto("about:blank");
  await page.goto(link);
  await survey.atPage(page, people.FOUR_KINDS.title);
  await soon.equal(() => size(page), sizes[3]);
  await survey.turnComfort(page);
  await soon.ok(() => choice(group(page, "Text size"), "Very large").isChecked());
});

story("colours, pictures and movement are as asked, and stay so after a reload", async (stage) => {
  const page = await survey.open(stage);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await survey.goTo(page, LIKES);
  const grounds = [await ground(page)];
  const pictures = page.locator("main img");
  await soon.equal(() => pictures.first().isVisible(), true);
  await soon.notEqual(() => style(button(page, "Next"), "transitionDuration"), "0s");
  await survey.turnComfort(page);
  for (const name of ["Cream", "Dark", "Black on yellow"]) {
    await choice(group(page, "Colours"), name).check();
    grounds.push(await ground(page));
  }
  assert.equal(new Set(grounds).size, 4, `${grounds}`);
  assert.equal(grounds[3], "rgb(255, 242, 0)");
  await choice(group(page, "Pictures"), "No pictures").check();
  await choice(group(page, "Movement"), "Off").check();
  const isCalm = async () => {
    await soon.equal(() => ground(page), grounds[3]);
    await soon.ok(async () => (await pictures.count()) > 0);
    for (const picture of await pictures.all()) await soon.equal(() => picture.isVisible(), false);
    await soon.equal(() => style(button(page, "Next"), "transitionDuration"), "0s");
  };
  await isCalm();
  await page.reload();
  await survey.atPage(page, LIKES);
  await isCalm();
  await survey.set(page, { Pictures: "Show pictures" });
  await pictures.first().waitFor();
});

story("a hard word shows what it means, by touch and by keys, and hides it again", async (stage) => {
  const page = await survey.open(stage);
  await survey.goTo(page, LIKES);
  const [inQuestion, inHint] = await page.getByText(HARD, { exact: true }).all();
  // For keys there is a button of its own.
  const byKeys = button(page, `What “${HARD}” means`);
  const meaning = page.getByRole("status").filter({ hasText: "A support worker is paid to help you." });
  const isOpen = async (open) => {
    await meaning.waitFor({ state: open ? "visible" : "detached" });
    await soon.equal(() => byKeys.getAttribute("aria-expanded"), String(open));
  };
  await isOpen(false);
  await inQuestion.tap();
  await isOpen(true);
  await meaning.getByText("What “support worker” means").waitFor();
  await inHint.tap();
  await isOpen(false);
  await survey.heading(page, LIKES).focus();
  for (const key of ["Enter", "Space"]) {
    await survey.tabTo(byKeys);
    await page.keyboard.press(key);
    await isOpen(true);
    await hasFocus(byKeys);
    // Its name is the heading of what it opened.
    await soon.equal(() => meaning.getByText("What “support worker” means").isVisible(), false);
    const [box, { width }] = [await byKeys.boundingBox(), page.viewportSize()];
    assert.ok(box.x + box.width <= width, "it wraps");
    await page.keyboard.press(key === "Enter" ? "Escape" : key);
    await isOpen(false);
    await hasFocus(byKeys);
  }
  const radios = await page.getByRole("radio", { checked: true }).count();
  assert.equal(radios, 0, "asking for a word answers nothing");
});

/** Walks through every screen in a look, and says what `check` finds on each. */
async function everywhere(stage, settings, check) {
  const page = await survey.open(stage, { size: NARROW });
  await survey.set(page, settings);
  const wrong = [];
  await survey.everyScreen(page, async (name) => {
    const found = await check(page);
    if (found.length > 0) wrong.push([name, ...found]);
  });
  assert.deepEqual(wrong, []);
}

for (const colours of ["Light", "Cream", "Dark", "Black on yellow"]) {
  story(`axe finds nothing on a page of any kind in the colours “${colours}”`, async (stage) => {
    const onlyColours = colours !== "Light";
    await everywhere(stage, { Colours: colours }, (page) => findings(page, { strict: true, onlyColours }));
  });
}

/** Texts below 21 px and targets below 48 px. Explained words stand in a sentence, so they need not be taller. */
function tooSmall() {
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen");
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || !shown(parentElement)) continue;
    if (size(parentElement) < 21) found.push(`${size(parentElement)} px: ${data}`);
  }
  const boxes = "input:not([type=radio], [type=checkbox])";
  const targets = `button, summary, a, select, label:has([type=radio], [type=checkbox]), textarea, ${boxes}`;
  for (const target of [...document.querySelectorAll(targets)].filter(shown)) {
    const { height, width } = target.getBoundingClientRect();
    const name = (target.innerText || target.tagName).slice(0, 40);
    if (height < 48 || width < 48) found.push(`${width}×${height}: ${name}`);
    if (size(target) < 21) found.push(`${size(target)} px in ${name}`);
  }
  return found;
}

/** How far the page can be scrolled sideways, and what sticks out. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 1;
  const names = [...document.body.querySelectorAll("*")].filter(sticksOut).map((e) => `${e.tagName}.${e.className}`);
  return [`${scrollWidth} px in a window of ${clientWidth}`, ...names.slice(0, 5)];
}

story("on the narrowest phone no word is below 21 px and nothing to press is below 48 px", async (stage) => {
  await everywhere(stage, { "Text size": "Normal" }, (page) => page.evaluate(tooSmall));
});

/** Words that stick out of their card or button, or are broken over two lines though a line could hold them. */
function spilt() {
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { currentNode: text } = walker;
    if (!shown(text.parentElement) || text.parentElement.closest("select, textarea")) continue;
    const card = text.parentElement.closest("label, button, summary, .notice, li, main")?.getBoundingClientRect();
    for (const { 0: word, index } of text.data.matchAll(/\p{L}{2,12}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) found.push(`“${word}” is broken in two`);
      const sticksOut = ({ left, right, top, bottom }) =>
        left < card.left - 1 || right > card.right + 1 || top < card.top - 4 || bottom > card.bottom + 4;
      if (card && boxes.some(sticksOut)) found.push(`“${word}” sticks out`);
    }
  }
  return [...new Set(found)];
}

for (const size of ["Normal", "Very large"]) {
  story(`on the narrowest phone no page scrolls sideways with words of the size “${size}”`, async (stage) => {
    await everywhere(stage, { "Text size": size }, (page) => page.evaluate(sideways));
  });
}

story("on the narrowest phone the largest words are whole, and none sticks out of its card", async (stage) => {
  await everywhere(stage, { "Text size": "Very large" }, (page) => page.evaluate(spilt));
});
