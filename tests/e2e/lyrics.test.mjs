// 词: read as what it is when it looks like one, with stanzas, changing rhymes and the evidence of each place; a tune is chosen and
// filled in; what knows of lyrics is fetched when it is first needed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { beside, cells, clear, expectKept, findings, lines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const DREAM = '如梦令\n常记溪亭日暮，沉醉不知归路。兴尽晚回舟，误入藕花深处。争渡，争渡，惊起一滩鸥鹭。';
const STRANGERS =
  '菩萨蛮\n平林漠漠烟如织，寒山一带伤心碧。暝色入高楼，有人楼上愁。玉阶空伫立，宿鸟归飞急。何处是归程，长亭更短亭。';
const OCTAVE =
  '风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。';

const form = (page) => beside(page, '#verdict-form');
const expectForm = (page, pattern) => eventually(async () => assert.match(await form(page), pattern));
const faults = async (page) =>
  (await findings(page)).filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ code }) => code);
const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const part = (request) => /split_cut_lyrics/.test(request);

/** The page with a text. */
async function open(text, options = {}) {
  const visit = await it.open('', options);
  await clear(visit.page);
  if (text) await paste(visit, text);
  return visit;
}

test('a lyric is told by its shape, with and without its tune, and no rule of regulated verse is applied', async () => {
  const visit = await open(DREAM);
  const { page } = visit;
  await expectForm(page, /词 · 如梦令/);
  assert.deepEqual(await faults(page), []);
  assert.equal(await beside(page, '#verdict-types'), '6 6 5 6 2 2 6');
  assert.deepEqual((await lines(page)).slice(4), ['争渡', '争渡', '惊起一滩鸥鹭']);
  const marks = (await cells(page)).map((line) => line.at(-1).mark);
  assert.deepEqual(marks, ['oblique-rhyme', 'oblique-rhyme', 'level', ...Array(4).fill('oblique-rhyme')]);
  assert.match(await beside(page, '#lyric'), /唐宋 \d+ 家 \d+ 首/);
  await paste(visit, DREAM.replace('如梦令\n', ''));
  await eventually(async () => assert.equal(await page.locator('.heading .title').innerText(), ''));
  await expectForm(page, /词 · 如梦令/);
  await paste(visit, OCTAVE);
  await expectForm(page, /七言律诗/);
  assert.equal(await page.locator('#lyric').count(), 0);
});

test('stanzas stand apart and each rhyme has its letter', async () => {
  const { page } = await open(STRANGERS);
  await expectForm(page, /词 · 菩萨蛮/);
  const letters = await page.locator('#marked [data-line] .letter').allInnerTexts();
  assert.deepEqual(letters, [...'甲甲乙乙丙丙丁丁']);
  const begins = await page.locator('#marked [data-stanza]').evaluateAll((all) =>
    all.map((row) => row.closest('[data-line]').dataset.line),
  );
  assert.deepEqual(begins, ['5']);
  const gap = await page.evaluate(() => {
    const top = (n) => document.querySelector(`#marked [data-line="${n}"] .cells`).getBoundingClientRect();
    return top(5).top - top(4).bottom - (top(4).top - top(3).bottom);
  });
  assert.ok(gap > 8, `the second stanza stands ${gap} px further away`);
  const over = await page.evaluate(() => {
    const rows = [...document.querySelectorAll('#marked .cells')].map((row) => row.getBoundingClientRect());
    return rows.slice(1).filter((row, at) => row.top < rows[at].bottom - 1).length;
  });
  assert.equal(over, 0, 'no line is drawn over another');
  assert.equal(await page.locator('.rhyme-changes li').count(), 4);
  assert.match(await page.locator('#marked [data-line="3"] .cells').getAttribute('aria-label'), /韵乙/);
});

test('a wrong tone and an off rhyme are told with what the poets have; a rule of lyrics is explained', async () => {
  const visit = await open(DREAM.replace('归路', '归山').replace('晚回舟', '晚回棹'));
  const { page } = visit;
  await expectForm(page, /词 · 如梦令/);
  await eventually(async () => {
    const found = await findings(page);
    assert.ok(found.some(({ code, line }) => code === 'ci-off-rhyme' && line === 2), JSON.stringify(found));
    const tone = found.find(({ code, line }) => code === 'ci-tone' && line === 3);
    assert.match(tone?.text ?? '', /\d+/, 'the evidence is in the sentence');
  });
  await page.locator('#findings [data-code="ci-off-rhyme"] button').first().click();
  await page.locator('#findings .explanation .rule').waitFor();
  assert.match(await page.locator('#findings .explanation').first().innerText(), /韵/);
});

test('the evidence of a place is told on request, and what only regulated verse knows is not offered', async () => {
  const { page } = await open(DREAM);
  await expectForm(page, /词 · 如梦令/);
  await cell(page, 1, 6).click();
  await page.locator('#evidence').waitFor();
  const said = await page.locator('#evidence').innerText();
  const [lyrics, level, oblique] = said.match(/\d+/g).map(Number);
  assert.ok(lyrics > 20 && oblique > level && level + oblique <= lyrics, said);
  assert.match(said, /押韵/);
  await page.locator('.character').waitFor();
  assert.match(await page.locator('.character').innerText(), /仄/);
  assert.equal(await page.locator('#hand-mends').count(), 0);
});

