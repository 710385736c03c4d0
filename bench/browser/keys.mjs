// From a key to painted marks.
//
// The key is a real one: the browser's own input path gets it (Input.dispatchKeyEvent), with the one character for its text
// that a line of the poem lacks, and Backspace after it: with each key a poem becomes whole or ceases to be, and with it
// form, types and findings. The time begins with the event's own time stamp,
// which counts waiting for the page too, and ends in the first task after the frame that draws the changed sheet: a task
// posted from that frame's requestAnimationFrame runs when style, layout and paint of the frame are done.
//
// Why not two requestAnimationFrames: the second waits for the next tick of the screen's clock, so nothing could ever be
// quicker than 16.7 ms. Why not Event Timing: it rounds to 8 ms, which is the finest target. Even one frame may have to wait
// for a tick of the clock, whatever the page does. So each series is taken twice: with the clock free,
// where a frame begins as soon as it is asked for and the figure is what the page costs; and with the usual 60 Hz.

import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../../tests/e2e/harness/browser.mjs';
import { ready } from '../../tests/e2e/harness/sheet.mjs';
import { quantiles } from './figures.mjs';

const KEYS = 200;
/** Not counted: the first keys compile and warm up. */
export const WARMING = 20;
/** Milliseconds between a painted key and the next one. */
const PAUSE = 15;
/** Milliseconds after which a key counts as lost; a throttled page on a busy machine is slow. */
const LATE = 60000;
/** What leaves the screen's clock free. */
export const FREE = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const POEMS = new URL('../../crates/verse/tests/anthologies/poems.tsv', import.meta.url);

/** The p95 in ms that a series is to stay under: of lines, times slower, with the clock free. */
const TARGETS = { '8 1': 8, '8 4': 16, '100 4': 50 };

/** An octave of seven characters from the anthologies if `count` is 8, else so many lines of them, no line twice. */
export async function poem(count) {
  const rows = (await readFile(POEMS, 'utf8')).split('\n').map((row) => row.split('\t'));
  const octave = rows.filter(([, , , form]) => form === '七言律詩');
  const texts = (count === 8 ? octave.slice(0, 1) : rows).map((row) => row[4] ?? '').join('\n');
  const found = new Set(texts.match(/(?<!\p{Script=Han})\p{Script=Han}{7}(?!\p{Script=Han})/gu));
  if (found.size < count) throw new Error(`only ${found.size} lines of seven in ${POEMS.pathname}`);
  return [...found].slice(0, count).map((line, at) => line + (at % 2 ? '。' : '，')).join('\n');
}

/** A poem without the fifth character of a line in its middle: `{ text, at, character }`. */
export function lacking(poem) {
  const lines = poem.split('\n');
  const at = lines.slice(0, lines.length / 2).join('\n').length + 5;
  return { text: poem.slice(0, at) + poem.slice(at + 1), at, character: poem[at] };
}

/** Runs in the page: reports each key, `sheet` or only the field, when it is painted. */
export function probe(sheet) {
  let begun = null;
  const painted = () => {
    if (begun === null) return;
    const from = begun;
    begun = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyPainted(String(performance.now() - from));
      port2.postMessage(0);
    });
  };
  addEventListener('keydown', (event) => (begun = event.timeStamp), true);
  if (!sheet) return addEventListener('input', painted);
  // With every key a line has a cell more or less. (Counting all cells would take longer than drawing those that change.)
  const isLine = ({ target }) => target.nodeType === 1 && target.matches('#marked .line, #marked .cells');
  new MutationObserver((records) => records.some(isLine) && painted()).observe(document, { childList: true, subtree: true });
}

/** A key that writes a character. */
export const writing = (text) => ({ key: text, text, unmodifiedText: text, code: 'KeyS', windowsVirtualKeyCode: 83 });
const CHARACTER = writing('山');
const BACKSPACE = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };

/** Presses a key by the browser's input path. */
export async function press(cdp, key) {
  await cdp.send('Input.dispatchKeyEvent', { type: key.text ? 'keyDown' : 'rawKeyDown', ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: undefined, unmodifiedText: undefined });
}

export { BACKSPACE, CHARACTER };

/** Listens to the probe of a page; `next()` is the time of the key that is painted next. */
export async function listen(cdp) {
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'keyPainted' });
  let take = null;
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => name === 'keyPainted' && take?.(Number(payload)));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('a key was never painted')), LATE);
        take = (ms) => {
          clearTimeout(late);
          resolve(ms);
        };
      }),
  };
}

/**
 * A page with a text, the caret where a character is lacking, or with `sheet: false` an empty page with a field: `key()` presses the
 * next key and gives its time in ms, `pace(rate)` makes the processor so many times as slow, `close()` ends it.
 */
export async function desk(browser, site, { whole, slower, sheet }) {
  const { text, at, character } = lacking(whole);
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  if (sheet) {
    await page.goto(site.url);
    await ready(page);
  } else {
    await page.setContent('<!doctype html><textarea id="poem" rows="30" cols="60"></textarea>');
  }
  const field = page.locator('#poem');
  await field.fill(text);
  const cdp = await context.newCDPSession(page);
  const painted = await listen(cdp);
  if (sheet) await page.locator('#marked [data-line]').nth(text.split('\n').length - 1).waitFor();
  await page.evaluate(probe, sheet);
  await field.evaluate((node, at) => {
    node.focus();
    node.setSelectionRange(at, at);
  }, at);
  await wait(500);
  const pace = (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await pace(slower);
  let pressed = 0;
  return {
    pace,
    async key() {
      const time = painted.next();
      await press(cdp, pressed++ % 2 ? BACKSPACE : writing(character));
      const ms = await time;
      await wait(PAUSE);
      return ms;
    },
    async close() {
      await pace(1);
      const isWhole = (await field.inputValue()) === text;
      await context.close();
      if (!isWhole) throw new Error('the keys did not reach the text');
    },
  };
}

/** One series: the times of `KEYS` keys into the middle of a text. */
async function series(browser, site, what) {
  const { key, close } = await desk(browser, site, what);
  const times = [];
  for (let n = 0; n < WARMING + KEYS; n++) times.push(await key());
  await close();
  return times.slice(WARMING);
}

/** All series, once: a list of `{ clock, lines, slower, page, floor, target }` with quantiles in ms. */
export async function keys(site) {
  const rows = [];
  for (const clock of ['free', '60 Hz']) {
    const browser = await launch(clock === 'free' ? FREE : []);
    try {
      for (const lines of [8, 100]) {
        const whole = await poem(lines);
        for (const slower of [1, 4]) {
          const page = quantiles(await series(browser, site, { whole, slower, sheet: true }));
          const floor = quantiles(await series(browser, site, { whole, slower, sheet: false }));
          const target = clock === 'free' ? (TARGETS[`${lines} ${slower}`] ?? null) : null;
          rows.push({ clock, lines, slower, page, floor, target });
          const [ours, theirs] = [page, floor].map(({ p50, p95, p99 }) => `p50 ${p50}, p95 ${p95}, p99 ${p99}`);
          console.error(`${clock} clock, ${lines} lines, CPU 1/${slower}: ${ours} ms; floor: ${theirs} ms`);
        }
      }
    } finally {
      await browser.close();
    }
  }
  return rows;
}

/** Of two or more passes, for each series the one with the lower p95. */
export function calmer(passes) {
  return passes[0].map((_, at) => passes.map((rows) => rows[at]).sort((a, b) => a.page.p95 - b.page.p95)[0]);
}
