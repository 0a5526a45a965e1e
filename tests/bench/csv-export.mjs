// How long does it take to make a CSV of 100,000 answers to 60 questions?
// Ours is from the press on "Download CSV" until the file is made, while the page can be used. The peer is PapaParse with
// the same rows, as texts in memory, until its file is made; it holds up the page.
// The two take turns, so both feel the machine's moods.
import { about, keep, mostMemory, watch, withBrowser } from "./shared/answered.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 3;
const { ANSWERS, BASE_URL, PEER_URL } = process.env;
const file = `${ANSWERS}.csv`;
const found = { ours: [], peer: [] };
let [longest, memory, bytes] = [0, 0, 0];

await withBrowser(async (context, browser) => {
  await keep(context);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.addInitScript(noteFiles);
  await page.goto(`${BASE_URL}/#results/${about.id}`);
  await page.evaluate(() => window.shown(() => /^[\d,]+ people answered$/.test(document.querySelector("h1")?.textContent)));
  const ours = async () => {
    const button = page.getByRole("button", { name: "Download CSV", exact: true });
    await page.evaluate(() => {
      window.longTasks.length = 0;
      addEventListener("click", () => (window.pressed = performance.now()), { capture: true, once: true });
    });
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), button.click()]);
    await download.saveAs(file);
    longest = Math.max(longest, await page.evaluate(() => window.longest()));
    bytes = await page.evaluate(() => window.made.size);
    return page.evaluate(() => window.made.at - window.pressed);
  };
  await ours();
  memory = await mostMemory(browser);
  const other = await context.newPage();
  await other.addInitScript(noteFiles);
  await other.goto(`${PEER_URL}/`);
  await other.locator("input").setInputFiles(file);
  await other.waitForFunction(() => window.rows, null, { timeout: 120_000 });
  const peer = () => other.evaluate(() => window.write());
  // The first round only warms up the browser.
  await peer();
  for (let round = 1; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) found[tool].push(await (tool === "ours" ? ours() : peer()));
    console.log(`round ${round}: ours ${found.ours.at(-1).toFixed(0)} ms, peer ${found.peer.at(-1).toFixed(0)} ms`);
  }
});

const [our, their] = [median(found.ours), median(found.peer)];
console.log(`${(bytes / 1e6).toFixed(0)} MB; the most memory that our page held: ${memory.toFixed(0)} MB`);
console.log(`the longest task of our page: ${longest ? `${longest.toFixed(0)} ms` : "under 50 ms"}`);
console.log(`bench csv-export ours=${our.toFixed(0)}ms peer=${their.toFixed(0)}ms ratio=${(our / their).toFixed(2)}`);

// Runs inside the page: notes when a file is made, and its size.
function noteFiles() {
  const real = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.made = { at: performance.now(), size: blob.size };
    return real.call(URL, blob);
  };
}
