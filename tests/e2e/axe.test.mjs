// axe-core finds nothing: the rules of WCAG 2.2 AA and the good practices, on every page, in both themes, wide and narrow.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { choose, goTo } from './harness/model.mjs';
import { everyState, withModel } from './harness/rooms.mjs';

const it = desk();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 390];

/** What axe finds on the page as it is now, a line for each place. */
async function faults(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    TAGS,
  );
  assert.ok(passes.length > 15, `axe looked: ${passes.length}`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary.split('\n')[1]}`));
}

/** Looks at each state once it has come to rest. */
const looking = (page, found) => async (name) => {
  // Colours fade in for a moment, which axe would read as faint.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))));
  for (const fault of await faults(page)) found.add(`${name}: ${fault}`);
};

for (const colorScheme of ['light', 'dark']) {
  for (const width of WIDTHS) {
    test(`axe finds nothing on a ${colorScheme} page ${width} px wide`, async () => {
      const visit = await it.open('', { colorScheme, viewport: { width, height: 844 } });
      const found = new Set();
      await everyState(visit, looking(visit.page, found));
      assert.deepEqual([...found], []);
    });
  }

  test(`axe finds nothing in what models leave on a ${colorScheme} page`, async () => {
    const visit = await it.open('', { colorScheme });
    const found = new Set();
    await withModel(visit, looking(visit.page, found));
    assert.deepEqual([...found], []);
  });

  test(`axe finds nothing on a ${colorScheme} page about a key under a passphrase`, async () => {
    const visit = await it.open('', { colorScheme });
    const { page } = visit;
    const found = new Set();
    const look = looking(page, found);
    await choose(visit, 'good');
    await page.locator('#seal-key').check();
    await page.locator('#seal-passphrase').fill('abc');
    await look('a passphrase is asked for');
    await seal(page, PASSPHRASE);
    await look('sealed');
    await page.reload();
    await unlock(page, 'not this one');
    await page.locator('#unlock-told:not(:empty)').waitFor();
    await look('locked');
    await goTo(page, 'compose');
    await look('locked, beside the brief');
    await page.evaluate(() => localStorage.setItem('yinchuang.sealed.custom', '{"version":2}'));
    await page.reload();
    await goTo(page, 'settings');
    await page.locator('#seal-unreadable').waitFor();
    await look('of a later version');
    assert.deepEqual([...found], []);
  });

  test(`axe finds nothing in what a ${colorScheme} page says when something fails, and in English`, async () => {
    const visit = await it.open('', { colorScheme, locale: 'en-GB' });
    const { page } = visit;
    visit.expected = [/Failed to (?:load resource|fetch)/];
    const found = new Set();
    const look = looking(page, found);
    await page.evaluate(() => dispatchEvent(new CustomEvent('yinchuang-new-version', { detail: () => {} })));
    await page.route(/split_cut_models/, (route) => route.abort());
    await page.locator('nav a[href="#/settings"]').click();
    await page.locator('#not-fetched').waitFor();
    await page.locator('#new-version').waitFor();
    await look('notices');
    await page.keyboard.press('Tab');
    await page.locator('.skip').focus();
    await look('the skip link');
    assert.deepEqual([...found], []);
  });
}
