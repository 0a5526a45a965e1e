// axe, with every rule it has for WCAG 2.2 AA and good practice.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The rules whose findings can change with the colours of a page. */
const OF_COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/**
 * What axe finds wrong, one line for each rule and element. `strict` asks for the contrast of AAA; `onlyColours` is for
 * a page that all rules have seen already, in other colours.
 */
export async function findings(page, { strict = false, onlyColours = false } = {}) {
  const isThere = await page.evaluate(() => "axe" in globalThis);
  if (!isThere) await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), {
    runOnly: onlyColours ? { type: "rule", values: OF_COLOURS } : { type: "tag", values: TAGS },
    resultTypes: ["violations"],
    rules: { "color-contrast-enhanced": { enabled: strict } },
    // No rule of these looks at what style sheets say.
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
