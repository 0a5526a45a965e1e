// The programs that a story starts and the folders it writes in. Each program leads a group of its own. All of them are
// gone in the end, whatever becomes of the story.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Says that the browser ended by itself, under a story. That tells nothing of our pages. */
export class BrowserEnded extends Error {}

/** Milliseconds for a program to end by itself. */
const PATIENCE = 5_000;

const running = new Set();
const folders = [];

process.on("exit", () => {
  for (const child of running) signal(child, "SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
// The runner ends a file of tests like this when it takes too long.
for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => process.exit(1));

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    // It has ended before.
    if (error.code !== "ESRCH") throw error;
  }
}

/** Makes a folder that is there until the tests end. */
export function makeFolder() {
  folders.push(mkdtempSync(join(tmpdir(), "ask-together-engines-")));
  return folders.at(-1);
}

/** Starts a program. `said` waits for what it prints, `end` ends it and all that it has started. */
export function start(program, args, environment = {}) {
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let printed = "";
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      printed += part;
      look();
    });
  }
  const ended = new Promise((done) => child.on("close", done));
  const failed = new Promise((_, fail) => {
    child.on("error", fail);
    ended.then(() => fail(new Error(`${program} ended:\n${printed}`)));
  });
  failed.catch(() => {});
  const printedLike = (pattern) =>
    new Promise((done) => {
      look = () => pattern.test(printed) && done(printed.match(pattern)[1]);
      look();
    });
  return {
    said: (pattern) => Promise.race([printedLike(pattern), failed]),
    /** The last of what it printed. */
    lastWords: () => printed.slice(-1500),
    async end() {
      signal(child, "SIGTERM");
      const late = setTimeout(() => signal(child, "SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(late);
      // What it has started may still be there.
      signal(child, "SIGKILL");
      running.delete(child);
    },
  };
}
