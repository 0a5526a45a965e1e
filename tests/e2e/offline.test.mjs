// After one visit the pages open with no internet, pictures and all, each with no more files than it needs; and the app
// works from any folder of a host.

import assert from "node:assert/strict";
import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, LAPTOP, PHONE, SUBFOLDER, eventually, soon, story } from "./support.mjs";

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

/** How many pictures are shown, once none is broken or still on its way. */
async function shownPictures(page) {
  return eventually(async () => {
    const shown = await page.locator("img:visible").evaluateAll((all) => all.map((img) => [img.complete, img.naturalWidth > 0, img.src]));
    assert.ok(
      shown.every(([isComplete, isDrawn]) => isComplete && isDrawn),
      JSON.stringify(shown),
    );
    const drawn = shown.filter(([, , src]) => src.length > 100 || src.startsWith("http"));
    return drawn.length;
  });
}

/** The same link at another host. */
const at = (host, link) => link.replace(APP, host.url);

/** Waits until the host has sent all of these pictures. */
const sentPictures = (host, pictures) =>
  eventually(async () => {
    const missing = pictures.filter((code) => !host.answered.includes(`pictures/${code}.svg`));
    assert.deepEqual(missing, []);
  });

/** Waits until the host has sent what a phone fetches once its first page stands. */
const sentRest = (host) => soon.equal(() => host.answered.some((path) => path.includes("participant-later-")), true);

/** Waits until the browser knows of each picture in sight whether it comes. None may stand there broken. */
const hasNoBrokenPicture = (page) =>
  eventually(async () => {
    const broken = await page.locator("img").evaluateAll((all) => {
      const isInSight = (img) => img.checkVisibility() && img.getBoundingClientRect().top < innerHeight;
      const isShown = (img) => img.complete && img.naturalWidth > 0;
      return all.filter((img) => isInSight(img) && !isShown(img)).map(({ src }) => src);
    });
    assert.deepEqual(broken, []);
  });

/** A file that can't be fetched is noted by the browser itself. Nothing else may complain. */
function noteNoHost(stage) {
  const isNoted = (text) => /^console: Failed to load resource: net::ERR_(CONNECTION_REFUSED|FAILED)$/.test(text);
  stage.complaints = stage.complaints.filter((text) => !isNoted(text));
}

/** What the choices of a question with three faces show, and Yes, No and Not sure. */
const FACES = ["1F641", "1F610", "1F642"];
const PICTURED = {
  title: "With pictures",
  organisation: "Team A",
  questions: [
    { kind: "Yes, no, not sure", text: "Do you like tea?" },
    { kind: "3 faces", text: "How was your week?" },
  ],
};
const pictured = people.publishedBy((page) => people.writeSurvey(page, PICTURED));

story("all pictures of a survey come at once with its first page, and stand on every page when the host is gone", async (stage) => {
  const { link } = await pictured(stage);
  const host = await stage.host();
  // No worker: this is the first visit of a browser that has none, as in many apps.
  const page = await stage.open(PHONE, at(host, link));
  await people.button(page, "Start").waitFor();
  await sentPictures(host, FACES);
  await sentRest(host);
  const asked = host.asked.length;
  await host.close();
  await people.press(page, "Start");
  await people.atQuestion(page, 1, 3);
  await soon.equal(() => shownPictures(page), 3);
  await people.press(page, "Skip this question");
  await people.atQuestion(page, 2, 3);
  await soon.equal(() => shownPictures(page), 3);
  assert.equal(host.asked.length, asked, "the host hears of no page");
});

story("the pictures are there again on a later visit without the host", async (stage) => {
  const { link } = await pictured(stage);
  const host = await stage.host();
  const page = await stage.open(PHONE, at(host, link), { offline: true });
  await isReady(page);
  await sentPictures(host, FACES);
  await eventually(async () => {
    const kept = await page.evaluate(async () => {
      const name = (await caches.keys()).find((name) => name.startsWith("ask-together-pictures"));
      return name ? (await (await caches.open(name)).keys()).map(({ url }) => url) : [];
    });
    assert.ok(FACES.every((code) => kept.some((url) => url.endsWith(`${code}.svg`))), `${kept}`);
  });
  await host.close();
  await page.reload();
  await people.press(page, "Start");
  for (const number of [1, 2]) {
    await people.atQuestion(page, number, 3);
    await soon.equal(() => shownPictures(page), 3);
    await people.press(page, "Skip this question");
  }
  noteNoHost(stage);
});

