// WebKitGTK, over the plain WebDriver that comes with it, on an X display that nobody sees. A driver has one browser, so
// each person has a driver of their own; they share the display, and with it what was copied.
//
// Absent: what people do. That is in `person.mjs`, the same for all engines.

import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CANDIDATES, COMPLAINTS, NOTE_COMPLAINTS, given } from "./page.mjs";
import { BrowserEnded, makeFolder, start } from "./processes.mjs";

/** The name that the standard gives to a reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export async function launch() {
  const xvfb = start(given("XVFB"), ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
  // It picks a free display, and prints which.
  const display = `:${await xvfb.said(/^(\d+)$/m)}`;
  const browsers = [];
  return {
    get version() {
      return `WebKitGTK ${browsers[0]?.version}`;
    },
    async open(size) {
      const browser = await openBrowser(display, size);
      browsers.push(browser);
      return browser.page;
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.close()));
      await xvfb.end();
    },
  };
}

async function openBrowser(display, size) {
  const home = makeFolder();
  const downloads = join(home, "downloads");
  await mkdir(downloads);
  await writeFile(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const port = await freePort();
  const driver = start(given("WEBKIT_DRIVER"), [`--port=${port}`], {
    DISPLAY: display,
    ...{ HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home },
    LANG: "en_GB.UTF-8",
    LIBGL_ALWAYS_SOFTWARE: "1",
    // Its sandbox needs rights that a container mostly has not. It opens our own pages alone.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  });
  const sessions = `http://127.0.0.1:${port}/session`;
  const options = { binary: given("MINIBROWSER"), args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const session = await onceItListens(() => call("POST", sessions, { capabilities }));
  const address = `${sessions}/${session.sessionId}`;
  const inSession = async (method, path, body) => {
    try {
      return await call(method, `${address}/${path}`, body);
    } catch (error) {
      throw hasEnded(error) ? new BrowserEnded(`${error.message} ${driver.lastWords()}`) : error;
    }
  };
  const page = pageOf(inSession, downloads);
  await inSession("POST", "window/rect", size);
  return {
    page,
    version: session.capabilities.browserVersion,
    async close() {
      // It may be gone, and then its driver is what is left to end.
      await call("DELETE", address).catch(() => {});
      await driver.end();
    },
  };
}

/** A driver forgets the session of a browser that has ended. */
const hasEnded = ({ message, cause }) =>
  message.startsWith("invalid session id") || ["ECONNREFUSED", "ECONNRESET"].includes(cause?.code);

function pageOf(inSession, downloads) {
  const get = (path) => inSession("GET", path);
  const post = (path, body) => inSession("POST", path, body);
  const run = async (work, args = []) => {
    const script = `return (async (...args) => JSON.stringify(await (${work})(...args)))(...arguments)`;
    const result = await post("execute/sync", { script, args });
    return typeof result === "string" ? JSON.parse(result) : undefined;
  };
  return {
    downloads,
    run,
    async goTo(url) {
      await post("url", { url });
      await run(NOTE_COMPLAINTS);
    },
    async reload() {
      await post("refresh", {});
      await run(NOTE_COMPLAINTS);
    },
    async find(role, name, within) {
      const from = within ? `element/${within[ELEMENT]}/elements` : "elements";
      const candidates = await post(from, { using: "css selector", value: CANDIDATES[role] });
      if (name === undefined) return candidates;
      // What is hidden has no name, and the driver calls that an error.
      const nameOf = (element) =>
        get(`element/${element[ELEMENT]}/computedlabel`).catch((error) => {
          if (error instanceof BrowserEnded) throw error;
        });
      const names = await Promise.all(candidates.map(nameOf));
      return candidates.filter((_, place) => names[place] === name);
    },
    origin: (element) => element,
    act: (actions) => post("actions", { actions }),
    chooseFiles: (element, files) => post(`element/${element[ELEMENT]}/value`, { text: files.join("\n") }),
    complaints: () => run(COMPLAINTS),
    picture: () => get("screenshot"),
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A driver that has just been started does not listen yet. */
async function onceItListens(work) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 200 || error.cause?.code !== "ECONNREFUSED") throw error;
    }
    await pause(50);
  }
}

async function call(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
