// The key: it goes to the provider in one header, and nowhere else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remains } from './harness/canary.mjs';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo, keyIn, start } from './harness/model.mjs';
import { expectLines, stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const VERSE = '白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。';

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

test('a model that repeats the key in its title, its thinking and an opinion has it nowhere', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'echo-key');
  await page.locator('#compose-thoughts').waitFor();
  await page.evaluate(() => document.querySelectorAll('main details').forEach((node) => (node.open = true)));
  // Of a key that comes a character at a time, no more is ever shown than could be anything else.
  while (await page.locator('#compose-start').isDisabled()) {
    without(await page.locator('body').innerText(), 'the page while it streams');
  }
  await expectEnd(page);
  await expectLines(page, POEM);
  assert.equal(await written(page), VERSE, 'there is no title');
  assert.match(await page.locator('#compose-thoughts p').innerText(), /红日依山尽[^]*\*{6}。$/);
  await page.locator('#critique-start').click();
  await eventually(async () => assert.match(await page.locator('.opinion').innerText(), /\*{6}$/));
  await goTo(page, 'drafts');
  await page.waitForTimeout(1000);
  await goTo(page, 'write');
  await page.locator('#share').click();
  const link = await page.locator('#share-link-field').inputValue();
  const found = { ...(await traces(visit)), ...(await remains(page)), link };
  delete found.session['yinchuang.key.custom'];
  for (const [where, thing] of Object.entries(found)) without(thing, where);
});

test('the key of a provider that is no more goes to nobody, and stays where it is', async () => {
  const visit = await it.open();
  await visit.page.goto('about:blank');
  await visit.context.addInitScript(
    ([key, url]) => {
      if (localStorage.getItem('yinchuang.settings')) return;
      const endpoints = [{ provider: 'stepfun', base_url: url, model: 'good' }];
      const value = { provider: 'stepfun', endpoints };
      localStorage.setItem('yinchuang.settings', JSON.stringify({ version: 1, value }));
      localStorage.setItem('yinchuang.key.stepfun', key);
    },
    [KEY, it.provider.url],
  );
  const page = await visit.openTab('#/compose');
  await page.locator('#compose-missing').waitFor();
  assert.match(await page.locator('#compose-missing').innerText(), /密钥/);
  await page.locator('#compose-start').click();
  await page.locator('#provider').waitFor();
  assert.equal(await page.locator('#provider').inputValue(), 'deepseek');
  assert.equal(await page.locator('#api-key').inputValue(), '');
  // Were there a key of its own, only that would go anywhere.
  await page.locator('#base-url').fill(it.provider.url);
  await page.locator('#model').fill('good');
  await page.locator('#api-key').fill('sk-its-own-key');
  await goTo(page, 'compose');
  await page.locator('#brief-text').fill('写登高望远');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  const asks = await it.provider.asks();
  assert.deepEqual([...new Set(asks.map((ask) => ask.headers.authorization))], ['Bearer sk-its-own-key']);
  await eventually(async () => {
    const { local } = await stores(page);
    const { provider, endpoints } = JSON.parse(local['yinchuang.settings']).value;
    assert.equal(provider, 'deepseek');
    assert.ok(endpoints.some((one) => one.provider === 'stepfun' && one.base_url === it.provider.url));
    assert.equal(local['yinchuang.key.stepfun'], KEY);
  });
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
