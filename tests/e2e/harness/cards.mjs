// The room of cards, and what it gives away.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { eventually } from './wait.mjs';

export const OCTAVE =
  '登高\n杜甫\n\n风急天高猿啸哀，\n渚清沙白鸟飞回。\n无边落木萧萧下，\n不尽长江滚滚来。\n万里悲秋常作客，\n百年多病独登台。\n艰难苦恨繁霜鬓，\n潦倒新停浊酒杯。';

/** Writes a poem and goes to the room; waits until the card is drawn. */
export async function enter(visit, poem = OCTAVE) {
  const { page } = visit;
  await page.locator('#poem').fill(poem);
  await page.locator('#share').click();
  await drawn(page);
}

/** Waits until the card is the one that is wanted now: nothing is drawn for a while after it. */
export async function drawn(page) {
  await page.locator('#card[src^="blob:"]').waitFor();
  let last = '';
  let since = Date.now();
  await eventually(async () => {
    const now = await page.locator('#card').getAttribute('src');
    if (now !== last) since = Date.now();
    last = now;
    assert.ok(Date.now() - since > 400, 'the card is still being drawn');
  });
}

/** Chooses one of several by its place. */
export async function choose(page, name, place) {
  await page.locator(`input[name="${name}"]`).nth(place).check();
  await drawn(page);
}

/** Presses a button that saves a file; gives its name and its bytes. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The SVG of the card. (The policy of the page lets nobody fetch it from where it is shown.) */
export async function drawing(page) {
  return (await saved(page, '#save-svg')).bytes.toString('utf8');
}

/**
 * What is seen in a PNG: its size; how many of its points are ink on their ground, and how many are the red of the seal;
 * a small picture of it to compare with others.
 */
export function seen(page, png) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let dark = 0;
    let red = 0;
    const reds = { left: width, right: 0, top: height, bottom: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [data[at], data[at + 1], data[at + 2]];
      if (r < 90 && g < 90 && b < 90) dark++;
      if (Math.abs(r - 166) < 8 && Math.abs(g - 51) < 8 && Math.abs(b - 42) < 8) {
        red++;
        const x = (at / 4) % width;
        const y = Math.floor(at / 4 / width);
        reds.left = Math.min(reds.left, x);
        reds.right = Math.max(reds.right, x);
        reds.top = Math.min(reds.top, y);
        reds.bottom = Math.max(reds.bottom, y);
      }
    }
    const small = new OffscreenCanvas(24, 24);
    const little = small.getContext('2d');
    little.drawImage(image, 0, 0, 24, 24);
    return { width, height, dark, red, reds, small: [...little.getImageData(0, 0, 24, 24).data] };
  }, png.toString('base64'));
}

/** How far two small pictures are apart: the mean difference of their points. */
export function apart(one, other) {
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0) / one.length;
}

/** Prints the page as a PDF by the browser's own means; gives its pages and its text of operators. */
export async function printed(page, [width, height]) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', {
    paperWidth: width,
    paperHeight: height,
    printBackground: true,
    preferCSSPageSize: false,
    marginTop: 0.4,
    marginBottom: 0.4,
    marginLeft: 0.4,
    marginRight: 0.4,
  });
  const bytes = Buffer.from(data, 'base64');
  return { bytes, pages: (bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length };
}
