// The budgets of the built page, and the measuring itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, references, sums } from './measure.mjs';
import { sections, withoutData } from './wasm.mjs';

const TOTAL = 350 * 1024;
const CODE = 180 * 1024;
const WORDS = 600_000;
const LYRICS = 250 * 1024;

test('a first visit loads at most 350 KB, and its code at most 180 KB', () => {
  const rows = measure('dist');
  const first = rows.filter((row) => row.first).map((row) => row.name);
  for (const kind of ['.html', '.js', '.css', '.wasm']) {
    assert.ok(first.some((name) => name.endsWith(kind)), `the page loads a ${kind} file`);
  }
  const { total, code } = sums(rows);
  assert.ok(code < total, 'the tables of characters are in the data section');
  assert.ok(total <= TOTAL, `${total} bytes in all, ${TOTAL} allowed`);
  assert.ok(code <= CODE, `${code} bytes of code, ${CODE} allowed`);
});

test('the table of words is there, is no part of a first visit, and has at most 600 KB', () => {
  const table = measure('dist').find((row) => row.name === 'words/diction.bin');
  assert.ok(table, 'the table is beside the page');
  assert.equal(table.first, false);
  assert.ok(table.total <= WORDS, `${table.total} bytes, ${WORDS} allowed`);
});

test('the tunes and what checks lyrics are no part of a first visit, and have at most 250 KB', () => {
  const part = measure('dist').find((row) => row.name.startsWith('split_cut_lyrics'));
  assert.ok(part, 'the part is beside the page');
  assert.equal(part.first, false);
  assert.ok(part.total > 100 * 1024, 'the table is in it');
  assert.ok(part.total <= LYRICS, `${part.total} bytes, ${LYRICS} allowed`);
});

/** A module of a custom section, a data section whose length takes two bytes, and another custom section. */
function module() {
  const custom = (text) => Buffer.from([0, text.length + 1, text.length, ...Buffer.from(text)]);
  const data = Buffer.concat([Buffer.from([11, 0x80 | (200 & 0x7f), 200 >> 7]), Buffer.alloc(200, 7)]);
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), custom('a'), data, custom('bc')]);
}

test('the data section of a module is found and taken out', () => {
  const bytes = module();
  assert.deepEqual(
    sections(bytes).map(({ id, end, start }) => [id, end - start]),
    [[0, 4], [11, 203], [0, 5]],
  );
  assert.equal(withoutData(bytes).length, bytes.length - 203);
  assert.deepEqual(
    sections(withoutData(bytes)).map((section) => section.id),
    [0, 0],
  );
});

test('a module that is cut short, and what is no module, are refused', () => {
  assert.throws(() => sections(module().subarray(0, 50)), /cut short/);
  assert.throws(() => sections(Buffer.from('<!doctype html>')), /not a WebAssembly module/);
});

test('addresses are read from markup with and without quotes, from the starting script and from style sheets', () => {
  const html = `<link href=./a.css rel=stylesheet><link href="icon.svg"><a href="#/write">x</a><a href=https://x.example/>y</a>
    <script type=module>import init from './p.js'; init({ module_or_path: './p_bg.wasm' })</script>`;
  assert.deepEqual(references('index.html', html), ['./a.css', 'icon.svg', './p.js', './p_bg.wasm']);
  assert.deepEqual(references('a.css', `@import "b.css"; p { background: url('c.svg#x') }`), ['c.svg', 'b.css']);
});