story("pictures that do not come leave the words alone, and come when the host has them again", async (stage) => {
  const { link } = await pictured(stage);
  const host = await stage.host();
  const isPicture = (path) => path.startsWith("pictures/");
  host.answers = (path, response) => isPicture(path) && response.destroy();
  const page = await stage.open(PHONE, at(host, link));
  await people.press(page, "Start");
  await people.atQuestion(page, 1, 3);
  await eventually(async () => assert.equal(await page.locator("img:visible").count(), 0));
  host.answers = undefined;
  await eventually(async () => assert.equal(await shownPictures(page), 3));
  stage.complaints = stage.complaints.filter((text) => !text.includes("net::ERR_EMPTY_RESPONSE"));
});

story("a reviewer's pages show their pictures when the host is gone, and no sign of those that were never fetched", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.writeSurvey(page, PICTURED);
  await people.goTo(page, "Ask people");
  await people.press(page, "Make a link to send");
  const link = await people.field(page, "Review link").inputValue();
  const host = await stage.host();
  const phone = await stage.open(PHONE, at(host, link));
  await people.button(phone, "Start").waitFor();
  await sentPictures(host, [...FACES, "1F6D1"]);
  await phone.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  await host.close();
  for (const name of ["Start", "Next", "Next"]) await people.press(phone, name);
  await phone.getByText("Page 3 of 5").waitFor();
  // Its own three, and easy, hard and not OK.
  await soon.equal(() => shownPictures(phone), 6);
  await phone.getByText("Choose another picture", { exact: true }).click();
  await phone.getByText("The pictures did not come.").waitFor();
  await soon.equal(() => shownPictures(phone), 6);
  noteNoHost(stage);
});

story("an organiser's preview and picture picker show no sign of pictures that do not come", async (stage) => {
  const host = await stage.host();
  const page = await stage.open(LAPTOP, host.url);
  await people.writeSurvey(page, { ...PICTURED, questions: PICTURED.questions.slice(0, 1) });
  await people.button(page, "More").waitFor();
  await host.close();
  await people.addQuestion(page, "3 faces");
  await people.preview(page).getByText("OK", { exact: true }).waitFor();
  await hasNoBrokenPicture(page);
  await building.pictureOf(people.cardOf(page, 2), "the question").click();
  await people.button(building.pictureDialog(page), "happy").waitFor();
  await hasNoBrokenPicture(page);
  noteNoHost(stage);
});

story("a survey that was opened once opens again with no host, and can be answered and sent", async (stage) => {
  const { link } = await survey(stage);
  const host = await stage.host();
  const page = await stage.open(PHONE, at(host, link), { offline: true, origin: host.url });
  assert.equal(await isReady(page), `${host.url}answer/`);
  await people.press(page, "Start");
  await people.answer(page, FOUR_KINDS.questions[0], "Yes");
  await host.close();
  const again = await page.context().newPage();
  await page.close();
  await again.goto(at(host, link));
  await people.comeBack(again);
  await again.getByText("Welcome back.").waitFor();
  await people.answerAllFrom(again, FOUR_KINDS.questions, FOUR_ANSWERS);
  const message = await people.sendByCopy(again);
  assert.match(message, /ask-answer\./);
});

story("the words of another language are there with no host, already on the first visit", async (stage) => {
  const host = await stage.host();
  const link = `${host.url}answer/${process.env.EVERY_KIND_LINK}`;
  const page = await stage.open(PHONE, link, { offline: true });
  await isReady(page);
  await eventually(async () => assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))));
  await host.close();
  await page.getByRole("combobox", { name: "Language" }).selectOption("cy");
  await people.button(page, "Dechrau").waitFor();
  noteNoHost(stage);
});

story("the organiser's surveys open with no host, and a survey can be written and published", async (stage) => {
  const host = await stage.host();
  const page = await stage.open(LAPTOP, host.url, { offline: true, origin: host.url });
  assert.equal(await isReady(page), host.url);
  await host.close();
  await page.reload();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
  await people.writeSurvey(page, FOUR_KINDS);
  assert.match(await people.publish(page), /ask-survey\./);
  noteNoHost(stage);
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
    paths.filter((path) => !/^(answer\/$|assets\/(participant|font|words)-|icons\/|pictures\/)/.test(path)),
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
  await people.goTo(page, "What people said");
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
