// Starts the participant's program in a survey that is one file: all that the program would fetch is in the page.
// The build calls `startSingle` with what starts the program, and with the name of its file. The organiser's program
// adds the survey and its pictures (`src/model/single.rs`).
//
// **Invariant:** nothing is asked of any host. The page's policy refuses it, and what the program fetches comes from here.
// Absent: what keeps a page for offline, and the typeface. The page is a file already, and it should be a small one.

import { open, say } from "./start.js";

// Each file by its name, as base64. All but the survey's own are deflated too.
const files = new Map();
const OWN = "own.bin";

export function startSingle(init, program) {
  for (const file of document.querySelectorAll("template[data-file]")) {
    files.set(file.dataset.file, { text: file.content.textContent, size: file.dataset.size });
    file.remove();
  }
  globalThis.fetch = async (address) => {
    const bytes = await read(String(address).split("/").pop());
    return new Response(bytes);
  };
  return open(
    async () => {
      const bytes = await read(program);
      nameSurvey();
      await init({ module_or_path: bytes });
    },
    () => say("status", "This page takes long to open. Please wait."),
    sayItDidNotOpen,
  );
}

async function read(name) {
  const file = files.get(name);
  // As when a host can't be reached.
  if (file === undefined) throw new TypeError(`There is no ${name} in this page`);
  const bytes = Uint8Array.from(atob(file.text), (letter) => letter.charCodeAt(0));
  if (name === OWN) return bytes.buffer;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const whole = await new Response(stream).arrayBuffer();
  if (file.size && whole.byteLength !== Number(file.size)) throw new TypeError(`Some of ${name} is missing`);
  return whole;
}

// The program takes its survey out of the page's address: out of what is behind the #, or, when it has photos, sounds or
// videos, out of a file that a query names.
function nameSurvey() {
  const survey = document.querySelector("template[data-survey]")?.content.textContent ?? "";
  const address = files.has(OWN) ? `${location.pathname}?s=own` : `#${survey}`;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A browser may not let a page that is a file do so.
    location.hash = survey;
  }
}

function sayItDidNotOpen(isBrowserTooOld) {
  const tooOld =
    "This browser cannot open this page. It may be too old. Nothing is wrong with the file. " +
    "Open it in another browser. Or open it on another phone or computer.";
  const isOld = isBrowserTooOld || typeof DecompressionStream !== "function";
  say("alert", isOld ? tooOld : "This page did not open. Some of the file may be missing. Ask the person who sent it.");
}
