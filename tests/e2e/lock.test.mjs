// A key under a passphrase: kept encrypted, locked when the page opens, and plain in no store.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remains, without as withoutKeys } from './harness/canary.mjs';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE, lockedIn, seal, unlock } from './harness/lock.mjs';
import { KEY, choose, expectEnd, goTo, keyIn } from './harness/model.mjs';
import { expectLines, stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const SEALED = 'yinchuang.sealed.custom';
const PLAIN = 'yinchuang.key.custom';

/** Fails if the key or the passphrase is anywhere in the page or in what it keeps, the database included. */
async function nothingPlain({ page, said, asked }, when) {
  const found = await remains(page);
  for (const [where, thing] of Object.entries({ ...found, said, asked })) {
    withoutKeys([KEY, PASSPHRASE], thing, `${where} (${when})`);
  }
}

/** Opens the page with a key that has been sealed and is locked. */
async function locked(hash = '#/settings') {
  const visit = await it.open();
  await choose(visit, 'good');
  await seal(visit.page);
  await visit.page.goto(visit.site.url + hash);
  await visit.page.reload();
  return visit;
}

/** Opens the page with this where a sealed key is kept. */
async function openWith(text) {
  const visit = await it.open('#/settings');
  await choose(visit, 'good', { key: '' });
  await eventually(async () => assert.match((await stores(visit.page)).local['yinchuang.settings'], /custom/));
  await visit.page.evaluate(([name, kept]) => localStorage.setItem(name, kept), [SEALED, text]);
  await visit.page.reload();
  await visit.page.locator('#provider').waitFor();
  return visit;
}

const kept = async (page) => (await stores(page)).local[SEALED];

test('sealed, a key is in no store plain, and what is kept has the form that is documented', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await seal(page);
  await nothingPlain(visit, 'sealed');
  const { version, value } = JSON.parse(await kept(page));
  assert.equal(version, 1);
  assert.equal(value.rounds, 600000);
  const bytes = (text) => Buffer.from(text, 'base64').length;
  assert.deepEqual([bytes(value.salt), bytes(value.nonce), bytes(value.sealed)], [16, 12, `${KEY}\n${visit.provider.url}/`.length + 16]);
  // Sealed anew, everything in it is another.
  await page.locator('#change-passphrase').click();
  await seal(page, 'another passphrase');
  const again = JSON.parse(await kept(page)).value;
  for (const part of ['salt', 'nonce', 'sealed']) assert.notEqual(again[part], value[part], part);
  await page.reload();
  await unlock(page, PASSPHRASE);
  await page.locator('#unlock-told:not(:empty)').waitFor();
  await unlock(page, 'another passphrase');
  await eventually(async () => assert.equal(await page.locator('#api-key').inputValue(), KEY));
});

test('opened again, the settings ask for the passphrase, and a wrong one has its sentence', async () => {
  const visit = await locked();
  const { page } = visit;
  const field = page.locator('#unlock-passphrase');
  await field.waitFor();
  assert.equal(await field.getAttribute('type'), 'password');
  assert.equal(await field.getAttribute('autocomplete'), 'current-password');
  assert.equal(await field.getAttribute('name'), null, 'no form can send it');
  assert.ok(await page.locator('#api-key').isHidden());
  await nothingPlain(visit, 'locked');

  await unlock(page, 'not this one');
  await eventually(async () => assert.match(await page.locator('#unlock-told').innerText(), /口令不对/));
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('#unlock-told').getAttribute('role'), 'alert');
  await eventually(async () => assert.ok(await field.evaluate((node) => node === document.activeElement)));
  await page.locator('#language').selectOption('en');
  assert.match(await page.locator('#unlock-told').innerText(), /passphrase does not fit/);
  await page.locator('#language').selectOption('zh');

  await unlock(page, PASSPHRASE);
  await eventually(async () => assert.equal(await page.locator('#api-key').inputValue(), KEY));
  assert.ok(await page.locator('#seal-key').isChecked());
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'api-key'));
  await nothingPlain(visit, 'unlocked');
  await page.reload();
  await field.waitFor();
  assert.equal(await page.locator('#api-key').inputValue(), '', 'unlocked is for the page only');
});

test('beside the brief it is unlocked by Enter, and a poem comes with the key', async () => {
  const visit = await locked('#/compose');
  const { page } = visit;
  const start = page.locator('#compose-start');
  await page.locator('#compose-passphrase').waitFor();
  assert.equal(await start.innerText(), '先解锁密钥');
  await start.click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'compose-passphrase');
  assert.deepEqual(await it.provider.requests(), [], 'nothing is asked without the key');
  await page.locator('#brief-form').selectOption('五言绝句');
  await unlock(page, PASSPHRASE, 'compose-');
  await eventually(async () => assert.equal(await page.locator('#compose-passphrase').count(), 0));
  await start.click();
  await expectEnd(page);
  await expectLines(page, POEM);
  for (const { method, headers } of await it.provider.requests()) {
    if (method === 'POST') assert.equal(headers.authorization, `Bearer ${KEY}`);
  }
  await nothingPlain(visit, 'after a run');
});

test('a key that was remembered plain is sealed, and the plain one is gone', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good', { remember: true });
  await eventually(async () => assert.equal(keyIn((await stores(page)).local[PLAIN]), KEY));
  await seal(page);
  await nothingPlain(visit, 'sealed');
  // And back: for the tab only, until the person says otherwise.
  await page.locator('#seal-key').uncheck();
  await eventually(async () => {
    const { local, session } = await stores(page);
    assert.ok(!(SEALED in local) && !(PLAIN in local));
    assert.equal(keyIn(session[PLAIN]), KEY);
  });
  assert.ok(!(await page.locator('#remember-key').isChecked()));
});

