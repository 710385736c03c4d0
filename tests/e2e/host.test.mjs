// A key goes to the host that it was given for. To another it goes when the person has said so, and not before.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, seal, unlock } from './harness/lock.mjs';
import { KEY, choose, expectEnd, goTo, keyIn } from './harness/model.mjs';
import { startProvider } from './harness/provider.mjs';
import { stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const OTHER_KEY = 'sk-other-77d1e0c4b2a6';

/** Another host. */
let second;
before(async () => {
  second = await startProvider();
});
after(() => second?.stop());
beforeEach(() => second.reset());

/** A visit that may ask either host. */
async function open(hash = '') {
  const visit = await it.open(hash);
  visit.expected = [/^asked http:\/\/127/];
  return visit;
}

const headersAt = async (host) => JSON.stringify((await host.requests()).map(({ headers }) => headers));
const has = async (host, key) => (await headersAt(host)).includes(key);

/** Presses a button that asks, and waits for what comes of it. */
async function trial(page) {
  await page.locator('#test-connection').click();
  await eventually(async () => assert.match(await page.locator('#trial').getAttribute('data-state'), /^(?:good|bad)$/), 15000);
  return page.locator('#trial').innerText();
}

/** Waits until the settings are kept with this in them. */
const kept = (page, text) =>
  eventually(async () => assert.ok((await stores(page)).local['yinchuang.settings']?.includes(text), `${text} is kept`));

/** Fails unless the sentence names both hosts. */
function namesBoth(sentence) {
  for (const { url } of [it.provider, second]) assert.ok(sentence.includes(url), `${sentence} names ${url}`);
}

test('a new key for a new address does not go to the old address of another tab', async () => {
  const visit = await open();
  await choose(visit, 'good', { remember: true });
  const one = visit.page;
  await kept(one, it.provider.url);
  const other = await visit.openTab('#/settings');
  await eventually(async () => assert.equal(await other.locator('#api-key').inputValue(), KEY));

  // A key is kept at once and an address a moment later: the other tab is asked in between.
  await other.evaluate(() => {
    const isAddress = ({ key }) => key === 'yinchuang.settings';
    addEventListener('storage', (event) => isAddress(event) && event.stopImmediatePropagation(), { capture: true });
  });
  await one.locator('#base-url').fill(second.url);
  await one.locator('#api-key').fill(OTHER_KEY);
  await eventually(async () => assert.equal(await other.locator('#api-key').inputValue(), OTHER_KEY));
  assert.equal(await other.locator('#base-url').inputValue(), it.provider.url);
  namesBoth(await trial(other));
  assert.ok(!(await has(it.provider, OTHER_KEY)), 'the key of the one host is not sent to the other');
  // Where it was given for, it goes without a question.
  await trial(one);
  assert.ok(await has(second, OTHER_KEY));
});

test('a key of a tab does not follow an address that was changed elsewhere, and goes there when that is confirmed', async () => {
  const visit = await open();
  await choose(visit, 'good');
  const one = visit.page;
  await kept(one, it.provider.url);
  const other = await visit.openTab('#/settings');
  await other.locator('#base-url').fill(second.url);
  await kept(other, second.url);

  await one.reload();
  await goTo(one, 'compose');
  await one.locator('#brief-form').selectOption('五言绝句');
  const missing = one.locator('#compose-missing');
  await missing.waitFor();
  namesBoth(await missing.innerText());
  await one.locator('#compose-start').click();
  await one.locator('#provider').waitFor();
  namesBoth(await one.locator('.other-host').filter({ visible: true }).innerText());
  assert.equal(await one.locator('#api-key').inputValue(), KEY, 'nothing is lost');
  assert.deepEqual(await second.requests(), []);

  await goTo(one, 'compose');
  await one.locator('#compose-confirm-host').click();
  assert.ok(await missing.isHidden());
  await one.locator('#compose-start').click();
  await expectEnd(one);
  assert.ok(await has(second, KEY));
  assert.ok(!(await has(it.provider, KEY)));
});

test('when the address is changed, a key that has been used stays; the path and the model ask nothing', async () => {
  const visit = await open();
  visit.expected.push(/Failed to load resource/);
  await choose(visit, 'good');
  const { page } = visit;
  await trial(page);
  await page.locator('#base-url').fill(`${it.provider.url}/elsewhere/v1`);
  await page.locator('#model').fill('faulty-then-good');
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await page.locator('#base-url').fill(second.url);
  namesBoth(await trial(page));
  await page.locator('#list-models').click();
  await eventually(async () => assert.equal(await page.locator('#models-listed').getAttribute('data-state'), 'bad'));
  assert.deepEqual(await second.requests(), []);
  // Back again it is for whom it was.
  await page.locator('#base-url').fill(it.provider.url);
  assert.equal(await page.locator('#confirm-host').count(), 0);
  // Typed again, it is for what stands there now.
  await page.locator('#base-url').fill(second.url);
  await page.locator('#confirm-host').waitFor();
  await page.locator('#api-key').fill(KEY);
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await page.locator('#model').fill('good');
  await trial(page);
  assert.ok(await has(second, KEY));
});

test('confirmed in the settings, it goes to the new host and is kept with it', async () => {
  const visit = await open();
  await choose(visit, 'good', { remember: true });
  const { page } = visit;
  await trial(page);
  await page.locator('#base-url').fill(second.url);
  await page.locator('#confirm-host').click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'api-key'));
  await kept(page, second.url);
  await page.reload();
  await page.locator('#api-key').waitFor();
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await trial(page);
  assert.ok(await has(second, KEY));
});

