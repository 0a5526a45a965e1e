// Every screen of both programs and each state that looks different, one after another, for tests that hold on all
// of them: accessibility and layout. `look` is called with each screen's name and page.

import * as building from "./building.mjs";
import * as people from "./people.mjs";
import { APP, PHONE, hasFocus, once } from "./support.mjs";

const { FOUR_ANSWERS, FOUR_KINDS, press } = people;

/** The participant's screens, in the order of answering. */
export async function participantScreens(stage, size, { link }, look) {
  const page = await stage.open(size, link);
  await people.button(page, "Start").waitFor();
  await look("welcome", page);
  await press(page, "Start");
  for (const [place, question] of FOUR_KINDS.questions.entries()) {
    await people.atQuestion(page, place + 1, people.countOf(FOUR_KINDS.questions));
    await look(`question: ${question.kind}`, page);
    await people.answer(page, question, FOUR_ANSWERS[place]);
    await look(`answered question: ${question.kind}`, page);
    if (place === 2) await press(page, "Skip this question");
    else await press(page, "Next");
  }
  await look("question: help", page);
  await press(page, "Skip this question");
  await people.atCheck(page);
  await look("check", page);
  for (const name of ["Start again", "Delete my answers from this phone"]) {
    await press(page, name);
    await page.getByRole("alertdialog").waitFor();
    await look(`dialog: ${name}`, page);
    await press(page, "No, go back");
  }
  await people.toSend(page);
  await people.atSend(page);
  await look("send", page);
  await press(page, "Copy my answers");
  await page.getByText("Your answers are copied.").waitFor();
  await page.getByText("Copy it by hand").click();
  await look("send, after copying", page);
  await press(page, "Show a code to scan");
  await page.getByRole("img", { name: "The code with your answers" }).waitFor();
  await look("send, with a code", page);
  await page.reload();
  await people.atWho(page);
  await look("who is it", page);
  await press(page, "No, I am somebody else");
  await page.getByText("may not be sent yet").waitFor();
  await look("who is it, asked once more", page);
  await press(page, "No, go back");
  await press(page, "Yes, it is me");
  await people.atSend(page);
  await press(page, "Copy my answers");
  await press(page, "I have sent my answers");
  await people.atDone(page);
  await page.getByText("Did it not work? Try another way").click();
  await look("done", page);
  await press(page, "Delete my answers from this phone");
  await press(page, "Yes, delete them");
  await page.getByRole("heading", { name: "Your answers are deleted" }).waitFor();
  await look("deleted", page);
  const lost = await stage.open(size, `${APP}answer/`);
  await lost.getByRole("heading", { name: "Open your survey" }).waitFor();
  await look("a page without a survey", lost);
}

/** The organiser's screens, in the order of the work. `message` holds an answer to the survey. */
export async function organiserScreens(stage, size, { kept, id }, message, look) {
  const isNarrow = size.viewport.width < 700;
  const empty = await stage.open(size, APP);
  await empty.getByRole("heading", { name: "You have no surveys yet" }).waitFor();
  await look("home, empty", empty);
  await people.startReadyMade(empty);
  await look("editor, first page", empty);
  await press(empty, "Publish");
  await people.summary(empty).waitFor();
  await look("editor, problems", empty);
  await people.goTo(empty, "Share");
  await empty.getByRole("heading", { name: "Publish your survey" }).waitFor();
  await look("share, not published", empty);
  await people.goTo(empty, "Add answers");
  await empty.getByText("This survey is not published yet.").waitFor();
  await look("inbox, not published", empty);

  const page = await stage.open(size, `${APP}#questions/${id}`, { kept });
  await people.cardOf(page, 1).getByRole("button").click();
  await page.getByText("Paste a list").click();
  await look("editor, question open", page);
  if (isNarrow) {
    await press(page, "Preview");
    await people.preview(page).waitFor();
    await look("editor, preview", page);
    await press(page, "Back to the questions");
  }
  await people.withCard(people.cardOf(page, 1), "Duplicate");
  await page.getByText("The question is copied.").waitFor();
  await look("editor, message with undo", page);
  await people.goTo(page, "Share");
  await page.getByText("You changed the survey after you published it.").waitFor();
  await page.getByRole("img", { name: "QR code of the survey link" }).waitFor();
  await look("share, changed since", page);
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "Nobody has answered yet" }).waitFor();
  await look("results, empty", page);
  await people.goTo(page, "Add answers");
  await people.field(page, "Paste messages here").waitFor();
  await look("inbox", page);
  await people.paste(page, `${message}\nask-answer.AAAB`);
  await page.getByText("We could not add 1 answer:").waitFor();
  await look("inbox, with good and bad", page);
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "1 person answered" }).waitFor();
  await look("results", page);
  await people.goTo(page, "Report");
  await page.getByText("Only a few people have answered.").waitFor();
  await look("report, few answers", page);
  await page.getByRole("link", { name: "Ask Together" }).click();
  await page.getByRole("heading", { name: "My surveys" }).waitFor();
  await look("home, with a survey", page);
  await people.withSurvey(page, "Delete: Four kinds");
  await page.getByRole("alertdialog").waitFor();
  await look("home, dialog", page);
  await press(page, "No, keep it");
  await page.evaluate(() => localStorage.setItem("ask-together/draft/0000000000000001", "rubbish"));
  await page.reload();
  await page.getByText("Some work on this computer cannot be read.").waitFor();
  await look("home, unreadable data", page);
  await everyKindScreens(stage, size, look);
}

