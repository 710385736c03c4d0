// The marks of poems that the handbooks agree on, of one with a fault, and the pinyin above.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { beside, cells, expectLines, findings, paste, row } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

test('杜甫《春望》 is marked as the handbooks read it', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '国破山河在，城春草木深。感时花溅泪，恨别鸟惊心。\n烽火连三月，家书抵万金。白头搔更短，浑欲不胜簪。');
  await expectLines(page, [
    '国破山河在', '城春草木深', '感时花溅泪', '恨别鸟惊心', '烽火连三月', '家书抵万金', '白头搔更短', '浑欲不胜簪',
  ]);
  assert.deepEqual(await row(page, 'slot'), [
    'FOLLO', 'LLFOR', 'FLLOO', 'FOOLR', 'FOLLO', 'LLFOR', 'FLLOO', 'FOOLR',
  ]);
  // 浑 stands in a free place and has two readings: either is right.
  const free = (marks) => marks.map((line, n) => (n === 7 ? line.replace(/^[LO]/, '*') : line));
  assert.deepEqual(free(await row(page, 'mark')), [
    'EOLLO', 'LLOER', 'OLLOO', 'OEOLR', 'LOLLE', 'LLOOR', 'ELLOO', '*EELR',
  ]);
  assert.deepEqual(free(await row(page, 'class')), [
    'OOLLO', 'LLOOL', 'OLLOO', 'OOOLL', 'LOLLO', 'LLOOL', 'OLLOO', '*OOLL',
  ]);
  assert.ok((await cells(page)).flat().every((cell) => cell.fault === undefined));
  assert.match(await beside(page, '#verdict-form'), /五言律诗/);
  assert.match(await beside(page, '#verdict-types'), /a\s*B\s*b\s*A\s*a\s*B\s*b\s*A/);
  assert.match(await beside(page, '#verdict-rhyme'), /侵/);
});

test('李白《早发白帝城》 is marked as the handbooks read it', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。');
  await expectLines(page, ['朝辞白帝彩云间', '千里江陵一日还', '两岸猿声啼不住', '轻舟已过万重山']);
  assert.deepEqual(await row(page, 'slot'), ['FLFOOLR', 'FOLLFOR', 'FOFLLOO', 'FLFOOLR']);
  assert.deepEqual(await row(page, 'mark'), ['LLEOOLR', 'LOLLEER', 'OOLLLEO', 'LLOOOLR']);
  assert.match(await beside(page, '#verdict-form'), /七言绝句/);
  assert.match(await beside(page, '#verdict-rhyme'), /删/);
});

test('a wrong tone is marked at its place and said in words', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '朝辞白帝彩云间，千里江上一日还。两岸猿声啼不住，轻舟已过万重山。');
  await expectLines(page, ['朝辞白帝彩云间', '千里江上一日还', '两岸猿声啼不住', '轻舟已过万重山']);
  const faults = (await cells(page)).flat().filter((cell) => cell.fault);
  assert.deepEqual(
    faults.map(({ line, place, hanzi, fault }) => ({ line, place, hanzi, fault })),
    [{ line: 2, place: 4, hanzi: '上', fault: 'error' }],
  );
  const errors = (await findings(page)).filter((finding) => finding.severity === 'error');
  assert.deepEqual(errors.map(({ code, line }) => ({ code, line })), [{ code: 'tone', line: 2 }]);
  assert.match(errors[0].text, /上/, 'the message names the character');
  // Not by colour alone: the place is underlined and its mark has a ring.
  const cell = page.locator('[data-line="2"] [data-place="4"]');
  const drawn = await cell.evaluate((node) => {
    const parts = [node, ...node.querySelectorAll('*')];
    const underlined = parts.some((part) =>
      ['', '::before', '::after'].some((pseudo) => {
        const style = getComputedStyle(part, pseudo || null);
        return style.textDecorationLine.includes('underline') || style.backgroundImage !== 'none';
      }),
    );
    return { underlined, shapes: node.querySelectorAll('.mark > *').length };
  });
  const shapes = await page.locator('[data-line="2"] [data-place="2"] .mark > *').count();
  assert.ok(drawn.underlined, 'underlined');
  assert.ok(drawn.shapes > shapes, 'a shape more than a mark without fault');
});

test('a rescue is told from a fault', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '危楼高百尺，手可摘星辰。不敢高声语，恐惊天上人。');
  await expectLines(page, ['危楼高百尺', '手可摘星辰', '不敢高声语', '恐惊天上人']);
  const all = (await cells(page)).flat();
  assert.ok(all.every((cell) => !cell.fault), 'nothing is wrong');
  const rescues = all.filter((cell) => cell.rescue);
  assert.ok(rescues.length > 0 && rescues.every((cell) => cell.line === 4), 'the rescue is marked in line 4');
  const codes = (await findings(page)).filter((f) => f.severity === 'rescue').map((f) => `${f.line}:${f.code}`);
  assert.deepEqual(codes, ['4:lone-level-rescue']);
});

test('pinyin stands above each character on request, and is remembered', async () => {
  const visit = await it.open();
  await paste(visit, '白日依山尽，黄河入海流。欲穷千里目，更上一层楼。');
  const { page } = visit;
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  assert.equal(await page.locator('#marked .pinyin').count(), 0);
  await page.locator('#toggle-pinyin').check();
  await eventually(async () => assert.equal(await page.locator('#marked .pinyin').count(), 20));
  const readings = (await cells(page)).map((line) => line.map((cell) => cell.pinyin).join(' '));
  assert.equal(readings[1], 'huáng hé rù hǎi liú');
  const { above, below } = await page.locator('[data-line="2"] [data-place="1"]').evaluate((cell) => ({
    above: cell.querySelector('.pinyin').getBoundingClientRect().bottom,
    below: cell.querySelector('.hanzi').getBoundingClientRect().bottom,
  }));
  assert.ok(above < below, 'above the character');
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.equal(await page.locator('#marked .pinyin').count(), 20));
  await page.locator('#toggle-pinyin').uncheck();
  await eventually(async () => assert.equal(await page.locator('#marked .pinyin').count(), 0));
});
