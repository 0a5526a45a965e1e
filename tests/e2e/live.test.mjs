// Two devices side by side: they make a pair with no server, see each other's changes and each other, and lose
// nothing when one of them goes.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { camera, hold } from "./camera.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, clipboard, eventually, holds, once, soon, story } from "./support.mjs";

const { button, cardOf, field, press } = people;

const card = (page) => page.getByRole("region", { name: "Work side by side" });
const tab = (page, name) => people.goTo(page, name);
const outline = (page) => page.getByRole("navigation", { name: "Questions in this survey" });
const openCard = (page, number) => cardOf(page, number).getByRole("button").first().click();
const said = (page, words) => page.getByRole("status").filter({ hasText: words }).first().waitFor();
const sees = (page, words) => card(page).getByText(words, { exact: true }).waitFor();
const clean = async (page) => assert.deepEqual(await findings(page), []);

const noSidewaysScrolling = async (page) =>
  await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

/** A survey of two questions, on its organiser's screen for working side by side. */
const written = once(async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, {
    title: "Your week",
    organisation: "Team A",
    questions: [
      { kind: "Short answer", text: "Where do you live?" },
      { kind: "Long answer", text: "What would you change?" },
    ],
  });
  await tab(page, "Side by side");
  await field(page, "Your name (others see it on your changes)").fill("Ana");
  return { id: page.url().split("/").pop(), kept: await page.context().storageState({ indexedDB: true }) };
});

const first = async (stage, options) => {
  const { id, kept } = await written(stage);
  return stage.open(LAPTOP, `${APP}#side-by-side/${id}`, { kept, ...options });
};

/** A code from a press on its card. */
async function offer(page) {
  await press(card(page), "Pair with a device next to you");
  return field(card(page), "Code of this device").inputValue();
}

/** Brings the answer back, as people would: in a message. */
async function bringBack(from, to) {
  const answer = await field(card(from), "Answer of this device").inputValue();
  await field(card(to), "Paste the answer of the other device").fill(`Here it is:\n${answer}\nSee you`);
  await press(card(to), "Connect");
  await card(to).getByText(/^Connected with/).waitFor();
}

/** Two connected devices: the second is a phone that opened the link. */
async function pair(stage) {
  const ana = await first(stage);
  const cai = await stage.open(PHONE, APP);
  await cai.getByRole("link", { name: "Enter a code from another device" }).click();
  await field(cai, "Your name (others see it on your changes)").fill("Cai");
  await cai.goto(await offer(ana));
  await press(cai, "Connect");
  await bringBack(cai, ana);
  return [ana, cai];
}

story("two devices pair with no server, and each sees what the other changes and where they are", async (stage) => {
  const [ana, cai] = await pair(stage);
  await sees(ana, "Connected with Cai.");
  await clean(ana);
  await cai.getByRole("heading", { name: "Questions", exact: true }).waitFor();
  await cai.getByText("Connected with Ana.").first().waitFor();
  await cardOf(cai, 2).getByText("What would you change?").waitFor();
  await noSidewaysScrolling(cai);

  await tab(ana, "Questions");
  await openCard(ana, 1);
  await cardOf(cai, 1).getByText("Ana is here").waitFor();
  await field(cardOf(ana, 1), "Question").fill("Where do you live now?");
  await cardOf(cai, 1).getByText("Where do you live now?").waitFor();

  await openCard(cai, 2);
  await cardOf(ana, 2).getByText("Cai is here").waitFor();
  await outline(ana).getByText("Cai is here").waitFor();
  await field(cardOf(cai, 2), "Question").fill("What is good?");
  await cardOf(ana, 2).getByText("What is good?").waitFor();
  await ana.getByText("Connected with Cai.", { exact: true }).waitFor();
  await clean(ana);
  await clean(cai);
  await noSidewaysScrolling(cai);

  await people.undo(cai).click();
  await cardOf(ana, 2).getByText("What would you change?").waitFor();
});

story("the answer on a phone is scanned by the camera of the first device", async (stage) => {
  const ana = await first(stage, { prepare: camera });
  const cai = await stage.open(PHONE, await offer(ana));
  await press(cai, "Connect");
  await hold(ana, await card(cai).getByRole("img", { name: "QR code of the answer" }).screenshot());
  await press(card(ana), "Scan a code");
  await card(ana).getByText(/^Connected with/).waitFor();
  await eventually(async () => assert.ok(await ana.evaluate(() => window.cameraIsOff)));
  await cardOf(cai, 1).getByText("Where do you live?").waitFor();
});

