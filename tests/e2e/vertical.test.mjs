// Vertical writing: the sheet from top to bottom, its lines from right to left, with all its marks; the field as well, and
// input methods in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { cells, clear, expectKept, expectLines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** 白居易《赋得古原草送别》, with a rescued deviation. */
const GRASS =
  '离离原上草，\n一岁一枯荣。\n野火烧不尽，\n春风吹又生。\n远芳侵古道，\n晴翠接荒城。\n又送王孙去，\n萋萋满别情。';
const LAKE = '昔闻洞庭水，今上岳阳楼。吴楚东南坼，乾坤日夜浮。亲朋无一字，老病有孤舟。戎马关山北，凭轩涕泗流。';

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const box = async (page, line, place) => cell(page, line, place).boundingBox();
const middle = (b) => [b.x + b.width / 2, b.y + b.height / 2];

async function open(options) {
  const visit = await it.open('', options);
  await visit.page.locator('#toggle-vertical').check();
  await paste(visit, GRASS);
  await expectLines(visit.page, GRASS.split('\n').map((line) => line.slice(0, 5)));
  return visit;
}

test('characters go down, lines go left, and the choice is kept', async () => {
  const { page } = await open();
  const [one, below, left] = await Promise.all([box(page, 1, 1), box(page, 1, 2), box(page, 2, 1)]);
  assert.ok(Math.abs(one.x - below.x) < 1 && below.y - one.y > 40, 'a line goes down');
  assert.ok(Math.abs(one.y - left.y) < 1 && one.x - left.x > 60, 'the next one stands to the left');
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.ok(await page.locator('#toggle-vertical').isChecked()));
  const again = await box(page, 1, 2);
  assert.ok(again.y > (await box(page, 1, 1)).y + 40);
  await page.locator('#toggle-vertical').uncheck();
  await eventually(async () => {
    const [a, b] = await Promise.all([box(page, 1, 1), box(page, 1, 2)]);
    assert.ok(b.x > a.x && Math.abs(a.y - b.y) < 1);
  });
});

test('marks stand to the left of their characters, pinyin to the right, the stop and the type at the foot', async () => {
  const { page } = await open();
  await page.locator('#toggle-pinyin').check();
  const parts = await page.evaluate(() => {
    const line = document.querySelector('#marked [data-line="1"]');
    const at = (part) => {
      const { x, y, width, height } = line.querySelector(part).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, top: y, bottom: y + height };
    };
    const last = line.querySelector('[data-place="5"]').getBoundingClientRect();
    return {
      pinyin: at('[data-place="1"] .pinyin'),
      hanzi: at('[data-place="1"] .hanzi'),
      mark: at('[data-place="1"] .mark'),
      stop: at('.stop'),
      letter: at('.letter'),
      end: last.y + last.height,
    };
  });
  assert.ok(parts.pinyin.x > parts.hanzi.x && parts.hanzi.x > parts.mark.x, JSON.stringify(parts));
  assert.ok(Math.abs(parts.hanzi.y - parts.mark.y) < 6);
  assert.ok(parts.stop.top >= parts.end - 2, 'the stop stands below the last character');
  assert.ok(parts.letter.top >= parts.end, 'the letter of the type stands at the foot');
});

test('the arc of a rescue begins and ends at its marks', async () => {
  const { page } = await open();
  await page.locator('.arcs path').waitFor({ state: 'attached' });
  const ends = await page.evaluate(() => {
    const path = document.querySelector('.arcs path');
    const matrix = path.getScreenCTM();
    const at = (length) => {
      const p = path.getPointAtLength(length).matrixTransform(matrix);
      return [p.x, p.y];
    };
    return [at(0), at(path.getTotalLength())];
  });
  for (const [end, [line, place]] of [[ends[0], [3, 4]], [ends[1], [4, 3]]]) {
    const mark = await cell(page, line, place).locator('.mark').boundingBox();
    const [x, y] = middle(mark);
    assert.ok(Math.abs(end[0] - x) < mark.width && Math.abs(end[1] - y) < mark.height, `${end} at ${x} ${y}`);
  }
});

