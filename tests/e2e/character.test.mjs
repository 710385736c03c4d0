// Looking at one character: how it is read and why, fixing another reading; the rhyme book and the strictness of the check.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { beside, expectLines, findings, followed, lines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** 杜甫《春望》: 胜 stands in 不胜, where it is level. */
const SPRING =
  '国破山河在，\n城春草木深。\n感时花溅泪，\n恨别鸟惊心。\n烽火连三月，\n家书抵万金。\n白头搔更短，\n浑欲不胜簪。';

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const decided = (page) => page.locator('#picked [data-decided]').getAttribute('data-decided');
const codes = async (page) => (await findings(page)).map(({ code, line }) => `${code} ${line}`);

async function open() {
  const visit = await it.open();
  await paste(visit, SPRING);
  await eventually(async () => assert.equal((await lines(visit.page)).length, 8));
  return visit;
}

test('a press on a character tells its reading and why; another reading can be fixed, kept, moved and left again', async () => {
  const { page } = await open();
  assert.deepEqual(await codes(page), []);
  await cell(page, 8, 4).click();
  await eventually(async () => assert.equal(await decided(page), 'phrase'));
  assert.match(await page.locator('#picked').innerText(), /平声 · 十蒸/);
  assert.match(await page.locator('#picked').innerText(), /应平/);
  // What the readings mean is fetched now.
  await eventually(async () => assert.notEqual(await page.locator('#picked dd .gloss').innerText(), ''));

  await page.locator('#picked .readings button', { hasText: '去声' }).click();
  await eventually(async () => assert.deepEqual(await codes(page), ['tone 8']));
  assert.equal(await decided(page), 'pin');

  // It goes with its character when something is written before it.
  await page.locator('#poem').evaluate((field) => field.setSelectionRange(0, 0));
  await page.locator('#poem').focus();
  await page.keyboard.insertText('春望\n杜甫\n\n');
  await eventually(async () => assert.equal(await page.locator('.heading .title').innerText(), '春望'));
  assert.deepEqual(await codes(page), ['tone 8']);

  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.deepEqual(await codes(page), ['tone 8']));

  await cell(page, 8, 4).click();
  await page.locator('#unpin').click();
  await eventually(async () => assert.deepEqual(await codes(page), []));
  await page.locator('#unpick').click();
  await eventually(async () => assert.equal(await page.locator('#picked .character').count(), 0));
});

test('a fixed reading is gone with its character', async () => {
  const visit = await open();
  const { page } = visit;
  await cell(page, 8, 4).click();
  await page.locator('#picked .readings button', { hasText: '去声' }).click();
  await eventually(async () => assert.deepEqual(await codes(page), ['tone 8']));
  await paste(visit, SPRING.replace('不胜簪', '不能簪'));
  await eventually(async () => assert.match((await lines(page))[7], /不能簪/));
  // Another text: with the very text in which it was fixed it would come back, as by undoing.
  await paste(visit, SPRING.replace('国破', '国碎'));
  await eventually(async () => assert.match((await lines(page))[7], /不胜簪/));
  // What stands beside the sheet follows a moment later.
  await page.waitForTimeout(300);
  assert.deepEqual(await codes(page), []);
});

test('what a finding lights goes out with the finding, also where no key was pressed', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '国破山河在，\n城春草木深。\n感时花溅泪，\n恨别鸟惊心。\n烽火连三月，\n家书抵万金。\n白头搔更短，\n浑欲不胜簪。');
  await page.locator('#marked [data-line="8"] [data-place="4"]').click();
  await page.locator('#picked .readings button', { hasText: '去声' }).click();
  const finding = page.locator('#findings [data-code="tone"][data-line="8"] .finding-line');
  await finding.first().click();
  await page.locator('#marked [data-lit]').first().waitFor();
  await page.locator('#unpin').click();
  await eventually(async () => assert.equal(await finding.count(), 0));
  await eventually(async () => assert.equal(await page.locator('#marked [data-lit]').count(), 0));
});

