// Makes the traditional Chinese of the interface from the simplified, with OpenCC (opencc-js):
//
// - beside every `zh.rs`, a table of words, its `zh_hant.rs`;
// - `crates/verse/src/traditional/table.rs`: what the engine needs to put its own sentences into
//   traditional script when it says them, taken from the sentences in its source;
// - `crates/verse/src/traditional/glosses.rs`: the same for the glosses of readings.
//
// `node tools/hant/make.mjs` writes them, `--check` only tells whether they are as they would be written.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { tableOf } from "./table.mjs";
import { toTraditional } from "./words.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);

const sources = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.rs"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file && fs.existsSync(file));

/** A table of words in traditional script. */
function tableOfWords(file) {
  const text = toTraditional(fs.readFileSync(file, "utf8"))
    .replace(/^\/\/! .*\n/, "//! 繁體中文。Made from `zh.rs` by `tools/hant`.\n")
    .replaceAll("Language::Zh", "Language::Hant")
    .replaceAll(/(::|\.)chinese\b/g, "$1traditional")
    .replaceAll('"zh-Hans"', '"zh-Hant"')
    .replaceAll("簡體中文", "繁體中文")
    .replaceAll("simplified as script", "traditional as script");
  return text;
}

/** The sentences in a file of Rust, without its comments and its tests. */
function sentences(file) {
  const [code] = fs.readFileSync(file, "utf8").split("#[cfg(test)]\nmod tests");
  const bare = code.replace(/^\s*\/\/.*$/gm, "");
  return [...bare.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)]
    .map((match) => match[1].replace(/\\\n\s*/g, ""))
    .filter((text) => /\p{Script=Han}/u.test(text));
}

/** Sources of the engines with sentences that are put into traditional script when they are said. */
const said = (file) =>
  [
    "crates/muse/src/address.rs",
    "crates/muse/src/connection/trial.rs",
    "crates/gelv/src/lyrics.rs",
    "crates/gelv/src/people.rs",
    "crates/gelv/src/tunes.rs",
  ].includes(file) ||
  (file.startsWith("crates/verse/src/") && !/traditional\/|heads\.rs|tests?\.rs|testing/.test(file));
const engine = sources.filter(said).flatMap(sentences);
const providers = JSON.parse(fs.readFileSync("crates/muse/data/providers.json", "utf8"));
const named = providers.flatMap((row) => [row.zh, row.zh_note ?? ""]);
const glosses = fs
  .readFileSync("crates/verse/data/glosses.tsv", "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t")[2])
  .filter(Boolean);

const made = new Map();
for (const file of sources.filter((file) => path.basename(file) === "zh.rs")) {
  made.set(path.join(path.dirname(file), "zh_hant.rs"), tableOfWords(file));
}
const folder = "crates/verse/src/traditional";
made.set(`${folder}/table.rs`, tableOf("What the sentences of the engine need", [...engine, ...named]));
made.set(`${folder}/glosses.rs`, tableOf("What the glosses of readings need", glosses));

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "hant-"));
let stale = 0;
for (const [file, text] of made) {
  const copy = path.join(scratch, "made.rs");
  fs.writeFileSync(copy, text);
  execFileSync("rustfmt", ["--edition", "2024", copy], { stdio: "inherit" });
  const formatted = fs.readFileSync(copy, "utf8");
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === formatted) {
    continue;
  }
  if (process.argv.includes("--check")) {
    console.error(`${file} is not what tools/hant makes of its source: run ./dev hant`);
    stale += 1;
  } else {
    fs.writeFileSync(file, formatted);
    console.log(`${file} written`);
  }
}
fs.rmSync(scratch, { recursive: true });
if (stale) {
  process.exit(1);
}
if (process.argv.includes("--check")) {
  console.log(`traditional script: ${made.size} files are as their sources say`);
}
