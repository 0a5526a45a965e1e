// One tablet, many people: each answers and hands it on, nobody finds a word of the one before, who walks away is kept
// as not finished, and all of it comes home to the organiser, who empties the tablet with a receipt.
// Longer than 400 lines because each thing that can happen between two people has a story of its own.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { add } from "./building.mjs";
import * as people from "./people.mjs";
import { APP, PHONE, download, eventually, hasFocus, soon, story } from "./support.mjs";

const { FOUR_KINDS, button, field, press } = people;
const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true };
const PIN = "2580";

const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const titled = (page, name) => page.getByRole("heading", { name, level: 1 });
const at = async (page, name) => hasFocus(titled(page, name));

/** The link that starts a tablet: as the organiser's Share gives it. */
const tabletLink = (link) => link.replace("/answer/#", "/tablet/#");

async function start(page) {
  await at(page, "Start this tablet");
  await field(page, "Choose a PIN of 4 digits").fill(PIN);
  await field(page, "The PIN again").fill(PIN);
  await page.getByRole("combobox").selectOption("1 minute");
  await press(page, "Start");
  await at(page, "Are you ready?");
}

/** From the check to the thanks. */
async function finish(page) {
  await people.atCheck(page);
  await press(page, "I have finished");
  await at(page, "Have you finished?");
  await press(page, "Yes, I have finished");
  await at(page, "Thank you");
}

/** A phone as a tablet that was just started, with somebody who is ready to answer. */
async function ready(stage, made) {
  const page = await (await stage.profile(PHONE)).newPage();
  await page.goto(tabletLink(made.link));
  await start(page);
  await press(page, "I am ready");
  return page;
}

/** Answers all questions and says that it is finished. */
async function answer(page, words) {
  const given = ["Yes", ["Bread"], words, `${words} again`];
  await people.answerAll(page, FOUR_KINDS.questions, given);
  await finish(page);
}

/** To the organiser's page. */
async function unlock(page) {
  await press(page, "For the organiser");
  await field(page, "PIN").fill(PIN);
  await press(page, "Open");
  await at(page, "Answers on this tablet");
}

const CONSENT = "Do you want to take part?";
const asking = people.publishedBy(async (page) => {
  await people.startEmpty(page);
  await field(page, "Title").fill("Taking part");
  await field(page, "Who is asking?").fill("Team A");
  await add(page, "Consent page", CONSENT);
  await add(page, "Short answer", "What is good?");
});

/** All that this browser keeps in its databases. */
function kept(page) {
  return page.evaluate(async () => {
    const all = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => {
        indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        all.push(await new Promise((done) => (request.onsuccess = () => done(request.result))));
      }
      database.close();
    }
    return JSON.stringify(all);
  });
}

/** Everything that this browser holds of the tablet, as one text. */
function everything(page) {
  return page.evaluate(async () => {
    const all = [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    all.push(location.href, JSON.stringify(history.state));
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => {
        indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        const rows = await new Promise((done) => (request.onsuccess = () => done(request.result)));
        all.push(JSON.stringify(rows));
        for (const row of rows.filter((row) => typeof row === "string")) {
          const plain = row.replaceAll("-", "+").replaceAll("_", "/");
          if (/^[\w+/]+$/.test(plain)) all.push(atob(plain.slice(0, plain.length - (plain.length % 4))));
        }
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) all.push(request.url);
    }
    return all.join("\n");
  });
}

