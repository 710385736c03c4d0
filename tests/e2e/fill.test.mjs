// Writing into the pattern: what is open is drawn with what is asked of it and is no fault; the text stays one text field.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { beside, cells, clear, expectKept, expectLines, findings, paste, row, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const form = (page) => beside(page, '#verdict-form');
const slots = async (page) => (await row(page, 'slot')).join(' ');
const unwritten = (page) => page.locator('#marked [data-unwritten]').count();

/** The page with an empty field and a pattern. */
async function open(options = {}, pattern = '五言绝句') {
  const visit = await it.open('', options);
  await clear(visit.page);
  await visit.page.locator('#toggle-fill').check();
  await visit.page.locator('#fill-form').selectOption(pattern);
  return visit;
}

test('an empty pattern shows what each place asks, and nothing is a fault', async () => {
  const { page } = await open();
  await eventually(async () => assert.equal(await slots(page), 'FOOLR LLFOR FLLOO FOOLR'));
  assert.equal(await unwritten(page), 20);
  assert.match(await form(page), /五言绝句 · 仄起首句入韵 · 还空 20 字/);
  assert.deepEqual(await findings(page), []);
  await page.locator('#fill-opening').selectOption('平起首句不入韵');
  await eventually(async () => assert.equal(await slots(page), 'FLLOO FOOLR FOLLO LLFOR'));
  await page.locator('#fill-form').selectOption('七言律诗');
  await eventually(async () => assert.equal(await unwritten(page), 56));
  for (const name of ['七言绝句', '五言律诗']) {
    await page.locator('#fill-form').selectOption(name);
    await eventually(async () => assert.match(await form(page), new RegExp(name)));
  }
});

test('the text goes into the pattern, is checked as far as it goes, and the rest stays open', async () => {
  const { page } = await open();
  await page.locator('#poem').click();
  await page.keyboard.insertText('白日依山尽，黄河');
  await eventually(async () => assert.match(await form(page), /首句不入韵 · 还空 13 字/));
  assert.deepEqual(await findings(page), []);
  assert.equal(await unwritten(page), 13);
  await page.keyboard.insertText('日海流。');
  await eventually(async () => assert.equal(await unwritten(page), 10));
  await page.keyboard.insertText('欲上千里目，');
  await eventually(async () => {
    const faults = (await findings(page)).filter((f) => f.severity !== 'advice');
    assert.deepEqual(faults.map((f) => `${f.code} ${f.line}`), ['tone 3']);
  });
  assert.match(await form(page), /还空 5 字/);
});

test('a blank is a character not found yet, wherever it stands', async () => {
  const visit = await open();
  await paste(visit, '白日□山尽，黄河入□□。欲□千里目，□上一层□。');
  await eventually(async () => assert.match(await form(visit.page), /还空 6 字/));
  assert.deepEqual(await findings(visit.page), []);
  await visit.page.locator('#toggle-fill').uncheck();
  await eventually(async () => assert.equal(await visit.page.locator('.pattern-choice').count(), 0));
  assert.deepEqual(await findings(visit.page), [], 'without the pattern, too');
});

test('a press on an open place puts the caret there; blanks lead up to it and are written over', async () => {
  const { page } = await open();
  await cell(page, 2, 3).click();
  await eventually(async () => assert.equal(await written(page), '□□□□□，\n□□'));
  assert.ok(await page.locator('#poem').evaluate((field) => document.activeElement === field));
  await page.keyboard.insertText('入');
  await eventually(async () => assert.equal(await cell(page, 2, 3).locator('.hanzi').innerText(), '入'));
  await cell(page, 1, 2).click();
  await page.keyboard.insertText('日');
  await eventually(async () => assert.equal(await written(page), '□日□□□，\n□□入'));
  // Writing on takes the place of the blanks.
  await page.keyboard.insertText('依山尽');
  await eventually(async () => assert.equal(await written(page), '□日依山尽，\n□□入'));
  await cell(page, 4, 1).click();
  await page.keyboard.insertText('更');
  await eventually(async () => assert.equal(await written(page), '□日依山尽，\n□□入□□。\n□□□□□，\n更'));
  await eventually(async () => assert.match(await form(page), /还空 14 字/));
  // The browser's own undo takes it back.
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await eventually(async () => assert.equal(await written(page), '□日依山尽，\n□□入'));
});

for (const vertical of [false, true]) {
  test(`an input method composes into an open place${vertical ? ' of the vertical sheet' : ''}`, async () => {
    const { page, context } = await open();
    if (vertical) await page.locator('#toggle-vertical').check();
    const cdp = await context.newCDPSession(page);
    const compose = (text) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await cell(page, 1, 1).click();
    await page.keyboard.insertText('□□□□□，');
    await eventually(async () => assert.equal(await unwritten(page), 15));
    await cell(page, 1, 2).click();
    for (const letters of ['s', 'shan', "shan'shui"]) {
      await compose(letters);
      assert.equal(await written(page), `□${letters}□□□，`);
    }
    await page.waitForTimeout(300);
    assert.equal(await written(page), "□shan'shui□□□，", 'nothing is written into the field meanwhile');
    await cdp.send('Input.insertText', { text: '山水' });
    await eventually(async () => assert.equal(await written(page), '□山水□□，'));
    await eventually(async () => assert.match(await form(page), /还空 18 字/));
    await compose('yun');
    await cdp.send('Input.insertText', { text: '云' });
    await eventually(async () => assert.equal(await written(page), '□山水云□，'));
    await expectKept(page, '□山水云□，');
  });
}

test('the pattern is found from what is written, kept, and left for another poem', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  await page.locator('#toggle-fill').check();
  await page.locator('#poem').click();
  await page.keyboard.insertText('白日依山尽');
  await eventually(async () => assert.match(await form(page), /五言绝句.*还空 15 字/));
  await page.keyboard.insertText('，黄河入海流。欲穷千里目，更上一层楼。又');
  await eventually(async () => assert.match(await form(page), /五言律诗.*还空 19 字/));
  await page.locator('#fill-form').selectOption('五言律诗');
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.equal(await page.locator('#fill-form').inputValue(), '五言律诗'));
  assert.match(await form(page), /五言律诗.*还空 19 字/);
});

test('by keyboard: arrows to an open place, Enter writes there', async () => {
  const { page } = await open();
  await page.locator('#fill-opening').selectOption('仄起首句入韵');
  await page.locator('.lines').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await eventually(async () => assert.equal(await page.locator('[data-picked]').getAttribute('data-place'), '2'));
  assert.match(await page.locator('#picked').innerText(), /应平/);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('河');
  await eventually(async () => assert.equal(await written(page), '□□□□□，\n□河'));
});

test('on a phone the pattern fits, and pressing a place leaves the sheet in sight', async () => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true }, '七言律诗');
  await eventually(async () => assert.equal(await unwritten(page), 56));
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
  assert.equal(wide, 0);
  await cell(page, 1, 2).tap();
  await eventually(async () => assert.equal(await written(page), '□'));
  assert.equal(await page.locator('.verdict-body').isVisible(), false);
  assert.equal((await cells(page))[0].length, 7);
  await expectLines(page, ['□', '', '', '', '', '', '', '']);
});
