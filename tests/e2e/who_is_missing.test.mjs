// Who takes part: the "About you" pack for a nation, answers that are kept apart from a person's others, and who is
// missing beside the people of an area.
// Longer than 400 lines because the stories share the pack, and the people who answered it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as people from "./people.mjs";
import { findings } from "./axe.mjs";
import { APP, LAPTOP, PHONE, eventually, hasFocus, holds, once, soon, story } from "./support.mjs";

const { button, field, press } = people;
const NARROW = { viewport: { width: 320, height: 640 } };
const packOf = (page) => page.getByRole("dialog", { name: "About you: equality questions", exact: true });
const clean = async (page) => assert.deepEqual(await findings(page), []);

/** Opens the pack and leaves only these topics ticked. */
async function openPack(page, topics) {
  await people.fromElsewhere(page, "About you (equality)");
  const pack = packOf(page);
  await pack.waitFor();
  if (topics) {
    const group = pack.getByRole("group", { name: "What to ask about" });
    for (const tick of await group.getByRole("checkbox").all()) {
      if (!(await tick.isDisabled()) && (await tick.isChecked())) await tick.uncheck();
    }
    for (const topic of topics) await group.getByRole("checkbox", { name: topic, exact: true }).check();
  }
  return pack;
}

const KEEP_APART = /^Keep these answers apart/;

/** A survey with a question of its own, and the question about sex: kept apart, or not. */
async function write(page, apart) {
  await people.startEmpty(page);
  await field(page, "Title").fill("Tea time");
  await field(page, "Who is asking?").fill("Team A");
  await people.addQuestion(page, "One choice");
  const card = people.cardOf(page, 1);
  await field(card, "Question").fill("Do you like tea?");
  await field(card, "Choice 1").fill("A lot");
  await field(card, "Choice 2").fill("A little");
  const pack = await openPack(page, ["Sex"]);
  if (apart) await pack.getByRole("checkbox", { name: KEEP_APART }).check();
  await press(pack, "Add 1 question and 1 page");
  await page.getByText("1 question and 1 page are added.").waitFor();
}

const apart = people.publishedBy((page) => write(page, true));
const together = people.publishedBy((page) => write(page, false));

/** A person answers, up to the check. */
async function toCheck(page, tea, sex) {
  const by = people.BY_KEYS;
  await by.press(button(page, "Start"));
  await people.atQuestion(page, 1, 3);
  await by.pick(page.getByRole("radio", { name: tea, exact: true }));
  await by.press(button(page, "Next"));
  await page.getByRole("heading", { name: "About you", level: 1 }).waitFor();
  await by.press(button(page, "Next"));
  await people.atQuestion(page, 2, 3);
  if (sex) await by.pick(page.getByRole("radio", { name: sex, exact: true }));
  await by.press(button(page, sex ? "Next" : "Skip this question"));
  await people.atQuestion(page, 3, 3);
  await by.press(button(page, "Skip this question"));
  await people.atCheck(page);
}

/** A person answers on a phone. Gives back the message that they send. */
async function answered(stage, survey, tea, sex) {
  const page = await stage.open(PHONE, survey.link);
  await toCheck(page, tea, sex);
  const message = await people.sendByCopy(page);
  return { page, message };
}

