// The list of models: asked for by a button, offered in the field, and harmless whatever it holds.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, goTo } from './harness/model.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const BROWSER = [/^Failed to load resource/, /blocked by CORS policy/];

/** Chooses a provider at an address of the tests. */
async function choose(visit, id, path = '', model = 'mine') {
  const { page, provider } = visit;
  await goTo(page, 'settings');
  await page.locator('#provider').selectOption(id);
  await page.locator('#base-url').fill(provider.url + path + (id === 'openai' ? '/v1' : ''));
  await page.locator('#model').fill(model);
  await page.locator('#api-key').fill(KEY);
}

/** Presses the button and waits for what comes of it. */
async function list(page, state) {
  await page.locator('#list-models').click();
  const listed = page.locator('#models-listed');
  await eventually(async () => assert.equal(await listed.getAttribute('data-state'), state), 15000);
  return listed.innerText();
}

const offered = (page) => page.locator('#models option').evaluateAll((all) => all.map((one) => one.value));

for (const [id, path, header] of [
  ['openai', '/v1/models', 'authorization'],
  ['anthropic', '/v1/models?limit=1000', 'x-api-key'],
  ['gemini', '/v1beta/models?pageSize=1000', 'x-goog-api-key'],
]) {
  test(`${id}: the models are listed, and nothing is chosen for the person`, async () => {
    const visit = await it.open();
    const { page, provider } = visit;
    await choose(visit, id);
    const presets = await offered(page);
    assert.ok(presets.length > 0);
    assert.match(await list(page, 'good'), /\d+ 个模型/);
    const names = await offered(page);
    assert.deepEqual(names.slice(0, presets.length), presets, 'those of the preset first');
    for (const name of ['good', 'faulty-then-good', 'slow']) assert.ok(names.includes(name), name);
    assert.ok(!names.includes('text-embedding'), 'one that does not write');
    assert.equal(await page.locator('#model').inputValue(), 'mine');
    const [asked] = (await provider.requests()).filter((request) => request.method === 'GET');
    assert.equal(asked.path, path);
    assert.equal(asked.headers[header].replace('Bearer ', ''), KEY);
    assert.ok(!('content-type' in asked.headers) && !('cookie' in asked.headers) && !('referer' in asked.headers));
    assert.deepEqual(await provider.asks(), [], 'no model was asked');
    // The list is of this address: with another it goes.
    await page.locator('#base-url').fill(provider.url + '/other');
    await eventually(async () => assert.deepEqual(await offered(page), presets));
    assert.equal(await page.locator('#models-listed').innerText(), '');
  });
}

test('a list that is none is explained, and nothing is lost', async () => {
  const visit = await it.open();
  visit.expected = BROWSER;
  const { page, provider } = visit;
  await choose(visit, 'anthropic');
  const presets = await offered(page);
  for (const [how, words] of [
    ['empty', /没有给出模型列表/],
    ['404', /没有给出模型列表/],
    ['401', /密钥/],
    ['500', /服务商/],
    ['html', /网页/],
    ['wrong-type', /看不懂/],
    ['not-json', /看不懂/],
    ['huge', /太长/],
    ['no-cors', /连不上/],
  ]) {
    await page.locator('#base-url').fill(`${provider.url}/lists/${how}`);
    const said = await list(page, 'bad');
    assert.match(said, words, how);
    assert.match(said, /直接填写。$/, 'and what to do');
    assert.ok(!said.includes(KEY));
    assert.deepEqual(await offered(page), presets);
    assert.equal(await page.locator('#model').inputValue(), 'mine');
    assert.equal(await page.locator('#api-key').inputValue(), KEY);
    assert.ok(await page.locator('#list-models').isEnabled(), 'it can be tried again');
  }
});

test('markup in a name is a name, and a name with the key is none', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'gemini', '/lists/markup');
  const title = await page.title();
  await list(page, 'good');
  assert.deepEqual((await offered(page)).filter((name) => /[<>]|sk-/.test(name)), [
    "<b>bold</b>",
    "<img/src=x/onerror=document.title='caught'>",
  ].sort());
  assert.equal(await page.locator('#models b, #models img').count(), 0);
  assert.equal(await page.title(), title);
});

test('without a key nobody is asked; with other settings a list on its way is let go', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'openai', '/lists/stall');
  await page.locator('#api-key').fill('');
  assert.match(await list(page, 'bad'), /密钥/);
  assert.deepEqual(await provider.requests(), []);
  await page.locator('#api-key').fill(KEY);
  await list(page, 'asking');
  await page.locator('#base-url').fill(`${provider.url}/lists/good/v1`);
  await eventually(async () => assert.equal(await page.locator('#models-listed').getAttribute('data-state'), 'nothing'));
  assert.match(await list(page, 'good'), /\d+ 个模型/);
});
