// The main job: an organiser makes a survey and sends out its link, a person answers it, and the answer comes home.

import assert from "node:assert/strict";
import { addCopiedAnswers, part, publish, region, step, writeSurvey } from "./organiser.mjs";
import { LAPTOP, PHONE, story } from "./stage.mjs";

story("a survey is made, answered on a phone, and read in a spreadsheet", async ({ host, person }) => {
  const organiser = await person(LAPTOP);
  await organiser.goTo(host.url);
  await writeSurvey(organiser);
  await organiser.sees("Saved on this computer");
  await organiser.reload();
  await organiser.holds("Your week", "Title");
  await organiser.press(...step("Send"));
  await organiser.press("button", "Add a way to send");
  await organiser.picks("Email", "How do people send them?");
  await organiser.writes("jo@example.org", "Email address");
  await organiser.press("button", "Save", region("Where do answers go?"));
  await organiser.sees("Email jo@example.org");
  const link = await publish(organiser, true);
  await organiser.press("button", "Copy the link");
  await organiser.sees("The link is copied.");

  const phone = await person(PHONE);
  await phone.goTo(link);
  await phone.press("button", "Start");
  await phone.sees("Question 1 of 3");
  await phone.press("radio", "Yes");
  await phone.press("button", "Next");
  await phone.sees("Question 2 of 3");
  await phone.writes("More tea.\nLess “rain”.", "What would you change?");
  await phone.press("button", "Next");
  await phone.sees("Question 3 of 3");
  await phone.press("button", "Skip this question");
  await phone.finds("heading", "Check your answers");
  await phone.press("button", "Send my answers");
  await phone.finds("link", "Email my answers");
  await phone.press("button", "Other ways to send");
  await phone.press("button", "Copy my answers");
  await phone.sees("Your answers are copied.");

  await addCopiedAnswers(organiser);
  await organiser.press(...part("Results"));
  await organiser.finds("heading", "1 person answered");
  await organiser.sees("Yes 1 person");
  const { name, bytes } = await organiser.saves(() => organiser.press("button", "Download CSV"));
  assert.equal(name, "your-week-answers-everything-do-not-share.csv");
  assert.match(String(bytes), /"Yes","More tea\.\nLess “rain”\."/);
});
