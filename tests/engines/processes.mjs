// The programs that a story starts. Each leads a group of its own, which ends with it, whatever becomes of the story.

import { spawn } from "node:child_process";

/** Milliseconds for a program to end by itself. */
const PATIENCE = 5_000;

const running = new Set();

process.on("exit", () => running.forEach((child) => signal(child, "SIGKILL")));
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
