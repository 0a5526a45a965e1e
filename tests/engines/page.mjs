// What the drivers of all engines know of our pages. Absent: what people do (`person.mjs`).

/** Which elements can have a role. Whether one of them has the name that is looked for, says the engine. */
export const CANDIDATES = {
  button: "button, summary",
  combobox: "select",
  file: "[type=file]",
  heading: "h1, h2, h3",
  image: "img",
  link: "a[href]",
  navigation: "nav",
  radio: "[type=radio]",
  region: "section",
  textbox: "input:not([type=radio], [type=checkbox], [type=file]), textarea",
};

/** Roles of what holds other things. */
export const PLACES = ["navigation", "region"];

/** Runs in a page: notes what it throws, and what its own policy refuses it. */
export const NOTE_COMPLAINTS = `() => {
  const all = (globalThis.complaints = []);
  addEventListener("error", ({ message }) => all.push("error: " + message));
  addEventListener("unhandledrejection", ({ reason }) => all.push("rejected: " + reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    all.push(["refused:", effectiveDirective, blockedURI, sample].join(" "));
  });
}`;

export const COMPLAINTS = "() => globalThis.complaints";

/** A path that `cargo xtask test engines` found. */
export function given(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set. \`cargo xtask test engines\` sets it.`);
  return path;
}
