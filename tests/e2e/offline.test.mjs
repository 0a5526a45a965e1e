// After one visit the pages open with no internet, each with no more files than it needs; and the app works from any
// folder of a host.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, SUBFOLDER, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/**
 * Waits until the worker has put everything by for the next visit. One that could not get all its files (a busy machine, a
 * connection that broke off) is let go, and the page visited again.
 */
async function isReady(page) {
  for (let visits = 1; ; visits++) {
    const scope = await page.evaluate(readyWithin, 20_000);
    if (scope) return scope;
    assert.ok(visits < 3, "the worker was never ready");
    await page.evaluate(letGo);
    await page.reload();
  }
}

async function letGo() {
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}

function readyWithin(patience) {
  const ready = navigator.serviceWorker.ready.then(({ scope }) => scope);
  return Promise.race([ready, new Promise((done) => setTimeout(done, patience))]);
}

story("a survey that was opened once opens again with no internet, and can be answered and sent", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, { offline: true });
  assert.equal(await isReady(page), `${APP}answer/`);
  await people.press(page, "Start");
  await people.answer(page, FOUR_KINDS.questions[0], "Yes");
  const context = page.context();
  await context.setOffline(true);
  const again = await context.newPage();
  await page.close();
  await again.goto(link);
  await again.getByText("Welcome back.").waitFor();
  await people.answerAllFrom(again, FOUR_KINDS.questions, FOUR_ANSWERS);
  const message = await people.sendByCopy(again);
  assert.match(message, /ask-answer\./);
});

story("the organiser's surveys open with no internet, and a survey can be written and published", async (stage) => {
  const page = await stage.open(LAPTOP, APP, { offline: true });
  assert.equal(await isReady(page), APP);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
  await people.writeSurvey(page, FOUR_KINDS);
  assert.match(await people.publish(page), /ask-survey\./);
});

story("a participant's phone keeps none of the organiser's files", async (stage) => {
  const { link } = await survey(stage);
  const page = await stage.open(PHONE, link, { offline: true });
  await isReady(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
  const paths = kept.map((url) => url.slice(APP.length));
  assert.ok(
    paths.some((path) => /^assets\/participant-\w+\.wasm$/.test(path)),
    `${paths}`,
  );
  assert.deepEqual(
    paths.filter((path) => !/^(answer\/$|assets\/(participant|font|words)-|icons\/)/.test(path)),
    [],
  );
});

story("in a folder of a host the whole job works, and nothing is asked for outside of that folder", async (stage) => {
  const page = await stage.open(LAPTOP, SUBFOLDER, { origin: SUBFOLDER, offline: true });
  const asked = [];
  const note = (context) => context.on("request", (request) => asked.push(request.url()));
  note(page.context());
  assert.equal(await isReady(page), SUBFOLDER);
  await page.reload();
  await people.writeSurvey(page, FOUR_KINDS);
  const link = await people.publish(page);
  assert.ok(link.startsWith(`${SUBFOLDER}answer/#`), link);
  const context = await stage.profile(PHONE, { origin: SUBFOLDER, offline: true });
  note(context);
  const phone = await context.newPage();
  await phone.goto(link);
  assert.equal(await isReady(phone), `${SUBFOLDER}answer/`);
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS);
  const answers = people.linkIn(await people.sendByCopy(phone));
  assert.ok(answers.startsWith(`${SUBFOLDER}#`), answers);
  await page.goto("about:blank");
  await page.goto(answers);
  await page.getByText("1 new answer.").waitFor();
  await people.part(page, "What people said").click();
  await page.getByText("By the sea").waitFor();
  assert.ok(asked.length > 5);
  const isInside = (url) => url.startsWith(SUBFOLDER) || /^(blob|data|about):/.test(url);
  assert.deepEqual(
    asked.filter((url) => !isInside(url)),
    [],
  );
});

story("the organiser's app can be installed", async (stage) => {
  const page = await stage.open(LAPTOP, SUBFOLDER, { origin: SUBFOLDER });
  const found = await page.evaluate(async () => {
    const { href } = document.querySelector("link[rel=manifest]");
    const manifest = await (await fetch(href)).json();
    const icons = await Promise.all(manifest.icons.map(async ({ src }) => (await fetch(new URL(src, href))).status));
    return { ...manifest, start: new URL(manifest.start_url, href).href, icons };
  });
  assert.equal(found.name, "Ask Together");
  assert.equal(found.display, "standalone");
  assert.equal(found.start, SUBFOLDER);
  assert.ok(found.icons.length >= 2 && found.icons.every((status) => status === 200), `${found.icons}`);
});
