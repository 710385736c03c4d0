// Two tabs of one browser: what becomes of a key in one is known in the other at once, also to what asks with it there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { KEY, choose, expectEnd, goTo } from './harness/model.mjs';
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
  // The work on the passphrase ends when the test says so: how long it takes depends on the machine.
  await other.evaluate(() => {
    const { prototype } = SubtleCrypto;
    const own = prototype.encrypt;
    const may = new Promise((go) => (window.sealOn = go));
    prototype.encrypt = async function (...args) {
      window.isSealing = true;
      await may;
      return own.apply(this, args);
    };
  });
  await other.locator('#seal').click();
  await other.waitForFunction(() => window.isSealing);
  await one.locator('#forget-key').click();
  await eventually(async () => assert.ok('yinchuang.gone.custom' in (await stores(other)).local));
  await other.evaluate(() => window.sealOn());
  await other.waitForTimeout(300);
  assert.ok(!('yinchuang.sealed.custom' in (await stores(one)).local));
  assert.equal(await key(other), '');
});

/** What becomes of a key while somebody is asked with it, in the tab itself and in another. */
const GOES = [
  ['forgotten in the same tab', ({ one }) => one.evaluate(() => document.getElementById('forget-key').click())],
  [
    'changed in the same tab',
    async ({ one }) => {
      await one.bringToFront();
      await goTo(one, 'settings');
      await one.locator('#api-key').fill('sk-another');
      await goTo(one, 'compose');
    },
  ],
  ['forgotten in another tab', ({ other }) => other.locator('#forget-key').click()],
  ['changed in another tab', ({ other }) => other.locator('#api-key').fill('sk-another')],
  ['sealed in another tab', ({ other }) => seal(other)],
];

for (const [how, act] of GOES) {
  test(`a run stops when its key is ${how}`, async () => {
    const tabs = await twoTabs();
    const { one, other } = tabs;
    await one.bringToFront();
    await one.locator('#model').fill('stall-mid');
    await goTo(one, 'compose');
    await one.locator('#brief-form').selectOption('五言绝句');
    await one.locator('#compose-start').click();
    await eventually(async () => assert.match(await one.locator('#poem').inputValue(), /白日/));
    await other.bringToFront();
    await act(tabs);
    await expectEnd(one, 4000);
    assert.match(await one.locator('#compose-status').innerText(), /停/);
  });
}

test('all that asks with a key stops when it is forgotten', async () => {
  const { one, other, visit } = await twoTabs();
  visit.expected = [/status of 503/];
  await one.bringToFront();
  await goTo(one, 'compose');
  await one.locator('#brief-form').selectOption('五言绝句');
  await one.locator('#contest-fields > summary').click();
  for (const at of [0, 1]) {
    await one.locator('.entrant-provider').nth(at).selectOption('custom');
    await one.locator('.entrant-model').nth(at).fill('503');
  }
  await one.locator('#contest-start').click();
  await eventually(async () => assert.equal(await one.locator('#contest [data-running]').count(), 2));
  await other.evaluate(() => document.getElementById('forget-key').click());
  await eventually(async () => assert.equal(await one.locator('#contest [data-running]').count(), 0), 3000);
  const asked = (await visit.provider.requests()).length;
  await one.waitForTimeout(2500);
  assert.equal((await visit.provider.requests()).length, asked, 'nothing is asked after that');
});

test('an opinion stops when its key is forgotten', async () => {
  const { one, other } = await twoTabs();
  await one.bringToFront();
  await one.locator('#model').fill('stall-mid');
  await goTo(one, 'compose');
  await one.locator('#critique-fields > summary').click();
  await one.locator('#critique-start').click();
  await eventually(async () => assert.ok(await one.locator('#critique-stop').isEnabled()));
  await other.evaluate(() => document.getElementById('forget-key').click());
  await eventually(async () => assert.ok(await one.locator('#critique-stop').isDisabled()), 3000);
});

test('a key that was pasted into other fields is forgotten there, too', async () => {
  const { one, other } = await twoTabs();
  await one.bringToFront();
  await goTo(one, 'compose');
  await one.locator('#contest-fields > summary').click();
  await one.locator('.entrant-model').first().fill(KEY);
  await eventually(async () => assert.ok((await stores(one)).local['yinchuang.entrants'].includes(KEY)));
  await goTo(one, 'settings');
  await one.locator('#model').fill(KEY);
  await one.locator('#base-url').fill(`https://a.cn/${KEY}`);
  await eventually(async () => assert.ok((await stores(one)).local['yinchuang.settings'].includes(KEY)));
  await one.locator('#forget-key').click();
  for (const id of ['#model', '#base-url']) {
    await eventually(async () => assert.ok(!(await one.locator(id).inputValue()).includes(KEY), id));
  }
  assert.equal(await one.locator('.entrant-model').first().inputValue(), '');
  await nowherePlain(one);
  await eventually(async () => assert.ok(!(await other.locator('#model').inputValue()).includes(KEY)));
  await other.waitForTimeout(800);
  await nowherePlain(one);
});

test('a key that the stores do not take stays in the page, whatever becomes of another provider’s', async () => {
  const visit = await it.open();
  await visit.page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      if (name.startsWith('yinchuang.key.')) throw new DOMException('full', 'QuotaExceededError');
      return setItem.call(this, name, value);
    };
  });
  await choose(visit, 'good', { remember: true });
  const { page } = visit;
  await page.waitForTimeout(600);
  const other = await visit.openTab('#/settings');
  await other.evaluate(() => new BroadcastChannel('yinchuang.keys').postMessage('gone openai'));
  await other.waitForTimeout(500);
  await page.bringToFront();
  assert.equal(await key(page), KEY);
  await page.locator('#provider').selectOption('openai');
  await eventually(async () => assert.equal(await key(page), ''));
  await page.locator('#provider').selectOption('custom');
  await eventually(async () => assert.equal(await key(page), KEY));
  assert.ok(await page.locator('#remember-key').isChecked(), 'as it was to be');
  await other.evaluate(() => new BroadcastChannel('yinchuang.keys').postMessage('gone custom'));
  await eventually(async () => assert.equal(await key(page), ''));
});

test('a provider that only the page of another tab knows gives way to the first', async () => {
  const { one, other } = await twoTabs();
  await other.evaluate(() => {
    const settings = JSON.parse(localStorage.getItem('yinchuang.settings'));
    settings.value.provider = 'of-a-later-page';
    localStorage.setItem('yinchuang.settings', JSON.stringify(settings));
  });
  await eventually(async () => assert.equal(await one.locator('#provider').inputValue(), 'deepseek'));
  await one.locator('#api-key').fill('sk-for-the-first');
  const { session, local } = await stores(one);
  assert.match(JSON.stringify([session, local]), /yinchuang\.key\.deepseek/);
  assert.ok(!JSON.stringify([session, local]).includes('yinchuang.key.of-a-later-page'));
});
