// The small chunks of the module in one file. What several parts of the page share is cut into a chunk for every set
// of parts that shares something: dozens of files of a few hundred bytes, each of which would be asked for by itself.
// The file is a module with nothing in it but a custom section for each chunk, so that it is served, packed and checked
// as any other.

import { readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';

/** A chunk of at least so many bytes keeps a file of its own: those who do not need it should not wait for it. */
const SMALL = 4096;

const HEAD = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function number(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 0x7f) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return Buffer.from(bytes);
}

/** A module with a custom section for every `[name, bytes]`. */
export function sections(chunks) {
  const parts = chunks.map(([name, bytes]) => {
    const label = Buffer.from(name);
    const content = Buffer.concat([number(label.length), label, bytes]);
    return Buffer.concat([Buffer.from([0]), number(content.length), content]);
  });
  return Buffer.concat([Buffer.from(HEAD), ...parts]);
}

/** What fetches one chunk, as wasm-split writes it. */
const loader = (name) =>
  new RegExp(
    `\\(\\) => \\{\\s*const src = fetch\\(new URL\\("\\./${name}\\.wasm", import\\.meta\\.url\\)\\);\\s*` +
      'src\\.catch\\(\\(\\) => \\{\\}\\);\\s*return async \\(imports\\) => \\w*\\(?WebAssembly\\.instantiateStreaming\\(src, imports\\)\\)?;\\s*\\}',
  );

/** What fetches all of them, once, and again where that failed. */
const FETCH = `
let __chunks;
function __chunk(name) {
    const chunks = __chunks ??= WebAssembly.compileStreaming(fetch(new URL("./chunks.wasm", import.meta.url)));
    chunks.catch(() => { if (__chunks === chunks) __chunks = undefined; });
    return async (imports) => WebAssembly.instantiate(WebAssembly.Module.customSections(await chunks, name)[0], imports);
}
`;

/**
 * Puts the small chunks of a folder into `chunks.wasm`: gives its bytes and the script that loads them from there; with
 * fewer than two, nothing. `small` makes a chunk as small as it goes first.
 */
export function gather(folder, script, small = (bytes) => bytes) {
  const names = [...script.matchAll(/"\.\/(chunk_\d+)\.wasm"/g)].map(([, name]) => name);
  const chunks = [...new Set(names)]
    .map((name) => [name, small(readFileSync(path.join(folder, `${name}.wasm`)))])
    .filter(([, bytes]) => bytes.length < SMALL);
  if (chunks.length < 2) return { script, bytes: null };
  for (const [name] of chunks) {
    if (!loader(name).test(script)) throw new Error(`${name} is not fetched as expected`);
    script = script.replace(loader(name), `() => __chunk("${name}")`);
    unlinkSync(path.join(folder, `${name}.wasm`));
  }
  return { script: script + FETCH, bytes: sections(chunks) };
}
