// Links whose # was written as %23 on the way: the host has no page of such a name, and shows the one of ours that turns
// it back.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import { APP, PHONE, story } from "./support.mjs";

const { FOUR_KINDS } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));

/** The browser itself notes a page that the host does not have. Nothing else may complain. */
function noteNoPage(stage) {
  stage.complaints = stage.complaints.filter((text) => !text.includes("the server responded with a status of 404"));
}

story("a survey link whose # came as %23 opens the survey, even if that was done twice", async (stage) => {
  const { link } = await survey(stage);
  const host = await stage.host();
  const right = link.replace(APP, host.url);
  for (const sharp of ["%23", "%2523"]) {
    const page = await stage.open(PHONE, right.replace("#", sharp));
    await people.button(page, "Start").waitFor();
    assert.equal(page.url(), right);
  }
  noteNoPage(stage);
});

story("an address with no page says so, and what to do", async (stage) => {
  const host = await stage.host();
  const page = await stage.open(PHONE, `${host.url}some/where/else`);
  await page.getByRole("heading", { name: "There is no page here", level: 1 }).waitFor();
  await page.getByText("Open the whole link you were sent.").waitFor();
  noteNoPage(stage);
});
