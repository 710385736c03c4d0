// Reloading: the draft, the versions and the settings are still there, and what is broken in the store is survived.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo, start, versions } from './harness/model.mjs';
import { clear, expectKept, expectLines, paste, ready, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];

test('a draft is there again after reloading, and in another tab', async () => {
  const visit = await it.open();
  const text = '春眠不觉晓，\n处处闻啼鸟。';
  await paste(visit, text);
  await expectKept(visit.page, text);
  await visit.page.reload();
  await expectLines(visit.page, ['春眠不觉晓', '处处闻啼鸟']);
  assert.equal(await written(visit.page), text);
  const second = await visit.openTab();
  await eventually(async () => assert.equal(await written(second), text));
});

test('the last keystroke before leaving is kept', async () => {
  const visit = await it.open();
  await clear(visit.page);
  await visit.page.keyboard.insertText('春');
  await visit.page.reload();
  await ready(visit.page);
  await eventually(async () => assert.equal(await written(visit.page), '春'));
});

test('an emptied field stays empty', async () => {
  const visit = await it.open();
  await clear(visit.page);
  await visit.page.waitForTimeout(600);
  await visit.page.reload();
  await ready(visit.page);
  assert.equal(await written(visit.page), '');
});

test('versions and settings are there again', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  const before = await versions(page);
  assert.ok(before.length >= 2);
  await goTo(page, 'settings');
  await page.locator('#theme').selectOption('dark');
  await page.waitForTimeout(600);
  await page.reload();
  await ready(page);
  await expectLines(page, POEM);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('#provider').inputValue(), 'custom');
  assert.equal(await page.locator('#base-url').inputValue(), it.provider.url);
  assert.equal(await page.locator('#model').inputValue(), 'faulty-then-good');
  await goTo(page, 'compose');
  const known = (all) => all.map(({ id, errors, best }) => ({ id, errors, best }));
  // They come with the part that keeps drafts.
  await eventually(async () => assert.deepEqual(known(await versions(page)), known(before)));
});

test('reloading amid an answer keeps what has come', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'slow');
  await eventually(async () => assert.ok((await written(page)).startsWith('白日依')), 15000);
  await page.reload();
  await ready(page);
  assert.ok((await written(page)).startsWith('白日'), await written(page));
  assert.ok(await page.locator('#compose-stop').isDisabled(), 'nothing runs');
});

for (const [what, value] of [
  ['no JSON', '{"text": "春'],
  ['something else', '42'],
  ['a later version', '{"version": 99, "poem": {"strophes": []}}'],
]) {
  test(`a store that holds ${what} is survived, set aside and said`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await page.evaluate((text) => {
      for (const name of ['draft', 'settings', 'versions']) localStorage.setItem(`yinchuang.${name}`, text);
    }, value);
    // The page saves when it is left: what was put there must be found anyway.
    await page.goto('about:blank');
    const second = await visit.openTab();
    await eventually(async () => assert.ok((await written(second)).length > 0, 'the page is there'));
    await paste(visit, POEM.join('，'));
    await expectLines(second, POEM);
    const all = await second.evaluate(() => Object.values(localStorage));
    assert.ok(all.some((text) => text.includes(value)), 'what could not be read is not thrown away');
    assert.ok(await second.locator('#notice').isVisible());
  });
}

test('where nothing can be kept the page says so and works on', async () => {
  const visit = await it.open();
  await visit.context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit.page.reload();
  await ready(visit.page);
  await paste(visit, POEM.join('，'));
  await expectLines(visit.page, POEM);
  await eventually(async () => assert.ok(await visit.page.locator('#notice').isVisible()));
});

test('the theme follows the system until one is chosen', async () => {
  const visit = await it.open('', { colorScheme: 'dark' });
  const { page } = visit;
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper').trim());
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'system');
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  assert.notEqual(light, dark);
  await choose(visit, 'good');
  await page.locator('#theme').selectOption('dark');
  assert.equal(await paper(), dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('#theme').selectOption('light');
  assert.equal(await paper(), light);
});
