// Pasting: any script, any punctuation or none, and what is no verse at all. Nothing is lost, nothing freezes, and what
// is wrong is said at its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { beside, cells, clear, expectKept, expectLines, findings, lines, paste, row, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const SIMPLIFIED = ['清明时节雨纷纷', '路上行人欲断魂', '借问酒家何处有', '牧童遥指杏花村'];
const TRADITIONAL = ['清明時節雨紛紛', '路上行人欲斷魂', '借問酒家何處有', '牧童遙指杏花村'];

test('simplified and traditional characters get the same marks', async () => {
  const visit = await it.open();
  await paste(visit, `${SIMPLIFIED.join('，')}。`);
  await expectLines(visit.page, SIMPLIFIED);
  const marks = await row(visit.page, 'mark');
  await paste(visit, `${TRADITIONAL.join('，')}。`);
  await expectLines(visit.page, TRADITIONAL);
  assert.deepEqual(await row(visit.page, 'mark'), marks);
  assert.ok(marks.every((line) => /^[LOER]{7}$/.test(line)), 'all are known');
});

const WAYS = {
  'a line each, without punctuation': SIMPLIFIED.join('\n'),
  'one row without punctuation': SIMPLIFIED.join(''),
  'western punctuation and spaces': `${SIMPLIFIED[0]}, ${SIMPLIFIED[1]}. ${SIMPLIFIED[2]}; ${SIMPLIFIED[3]}!`,
  'windows line ends and blank lines': `${SIMPLIFIED[0]}，\r\n${SIMPLIFIED[1]}。\r\n\r\n${SIMPLIFIED[2]}，\r\n${SIMPLIFIED[3]}。\r\n`,
  'title and author above': `《清明》\n〔唐〕杜牧\n\n${SIMPLIFIED.join('，\n')}。`,
};

for (const [way, text] of Object.entries(WAYS)) {
  test(`a poem is found in ${way}`, async () => {
    const visit = await it.open();
    await paste(visit, text);
    await expectLines(visit.page, SIMPLIFIED);
    assert.match(await beside(visit.page, '#verdict-form'), /七言绝句/);
    assert.equal(await written(visit.page), text.replaceAll('\r\n', '\n'), 'the field keeps it as it was');
  });
}

test('a megabyte does not freeze the page, and is not lost', async () => {
  const visit = await it.open();
  const { page } = visit;
  const text = '春眠不觉晓，处处闻啼鸟。\n'.repeat(29000).slice(0, 360000);
  assert.ok(Buffer.byteLength(text) > 1_000_000);
  // The longest time in which the page did nothing else.
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      setTimeout(beat, 5);
    };
    beat();
  });
  await paste(visit, text);
  await eventually(async () => assert.ok((await findings(page)).length > 0, 'something is said about it'), 20000);
  assert.equal((await written(page)).length, text.length);
  assert.ok((await cells(page)).length <= 500, 'not everything is drawn');
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 4000, `stood still for ${Math.round(longest)} ms`);
  await paste(visit, `${SIMPLIFIED.join('，')}。`);
  await expectLines(page, SIMPLIFIED);
});

test('five hundred lines are answered with a sentence', async () => {
  const visit = await it.open();
  await paste(visit, '白日依山尽，黄河入海流。\n'.repeat(250));
  await eventually(async () => {
    const [first] = await findings(visit.page);
    assert.ok(first?.text.length > 5, 'a finding in words');
    assert.match(await beside(visit.page, '#verdict-form'), /500 句/);
  });
  assert.equal((await written(visit.page)).match(/白/g).length, 250);
});

for (const [what, text, strange] of [
  ['an emoji', '春眠🌸觉晓，处处闻啼鸟。夜来风雨声，花落知多少。', '🌸'],
  ['an emoji of several parts', '春眠👩‍🚀觉晓，处处闻啼鸟。', '👩'],
  ['a Latin word', '春眠ok觉晓，处处闻啼鸟。', 'o'],
]) {
  test(`${what} is said to be unknown at its line, and kept`, async () => {
    const visit = await it.open();
    await paste(visit, text);
    await eventually(async () => {
      const unknown = (await findings(visit.page)).filter((f) => f.code === 'unknown-character');
      assert.ok(unknown.length > 0 && unknown.every((f) => f.line === 1), JSON.stringify(await findings(visit.page)));
    });
    const strangers = (await cells(visit.page)).flat().filter((cell) => cell.class === 'unknown');
    assert.ok(strangers.some((cell) => cell.hanzi.includes(strange)), JSON.stringify(strangers));
    assert.equal(await written(visit.page), text);
  });
}

test('a lone half of a character from the DOM is survived', async () => {
  const { page } = await it.open();
  await clear(page);
  for (const text of ['春\ud83c眠', '\udf38春眠不觉晓', '春眠不觉晓\ud800']) {
    await page.locator('#poem').evaluate((field, value) => {
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: false }));
    }, text);
    await eventually(async () => {
      assert.ok((await findings(page)).some((f) => f.code === 'unknown-character'), text);
      assert.ok((await lines(page))[0].includes('春'));
    });
    assert.ok((await written(page)).includes('春'));
  }
  await clear(page);
  await page.keyboard.insertText('春眠不觉晓');
  await expectLines(page, ['春眠不觉晓']);
  await expectKept(page, '春眠不觉晓');
});

