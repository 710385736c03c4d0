// When it does not work: each refusal becomes a sentence that says what to do, and the draft stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, expectEnd, start, stop } from './harness/model.mjs';
import { expectLines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const DRAFT = '春眠不觉晓，处处闻啼鸟。';
const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
// The browser itself reports a refused or broken request in the console.
const BROWSER = [/^Failed to load resource/, /net::ERR_/, /blocked by CORS policy/];

/** Model, the code of its error, and what the sentence must speak of, in Chinese and in English. */
const REFUSALS = [
  ['401', 'key', /密钥/, /key/],
  ['402', 'money', /余额|充值/, /money|top it up/i],
  ['403', 'key', /密钥/, /key/],
  ['404', 'not-found', /模型.*地址|地址.*模型/, /model/],
  ['422', 'refused', /模型/, /model/],
  ['429-quota', 'money', /额度|余额/, /quota/],
  ['nobody-knows-this', 'not-found', /模型/, /model/],
  ['html', 'html', /网页/, /web page/],
  ['malformed', 'malformed', /格式|看不懂/, /format/],
  ['empty', 'empty', /空/, /./],
  ['filter', 'filtered', /审核/, /./],
  ['error-in-200', 'inside', /再试/, /again/],
  ['cut', 'broken', /断/, /./],
  ['no-verse', 'no-verse', /诗句/, /verse/],
  ['echo-key-in-error', 'refused', /模型/, /model/],
  ['401-no-cors', 'unreachable', /依次检查/, /./],
];

for (const [model, code, chinese, english] of REFUSALS) {
  test(`“${model}” is explained, and the draft stays`, async () => {
    const visit = await it.open();
    visit.expected = BROWSER;
    const { page } = visit;
    await paste(visit, DRAFT);
    await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
    await start(visit, model);
    await expectEnd(page);
    const alert = page.locator('#compose-error');
    assert.equal(await alert.getAttribute('role'), 'alert');
    assert.equal(await alert.getAttribute('data-code'), code);
    const sentence = await alert.innerText();
    assert.match(sentence, chinese);
    assert.match(sentence, /[。；：]$|。/, 'a whole sentence');
    assert.ok(!sentence.includes(KEY));
    // What came before an answer broke off is shown; then the draft is among the versions.
    const field = await written(page);
    if (!['cut', 'error-in-200'].includes(model)) assert.equal(field, DRAFT);
    else if (field !== DRAFT) assert.equal(await page.locator('#versions', { hasText: '春眠不觉晓' }).count(), 1);
    const asks = await it.provider.asks();
    // Only talk instead of verse is worth asking again: most refusals would be the same a second time.
    assert.equal(asks.length, model === 'no-verse' ? 2 : 1);

    await page.evaluate(() => (location.hash = '#/settings'));
    await page.locator('#language').selectOption('en');
    await page.evaluate(() => (location.hash = '#/compose'));
    assert.match(await alert.innerText(), english);
  });
}

for (const [model, status] of [['429-then-good', 429], ['503-then-good', 503]]) {
  test(`“${model}”: after a while it is tried again and works`, async () => {
    const visit = await it.open();
    visit.expected = BROWSER;
    await start(visit, model);
    await expectEnd(visit.page);
    await expectLines(visit.page, POEM);
    assert.equal(await visit.page.locator('#compose-error').count(), 0);
    assert.equal((await it.provider.asks()).length, 2, `${status} once, then the poem`);
  });
}

for (const [model, code, word] of [['500', 'down', /服务商/], ['429', 'busy', /频繁|太多/]]) {
  test(`“${model}” is tried at most four times, and Stop ends the waiting`, async () => {
    const visit = await it.open();
    visit.expected = BROWSER;
    const { page } = visit;
    await paste(visit, DRAFT);
    await start(visit, model);
    await expectEnd(page, 40000);
    const alert = page.locator('#compose-error');
    assert.equal(await alert.getAttribute('data-code'), code);
    assert.match(await alert.innerText(), word);
    const asks = (await it.provider.asks()).length;
    assert.ok(asks >= 2 && asks <= 4, `${asks} tries`);
    assert.equal(await written(page), DRAFT);

    await page.locator('#compose-start').click();
    await page.waitForTimeout(300);
    assert.ok(await page.locator('#compose-stop').isEnabled(), 'waiting before the next try');
    const milliseconds = await stop(page);
    assert.ok(milliseconds < 500, `${milliseconds} ms`);
  });
}

for (const [model, letters] of [['stall-before', 0], ['keepalive-only', 0], ['stall-mid', 8]]) {
  test(`“${model}”: Stop works while nothing comes`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await start(visit, model);
    await page.waitForTimeout(1000);
    assert.ok(await page.locator('#compose-stop').isEnabled());
    await page.locator('#compose-stop').click();
    await expectEnd(page, 500);
    const field = (await written(page)).replaceAll(/[，。\s]/g, '');
    if (letters > 0) assert.equal(field, POEM.join('').slice(0, letters), 'what had come is kept');
    else assert.ok(field.length > 0, 'the poem that was there is still there');
  });

  test(`“${model}”: a silence is ended by the page and explained`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await page.clock.install();
    await start(visit, model);
    await page.clock.runFor(2000);
    await page.waitForTimeout(500);
    await page.clock.runFor(10 * 60 * 1000);
    await expectEnd(page);
    const alert = page.locator('#compose-error');
    assert.equal(await alert.getAttribute('data-code'), 'stalled');
    assert.match(await alert.innerText(), /秒/);
  });
}

for (const id of ['custom', 'anthropic', 'gemini']) {
  test(`${id}: an answer without end is ended by the page`, async () => {
    const visit = await it.open();
    await start(visit, 'endless', { id });
    await expectEnd(visit.page, 60000);
    assert.ok((await written(visit.page)).length < 5000, 'the field is not flooded');
    const dropped = async () => assert.ok((await it.provider.asks()).every((ask) => ask.fate === 'dropped'));
    await eventually(dropped);
  });
}

test('a redirection is not followed: the key would go with it', async () => {
  const visit = await it.open();
  visit.expected = BROWSER;
  const { page } = visit;
  await paste(visit, DRAFT);
  await start(visit, 'redirect');
  await expectEnd(page);
  assert.equal(await page.locator('#compose-error').getAttribute('data-code'), 'unreachable');
  assert.equal(await written(page), DRAFT);
  const asked = (await it.provider.requests()).map((request) => request.path);
  assert.equal((await it.provider.asks()).length, 1);
  assert.ok(asked.every((address) => !address.includes('elsewhere')), asked.join(' '));
});

test('a provider that is not there is explained', async () => {
  const visit = await it.open();
  visit.expected = [...BROWSER, /^asked http:\/\/127\.0\.0\.1:9\//];
  const { page } = visit;
  await paste(visit, DRAFT);
  await start({ page, provider: { url: 'http://127.0.0.1:9' } }, 'good');
  await expectEnd(page);
  assert.equal(await page.locator('#compose-error').getAttribute('data-code'), 'unreachable');
  assert.equal(await written(page), DRAFT);
});