story("the pack for a nation is added in one step, says its standards, and keeps its answers apart", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await people.startEmpty(page);
  const pack = await openPack(page);
  await pack.getByRole("radio", { name: "Scotland" }).check();
  await pack.getByText("The standards behind these questions").click();
  await pack.getByText("Changing: work on a new version told in July 2025").waitFor();
  assert.equal(await pack.getByText(/List for Scotland\./).count(), 3);
  await pack.getByText(/^Last checked on /).waitFor();
  await clean(page);
  // Detail alone is nothing to ask.
  const topics = pack.getByRole("group", { name: "What to ask about" });
  for (const tick of await topics.getByRole("checkbox").all()) {
    if (!(await tick.isDisabled()) && (await tick.isChecked())) await tick.uncheck();
  }
  await press(pack, "Add questions");
  await pack.getByText("Tick at least one topic.").waitFor();
  for (const tick of await topics.getByRole("checkbox").all()) {
    if (!(await tick.isDisabled())) await tick.check();
  }
  await pack.getByRole("checkbox", { name: "Ethnic group", exact: true }).uncheck();
  assert.ok(await pack.getByRole("checkbox", { name: "Ethnic group in more detail" }).isDisabled());
  await pack.getByRole("checkbox", { name: "Ethnic group", exact: true }).check();
  await pack.getByRole("checkbox", { name: KEEP_APART }).check();
  await pack.getByRole("button", { name: /^Add \d+ questions and 1 page$/ }).click();
  await page.getByText(/questions and 1 page are added\.$/).waitFor();
  await people.undo(page).click();
  await eventually(async () => assert.equal(await page.getByText("What is your sex?").count(), 0));
  await people.redo(page).click();
  await page.getByText("African or Scottish African").first().waitFor({ state: "attached" }).catch(() => {});
  // A second time there is nothing to add, and that is said.
  const again = await openPack(page);
  await again.getByRole("radio", { name: "Scotland" }).check();
  await again.getByText(/already in your survey\. What is there is not added again\.$/).waitFor();
  await press(again, "Add questions");
  await again.getByText("All of these are in your survey.").waitFor();
  await clean(page);
  await page.keyboard.press("Escape");
  await press(page.getByRole("region", { name: "Add a question" }), "Cancel");
  // A question says so at its chip, and there it can be taken back.
  await page.getByRole("navigation", { name: "Questions in this survey" }).getByRole("button", { name: /What is your sex/ }).click();
  const card = page.getByRole("region").filter({ has: page.getByRole("combobox", { name: /^Type of (question|page)$/ }) });
  await people.openChip(card, "Personal");
  const tick = card.getByRole("checkbox", { name: KEEP_APART });
  assert.ok(await tick.isChecked());
  await tick.uncheck();
  await page.getByText("The page before these questions says so now.").waitFor();
  await card.getByRole("button", { name: "Personal: yes" }).waitFor();
  await clean(page);
});

const PROMISE = "We keep these answers apart from your other answers.";

story("the page of the pack promises what is so, and nothing else can be published", async (stage) => {
  const page = await stage.open(LAPTOP, APP);
  await write(page, true);
  const outline = page.getByRole("navigation", { name: "Questions in this survey" });
  const asked = page.getByRole("region").filter({ has: page.getByRole("combobox", { name: /^Type of (question|page)$/ }) });
  const words = field(asked, "Words on the page");
  const atPage = () => outline.getByRole("button", { name: /About you/ }).click();
  const atSex = async () => {
    await outline.getByRole("button", { name: /What is your sex/ }).click();
    await people.openChip(asked, "Personal");
    return asked.getByRole("checkbox", { name: KEEP_APART });
  };
  await atPage();
  const before = await words.inputValue();
  assert.ok(before.includes(PROMISE));
  await (await atSex()).uncheck();
  await page.getByText("The page before these questions says so now.").waitFor();
  await atPage();
  await soon.equal(async () => (await words.inputValue()).includes("apart"), false);
  await (await atSex()).check();
  await atPage();
  await soon.equal(() => words.inputValue(), before);
  // Somebody writes the promise where it is not so.
  await (await atSex()).uncheck();
  await atPage();
  await words.fill(before);
  await press(page, "Publish");
  const link = people.summary(page).getByRole("link");
  await soon.match(() => link.first().innerText(), /the page before it says that these answers are kept apart/i);
  await link.first().click();
  const group = page.getByRole("group", { name: "Keep these answers apart" });
  await hasFocus(group);
  await group.getByText(/Keep this one apart too, or change that page/).waitFor();
  // What is half under the bar is too small a target to axe.
  await page.evaluate(() => scrollTo(0, 0));
  await clean(page);
  await group.getByRole("checkbox", { name: KEEP_APART }).check();
  await people.publish(page);
});