test('who fills in the key first and the address after it is asked nothing', async () => {
  const visit = await open('#/settings');
  const { page } = visit;
  await page.locator('#provider').selectOption('custom');
  await page.locator('#api-key').fill(KEY);
  await page.locator('#base-url').fill(it.provider.url);
  await page.locator('#base-url').fill(second.url);
  await page.locator('#model').fill('good');
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await trial(page);
  assert.ok(await has(second, KEY));
  const { session } = await stores(page);
  assert.equal(session['yinchuang.key.custom'], `${KEY}\n${second.url}/\n0`);
});

test('a key that was typed without an address does not go to the address of another tab', async () => {
  const visit = await open();
  await choose(visit, 'good', { remember: true });
  const one = visit.page;
  await kept(one, it.provider.url);
  const other = await visit.openTab('#/settings');
  await one.locator('#base-url').fill('');
  await one.locator('#api-key').fill(OTHER_KEY);
  await eventually(async () => assert.equal(await other.locator('#api-key').inputValue(), OTHER_KEY));
  await trial(other);
  await one.locator('#base-url').fill(second.url);
  await trial(one);
  assert.ok(!(await has(it.provider, OTHER_KEY)));
  assert.ok(await has(second, OTHER_KEY));
});

/** A page whose settings name a provider and an address, and that has no key yet. */
async function withoutKey() {
  const visit = await open();
  await choose(visit, 'good', { key: '' });
  await kept(visit.page, it.provider.url);
  return visit.page;
}

test('a key that an older page kept is for the address that it is met with, without a question', async () => {
  const page = await withoutKey();
  await page.evaluate((key) => sessionStorage.setItem('yinchuang.key.custom', key), KEY);
  await page.reload();
  await page.locator('#provider').waitFor();
  await eventually(async () => assert.equal(await page.locator('#api-key').inputValue(), KEY));
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await trial(page);
  assert.ok(await has(it.provider, KEY));
  await page.locator('#base-url').fill(second.url);
  namesBoth(await trial(page));
  assert.deepEqual(await second.requests(), []);
});

test('a preset’s own address is its host', async () => {
  const visit = await open('#/settings');
  const { page } = visit;
  await page.locator('#provider').selectOption('openai');
  await page.locator('#api-key').fill(KEY);
  await page.locator('#provider').selectOption('custom');
  await page.locator('#provider').selectOption('openai');
  await page.locator('#base-url').fill('https://api.openai.com/v2');
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await page.locator('#base-url').fill(second.url);
  assert.ok((await trial(page)).includes('https://api.openai.com'));
  assert.deepEqual(await second.requests(), []);
});

test('under a passphrase the key keeps its host; for another it has to be sealed again', async () => {
  const visit = await open();
  await choose(visit, 'good');
  const { page } = visit;
  await seal(page);
  await page.locator('#base-url').fill(second.url);
  namesBoth(await trial(page));
  await kept(page, second.url);
  await page.reload();
  await unlock(page, PASSPHRASE);
  await page.locator('#confirm-host').waitFor();
  namesBoth(await trial(page));
  assert.deepEqual(await second.requests(), []);
  await page.locator('#confirm-host').click();
  await page.locator('#seal-passphrase').fill(PASSPHRASE);
  await page.locator('#seal').click();
  await page.locator('#sealed').waitFor();
  await page.reload();
  await unlock(page, PASSPHRASE);
  await page.locator('#sealed').waitFor();
  assert.equal(await page.locator('#confirm-host').count(), 0);
  await trial(page);
  assert.ok(await has(second, KEY));
});

test('a key that an older page sealed opens, and from then on has its host', async () => {
  const page = await withoutKey();
  await page.evaluate(
    async ([key, passphrase]) => {
      const bytes = (text) => new TextEncoder().encode(text);
      const coded = (array) => btoa(String.fromCharCode(...new Uint8Array(array)));
      const [salt, iv] = [16, 12].map((length) => crypto.getRandomValues(new Uint8Array(length)));
      const base = await crypto.subtle.importKey('raw', bytes(passphrase), 'PBKDF2', false, ['deriveKey']);
      const how = { name: 'PBKDF2', hash: 'SHA-256', iterations: 1000, salt };
      const aes = await crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes('custom') }, aes, bytes(key));
      const value = { rounds: 1000, salt: coded(salt), nonce: coded(iv), sealed: coded(sealed) };
      localStorage.setItem('yinchuang.sealed.custom', JSON.stringify({ version: 1, value }));
    },
    [KEY, PASSPHRASE],
  );
  for (const host of [it.provider.url, second.url]) {
    await page.reload();
    await unlock(page, PASSPHRASE);
    await page.locator('#sealed').waitFor();
    assert.equal(await page.locator('#api-key').inputValue(), KEY);
    assert.equal(await page.locator('#confirm-host').count(), host === second.url ? 1 : 0);
    await page.locator('#base-url').fill(second.url);
    namesBoth(await trial(page));
    await kept(page, second.url);
  }
  assert.deepEqual(await second.requests(), []);
});

test('in a comparison, the key of another provider that is for another host is named', async () => {
  const visit = await open();
  const { page } = visit;
  await choose(visit, 'good', { id: 'anthropic' });
  await trial(page);
  await page.locator('#base-url').fill(second.url);
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#contest-fields > summary').click();
  await page.locator('.entrant-provider').nth(1).selectOption('anthropic');
  await eventually(async () => namesBoth(await page.locator('.entrant .missing').nth(1).innerText()));
  assert.ok(await page.locator('#contest-start').isDisabled());
  assert.equal(keyIn((await stores(page)).session['yinchuang.key.anthropic']), KEY);
  assert.deepEqual(await second.requests(), []);
});
