// What every end-to-end test stands on: one browser for each file, people with a browser profile of their own,
// and two rules that hold in all of them: no page asks another host for anything, and no page complains in the
// console (that is where a panic and a break of the Content-Security-Policy show).

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { openHost } from "./host.mjs";

/** Where the app is served, and the same app in a folder of a host. Both end with a slash. */
export const APP = address("BASE_URL");
export const SUBFOLDER = address("E2E_SUBFOLDER");

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const LAPTOP = { viewport: { width: 1280, height: 800 } };

/** Twice as long as a person would wait before they think that it is broken: the computer may be busy with other things. */
const PATIENCE = 30_000;
const LONGEST_TEST = 400_000;
/** Where pictures are kept of what the pages of a failed story showed. */
const FAILURES = process.env.E2E_FAILURES || fileURLToPath(new URL("../../target/e2e-failures", import.meta.url));

let launched;
const folders = [];

after(async () => {
  await (await launched)?.close();
  for (const folder of folders) await rm(folder, { recursive: true });
});

function browser() {
  launched ??= launch();
  return launched;
}

function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", ...more],
  });
}

function address(variable) {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set. \`cargo xtask test e2e\` sets it.`);
  return url.endsWith("/") ? url : `${url}/`;
}

/**
 * How often a story is tried before it has failed: a computer that many share can stop for so long that a person would
 * give up. What fails the first time is printed with all that was there, since it may well be our fault.
 * `STORY_TRIES=1` is for who looks for such faults.
 */
const TRIES = Number(process.env.STORY_TRIES ?? 2);

/**
 * What Chromium says when a page that still has something to write asks before it goes, and nobody pressed anything on
 * it: only a test takes a page away without a press. What was written is what the stories look at.
 */
const NOT_ASKED = "Blocked attempt to show a 'beforeunload' confirmation panel";

/** A test with people in it. */
export function story(name, play) {
  // The runner ends a test without a word of what its pages showed. So ours ends before.
  test(name, { timeout: TRIES * LONGEST_TEST + 30_000 }, async () => {
    for (let tried = 1; ; tried++) {
      const error = await failure(name, play);
      if (!error) return;
      if (tried >= TRIES) throw error;
      console.log(`! Failed the first time: ${name}\n${error.stack}`);
    }
  });
}

/** Plays a story once. Returns what went wrong. */
async function failure(name, play) {
  const stage = new Stage();
  const enough = new AbortController();
  try {
    await Promise.race([play(stage), tooLong(enough.signal)]);
    stage.assertNoComplaints();
  } catch (error) {
    // The runner prints the stack and not the message.
    error.stack += await stage.whatWasThere(name);
    return error;
  } finally {
    enough.abort();
    await stage.end();
  }
}

async function tooLong(signal) {
  await pause(LONGEST_TEST, undefined, { signal }).catch(() => {});
  throw new Error(`the story was not over after ${LONGEST_TEST / 1000} s`);
}

/** Does something slow once for all tests of a file. The first test that needs it pays; if it fails, the next tries. */
export function once(make) {
  let made;
  const again = (error) => {
    made = undefined;
    throw error;
  };
  return (stage) => (made ??= make(stage).catch(again));
}

/** Tries again until `check` no longer throws, as a person looks again. Returns what it returned. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(30);
  }
}

/**
 * Asserts what the page may need a moment to show: `soon.equal(() => page.title(), "My week")`. A read that is asserted
 * once, right after a press, fails on a computer that is busy.
 */
export const soon = Object.fromEntries(
  ["deepEqual", "equal", "match", "notDeepEqual", "notEqual", "ok"].map((name) => [
    name,
    (read, ...expected) => eventually(async () => assert[name](await read(), ...expected)),
  ]),
);

/**
 * Runs in the page. A machine presses far quicker than people, and what comes too quickly after another press is let go.
 * So here every event is a second after the one before, or at the time that the story says.
 */
function takeTime() {
  const times = new WeakMap();
  let last = 0;
  const timeStamp = {
    get() {
      if (!times.has(this)) times.set(this, (last = globalThis.timeOfPress ?? last + 1000));
      return times.get(this);
    },
  };
  Object.defineProperty(Event.prototype, "timeStamp", timeStamp);
}

class Stage {
  constructor() {
    this.contexts = [];
    this.browsers = [];
    this.hosts = [];
    this.complaints = [];
  }