test('a fault waves beside its character', async () => {
  const visit = await open();
  await paste(visit, GRASS.replace('一岁一', '一时一'));
  await eventually(async () => assert.equal(await cell(visit.page, 2, 2).getAttribute('data-fault'), 'error'));
  const style = await cell(visit.page, 2, 2)
    .locator('.hanzi')
    .evaluate((node) => {
      const { textDecorationStyle, textUnderlinePosition, writingMode } = getComputedStyle(node);
      return { textDecorationStyle, textUnderlinePosition, writingMode };
    });
  assert.deepEqual(style, { textDecorationStyle: 'wavy', textUnderlinePosition: 'left', writingMode: 'vertical-rl' });
});

test('arrow keys go where they point', async () => {
  const { page } = await open();
  const picked = () => page.locator('[data-picked] .hanzi').allInnerTexts();
  await page.locator('.lines').focus();
  for (const [key, expected] of [
    ['ArrowDown', '离'],
    ['ArrowDown', '离'],
    ['ArrowDown', '原'],
    ['ArrowLeft', '一'],
    ['ArrowUp', '岁'],
    ['ArrowRight', '离'],
    ['ArrowRight', '离'],
  ]) {
    await page.keyboard.press(key);
    await eventually(async () => assert.deepEqual(await picked(), [expected], key));
  }
});

test('on a phone an octave is scrolled to inside the sheet, and the page has no sideways scroll', async () => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const sides = () =>
    page.evaluate(() => {
      const root = document.scrollingElement;
      const poem = document.querySelector('.poem');
      return { page: root.scrollWidth - root.clientWidth, sheet: poem.scrollWidth - poem.clientWidth, at: poem.scrollLeft };
    });
  const { page: wide, sheet, at } = await sides();
  assert.equal(wide, 0);
  assert.ok(sheet > 100, 'the sheet is wider than the page');
  assert.ok(Math.abs(at) < 2, 'it begins at its first line, at the right');
  const first = await box(page, 1, 1);
  assert.ok(first.x > 195 && first.x + first.width <= 390);
  await page.locator('.lines').focus();
  await page.keyboard.press('ArrowDown');
  for (let n = 0; n < 7; n++) await page.keyboard.press('ArrowLeft');
  await eventually(async () => {
    const last = await box(page, 8, 1);
    assert.ok(last.x >= 0 && last.x + last.width <= 390, JSON.stringify(last));
  });
  assert.equal((await sides()).page, 0);
});

test('the field is written in vertically, with keys and with an input method', async () => {
  const visit = await open();
  const { page, context } = visit;
  const field = page.locator('#poem');
  assert.equal(await field.evaluate((node) => getComputedStyle(node).writingMode), 'vertical-rl');
  await clear(page);
  const cdp = await context.newCDPSession(page);
  const compose = (text) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const letters of ['c', 'chun', "chun'mian"]) {
    await compose(letters);
    assert.equal(await written(page), letters);
  }
  await cdp.send('Input.insertText', { text: '春眠' });
  await expectLines(page, ['春眠']);
  await page.keyboard.insertText('不晓，\n处处闻啼鸟。');
  await expectLines(page, ['春眠不晓', '处处闻啼鸟']);
  // To the right is the line before; up and down go through the line.
  await page.keyboard.press('ArrowRight');
  const caret = () => field.evaluate((node) => node.selectionStart);
  const [from, to] = [await caret(), (await written(page)).indexOf('\n')];
  assert.ok(from <= to, `the caret went to the line at the right: ${from}`);
  await field.evaluate((node) => node.setSelectionRange(3, 3));
  await compose('jue');
  await compose('');
  await page.keyboard.insertText('觉');
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
  assert.equal(await written(page), '春眠不觉晓，\n处处闻啼鸟。');
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['春眠不晓', '处处闻啼鸟']);
  await expectKept(page, '春眠不晓，\n处处闻啼鸟。');
});

test('a long poem in the vertical field is scrolled to inside it', async () => {
  const visit = await open({ viewport: { width: 390, height: 844 } });
  const { page } = visit;
  await paste(visit, LAKE.replaceAll(/([，。])/g, '$1\n'));
  await eventually(async () => assert.match(await written(page), /泗流/));
  const sizes = await page.evaluate(() => {
    const field = document.querySelector('#poem').getBoundingClientRect();
    const root = document.scrollingElement;
    return { wide: root.scrollWidth - root.clientWidth, height: field.height, width: field.width };
  });
  assert.equal(sizes.wide, 0);
  assert.ok(sizes.height > 150 && sizes.height < 500, JSON.stringify(sizes));
});