/** A survey with every kind of question, and an answer to each that is not added yet. */
const everything = people.publishedBy(building.makeEverything);
const answerToEverything = once(async (stage) => {
  const page = await stage.open(PHONE, (await everything(stage)).link);
  await building.answerPages(page, building.ANA);
  return people.sendByCopy(page);
});

/** The screens on which organisers build a survey of every kind, translate it, and get its answers. */
async function everyKindScreens(stage, size, look) {
  const message = await answerToEverything(stage);
  const page = await people.organiserAt(stage, await everything(stage), "questions", size);
  const questions = Array.from({ length: 16 }, (_, place) => `Question ${place + 2}`);
  for (const name of ["Consent page", "Page", ...questions, "Section"]) {
    const kind = await building.kindOf(await building.open(page, name)).inputValue();
    await look(`editor, open card: ${kind}`, page);
  }
  const card = await building.open(page, "Question 5");
  await building.onlyIf(card, { question: `2. ${building.ASKED.name}` });
  await press(building.when(card), "Add a group");
  await hasFocus(building.testQuestion(card, 2));
  await people.withCard(card, "Insert an earlier answer");
  await look("editor, open condition", page);
  await building.pictureOf(card, "the question").click();
  await building.pictureDialog(page).getByText("340 pictures").waitFor();
  await look("editor, picture dialog", page);
  await page.keyboard.press("Escape");
  await people.withCard(await building.open(page, "Question 3"), "Delete");
  await press(page, "Publish");
  await people.summary(page).getByRole("link").first().click();
  await look("editor, condition that is wrong", page);
  await press(page.getByRole("status"), "Close");
  await building.region(page, "Word list").getByRole("button").click();
  await hasFocus(people.button(page, "Add a hard word"));
  await look("editor, hard words", page);
  await languageScreens(page, look);
  await people.goTo(page, "Add answers");
  await people.paste(page, message);
  await page.getByText("1 new answer.").waitFor();
  await people.field(page, "The person’s code").fill("none");
  await press(page, "Delete these answers");
  await hasFocus(people.field(page, "The person’s code"));
  await look("inbox, code that is wrong", page);
  await people.goTo(page, "What people said");
  await page.getByText("More downloads", { exact: true }).click();
  await people.button(page, "Download the codebook").waitFor();
  await look("results of every kind", page);
}

async function languageScreens(page, look) {
  await people.goTo(page, "Languages");
  const list = page.getByRole("combobox", { name: "Language", exact: true });
  for (const language of ["cy", "ar"]) {
    await list.selectOption(language);
    await press(page, "Add this language");
    await hasFocus(page.getByRole("button", { name: /^Translate/ }).and(page.locator(":focus")));
  }
  await look("languages", page);
  await page.getByRole("button", { name: /^Remove: Cymraeg/ }).click();
  await page.getByRole("alertdialog").waitFor();
  await look("languages, dialog", page);
  await press(page, "No, keep it");
  await page.getByRole("button", { name: /^Translate: \u2068/ }).click();
  await page.getByRole("button", { name: /^Question 2/ }).click();
  await page.getByRole("textbox").first().fill("ما اسمك؟");
  // The page scrolled on the way. What stands half under the bar would count as too small to press.
  await page.evaluate(() => scrollTo(0, 0));
  await look("languages, translating", page);
  await people.goTo(page, "Share");
  await page.getByText("phrases to translate").first().waitFor();
  await look("share, not all translated", page);
}
