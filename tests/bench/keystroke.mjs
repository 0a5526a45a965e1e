// How soon after a key is what was typed on the screen, in a builder with 200 questions open?
// Ours counts until the field, the lines under its words and the boxes of advice below it are painted. The peer is
// SurveyJS Creator, with the same 200 questions, where no advice is worked out: the question's title as it stands in
// the survey. Its other field for a title, beside the survey, is measured and told too.
// It is the third question. The first would be quoted in the conditions of 100 others, which is no usual survey.
// The tools take turns, so all feel the machine's moods.
import { builder, withLaptops } from "./shared/laptop.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 3;
const sentence = "Do staff take into consideration what";
const { PEER_URL } = process.env;
const tools = {
  ours: { address: builder, find: ourField, surroundings: ".labelled" },
  peer: { address: `${PEER_URL}/`, find: titleInSurvey, surroundings: ".svc-question__content" },
  beside: { address: `${PEER_URL}/`, find: titleBeside, surroundings: "#creator" },
};
const found = { ours: [], peer: [], beside: [] };

await withLaptops(async (open) => {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    const names = Object.keys(tools);
    for (const name of round % 2 ? names : names.reverse()) {
      const times = await measure(open, tools[name]);
      if (round > 0) found[name].push(...times);
    }
    if (round > 0) console.log(`round ${round}: ours ${typical("ours")} ms, peer ${typical("peer")} ms, beside the survey ${typical("beside")} ms`);
  }
});

const ours = median(found.ours);
const peer = median(found.peer);
console.log(`${found.ours.length} keys each; the slowest of ours took ${Math.max(...found.ours).toFixed(1)} ms`);
console.log(`bench keystroke ours=${ours.toFixed(1)}ms peer=${peer.toFixed(1)}ms ratio=${(ours / peer).toFixed(2)}`);

function typical(name) {
  return median(found[name]).toFixed(1);
}

async function measure(open, { address, find, surroundings }) {
  const laptop = await open();
  try {
    await laptop.page.goto(address, { waitUntil: "load" });
    const field = await find(laptop.page);
    await field.click();
    await laptop.page.keyboard.press("ControlOrMeta+a");
    await field.evaluate(listen, surroundings);
    for (const letter of sentence) {
      await laptop.page.keyboard.press(letter === " " ? "Space" : letter);
      await laptop.page.evaluate(() => window.settled());
    }
    const typed = await field.evaluate((element) => element.value ?? element.textContent);
    // A space without a letter after it is kept as one that does not break.
    if (typed.replaceAll("\u00a0", " ") !== sentence) throw new Error(`typed “${typed}”`);
    if (find === ourField) await laptop.page.locator(".labelled .flag", { hasText: "take into consideration" }).waitFor();
    return await laptop.page.evaluate(() => window.times);
  } finally {
    await laptop.close();
  }
}

async function ourField(page) {
  await page.getByRole("region", { name: "Question 3", exact: true }).getByRole("button").first().click();
  return page.locator("textarea[id^=question-]");
}

async function titleInSurvey(page) {
  const title = page.locator(".svc-question__content .sv-string-editor", { hasText: "thing number 3 " });
  await page.locator(".svc-question__content").first().hover();
  while ((await title.count()) === 0) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(100);
  }
  // By its element: what it says changes as one types.
  return title.elementHandle();
}

async function titleBeside(page) {
  await (await titleInSurvey(page)).click();
  return page.locator(".spg-panel-group textarea, .spg-root-modern textarea").first();
}

// Runs inside the page. From a key to the last frame that shows something new in the field's surroundings, once that
// frame has been painted. `settled` waits until nothing has changed for some frames.
function listen(field, surroundings) {
  const quiet = 4;
  let isNew = false;
  let start = 0;
  let end = 0;
  window.times = [];
  const noted = () => (isNew = true);
  new MutationObserver(noted).observe(field.closest(surroundings), { subtree: true, childList: true, characterData: true, attributes: true });
  field.addEventListener("input", noted);
  addEventListener("keydown", (event) => {
    start = event.timeStamp;
    end = 0;
    isNew = false;
  }, { capture: true });
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => {
      const wasNew = isNew;
      isNew = false;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(wasNew ? performance.now() : 0);
      channel.port2.postMessage(0);
    }));
  const watch = async () => {
    for (;;) end = (await painted()) || end;
  };
  watch();
  window.settled = async () => {
    for (let still = 0, last = end; still < quiet || end === 0; still++) {
      await new Promise(requestAnimationFrame);
      if (end !== last) [still, last] = [0, end];
    }
    window.times.push(end - start);
  };
}
