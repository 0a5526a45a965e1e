// What organisers do in more than one story.

export const region = (name) => ["region", name];
/** A step of the work on one survey, and a part of the open step. */
export const step = (name) => ["link", name, ["navigation", "Steps"]];
export const part = (name) => ["link", name, ["navigation", "This step"]];

/** Makes a survey from nothing. Its second question stays open. */
export async function writeSurvey(organiser) {
  await organiser.press("button", "Make a survey");
  await organiser.writes("Your week", "Title");
  await organiser.writes("Team A", "Who is asking?");
  await organiser.press("button", "Yes, no, not sure", region("Add a question"));
  await organiser.writes("Do you like tea?", "Question");
  await organiser.press("button", "Add a question");
  await organiser.press("button", "Long answer", region("Add a question"));
  await organiser.writes("What would you change?", "Question");
}

/** Publishes, and gives back the link. Who has not said where answers go skips that. */
export async function publish(organiser, hasWay = false) {
  await organiser.press("button", "Publish");
  if (!hasWay) await organiser.press("button", "Skip for now");
  await organiser.finds("heading", "Send your survey");
  return organiser.reads("Survey link");
}

/** Adds the answers that were copied last. */
export async function addCopiedAnswers(organiser) {
  await organiser.press(...step("Answers"));
  await organiser.pastes("Paste messages here");
  await organiser.press("button", "Add these answers");
  await organiser.sees("1 new answer.");
}
