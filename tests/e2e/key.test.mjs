// The key: it goes to the provider in one header, and nowhere else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo, keyIn, start } from './harness/model.mjs';
import { stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** Everything in which a key could hide, but for the value of its own field. */
async function traces(visit) {
  const { page } = visit;
  const { local, session } = await stores(page);
  const dom = await page.evaluate(() => document.documentElement.outerHTML);
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((node) => [...node.attributes].map((attribute) => attribute.value)),
  );
  const history = await page.evaluate(() => JSON.stringify([history.state, document.title, document.cookie, window.name]));
  return { local, session, dom, attributes, history, url: page.url(), console: visit.said, addresses: visit.asked };
}

/** Fails if the key, or the most of it, is in the thing. */
function without(thing, where) {
  const text = JSON.stringify(thing);
  for (const part of [KEY, KEY.slice(3), encodeURIComponent(KEY), Buffer.from(KEY).toString('base64')]) {
    assert.ok(!text.includes(part), `the key is in ${where}`);
  }
}

test('a key that is not remembered is in the tab’s store and in one header, and nowhere else', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  await page.waitForTimeout(500);
  const found = await traces(visit);
  assert.equal(keyIn(found.session['yinchuang.key.custom']), KEY);
  delete found.session['yinchuang.key.custom'];
  for (const [where, thing] of Object.entries(found)) without(thing, where);
  for (const ask of await it.provider.requests()) {
    without(ask.path, 'a path');
    without(ask.body, 'a body');
    const { authorization, ...others } = ask.headers;
    without(others, 'another header');
    if (ask.method === 'POST') assert.equal(authorization, `Bearer ${KEY}`);
    else assert.equal(authorization, undefined);
  }
});

test('an error that repeats the key shows it masked', async () => {
  const visit = await it.open();
  visit.expected = [/^Failed to load resource/];
  await start(visit, 'echo-key-in-error');
  await expectEnd(visit.page);
  assert.match(await visit.page.locator('#compose-error').innerText(), /cannot use/, 'what the provider said is shown');
  const found = await traces(visit);
  delete found.session['yinchuang.key.custom'];
  for (const [where, thing] of Object.entries(found)) without(thing, where);
});

test('a key lives as long as the tab', async () => {
  const visit = await it.open();
  await choose(visit, 'good');
  await visit.page.reload();
  await goTo(visit.page, 'settings');
  await eventually(async () => assert.equal(await visit.page.locator('#api-key').inputValue(), KEY));

  const first = visit.page;
  const second = await visit.openTab('#/settings');
  await eventually(async () => assert.equal(await second.locator('#model').inputValue(), 'good', 'the settings are there'));
  assert.equal(await second.locator('#api-key').inputValue(), '', 'the key is not');
  assert.equal(await first.locator('#api-key').inputValue(), KEY);
});

test('a key is remembered only where that is ticked, and forgetting it forgets both', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good', { remember: true });
  await eventually(async () => {
    const { local, session } = await stores(page);
    assert.equal(keyIn(local['yinchuang.key.custom']), KEY);
    assert.ok(!('yinchuang.key.custom' in session), 'in one place only');
    assert.ok(local['yinchuang.settings'].includes('good'));
    without(local['yinchuang.settings'], 'the settings');
  });
  const second = await visit.openTab('#/settings');
  await eventually(async () => assert.equal(await second.locator('#api-key').inputValue(), KEY));
  assert.ok(await second.locator('#remember-key').isChecked());

  await second.locator('#remember-key').uncheck();
  await eventually(async () => {
    const { local, session } = await stores(second);
    assert.ok(!('yinchuang.key.custom' in local), 'taken off the device');
    assert.equal(keyIn(session['yinchuang.key.custom']), KEY);
  });
  await second.locator('#remember-key').check();
  await second.locator('#forget-key').click();
  await eventually(async () => {
    const { local, session } = await stores(second);
    assert.ok(!('yinchuang.key.custom' in local) && !('yinchuang.key.custom' in session));
  });
  assert.equal(await second.locator('#api-key').inputValue(), '');
  await second.reload();
  assert.equal(await second.locator('#api-key').inputValue(), '');
});

test('the key is typed unseen and offered to nobody', async () => {
  const { page } = await it.open('#/settings');
  const field = page.locator('#api-key');
  assert.equal(await field.getAttribute('type'), 'password');
  assert.match(await field.getAttribute('autocomplete'), /^(?:off|new-password)$/);
  assert.equal(await field.getAttribute('value'), null);
  assert.equal(await field.getAttribute('name'), null, 'no form can send it');
});

test('every provider has its own key: none is offered to another', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  const field = page.locator('#api-key');
  const keyIs = (key) => eventually(async () => assert.equal(await field.inputValue(), key));
  await page.locator('#provider').selectOption('openai');
  await keyIs('');
  // The other provider is where the first was: nothing goes there.
  await page.locator('#base-url').fill(provider.url);
  await goTo(page, 'compose');
  assert.ok(await page.locator('#compose-missing').isVisible());
  await goTo(page, 'settings');
  await field.fill('sk-other');
  await page.locator('#provider').selectOption('custom');
  await keyIs(KEY);
  await page.locator('#provider').selectOption('openai');
  await keyIs('sk-other');
  await page.locator('#forget-key').click();
  await page.locator('#provider').selectOption('custom');
  await keyIs(KEY);
  const { session } = await stores(page);
  assert.ok(!('yinchuang.key.openai' in session));
});
