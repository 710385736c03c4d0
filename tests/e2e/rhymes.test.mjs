// The rhyme books: by group, by character, by sound; and from there into the poem.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { expectLines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const text = (page, selector) => page.locator(selector).first().innerText();

test('a group lists its characters, commonest first, and each says what all books have of it', async () => {
  const { page } = await it.open();
  await goTo(page, 'rhymes');
  const groups = page.locator('.group');
  assert.equal(await groups.count(), 106);
  await page.locator('.group', { hasText: '十一尤' }).click();
  const hanzi = page.locator('.hanzi-list .hanzi');
  const common = (await hanzi.allInnerTexts()).slice(0, 12).join('');
  for (const c of '秋头流') assert.ok(common.includes(c), `${c} in ${common}`);
  assert.equal(await page.locator('.seldom .hanzi').count(), 0, 'seldom ones wait');
  await page.locator('#seldom').click();
  assert.ok((await page.locator('.seldom .hanzi').count()) > 50);
  await page.locator('.hanzi-list .hanzi', { hasText: '楼' }).first().click();
  const looked = await text(page, '.looked');
  for (const part of ['lóu', '平水韵', '十一尤', '词林正韵', '第十二部', '中华新韵', '中华通韵']) {
    assert.ok(looked.includes(part), `${part} in ${looked}`);
  }
  await page.locator('#all-groups').click();
  assert.equal(await groups.count(), 106);
  await page.locator('#rhymes-book').selectOption('xinyun');
  assert.equal(await groups.count(), 28);
});

test('a character is found in either script, with what its readings mean, and leads to its group', async () => {
  const { page } = await it.open('#/rhymes');
  await page.locator('#rhymes-search').fill('看');
  const looked = page.locator('.looked');
  await looked.waitFor();
  assert.match(await looked.innerText(), /平声 · 十四寒/);
  assert.match(await looked.innerText(), /去声 · 十五翰/);
  await eventually(async () => assert.match(await looked.innerText(), /看守/));
  await page.locator('.looked .reading', { hasText: '十四寒' }).click();
  await eventually(async () => assert.match(await text(page, '.list h3'), /十四寒/));
  assert.equal(await page.locator('#rhymes-search').inputValue(), '');
  await page.locator('#rhymes-search').fill('樓');
  await eventually(async () => assert.match(await looked.innerText(), /十一尤/));
  await page.locator('#rhymes-search').fill('啤');
  await eventually(async () => assert.match(await looked.innerText(), /pí/));
});

test('a sound is found with and without its tone; what is none says so', async () => {
  const { page } = await it.open('#/rhymes');
  const hanzi = async () => (await page.locator('.hanzi-list .hanzi').allInnerTexts()).join('');
  await page.locator('#rhymes-search').fill('lou2');
  await eventually(async () => assert.match(await hanzi(), /^楼/));
  assert.doesNotMatch(await hanzi(), /陋/);
  await page.locator('#rhymes-search').fill('lou');
  await eventually(async () => assert.match(await hanzi(), /陋/));
  await page.locator('#rhymes-traditional').check();
  await eventually(async () => assert.match(await hanzi(), /^樓/));
  await page.locator('#rhymes-search').fill('<b>nothing</b>');
  await page.locator('.nothing').waitFor();
});

test('what is found takes the place of the character that is looked at', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '白日依山尽，黄河入海流。\n欲穷千里目，更上一层山。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层山']);
  await goTo(page, 'rhymes');
  await page.locator('#rhymes-search').fill('楼');
  assert.ok(await page.locator('.put-hanzi').isHidden(), 'no place has been chosen');
  await goTo(page, 'write');
  await page.locator('#marked [data-line="4"] [data-place="5"]').click();
  await goTo(page, 'rhymes');
  await page.locator('.put-hanzi').click();
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  assert.ok(await page.locator('#poem').isVisible(), 'and the sheet is there again');
  assert.equal(await page.locator('#versions [data-version]').count(), 1, 'what stood there is kept');
  await goTo(page, 'rhymes');
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.copy-hanzi').click();
  await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '楼'));
});

test('all of it by keyboard, and nothing of it on a first visit', async () => {
  it.site.asked.length = 0;
  const { page } = await it.open();
  assert.ok(it.site.asked.every((name) => !name.includes('rhymes')), `${it.site.asked}`);
  await page.locator('nav a[href="#/rhymes"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#rhymes-search').waitFor();
  await page.locator('nav a[href="#/rhymes"]').focus();
  const to = async (matches) => {
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((matches) => document.activeElement.matches(matches), matches)) return;
    }
    assert.fail(`Tab never came to ${matches}`);
  };
  await to('#rhymes-search');
  await to('.group');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await text(page, '.list h3'), /一东/));
  await to('.hanzi-list .hanzi');
  await page.keyboard.press('Enter');
  await page.locator('.looked').waitFor();
});
