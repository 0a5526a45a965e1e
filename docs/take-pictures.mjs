// Takes the README's pictures from the running app: BASE_URL=http://localhost:8080/ node docs/take-pictures.mjs
// Not a test: nobody checks what is in them but the people who look.

import { chromium } from "playwright-core";

const app = process.env.BASE_URL ?? "http://localhost:8080/";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

const person = async (width, height) => {
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
  });
  return context.newPage();
};
const take = async (page, name) => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname });
};
// The pages let go of a press that comes right after another at the same place: no person is that quick.
const press = async (page, name) => {
  await page.waitForTimeout(600);
  await page.getByRole("button", { name, exact: true }).click();
};

const organiser = await person(1280, 800);
await organiser.goto(app);
await press(organiser, "Use “Your support at home”");
await organiser.getByRole("textbox", { name: "Who is asking?" }).fill("The support team");
await press(organiser, "Publish");
const link = await organiser.getByRole("textbox", { name: "Survey link" }).inputValue();
const part = (name) => organiser.getByRole("navigation").getByRole("link", { name }).first();
await part(/^Write/).click();
await organiser
  .getByRole("navigation", { name: "Questions in this survey" })
  .getByRole("button", { name: /listen/ })
  .click();
// A pointer over the outline would mark a second question.
await organiser.mouse.move(0, 0);
await take(organiser, "editor");

await part(/^Check/).click();
await part(/^Ask people/).click();
await press(organiser, "Make a link to send");
const check = await organiser.getByRole("textbox", { name: "Review link" }).inputValue();
const reviewer = await person(360, 740);
await reviewer.goto(check);
await press(reviewer, "Start");
await reviewer.getByText("Page 1 of ").waitFor();
for (let at = 1; at < 4; at += 1) {
  await press(reviewer, "Next");
  await reviewer.getByText(`Page ${at + 1} of `).waitFor();
}
const opinion = reviewer.getByRole("region", { name: "What do you think of this page?" });
await opinion.getByRole("radio", { name: "Hard", exact: true }).check();
await opinion.evaluate((element) => element.scrollIntoView({ block: "start" }));
await take(reviewer, "check");
await reviewer.context().close();

const messages = [];
for (let number = 0; number < 7; number += 1) {
  const participant = await person(360, 740);
  await participant.goto(link);
  await press(participant, "Start");
  for (let question = 1; question <= 16; question += 1) {
    await participant.getByText(new RegExp(`Question ${question} of (about )?16`)).waitFor();
    await participant.waitForTimeout(600);
    const radios = participant.getByRole("radio");
    const ticks = participant.getByRole("checkbox");
    if (await radios.count()) await radios.nth((number * question) % (await radios.count())).check();
    else if (await ticks.count()) await ticks.nth((number + question) % (await ticks.count())).check();
    if (number === 0 && question === 3) await take(participant, "question");
    await press(participant, "Next");
  }
  await participant.waitForTimeout(600);
  await participant.getByRole("button", { name: "Send my answers" }).last().click();
  await press(participant, "Copy my answers");
  await participant.getByText("Your answers are copied").waitFor();
  messages.push(await participant.evaluate(() => navigator.clipboard.readText()));
  await participant.context().close();
}
await part(/^Answers/).click();
await part(/^Inbox/).click();
await organiser.getByRole("textbox", { name: "Paste messages here" }).fill(messages.join("\n"));
await press(organiser, "Add these answers");
await organiser.getByText("7 new answers").waitFor();
await part(/^Results/).click();
await organiser.getByRole("heading", { name: /people answered$/ }).waitFor();
// The rows of people stand below what there is to choose from.
await organiser.getByRole("heading", { name: "What people said", level: 2 }).evaluate((heading) => heading.scrollIntoView());
await organiser.evaluate(() => scrollBy(0, -140));
await take(organiser, "results");
await browser.close();
