// Looking at a character: what all books say, and the characters that fit its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { expectPart } from './harness/parts.mjs';
import { expectLines, findings, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const LINES = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层山'];
const POEM = `${LINES[0]}，${LINES[1]}。\n${LINES[2]}，${LINES[3]}。`;

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const fits = (page) => page.locator('#fits .hanzi').allInnerTexts();

async function open() {
  const visit = await it.open();
  await paste(visit, POEM);
  await expectLines(visit.page, LINES);
  return visit;
}

test('the readings of a character in all books, its forms, and why it is read so', async () => {
  const { page } = await open();
  await cell(page, 4, 5).click();
  const panel = page.locator('#picked');
  for (const words of ['平水韵', '平声 · 十五删 · shān', '词林正韵', '中华新韵', '中华通韵', '依据']) {
    await eventually(async () => assert.ok((await panel.innerText()).includes(words), words));
  }
  await cell(page, 4, 4).click();
  await eventually(async () => assert.match(await panel.innerText(), /繁体\s+層/));
});

test('the panel is a part of its own, fetched with the first look', async () => {
  const visit = await it.open();
  const { page, site } = visit;
  await page.waitForTimeout(300);
  const before = site.asked.length;
  await cell(page, 1, 1).click();
  await page.locator('#picked .character').waitFor();
  await page.waitForTimeout(500);
  const asked = site.asked.slice(before).filter((file) => !file.includes('glosses'));
  expectPart(asked, 'tools');
});

test('at a rhyme the characters of the poem’s group are offered, and a press puts one there, undoable', async () => {
  const { page } = await open();
  assert.ok((await findings(page)).some((f) => f.code === 'off-rhyme'));
  await cell(page, 4, 5).click();
  await page.locator('#fits-toggle').click();
  await page.locator('#fits .hanzi').first().waitFor();
  const offered = await fits(page);
  assert.ok(offered.length > 15 && offered.includes('楼') && offered.includes('秋'), offered.join(''));
  assert.ok(!offered.includes('流'), 'it rhymes already');
  await page.locator('#fits .hanzi', { hasText: '楼' }).click();
  await expectLines(page, [...LINES.slice(0, 3), '更上一层楼']);
  assert.deepEqual(await findings(page), []);
  assert.equal(await written(page), POEM.replace('层山', '层楼'));
  // The place is still looked at, and the focus is where it was to be.
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'fits-toggle'));
  assert.equal(await page.locator('[data-picked] .hanzi').innerText(), '楼');
  await page.locator('#poem').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, LINES);
});

test('none of those that are offered at any place of a line brings a finding', async () => {
  const { page } = await open();
  const errors = async () => (await findings(page)).map((f) => `${f.code} ${f.line}`).sort();
  const before = await errors();
  for (const place of [1, 2, 4]) {
    await cell(page, 3, place).click();
    if ((await page.locator('#fits-toggle').getAttribute('aria-expanded')) !== 'true') await page.locator('#fits-toggle').click();
    await page.locator('#fits .hanzi').first().waitFor();
    const offered = await fits(page);
    for (const hanzi of offered.slice(0, 3)) {
      await page.locator('#fits .hanzi').getByText(hanzi, { exact: true }).first().click();
      await eventually(async () => assert.equal(await cell(page, 3, place).locator('.hanzi').innerText(), hanzi));
      assert.deepEqual(await errors(), before, `${hanzi} at ${place}`);
    }
  }
});

test('an open place of a pattern offers characters, by keyboard', async () => {
  const { page } = await it.open();
  await page.locator('#poem').fill('');
  await page.locator('#toggle-fill').check();
  await page.locator('#fill-form').selectOption('五言绝句');
  await page.locator('.lines').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('#fits-toggle').focus();
  await page.keyboard.press('Enter');
  await page.locator('#fits .hanzi').first().waitFor();
  const [first] = await fits(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await written(page), first));
});
