// What an older browser, or one that is locked down, can't do: either the app does without, or it says that it is the
// browser. It never blames a good link.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { asked } from "./reviewing.mjs";
import { APP, LAPTOP, PHONE, story } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, field, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** As Safari before 16.4 and Firefox before 113: iPhones that stay at iOS 15 are among them. */
const noStreams = () => {
  delete globalThis.CompressionStream;
  delete globalThis.DecompressionStream;
};

story("with no compression streams a survey is published, opened and answered, and the answers come in", async (stage) => {
  const page = await stage.open(LAPTOP, APP, { prepare: noStreams });
  await people.writeSurvey(page, FOUR_KINDS);
  const link = await people.publish(page);
  const phone = await stage.open(PHONE, link, { prepare: noStreams });
  await people.answerAll(phone, FOUR_KINDS.questions, FOUR_ANSWERS);
  const message = await people.sendByCopy(phone);
  await people.goTo(page, "Add answers");
  await people.paste(page, message);
  await page.getByText("1 new answer.").waitFor();
});

story("with no compression streams a link to review and a link to a draft open", async (stage) => {
  const { link, id, kept } = await asked(stage);
  const phone = await stage.open(PHONE, link, { prepare: noStreams });
  await phone.getByRole("heading", { name: "Help us make this survey better" }).waitFor();
  const page = await stage.open(LAPTOP, `${APP}#share-draft/${id}`, { kept, prepare: noStreams });
  await press(page, "Copy a link to the draft");
  await page.getByText("The link is copied. Paste it into a message.").waitFor();
  const draft = await page.evaluate(() => navigator.clipboard.readText());
  const other = await stage.open(LAPTOP, draft, { prepare: noStreams });
  await press(other, "Add it to my surveys");
  await other.getByRole("heading", { name: "Share the draft", level: 1 }).waitFor();
  await other.getByText("“Your week” is now in My surveys.").waitFor();
});

story("a browser that cannot run the program says so, and that the link is good", async (stage) => {
  const { link } = await survey(stage);
  for (const url of [link, APP]) {
    const page = await stage.open(PHONE, url, { prepare: () => delete globalThis.WebAssembly });
    const said = page.getByRole("alert");
    await said.getByText("This browser cannot open this page. It may be too old.").waitFor();
    await said.getByText("Nothing is wrong with your link. Open it in another browser.").waitFor();
    assert.equal(await people.button(page, "Try again").count(), 0, "to try again would not help");
  }
  // The page notes for those who look into it what the browser said.
  assert.equal(stage.complaints.splice(0).length, 2);
});

story("with no IndexedDB, no clipboard and no worker a survey can be answered and sent", async (stage) => {
  const { link } = await survey(stage);
  const prepare = () => {
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
    delete Navigator.prototype.serviceWorker;
  };
  const page = await stage.open(PHONE, link, { prepare });
  await people.answerAll(page, FOUR_KINDS.questions, FOUR_ANSWERS);
  await people.toSend(page);
  await people.atSend(page);
  await press(page, "Copy my answers");
  await page.getByText("This phone did not let us copy.").waitFor();
  assert.match(await field(page, "Your locked answers").inputValue(), /ask-answer\./);
});
