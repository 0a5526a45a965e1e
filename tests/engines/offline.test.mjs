// The offline return: pages that were visited once go on with no host, and nothing that was written is lost.

import assert from "node:assert/strict";
import { addCopiedAnswers, publish, writeSurvey } from "./organiser.mjs";
import { eventually } from "./person.mjs";
import { LAPTOP, PHONE, story } from "./stage.mjs";

/** Waits until a worker has put everything by for the next visit. */
const isKept = (person) =>
  eventually(async () => assert.ok(await person.run(() => navigator.serviceWorker.controller !== null)));

story("with the host gone, answers are still there, are sent, and are added", async ({ host, person }) => {
  const organiser = await person(LAPTOP);
  await organiser.goTo(host.url);
  await writeSurvey(organiser);
  const link = await publish(organiser);
  const phone = await person(PHONE);
  await phone.goTo(link);
  await phone.press("button", "Start");
  await phone.press("radio", "Yes");
  await phone.press("button", "Next");
  await phone.writes("More tea.", "What would you change?");
  await phone.sees("Your answers are kept on this phone");
  await isKept(phone);
  await isKept(organiser);
  await host.close();

  await phone.reload();
  await phone.sees("Welcome back. Your answers are still here.");
  await phone.holds("More tea.", "What would you change?");
  await phone.press("button", "Next");
  await phone.press("button", "Skip this question");
  await phone.finds("heading", "Check your answers");
  await phone.press("button", "Send my answers");
  await phone.press("button", "Copy my answers");
  await phone.sees("Your answers are copied.");

  await organiser.reload();
  await addCopiedAnswers(organiser);
});
