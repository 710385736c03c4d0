// A page that the browser puts aside and brings back as it was: no word of other tabs has come to it meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { KEY, choose, goTo } from './harness/model.mjs';
import { stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk({ putsAside: true });

/** A tab with a key that lives as long as the tab, and another; nothing goes over the line between them. (A word on it would
 *  end a page that is put aside, as this browser has it.) */
async function twoDeafTabs() {
  const visit = await it.open();
  await visit.context.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await choose(visit, 'good');
  await visit.page.waitForTimeout(600);
  const one = visit.page;
  const other = await visit.openTab('#/settings');
  await other.locator('#api-key').waitFor();
  await one.bringToFront();
  return { visit, one, other };
}

/** Puts a page aside. */
async function leave(page) {
  await page.evaluate(() => {
    window.wasLeft = true;
  });
  await page.goto('data:text/html,<p>elsewhere</p>');
}

/** Brings it back. */
async function comeBack(page) {
  await page.goBack({ waitUntil: 'commit' });
  await eventually(async () => assert.equal(await page.evaluate(() => window.wasLeft), true, 'it is the same page'));
}

const key = (page) => page.locator('#api-key').inputValue();

/** Forgets in a tab the key that it never had: it may be that of another. */
async function forget(page) {
  await page.bringToFront();
  await page.locator('#api-key').fill('sk-of-another-tab');
  await page.locator('#forget-key').click();
}

test('a key that was forgotten while a page was put aside is gone when it comes back', async () => {
  const { visit, one, other } = await twoDeafTabs();
  await leave(one);
  await forget(other);
  await comeBack(one);
  await eventually(async () => assert.equal(await key(one), ''));
  assert.ok(!JSON.stringify(await stores(one)).includes(KEY));
  await one.locator('#test-connection').click();
  await eventually(async () => assert.match(await one.locator('#trial').getAttribute('data-state'), /^(?:good|bad)$/));
  for (const { headers } of await visit.provider.requests()) assert.ok(!JSON.stringify(headers).includes(KEY));
});

test('so is one that was unlocked', async () => {
  const { one, other } = await twoDeafTabs();
  await seal(one);
  await leave(one);
  await other.bringToFront();
  await other.locator('#forget-key').click();
  await comeBack(one);
  await eventually(async () => assert.equal(await key(one), ''));
  await one.locator('#sealed').waitFor({ state: 'detached' });
});

test('one that was sealed there is locked here', async () => {
  const { one, other } = await twoDeafTabs();
  await leave(one);
  await other.bringToFront();
  await other.locator('#api-key').fill(KEY);
  await seal(other);
  await comeBack(one);
  await one.locator('#unlock-passphrase').waitFor();
  await unlock(one, PASSPHRASE);
  await one.locator('#sealed').waitFor();
  assert.equal(await key(one), KEY);
});

test('a page that heard nothing, and was not put aside either, sends no key that is gone', async () => {
  const { visit, one } = await twoDeafTabs();
  await one.evaluate(() => localStorage.setItem('yinchuang.gone.custom', '7'));
  await goTo(one, 'compose');
  await one.locator('#brief-text').fill('写登高望远');
  await one.locator('#compose-start').click();
  await goTo(one, 'settings');
  await eventually(async () => assert.equal(await key(one), ''));
  for (const { headers } of await visit.provider.requests()) assert.ok(!JSON.stringify(headers).includes(KEY));
});

test('settings that were changed meanwhile are there when it comes back, beside its own', async () => {
  const { one, other } = await twoDeafTabs();
  await one.locator('#model').fill('mine');
  await leave(one);
  await goTo(other, 'write');
  await other.locator('#poem').fill('春风');
  await other.locator('#toggle-pinyin').check();
  await eventually(async () => assert.match((await stores(other)).local['yinchuang.settings'], /"pinyin":true/));
  await comeBack(one);
  assert.equal(await one.locator('#model').inputValue(), 'mine');
  await goTo(one, 'write');
  await eventually(async () => assert.ok(await one.locator('#toggle-pinyin').isChecked()));
});
