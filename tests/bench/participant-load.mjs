// How soon can a person on a slow phone answer the first question?
// Ours is the participant's page at a survey link, welcome page and tap on "Start" included.
// The peer is SurveyJS with the same 15 questions, one on each page. It shows the first one at once.
// Both come from the same server, compressed the same way. The two take turns, so both feel the machine's moods.
import { median, withPhones } from "./shared/phone.mjs";

const rounds = 7;
const { BASE_URL, PEER_URL, SURVEY_LINK } = process.env;
const tools = { ours: `${BASE_URL}/answer/${SURVEY_LINK}`, peer: `${PEER_URL}/` };
const found = { ours: [], peer: [] };

await withPhones(async (open) => {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
      const result = await measure(open, tools[tool]);
      if (round > 0) found[tool].push(result);
    }
    if (round > 0) console.log(`round ${round}: ours ${line(found.ours.at(-1))}, peer ${line(found.peer.at(-1))}`);
  }
});

const ours = typical("ours");
const peer = typical("peer");
console.log(`median: ours ${line(ours)}, peer ${line(peer)}`);
console.log(`bench participant-load ours=${ours.ms}ms peer=${peer.ms}ms ratio=${(ours.ms / peer.ms).toFixed(2)}`);

async function measure(open, address) {
  const phone = await open();
  try {
    await phone.page.addInitScript(waitForFirstAnswer);
    await phone.page.goto(address, { waitUntil: "commit" });
    const handle = await phone.page.waitForFunction(() => window.answerableAt, null, { timeout: 60_000, polling: 50 });
    return { ms: Math.round(await handle.jsonValue()), bytes: phone.bytes() };
  } catch (error) {
    throw new Error(`nothing to answer at ${address} after a minute`, { cause: error });
  } finally {
    await phone.close();
  }
}

// Runs inside the page, once a frame: taps "Start" when it is there, and notes when the first question can be answered.
function waitForFirstAnswer() {
  const isThere = (element) => !element.disabled && element.checkVisibility({ visibilityProperty: true });
  const name = (button) => button.getAttribute("aria-label") ?? button.textContent;
  const look = () => {
    const fields = document.querySelectorAll("input[type=radio], input[type=checkbox], input[type=text], textarea");
    if ([...fields].some(isThere)) {
      // In the next frame, what was found in this one has been painted.
      requestAnimationFrame(() => (window.answerableAt = performance.now()));
      return;
    }
    const start = [...document.querySelectorAll("button")].find((button) => /start/i.test(name(button)) && isThere(button));
    start?.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function typical(tool) {
  const of = (what) => median(found[tool].map((result) => result[what]));
  return { ms: of("ms"), bytes: of("bytes") };
}

function line({ ms, bytes }) {
  return `${ms} ms with ${(bytes / 1000).toFixed(1)} kB`;
}
