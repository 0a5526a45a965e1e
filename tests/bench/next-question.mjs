// How soon after a tap on "Next" is the next question on the screen, on a very slow phone?
// Ours is the participant's page with 200 questions and 100 conditions. The peer is SurveyJS with the same.
// Each question is answered with "Yes" first, so that every condition holds and is worked out anew.
// The two take turns, so both feel the machine's moods.
import { median, withPhones } from "./shared/phone.mjs";

const rounds = 3;
const questions = 15;
const processorTimesSlower = 6;
const { BASE_URL, PEER_URL, SURVEY_LINK } = process.env;
const tools = { ours: `${BASE_URL}/answer/${SURVEY_LINK}`, peer: `${PEER_URL}/` };
const found = { ours: [], peer: [] };

await withPhones(async (open) => {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    for (const tool of round % 2 ? ["ours", "peer"] : ["peer", "ours"]) {
      const times = await measure(open, tools[tool]);
      if (round > 0) found[tool].push(...times);
    }
    if (round > 0) console.log(`round ${round}: ours ${median(found.ours).toFixed(1)} ms, peer ${median(found.peer).toFixed(1)} ms`);
  }
}, { processorTimesSlower });

const ours = median(found.ours);
const peer = median(found.peer);
const slowest = Math.max(...found.ours);
console.log(`${found.ours.length} questions each; the slowest of ours took ${slowest.toFixed(1)} ms`);
console.log(`bench next-question ours=${ours.toFixed(1)}ms peer=${peer.toFixed(1)}ms ratio=${(ours / peer).toFixed(2)}`);

async function measure(open, address) {
  const phone = await open();
  try {
    await phone.page.goto(address, { waitUntil: "load" });
    await phone.page.waitForFunction(() => document.querySelector("input[type=radio]") ?? [...document.querySelectorAll("button")].find((button) => button.textContent === "Start"));
    return await phone.page.evaluate(answerAll, questions);
  } finally {
    await phone.close();
  }
}

// Runs inside the page. A question is on the screen once the frame after its radios appeared has been painted.
async function answerAll(questions) {
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    }));
  const visible = (element) => element.checkVisibility({ visibilityProperty: true });
  const title = () => document.body.innerText.match(/thing number (\d+) /)?.[1];
  const name = (button) => button.textContent || button.value || "";
  const press = (wanted) => [...document.querySelectorAll("button, input[type=button]")].find((button) => name(button).trim() === wanted && visible(button))?.click();
  press("Start");
  while (!title()) await painted();
  const times = [];
  for (let number = 0; number < questions; number++) {
    document.querySelector("input[type=radio]").click();
    await painted();
    await painted();
    const before = title();
    const start = performance.now();
    press("Next");
    let now = await painted();
    while (title() === before) now = await painted();
    times.push(now - start);
  }
  return times;
}
