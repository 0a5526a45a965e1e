// axe, with every rule it has for WCAG 2.2 AA and good practice.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe finds wrong, one line for each rule and element. `strict` asks for the contrast of AAA. */
export async function findings(page, { strict = false } = {}) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ({ values, strict }) =>
      globalThis.axe.run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
        rules: { "color-contrast-enhanced": { enabled: strict } },
      }),
    { values: TAGS, strict },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
