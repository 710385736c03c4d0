// Locked characters: kept, moved with the text, missed when they go, and respected by a model.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo, start } from './harness/model.mjs';
import { beside, clear, expectLines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const STORK = '白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。';
const LINES = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const locked = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#marked [data-locked]')].map(
      (cell) => `${cell.closest('[data-line]').dataset.line}${cell.dataset.place}${cell.textContent}`,
    ),
  );
const expectLocked = (page, expected) => eventually(async () => assert.deepEqual(await locked(page), expected));

async function open() {
  const visit = await it.open();
  await paste(visit, STORK);
  await expectLines(visit.page, LINES);
  return visit;
}

async function lock(page, line, place) {
  await cell(page, line, place).click();
  await page.locator('#lock').click();
  await page.locator('#unpick').click();
}

test('a character is locked, seen to be, kept, moved with the text, and let go', async () => {
  const { page } = await open();
  await lock(page, 2, 1);
  await expectLocked(page, ['21黄']);
  const label = await page.locator('#marked [data-line="2"] [role="img"]').getAttribute('aria-label');
  assert.match(label, /锁定：黄。/);
  // A shape says so, not only a colour.
  const corner = await cell(page, 2, 1).evaluate((node) => getComputedStyle(node, '::before').borderTopWidth);
  assert.notEqual(corner, '0px');
  await page.locator('#poem').evaluate((field) => field.setSelectionRange(0, 0));
  await page.locator('#poem').focus();
  await page.keyboard.insertText('登鹳雀楼\n王之涣\n\n');
  await expectLocked(page, ['21黄']);
  await page.keyboard.insertText('欲问山中客，何时下翠微。\n');
  await expectLocked(page, ['41黄']);
  await page.waitForTimeout(500);
  await page.reload();
  await expectLocked(page, ['41黄']);
  await cell(page, 4, 1).click();
  await eventually(async () => assert.equal(await page.locator('#lock').getAttribute('aria-pressed'), 'true'));
  await page.locator('#lock').click();
  await expectLocked(page, []);
});

test('when a locked character is changed, that is said and can be undone', async () => {
  const { page } = await open();
  await lock(page, 1, 1);
  await lock(page, 3, 2);
  await page.locator('#poem').evaluate((field) => field.setSelectionRange(0, 1));
  await page.locator('#poem').focus();
  await page.keyboard.insertText('百');
  await eventually(async () => assert.match(await page.locator('#broken-locks').innerText(), /“白”被改动/));
  await expectLocked(page, ['32穷']);
  await page.locator('#mend-locks').click();
  await eventually(async () => assert.equal(await written(page), STORK));
  await expectLocked(page, ['11白', '32穷']);
  assert.equal(await page.locator('#broken-locks').count(), 0);

  // The browser's own undo does as well.
  await page.locator('#poem').evaluate((field) => field.setSelectionRange(0, 1));
  await page.locator('#poem').focus();
  await page.keyboard.press('Delete');
  await eventually(async () => assert.equal(await page.locator('#broken-locks').count(), 1));
  await page.keyboard.press('ControlOrMeta+z');
  await eventually(async () => assert.equal(await page.locator('#broken-locks').count(), 0));
  await expectLocked(page, ['11白', '32穷']);

  // Or it is left so.
  await page.locator('#poem').evaluate((field) => field.setSelectionRange(0, 1));
  await page.keyboard.insertText('百');
  await page.locator('#leave-locks').click();
  await expectLocked(page, ['32穷']);
  assert.equal(await page.locator('#broken-locks').count(), 0);
});

test('an old draft without locks is read', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.evaluate((text) => {
    localStorage.setItem('yinchuang.draft', JSON.stringify({ version: 1, value: { text } }));
  }, STORK);
  // The page saves when it is left; what was put there must outlive that.
  const other = await visit.context.newPage();
  await other.goto(visit.site.url);
  await eventually(async () => assert.match(await other.locator('#marked').innerText(), /白/));
  assert.equal(await other.locator('#marked [data-locked]').count(), 0);
  await other.close();
});

test('an acrostic is written and locked at once, into what is there and into the empty pattern', async () => {
  const { page } = await it.open();
  await clear(page);
  await page.locator('#toggle-fill').check();
  await page.locator('#fill-form').selectOption('五言绝句');
  await page.locator('#fill-acrostic').fill('春夏秋冬');
  await page.locator('#write-acrostic').click();
  await expectLocked(page, ['11春', '21夏', '31秋', '41冬']);
  assert.equal(await written(page), '春□□□□，\n夏□□□□。\n秋□□□□，\n冬');
  assert.match(await beside(page, '#verdict-form'), /还空 16 字/);
  await page.locator('#fill-acrostic').fill('平安');
  await page.locator('#write-acrostic').click();
  await expectLocked(page, ['11平', '21安', '31秋', '41冬']);
  assert.equal(await page.locator('#broken-locks').count(), 0, 'it was asked for');
});

/** The words of the last request for a poem. */
const told = async () => JSON.stringify((await it.provider.asks()).at(-1));

test('a model that changes a poem is told what is locked, and what it writes keeps it', async () => {
  const visit = await open();
  const { page } = visit;
  await paste(visit, STORK.replace('千里目', '千山目'));
  await expectLines(page, [LINES[0], LINES[1], '欲穷千山目', LINES[3]]);
  await lock(page, 3, 1);
  await lock(page, 4, 5);
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  const words = await told();
  assert.match(words, /第3句第1字“欲”/);
  assert.match(words, /第4句第5字“楼”/);
  await expectLines(page, LINES);
  await expectLocked(page, ['31欲', '45楼']);
});

test('what a model writes without a locked character is not taken for the best', async () => {
  const visit = await open();
  const { page } = visit;
  const before = [LINES[0], LINES[1], '欲穷千山目', LINES[3]];
  await paste(visit, before.join('\n'));
  await expectLines(page, before);
  await lock(page, 3, 4);
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  assert.match(await told(), /第3句第4字“山”/);
  await expectLines(page, before);
  await expectLocked(page, ['34山']);
});

test('a new poem is asked for with what is locked', async () => {
  const visit = await open();
  const { page } = visit;
  await lock(page, 2, 1);
  await start(visit, 'good');
  await expectEnd(page);
  assert.match(await told(), /第2句第1字“黄”/);
  await expectLines(page, LINES);
  await expectLocked(page, ['21黄']);
});
