// Settings and runs of a model, by way of the page's own fields.

import assert from 'node:assert/strict';
import { eventually } from './wait.mjs';

export const KEY = 'sk-test-4f7d0c1b9a8e';

/** The key in what a store has of it; the host that it was given for stands in the next line. */
export const keyIn = (kept) => kept?.split('\n')[0];

/** What is seen of a view as soon as it is there. */
const SEEN = {
  write: '#poem',
  compose: '#compose-start',
  learn: '#library-search',
  rhymes: '#rhymes-search',
  drafts: '#drafts-search',
  settings: '#provider',
};

/** Goes to a view by its link. */
export async function goTo(page, view) {
  await page.locator(`nav a[href="#/${view}"]`).click();
  // The address changes at once, the page with the next turn of its loop, or when the room has been fetched.
  await page.locator(`nav a[href="#/${view}"][aria-current="page"]`).waitFor();
  await page.locator(SEEN[view]).waitFor();
}

/** Fills in the settings for the provider of the tests; `id` is the preset, and so the wire format. */
export async function choose(visit, model, { id = 'custom', key = KEY, remember = false } = {}) {
  const { page, provider } = visit;
  await goTo(page, 'settings');
  await page.locator('#provider').selectOption(id);
  await page.locator('#base-url').fill(provider.url);
  await page.locator('#model').fill(model);
  await page.locator('#api-key').fill(key);
  await page.locator('#remember-key').setChecked(remember);
}

/** Fills in the settings and a brief, and presses the button. */
export async function start(visit, model, { form = '五言绝句', text = '写登高望远', ...settings } = {}) {
  await choose(visit, model, settings);
  const { page } = visit;
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption(form);
  await page.locator('#brief-text').fill(text);
  await page.locator('#compose-start').click();
}

/** Waits until the run is over: the button can be pressed again. */
export function expectEnd(page, milliseconds = 20000) {
  return eventually(async () => {
    assert.ok(await page.locator('#compose-start').isEnabled(), 'the run is over');
    assert.ok(await page.locator('#compose-stop').isDisabled(), 'there is nothing to stop');
  }, milliseconds);
}

/** Presses Stop; gives the milliseconds until the page is ready for the next run. */
export function stop(page) {
  return page.evaluate(async () => {
    const begin = performance.now();
    document.getElementById('compose-stop').click();
    while (document.getElementById('compose-start').disabled) await new Promise((done) => setTimeout(done, 2));
    return performance.now() - begin;
  });
}

/** The versions as they are listed. */
export function versions(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('#versions [data-version]')].map((item) => ({
      id: item.dataset.version,
      errors: Number(item.dataset.errors),
      best: 'best' in item.dataset,
      text: item.textContent,
    })),
  );
}
