// The page in a browser: from a key to painted marks, and the first load over a slow line. Takes the built page in dist/.
// `node bench/browser.mjs [keys] [load]`: only these; each is measured twice, and the calmer is told.

import path from 'node:path';
import { report, table } from './browser/figures.mjs';
import { calmer, keys } from './browser/keys.mjs';
import { calmest, load } from './browser/load.mjs';
import { serve } from '../tests/e2e/harness/site.mjs';

const PASSES = 2;

const wanted = process.argv.slice(2);
const site = await serve(path.resolve('dist'), { gzip: true });

/** The same measurement again and again, one after the other. */
async function passes(measure) {
  const all = [];
  for (let n = 0; n < PASSES; n++) all.push(await measure(site));
  return all;
}

async function keysTold() {
  const all = await passes(keys);
  const rows = calmer(all);
  console.log('\nKey to painted marks, ms (floor: a page with nothing but a field that holds the same text)');
  table(
    ['clock', 'lines', 'CPU', 'p50', 'p95', 'p99', 'floor p50', 'floor p95', 'floor p99', 'p95 target', 'reached'],
    rows.map(({ clock, lines, slower, page, floor, target }) => [
      clock,
      lines,
      slower === 1 ? 'full' : `1/${slower}`,
      ...[page, floor].flatMap(({ p50, p95, p99 }) => [p50, p95, p99]),
      target ?? '',
      target === null ? '' : page.p95 < target ? 'yes' : 'NO',
    ]),
  );
  await report('keys', { calmer: rows, passes: all });
}

async function loadTold() {
  const all = await passes(load);
  const told = calmest(all);
  console.log('\nFirst load over slow 4G (1.6 Mbit/s, 150 ms), ms from the navigation');
  table(
    [
      ...['', 'first contentful paint', 'editor is there', 'key marked', 'KB until then'],
      ...['streaming call', 'begun before the last byte', 'ready after it'],
    ],
    ['cold', 'warm'].map((name) => {
      const { paint, editor, marked, kilobytes, streams, begunBeforeTheEnd, compiledAfterTheLastByte } = told[name];
      return [
        ...[name, paint, editor, marked, kilobytes, streams ? 'yes' : 'NO'],
        ...[begunBeforeTheEnd ? 'yes' : 'no', compiledAfterTheLastByte],
      ];
    }),
  );
  const { marked, askedBefore, held, why } = told.held;
  console.log(
    marked
      ? `With every lazily loaded part held back keys are marked: ${askedBefore} parts were asked for before the first mark, ` +
          `${held.length} when a room was opened`
      : `With every lazily loaded part held back keys are NOT marked: ${why}`,
  );
  await report('load', { calmer: told, passes: all });
}

try {
  if (wanted.length === 0 || wanted.includes('keys')) await keysTold();
  if (wanted.length === 0 || wanted.includes('load')) await loadTold();
} finally {
  await site.close();
}
