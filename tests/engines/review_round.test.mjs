// A round of review: an organiser asks for it, somebody says on their phone what is easy and what is hard, and the
// organiser reads it.

import { part, step, writeSurvey } from "./organiser.mjs";
import { LAPTOP, PHONE, story } from "./stage.mjs";

const opinion = ["region", "What do you think of this page?"];

story("a survey is checked on a phone, and the notes come back", async ({ host, person }) => {
  const organiser = await person(LAPTOP);
  await organiser.goTo(host.url);
  await writeSurvey(organiser);
  await organiser.press(...step("Check"));
  await organiser.press(...part("Ask people"));
  await organiser.press("button", "Make a link to send");
  const link = await organiser.reads("Review link");

  const reviewer = await person(PHONE);
  await reviewer.goTo(link);
  await reviewer.finds("heading", "Help us make this survey better");
  await reviewer.writes("Ana", "Your first name (you can leave this empty)");
  await reviewer.press("button", "Start");
  await reviewer.sees("Page 1 of 5");
  await reviewer.press("button", "Next");
  await reviewer.sees("Page 2 of 5");
  await reviewer.press("radio", "Easy", opinion);
  await reviewer.press("button", "Next");
  await reviewer.sees("Page 3 of 5");
  await reviewer.press("radio", "Hard", opinion);
  await reviewer.press("button", "A word is hard");
  await reviewer.press("button", "change");
  await reviewer.press("button", "Next");
  await reviewer.sees("Page 4 of 5");
  await reviewer.press("button", "Next");
  await reviewer.finds("heading", "Is something missing?");
  await reviewer.press("button", "Next");
  await reviewer.press("button", "Copy my notes");
  await reviewer.sees("Your notes are copied.");

  await organiser.press(...part("Notes"));
  await organiser.pastes("Paste messages here");
  await organiser.press("button", "Add notes");
  await organiser.sees("Notes from Ana are added to “Your week”.");
  await organiser.sees("1 person has sent notes.");
  await organiser.sees("“change”: 1 person does not know it.");
});
