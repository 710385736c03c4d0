// Parts of the page that cannot be fetched: each is named by a notice that stays, and all are had again by one button.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const notice = '#not-fetched';
const again = '#fetch-again';

/** A page on which what matches cannot be fetched. `heal()` ends that. */
async function broken(pattern, options = {}) {
  const visit = await it.open('', options);
  visit.expected.push(/Failed to (?:load resource|fetch)/);
  await visit.page.route(pattern, (route) => route.abort());
  return { page: visit.page, heal: () => visit.page.unroute(pattern) };
}

for (const [part, enter, seen] of [
  ['models', 'nav a[href="#/settings"]', '#provider'],
  ['rhymes', 'nav a[href="#/rhymes"]', '#rhymes-search'],
  ['share', '#share', '#share-back'],
]) {
  test(`that ${part} could not be fetched is still said when the drafts have come`, async () => {
    const { page, heal } = await broken(new RegExp(`split_cut_${part}`));
    const drafts = page.waitForResponse(/split_cut_drafts/);
    await page.locator('#poem').fill('春');
    await page.locator(enter).click();
    await page.locator(notice).waitFor();
    await drafts;
    await page.locator('.steps').waitFor({ state: 'attached' });
    assert.equal(await page.locator(notice).count(), 1);
    await heal();
    await page.locator(again).click();
    await page.locator(seen).waitFor();
    await eventually(async () => assert.equal(await page.locator(notice).count(), 0));
  });
}

test('all that could not be fetched is had again at one press', async () => {
  const { page, heal } = await broken(/split_cut_(?:tools|lyrics)/);
  await page.locator('#marked [data-line="1"] [data-place="2"]').click();
  await page.locator(notice).waitFor();
  const failed = page.waitForEvent('requestfailed', (request) => /split_cut_lyrics/.test(request.url()));
  await page.locator('#tunes').click();
  await failed;
  await page.waitForTimeout(200);
  await heal();
  await page.locator(again).click();
  await page.locator('#picked .character').waitFor();
  await page.locator('#tune-search').waitFor();
  await eventually(async () => assert.equal(await page.locator(notice).count(), 0));
});

test('what comes takes nothing from what is still missing', async () => {
  const { page, heal } = await broken(/split_cut_rhymes/);
  await page.locator('nav a[href="#/rhymes"]').click();
  await page.locator(notice).waitFor();
  await goTo(page, 'settings');
  assert.equal(await page.locator(notice).count(), 1);
  await page.locator(again).click();
  await page.waitForTimeout(300);
  assert.equal(await page.locator(notice).count(), 1, 'it is tried in vain');
  await heal();
  await page.locator(again).click();
  await eventually(async () => assert.equal(await page.locator(notice).count(), 0));
});

test('where the looks of the rooms cannot be fetched that is said, and they are had again', async () => {
  const { page, heal } = await broken(/rooms-[0-9a-f]+\.css/);
  await page.locator('nav a[href="#/learn"]').click();
  await page.locator(notice).waitFor();
  const shapes = await page.locator('.lessons svg').evaluateAll((all) => all.map((shape) => shape.getBoundingClientRect().width));
  assert.ok(shapes.length > 0 && shapes.every((width) => width <= 24), `${shapes}`);
  await heal();
  await page.locator(again).click();
  await eventually(async () => assert.equal(await page.locator(notice).count(), 0));
  assert.deepEqual(await page.locator('link[data-rooms]').evaluateAll((all) => all.map((link) => link.sheet !== null)), [true]);
});

test('nothing is said of looks that nobody waits for; the next room asks for them', async () => {
  const { page } = await broken(/rooms-[0-9a-f]+\.css/);
  const failed = page.waitForEvent('requestfailed', (request) => /rooms-/.test(request.url()));
  await page.locator('#poem').fill('春');
  await failed;
  await page.locator('.steps').waitFor();
  assert.equal(await page.locator(notice).count(), 0);
  await page.locator('nav a[href="#/drafts"]').click();
  await page.locator(notice).waitFor();
});

test('the choice of a tune waits for its looks', async () => {
  const { page } = await it.open();
  let go;
  const held = new Promise((done) => (go = done));
  await page.route(/rooms-[0-9a-f]+\.css/, async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('#tunes').click();
  const choice = page.locator('.tune-choice');
  await choice.waitFor({ state: 'attached' });
  const opacity = () => choice.evaluate((node) => getComputedStyle(node).opacity);
  assert.equal(await opacity(), '0');
  go();
  await eventually(async () => assert.equal(await opacity(), '1'));
});
