// Two tabs of one browser in which people type into the same field: by turns, at the same time, and in the middle of
// what is there. No letter is lost, and both show the same.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, eventually, holds, story } from "./support.mjs";

const { field, goTo } = people;
const title = (page) => field(page, "Title");
const sorted = (text) => [...text].sort().join("");

/** Two tabs that have the same new survey open, and know of each other. */
async function two(stage) {
  const one = await stage.open(LAPTOP, APP);
  await people.startEmpty(one);
  const other = await one.context().newPage();
  await other.goto(one.url());
  for (const page of [one, other]) {
    await title(page).waitFor();
    await page.getByText("Opening…").waitFor({ state: "detached" });
  }
  await title(one).fill("<");
  await holds(title(other), "<");
  await title(other).fill("<>");
  await holds(title(one), "<>");
  for (const page of [one, other]) await title(page).press("End");
  return [one, other];
}

/** All that was typed is in both fields, and nothing is to be settled. */
async function haveAll(pages, typed) {
  await eventually(async () => {
    const [one, other] = await Promise.all(pages.map((page) => title(page).inputValue()));
    assert.equal(one, other);
    assert.equal(sorted(one), sorted(`<>${typed}`));
  });
  for (const page of pages) {
    await goTo(page, "Share the draft");
    await page.getByRole("heading", { name: "Send it to a colleague" }).waitFor();
    assert.equal(await page.getByText(/to resolve/).count(), 0);
    await page.reload();
    await goTo(page, "Questions");
    await eventually(async () => assert.equal(sorted(await title(page).inputValue()), sorted(`<>${typed}`)));
  }
}

story("two tabs that type into one field by turns keep every letter", async (stage) => {
  const pages = await two(stage);
  const typed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN";
  for (const [place, letter] of [...typed].entries()) await pages[place % 2].keyboard.type(letter);
  await haveAll(pages, typed);
});

story("two tabs that type into one field at the same time keep every letter", async (stage) => {
  const pages = await two(stage);
  const words = ["abcdefghijklmnopqrstuvwxyzabcd", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCD"];
  await Promise.all(pages.map((page, place) => page.keyboard.type(words[place])));
  await haveAll(pages, words.join(""));
});

story("who types in the middle stays there while another tab types at the end", async (stage) => {
  const [one, other] = await two(stage);
  await title(one).press("ArrowLeft");
  for (let at = 0; at < 10; at += 1) {
    await one.keyboard.type("i");
    await other.keyboard.type("o");
  }
  const words = `<${"i".repeat(10)}>${"o".repeat(10)}`;
  await holds(title(one), words);
  await holds(title(other), words);
});
