// What the build tells the service worker.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { lists, withOffline, writeWorker } from '../../tools/offline.mjs';

let folder;
before(() => (folder = mkdtempSync(path.join(tmpdir(), 'offline-'))));
after(() => rmSync(folder, { recursive: true }));

const HASH = '0123456789abcdef';
const write = (name, text) => writeFileSync(path.join(folder, name), text);
const page = (script) => `<!doctype html><html><head><script type=module>import init from './${script}'; init()</script></head></html>`;

test('code is fetched in advance, what may be large is not, and names without a hash get one', () => {
  write('index.html', page(`p-${HASH}.js`));
  for (const name of [`p-${HASH}.js`, `p-${HASH}_bg.wasm`, `split_a-${HASH}.wasm`, `s-${HASH}.css`, `icon-${HASH}.svg`]) write(name, name);
  mkdirSync(path.join(folder, 'fonts'));
  for (const name of ['fonts/one.woff2', 'picture.png', 'm.webmanifest', 'sw.js']) write(name, name);
  const { first, later } = lists(folder);
  assert.deepEqual(Object.keys(later), ['fonts/one.woff2', 'picture.png']);
  assert.deepEqual(
    Object.entries(first).filter(([, hash]) => hash === '').map(([name]) => name),
    [`icon-${HASH}.svg`, `p-${HASH}.js`, `p-${HASH}_bg.wasm`, `s-${HASH}.css`, `split_a-${HASH}.wasm`],
  );
  assert.deepEqual(Object.keys(first).filter((name) => first[name] !== ''), ['./', 'm.webmanifest']);
  for (const hash of [first['./'], ...Object.values(later)]) assert.match(hash, /^[0-9a-f]{16}$/);
});

test('the worker has the lists, and another text whenever a file has', async () => {
  const worker = async () => {
    await writeWorker(folder);
    return readFileSync(path.join(folder, 'sw.js'), 'utf8');
  };
  const text = await worker();
  assert.equal(await worker(), text, 'the same files, the same worker');
  for (const name of ['./', 'fonts/one.woff2', `split_a-${HASH}.wasm`]) assert.ok(text.includes(JSON.stringify(name)), name);
  write('fonts/one.woff2', 'changed');
  assert.notEqual(await worker(), text);
  write('index.html', page('gone.js'));
  await assert.rejects(worker(), /names no script/);
});

test('the page gets a script of its own that registers the worker, with its integrity', async () => {
  const html = await withOffline(folder, page(`p-${HASH}.js`));
  const name = readdirSync(folder).find((one) => /^offline-[0-9a-f]{16}\.js$/.test(one));
  assert.ok(name);
  assert.match(html, new RegExp(`<script type=module src=\\./${name} integrity=sha384-[\\w+/]{64}></script></head>`));
  await assert.rejects(withOffline(folder, '<!doctype html>'), /no end of its head/);
});