story("people hand a tablet on: nothing of one is found by the next, and all of it comes home", async (stage) => {
  const made = await survey(stage);
  const profile = await stage.profile(TABLET);
  const page = await profile.newPage();
  await page.goto(tabletLink(made.link));
  await start(page);
  await press(page, "I am ready");
  await answer(page, "Planted by the first");
  // What the first one chose is no longer chosen.
  await press(page, "I am the next person");
  await titled(page, FOUR_KINDS.title).waitFor();
  assert.doesNotMatch(await everything(page), /Planted/);
  await answer(page, "Planted by the second");
  // By the browser's own Back nobody gets to a page of theirs, or to what was open in this tab before.
  await page.goBack();
  await at(page, "Thank you");
  await page.goBack();
  await at(page, "Thank you");

  await press(page, "For the organiser");
  await at(page, "For the organiser");
  await field(page, "PIN").fill("0000");
  await press(page, "Open");
  await page.getByRole("alert").getByText("This is not the PIN. You can try 4 more times.").waitFor();
  await field(page, "PIN").fill(PIN);
  await press(page, "Open");
  await at(page, "Answers on this tablet");
  await page.getByText("2 people finished.").waitFor();
  const file = await download(page, () => press(page, "Save them as a file"));
  assert.doesNotMatch(file.bytes.toString(), /Planted/);

  const organiser = await people.organiserAt(stage, made, "add-answers");
  await people.giveFiles(organiser, [{ name: file.name, mimeType: "text/plain", buffer: file.bytes }]);
  await organiser.getByText("2 new answers.").waitFor();
  const receipt = organiser.getByText(/Receipt code for the tablet: [0-9A-F]{4}-[0-9A-F]{4}/);
  const [code] = (await receipt.innerText()).match(/[0-9A-F]{4}-[0-9A-F]{4}/);

  await press(page, "Empty the tablet");
  await page.getByRole("alert").getByText("Type the receipt code first.").waitFor();
  await hasFocus(field(page, "Receipt code"));
  await field(page, "Receipt code").fill("1111-1111");
  await press(page, "Empty the tablet");
  await page.getByRole("alert").getByText("This is not the receipt of these answers.").waitFor();
  await hasFocus(field(page, "Receipt code"));
  await field(page, "Receipt code").fill(code.toLowerCase());
  await press(page, "Empty the tablet");
  await page.getByText("The answers of 2 people are off this tablet.").waitFor();
  await page.getByText("There are no answers on this tablet now.").waitFor();
  await people.goTo(organiser, "What people said");
  // Who left the inbox before the code was typed finds it there again, also on another day.
  await organiser.reload();
  await people.goTo(organiser, "Add answers");
  const receipts = organiser.getByRole("region", { name: "Receipts of tablets" });
  await receipts.getByRole("listitem").filter({ hasText: code }).getByText("for 2 answers").waitFor();
  assert.deepEqual(await findings(organiser), []);
  await people.goTo(organiser, "What people said");
  const csv = await people.downloadCsv(organiser);
  const text = csv.bytes.toString();
  for (const who of ["first", "second"]) assert.match(text, new RegExp(`Planted by the ${who}`));
  assert.match(text, /"From a file, on a shared tablet"/);
});

story("who walks away is asked, and then the tablet is ready for the next", async (stage) => {
  const made = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.clock.install();
  await page.goto(tabletLink(made.link));
  await start(page);
  await press(page, "I am ready");
  await press(page, "Start");
  await people.atQuestion(page, 1, 5);
  await people.answer(page, FOUR_KINDS.questions[0], "Yes");
  await press(page, "Next");
  await people.atQuestion(page, 2, 5);
  const dialog = page.getByRole("alertdialog", { name: "Are you still there?" });
  await page.clock.runFor(65_000);
  await dialog.waitFor();
  await press(dialog, "I am still here");
  await dialog.waitFor({ state: "hidden" });
  await people.atQuestion(page, 2, 5);
  await page.clock.runFor(100_000);
  await at(page, "Are you ready?");
  await page.getByText("1 person so far").waitFor();
  await press(page, "For the organiser");
  await field(page, "PIN").fill(PIN);
  await press(page, "Open");
  await page.getByText("1 person stopped before the end.").waitFor();
});

story("who stops leaves nothing on the tablet", async (stage) => {
  const made = await survey(stage);
  const page = await ready(stage, made);
  await press(page, "Start");
  await people.answer(page, FOUR_KINDS.questions[0], "Yes");
  await press(page, "Next");
  await people.atQuestion(page, 2, 5);
  await press(page, "Stop and delete my answers");
  await press(page.getByRole("alertdialog"), "Yes, delete my answers");
  await at(page, "Are you ready?");
  await page.getByText("Nobody has answered yet").waitFor();
  await soon.equal(() => page.getByRole("alertdialog").count(), 0);
});

