// A photo of the organiser's own: chosen, made small, kept, and carried to a phone in the file of the survey.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { publish, writeSurvey } from "./organiser.mjs";
import { eventually } from "./person.mjs";
import { LAPTOP, PHONE, story } from "./stage.mjs";

/** Any picture will do. */
const PHOTO = fileURLToPath(new URL("../../docs/question.png", import.meta.url));
const SAYS = "A question on a phone";

story("a photo goes with its question to a phone", async ({ host, person }) => {
  const organiser = await person(LAPTOP);
  await organiser.goTo(host.url);
  await writeSurvey(organiser);
  await organiser.press("button", "Picture of the question: none yet");
  await organiser.gives("Choose a photo", PHOTO);
  await organiser.press("button", "Use this photo");
  await organiser.finds("button", "Picture of the question: your photo");
  await organiser.press("radio", "Say what it shows");
  await organiser.writes(SAYS, "What does the picture show?");
  await organiser.sees("Saved on this computer");
  await publish(organiser);
  await organiser.sees("This survey has 1 photo of your own.");
  const file = await organiser.saves(() => organiser.press("button", "Save the survey as a file"));
  assert.equal(file.name, "your-week.ask-survey");

  const phone = await person(PHONE);
  await phone.goTo(`${host.url}answer/`);
  await phone.gives("Open a survey file", file.path);
  await phone.press("button", "Start");
  await phone.press("button", "Skip this question");
  await phone.sees("Question 2 of 3");
  const photo = await phone.finds("image", SAYS);
  await eventually(async () => assert.ok(await phone.run((photo) => photo.complete && photo.naturalWidth > 0, photo)));
});
