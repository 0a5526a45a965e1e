// One tablet, many people: each answers and hands it on, nobody finds a word of the one before, who walks away is kept
// as not finished, and all of it comes home to the organiser, who empties the tablet with a receipt.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { PHONE, download, hasFocus, soon, story } from "./support.mjs";

const { FOUR_KINDS, field, press } = people;
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

/** Answers all questions and says that it is finished. */
async function answer(page, words) {
  const given = ["Yes", ["Bread"], words, `${words} again`];
  await people.answerAll(page, FOUR_KINDS.questions, given);
  await people.atCheck(page);
  await people.toSend(page);
  await at(page, "Have you finished?");
  await press(page, "Yes, I have finished");
  await at(page, "Thank you");
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
  // By the browser's own Back nobody gets to a page of theirs.
  await page.goBack();
  assert.equal(page.url(), "about:blank");
  await page.goForward();
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

  await field(page, "Receipt code").fill("1111-1111");
  await press(page, "Empty the tablet");
  await page.getByText("This is not the receipt of these answers.").waitFor();
  await field(page, "Receipt code").fill(code.toLowerCase());
  await press(page, "Empty the tablet");
  await page.getByText("The answers of 2 people are off this tablet.").waitFor();
  await page.getByText("There are no answers on this tablet now.").waitFor();
  await people.goTo(organiser, "What people said");
  const csv = await people.downloadCsv(organiser);
  const text = csv.bytes.toString();
  for (const who of ["first", "second"]) assert.match(text, new RegExp(`Planted by the ${who}`));
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
  const page = await (await stage.profile(PHONE)).newPage();
  await page.goto(tabletLink(made.link));
  await start(page);
  await press(page, "I am ready");
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
