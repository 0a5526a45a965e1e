// A survey that is too long for a link lies as a file beside the app. The short link opens it on a phone, and on no
// condition anything else.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, PHONE, download, soon, story } from "./support.mjs";

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
  await card.getByRole("img", { name: "QR code of the short link" }).waitFor();
  const file = await download(page, () => press(card, "Save the file for the website"));
  assert.equal(file.name, "my-tea.bin");

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
  stage.complaints = stage.complaints.filter((text) => !text.includes("the server responded with a status of 404"));
});