story("who does not take part leaves nothing, and the next person can begin", async (stage) => {
  const made = await asking(stage);
  const page = await ready(stage, made);
  await press(page, "Start");
  const group = page.getByRole("group", { name: CONSENT });
  await group.getByRole("radio", { name: "No, I do not want to" }).check();
  await press(page, "Next");
  await page.getByText("You said no. That is fine. Nothing you said is kept.").waitFor();
  assert.equal(await page.getByText("You can close this page").count(), 0);
  assert.deepEqual(await findings(page), []);
  await press(page, "I am the next person");
  await at(page, "Are you ready?");
  await page.getByText("Nobody has answered yet").waitFor();
  await press(page, "I am ready");
  await titled(page, "Taking part").waitFor();
});

story("who skips every question can finish, and is counted as on a phone", async (stage) => {
  const made = await survey(stage);
  const page = await ready(stage, made);
  await people.answerAll(page, FOUR_KINDS.questions, []);
  await button(page, "Stop and delete my answers").waitFor();
  // Nothing is sent from a tablet, so nothing says so.
  assert.equal(await page.getByText("Nothing is sent yet").count(), 0);
  await press(page, "I have finished");
  await at(page, "Have you finished?");
  await page.getByText(/^Your code: /).waitFor();
  await page.getByText("You can take your answers back.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Yes, I have finished");
  await at(page, "Thank you");
  await page.getByText("1 person so far").waitFor();
  // Who did not write it down yet still can, until the next person begins.
  await page.getByText(/^Your code: /).waitFor();
  await page.getByText("You can take your answers back.").waitFor();
  await press(page, "I am the next person");
  await people.button(page, "Start").waitFor();
  await page.reload();
  await at(page, "Are you ready?");
  assert.equal(await page.getByText(/^Your code: /).count(), 0);
  await unlock(page);
  await page.getByText("1 person finished.").waitFor();
});

story("what is typed is kept before a page is turned, and a page that is loaded anew thanks nobody for it", async (stage) => {
  const made = await survey(stage);
  const page = await ready(stage, made);
  await answer(page, "All of it");
  await press(page, "I am the next person");
  await press(page, "Start");
  await press(page, "Skip this question");
  await press(page, "Skip this question");
  await people.atQuestion(page, 3, 5);
  const before = await kept(page);
  await field(page, FOUR_KINDS.questions[2].text).fill("Planted while typing");
  await soon.notEqual(() => kept(page), before);
  assert.doesNotMatch(await kept(page), /Planted/);
  await page.reload();
  await at(page, "Are you ready?");
  await page.getByText("The page was opened again. Please start again.").waitFor();
  await page.getByText("2 people so far · 1 finished, 1 not finished").waitFor();
  await unlock(page);
  await page.getByText("1 person finished.").waitFor();
  await page.getByText("1 person stopped before the end.").waitFor();
});

