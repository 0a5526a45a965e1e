// What a host can do to the pages and what it can't: put them into a frame, change a file of the copy, and say whose
// copy it is.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findings } from "./axe.mjs";
import * as people from "./people.mjs";
import { LAPTOP, PHONE, eventually, holds, story } from "./support.mjs";

const { FOUR_KINDS } = people;
const survey = people.publishedBy((page) => people.writeSurvey(page, FOUR_KINDS));
const pathOf = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** A page of another host with this address in a frame. */
async function framed(stage, address) {
  const other = await stage.host();
  other.answers = (path, response) => {
    if (path !== "frame") return false;
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Win a prize</title><link rel="icon" href="data:,"><iframe title="Prize" src="${address}" width="360" height="600"></iframe>`);
    return true;
  };
  const page = await stage.open(PHONE, `${other.url}frame`);
  return page.frameLocator("iframe");
}

story("no page of ours runs inside a page of somebody else's", async (stage) => {
  const { link } = await survey(stage);
  const host = await stage.host();
  const inOurs = new URL(link);
  for (const way of ["", `answer/${inOurs.hash}`, "review/", "tablet/"]) {
    const frame = await framed(stage, host.url + way);
    await frame.getByRole("alert").getByText("This page is inside another page.").waitFor();
    const alone = frame.getByRole("link", { name: /^Open it on its own/ });
    assert.equal(await alone.getAttribute("href"), host.url + way);
    assert.equal(await frame.getByRole("button").count(), 0, "there is nothing to press by mistake");
  }
  assert.ok(!host.asked.some((path) => path.endsWith(".wasm") && path.includes("later")), "nor does it fetch more");
});

story("two copies in two folders of one host keep their work apart", async (stage) => {
  const host = await stage.host();
  host.folders = ["one/", "two/"];
  const one = await stage.open(LAPTOP, `${host.url}one/`);
  await people.writeSurvey(one, { ...FOUR_KINDS, title: "Of the first team" });
  const link = await people.publish(one);
  assert.ok(link.startsWith(`${host.url}one/answer/#`), link);
  const two = await one.context().newPage();
  await two.goto(`${host.url}two/`);
  await two.getByRole("heading", { name: "You have no surveys yet" }).waitFor();
  await people.writeSurvey(two, { ...FOUR_KINDS, title: "Of the second team" });
  await two.getByText("Saved on this computer").waitFor();
  for (const [page, own, other] of [
    [one, "first", "second"],
    [two, "second", "first"],
  ]) {
    await page.goto(page.url().split("#")[0]);
    await page.getByRole("heading", { name: `Of the ${own} team` }).waitFor();
    assert.equal(await page.getByRole("heading", { name: `Of the ${other} team` }).count(), 0);
  }
  const phone = await stage.open(PHONE, link);
  await people.press(phone, "Start");
  await people.answer(phone, FOUR_KINDS.questions[0], "Yes");
  await people.press(phone, "Next");
  await phone.getByText("Your answers are kept on this phone.").waitFor();
  const again = await phone.context().newPage();
  await again.goto(link.replace("/one/", "/two/"));
  await people.button(again, "Start").waitFor();
  await again.goto("about:blank");
  await again.goto(link);
  await people.atWho(again);
});

story("no script of a page can make a script out of words", async (stage) => {
  const page = await stage.open(LAPTOP, (await stage.host()).url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const refused = await page.evaluate(() => {
    const refuses = (act) => {
      try {
        act();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    };
    const image = document.createElement("div");
    return [
      refuses(() => (image.innerHTML = "<img src=x onerror=alert(1)>")),
      refuses(() => (document.createElement("script").src = "data:,alert(1)")),
      refuses(() => trustedTypes.createPolicy("default", {})),
      refuses(() => trustedTypes.createPolicy("ask-together-worker", {})),
    ];
  });
  assert.deepEqual(refused, [true, true, true, true]);
  // The browser notes each of them.
  stage.complaints.length = 0;
});

story("a copy on a host is compared file by file with what was built", async (stage) => {
  const list = await readFile(pathOf("dist/SHA256SUMS"), "utf8");
  const expected = Object.fromEntries(list.split("\n").filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]));
  const host = await stage.host();
  const ask = async () => {
    const { stdout } = await promisify(execFile)("node", [pathOf("xtask/verify.mjs"), host.url, pathOf("dist/SHA256SUMS")]);
    return JSON.parse(stdout);
  };
  assert.deepEqual(await ask(), expected);
  const script = Object.keys(expected).find((path) => /participant-\w+\.js$/.test(path));
  host.answers = (path, response) => {
    if (path !== script && path !== "sw.js") return false;
    response.writeHead(path === script ? 200 : 404);
    response.end("fetch('https://example.org/')");
    return true;
  };
  const found = await ask();
  assert.equal(found["sw.js"], null);
  assert.match(found[script], /^[0-9a-f]{64}$/);
  assert.notEqual(found[script], expected[script]);
  for (const path of [script, "sw.js"]) delete expected[path], delete found[path];
  assert.deepEqual(found, expected);
});

