// Testing the connection from the settings, the other wire formats, and the way by the relay.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo } from './harness/model.mjs';
import { start as startProgram } from './harness/program.mjs';
import { eventually } from './harness/wait.mjs';
import { Visit } from './harness/visit.mjs';

const it = desk();
const RELAY = process.env.RELAY ?? path.resolve('target/debug/relay');

const outcome = (page, state) =>
  eventually(async () => assert.equal(await page.locator('#trial').getAttribute('data-state'), state), 10000);
const suspects = (page) => page.locator('#trial [data-suspect]').evaluateAll((all) => all.map((one) => one.dataset.suspect));

test('a connection that works is said to work, and costs one short question', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  await page.locator('#test-connection').click();
  await outcome(page, 'good');
  assert.equal((await provider.asks()).length, 1);
  await page.locator('#model').fill('other');
  await outcome(page, 'nothing');
});

for (const [model, expected] of [
  ['401', ['key']],
  ['402', ['money']],
  ['404', ['address', 'model']],
  ['500', ['provider']],
  ['html', ['address', 'network']],
]) {
  test(`“${model}”: what to look at is said`, async () => {
    const visit = await it.open();
    const { page } = visit;
    visit.expected.push(/Failed to load resource/);
    await choose(visit, model);
    await page.locator('#test-connection').click();
    await outcome(page, 'bad');
    const named = await suspects(page);
    assert.ok(named.length > 0 && expected.some((one) => named.includes(one)), `${named}`);
    assert.ok(!(await page.locator('#trial').innerText()).includes(KEY));
  });
}

test('a host that does not answer is told from a provider that lets no page ask', async () => {
  const visit = await it.open();
  const { page } = visit;
  visit.expected.push(/Failed to load resource|CORS policy|asked http/);
  await choose(visit, 'good');
  await page.locator('#base-url').fill('http://127.0.0.1:9');
  await page.locator('#test-connection').click();
  await outcome(page, 'bad');
  assert.equal((await suspects(page))[0], 'program', 'nothing listens there');
  await choose(visit, '401-no-cors');
  await page.locator('#test-connection').click();
  await outcome(page, 'bad');
  assert.deepEqual(await suspects(page), ['cors']);
});

for (const [id, header, where] of [
  ['anthropic', 'x-api-key', /\/v1\/messages$/],
  ['gemini', 'x-goog-api-key', /:streamGenerateContent\?alt=sse$/],
]) {
  test(`${id}: a poem comes in its own wire format, is revised, and the key is in one header`, async () => {
    const visit = await it.open();
    const { page, provider } = visit;
    await goTo(page, 'settings');
    await page.locator('#provider').selectOption(id);
    await page.locator('#base-url').fill(provider.url);
    await page.locator('#model').fill('faulty-then-good');
    await page.locator('#api-key').fill(KEY);
    await goTo(page, 'compose');
    await page.locator('#brief-form').selectOption('五言绝句');
    await page.locator('#brief-text').fill('写登高望远');
    await page.locator('#compose-start').click();
    await expectEnd(page);
    assert.match(await page.locator('#compose-status').innerText(), /没有错误和警告/);
    const asks = await provider.asks();
    assert.ok(asks.length >= 2, 'a draft and a revision');
    for (const ask of asks) {
      assert.match(ask.path ?? ask.uri, where);
      assert.equal(ask.headers[header], KEY);
      assert.ok(!JSON.stringify({ ...ask, headers: { ...ask.headers, [header]: '' } }).includes(KEY));
    }
  });
}

test('served by the relay, the page asks by way of it those who refuse pages, and others where that is ticked', async () => {
  const relay = await startProgram(RELAY, ['--port', '0', '--dist', 'dist', '--allow', it.provider.url], /(http:\/\/\S+)\//);
  const context = await it.browser.newContext({ locale: 'zh-CN' });
  const visit = new Visit(context, { url: `${relay.url}/`, origin: relay.url }, it.provider);
  try {
    await visit.openTab('#/settings');
    const { page } = visit;
    const goesTo = (pattern) =>
      eventually(async () => assert.match(await page.locator('#key-hint').innerText(), pattern));
    for (const [id, ticked, pattern] of [
      ['ark', false, /127\.0\.0\.1:\d+\/relay\/https\/ark\.cn-beijing\.volces\.com/],
      ['openai', false, /https:\/\/api\.openai\.com/],
      ['openai', true, /127\.0\.0\.1:\d+\/relay\/https\/api\.openai\.com/],
    ]) {
      await page.locator('#provider').selectOption(id);
      await page.locator('#model').fill('m');
      await page.locator('#api-key').fill(KEY);
      await page.locator('#relay').setChecked(ticked);
      await goesTo(pattern);
    }

    // The provider of the tests is on this machine, where no relay is needed: its address names the relay.
    await choose(visit, 'good');
    await page.locator('#base-url').fill(`${relay.url}/relay/${it.provider.url.replace('://', '/')}`);
    await page.locator('#test-connection').click();
    await outcome(page, 'good');
    await goTo(page, 'compose');
    await page.locator('#brief-text').fill('写登高望远');
    await page.locator('#compose-start').click();
    await expectEnd(page);
    const elsewhere = visit.asked.filter((url) => !url.startsWith(relay.url));
    assert.deepEqual(elsewhere, [], 'the browser asks the relay alone');
    assert.ok(visit.asked.some((url) => url.includes('/relay/')));
    assert.ok((await it.provider.asks()).length >= 2, 'and the provider is asked');
    assert.deepEqual(visit.problems, []);
  } finally {
    await visit.close();
    await relay.stop();
  }
});
