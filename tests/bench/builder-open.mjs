// How soon can a person edit a survey of 200 questions that this browser has kept?
// Ours is the organiser's page, with a click on the first question as soon as it is there. The peer is SurveyJS Creator
// with the same 200 questions; a title in it can be edited at once.
// Both come from the same server, compressed the same way. The two take turns, so both feel the machine's moods.
import { builder, withLaptops } from "./shared/laptop.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 7;
const tools = { ours: builder, peer: `${process.env.PEER_URL}/` };
const found = { ours: [], peer: [] };

await withLaptops(async (open) => {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
      const time = await measure(open, tools[tool]);
      if (round > 0) found[tool].push(time);
    }
    if (round > 0) console.log(`round ${round}: ours ${found.ours.at(-1)} ms, peer ${found.peer.at(-1)} ms`);
  }
});

const ours = median(found.ours);
const peer = median(found.peer);
console.log(`bench builder-open ours=${ours}ms peer=${peer}ms ratio=${(ours / peer).toFixed(2)}`);

async function measure(open, address) {
  const laptop = await open();
  try {
    await laptop.page.addInitScript(waitForTitle);
    await laptop.page.goto(address, { waitUntil: "commit" });
    const handle = await laptop.page.waitForFunction(() => window.editableAt, null, { timeout: 60_000, polling: 50 });
    return Math.round(await handle.jsonValue());
  } catch (error) {
    throw new Error(`nothing to edit at ${address} after a minute`, { cause: error });
  } finally {
    await laptop.close();
  }
}

// Runs inside the page, once a frame: opens our first question when it is there, and notes when the title of a question
// has taken the focus.
function waitForTitle() {
  const field = () =>
    document.querySelector("textarea[id^=question-]") ??
    [...document.querySelectorAll(".sv-string-editor[contenteditable=true]")].find((title) => title.textContent.includes("thing number"));
  const look = () => {
    const title = field();
    title?.focus();
    if (title && document.activeElement === title) {
      // In the next frame, what was found in this one has been painted.
      requestAnimationFrame(() => (window.editableAt = performance.now()));
      return;
    }
    document.querySelector("[aria-label='Question 1'] button")?.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
