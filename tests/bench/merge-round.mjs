// How long does it take until what 30 people said of 200 questions is merged, counted and kept?
// Ours is the whole of it as an organiser feels it: from pressing the button on the Together screen, with all 30 messages
// pasted, through unlocking, merging, keeping and drawing, until the numbers are painted. The peer is Yjs with the same
// notes, which are not locked and not drawn; it only merges, counts and makes the bytes to keep.
// The two take turns, so both feel the machine's moods.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { median } from "./shared/phone.mjs";

const rounds = 5;
const { BASE_URL, CHECKED_SURVEY, CHROMIUM, PEER_URL } = process.env;
const { id, draft, key, messages } = JSON.parse(readFileSync(CHECKED_SURVEY, "utf8"));
const found = { ours: [], peer: [] };

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
try {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
      const time = await (tool === "ours" ? ours() : peer());
      if (round > 0) found[tool].push(time);
    }
    if (round > 0) console.log(`round ${round}: ours ${found.ours.at(-1).toFixed(0)} ms, peer ${found.peer.at(-1).toFixed(0)} ms`);
  }
} finally {
  await browser.close();
}

const [our, their] = [median(found.ours), median(found.peer)];
console.log(`bench merge-round ours=${our.toFixed(0)}ms peer=${their.toFixed(0)}ms ratio=${(our / their).toFixed(2)}`);

async function ours() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    // The app keeps texts as JSON.
    const kept = [[`ask-together/draft/${id}`, JSON.stringify(draft)], [`ask-together/key/${id}`, JSON.stringify(key)]];
    await context.addInitScript((all) => all.forEach(([name, text]) => localStorage.getItem(name) ?? localStorage.setItem(name, text)), kept);
    const page = await context.newPage();
    await page.goto(`${BASE_URL}/#notes/${id}`);
    await page.getByLabel("Paste messages here").fill(messages.join("\n"));
    await page.evaluate(watch, `${messages.length} people have sent notes`);
    await page.getByRole("button", { name: "Add notes" }).click();
    const handle = await page.waitForFunction(() => window.took, null, { timeout: 60_000, polling: 50 });
    return await handle.jsonValue();
  } finally {
    await context.close();
  }
}

// Runs inside the page: from the press to the frame after the numbers are there.
function watch(words) {
  let start;
  addEventListener("click", (event) => (start ??= event.timeStamp), { capture: true });
  new MutationObserver(() => {
    if (!start || window.took || !document.body.textContent.includes(words)) return;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (window.took ??= performance.now() - start);
      channel.port2.postMessage(0);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function peer() {
  const page = await browser.newPage();
  try {
    await page.goto(`${PEER_URL}/`);
    await page.waitForFunction(() => window.merge);
    const { took, questions } = await page.evaluate(() => window.merge());
    if (questions !== 200) throw new Error(`the peer counted ${questions} questions`);
    return took;
  } finally {
    await page.close();
  }
}
