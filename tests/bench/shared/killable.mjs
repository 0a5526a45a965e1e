// A browser that can be killed as a crash, an empty battery or a full memory ends it: at once, with all its processes,
// and with no chance to write anything. Its profile stays, and the next one starts on it.
// Absent: what is measured. That is in the file named like the measurement.
import { spawn } from "node:child_process";
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";

const SLOWEST_START = 60_000;

// Starts one on this profile. `page` is its only page; `kill` ends it.
export async function start(profile, viewport) {
  const port = join(profile, "DevToolsActivePort");
  await rm(port, { force: true });
  const flags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--hide-crash-restore-bubble"];
  const options = ["--remote-debugging-port=0", `--user-data-dir=${profile}`, `--window-size=${viewport.width},${viewport.height}`];
  // In a group of its own, so that one signal reaches all of it.
  const child = spawn(process.env.CHROMIUM, [...flags, ...options, "about:blank"], { detached: true, stdio: "ignore" });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const kill = async () => {
    const all = [child.pid, ...(await below(child.pid))];
    signal(-child.pid);
    for (const id of all) signal(id);
    await gone;
  };
  try {
    const browser = await chromium.connectOverCDP(await address(port));
    const [context] = browser.contexts();
    const page = context.pages()[0] ?? (await context.newPage());
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function address(file) {
  for (const end = Date.now() + SLOWEST_START; ; await pause(50)) {
    const [port, path] = (await readFile(file, "utf8").catch(() => "")).split("\n");
    if (path) return `ws://127.0.0.1:${port}${path}`;
    if (Date.now() > end) throw new Error("the browser did not start");
  }
}

// The processes that a process has started, and those that they have: some leave the group.
async function below(parent) {
  const parents = new Map();
  for (const id of await readdir("/proc").catch(() => [])) {
    const stat = /^\d+$/.test(id) && (await readFile(`/proc/${id}/stat`, "utf8").catch(() => ""));
    // The name, in brackets, may hold anything. The parent is the second word after it.
    if (stat) parents.set(Number(id), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const found = [];
  for (let all = [parent]; all.length > 0; ) {
    all = [...parents].filter(([, of]) => all.includes(of)).map(([id]) => id);
    found.push(...all);
  }
  return found;
}

function signal(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
