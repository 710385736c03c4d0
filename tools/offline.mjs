// Lets the built page work without a network: the script that registers the service worker, and the worker with the list
// of the files of this build. (A worker that can be read in a few minutes, and no library: Workbox's would be many times as
// long, and knows neither of files that two versions share nor of tabs that run the version before.)

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { filesOf } from '../tests/size/measure.mjs';
import { put } from './pack.mjs';

const SOURCES = fileURLToPath(new URL('../offline/', import.meta.url));
const WORKER = 'sw.js';
const HASHED = /-[0-9a-f]{16}(?:_bg)?\.\w+$/;

/** What the page needs wherever it goes: its code and its look. The rest (fonts, pictures) may be large and is kept once it
 *  has been asked for. */
const isNeeded = (name) => /\.(?:js|css|wasm|webmanifest)$/.test(name) || /^icon-\w+\.svg$/.test(name);

const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const source = (name) => readFileSync(path.join(SOURCES, name), 'utf8');

/** The page with the script that registers the worker; the script stands beside it. */
export async function withOffline(folder, html) {
  const { code } = await minify(source('register.js'), { module: true, ecma: 2020 });
  const { name, integrity } = put(folder, 'offline-0.js', code);
  const script = `<script type=module src=./${name} integrity=${integrity}></script>`;
  if (!html.includes('</head>')) throw new Error('the page has no end of its head');
  return html.replace('</head>', `${script}</head>`);
}

/** The files of a build: what is fetched in advance, and what is kept when it has been asked for, by name, each with its
 *  hash, or none where the name holds one. */
export function lists(folder) {
  const first = {};
  const later = {};
  for (const name of filesOf(folder)) {
    if (name === WORKER) continue;
    const isPage = name === 'index.html';
    const hash = HASHED.test(name) ? '' : shortHash(readFileSync(path.join(folder, name)));
    (isPage || isNeeded(name) ? first : later)[isPage ? './' : name] = hash;
  }
  return { first, later };
}

/** Writes the worker for a folder in which all else is in its place. */
export async function writeWorker(folder) {
  const { first, later } = lists(folder);
  const start = /from '\.\/([^']+\.js)'/.exec(readFileSync(path.join(folder, 'index.html'), 'utf8'))?.[1];
  if (!start || !(start in first)) throw new Error('index.html names no script that starts it');
  const constants = Object.entries({ FIRST: first, LATER: later, START: start }).map(
    ([name, value]) => `const ${name}=${JSON.stringify(value)};`,
  );
  const { code } = await minify(constants.join('') + source('worker.js'), { ecma: 2020 });
  writeFileSync(path.join(folder, WORKER), code);
}
