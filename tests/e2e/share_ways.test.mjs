// The screen that hands a survey out: its ways stand under one heading, each in a card, and the first is the large one.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, LAPTOP, soon, story } from "./support.mjs";

const { FOUR_KINDS, press } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

story("the link, the code and the file each have a card, and the link the largest", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept });
  const ways = page.getByRole("region", { name: "Send it to people" });
  const names = [
    "Send the link",
    "Show or print the QR code",
    "Send a file",
    "One tablet for many people",
    "Make a short link",
    "Save it as one web page",
  ];
  await soon.deepEqual(() => ways.getByRole("heading", { level: 3 }).allInnerTexts(), names);
  const button = (name) => people.button(ways, name).boundingBox();
  const [link, code] = [await button("Copy the link"), await button("Save the QR code")];
  assert.ok(link.height > code.height, "the first button is the large one");
  assert.ok(link.y < code.y);
});

story("of the ways for answers the first says that people see it first", async (stage) => {
  const { kept, id } = await survey(stage);
  const page = await stage.open(LAPTOP, `${APP}#share/${id}`, { kept });
  const card = page.getByRole("region", { name: "Where do answers go?" });
  const lines = card.getByRole("listitem");
  for (const [place, address] of ["jo@example.org", "team@example.org"].entries()) {
    await press(card, "Add a way to send");
    await card.getByLabel("How do people send them?").selectOption("Email");
    await card.getByLabel("Email address").fill(address);
    await press(card, "Save");
    await soon.equal(() => lines.count(), place + 1);
  }
  const first = lines.filter({ hasText: "People see this first" });
  await first.getByRole("heading", { name: "Email jo@example.org" }).waitFor();
  await press(card, "Put first: Email team@example.org");
  await first.getByRole("heading", { name: "Email team@example.org" }).waitFor();
  assert.equal(await first.count(), 1);
});
