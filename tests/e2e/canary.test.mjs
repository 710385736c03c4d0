// A canary: a key that stands nowhere else goes through everything that the page can do, and then it is looked for.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { expectSentOnlyTo, listen, remains, without } from './harness/canary.mjs';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { choose, expectEnd, goTo, keyIn, start, stop } from './harness/model.mjs';
import { start as startProgram } from './harness/program.mjs';
import { startProvider } from './harness/provider.mjs';
import { expectLines, lines } from './harness/sheet.mjs';
import { Visit } from './harness/visit.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();
const RELAY = process.env.RELAY ?? path.resolve('target/debug/relay');

const CANARY = 'sk-canary-Qz81vTe5LmW0';
const OTHER = 'ak-parrot-9RgXd37HuCy2';
const KEYS = [CANARY, OTHER];
const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];

// A second provider, which must never see the key of the first.
let second;
before(async () => {
  second = await startProvider();
});
after(() => second.stop());

/** A visit whose requests are all heard. */
async function open(site, options = {}) {
  const context = await it.browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
  const heard = listen(context);
  const visit = new Visit(context, site ?? it.site, it.provider);
  it.visits.push(visit);
  visit.expected = [/^Failed to load resource/, /net::ERR_/, /blocked by CORS policy/, /^asked http:\/\/127/, / for .*\/relay\//];
  await visit.openTab();
  return { visit, page: visit.page, ...heard };
}

/** Looks through the page and all that it has said; `kept` names the one place where each key may be. */
async function search({ visit, page, downloads }, kept, when) {
  for (const view of ['write', 'compose', 'settings']) {
    await goTo(page, view);
    const found = await remains(page);
    for (const [store, name, key] of kept) {
      assert.equal(keyIn(found[store][name]), key, `${when}: ${name}`);
      delete found[store][name];
    }
    for (const [where, thing] of Object.entries(found)) without(KEYS, thing, `${where} (${view}, ${when})`);
    const own = new URL('./', page.url()).href;
    for (const [, url] of found.kept) assert.ok(url.startsWith(own), `${url} is kept`);
  }
  without(KEYS, visit.said, `the console (${when})`);
  assert.deepEqual(downloads, []);
}

/** Presses a button of the settings and waits for its outcome. */
async function press(page, button, outcome) {
  await page.locator(button).click();
  await eventually(async () => {
    assert.match(await page.locator(outcome).getAttribute('data-state'), /^(?:good|bad)$/);
  }, 15000);
}

/** All that the page can do with a model of this preset. */
async function everything({ visit, page }, id, key) {
  const settings = { id, key };
  await choose(visit, 'good', settings);
  await press(page, '#test-connection', '#trial');
  await press(page, '#list-models', '#models-listed');

  await start(visit, 'faulty-then-good', settings);
  await expectEnd(page);
  await expectLines(page, POEM);
  await page.locator('#polish').fill('换成登高的景象');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  await page.locator('#refuse-all').click();
  // With it another version is what stands in the field, and its button rests.
  await expectLines(page, POEM);
  await page.locator('#versions li:not([data-here]) button').first().click();
  await talk(page);

  await start(visit, 'slow', settings);
  await eventually(async () => assert.ok((await lines(page)).join('').length >= 1), 15000);
  await stop(page);
  for (const model of ['echo-key-in-error', 'error-in-200', 'html', 'cut']) {
    await start(visit, model, settings);
    await expectEnd(page);
    assert.ok(await page.locator('#compose-error').isVisible(), model);
    without(KEYS, await page.locator('#compose-error').innerText(), model);
  }
}

/** An opinion, several models at once, and what was said, opened. One of the models repeats the key. */
async function talk(page) {
  await page.locator('#critique-fields > summary').click();
  await page.locator('#critique-start').click();
  await page.locator('#claims').waitFor();
  await page.locator('#contest-fields > summary').click();
  for (const [at, model] of ['good', 'echo-key-in-error'].entries()) {
    await page.locator('.entrant-model').nth(at).fill(model);
  }
  await page.locator('#contest-start').click();
  await page.locator('#contest .error').waitFor();
  await page.locator('#contest [data-place="1"] .take').click();
  await page.locator('#rounds button').first().click();
  await page.locator('.said').waitFor();
  await page.locator('#earlier-runs').click();
  for (const fold of ['#critique-fields', '#contest-fields']) await page.locator(`${fold} > summary`).click();
}

/** Every refusal that a provider has, by the shortest way: the test of the connection. */
async function refusals({ page, visit }, settings) {
  const models = ['400', '401', '402', '403', '404', '408', '413', '422', '429', '500', '503', '529', 'wrong-key'];
  models.push('429-quota', 'echo-key-in-error', 'malformed', 'no-cors', '401-no-cors', 'nobody-knows-this');
  await choose(visit, 'good', settings);
  for (const model of models) {
    await page.locator('#model').fill(model);
    await press(page, '#test-connection', '#trial');
    without(KEYS, await page.locator('#trial').innerText(), model);
  }
}

for (const [id, header] of [
  ['custom', 'authorization'],
  ['anthropic', 'x-api-key'],
  ['gemini', 'x-goog-api-key'],
]) {
  test(`${id}: whatever is done, the key is in its header and in the tab's store`, async () => {
    const visited = await open();
    await everything(visited, id, CANARY);
    await refusals(visited, { id, key: CANARY });
    await search(visited, [['session', `yinchuang.key.${id}`, CANARY]], 'at the end');
    await expectSentOnlyTo([[CANARY, it.provider.url, header]], visited.sent);
  });
}

test('switched from one provider to another and back, each sees its own key only', async () => {
  const visited = await open();
  const { visit, page, sent } = visited;
  const run = async () => {
    await goTo(page, 'compose');
    await page.locator('#compose-start').click();
    await expectEnd(page);
  };
  await start(visit, 'good', { key: CANARY });
  await expectEnd(page);
  await choose({ page, provider: second }, 'good', { id: 'anthropic', key: OTHER, remember: true });
  await press(page, '#test-connection', '#trial');
  await press(page, '#list-models', '#models-listed');
  await run();
  await goTo(page, 'settings');
  await page.locator('#provider').selectOption('custom');
  await press(page, '#test-connection', '#trial');
  await run();
  const kept = [
    ['session', 'yinchuang.key.custom', CANARY],
    ['local', 'yinchuang.key.anthropic', OTHER],
  ];
  await search(visited, kept, 'with two providers');
  await expectSentOnlyTo([[CANARY, it.provider.url, 'authorization'], [OTHER, second.url, 'x-api-key']], sent);
  // What the providers themselves have seen, which the browser need not have told.
  without([OTHER], await it.provider.requests(), 'a request to the first');
  without([CANARY], await second.requests(), 'a request to the second');

  // Remembered, a key comes back in a new tab, and forgotten, both are gone.
  await visit.openTab('#/settings');
  await page.close();
  const again = { ...visited, page: visit.page };
  await visit.page.locator('#provider').selectOption('anthropic');
  await eventually(async () => assert.equal(await visit.page.locator('#api-key').inputValue(), OTHER));
  await search(again, [['local', 'yinchuang.key.anthropic', OTHER]], 'in a new tab');
  await visit.page.locator('#forget-key').click();
  await search(again, [], 'when all is forgotten');
});

test('under a passphrase, the key is in its header and nowhere else, and neither is the passphrase', async () => {
  const visited = await open();
  const { visit, page, sent } = visited;
  const never = [...KEYS, PASSPHRASE];
  const look = async (when) => {
    await search(visited, [], when);
    for (const [where, thing] of Object.entries(await remains(page))) without(never, thing, `${where} (${when})`);
    without(never, visit.said, `the console (${when})`);
  };
  await choose(visit, 'good', { key: CANARY });
  await seal(page);
  await look('sealed');
  // In another tab it is locked, also while passphrases that do not fit are tried, and unlocked there.
  await visit.openTab('#/settings');
  await page.close();
  const again = { ...visited, page: visit.page };
  await unlock(again.page, 'not this one');
  await again.page.locator('#unlock-told:not(:empty)').waitFor();
  await unlock(again.page, PASSPHRASE);
  await eventually(async () => assert.equal(await again.page.locator('#api-key').inputValue(), CANARY));
  await everything(again, 'custom', CANARY);
  await refusals(again, { key: CANARY });
  await search(again, [], 'unlocked and used');
  for (const [where, thing] of Object.entries(await remains(again.page))) without(never, thing, `${where} (used)`);
  // Drafts in a file, a card and a link are made from what is kept: the sealed key is not in that.
  const sealed = await again.page.evaluate(() => JSON.parse(localStorage['yinchuang.sealed.custom']).value.sealed);
  const { databases, history, dom, resources } = await remains(again.page);
  for (const thing of [databases, history, dom, resources]) without([sealed], thing, 'what is given away');
  for (const request of sent) without([...never.slice(1), sealed], [request.url(), request.postData() ?? ''], 'a request');
  await expectSentOnlyTo([[CANARY, it.provider.url, 'authorization']], sent);
  await again.page.locator('#forget-key').click();
  await search(again, [], 'when it is forgotten');
  assert.ok(!('yinchuang.sealed.custom' in (await remains(again.page)).local));
});

test('by way of the relay the key goes through it and is neither said nor kept there', async () => {
  const gone = 'http://127.0.0.1:9';
  const options = ['--port', '0', '--dist', 'dist', '--allow', it.provider.url, '--allow', gone];
  const relay = await startProgram(RELAY, options, /(http:\/\/\S+)\//);
  try {
    // No service worker here: the relay serves the page, and every request that it gets is to be the page's.
    const visited = await open({ url: `${relay.url}/`, origin: relay.url }, { serviceWorkers: 'block' });
    const { visit, page, sent } = visited;
    const by = (url) => ({ page, provider: { url: `${relay.url}/relay/${url.replace('://', '/')}` } });
    await start(by(it.provider.url), 'faulty-then-good', { key: CANARY });
    await expectEnd(page);
    await expectLines(page, POEM);
    await goTo(page, 'settings');
    await press(page, '#list-models', '#models-listed');
    assert.equal(await page.locator('#models-listed').getAttribute('data-state'), 'good', 'the list comes that way, too');
    await refusals({ page, visit: by(it.provider.url) }, { key: CANARY });
    // A host that is not listed, one that is not there, and an address that leads nowhere.
    for (const url of ['https://unlisted.example', gone, `${it.provider.url}/nowhere`]) {
      await choose(by(url), 'good', { key: CANARY });
      await press(page, '#test-connection', '#trial');
      await press(page, '#list-models', '#models-listed');
      assert.equal(await page.locator('#models-listed').getAttribute('data-state'), 'bad', url);
    }
    await search(visited, [['session', 'yinchuang.key.custom', CANARY]], 'by way of the relay');
    await expectSentOnlyTo([[CANARY, relay.url, 'authorization']], sent);
    assert.ok(sent.every((request) => request.url().startsWith(relay.url)), 'the browser asks the relay alone');
    // The relay answers with what providers say, and one of them repeats the key: it must not write that down.
    without(KEYS, relay.said, 'what the relay says');
    for (const file of ['relay', 'relay?x=1', '']) {
      without(KEYS, await (await fetch(`${relay.url}/${file}`)).text(), `the relay's /${file}`);
    }
    for (const { path: asked, headers, body } of await it.provider.requests()) {
      const { authorization, ...others } = headers;
      assert.equal(authorization, `Bearer ${CANARY}`);
      without(KEYS, [asked, others, body], 'what the relay sends on');
    }
    assert.deepEqual(visit.problems, []);
  } finally {
    await relay.stop();
  }
});