test('a tune is found by name, length and shape; its form is filled in and checked as far as it goes', async () => {
  const { page } = await open('');
  await page.locator('#tunes').click();
  await page.locator('#tune-search').waitFor();
  for (const query of ['如夢', '33', '6-6-5']) {
    await page.locator('#tune-search').fill(query);
    await page.locator('[data-tune="如梦令"]').waitFor();
  }
  await page.locator('#tune-search').fill('没有这个');
  await eventually(async () => assert.equal(await page.locator('#tune-list li').count(), 0));
  assert.match(await page.locator('.tune-choice .hint').innerText(), /没有这样的词牌/);
  await page.locator('#tune-search').fill('如梦令');
  await page.locator('[data-tune="如梦令"] .tune').click();
  await page.locator('[data-tune="如梦令"] .tune-form').first().click();
  await eventually(async () => assert.equal(await written(page), '如梦令\n'));
  await eventually(async () => assert.equal(await page.locator('#marked [data-unwritten]').count(), 33));
  await expectForm(page, /词 · 如梦令 · 还空 33 字/);
  assert.equal(await page.locator('#tune-search').count(), 0);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('昨夜雨疏风骤，浓睡不消');
  await expectForm(page, /还空 23 字/);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.insertText('残山，');
  await eventually(async () => assert.ok((await faults(page)).includes('ci-off-rhyme')));
  await expectKept(page, '如梦令\n昨夜雨疏风骤，浓睡不消残山，');
  await page.reload();
  await expectForm(page, /词 · 如梦令 · 还空 21 字/);
});

test('a form of another tune is taken with its tune, and kept until the title names a third', async () => {
  const visit = await open(STRANGERS);
  const { page } = visit;
  await expectForm(page, /词 · 菩萨蛮/);
  await page.locator('#tunes').click();
  await page.locator('#tune-search').fill('水调歌头');
  await page.locator('[data-tune="水调歌头"] .tune').click();
  const second = page.locator('[data-tune="水调歌头"] .tune-form[data-form="2"]');
  const length = Number((await second.innerText()).match(/(\d+) 字/)[1]);
  await second.click();
  const expectSecond = async () => {
    await expectForm(page, /词 · 水调歌头/);
    await eventually(async () => assert.match(await beside(page, '#lyric'), new RegExp(`第 2 体，${length} 字`)));
    await page.locator('#find-form').waitFor();
  };
  await expectSecond();
  const text = await written(page);
  await expectKept(page, text);
  await page.reload();
  await expectSecond();
  // Another draft has a tune of its own; the form waits for the first to come back.
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  await paste(visit, DREAM);
  await expectForm(page, /词 · 如梦令/);
  assert.equal(await page.locator('#find-form').count(), 0);
  await goTo(page, 'drafts');
  await page.locator('#drafts-list > li', { hasText: '水调歌头' }).locator('[data-act="open"]').click();
  await eventually(async () => assert.equal(await written(page), text));
  await expectSecond();
  await paste(visit, text.replace('水调歌头', '满江红'));
  await expectForm(page, /词 · 满江红/);
  await eventually(async () => assert.equal(await page.locator('#find-form').count(), 0));
});

test('a press on an open place leads up to it with blanks, and they are written over', async () => {
  const { page } = await open('如梦令\n');
  await page.locator('#toggle-fill').check();
  await eventually(async () => assert.equal(await page.locator('#marked [data-unwritten]').count(), 33));
  await cell(page, 2, 3).click();
  await eventually(async () => assert.match(await written(page), /^如梦令\n□□□□□□[，。]\n□□$/));
  await page.keyboard.insertText('不');
  await eventually(async () => assert.equal(await cell(page, 2, 3).locator('.hanzi').innerText(), '不'));
  await cell(page, 1, 1).click();
  await page.keyboard.insertText('昨夜雨疏风骤');
  await eventually(async () => assert.match(await written(page), /^如梦令\n昨夜雨疏风骤[，。]\n□□不$/));
});

test('a person says that a text is no lyric, and takes it back', async () => {
  const { page } = await open(DREAM);
  await expectForm(page, /词 · 如梦令/);
  await page.locator('#no-lyric').click();
  await expectForm(page, /还不成体/);
  await page.reload();
  await expectForm(page, /还不成体/);
  await page.locator('#tunes').click();
  await page.locator('#as-lyric').click();
  await expectForm(page, /词 · 如梦令/);
});

test('what knows of lyrics is fetched when it is needed and not before; a failed fetch is told and tried again', async () => {
  const visit = await open(OCTAVE);
  const { page } = visit;
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await expectForm(page, /七言律诗/);
  await page.waitForTimeout(600);
  assert.deepEqual(asked.filter(part), [], 'an octave needs no tunes');
  visit.expected = [/Failed to (load resource|fetch)/i, /ERR_FAILED/];
  await page.route(/split_cut_lyrics/, (route) => route.abort());
  await page.locator('#tunes').click();
  await page.locator('#not-fetched').waitFor();
  await page.unroute(/split_cut_lyrics/);
  await page.locator('#fetch-again').click();
  await page.locator('#tune-search').waitFor();
});

for (const language of ['zh-Hant', 'en']) {
  test(`lyrics in ${language}`, async () => {
    const visit = await open(STRANGERS, { locale: language === 'en' ? 'en-GB' : 'zh-TW' });
    const { page } = visit;
    await expectForm(page, language === 'en' ? /Lyric · 菩萨蛮/ : /詞 · 菩薩蠻/);
    assert.match(await beside(page, '#lyric'), language === 'en' ? /from \d+ lyrics by \d+ poets/ : /據唐宋/);
    await page.locator('#tunes').click();
    await page.locator('#tune-search').fill('33');
    await page.locator('[data-tune="如梦令"]').waitFor();
  });
}
