// Starts a program, and says so in plain words when it does not start.
// The build calls `start` from the bottom of each program's script, with addresses beside that script.
// Absent: anything the program itself shows. From the moment it has started, the page is its own.

export async function start(init, wasm, integrity, fonts) {
  try {
    await init({ module_or_path: fetch(wasm, { integrity }) });
  } catch (error) {
    console.error(error);
    sayItDidNotOpen();
    return;
  }
  document.getElementById("loading")?.remove();
  whenLoaded(() => {
    keepForOffline();
    addTypeface(fonts);
  });
}

// An old browser, a connection that broke off, or a file that is not the one this page was built with.
function sayItDidNotOpen() {
  const place = document.getElementById("loading") ?? document.body.appendChild(document.createElement("main"));
  place.className = "loading";
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = "This page did not open. Check your internet. Then try again.";
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  // Reloading keeps what follows the # in the address, and that is the survey itself.
  again.addEventListener("click", () => location.reload());
  place.replaceChildren(words, again);
}

function whenLoaded(work) {
  if (document.readyState === "complete") work();
  else addEventListener("load", work, { once: true });
}

// Lets the page open with no internet the next time. Without it everything else still works.
function keepForOffline() {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).catch(() => {});
  if (!navigator.serviceWorker.controller) keepPictures();
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