  /** A web host of its own, which the story may close. */
  async host() {
    const host = await openHost();
    this.hosts.push(host);
    return host;
  }

  /**
   * A browser profile of its own. `kept` is what its storage holds from an earlier visit; `prepare` runs in
   * each page before the app does; `film` is the path of what the camera of a browser of its own sees (`camera.mjs`).
   */
  async profile(size, { kept, prepare, film, offline = false, origin = APP } = {}) {
    const context = await (await (film ? this.withCamera(film) : browser())).newContext({
      ...size,
      locale: "en-GB",
      timezoneId: "Europe/London",
      reducedMotion: "reduce",
      storageState: kept,
      // Only the tests of offline use need the worker. Without it every page loads what is being tested.
      serviceWorkers: offline ? "allow" : "block",
    });
    this.contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(origin).origin });
    await context.addInitScript(takeTime);
    if (prepare) await context.addInitScript(prepare);
    this.guard(context);
    return context;
  }

  /** The same with its first page, which is at `url`. */
  async open(size, url, options) {
    const context = await this.profile(size, options);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  async withCamera(film) {
    const fake = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
    const own = await launch(...fake, `--use-file-for-fake-video-capture=${film}`);
    this.browsers.push(own);
    return own;
  }

  guard(context) {
    const hosts = () => [APP, SUBFOLDER, ...this.hosts.map(({ url }) => url)].map((url) => new URL(url).host);
    const isOurs = (url) => ["data:", "blob:", "file:"].includes(url.protocol) || hosts().includes(url.host);
    const complain = (text) => this.complaints.push(text);
    context.on("request", (request) => {
      if (!isOurs(new URL(request.url()))) complain(`asked another host: ${request.url()}`);
    });
    context.on("page", (page) => {
      page.on("websocket", (socket) => complain(`opened a socket: ${socket.url()}`));
    });
    context.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes(NOT_ASKED)) complain(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => complain(`error in the page: ${error.error().message}`));
  }

  assertNoComplaints() {
    assert.deepEqual(this.complaints, []);
  }

  /** For whoever reads that a story failed: what the pages showed, pictures of them, and what they complained of. */
  async whatWasThere(story) {
    const pages = this.contexts.flatMap((context) => context.pages());
    const seen = pages.map(async (page, place) => {
      const [shown, picture] = await Promise.all([
        page.locator("body").ariaSnapshot({ timeout: 2000 }).catch(String),
        keepPicture(page, story, place + 1).catch(String),
      ]);
      return `\n--- ${page.url().slice(0, 100)}\n--- ${picture}\n${shown.slice(0, 2500)}`;
    });
    return [...(await Promise.all(seen)), ...this.complaints.map((text) => `\n! ${text}`)].join("");
  }

  async end() {
    await Promise.all(this.contexts.map((context) => context.close()));
    await Promise.all(this.browsers.map((browser) => browser.close()));
    await Promise.all(this.hosts.map((host) => host.close()));
  }
}

/** Keeps a picture of a page of a story. Gives back where. */
async function keepPicture(page, story, number) {
  const path = join(FAILURES, `${story.replace(/[^a-z0-9]+/gi, "-").slice(0, 90)}-${number}.png`);
  await page.screenshot({ path, timeout: 5000 });
  return path;
}

/** Waits until this has the focus. */
export async function hasFocus(locator) {
  const isFocused = (element) => element === document.activeElement;
  await eventually(async () => assert.ok(await locator.evaluate(isFocused), `no focus on ${locator}`));
}

/** Waits until a field holds these words. */
export async function holds(field, words) {
  await eventually(async () => assert.equal(await field.inputValue(), words));
}

/** Does something that makes the page save a file. Returns its name and its bytes. */
export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  const parts = [];
  for await (const part of await file.createReadStream()) parts.push(part);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}

/**
 * Puts files on the disk, as the people who choose them have them. Gives back where. Without that, all of a file would
 * go through the page as text: on a busy computer a large one takes longer than anybody waits.
 */
export async function onDisk(files) {
  const folder = await mkdtemp(join(tmpdir(), "ask-together-files-"));
  folders.push(folder);
  const write = async ({ name, buffer }) => {
    const path = join(folder, name);
    await writeFile(path, buffer);
    return path;
  };
  return Promise.all(files.map(write));
}

/** What was copied last. */
export function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}
