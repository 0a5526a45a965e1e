// Personal links: a list is pasted, each person has a link with a number and no name in it, and the organiser sees who
// has answered, who has not, and whose link was used twice.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { PHONE, download, hasFocus, story } from "./support.mjs";

const { button, field, press } = people;
const QUESTION = { kind: "Short answer", text: "What is your favourite food?" };
const survey = people.publishedBy((page) =>
  people.writeSurvey(page, { title: "Food", organisation: "Team A", questions: [QUESTION] }),
);
const list = (page) => page.getByRole("region", { name: "People and their links" }).getByRole("listitem");

async function answered(stage, link, food) {
  const phone = await stage.open(PHONE, link);
  // Nobody answers without knowing that it is seen.
  await phone.getByText("This link is just for you. The people who asked can see that you answered.").waitFor();
  await people.answerAll(phone, [QUESTION], [food], people.BY_KEYS);
  const message = await people.sendByCopy(phone);
  await phone.context().close();
  return message;
}

story("each person has a link of their own, and it is seen who has answered", async (stage) => {
  const page = await people.organiserAt(stage, await survey(stage), "personal-links");
  await field(page, "People to invite").fill("Name,Email\nAnn Bee,ann@example.org\nBen, 07700 900123\nCai\nCai");
  await press(page, "Make links");
  await page.getByText("3 people added. 1 was on the list already, or twice in what you pasted.").waitFor();
  await page.getByText("of 3 people have answered. 3 have not answered yet.").waitFor();
  await page.getByText("3 links were not copied, emailed or saved yet.").waitFor();
  await page.getByRole("radio", { name: "No link yet" }).check();
  await button(list(page).filter({ hasText: "Cai" }), "Copy the message: Cai").click();
  await list(page).filter({ hasText: "Cai" }).waitFor({ state: "detached" });
  await page.getByText("2 links were not copied, emailed or saved yet.").waitFor();
  await page.getByRole("radio", { name: "Everyone" }).check();
  await list(page).filter({ hasText: "Cai" }).getByText(/^Link copied on /).waitFor();
  await button(list(page), "Copy the message: Cai").press("Enter");
  await hasFocus(button(list(page), "Copy the message: Cai"));
  const { name, bytes } = await download(page, () => press(page, "Save all links (CSV)"));
  await list(page).filter({ hasText: "Ben" }).getByText(/^Link saved in a file on /).waitFor();
  assert.equal(name, "personal-links.csv");
  const rows = bytes.toString().trim().split("\r\n").slice(1);
  const links = rows.map((row) => row.match(/https?:[^",]+/)[0]);
  assert.equal(new Set(links).size, 3);
  assert.ok(links.every((link) => !/ann|bee|ben|cai/i.test(link.slice(-12))));

  const messages = [await answered(stage, links[0], "Soup"), await answered(stage, links[0], "Cake")];
  await people.goTo(page, "Add answers");
  await people.paste(page, messages.join("\n"));
  await page.getByText("2 new answers.").waitFor();
  await page.reload();
  await people.goTo(page, "Personal links");
  await page.getByText("of 3 people have answered. 2 have not answered yet.").waitFor();
  await page.getByRole("listitem").filter({ hasText: "Ann Bee: 2 answers" }).waitFor();
  await list(page).filter({ hasText: "Ann Bee" }).getByText("Answered on").waitFor();
  await page.getByRole("radio", { name: "Not answered yet" }).check();
  await list(page).filter({ hasText: "Ann Bee" }).waitFor({ state: "detached" });
  const ben = list(page).filter({ hasText: "Ben" });
  const text = await ben.getByRole("link", { name: "Text a reminder: Ben" }).getAttribute("href");
  assert.match(text, /^sms:\+447700900123/);
  await button(ben, "Copy a reminder: Ben").click();
  await page.getByText("The message is copied.").waitFor();
  const reminder = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(reminder.startsWith("Hello Ben,") && reminder.includes(links[1]) && reminder.includes("You do not have to."));
  await ben.getByText(/^Reminder copied on /).waitFor();
  assert.deepEqual(await findings(page), []);
  await button(ben, "Remove: Ben").click();
  const asks = page.getByRole("alertdialog", { name: "Remove Ben?" });
  assert.deepEqual(await findings(page), []);
  await press(asks, "Yes, remove");
  await page.getByText("of 2 people have answered. 1 has not answered yet.").waitFor();
  await hasFocus(page.getByRole("heading", { name: "Personal links", level: 1 }));
});
