// The page before sending: short enough to look through, with the pictures that people know their answers by, and no
// way lost for who changes one of many. And the end for who does not take part.

import assert from "node:assert/strict";
import * as people from "./people.mjs";
import * as survey from "./every_kind.mjs";
import { CONSENT, HOME, LIKES, LIVES, choice, put } from "./every_kind.mjs";
import { PHONE, hasFocus, soon, story } from "./support.mjs";

const { button } = people;
const { height } = PHONE.viewport;

story("16 answers on the check take three screens, with their pictures and Send at the top as well", async (stage) => {
  const page = await survey.open(stage);
  await survey.answerAll(page);
  const cards = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  const boxes = await Promise.all((await cards.all()).map((card) => card.boundingBox()));
  assert.ok(boxes.length > 16, `${boxes.length}`);
  const until = boxes[15].y + boxes[15].height;
  assert.ok(until <= 3 * height, `16 answers end at ${until} px`);
  for (const text of [LIKES, HOME]) await survey.card(page, text).locator("img").waitFor();
  const [first, last] = await button(page, "Send my answers").all();
  assert.ok((await first.boundingBox()).y < height && (await last.boundingBox()).y > until);
  await first.click();
  await people.atSend(page);
});

story("Save leads back to the card of the answer that was changed, and Back does too", async (stage) => {
  const page = await survey.open(stage);
  await survey.answerAll(page);
  const question = LIVES(put("Ana"));
  const card = page.getByRole("heading", { name: question, level: 2 });
  const isInSight = () => card.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  for (const way of ["Save", "Back"]) {
    await survey.change(page, question);
    assert.equal(await survey.turn(page, way), "Check your answers");
    await hasFocus(card);
    await soon.ok(isInSight);
  }
});

story("after “No” to taking part there is a kind end and nothing to settle", async (stage) => {
  const page = await survey.open(stage);
  await survey.turn(page, "Start");
  await survey.atPage(page, CONSENT);
  await choice(page, "No, I do not want to").check();
  assert.equal(await survey.turn(page), "Thank you");
  await soon.deepEqual(() => page.getByRole("main").getByRole("button").allInnerTexts(), ["Back"]);
  const said = page.getByText(/kept on this phone|Welcome back/).filter({ visible: true });
  await soon.equal(() => said.count(), 0);
});