test('a finding that is open is lit through a key that leaves it, and is closed when it comes back', async () => {
  const visit = await it.open();
  const { page } = visit;
  const faulty = SPRING.replace('家书', '家信').replace('烽火', '烽花');
  await paste(visit, faulty);
  const finding = page.locator('#findings [data-code="tone"] .finding-line').first();
  await finding.click();
  const lit = () => page.locator('#marked [data-lit] .hanzi').allInnerTexts();
  const open = () => page.locator('#findings [aria-expanded="true"]').count();
  await eventually(async () => assert.notDeepEqual(await lit(), []));
  const before = await lit();
  const end = () => page.locator('#poem').evaluate((field) => field.setSelectionRange(field.value.length, field.value.length));
  await page.locator('#poem').focus();
  await end();
  await page.keyboard.press('Enter');
  await followed(page);
  assert.equal(await open(), 1);
  assert.deepEqual(await lit(), before);

  // Nothing is left of it, and then it is there again.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await finding.waitFor({ state: 'detached' });
  await eventually(async () => assert.deepEqual([await open(), await lit()], [0, []]));
  await page.keyboard.press('ControlOrMeta+z');
  await finding.waitFor();
  await followed(page);
  assert.equal(await open(), 0);
  assert.deepEqual(await lit(), []);
  await finding.click();
  await eventually(async () => assert.deepEqual([await open(), await lit()], [1, before]));
});

test('a key with Ctrl, Alt or Meta is the browser’s, also where a character is looked at', async () => {
  const { page } = await open();
  await cell(page, 3, 3).click();
  await page.locator('.lines').focus();
  await page.evaluate(() => {
    window.taken = [];
    window.addEventListener('keydown', (event) => event.defaultPrevented && window.taken.push(event.key));
  });
  for (const key of ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Control+ArrowDown', 'Meta+ArrowUp', 'Control+Shift+ArrowRight', 'Control+Enter']) {
    await page.keyboard.press(key);
  }
  assert.deepEqual(await page.evaluate(() => window.taken), []);
  assert.deepEqual(await page.locator('[data-picked] .hanzi').allInnerTexts(), ['花']);
  await page.keyboard.press('Shift+ArrowRight');
  assert.deepEqual(await page.locator('[data-picked] .hanzi').allInnerTexts(), ['花', '溅']);
  assert.deepEqual(await page.evaluate(() => window.taken), ['ArrowRight']);
});

test('the arrow keys go from character to character, Escape ends it', async () => {
  const { page } = await open();
  const picked = () => page.locator('[data-picked] .hanzi').allInnerTexts();
  await page.locator('.lines').focus();
  for (const [key, expected] of [
    ['ArrowDown', ['国']],
    ['ArrowRight', ['破']],
    ['ArrowDown', ['春']],
    ['ArrowLeft', ['城']],
    ['ArrowLeft', ['在']],
    ['Escape', []],
  ]) {
    await page.keyboard.press(key);
    await eventually(async () => assert.deepEqual(await picked(), expected, key));
  }
});

test('on a narrow page a pressed character opens what is said of it, and stays in sight', async () => {
  const { page } = await it.open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await cell(page, 1, 3).tap();
  await eventually(async () => assert.ok(await page.locator('#picked .character').isVisible()));
  await eventually(async () => {
    const [own, over] = await Promise.all([cell(page, 1, 3).boundingBox(), page.locator('#verdict').boundingBox()]);
    assert.ok(own.y >= 0 && own.y + own.height <= over.y, `${JSON.stringify(own)} over ${over.y}`);
  });
  await page.locator('#verdict-handle').tap();
  await eventually(async () => assert.equal(await page.locator('#picked .character').count(), 0));
  assert.equal(await page.locator('#verdict-form').isVisible(), false);
});