story("answers that are kept apart leave the phone in the same link, and show once 5 sets are in", async (stage) => {
  const survey = await apart(stage);
  const one = await answered(stage, survey, "A lot", "Female");
  const link = people.linkIn(one.message);
  assert.equal(link.split("ask-answer.").length, 3, "two sealed answers");
  const other = await answered(stage, survey, "A little");
  const page = await people.organiserAt(stage, survey, "add-answers");
  await people.paste(page, `${one.message}\n${other.message}`);
  await page.getByText("2 new answers.").waitFor();
  await page.getByText("2 sets of answers are kept apart. They are not more people.").waitFor();
  await clean(page);
  await people.paste(page, one.message);
  await page.getByText("1 already added (not counted again).").waitFor();

  // With fewer than 5 one set would be one person's.
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "2 people answered", level: 1 }).waitFor();
  const partOf = (name) => page.locator(".results-part").filter({ has: page.getByRole("heading", { name, level: 2 }) });
  const part = partOf("Kept apart");
  const few = (count) => part.getByText(`${count} of 5 sets of answers are in.`, { exact: false }).waitFor();
  await few(2);
  const isNowhere = async () => {
    assert.equal(await page.getByText("What is your sex?").count(), 0);
    assert.equal(await page.getByText("Female").count(), 0);
    assert.equal(await page.getByRole("button", { name: /kept apart/ }).count(), 0);
  };
  await isNowhere();
  await clean(page);
  await page.getByRole("radio", { name: "To share: small counts hidden" }).check();
  await few(2);
  await isNowhere();
  await page.getByRole("navigation").getByRole("link", { name: "Who is missing?" }).click();
  await page.getByRole("textbox", { name: "Local authority or county" }).fill("leeds");
  await page.getByText("Kept apart: Sex. 2 of 5 sets of answers are in.", { exact: false }).waitFor();
  await clean(page);

  const more = [];
  for (const sex of ["Female", "Male", "Male"]) {
    const person = await answered(stage, survey, "A lot", sex);
    more.push(person.message);
    await person.page.context().close();
  }
  await people.goTo(page, "Add answers");
  await people.paste(page, more.join("\n"));
  await page.getByText("3 new answers.").waitFor();
  await people.goTo(page, "What people said");
  await part.getByText("From 5 people.", { exact: false }).waitFor();
  await part.getByText("What is your sex?").waitFor();
  assert.equal(await partOf("What people said").getByText("What is your sex?").count(), 0, "not among the rest");
  const ways = page.getByRole("combobox", { name: "Compare groups by" });
  assert.equal(await ways.getByRole("option", { name: /sex/ }).count(), 0, "nothing compares by it");
  await part.getByText("More downloads of what is kept apart").click();
  await clean(page);
  const text = async (file) => (await readFile(await file.path(), "utf8"));
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
    return text(file);
  };
  const main = await saved("Download CSV");
  const own = await saved("Download CSV of what is kept apart");
  assert.ok(main.includes("A lot") && !main.includes("Female"));
  assert.ok(own.includes("Female") && !own.includes("A lot"));
  const [head] = own.replace(/^\ufeff/, "").split("\r\n");
  assert.equal(head, '"Response","What is your sex?"', "nothing that stands in the other file too");
  const book = await saved("Download the codebook of what is kept apart");
  assert.ok(book.includes('"sex/UK/2019","F","Female","Sex and gender, GSS harmonised standard, published 4 September'));
  assert.ok(!book.includes("Do you like tea?"));
  for (const name of ["Download Excel file of what is kept apart", "Download zip for analysts of what is kept apart"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, name)]);
    assert.match(file.suggestedFilename(), /kept-apart-/);
  }

  // To share: a table of its own, with small counts hidden.
  await page.getByRole("radio", { name: "To share: small counts hidden" }).check();
  await part.getByText("From 5 people.", { exact: false }).waitFor();
  await part.getByText("Left out: the counts would give small numbers away.").waitFor();
  await clean(page);
  const counts = await saved("Download counts to share");
  assert.ok(counts.includes('"All that is kept apart","Sets of answers","",5'));
  assert.ok(!counts.includes('"Female","",2'));

  // The person takes both back, with what their phone shows.
  await press(one.page, "I have sent my answers");
  await people.atDone(one.page);
  const shown = await one.page.locator(".response-code").first().innerText();
  const [first] = shown.split(" + ");
  assert.match(shown, /^[0-9a-f]{4}-[0-9a-f]{4} \+ [0-9a-f]{4}-[0-9a-f]{4}$/);
  await people.goTo(page, "Add answers");
  const code = field(page, "The person’s code");
  const asks = page.getByRole("alertdialog", { name: "Delete this person’s answers?" });
  await code.fill(first);
  await press(page, "Delete these answers");
  await asks.getByText(/has the code after it, and stays until you delete that too/).waitFor();
  await clean(page);
  await press(asks, "No, keep them");
  await code.fill(shown);
  await press(page, "Delete these answers");
  await asks.getByText(/What is kept apart for this person is deleted too/).waitFor();
  await press(asks, "Yes, delete them");
  await page.getByText("4 people answered so far.").waitFor();
  await people.paste(page, one.message);
  await page.getByText("We could not add 1 answer:").waitFor();
  await people.goTo(page, "What people said");
  await page.getByRole("heading", { name: "4 people answered", level: 1 }).waitFor();
  await few(4);
  await isNowhere();
});