/** Answers for `site.json`, and for the pictures that it names. */
function says(host, site, pictures = {}) {
  host.answers = (path, response) => {
    const own = path === "site.json" ? [site, "application/json"] : [pictures[path], "image/svg+xml"];
    if (own[0] === undefined) return false;
    response.writeHead(200, { "content-type": own[1], "cache-control": "no-cache" });
    response.end(typeof own[0] === "string" ? own[0] : JSON.stringify(own[0]));
    return true;
  };
}

const SITE = {
  name: "Team A",
  logo: "logo.svg",
  privacy: "We keep answers for 2 years.",
  privacyLink: "https://example.org/privacy",
  languages: ["cy"],
  sendTo: [{ by: "email", to: "team@example.org", name: "Team A" }],
};
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#0b4f5c"/></svg>';

story("a host says whose copy it is, and new surveys begin with that", async (stage) => {
  const host = await stage.host();
  says(host, SITE, { "logo.svg": LOGO });
  const page = await stage.open(LAPTOP, host.url);
  const main = page.getByRole("main");
  await main.getByText("Team A", { exact: true }).waitFor();
  await eventually(async () => assert.ok(await main.locator("img").first().evaluate((img) => img.naturalWidth > 0)));
  await main.getByRole("heading", { name: "Privacy", level: 2 }).waitFor();
  await main.getByText("We keep answers for 2 years.").waitFor();
  const more = main.getByRole("link", { name: "Read more at example.org (opens a new tab)" });
  assert.deepEqual(
    [await more.getAttribute("href"), await more.getAttribute("target"), await more.getAttribute("rel")],
    ["https://example.org/privacy", "_blank", "noopener noreferrer"],
  );
  assert.deepEqual(await findings(page), []);
  await people.startEmpty(page);
  await holds(people.field(page, "Who is asking?"), "Team A");
  await holds(people.field(page, "How do you look after the answers?"), SITE.privacy);
  await holds(people.field(page, "Link to your privacy notice"), SITE.privacyLink);
  await people.goTo(page, "Languages");
  await page.getByRole("main").getByText("Cymraeg").first().waitFor();
  await people.goTo(page, "Share");
  await page.getByText("Email team@example.org (Team A)").waitFor();
  assert.equal(host.asked.filter((path) => path === "site.json").length, 1, "it is asked for once");
});

story("what a host says wrongly is not used, and the console says why", async (stage) => {
  for (const [site, why] of [
    [{ ...SITE, logo: "https://example.org/logo.svg" }, "“logo” has to be the name of"],
    [{ ...SITE, privacyLink: "javascript:alert(1)" }, "“privacyLink” has to be an address"],
    ["<!doctype html><title>Not here</title>", "expected value at line 1 column 1"],
  ]) {
    const host = await stage.host();
    says(host, site);
    const page = await stage.open(LAPTOP, "about:blank");
    const isAboutSite = (said) => said.type() === "warning" && said.text().startsWith("site.json is not used: ");
    const [note] = await Promise.all([page.waitForEvent("console", isAboutSite), page.goto(host.url)]);
    assert.ok(note.text().includes(why), note.text());
    await page.getByRole("heading", { name: "You have no surveys yet" }).waitFor();
    assert.equal(await page.getByText("Team A").count(), 0);
    assert.equal(await page.getByRole("heading", { name: "Privacy" }).count(), 0);
    await people.startEmpty(page);
    await holds(people.field(page, "Who is asking?"), "");
  }
});

story("what a host says can run nothing", async (stage) => {
  const host = await stage.host();
  const script = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">";
  says(host, { ...SITE, name: script, privacy: script }, { "logo.svg": LOGO.replace("<rect", `<script>top.document.title = "run"</script><rect`) });
  const page = await stage.open(LAPTOP, host.url);
  await page.getByRole("main").getByText(script).first().waitFor();
  await eventually(async () => assert.ok(await page.locator("main img").first().evaluate((img) => img.naturalWidth > 0)));
  assert.equal(await page.title(), "My surveys – Ask Together");
});
