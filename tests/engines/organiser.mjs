// What organisers do in more than one story.

export const region = (name) => ["region", name];
/** A part of the work on one survey. */
export const part = (name) => ["link", name, ["navigation", "This survey"]];

/** Makes a survey from nothing. Its second question stays open. */
export async function writeSurvey(organiser) {
  await organiser.press("button", "Make a survey");
  await organiser.writes("Your week", "Title");
  await organiser.writes("Team A", "Who is asking?");
  await organiser.press("button", "Yes, no, not sure", region("Add a question"));
  await organiser.writes("Do you like tea?", "Question");
  await organiser.press("button", "Long words", region("Add a question"));
  await organiser.writes("What would you change?", "Question");
}

/** Publishes, and gives back the link. */
export async function publish(organiser) {
  await organiser.press("button", "Publish");
  await organiser.finds("heading", "Share your survey");
  return organiser.reads("Survey link");
}

/** Adds the answers that were copied last. */
export async function addCopiedAnswers(organiser) {
  await organiser.press(...part("Add answers"));
  await organiser.pastes("Paste messages here");
  await organiser.press("button", "Add these answers");
  await organiser.sees("1 new answer.");
}
