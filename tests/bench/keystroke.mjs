// How soon after a key is what was typed on the screen, in a builder with 200 questions open?
// Ours counts until the field, the lines under its words and the boxes of advice below it are painted. The peer is
// SurveyJS Creator, with the same 200 questions, where no advice is worked out. Both edit the survey at every key: the
// peer in its field beside the survey, and it counts until that field is painted.
// Told too: the same until the whole editor shows it, which is ours with the phone and the outline, and the peer's with
// the title in the survey. And the peer's other way to write a title, in the survey itself. Its keys are no edits yet:
// the survey changes when a person leaves the field.
// It is the third question. The first would be quoted in the conditions of 100 others, which is no usual survey.
// The tools take turns, so all feel the machine's moods.
import { builder, withLaptops } from "./shared/laptop.mjs";
import { median } from "./shared/phone.mjs";

const rounds = 3;
const sentence = "Do staff take into consideration what";
// Milliseconds between two keys: somebody who types fast. The page is at rest when a key comes.
const typing = 120;
const { PEER_URL } = process.env;
const peerPage = `${PEER_URL}/`;
const tools = {
  ours: { address: builder, find: ourField },
  peer: { address: peerPage, find: fieldBeside },
  "ours everywhere": { address: builder, find: ourField, everywhere: true },
  "peer everywhere": { address: peerPage, find: fieldBeside, everywhere: true },
  "peer in the survey, no edit yet": { address: peerPage, find: titleInSurvey },
};
const found = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));

await withLaptops(async (open) => {
  // The first round only warms up the browser and the server.
  for (let round = 0; round <= rounds; round++) {
    const names = Object.keys(tools);
    for (const name of round % 2 ? names : names.reverse()) {
      const times = await measure(open, tools[name]);
      if (round > 0) found[name].push(...times);
    }
    if (round > 0) console.log(`round ${round}: ${names.map((name) => `${name} ${typical(name)} ms`).join(", ")}`);
  }
});

const ours = median(found.ours);
const peer = median(found.peer);
console.log(`${found.ours.length} keys each; the slowest of ours took ${Math.max(...found.ours).toFixed(1)} ms`);
console.log(`bench keystroke ours=${ours.toFixed(1)}ms peer=${peer.toFixed(1)}ms ratio=${(ours / peer).toFixed(2)}`);

function typical(name) {
  return median(found[name]).toFixed(1);
}

async function measure(open, { address, find, everywhere }) {
  const laptop = await open();
  try {
    await laptop.page.goto(address, { waitUntil: "load" });
    const { field, shows } = await find(laptop.page, everywhere);
    await field.click();
    await laptop.page.keyboard.press("ControlOrMeta+a");
    await laptop.page.evaluate(listen, { shows, typing });
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

// Each gives the field, and the parts of the page that show what is typed in it.
async function ourField(page, everywhere) {
  await page.getByRole("region", { name: "Question 3", exact: true }).getByRole("button").first().click();
  const field = await page.locator("textarea[id^=question-]").elementHandle();
  const around = everywhere ? ".editor" : ".labelled";
  return { field, shows: [await field.evaluateHandle((element, around) => element.closest(around), around)] };
}

async function titleInSurvey(page) {
  const title = page.locator(".svc-question__content .sv-string-editor", { hasText: "thing number 3 " });
  await page.locator(".svc-question__content").first().hover();
  while ((await title.count()) === 0) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(100);
  }
  // By its element: what it says changes as one types.
  const field = await title.elementHandle();
  return { field, shows: [await field.evaluateHandle((element) => element.closest(".svc-question__content"))] };
}

async function fieldBeside(page, everywhere) {
  const title = await titleInSurvey(page);
  await title.field.click();
  const field = await page.locator(".spg-panel-group textarea, .spg-root-modern textarea").first().elementHandle();
  const around = await field.evaluateHandle((element) => element.parentElement);
  return { field, shows: everywhere ? [around, ...title.shows] : [around] };
}

// Runs inside the page. From a key to the last frame that shows something new in these parts, once that frame has been
// painted. `settled` waits until nothing has changed for some frames and the next key is due. It asks for no frames
// while the page is at rest: a key would have to wait for the next of those.
function listen({ shows, typing }) {
  const quiet = 4;
  let isNew = false;
  let start = 0;
  let end = 0;
  let still = 0;
  window.times = [];
  const noted = () => (isNew = true);
  const observer = new MutationObserver(noted);
  for (const part of shows) {
    observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
    part.addEventListener("input", noted);
  }
  addEventListener("keydown", (event) => {
    [start, end, still, isNew] = [event.timeStamp, 0, 0, false];
    watch();
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
    while (still < quiet || end === 0) {
      const at = await painted();
      [end, still] = at ? [at, 0] : [end, still + 1];
    }
  };
  window.settled = async () => {
    while (still < quiet || end === 0) await new Promise((done) => setTimeout(done, 10));
    window.times.push(end - start);
    await new Promise((done) => setTimeout(done, Math.max(50, typing - (performance.now() - start))));
  };
}
