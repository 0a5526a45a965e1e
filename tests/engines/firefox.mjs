// Firefox, over WebDriver BiDi, which it speaks itself: no driver program, and nothing from npm. (Playwright drives only
// a Firefox of its own.) Each person has a container in one browser, so they share what was copied and nothing else.
//
// Absent: what people do. That is in `person.mjs`, the same for all engines.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CANDIDATES, COMPLAINTS, NOTE_COMPLAINTS, PLACES, given } from "./page.mjs";
import { BrowserEnded, makeFolder, start } from "./processes.mjs";

/** A new Firefox asks things, and fetches what no story needs. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.download.alwaysOpenPanel": false,
  "browser.download.folderList": 2,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.topsites.contile.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-GB, en",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

export async function launch() {
  const profile = makeFolder();
  const downloads = join(profile, "downloads");
  await mkdir(downloads);
  const all = Object.entries({ ...PREFERENCES, "browser.download.dir": downloads });
  const lines = all.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, "user.js"), lines.join(""));
  // It picks a free port, and prints which.
  const args = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile];
  const firefox = start(given("FIREFOX"), args, { MOZ_CRASHREPORTER_DISABLE: "1" });
  const bidi = await connect(`${await firefox.said(/WebDriver BiDi listening on (ws:\S+)/)}/session`);
  const { capabilities } = await bidi.send("session.new", { capabilities: {} });
  await bidi.send("session.subscribe", { events: ["log.entryAdded"] });
  await bidi.send("script.addPreloadScript", { functionDeclaration: NOTE_COMPLAINTS });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    open: (size) => openTab(bidi, downloads, size),
    close() {
      bidi.close();
      return firefox.end();
    },
  };
}

/** Sends commands, each with its answer, and hears of events. */
async function connect(address) {
  const socket = new WebSocket(address);
  const waiting = new Map();
  let hasEnded = false;
  const hearers = new Set();
  socket.addEventListener("message", ({ data }) => {
    const { type, id, result, error, message, method, params } = JSON.parse(data);
    if (type === "event") return hearers.forEach((hear) => hear(method, params));
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (type === "error") fail(new Error(`${error}: ${message}`));
    else done(result);
  });
  socket.addEventListener("close", () => {
    hasEnded = true;
    for (const { fail } of waiting.values()) fail(new BrowserEnded("Firefox has ended"));
  });
  await new Promise((done, fail) => {
    socket.addEventListener("open", done);
    socket.addEventListener("error", () => fail(new Error(`no connection to ${address}`)));
  });
  let last = 0;
  return {
    hear: (hearer) => hearers.add(hearer),
    close: () => socket.close(),
    async send(method, params) {
      if (hasEnded) throw new BrowserEnded("Firefox has ended");
      const id = (last += 1);
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((done, fail) => waiting.set(id, { done, fail }));
    },
  };
}

async function openTab(bidi, downloads, { width, height }) {
  const { userContext } = await bidi.send("browser.createUserContext", {});
  const { context } = await bidi.send("browsingContext.create", { type: "tab", userContext });
  const send = (method, params) => bidi.send(method, { context, ...params });
  await send("browsingContext.setViewport", { viewport: { width, height } });
  const logged = [];
  bidi.hear((method, { source, level, text }) => {
    if (method === "log.entryAdded" && source.context === context && level === "error") logged.push(text);
  });
  const run = async (work, args = []) => {
    const { type, result, exceptionDetails } = await bidi.send("script.callFunction", {
      functionDeclaration: `async (...args) => JSON.stringify(await (${work})(...args))`,
      arguments: args.map((value) => (value?.sharedId ? value : { type: typeof value, value })),
      target: { context },
      awaitPromise: true,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return result.value === undefined ? undefined : JSON.parse(result.value);
  };
  const locate = async (locator, startNodes) => {
    const { nodes } = await send("browsingContext.locateNodes", { locator, startNodes });
    return nodes.map(({ sharedId }) => ({ sharedId }));
  };
  return {
    downloads,
    run,
    goTo: (url) => send("browsingContext.navigate", { url, wait: "complete" }),
    reload: () => send("browsingContext.reload", { wait: "complete" }),
    async find(role, name, within) {
      const candidates = await locate({ type: "css", value: CANDIDATES[role] }, within && [within]);
      if (name === undefined || candidates.length === 0) return candidates;
      if (PLACES.includes(role)) {
        const isNamed = await run(areNamed, [name, ...candidates]);
        return candidates.filter((_, place) => isNamed[place]);
      }
      const named = await locate({ type: "accessibility", value: { name } }, candidates);
      return candidates.filter(({ sharedId }) => named.some((found) => found.sharedId === sharedId));
    },
    origin: (element) => ({ type: "element", element }),
    act: (actions) => send("input.performActions", { actions }),
    chooseFiles: (element, files) => send("input.setFiles", { element, files }),
    complaints: async () => [...logged, ...(await run(COMPLAINTS))],
    picture: async () => (await send("browsingContext.captureScreenshot")).data,
  };
}

/**
 * Runs in the page. For the name of a place, Firefox would ask all that is inside of it for its name too, and that takes
 * seconds. So a place goes by what the page says of it.
 */
function areNamed(name, ...places) {
  const nameOf = (place) => {
    const ids = place.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const words = ids.map((id) => document.getElementById(id).textContent.trim()).join(" ");
    return place.getAttribute("aria-label") ?? words;
  };
  return places.map((place) => nameOf(place) === name);
}
