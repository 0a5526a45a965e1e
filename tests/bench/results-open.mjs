// How soon are the results of 100,000 answers on the screen, and how soon those of some of them?
// Ours is from the page's address to the frame with all of them counted, out of the browser's own database; told too: the
// first chart, which says of how many it is. The peer is SurveyJS Dashboard with the same answers, which its page has as
// one text in a database of its own: from its address to the frame with its last chart, and with its first.
// Then both are asked for the people who gave one answer, until nothing on the screen changes any more.
// The two take turns, so both feel the machine's moods.
import { about, answers, keep, keepForPeer, mostMemory, watch, withBrowser } from "./shared/answered.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 3;
const { BASE_URL, PEER_URL } = process.env;
const parts = ["first", "all", "filter"];
const found = { ours: [], peer: [] };

await withBrowser(async (context, browser) => {
  await keep(context);
  const said = answers.map((line) => line.slice(line.lastIndexOf("\t") + 1));
  await keepForPeer(context, PEER_URL, `{"form":${JSON.stringify(about.form)},"answers":[${said.join(",")}]}`);
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
      const times = await (tool === "ours" ? ours(context) : peer(context));
      if (round > 0) found[tool].push(times);
    }
    if (round > 0) {
      const told = (tool) => parts.map((part) => `${part} ${found[tool].at(-1)[part].toFixed(0)} ms`).join(", ");
      console.log(`round ${round}: ours ${told("ours")}; peer ${told("peer")}`);
    }
  }
  console.log(`the most memory that a page held: ${(await mostMemory(browser)).toFixed(0)} MB`);
});

const middle = (tool, part) => median(found[tool].map((times) => times[part]));
for (const part of ["first", "filter"]) {
  const [our, their] = [middle("ours", part), middle("peer", part)];
  console.log(`${part}: ours ${our.toFixed(0)} ms, peer ${their.toFixed(0)} ms, ratio ${(our / their).toFixed(2)}`);
}
const [our, their] = [middle("ours", "all"), middle("peer", "all")];
console.log(`bench results-open ours=${our.toFixed(0)}ms peer=${their.toFixed(0)}ms ratio=${(our / their).toFixed(2)}`);

async function ours(context) {
  const page = await context.newPage();
  try {
    await page.addInitScript(watch);
    await page.goto(`${BASE_URL}/#results/${about.id}`, { waitUntil: "commit" });
    const first = await page.evaluate(() => window.shown(() => document.querySelector(".tally .bars")));
    const all = await page.evaluate(() => window.shown(() => /^[\d,]+ people answered$/.test(document.querySelector("h1")?.textContent)));
    const only = page.getByLabel("Show only these people");
    await only.locator("optgroup").first().waitFor({ state: "attached" });
    await page.evaluate(() => window.quiet());
    const filter = await page.evaluate(async () => {
      const select = document.querySelector("#look-only");
      const start = performance.now();
      select.selectedIndex = 1;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await window.shown(() => / of /.test(document.querySelector("h1").textContent));
      return (await window.quiet()) - start;
    });
    return { first, all, filter };
  } finally {
    await page.close();
  }
}

async function peer(context) {
  const page = await context.newPage();
  try {
    await page.addInitScript(watch);
    await page.goto(`${PEER_URL}/`, { waitUntil: "commit" });
    const count = about.form.elements.filter(({ type }) => type !== "comment").length;
    const drawn = (least) => page.evaluate((least) => window.shown(() => document.querySelectorAll(".js-plotly-plot .main-svg").length >= 3 * least), least);
    const first = await drawn(1);
    await drawn(count);
    const all = await page.evaluate(() => window.quiet());
    const filter = await page.evaluate(async () => {
      const start = performance.now();
      window.filter();
      return (await window.quiet()) - start;
    });
    return { first, all, filter };
  } finally {
    await page.close();
  }
}
