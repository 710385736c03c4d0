// The library: poems found and opened in the editor.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo, versions } from './harness/model.mjs';
import { expectPart } from './harness/parts.mjs';
import { cells, clear, expectLines, findings, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** The titles, authors and marks that are listed. */
const listed = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#library-list .library-poem')].map((poem) => ({
      title: poem.querySelector('.title').textContent,
      author: poem.querySelector('.author').textContent,
      first: poem.querySelector('.first').textContent,
      shows: [...poem.querySelectorAll('.shows')].map((mark) => mark.dataset.code),
    })),
  );

/** The number that the page says. */
const counted = async (page) => Number((await page.locator('#library-count').innerText()).match(/(\d+) 首$/)[1]);

/** Waits until all poems have been checked: what they show can be chosen. */
const checked = (page) =>
  page.locator('#library-shows option[value="broken-waist"]').waitFor({ state: 'attached', timeout: 10000 });

/** Opens the room and waits until all is there. */
async function enter(options) {
  const visit = await it.open('', options);
  await goTo(visit.page, 'learn');
  await checked(visit.page);
  return visit;
}

const find = (page, words) => page.locator('#library-search').fill(words);

test('at least three hundred poems, drawn bit by bit', async () => {
  const { page } = await enter();
  assert.ok((await counted(page)) >= 300);
  const before = (await listed(page)).length;
  assert.ok(before >= 50, `${before}`);
  await page.locator('#library-more').click();
  await eventually(async () => assert.ok((await listed(page)).length > before));
});

test('a poem is found by its author, its title and a piece of its text, in either script', async () => {
  const { page } = await enter();
  await find(page, '王之渙');
  await eventually(async () => {
    const found = await listed(page);
    assert.ok(found.length >= 1 && found.every((poem) => poem.author === '王之涣'), JSON.stringify(found));
  });
  for (const words of ['登鸛雀樓', '登鹳雀楼', '入海流，欲穷', '欲窮千里目']) {
    await find(page, words);
    await eventually(async () => {
      const [first, ...rest] = await listed(page);
      assert.equal(first?.title, '登鹳雀楼', words);
      assert.equal(rest.length, 0);
      assert.equal(first.first, '白日依山尽');
    });
  }
});

test('poems are found by form, rhyme group, author and what they show, and all together', async () => {
  const { page } = await enter();
  const all = await counted(page);
  await page.locator('#library-shows').selectOption('major-deviation-rescued');
  await eventually(async () => {
    const found = await listed(page);
    assert.ok(found.length > 5 && found.length < all);
    for (const poem of found) assert.ok(poem.shows.includes('major-deviation-rescued'), JSON.stringify(poem));
  });
  await page.locator('#library-shows').selectOption('broken-waist');
  await eventually(async () => assert.ok((await listed(page)).some((poem) => poem.first === '渭城朝雨浥轻尘')));
  await page.locator('#library-shows').selectOption('old-style');
  await eventually(async () => assert.ok((await listed(page)).some((poem) => poem.title === '静夜思')));
  await page.locator('#library-shows').selectOption('');
  await page.locator('#library-form').selectOption('五言绝句');
  await page.locator('#library-group').selectOption('尤');
  await page.locator('#library-author').selectOption('王之涣');
  await eventually(async () => assert.deepEqual((await listed(page)).map((poem) => poem.title), ['登鹳雀楼']));
});

test('where nothing is found the page says what to do, and does it', async () => {
  const { page } = await enter();
  const all = await counted(page);
  await page.locator('#library-form').selectOption('五言绝句');
  await find(page, '没有这样的句子');
  await page.locator('#library-none').waitFor();
  assert.equal(await counted(page), 0);
  await page.locator('#library-reset').click();
  await eventually(async () => assert.equal(await counted(page), all));
  assert.equal(await page.locator('#library-search').inputValue(), '');
  assert.equal(await page.locator('#library-form').inputValue(), '');
});