story("a shared tablet keeps answers apart too, and is emptied of both", async (stage) => {
  const survey = await apart(stage);
  const tablet = await stage.open(PHONE, survey.link.replace("/answer/#", "/tablet/#"));
  const isAt = (name) => hasFocus(tablet.getByRole("heading", { name, level: 1 }));
  await isAt("Start this tablet");
  await field(tablet, "Choose a PIN of 4 digits").fill("2580");
  await field(tablet, "The PIN again").fill("2580");
  await press(tablet, "Start");
  await isAt("Are you ready?");
  await press(tablet, "I am ready");
  await toCheck(tablet, "A lot", "Female");
  await press(tablet, "I have finished");
  await isAt("Have you finished?");
  await soon.match(() => tablet.locator(".response-code").innerText(), /^[0-9a-f-]{9} \+ [0-9a-f-]{9}$/);
  await press(tablet, "Yes, I have finished");
  await isAt("Thank you");
  await press(tablet, "For the organiser");
  await field(tablet, "PIN").fill("2580");
  await press(tablet, "Open");
  await isAt("Answers on this tablet");
  await tablet.getByText("Copy them by hand").click();
  const all = await field(tablet, "The locked answers").inputValue();
  assert.equal(all.split("ask-answer.").length, 3, "two sealed answers");

  const page = await people.organiserAt(stage, survey, "add-answers");
  await people.paste(page, all);
  await page.getByText("1 new answer.").waitFor();
  await page.getByText("1 set of answers is kept apart. It is not a person more.").waitFor();
  const says = await page.getByText(/Receipt code for the tablet: /).innerText();
  await field(tablet, "Receipt code").fill(says.match(/[0-9A-F]{4}-[0-9A-F]{4}/)[0]);
  await press(tablet, "Empty the tablet");
  await tablet.getByText("The answers of 1 person are off this tablet.").waitFor();
});

const twelve = once(async (stage) => {
  const survey = await together(stage);
  const messages = [];
  for (let person = 0; person < 12; person += 1) {
    const { page, message } = await answered(stage, survey, "A lot", person === 0 ? "Female" : "Male");
    messages.push(message);
    await page.context().close();
  }
  return messages;
});

