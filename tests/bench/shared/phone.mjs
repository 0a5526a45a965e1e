// A slow phone on a slow network, each time as if it had never been here: nothing kept from an earlier visit.
// Absent: what is measured. That is in the file named like the measurement.
import { chromium } from "playwright-core";

const kilobitPerSecond = 1000 / 8;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1600 * kilobitPerSecond,
  uploadThroughput: 750 * kilobitPerSecond,
};
// Of an old phone. A measurement may ask for a slower one.
const oldPhone = { processorTimesSlower: 4 };

// Calls `work` with an `open` that gives a fresh phone's empty page and the number of bytes it has fetched so far.
export async function withPhones(work, { processorTimesSlower } = oldPhone) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  try {
    return await work(() => freshPhone(browser, processorTimesSlower));
  } finally {
    await browser.close();
  }
}

async function freshPhone(browser, processorTimesSlower) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const inside = await context.newCDPSession(page);
  await inside.send("Network.enable");
  await inside.send("Network.emulateNetworkConditions", network);
  await inside.send("Emulation.setCPUThrottlingRate", { rate: processorTimesSlower });
  let bytes = 0;
  inside.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { page, bytes: () => bytes, close: () => context.close() };
}

// Half of the rounds were quicker than this.
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
