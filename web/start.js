// Starts a program, and says so in plain words when it does not start.
// The build calls `start` from the bottom of each program's script, with addresses beside that script.
// Absent: anything the program itself shows. From the moment it has started, the page is its own, until it stops.

// Milliseconds after which a person may think that it does not come. The page says the same by its style alone.
const PATIENCE = 15_000;

export async function start(init, wasm, integrity, fonts) {
  const begin = () => init({ module_or_path: fetch(wasm, { integrity }) });
  if (!(await open(begin, offerToTryAgain, sayItDidNotOpen))) return;
  whenLoaded(() => {
    keepForOffline();
    addTypeface(fonts);
  });
}

// True once the program shows something.
export async function open(begin, onSlow, onFailed) {
  if (top !== self) return refuseFrame();
  const slow = setTimeout(onSlow, PATIENCE);
  try {
    await begin();
    await hasShownSomething();
  } catch (error) {
    console.error(error);
    return onFailed(isTooOld(error));
  } finally {
    clearTimeout(slow);
  }
  document.getElementById("loading")?.remove();
  sayWhenItStops();
  return true;
}

// A program may wait for the browser's storage first. It draws beside what stands in the page from the start.
function hasShownSomething() {
  const hasDrawn = () => document.body.children.length > 1;
  return new Promise((done) => {
    if (hasDrawn()) return done();
    const watch = new MutationObserver(() => {
      if (!hasDrawn()) return;
      watch.disconnect();
      done();
    });
    watch.observe(document.body, { childList: true });
  });
}

// A program that has stopped, by a fault of ours or of the browser's, does nothing more, whatever is pressed. Without a
// word, people would press and press. Other errors leave it running.
function sayWhenItStops() {
  const hear = (error) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    removeEventListener("error", onError);
    removeEventListener("unhandledrejection", onRejection);
    const notice = document.body.appendChild(document.createElement("dialog"));
    notice.className = "loading";
    const title = document.createElement("h1");
    title.id = "stopped";
    title.textContent = "Sorry, this page has stopped";
    notice.setAttribute("aria-labelledby", title.id);
    const words = document.createElement("p");
    words.textContent = "Open it again to go on. What was saved before is still here.";
    notice.append(title, words, reload("Open it again"));
    notice.showModal();
  };
  const onError = ({ error }) => hear(error);
  const onRejection = ({ reason }) => hear(reason);
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onRejection);
}

// The program's file came whole, since its digest is checked. So it is the browser that can't run it: an old one, or
// one that is locked down.
function isTooOld(error) {
  if (typeof WebAssembly !== "object") return true;
  return error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
}

// A connection that broke off, a file that is not the one this page was built with, or an old browser.
function sayItDidNotOpen(isBrowserTooOld) {
  const tooOld =
    "This browser cannot open this page. It may be too old. Nothing is wrong with your link. " +
    "Open it in another browser. Or open it on another phone or computer.";
  if (isBrowserTooOld) say("alert", tooOld);
  else say("alert", "This page did not open. Check your internet. Then try again.", tryAgain());
}

// It may still come. Who does not want to wait can ask for it again.
function offerToTryAgain() {
  say("status", "Still waiting? Check your internet. Then try again.", tryAgain());
}

// Whoever puts this page into a page of theirs could have people press what they do not see. A host that says so in its
// headers keeps them out before that; not all do.
function refuseFrame() {
  const alone = document.createElement("a");
  alone.href = location.href;
  alone.target = "_blank";
  alone.rel = "noopener";
  alone.textContent = "Open it on its own (opens a new tab)";
  say("alert", "This page is inside another page. To keep you safe, it does not open there.", alone);
}

export function say(role, text, ...buttons) {
  const place = document.getElementById("loading") ?? document.body.appendChild(document.createElement("main"));
  place.className = "loading";
  const words = document.createElement("p");
  words.setAttribute("role", role);
  words.textContent = text;
  place.replaceChildren(words, ...buttons);
}

function tryAgain() {
  return reload("Try again");
}

function reload(name) {
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = name;
  // Reloading keeps what follows the # in the address, and that is the survey itself.
  again.addEventListener("click", () => location.reload());
  return again;
}

function whenLoaded(work) {
  if (document.readyState === "complete") work();
  else addEventListener("load", work, { once: true });
}

// Lets the page open with no internet the next time. Without it everything else still works.
function keepForOffline() {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" }).catch(() => {});
  if (!navigator.serviceWorker.controller) keepPictures();
}

// The one address that may become a script. The page's policy lets nothing else make one out of words, and no second
// policy of this name be made.
function workerAddress() {
  const address = "sw.js";
  if (!globalThis.trustedTypes) return address;
  return trustedTypes.createPolicy("ask-together-worker", { createScriptURL: () => address }).createScriptURL("");
}

// On the first visit there is no worker yet to see which pictures the survey fetches. So tell it.
async function keepPictures() {
  const { active } = await navigator.serviceWorker.ready;
  const tell = (fetched) => active.postMessage(fetched.getEntries().map(({ name }) => name));
  new PerformanceObserver(tell).observe({ type: "resource", buffered: true });
}

// After the first words are on the screen, so that nobody waits for a typeface.
// A browser fetches one of these only when the page uses one of its characters.
function addTypeface(fonts) {
  for (const [file, unicodeRange] of fonts) {
    const source = `url("${new URL(file, import.meta.url)}") format("woff2")`;
    const weight = "200 800";
    document.fonts.add(new FontFace("Atkinson Hyperlegible Next", source, { weight, unicodeRange, display: "swap" }));
  }
}