test('what is said of a character makes way for what is asked of the models where it would stand over it', async () => {
  const narrow = await it.open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const wide = await it.open();
  for (const { page } of [narrow, wide]) {
    await cell(page, 1, 3).click();
    await page.locator('#picked .character').waitFor();
    await goTo(page, 'compose');
  }
  await eventually(async () => assert.equal(await narrow.page.locator('#verdict[data-open]').count(), 0));
  assert.equal(await wide.page.locator('#picked .character').count(), 1);
  // Who looks at one there is told of it.
  await cell(narrow.page, 1, 4).tap();
  await narrow.page.locator('#picked .character').waitFor();
  await goTo(narrow.page, 'write');
  assert.ok(await narrow.page.locator('#picked .character').isVisible());
});

test('on a narrow page a character is looked at beside what is asked of the models, too, also as the first', async () => {
  const { page } = await it.open('', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await goTo(page, 'compose');
  await cell(page, 1, 3).tap();
  await page.locator('#picked .character').waitFor();
  await followed(page);
  assert.ok(await page.locator('#picked .character').isVisible());
});

for (const [width, height] of [[390, 844], [360, 640], [640, 360]]) {
  test(`on a page of ${width} by ${height} any line can be looked at above what is said of it`, async () => {
    const { page } = await it.open('', { viewport: { width, height }, hasTouch: true });
    await page.locator('#poem').fill(`${SPRING.slice(0, -2)}花。`);
    await page.locator('#poem').blur();
    const expectSeen = (line, place) =>
      eventually(async () => {
        const [own, over] = await Promise.all([cell(page, line, place).boundingBox(), page.locator('#verdict').boundingBox()]);
        assert.ok(own.y >= 0 && own.y + own.height <= over.y, `line ${line}: ${JSON.stringify(own)} over ${over.y}`);
      });
    const closed = () => eventually(async () => assert.equal(await page.locator('#verdict[data-open]').count(), 0));
    for (const line of [8, 7, 5]) {
      await cell(page, line, 4).tap();
      await page.locator('#picked .character').waitFor();
      await expectSeen(line, 4);
      await page.locator('#verdict-handle').tap();
      await closed();
    }
    await page.locator('#verdict-handle').tap();
    await page.locator('#findings [data-line="8"] .finding-line').first().tap();
    await page.locator('#marked [data-line="8"] [data-lit]').first().waitFor();
    await expectSeen(8, 5);
    const { y, height: high } = await page.locator('#verdict-body').boundingBox();
    assert.ok(high >= 80, `${high} px are left of what is said`);
    assert.ok(y + high <= height);
    await page.locator('#verdict-handle').tap();
    await closed();
    const room = await page.locator('.room').evaluate((node) => getComputedStyle(node).paddingBottom);
    assert.equal(room, '0px', 'the room below is there only while it is needed');
  });
}

test('another rhyme book and another strictness change the verdict at once, and are kept', async () => {
  const { page } = await it.open();
  const rhyme = () => beside(page, '#verdict-rhyme');
  assert.match(await rhyme(), /十三元 · 平水韵/);
  const severity = async () => (await findings(page)).map((one) => `${one.code} ${one.severity}`);
  assert.deepEqual(await severity(), ['borrowed-rhyme note']);
  await goTo(page, 'settings');
  await page.locator('#book').selectOption('xinyun');
  await goTo(page, 'write');
  await eventually(async () => assert.match(await rhyme(), /^[^十]* · 中华新韵$/));
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.match(await rhyme(), /中华新韵/));
  await goTo(page, 'settings');
  assert.equal(await page.locator('#book').inputValue(), 'xinyun');
  await page.locator('#book').selectOption('pingshui');
  await page.locator('#strictness').selectOption('strict');
  await goTo(page, 'write');
  await eventually(async () => assert.match(await rhyme(), /平水韵/));
  assert.equal((await severity()).length, 1);
});
