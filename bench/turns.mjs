// Keys in several builds of the page by turns, so that what the machine does besides falls on all of them:
//
//     node bench/turns.mjs LINES SLOWER FOLDER...
//
// LINES of text, the processor SLOWER times as slow, the folders of the builds. Each has a browser of its own, as has the floor: a
// page with nothing but a field.

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../tests/e2e/harness/browser.mjs';
import { serve } from '../tests/e2e/harness/site.mjs';
import { FREE, WARMING, desk, poem } from './browser/keys.mjs';
import { quantiles } from './browser/figures.mjs';

const ROUNDS = 8;
const KEYS = 50;
/** What a turn begins with, and is not counted: the other browsers had the processor until then. */
const FIRST = 2;

const [lines, slower, ...folders] = process.argv.slice(2);
if (folders.length === 0) {
  console.error('node bench/turns.mjs LINES SLOWER FOLDER...');
  process.exit(2);
}
const whole = await poem(Number(lines));
const sides = [];
for (const folder of [...folders, null]) {
  const browser = await launch(FREE);
  const site = folder && (await serve(path.resolve(folder), { gzip: true }));
  const { key, pace, close } = await desk(browser, site, { whole, slower: Number(slower), sheet: site !== null });
  for (let n = 0; n < WARMING; n++) await key();
  await pace(1);
  const end = () => close().finally(() => browser.close()).finally(() => site?.close());
  sides.push({ name: folder ?? 'floor', key, pace, end, times: [] });
}
for (let round = 0; round < ROUNDS; round++) {
  for (const { key, pace, times } of sides) {
    // Those that are not in turn run at full speed: what slows a browser keeps a processor busy.
    await pace(Number(slower));
    await wait(200);
    for (let n = 0; n < FIRST; n++) await key();
    for (let n = 0; n < KEYS; n++) times.push(await key());
    await pace(1);
  }
}
for (const { name, times, end } of sides) {
  await end();
  const { p50, p95, p99 } = quantiles(times);
  console.log(`${lines} lines, CPU 1/${slower}, ${name}: p50 ${p50}, p95 ${p95}, p99 ${p99} ms`);
}