story("the browser's own Back is the Back of the page, and leads out of no page of the tablet", async (stage) => {
  const made = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  // What was open in this tab before: an organiser's own work.
  await page.goto(APP);
  await titled(page, "My surveys").waitFor();
  await page.goto(tabletLink(made.link));
  await start(page);
  await press(page, "I am ready");
  await press(page, "Start");
  await people.answer(page, FOUR_KINDS.questions[0], "Yes");
  await press(page, "Next");
  await people.atQuestion(page, 2, 5);
  await page.goBack();
  await people.atQuestion(page, 1, 5);
  await soon.ok(() => page.getByRole("radio", { name: "Yes", exact: true }).isChecked());
  await page.goBack();
  await titled(page, FOUR_KINDS.title).waitFor();
  await page.goBack();
  await button(page, "Continue").waitFor();
  assert.match(page.url(), /\/tablet\/#/);
  await press(page, "Continue");
  await people.atQuestion(page, 2, 5);
});

story("the organiser's page locks again, and the wait after wrong PINs counts down", async (stage) => {
  const made = await survey(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.clock.install();
  await page.goto(tabletLink(made.link));
  await at(page, "Start this tablet");
  // Above the field that gets the focus stands why it does not start; Enter starts it.
  await field(page, "Choose a PIN of 4 digits").fill(PIN);
  await field(page, "The PIN again").fill("0000");
  await field(page, "The PIN again").press("Enter");
  const why = page.getByRole("alert").getByText("The two PINs are not the same.");
  await why.waitFor();
  await hasFocus(field(page, "Choose a PIN of 4 digits"));
  await eventually(async () => {
    const [above, below] = [await why.boundingBox(), await field(page, "Choose a PIN of 4 digits").boundingBox()];
    assert.ok(above.y >= 0 && above.y < below.y && below.y < 740, "both are in sight");
  });
  await page.getByRole("combobox").selectOption("1 minute");
  await field(page, "The PIN again").fill(PIN);
  await field(page, "The PIN again").press("Enter");
  await at(page, "Are you ready?");
  await unlock(page);
  assert.deepEqual(await findings(page), []);
  await page.clock.runFor(100_000);
  await at(page, "Are you ready?");
  await press(page, "For the organiser");
  for (let wrong = 0; wrong < 5; wrong++) {
    await field(page, "PIN").fill("0000");
    await press(page, "Open");
    await soon.equal(() => field(page, "PIN").inputValue(), "");
    // By this clock two presses are as far apart as those of a person.
    await page.clock.runFor(1_000);
  }
  await page.getByRole("alert").getByText("There were too many wrong PINs. Please wait.").waitFor();
  const seconds = async () => Number((await page.getByText(/^You can try again in/).innerText()).match(/\d+/)[0]);
  const first = await seconds();
  assert.deepEqual(await findings(page), []);
  await page.clock.runFor(5_000);
  await soon.ok(async () => (await seconds()) < first);
  await page.clock.runFor(60_000);
  await soon.equal(() => page.getByText(/^You can try again in/).count(), 0);
  await field(page, "PIN").fill(PIN);
  await press(page, "Open");
  await at(page, "Answers on this tablet");
});

story("the link of another survey says that this tablet still holds answers", async (stage) => {
  const [made, other] = [await survey(stage), await asking(stage)];
  const page = await ready(stage, made);
  await answer(page, "Something");
  await page.goto("about:blank");
  await page.goto(tabletLink(other.link));
  await at(page, "Thank you");
  await page.getByText("This tablet still holds answers for “Four kinds”. Collect these first.").waitFor();
  assert.deepEqual(await findings(page), []);
  await press(page, "Go to the organiser’s page");
  await at(page, "For the organiser");
});

const closing = people.publishedBy(async (page) => {
  await people.writeSurvey(page, FOUR_KINDS);
  await people.goTo(page, "Share");
  await page.getByLabel("Last day for answers").fill("2024-02-29");
  // Whoever publishes what is over is told so once.
  await press(page, "Publish");
  await page.getByText("The last day for answers is over, so nobody could answer.").waitFor();
});

story("nobody is asked to begin a survey that has closed", async (stage) => {
  const made = await closing(stage);
  const page = await (await stage.profile(PHONE)).newPage();
  await page.clock.install({ time: new Date("2024-02-29T12:00:00") });
  await page.goto(tabletLink(made.link));
  await start(page);
  await page.clock.setSystemTime(new Date("2024-03-01T12:00:00"));
  await press(page, "I am ready");
  await at(page, "This survey is closed");
  await page.getByText("The last day is over").waitFor();
  assert.equal(await button(page, "I am ready").count(), 0);
  assert.deepEqual(await findings(page), []);
  const late = await (await stage.profile(PHONE)).newPage();
  await late.goto(tabletLink(made.link));
  await at(late, "Start this tablet");
  await late.getByText("This survey is closed, so nobody can begin it.").waitFor();
  assert.equal(await button(late, "Start").count(), 0);
  assert.deepEqual(await findings(late), []);
});

story("a tablet says that it works with no internet once all its pictures are here", async (stage) => {
  const faces = { title: "Faces", organisation: "Team A", questions: [{ kind: "3 faces", text: "How was your week?" }] };
  const maker = await stage.open({ viewport: { width: 1280, height: 800 } }, APP);
  await people.writeSurvey(maker, faces);
  const link = await people.publish(maker);
  const host = await stage.host();
  const options = { offline: true, origin: host.url };
  const page = await stage.open(PHONE, tabletLink(link).replace(APP, host.url), options);
  await start(page);
  await page.getByText("works with no internet").waitFor();
  await host.close();
  await press(page, "I am ready");
  await press(page, "Start");
  await people.atQuestion(page, 1, 2);
  const drawn = () => page.locator("img:visible").evaluateAll((all) => all.filter((img) => img.naturalWidth > 1 && img.src.length > 100).length);
  await soon.equal(drawn, 3);
  const isNoted = (text) => /net::ERR_(CONNECTION_REFUSED|FAILED)/.test(text);
  stage.complaints = stage.complaints.filter((text) => !isNoted(text));
});
