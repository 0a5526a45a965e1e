// How long does it take until 10,000 sealed answers, given as one file, are counted on the page?
// Ours is from the moment the file is given until the page says how many people answered, kept on the disk by then.
// The peer is the same core built for this machine, without a browser: it finds, opens, judges and keeps them in memory.
// The two take turns, so both feel the machine's moods.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { about, answers, keep, watch, withBrowser } from "./shared/answered.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 3;
const { ANSWERS, BASE_URL, CORE, EXAMPLE } = process.env;
const text = answers.join("\n");
const file = `${ANSWERS}.txt`;
writeFileSync(file, text);
const says = `${answers.length.toLocaleString("en-GB")} people answered so far`;
const found = { ours: [], peer: [] };
let longest = 0;

for (let round = 0; round <= rounds; round++) {
  for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
    const time = await (tool === "ours" ? ours() : peer());
    // The first round only warms up the machine.
    if (round > 0) found[tool].push(time);
  }
  if (round > 0) console.log(`round ${round}: ours ${found.ours.at(-1).toFixed(0)} ms, peer ${found.peer.at(-1).toFixed(0)} ms`);
}

const [our, their] = [median(found.ours), median(found.peer)];
console.log(`the longest task of the page: ${longest ? `${longest.toFixed(0)} ms` : "under 50 ms"}`);
console.log(`bench open-sealed ours=${our.toFixed(0)}ms peer=${their.toFixed(0)}ms ratio=${(our / their).toFixed(2)}`);

function ours() {
  return withBrowser(async (context) => {
    await keep(context, []);
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${BASE_URL}/#inbox/${about.id}`);
    const field = page.locator("input[type=file]:not([webkitdirectory])");
    await field.waitFor({ state: "attached" });
    await page.evaluate(() => {
      window.longTasks.length = 0;
      addEventListener("change", () => (window.given = performance.now()), { capture: true, once: true });
    });
    await field.setInputFiles(file);
    const done = await page.evaluate((says) => window.shown(() => document.querySelector("main")?.textContent.includes(says)), says);
    longest = Math.max(longest, await page.evaluate(() => window.longest()));
    return done - (await page.evaluate(() => window.given));
  });
}

function peer() {
  const [time, count] = execFileSync(CORE, [EXAMPLE, "open"], { input: text, encoding: "utf8" }).trim().split(" ").map(Number);
  if (count !== answers.length) throw new Error(`the core opened ${count} answers`);
  return time;
}
