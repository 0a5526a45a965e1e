// What each story stands on: an engine, a web host of its own that it may close, and people who share nothing but what
// they copy and paste. No page may throw, or be refused something by its own policy.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openHost } from "../e2e/host.mjs";
import { given } from "./page.mjs";
import { Person } from "./person.mjs";
import { BrowserEnded } from "./processes.mjs";

export const LAPTOP = { width: 1280, height: 900 };
/** WebKitGTK makes no window of less than 447. */
export const PHONE = { width: 400, height: 780 };

const LONGEST_STORY = 300_000;
/** How often a story is played when the browser ends under it. WebKitGTK did once on a slow computer. */
const MOST_PLAYS = 3;

const engine = given("ENGINE");
const { launch } = await import(`./${engine}.mjs`);

/** A test with people in it. It is played once more if the browser ended by itself, and says so. */
export function story(name, play) {
  test(name, { timeout: LONGEST_STORY }, async (context) => {
    for (let plays = 1; ; plays += 1) {
      try {
        return await playOnce(name, play, context);
      } catch (error) {
        if (!(error instanceof BrowserEnded) || plays === MOST_PLAYS) throw error;
        context.diagnostic(`played again, because the browser ended: ${error.message}`);
      }
    }
  });
}

async function playOnce(name, play, context) {
  const host = await openHost();
  const browser = await launch();
  const people = [];
  const person = async (size) => {
    people.push(new Person(await browser.open(size)));
    return people.at(-1);
  };
  try {
    await play({ host, person });
    for (const one of people) assert.deepEqual(await one.complaints(), []);
  } catch (error) {
    // The runner prints the stack and not the message.
    for (const [place, one] of people.entries()) error.stack += await whatWasThere(one, `${engine}-${name}-${place + 1}`);
    throw error;
  } finally {
    context.diagnostic(browser.version);
    await browser.close();
    await host.close();
  }
}

async function whatWasThere(person, name) {
  const folder = process.env.E2E_FAILURES;
  const path = folder && join(folder, `${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 90)}.png`);
  const keep = async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path, await person.picture());
    return path;
  };
  const shown = await person.whatIsThere().catch(String);
  const complaints = await person.complaints().catch(String);
  return `\n--- ${shown.slice(0, 2500)}\n--- ${path ? await keep().catch(String) : ""}\n! ${complaints}`;
}
