// A laptop's window, each time as if it had never been here. `SURVEY_DRAFT` is an example as an organiser's browser
// keeps it: its id, a space and its text.
// Absent: what is measured. That is in the file named like the measurement.
import { chromium } from "playwright-core";

const { BASE_URL, CHROMIUM, SURVEY_DRAFT } = process.env;
const [id, draft] = SURVEY_DRAFT.trim().split(" ");
export const builder = `${BASE_URL}/#questions/${id}`;

// Calls `work` with an `open` that gives a fresh window's empty page. Our builder finds the draft in it.
export async function withLaptops(work) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    return await work(() => freshLaptop(browser));
  } finally {
    await browser.close();
  }
}

async function freshLaptop(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // The app keeps texts as JSON.
  const kept = { origin: new URL(BASE_URL).origin, name: `ask-together/draft/${id}`, text: JSON.stringify(draft) };
  await context.addInitScript(({ origin, name, text }) => {
    if (location.origin === origin) localStorage.setItem(name, text);
  }, kept);
  return { page: await context.newPage(), close: () => context.close() };
}
