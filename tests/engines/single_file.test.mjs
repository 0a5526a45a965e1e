// A survey as one web page: saved by an organiser, opened from the disk with no host anywhere, and its answers taken in.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { part, publish, step, writeSurvey } from "./organiser.mjs";
import { LAPTOP, PHONE, story } from "./stage.mjs";

story("a survey opens as one file from the disk, and its answers come home as a file", async ({ host, person }) => {
  const organiser = await person(LAPTOP);
  await organiser.goTo(host.url);
  await writeSurvey(organiser);
  await publish(organiser);
  const page = await organiser.saves(() => organiser.press("button", "Save as one web page"));
  assert.equal(page.name, "your-week.html");

  const reader = await person(PHONE);
  await reader.goTo(pathToFileURL(page.path).href);
  await reader.press("button", "Start");
  await reader.sees("Question 1 of 3");
  await reader.press("radio", "Yes");
  await reader.press("button", "Next");
  await reader.writes("More tea.", "What would you change?");
  await reader.press("button", "Next");
  await reader.press("button", "Skip this question");
  await reader.finds("heading", "Check your answers");
  await reader.press("button", "Send my answers");
  const answers = await reader.saves(() => reader.press("button", "Save my answers as a file"));
  assert.ok(answers.bytes.includes(`${host.url}#ask-answer.`));
  assert.ok(!answers.bytes.includes("file:"));

  await organiser.press(...step("Answers"));
  await organiser.gives("Choose files", answers.path);
  await organiser.sees("1 new answer.");
  await organiser.press(...part("Results"));
  await organiser.sees("More tea.");
});