story("when one device goes the other says so, keeps all, and a new pair merges both", async (stage) => {
  const [ana, cai] = await pair(stage);
  await tab(ana, "Questions");
  await openCard(ana, 1);
  await cardOf(cai, 1).getByText("Ana is here").waitFor();
  await openCard(cai, 1);
  await field(cardOf(cai, 1), "Question").fill("Where is your home?");
  await holds(field(cardOf(ana, 1), "Question"), "Where is your home?");
  const [id, kept] = [ana.url().split("/").pop(), await cai.context().storageState({ indexedDB: true })];
  await cai.close({ runBeforeUnload: true });
  await said(ana, "The other device has gone. Your changes are kept.");
  await soon.equal(() => ana.getByText("Cai is here").count(), 0);

  // Both write on, apart.
  await field(cardOf(ana, 1), "Question").fill("Where do you sleep?");
  const again = await stage.open(PHONE, `${APP}#questions/${id}`, { kept });
  await openCard(again, 1);
  await holds(field(cardOf(again, 1), "Question"), "Where is your home?");
  await field(cardOf(again, 1), "Question").fill("Where do you stay?");
  await openCard(again, 2);
  await field(cardOf(again, 2), "Question").fill("What is good?");

  await ana.getByRole("link", { name: "Pair again" }).click();
  await sees(ana, "The other device has gone. Your changes are kept. Pair again to go on.");
  await clean(ana);
  const code = await offer(ana);
  await tab(again, "Side by side");
  await field(card(again), "Paste the code of the other device").fill(code);
  await press(card(again), "Use this code");
  await bringBack(again, ana);
  await tab(ana, "Clashes");
  const settle = ana.getByRole("region", { name: "1 clash to resolve" });
  // Either may be what the question says now, and so stand in the heading too.
  await settle.getByText("“Where do you sleep?”", { exact: true }).waitFor();
  await settle.getByText("“Where do you stay?”", { exact: true }).waitFor();
  await settle.getByRole("button", { name: "Use what You wrote" }).click();
  await eventually(async () => assert.equal(await settle.count(), 0));
  await tab(again, "Questions");
  await cardOf(again, 1).getByText("Where do you sleep?").first().waitFor();
  await tab(ana, "Questions");
  await cardOf(ana, 2).getByText("What is good?").first().waitFor();

  await tab(ana, "Side by side");
  await press(card(ana), "Stop");
  await button(card(ana), "Pair with a device next to you").waitFor();
  await said(again, "The other device has gone.");
});

story("a code that is no good gets a clear sentence, and each step can be used by all", async (stage) => {
  const ana = await first(stage);
  const answerField = "Paste the answer of the other device";
  const use = async (page, name, code, take) => {
    await field(card(page), name).fill(code);
    await press(card(page), take);
  };
  await button(card(ana), "Pair with a device next to you").waitFor();
  await clean(ana);
  const code = await offer(ana);
  assert.ok(code.startsWith(`${APP}#ask-pair.`) && code.length < 300, code);
  await card(ana).getByRole("img", { name: "QR code that pairs" }).waitFor();
  await press(card(ana), "Copy the code");
  await said(ana, "It is copied.");
  await soon.equal(() => clipboard(ana), code);
  await clean(ana);
  await use(ana, answerField, code, "Connect");
  await said(ana, "This is the code of this device.");
  await clean(ana);

  const cai = await stage.open(PHONE, `${APP}#pair`);
  const codeField = "Paste the code of the other device";
  for (const [bad, words] of [
    ["Hello", "There is no code in it."],
    [`${APP}#ask-draft.AAAA`, "This is a link for something else."],
    [code.slice(0, -9), "The end of the code is missing."],
    [`${code.slice(0, -3)}${code.endsWith("AAA") ? "BBB" : "AAA"}`, "The code was changed on the way."],
  ]) {
    await use(cai, codeField, bad, "Use this code");
    await said(cai, words);
    await soon.equal(() => field(card(cai), codeField).inputValue(), bad);
  }
  await clean(cai);
  await noSidewaysScrolling(cai);
  await use(cai, codeField, code, "Use this code");
  const answer = await field(card(cai), "Answer of this device").inputValue();
  await clean(cai);
  await noSidewaysScrolling(cai);

  // The first device starts anew: the old answer is for another code.
  await press(card(ana), "Stop");
  await offer(ana);
  await use(ana, answerField, answer, "Connect");
  await said(ana, "This answer is for an older code.");

  const stray = await stage.open(PHONE, answer);
  await said(stray, "This is an answer. Bring it to the page that shows the code");
});

story("a link with a code connects to nobody before the person says so", async (stage) => {
  const ana = await first(stage);
  const link = await offer(ana);
  const prepare = () => {
    globalThis.connections = 0;
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given) {
        super(...given);
        globalThis.connections++;
      }
    };
  };
  const cai = await stage.open(PHONE, link, { prepare });
  const connections = () => cai.evaluate(() => globalThis.connections);
  await cai.getByRole("heading", { name: "Connect to the other device?" }).waitFor();
  await clean(cai);
  await noSidewaysScrolling(cai);
  await press(cai, "Do not connect");
  await field(card(cai), "Paste the code of the other device").waitFor();
  assert.equal(await connections(), 0);
  await cai.goto(link);
  await press(cai, "Connect");
  await field(card(cai), "Answer of this device").waitFor();
  assert.equal(await connections(), 1);
});

story("an answer that a camera opens in a new tab reaches the tab that waits for it", async (stage) => {
  const ana = await first(stage);
  const cai = await stage.open(PHONE, await offer(ana));
  await press(cai, "Connect");
  const answer = await field(card(cai), "Answer of this device").inputValue();
  const other = await ana.context().newPage();
  await other.goto(answer);
  await sees(ana, "Connected with the other device.");
});

story("a browser that can not connect says so, and what to do", async (stage) => {
  const { id, kept } = await written(stage);
  const prepare = () => delete globalThis.RTCPeerConnection;
  const page = await stage.open(LAPTOP, `${APP}#side-by-side/${id}`, { kept, prepare });
  await card(page).getByText("This browser cannot work side by side.").waitFor();
  await clean(page);
});