test('a poem opens in the editor with its marks, and the draft is among the versions', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  await paste(visit, '春眠不觉晓，处处闻啼鸟。');
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
  await goTo(page, 'learn');
  await checked(page);
  await find(page, '清明 杜牧');
  await page.locator('.library-poem', { hasText: '清明时节雨纷纷' }).click();
  await page.locator('#poem').waitFor();
  await expectLines(page, ['清明时节雨纷纷', '路上行人欲断魂', '借问酒家何处有', '牧童遥指杏花村']);
  assert.match(await written(page), /^清明\n杜牧\n\n/);
  const hidden = () => page.locator('#poem').evaluate((field) => field.scrollHeight - field.clientHeight);
  await eventually(async () => assert.ok((await hidden()) <= 0, 'the whole poem is seen in the field'));
  for (const cell of (await cells(page)).flat()) assert.match(cell.mark, /^(?:level|oblique|entering|rhyme)$/);
  assert.ok((await findings(page)).some((found) => found.code === 'borrowed-rhyme'));
  const kept = await versions(page);
  assert.equal(kept.length, 1);
  assert.match(kept[0].text, /春眠不觉晓/);
  // Leafing through leaves no trail of versions.
  await goTo(page, 'learn');
  await page.locator('.library-poem').first().waitFor();
  await find(page, '登鹳雀楼');
  await page.locator('.library-poem', { hasText: '白日依山尽' }).click();
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  assert.equal((await versions(page)).length, 1);
});

test('by keyboard', async () => {
  const { page } = await enter();
  await page.locator('#library-search').focus();
  await page.keyboard.insertText('静夜思');
  await eventually(async () => assert.equal((await listed(page)).length, 1));
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement.classList.contains('library-poem'));
    if (here) break;
  }
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none', 'the focus is to be seen');
  await page.keyboard.press('Enter');
  await page.locator('#poem').waitFor();
  await eventually(async () => assert.match(await written(page), /^静夜思\n李白/));
});

test('words that are being composed are not searched for', async () => {
  const { page } = await enter();
  const all = await counted(page);
  await page.locator('#library-search').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'qian', selectionStart: 4, selectionEnd: 4 });
  assert.equal(await page.locator('#library-search').inputValue(), 'qian');
  assert.equal(await counted(page), all);
  await session.send('Input.insertText', { text: '千里目，更上' });
  await eventually(async () => assert.deepEqual((await listed(page)).map((poem) => poem.title), ['登鹳雀楼']));
});

test('every field has a name, in English as well', async () => {
  const { page } = await enter({ locale: 'en-GB' });
  for (const name of ['Form', 'Rhyme group', 'Author', 'What it shows']) {
    assert.ok(await page.getByRole('combobox', { name, exact: true }).isVisible(), name);
  }
  assert.ok(await page.getByRole('searchbox', { name: 'Search' }).isVisible());
  const names = await page.locator('#library-shows option').allInnerTexts();
  assert.ok(names.every((name) => name.trim() !== '' && !name.startsWith(' ')), `${names}`);
  assert.match(await page.locator('#library-count').innerText(), /^\d+ poems$/);
});

test('the room is fetched when it is entered, once, and the page does not stall', async () => {
  const { page } = await it.open();
  await page.waitForLoadState('networkidle');
  it.site.asked.length = 0;
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  await goTo(page, 'learn');
  await checked(page);
  await goTo(page, 'write');
  await goTo(page, 'learn');
  expectPart(it.site.asked, 'learn');
  const long = await page.evaluate(() => window.long);
  assert.ok(Math.max(0, ...long) < 500, `${long}`);
});

test('on a phone nothing is wider than the page and everything can be touched', async () => {
  const { page } = await enter({ viewport: { width: 390, height: 844 } });
  const { wide, low } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    low: [...document.querySelectorAll('.learn button, .learn input, .learn select')]
      .filter((node) => node.offsetParent && node.getBoundingClientRect().height < 44)
      .map((node) => node.id || node.className),
  }));
  assert.ok(wide <= 0, `${wide}`);
  assert.deepEqual(low, []);
});
