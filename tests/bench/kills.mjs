// What is left of somebody's words when the browser dies while they type?
// An organiser writes a question, a participant answers one. At some moment the browser is killed with all its processes,
// and started again on the same profile. What the app's own screens show then is held against the keys that were
// pressed. A key that is lost counts when it was pressed more than a second before the kill, or when the page said
// "Saved" after it.
// KILLS_RUNS=5 makes fewer runs of each. KILLS_SEED=2 kills at other moments. KILLS_LONGEST=90: in every tenth run people
// type for up to so many seconds, since some storage falls behind the more, the longer they type. KILLS_AT_ONCE=1 has one
// browser open at a time, and not two.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { start } from "./shared/killable.mjs";

const { BASE_URL, CHROMIUM, KILLS_RUNS = 50, KILLS_SEED = 1, KILLS_LONGEST = 90, KILLS_AT_ONCE = 2 } = process.env;
const runs = Number(KILLS_RUNS);
/** A key that is younger than this may be lost. */
const GRACE = 1000;
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 500, height: 800 };
const PICKED = "Do you like tea?";
const WRITTEN = "What would you change?";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });

/** Whether something is there at last. What was kept may come after the first things on a page. */
const comes = (found) => found.waitFor({ timeout: 15_000 }).then(() => true, () => false);

/** Each makes a page ready to be typed in, and reads after the kill what is there. */
const programs = {
  organiser: {
    viewport: LAPTOP,
    async open(page) {
      await page.goto(`${BASE_URL}/`);
      await button(page, "Make a survey").click();
      await field(page, "Title").fill("Kills");
      await page.getByRole("region", { name: "Add a question" }).getByRole("button", { name: "Long answer" }).click();
      await field(page, "Question").focus();
      await page.getByText("Saved on this computer").waitFor();
      return { address: page.url(), keys: [] };
    },
    async look(page, address) {
      await page.goto(address);
      const card = page.getByRole("region", { name: "Question 1", exact: true });
      if (!(await comes(card))) return "";
      await card.getByRole("button").first().click();
      return field(card, "Question").inputValue();
    },
  },
  participant: {
    viewport: PHONE,
    async open(page) {
      await page.goto(await surveyLink());
      await button(page, "Start").click();
      await page.getByRole("radio", { name: "Yes", exact: true }).check();
      const pickedAt = Date.now();
      await button(page, "Next").click();
      await field(page, WRITTEN).focus();
      // The choice is the first of the keys.
      return { address: await surveyLink(), keys: [{ key: "Yes", at: pickedAt }] };
    },
    async look(page, address) {
      await page.goto(address);
      const at = (name) => page.getByRole("heading", { name, level: 1, exact: true });
      // Whoever opens a link on a phone with answers is asked first.
      const same = button(page, "Yes, it is me");
      if (!(await comes(same))) return "";
      await same.click();
      if (!(await comes(at(PICKED).or(at(WRITTEN)).first()))) return "";
      let words = "";
      if (await at(WRITTEN).isVisible()) {
        words = await field(page, WRITTEN).inputValue();
        await button(page, "Back").click();
        await at(PICKED).waitFor();
      }
      return (await page.getByRole("radio", { name: "Yes", exact: true }).isChecked()) ? `Yes${words}` : "";
    },
  },
};

let link;
/** A survey to answer, published by the app itself. */
function surveyLink() {
  return (link ??= publish());
}

async function publish() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: LAPTOP });
    await page.goto(`${BASE_URL}/`);
    await button(page, "Make a survey").click();
    await field(page, "Title").fill("Kills");
    await field(page, "Who is asking?").fill("Team A");
    for (const [kind, words] of [["Yes, no, not sure", PICKED], ["Long answer", WRITTEN]]) {
      // The first one has its kinds to pick from in the page already.
      if (kind === "Long answer") await button(page, "Add a question").click();
      await page.getByRole("region", { name: "Add a question" }).getByRole("button", { name: kind }).click();
      await field(page, "Question").fill(words);
    }
    await button(page, "Publish").click();
    await button(page, "Skip for now").click();
    return await field(page, "Survey link").inputValue();
  } finally {
    await browser.close();
  }
}

