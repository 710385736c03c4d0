// Two tabs of one browser: what becomes of a key in one is known in the other at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { KEY, choose } from './harness/model.mjs';
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

test('a key that is forgotten in one tab is gone from the other', async () => {
  const { visit, one, other } = await twoTabs();
  await one.locator('#forget-key').click();
  await eventually(async () => assert.equal(await key(other), ''));
  await other.locator('#test-connection').click();
  await eventually(async () => assert.notEqual(await other.locator('#trial').getAttribute('data-state'), 'asking'));
  for (const { headers } of await visit.provider.asks()) assert.ok(!JSON.stringify(headers).includes(KEY), 'it is not sent');
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