story("who is missing is told beside the people of an area, and who else to ask is kept", async (stage) => {
  const survey = await together(stage);
  const messages = await twelve(stage);
  const page = await people.organiserAt(stage, survey, "add-answers");
  await people.paste(page, messages.slice(0, 3).join("\n"));
  await page.getByText("3 new answers.").waitFor();
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.getByRole("navigation").getByRole("link", { name: "Who is missing?" }).click();
  await page.getByRole("heading", { name: "Who is missing?", level: 1 }).waitFor();
  await soon.equal(() => fetched.filter((url) => /areas-[\w-]+\.txt$/.test(url)).length, 1);
  const area = page.getByRole("textbox", { name: "Local authority or county" });
  const nation = page.getByRole("combobox", { name: "Nation" });
  await area.fill("Nowhere");
  await page.getByText(/We have no area called .*choose the councils that it is in/).waitFor();
  await area.fill("Bristol");
  await page.getByText("Compared with Bristol, City of.").waitFor();
  await area.fill("Hull");
  await page.getByText(/^No council is called just /).waitFor();
  await clean(page);
  await press(page, "Kingston upon Hull, City of");
  await holds(area, "Kingston upon Hull, City of");
  await hasFocus(area);
  // One of another nation is said to be there, and a press goes there.
  await area.fill("Cardiff");
  await page.getByText(/^We found .*Cardiff.* in Wales/).waitFor();
  await press(page, "Cardiff (Wales)");
  await page.getByText("Compared with Cardiff.").waitFor();
  await holds(nation, "Wales");
  await people.undo(page).click();
  await page.getByText("Undone: Nation").waitFor();
  await holds(nation, "England");
  // A county is all of its districts, and several areas count together.
  await area.fill("Kent");
  await page.getByText(/^Compared with Kent: Ashford, .* and Tunbridge Wells together\.$/).waitFor();
  await press(page, "Add another area");
  await hasFocus(area);
  await area.pressSequentially("Medway");
  await page.getByText(/ and Medway together\.$/).waitFor();
  await clean(page);
  await area.fill("leeds");
  await page.getByText("Compared with Leeds.").waitFor();
  await page.getByText("Too few to tell: 3 people answered this. It takes 10.").waitFor();
  await clean(page);

  await people.goTo(page, "Add answers");
  await people.paste(page, messages.join("\n"));
  await page.getByText("9 new answers.").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Who is missing?" }).click();
  const bare = async (locator) => (await locator.innerText()).replace(/[\u2066-\u2069]/g, "");
  const said = page.locator(".missing-groups li");
  await soon.equal(() => said.count(), 2);
  assert.match(await bare(said.nth(0)), /Fewer than expected/);
  assert.match(await bare(said.nth(0)), /1 of 12 was “Female”\. In Leeds it is about 1 in 2: we would expect about 6\./);
  assert.match(await bare(said.nth(1)), /More than expected/);
  await page.getByText(/Open Government Licence v3\.0/).waitFor();
  await page.getByText(/does not ask with our equality questions about: Age, Ethnic group, Disability, Religion/).waitFor();
  await clean(page);

  // To share, a small count is hidden, and what it means too.
  await page.getByRole("radio", { name: "To share: small counts hidden" }).check();
  await soon.match(() => bare(said.nth(0)), /How many were “Female” is hidden\./);
  assert.doesNotMatch(await bare(said.nth(0)), /expected/);
  await clean(page);
  await page.getByRole("radio", { name: "My team: every count" }).check();

  // Numbers of the group's own.
  await page.getByRole("radio", { name: "Our own numbers, such as a register" }).check();
  await page.locator("summary").filter({ hasText: /^Sex$/ }).click();
  await field(page, "Female").fill("many");
  await page.getByText("Write a whole number in each box, such as 0 or 120.").waitFor();
  await field(page, "Female").fill("0");
  await field(page, "Male").fill("0");
  await page.getByText("Nobody is in any of these groups, so there is nothing to compare with.").waitFor();
  await field(page, "Male").fill("90");
  await soon.match(() => bare(said.nth(0)), /In your register it is no one: we would expect no one\./);
  await field(page, "Female").fill("10");
  await soon.match(() => bare(said.nth(0)), /In your register it is about 1 in 10/);
  await clean(page);

  await press(page, "Add who to ask");
  await hasFocus(field(page, "Who"));
  await field(page, "Who").fill("Women who care for someone");
  await field(page, "How").fill("At the carers' lunch");
  await field(page, "Who does it").fill("The outreach worker");
  await press(page, "Add who to ask");
  await press(page, "Remove line 2");
  await hasFocus(button(page, "Put it back"));
  await press(page, "Put it back");
  await press(page, "Remove line 2");
  // Undo in the bar is about this screen, and so are its keys.
  await people.undo(page).click();
  await page.getByText("Undone: A line of who to ask").waitFor();
  await soon.equal(() => field(page, "Who").count(), 2);
  await people.undo(page).press("Control+Shift+z");
  await soon.equal(() => field(page, "Who").count(), 1);
  await clean(page);
  await page.reload();
  await soon.equal(() => field(page, "Who").inputValue(), "Women who care for someone");
  assert.equal(await field(page, "Who").count(), 1);
  await page.setViewportSize(NARROW.viewport);
  await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut at 320 px");
  await clean(page);
  await page.setViewportSize(LAPTOP.viewport);
  await people.goTo(page, "How this was made");
  await page.getByRole("heading", { name: "Who else we will ask" }).waitFor();
  await page.getByText(/Women who care for someone.*How: .*At the carers' lunch.*Who does it: .*The outreach worker/).waitFor();
  await clean(page);
});

story("the figures that did not come can be asked for again", async (stage) => {
  const survey = await together(stage);
  const page = await people.organiserAt(stage, survey, "results");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.route(/areas-/, (route) => route.abort());
  await page.getByRole("navigation").getByRole("link", { name: "Who is missing?" }).click();
  await page.getByText("The figures did not come.").waitFor();
  await clean(page);
  await page.unroute(/areas-/);
  // The browser itself notes a file that it could not fetch. Nothing else may complain.
  assert.deepEqual(stage.complaints.splice(0), ["console: Failed to load resource: net::ERR_FAILED"]);
  await press(page, "Try again");
  await page.getByText("Type the name of your council or county, or part of it.", { exact: false }).waitFor();
});