test('who does not want another passphrase after all keeps the one that there is', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await page.locator('#seal-key').check();
  assert.ok(!(await page.locator('#keep-passphrase').isVisible()), 'there is none yet');
  await seal(page);
  const before = await kept(page);
  await page.locator('#change-passphrase').click();
  await page.locator('#seal-passphrase').fill('half a');
  await page.locator('#keep-passphrase').click();
  await page.locator('#sealed').waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'change-passphrase'));
  assert.equal(await kept(page), before);
  await nothingPlain(visit, 'sealed');
});

test('the passphrase is typed unseen unless it is to be shown, and a short one is told', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await page.locator('#seal-key').check();
  const field = page.locator('#seal-passphrase');
  assert.equal(await field.getAttribute('type'), 'password');
  assert.equal(await field.getAttribute('autocomplete'), 'new-password');
  assert.ok(await page.locator('#seal').isDisabled(), 'nothing seals nothing');
  await field.fill('短');
  assert.match(await page.locator('#seal-advice').innerText(), /这个口令短/);
  await page.locator('#show-passphrase').check();
  assert.equal(await field.getAttribute('type'), 'text');
  assert.equal(await field.inputValue(), '短');
  await page.locator('#show-passphrase').uncheck();
  assert.equal(await field.getAttribute('type'), 'password');
});

for (const [place, hash, button] of [
  ['the settings', '#/settings', '#forget-key'],
  ['the view of composing', '#/compose', '#compose-forget-key'],
]) {
  test(`a locked key is forgotten by one click in ${place}`, async () => {
    const visit = await locked(hash);
    const { page } = visit;
    await page.locator(`#${lockedIn(hash)}`).waitFor();
    await page.locator(button).click();
    await eventually(async () => {
      const { local, session } = await stores(page);
      assert.ok(!(SEALED in local) && !(PLAIN in local) && !(PLAIN in session));
    });
    await goTo(page, 'settings');
    assert.ok(await page.locator('#api-key').isVisible());
    await page.reload();
    await page.locator('#api-key').waitFor();
    assert.equal(await page.locator('#api-key').inputValue(), '');
  });
}

for (const [what, text, sentence] of [
  ['that is not whole', '{"version":1,"value":{"rounds":600000,"salt":"AAEC', /读不出来/],
  ['of a later version', '{"version":2,"value":{"kdf":"argon2id"}}', /更新的版本/],
  ['of a version before the first', '{"version":0,"value":{}}', /很早的版本/],
]) {
  test(`an entry ${what} has a sentence, and is left alone until it is forgotten`, async () => {
    const visit = await openWith(text);
    const { page } = visit;
    assert.match(await page.locator('#seal-unreadable').innerText(), sentence);
    await choose(visit, 'good', { remember: true });
    await goTo(page, 'compose');
    await page.locator('#compose-start').click();
    await expectEnd(page);
    assert.equal(await kept(page), text);
    await goTo(page, 'settings');
    await page.locator('#forget-key').click();
    assert.equal(await kept(page), undefined);
    assert.equal(await page.locator('#seal-unreadable').count(), 0);
  });
}

test('an entry that was altered is not opened', async () => {
  const visit = await locked();
  const { page } = visit;
  const entry = JSON.parse(await kept(page));
  const bytes = Buffer.from(entry.value.sealed, 'base64');
  bytes[3] ^= 1;
  entry.value.sealed = bytes.toString('base64');
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [SEALED, JSON.stringify(entry)]);
  await page.reload();
  await unlock(page, PASSPHRASE);
  await eventually(async () => assert.match(await page.locator('#unlock-told').innerText(), /口令不对，或者存下的内容被改动过/));
});

test('in a full store nothing is sealed and nothing plain is left, and the key still serves', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good', { remember: true });
  await eventually(async () => assert.match((await stores(page)).local['yinchuang.settings'], /good/));
  await page.evaluate(() => {
    // From here on, as a browser does whose store is full.
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.locator('#seal-key').check();
  await page.locator('#seal-passphrase').fill(PASSPHRASE);
  await page.locator('#seal').click();
  await eventually(async () => assert.match(await page.locator('#seal-told').innerText(), /空间已满/));
  const { local, session } = await stores(page);
  assert.ok(!(SEALED in local) && !(PLAIN in local) && !(PLAIN in session));
  await goTo(page, 'compose');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  const asked = (await it.provider.requests()).filter(({ method }) => method === 'POST');
  assert.ok(asked.length > 0);
  for (const { headers } of asked) assert.equal(headers.authorization, `Bearer ${KEY}`);
});

test('where the browser has no cryptography, that is said and nothing is kept', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  // As over a plain connection to another machine.
  await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true }));
  await page.locator('#seal-key').check();
  await page.locator('#seal-passphrase').fill(PASSPHRASE);
  await page.locator('#seal').click();
  await eventually(async () => assert.match(await page.locator('#seal-told').innerText(), /https/));
  assert.equal(await kept(page), undefined);
});

test('in a comparison, the locked key of another provider is named as what is missing', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good', { id: 'anthropic' });
  await seal(page);
  await choose(visit, 'good');
  await page.reload();
  await goTo(page, 'compose');
  await page.locator('#contest-fields > summary').click();
  await page.locator('.entrant-provider').nth(1).selectOption('anthropic');
  await eventually(async () => assert.match(await page.locator('.entrant .missing').nth(1).innerText(), /锁着/));
  assert.ok(await page.locator('#contest-start').isDisabled());
  assert.deepEqual(await provider.requests(), []);
});
