// How it looks: nothing runs off a narrow page, nothing moves while a verdict changes, everything can be read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { contrast, textPairs } from './harness/colour.mjs';
import { expectLines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const OCTAVE = '风急天高猿啸哀，渚清沙白鸟飞回。无边落花萧萧下，不尽长江滚滚来。万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒瓶。';
const LINES = OCTAVE.split(/[，。]/).filter(Boolean);

for (const width of [390, 320, 768]) {
  test(`nothing runs off a page ${width} px wide`, async () => {
    const visit = await it.open('', { viewport: { width, height: 844 }, hasTouch: true });
    const { page } = visit;
    await paste(visit, OCTAVE);
    await expectLines(page, LINES);
    await page.locator('#toggle-pinyin').check();
    for (const view of ['write', 'compose', 'settings']) {
      await goTo(page, view);
      const { scroll, client, wide } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
        wide: [...document.querySelectorAll('body *')]
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
          .map((node) => `${node.tagName}#${node.id}.${node.getAttribute('class')}`),
      }));
      assert.ok(scroll <= client, `${view}: ${scroll} > ${client}: ${wide.slice(0, 5)}`);
    }
  });
}

test('on a narrow page the sheet is seen first, and the whole of a seven-character line', async () => {
  const visit = await it.open('', { viewport: { width: 390, height: 844 } });
  await paste(visit, OCTAVE);
  await expectLines(visit.page, LINES);
  for (const place of [1, 7]) {
    const box = await visit.page.locator(`[data-line="1"] [data-place="${place}"]`).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, `place ${place}: ${JSON.stringify(box)}`);
  }
});

test('on a narrow page the verdict is one line that opens and closes', async () => {
  const visit = await it.open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = visit;
  const handle = page.locator('#verdict-handle');
  assert.match(await handle.innerText(), /七言绝句/);
  assert.equal(await page.locator('#verdict-form').isVisible(), false);
  await handle.tap();
  await eventually(async () => assert.ok(await page.locator('#findings button').first().isVisible()));
  await handle.tap();
  await eventually(async () => assert.equal(await page.locator('#verdict-form').isVisible(), false));
});

test('on a narrow page the verdict opens while the field is written in', async () => {
  const { page } = await it.open('', { viewport: { width: 390, height: 844 } });
  await page.locator('#poem').focus();
  await page.locator('#verdict-handle').click();
  await eventually(async () => assert.ok(await page.locator('#verdict-form').isVisible()));
  await eventually(async () => assert.ok(await page.locator('nav').isVisible(), 'the field is left'));
});

test('what is pressed on a narrow page is large enough for a finger', async () => {
  const visit = await it.open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const view of ['write', 'compose', 'settings']) {
    await goTo(visit.page, view);
    const small = await visit.page.evaluate(() =>
      [...document.querySelectorAll('button, nav a, select, input:not([type=checkbox])')]
        .filter((node) => node.checkVisibility())
        .map((node) => ({ name: node.id || node.textContent, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 24 || box.width < 24)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    assert.deepEqual(small, [], view);
  }
});

test('nothing on the sheet moves when a fault comes and goes', async () => {
  const visit = await it.open();
  const { page } = visit;
  const places = () =>
    page.evaluate(() => {
      const nodes = [...document.querySelectorAll('#marked .hanzi'), document.getElementById('verdict')];
      return nodes.map((node) => {
        const { x, y } = node.getBoundingClientRect();
        return [Math.round(x), Math.round(y)];
      });
    });
  await paste(visit, '白日依山尽，黄河入海流。欲穷千里目，更上一层楼。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  const before = await places();
  await paste(visit, '白日依山尽，黄河入海流。欲穷千山目，更上一层楼。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层楼']);
  assert.ok((await page.locator('[data-fault]').count()) > 0);
  assert.deepEqual(await places(), before);
});

/** Opens the page in a theme, with a poem. */
async function openIn(theme) {
  const visit = await it.open();
  const { page } = visit;
  await goTo(page, 'settings');
  await page.locator('#theme').selectOption(theme);
  await goTo(page, 'write');
  await paste(visit, OCTAVE);
  await expectLines(page, LINES);
  return page;
}

for (const theme of ['light', 'dark']) {
  test(`every text of the ${theme} page can be read: at least 4.5 to 1`, async () => {
    const page = await openIn(theme);
    await page.locator('#toggle-pinyin').check();
    await page.locator('#findings button').first().click();
    let seen = 0;
    for (const view of ['write', 'compose', 'settings']) {
      await goTo(page, view);
      // Colours fade in for a moment after a change.
      await page.waitForTimeout(250);
      const pairs = await textPairs(page);
      seen += pairs.length;
      const faint = pairs.filter(({ ratio }) => ratio < 4.5);
      assert.deepEqual(faint, [], `${view}, ${theme}`);
    }
    assert.ok(seen > 100, `${seen} texts were measured`);
  });

  test(`every mark of the ${theme} page can be seen: at least 3 to 1`, async () => {
    const page = await openIn(theme);
    await page.waitForTimeout(250);
    const marks = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
      const shapes = [...document.querySelectorAll('#marked .mark > *')].map((shape) => {
        const style = getComputedStyle(shape);
        const cell = shape.closest('[data-place]').dataset;
        return { stroke: style.stroke, fill: style.fill, opacity: Number(style.opacity), mark: cell.mark, slot: cell.slot };
      });
      return { paper, shapes };
    });
    assert.ok(marks.shapes.length >= 56, `${marks.shapes.length} shapes`);
    const free = marks.shapes.filter((shape) => shape.slot === 'free');
    assert.ok(free.length > 0);
    for (const shape of marks.shapes) {
      const colours = [shape.stroke, shape.fill].filter((colour) => colour !== 'none' && !/, 0\)$/.test(colour));
      assert.ok(colours.length > 0, JSON.stringify(shape));
      const best = Math.max(...colours.map((colour) => contrast(colour, marks.paper)));
      assert.equal(shape.opacity, 1, JSON.stringify(shape));
      assert.ok(best >= 3, `${JSON.stringify(shape)}: ${best.toFixed(2)}`);
    }
  });

  test(`the colours of the ${theme} theme keep their distances`, async () => {
    const { page } = await it.open();
    await goTo(page, 'settings');
    await page.locator('#theme').selectOption(theme);
    const token = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const names = ['paper', 'desk', 'ink', 'ink-2', 'ink-3', 'seal', 'moss', 'indigo'];
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    });
    for (const text of ['ink', 'ink-2', 'seal', 'moss', 'indigo']) {
      for (const ground of ['paper', 'desk']) {
        const ratio = contrast(token[text], token[ground]);
        assert.ok(ratio >= 4.5, `--${text} on --${ground}: ${ratio.toFixed(2)}`);
      }
    }
    assert.ok(contrast(token['ink-3'], token.paper) >= 3, '--ink-3, for marks, on --paper');
  });
}

test('who wants no motion gets none', async () => {
  const visit = await it.open('', { reducedMotion: 'reduce' });
  const moving = await visit.page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((node) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(node);
      const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.001);
      return long(transitionDuration) || (animationName !== 'none' && long(animationDuration));
    }).length,
  );
  assert.equal(moving, 0);
});

test('printing shows the poem', async () => {
  const { page } = await it.open();
  await page.emulateMedia({ media: 'print' });
  await eventually(async () => assert.ok(await page.locator('[data-line="1"] .hanzi').first().isVisible()));
});