test('compatibility characters and radicals are read as what they stand for, and that is said', async () => {
  const visit = await it.open();
  // ⽩ and ⼭ are radicals (U+2F69, U+2F2D); 流 is written by its compatibility code point U+F9CA.
  await paste(visit, '⽩日依⼭尽，黄河入海\uf9ca。欲穷千里目，更上一层楼。');
  await eventually(async () => assert.equal((await lines(visit.page)).length, 4));
  assert.deepEqual((await row(visit.page, 'class')).slice(0, 2), ['OOLLO', 'LLOOL']);
  assert.ok((await findings(visit.page)).some((f) => f.code === 'compatibility-character'));
});

test('nothing, and one character, are no mistake of the page', async () => {
  const { page } = await it.open();
  await clear(page);
  assert.ok((await beside(page, '#verdict-form')).length > 0, 'the verdict says that there is nothing');
  await page.keyboard.insertText('春');
  await expectLines(page, ['春']);
  await page.keyboard.insertText('，。！');
  await expectLines(page, ['春']);
});

test('markup in a poem stays text', async () => {
  const visit = await it.open();
  await paste(visit, '<img src=x onerror="window.slipped=1">春眠不觉晓，<b>处处</b>闻啼鸟。');
  await eventually(async () => assert.ok((await findings(visit.page)).length > 0));
  assert.equal(await visit.page.evaluate(() => window.slipped), undefined);
  assert.equal(await visit.page.locator('#marked img, #marked b, #findings img, #findings b').count(), 0);
});

const CLEAN = SIMPLIFIED.map((line, number) => line + (number % 2 ? '。' : '，')).join('\n');
const numbered = (mark) => SIMPLIFIED.map((line, number) => mark(number + 1) + line + (number % 2 ? '。' : '，')).join('\n');

const FROM = {
  'a chat, with spaces that are not seen': `\ufeff${CLEAN.replace('时节', '时\u200b节').replace('行人', '行\u2060人')}`,
  'a book, with numbers before the lines': numbered((number) => `${number}. `),
  'a list with bullets of a font of its own': numbered(() => '\uf0b7 '),
  'notes, with their marks': CLEAN.replace('纷纷', '纷纷①').replace('断魂', '断魂²'),
  'a column too narrow for a line': CLEAN.replace('时节', '时\n节').replace('酒家', '酒\n家'),
  'a web page, with its markup': `${SIMPLIFIED.map((line, number) => line + (number % 2 ? '。' : '，')).join('<br>')}&nbsp;`,
};

for (const [from, text] of Object.entries(FROM)) {
  test(`a poem from ${from} comes out clean, and that can be undone`, async () => {
    const visit = await it.open();
    await paste(visit, text);
    await eventually(async () => assert.equal((await written(visit.page)).trim(), CLEAN));
    await expectLines(visit.page, SIMPLIFIED);
    await visit.page.keyboard.press('ControlOrMeta+z');
    await eventually(async () => assert.notEqual((await written(visit.page)).trim(), CLEAN));
  });
}

for (const [what, start, at, pasted, expected] of [
  ['begins with what is not seen', '白日依山尽，', 6, '\ufeff黄河入海流。', '白日依山尽，黄河入海流。★'],
  ['has in it what is not seen', '白日依山尽，', 6, '黄\u200b河入海\u2060流。', '白日依山尽，黄河入海流。★'],
  ['comes between others', '白日依山尽，更上一层楼。', 6, '\u200b黄河入海流。', '白日依山尽，黄河入海流。★更上一层楼。'],
  ['is clean and comes behind what is not', '白\u200b日依山尽，', 7, '黄河入海流。', '白日依山尽，黄河入海流。★'],
]) {
  test(`the caret stands behind what was pasted where it ${what}`, async () => {
    const { page, context } = await it.open();
    const field = page.locator('#poem');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await field.fill(start);
    await field.evaluate((node, place) => node.setSelectionRange(place, place), at);
    await page.evaluate((words) => navigator.clipboard.writeText(words), pasted);
    await page.keyboard.press('ControlOrMeta+v');
    await eventually(async () => assert.equal(await written(page), expected.replace('★', '')));
    await page.keyboard.insertText('★');
    assert.equal(await written(page), expected);
  });
}

test('pinyin above each line is left out', async () => {
  const visit = await it.open();
  await paste(visit, SIMPLIFIED.map((line) => `qīng míng shí jié\n${line}`).join('\n'));
  await expectLines(visit.page, SIMPLIFIED);
  assert.doesNotMatch(await written(visit.page), /[a-z]/);
});

test('what is typed is not cleaned', async () => {
  const { page } = await it.open();
  await clear(page);
  await page.keyboard.insertText('1. 春眠不觉晓，');
  await page.waitForTimeout(400);
  assert.equal(await written(page), '1. 春眠不觉晓，');
});