/** Numbers between 0 and 1, the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs inside the page: tells in each frame how much is in the field while the page says "Saved". */
function watch() {
  let told = 0;
  const isSaid = () => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ data }) =>
      /^\s*Saved\b/.test(data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    for (let text; (text = words.nextNode()); ) if (text.parentElement.checkVisibility({ visibilityProperty: true })) return true;
    return false;
  };
  const look = () => {
    const length = document.activeElement?.value?.length ?? 0;
    if (length > told && isSaid()) window.saidSaved((told = length));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function kill(name, run) {
  const next = random(Number(KILLS_SEED) * 100_000 + run * 10 + (name === "organiser" ? 0 : 1));
  const { viewport, open, look } = programs[name];
  const [least, most] = run % 10 === 9 ? [KILLS_LONGEST / 3, KILLS_LONGEST] : [2, 8];
  const seconds = least + next() * (most - least);
  const profile = await mkdtemp(join(tmpdir(), "ask-together-kills-"));
  let browser = await start(profile, viewport);
  try {
    const { address, keys } = await open(browser.page);
    const ready = keys.length;
    let savedKeys = 0;
    await browser.page.exposeBinding("saidSaved", (_, length) => (savedKeys = Math.max(savedKeys, ready + length)));
    await browser.page.evaluate(watch);
    let killedAt;
    const killed = pause(seconds * 1000).then(() => {
      killedAt = Date.now();
      return browser.kill();
    });
    // Numbered, so that what is left tells which keys these were.
    for (let number = 1; !killedAt; number++) {
      for (const key of `${number} `) {
        // Until the page has it, it is as young as can be. It may be kept all the same.
        const pressed = { key, at: Infinity };
        keys.push(pressed);
        const isTyped = await browser.page.keyboard.type(key).then(() => true, () => false);
        if (!isTyped || killedAt) break;
        pressed.at = Date.now();
        await pause(40 + next() * 140);
      }
    }
    await killed;
    browser = await start(profile, viewport);
    const left = await look(browser.page, address);
    return { name, run, seconds, ...lost(keys, left, killedAt, savedKeys) };
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How many of the keys are not left, of those that count, and how old the oldest of all is that is lost. */
function lost(keys, left, killedAt, savedKeys) {
  let kept = 0;
  for (let at = 0; kept < keys.length && left.startsWith(keys[kept].key, at); kept++) at += keys[kept].key.length;
  const isOld = ({ at }) => killedAt - at > GRACE;
  return {
    pressed: keys.length,
    old: keys.slice(kept).filter(isOld).length,
    savedButLost: Math.max(0, savedKeys - kept),
    oldest: kept < keys.length ? Math.max(0, killedAt - keys[kept].at) / 1000 : 0,
  };
}

const waiting = Array.from({ length: runs }, (_, run) => Object.keys(programs).map((name) => [name, run])).flat();
const found = [];
async function work() {
  for (let next; (next = waiting.shift()); ) {
    const result = await kill(...next);
    found.push(result);
    const { name, run, seconds, pressed, old, savedButLost, oldest } = result;
    const told = savedButLost > 0 ? `, ${savedButLost} of them after “Saved”` : "";
    console.log(
      `run ${run + 1}, ${name}: killed after ${seconds.toFixed(1)} s and ${pressed} keys; lost the last ${oldest.toFixed(1)} s, ` +
        `${old} keys older than 1 s${told}`,
    );
  }
}
await Promise.all(Array.from({ length: Math.min(2, Number(KILLS_AT_ONCE)) }, work));

const sum = (of, name) => found.filter((one) => !name || one.name === name).reduce((total, one) => total + one[of], 0);
console.log(
  `bench kills ours=${sum("old")} organiser_lost=${sum("old", "organiser")} participant_lost=${sum("old", "participant")} ` +
    `saved_but_lost=${sum("savedButLost")} runs=${runs}`,
);
