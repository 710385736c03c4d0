// Two tabs of one browser: what becomes of a key in one is known in the other at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { KEY, choose, goTo } from './harness/model.mjs';
import { stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** Two tabs with the settings open, and a key that is remembered on the device. */
async function twoTabs() {
  const visit = await it.open();
  await choose(visit, 'good', { remember: true });
  const one = visit.page;
  // Settings are kept a moment later.
  await one.waitForTimeout(600);
  const other = await visit.openTab('#/settings');
  await other.locator('#api-key').waitFor();
  assert.equal(await other.locator('#api-key').inputValue(), KEY);
  return { visit, one, other };
}

const key = (page) => page.locator('#api-key').inputValue();

/** Tests the connection in a tab, and fails if the key goes with it. (The provider of the tests needs none.) */
async function notSent(visit, page) {
  await page.locator('#test-connection').click();
  await eventually(async () => assert.match(await page.locator('#trial').getAttribute('data-state'), /^(?:good|bad)$/));
  for (const { headers } of await visit.provider.requests()) assert.ok(!JSON.stringify(headers).includes(KEY), 'it is not sent');
}

test('a key that is forgotten in one tab is gone from the other', async () => {
  const { visit, one, other } = await twoTabs();
  await one.locator('#forget-key').click();
  await eventually(async () => assert.equal(await key(other), ''));
  await notSent(visit, other);
});

test('a key that is sealed in one tab is locked in the other, and unlocked there by the passphrase', async () => {
  const { one, other } = await twoTabs();
  await seal(one);
  await other.locator('#unlock-passphrase').waitFor();
  assert.ok(!(await other.locator('#api-key').isVisible()) || (await key(other)) === '');
  await unlock(other, PASSPHRASE);
  await other.locator('#sealed').waitFor();
  // Forgotten under its passphrase, it is gone from the tab where it was unlocked, too.
  await one.locator('#forget-key').click();
  await eventually(async () => assert.equal(await key(other), ''));
  await other.locator('#sealed').waitFor({ state: 'detached' });
  const { local, session } = await stores(other);
  assert.deepEqual(Object.keys({ ...local, ...session }).filter((name) => /\.(?:key|sealed)\./.test(name)), []);
});

test('a key that is put plain again in one tab serves in the other', async () => {
  const { one, other } = await twoTabs();
  await seal(one);
  await other.locator('#unlock-passphrase').waitFor();
  await one.locator('#seal-key').uncheck();
  await one.locator('#remember-key').setChecked(true);
  await eventually(async () => assert.equal(await key(other), KEY));
  assert.equal(await other.locator('#unlock-passphrase').count(), 0);
});

/** Waits until this is nowhere in the stores of a tab. */
const nowherePlain = (page) =>
  eventually(async () => {
    const { local, session } = await stores(page);
    assert.ok(!JSON.stringify([local, session]).includes(KEY), 'the key is plain in no store');
  });

/** A tab that the browser has made a copy of, with the store of the tab. */
async function duplicate(visit, hash) {
  const [copy] = await Promise.all([
    visit.context.waitForEvent('page'),
    visit.page.evaluate((url) => void window.open(url), visit.site.url + hash),
  ]);
  await copy.locator('#poem').waitFor({ state: 'attached' });
  assert.ok((await stores(copy)).session['yinchuang.key.custom']?.includes(KEY), 'it has a copy of the key');
  return copy;
}

for (const hash of ['#/settings', '#/write']) {
  test(`a key that is forgotten is gone from a copy of the tab, also one that shows ${hash}`, async () => {
    const visit = await it.open();
    await choose(visit, 'good');
    await visit.page.waitForTimeout(600);
    const copy = await duplicate(visit, hash);
    if (hash === '#/settings') await eventually(async () => assert.equal(await key(copy), KEY));
    await visit.page.locator('#forget-key').click();
    if (hash === '#/write') await goTo(copy, 'settings');
    await eventually(async () => assert.equal(await key(copy), ''));
    await nowherePlain(copy);
    await notSent(visit, copy);
  });
}

test('a key that was typed in two tabs and sealed in one is plain in neither, and stays sealed', async () => {
  const visit = await it.open();
  await choose(visit, 'good');
  const one = visit.page;
  await one.waitForTimeout(600);
  const other = await visit.openTab('#/settings');
  await other.locator('#api-key').fill(KEY);
  await one.bringToFront();
  await seal(one);
  await nowherePlain(other);
  const field = other.locator('#api-key');
  if (await field.isVisible()) await field.fill(`${KEY}x`);
  assert.ok('yinchuang.sealed.custom' in (await stores(one)).local, 'what is sealed is still there');
  await other.locator('#unlock-passphrase').waitFor();
});

test('a key that was to be sealed goes when it is forgotten in another tab', async () => {
  const { visit, one, other } = await twoTabs();
  await other.locator('#seal-key').check();
  await one.locator('#forget-key').click();
  await eventually(async () => assert.equal(await key(other), ''));
  await notSent(visit, other);
});

test('a key that is forgotten while another tab seals it is not sealed after that', async () => {
  const { one, other } = await twoTabs();
  await other.locator('#seal-key').check();
  await other.locator('#seal-passphrase').fill(PASSPHRASE);
  await Promise.all([
    other.evaluate(() => document.getElementById('seal').click()),
    one.evaluate(() => document.getElementById('forget-key').click()),
  ]);
  await other.waitForTimeout(2500);
  assert.ok(!('yinchuang.sealed.custom' in (await stores(one)).local));
  assert.equal(await key(other), '');
});

test('a key that was pasted into other fields is forgotten there, too', async () => {
  const { one, other } = await twoTabs();
  await one.locator('#model').fill(KEY);
  await one.locator('#base-url').fill(`https://a.cn/${KEY}`);
  await eventually(async () => assert.ok((await stores(one)).local['yinchuang.settings'].includes(KEY)));
  await one.locator('#forget-key').click();
  for (const id of ['#model', '#base-url']) {
    await eventually(async () => assert.ok(!(await one.locator(id).inputValue()).includes(KEY), id));
  }
  await nowherePlain(one);
  assert.ok(!(await other.locator('#model').inputValue()).includes(KEY));
});
