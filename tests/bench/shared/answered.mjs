// A survey that many people have answered, in a browser that has kept it: the file ANSWERS, put where the app keeps its
// records. Its first line is JSON about the survey, each other line an answer: a name, a text, and the same as the peers
// have it.
// Absent: what is measured. That is in the file named like the measurement.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const { ANSWERS, BASE_URL, CHROMIUM } = process.env;
const [head, ...lines] = readFileSync(ANSWERS, "utf8").trimEnd().split("\n");

export const about = JSON.parse(head);
export const answers = lines;

// Calls `work` with a browser whose only context stays open, so that what is kept in it stays too.
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--enable-precise-memory-info"] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    return await work(context, browser);
  } finally {
    await browser.close();
  }
}

// Puts the survey, and `some` of its answers, where the app keeps them. The page shows what is not the app.
export async function keep(context, some = answers) {
  const page = await context.newPage();
  await page.goto(`${BASE_URL}/NOTICES.txt`);
  const kept = some.map((line) => line.split("\t", 2));
  for (const all of [about.records, ...inParts(kept, 5_000)]) await page.evaluate(put, ["ask-together", "records", all]);
  await page.close();
}

// Puts one text into a database of the peer's own, for its page to read: the quickest way to keep many answers.
export async function keepForPeer(context, address, text) {
  const page = await context.newPage();
  await page.goto(`${address}/missing`);
  await page.evaluate(() => (window.parts = []));
  for (const part of inParts(text, 8_000_000)) await page.evaluate((part) => window.parts.push(part), part);
  await page.evaluate(`(${put})(["peer", "peer", [["answers", window.parts.join("")]]])`);
  await page.close();
}

// An array or a text, in parts.
function inParts(whole, size) {
  const starts = Array.from({ length: Math.ceil(whole.length / size) }, (_, place) => place * size);
  return starts.map((start) => whole.slice(start, start + size));
}

// Runs inside the page.
function put([database, table, all]) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(table, "readwrite");
      const records = writing.objectStore(table);
      for (const [name, text] of all) records.put(text, name);
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

// Runs inside the page, from its start: `seen(words)` gives the time of the first frame in which the words were on the
// page, `quiet()` waits until nothing changes any more and gives the time of the last frame that was new, and
// `longest()` is the longest that the page could do nothing else, in milliseconds; 0 where it was never 50.
export function watch() {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration))).observe({
    type: "longtask",
    buffered: true,
  });
  window.longest = () => Math.max(0, ...window.longTasks);
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    }));
  window.shown = async (isThere) => {
    while (!isThere()) await painted();
    return painted();
  };
  window.quiet = async (still = 300) => {
    let last = performance.now();
    let isNew = false;
    const observer = new MutationObserver(() => (isNew = true));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    for (;;) {
      const now = await painted();
      if (isNew) last = now;
      isNew = false;
      if (now - last > still) break;
    }
    observer.disconnect();
    return last;
  };
}

// The most memory that the renderer of a page has held, in megabytes. 0 where the system does not tell.
export async function mostMemory(browser) {
  const inside = await browser.newBrowserCDPSession();
  const { processInfo } = await inside.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const most = (id) => {
    try {
      return Number(readFileSync(`/proc/${id}/status`, "utf8").match(/VmHWM:\s*(\d+) kB/)[1]) / 1024;
    } catch {
      return 0;
    }
  };
  return Math.max(0, ...renderers.map(most));
}
