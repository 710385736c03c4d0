// What a first visit downloads, as GitHub Pages sends it: each file through gzip -9.
//
// A first visit loads index.html and what it names: by `href` and `src`, in the script that starts the page, and by
// `url(…)` in the style sheets. Files that are there for later, when something asks for them, are listed apart. (That
// nothing else is loaded is checked in the browser: tests/e2e/visit.test.mjs compares its requests with this list.)
//
// Code is everything but the tables of characters: HTML, style, JavaScript, and the WebAssembly module without its data
// section. The tables of crates/verse are static data, so they stand in that section, next to the texts of the interface
// that are written in Rust; a picture counts as neither.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { withoutData } from './wasm.mjs';

const CODE = ['.html', '.css', '.js', '.mjs', '.wasm'];

/** The length of bytes after gzip -9. */
export function gzipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/** Every file of a folder, relative to it, sorted. A build that failed leaves a hidden folder; it is no part of the page. */
export function filesOf(dist) {
  const entries = readdirSync(dist, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  return entries
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesOf(path.join(dist, entry.name)).map((inner) => path.posix.join(entry.name, inner))
        : [entry.name],
    )
    .sort();
}

/** What a browser fetches when the page is installed, and not to show it. */
const ON_INSTALLING = /<link\b[^>]*\brel="?(?:manifest|apple-touch-icon)\b[^>]*>/gi;

/** The relative addresses that a text file of this name mentions. */
export function references(name, text) {
  text = text.replace(ON_INSTALLING, '');
  const patterns = name.endsWith('.css')
    ? [/url\(\s*['"]?([^'")]+)['"]?\s*\)/g, /@import\s+['"]([^'"]+)['"]/g]
    : [/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g, /['"](\.\/[^'"]+)['"]/g];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => match.slice(1).find((group) => group !== undefined))
    .filter((address) => address !== '' && !/^(?:[a-z]+:|#|\/\/)/i.test(address))
    .map((address) => address.replace(/[?#].*$/, ''));
}

/** The files that a first visit loads, relative to `dist`. */
export function firstVisit(dist) {
  const seen = new Set();
  const waiting = ['index.html'];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (seen.has(name) || !existsSync(path.join(dist, name))) continue;
    seen.add(name);
    if (!/\.(?:html|css)$/.test(name)) continue;
    for (const address of references(name, readFileSync(path.join(dist, name), 'utf8'))) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(name), address));
      if (!target.endsWith('/') && target !== '.') waiting.push(target);
    }
  }
  return [...seen].sort();
}

/** Rows `{ name, raw, total, code, first }` for all files of `dist`; `total` and `code` are gzipped lengths. */
export function measure(dist) {
  const first = new Set(firstVisit(dist));
  return filesOf(dist).map((name) => {
    const bytes = readFileSync(path.join(dist, name));
    const total = gzipped(bytes);
    const extension = path.extname(name);
    const code = extension === '.wasm' ? gzipped(withoutData(bytes)) : total;
    return { name, raw: bytes.length, total, code: CODE.includes(extension) ? code : 0, first: first.has(name) };
  });
}

/** The two sums that have budgets, over the files of a first visit. */
export function sums(rows) {
  const first = rows.filter((row) => row.first);
  return {
    total: first.reduce((sum, row) => sum + row.total, 0),
    code: first.reduce((sum, row) => sum + row.code, 0),
  };
}
