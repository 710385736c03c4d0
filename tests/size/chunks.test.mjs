// Small chunks in one file: they are found there, and nothing else changes.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gather, sections } from '../../tools/chunks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'chunks-'));
after(() => rmSync(folder, { recursive: true }));

const loader = (name) => `const load_${name} = wrap(() => {
    const src = fetch(new URL("./${name}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
`;

/** A module that exports a number. */
const constant = (value) =>
  Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 110, 0, 0, 10, 6, 1, 4, 0, 65, value, 11]);

test('a file of sections is a module, and gives each of them back', async () => {
  const long = Buffer.alloc(20_000, 7);
  const module = new WebAssembly.Module(sections([['chunk_1', constant(41)], ['chunk_2', long]]));
  assert.deepEqual(Buffer.from(WebAssembly.Module.customSections(module, 'chunk_2')[0]), long);
  const [bytes] = WebAssembly.Module.customSections(module, 'chunk_1');
  const { instance } = await WebAssembly.instantiate(bytes);
  assert.equal(instance.exports.n(), 41);
});

test('small chunks go into one file and are fetched from it once; a large one and a part keep theirs', async () => {
  const large = Buffer.concat([constant(3), Buffer.from([0, 0x81, 0x40, 1, 120]), Buffer.alloc(8191)]);
  for (const [name, bytes] of [['chunk_1', constant(1)], ['chunk_2', constant(2)], ['chunk_3', large], ['split_a', constant(4)]]) {
    writeFileSync(path.join(folder, `${name}.wasm`), bytes);
  }
  const written = `const wrap = (load) => load;\n${['chunk_1', 'chunk_2', 'chunk_3', 'split_a'].map(loader).join('')}`;
  const { script, bytes } = gather(folder, written);
  assert.deepEqual(readdirSync(folder).sort(), ['chunk_3.wasm', 'split_a.wasm']);
  assert.ok(script.includes('./chunk_3.wasm') && script.includes('./split_a.wasm') && !script.includes('./chunk_1.wasm'));

  const asked = [];
  const away = { now: true };
  const fetched = (url) => {
    asked.push(url.pathname.split('/').pop());
    if (away.now) return Promise.reject(new TypeError('away'));
    return Promise.resolve(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
  };
  const code = script.replaceAll('import.meta.url', '"https://page.example/x.js"');
  const [one, two] = new Function('fetch', `${code}; return [load_chunk_1, load_chunk_2];`)(fetched);
  await assert.rejects(one()({}), /away/);
  away.now = false;
  const value = async (load) => (await load()({})).instance.exports.n();
  assert.deepEqual(await Promise.all([value(one), value(two)]), [1, 2]);
  assert.deepEqual(asked, ['chunks.wasm', 'chunks.wasm'], 'once, and once more after it could not be had');
});

test('where a chunk is fetched in another way, the build fails', () => {
  for (const name of ['chunk_7', 'chunk_8']) writeFileSync(path.join(folder, `${name}.wasm`), constant(1));
  assert.throws(() => gather(folder, 'load("./chunk_7.wasm"); load("./chunk_8.wasm")'), /chunk_7 is not fetched as expected/);
});
