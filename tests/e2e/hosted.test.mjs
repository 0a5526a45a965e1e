// A survey that is too long for a link lies as a file beside the app. The short link opens it on a phone, and on no
// condition anything else.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { APP, PHONE, download, hasFocus, soon, story } from "./support.mjs";

const { FOUR_KINDS, field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const says = (page, words) => page.getByText(words).waitFor();

story("an organiser saves a file for the website, and its short link opens the survey on a phone", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  const card = page.locator("section").filter({ hasText: "Make a short link" }).last();
  await soon.equal(() => field(card, "Short link").inputValue(), `${APP}answer/?s=four-kinds`);
  await field(card, "Short name").fill("../My Tea!");
  await card.getByText("The file is called my-tea.bin.").waitFor();
  const link = await field(card, "Short link").inputValue();
  assert.equal(link, `${APP}answer/?s=my-tea`);
  const file = await download(page, () => press(card, "Save the file for the website"));
  assert.equal(file.name, "my-tea.bin");
  const code = card.getByRole("img", { name: "QR code of the short link" });
  // Nobody sends a link or prints a code that opens nothing yet.
  const answers = [
    [{ status: 404, body: "no" }, "It is not there yet."],
    [{ body: "<!doctype html>", contentType: "text/html" }, "It is not there yet."],
    [{ status: 500, body: "no" }, "The website did not answer."],
    [{ body: file.bytes, contentType: "application/octet-stream" }, "It is there."],
  ];
  for (const [answer, said] of answers) {
    assert.equal(await code.count(), 0, said);
    await page.route("**/surveys/my-tea.bin", (route) => route.fulfill(answer));
    await press(card, "Check that it is there");
    await says(card, said);
    await page.unroute("**/surveys/my-tea.bin");
  }
  await code.waitFor();
  const tried = card.getByRole("link", { name: "Try the short link (opens a new tab)" });
  assert.equal(await tried.getAttribute("href"), link);

  const phone = await (await stage.profile(PHONE)).newPage();
  await phone.route("**/surveys/my-tea.bin", (route) =>
    route.fulfill({ body: file.bytes, contentType: "application/octet-stream" }),
  );
  await phone.route("**/surveys/page.bin", (route) => route.fulfill({ body: "<!doctype html>", contentType: "text/html" }));
  const asked = [];
  phone.on("request", (request) => request.url().includes("surveys/") && asked.push(request.url()));
  await phone.goto(link);
  await phone.getByRole("heading", { name: "Four kinds", level: 1 }).waitFor();
  await says(phone, "From: Team A");
  await press(phone, "Start");
  await people.atQuestion(phone, 1, people.countOf(FOUR_KINDS.questions));
  assert.deepEqual(asked, [`${APP}surveys/my-tea.bin`]);
  // It is a survey like any other from then on: nothing is asked for again.
  await phone.reload();
  await people.button(phone, "Start").waitFor();
  assert.equal(asked.length, 1);

  await phone.goto(`${APP}answer/?s=page`);
  await says(phone, "The file of this survey is not right.");
  await phone.goto(`${APP}answer/?s=..%2f..%2fpage`);
  await says(phone, "This link is not right.");
  await phone.getByRole("heading", { name: "This survey did not open", level: 1 }).waitFor();
  assert.equal(asked.length, 2, "no other name is asked for");
  await phone.goto(`${APP}answer/?s=gone`);
  await says(phone, "We cannot find this survey.");
  stage.complaints = stage.complaints.filter((text) => !/the server responded with a status of (404|500)/.test(text));
});

story("the short name is there again, and after publishing again the card says that the file is older", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  const card = page.locator("section").filter({ hasText: "Make a short link" }).last();
  const name = field(card, "Short name");
  await name.fill("summer");
  await download(page, () => press(card, "Save the file for the website"));
  await page.reload();
  await soon.equal(() => name.inputValue(), "summer");
  await soon.equal(() => field(card, "Short link").inputValue(), `${APP}answer/?s=summer`);
  const older = card.getByText("You published again after you saved this file.");
  assert.equal(await older.count(), 0);
  await people.goTo(page, "Questions");
  await field(page, "Title").fill("Another title");
  await people.goTo(page, "Share");
  await press(page, "Publish again");
  await older.waitFor();
  assert.equal(await name.inputValue(), "summer", "what is printed still leads there");
  await download(page, () => press(card, "Save the file for the website"));
  await soon.equal(() => older.count(), 0);
  // Under another name there is no file yet.
  await name.fill("winter");
  await soon.equal(() => field(card, "Short link").inputValue(), `${APP}answer/?s=winter`);
});

story("small differences in a short link still open it, and a host in trouble is no missing survey", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  const card = page.locator("section").filter({ hasText: "Make a short link" }).last();
  await field(card, "Short name").fill("my-tea");
  const file = await download(page, () => press(card, "Save the file for the website"));
  for (const query of ["?s=My-Tea", "?s=my-tea.", "?s=my-tea/", "?utm=1&s=my-tea", "?S=my-tea"]) {
    const phone = await (await stage.profile(PHONE)).newPage();
    await phone.route("**/surveys/my-tea.bin", (route) => route.fulfill({ body: file.bytes, contentType: "application/octet-stream" }));
    await phone.goto(`${APP}answer/${query}`);
    await phone.getByRole("heading", { name: "Four kinds", level: 1 }).waitFor();
  }
  for (const status of [403, 500]) {
    const phone = await (await stage.profile(PHONE)).newPage();
    await phone.route("**/surveys/my-tea.bin", (route) => route.fulfill({ status, body: "no" }));
    await phone.goto(`${APP}answer/?s=my-tea`);
    await says(phone, "Try again later.");
  }
  stage.complaints = stage.complaints.filter((text) => !/the server responded with a status of (403|500)/.test(text));
});

story("personal links can be short ones, and the number in them goes along", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "share");
  const card = page.locator("section").filter({ hasText: "Make a short link" }).last();
  await field(card, "Short name").fill("my-tea");
  const file = await download(page, () => press(card, "Save the file for the website"));
  await people.goTo(page, "Personal links");
  await field(page, "People to invite").fill("Ann, ann@example.org");
  await press(page, "Make links");
  const mail = page.getByRole("link", { name: "Email the link: Ann" });
  await soon.ok(async () => /%23ask-/.test(await mail.getAttribute("href")));
  const short = page.getByRole("radio", { name: "The short link, “my-tea”" });
  await short.check();
  await hasFocus(short);
  await soon.ok(async () => /answer%2F%3Fs%3Dmy-tea%23\.\./.test(await mail.getAttribute("href")));
  assert.deepEqual(await findings(page), []);
  const body = decodeURIComponent(await mail.getAttribute("href"));
  const phone = await stage.open(PHONE, APP);
  await phone.route("**/surveys/my-tea.bin", (route) => route.fulfill({ body: file.bytes, contentType: "application/octet-stream" }));
  await phone.goto(people.linkIn(body));
  await phone.getByText("This link is just for you.").waitFor();
  await people.answerAll(phone, FOUR_KINDS.questions, people.FOUR_ANSWERS);
  const message = await people.sendByCopy(phone);
  await people.goTo(page, "Add answers");
  await people.paste(page, message);
  await page.getByText("1 new answer.").waitFor();
  await people.goTo(page, "Personal links");
  await page.getByText("of 1 person has answered. Everyone has answered.").waitFor();
});
