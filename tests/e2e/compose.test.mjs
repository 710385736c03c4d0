// A poem by a model: drafted, checked, sent back with reasons, and the best version kept.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo, start, stop, versions } from './harness/model.mjs';
import { cells, expectLines, findings, lines, paste, stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];

/** Only what counts as a fault. */
const faults = async (page) => (await findings(page)).filter((f) => ['error', 'warning'].includes(f.severity));

test('a faulty draft is sent back with reasons, and the mended poem stays in the editor', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await start(visit, 'faulty-then-good', { text: '写登鹳雀楼，给远行的朋友' });
  await expectEnd(page);

  await expectLines(page, POEM);
  assert.deepEqual(await faults(page), [], 'clean at the end');
  assert.equal(await page.locator('#compose-error').count(), 0);
  assert.ok((await cells(page)).flat().every((cell) => !cell.fault));

  const list = await versions(page);
  const byModel = list.filter((version) => version.text.includes('faulty-then-good'));
  assert.equal(byModel.length, 2, 'draft and revision are listed');
  assert.deepEqual(byModel.map((version) => version.errors), [0, 2], 'newest first');
  assert.deepEqual(byModel.map((version) => version.best), [true, false]);

  const asks = await provider.asks();
  assert.equal(asks.length, 2);
  const [draft, revision] = asks.map((ask) => JSON.parse(ask.body));
  for (const ask of [draft, revision]) {
    assert.equal(ask.model, 'faulty-then-good');
    assert.equal(ask.stream, true);
  }
  const said = (body) => body.messages.map((message) => message.content).join('\n');
  assert.ok(said(draft).includes('五言绝句') && said(draft).includes('写登鹳雀楼，给远行的朋友'));
  const last = revision.messages.at(-1).content;
  // 欲穷千山目: 山 should be oblique in line 3. 更上一层山: 山 does not rhyme in line 4.
  assert.match(last, /第\s*[3三]\s*句/);
  assert.match(last, /第\s*[4四]\s*句/);
  assert.ok(last.includes('欲穷千山目') && last.includes('更上一层山'), 'the faulty lines are quoted');
  assert.match(last, /仄/, 'with the reason of the first');
  assert.match(last, /韵/, 'and of the second');
  for (const ask of asks) {
    assert.equal(ask.headers.authorization, `Bearer ${KEY}`);
    assert.equal(ask.headers['content-type'], 'application/json');
    assert.ok(!ask.headers.cookie && !ask.headers.referer, 'nothing else is told');
  }
  // The reasons are shown on the page, too.
  const round = page.locator('[data-round="1"]');
  assert.match(await round.innerText(), /[3三]/);
});

test('the poem arrives character by character, with its marks', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'slow');
  const seen = new Set();
  await eventually(async () => {
    const now = await lines(page);
    seen.add(now.join('/'));
    assert.ok(now.join('').length >= 4 && POEM.join('').startsWith(now.join('')), now.join('/'));
  }, 15000);
  assert.ok((await cells(page)).flat().every((cell) => cell.mark && cell.class), 'marked while it comes');
  assert.ok([...seen].filter((text) => POEM.join('/').startsWith(text)).length >= 3, [...seen].join(' '));
  assert.ok((await page.locator('#compose-status').innerText()).length > 0);
  await page.locator('#compose-stop').click();
  await expectEnd(page);
});

test('stop works at once, keeps what has come, and hangs up', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await start(visit, 'slow');
  await eventually(async () => {
    const now = (await lines(page)).join('');
    assert.ok(now.length >= 7 && POEM.join('').startsWith(now));
  }, 15000);
  const milliseconds = await stop(page);
  assert.ok(milliseconds < 500, `${milliseconds} ms`);
  const kept = (await lines(page)).join('');
  assert.ok(kept.length >= 7 && POEM.join('').startsWith(kept), kept);
  assert.equal((await written(page)).replaceAll(/[，。\s]/g, ''), kept, 'the field holds it');
  await eventually(async () => assert.equal((await provider.asks())[0].fate, 'dropped'), 3000);
  await page.waitForTimeout(1000);
  assert.equal((await lines(page)).join(''), kept, 'nothing comes afterwards');
  assert.equal((await provider.asks()).length, 1, 'nothing more is asked');
  assert.equal(await page.locator('#compose-error').count(), 0, 'stopping is no error');
});

test('stopped before a line has come, the draft is there again', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '春眠不觉晓，处处闻啼鸟。');
  await start(visit, 'slow');
  await eventually(async () => {
    const now = (await lines(page)).join('');
    assert.ok(now.length >= 2 && POEM[0].startsWith(now));
  }, 15000);
  await stop(page);
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
});

test('a model that mends nothing does not make it worse, and does not go on for ever', async () => {
  const visit = await it.open();
  await start(visit, 'never-good');
  await expectEnd(visit.page);
  const asks = (await it.provider.asks()).length;
  assert.ok(asks >= 2 && asks <= 5, `a draft and at most four rounds: ${asks}`);
  const list = (await versions(visit.page)).filter((version) => version.text.includes('never-good'));
  const best = list.find((version) => version.best);
  assert.equal(best.errors, Math.min(...list.map((version) => version.errors)));
  await expectLines(visit.page, ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层山']);
  assert.ok((await faults(visit.page)).length >= 2, 'and what is left is still said');
});

test('a worse answer does not replace a better one', async () => {
  const visit = await it.open();
  await start(visit, 'worse');
  await expectEnd(visit.page);
  await expectLines(visit.page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层山']);
});

for (const model of ['whole-poem', 'bad-order', 'one-by-one', 'chatty', 'think-tags', 'not-stream']) {
  test(`the answers of “${model}” end in the right poem`, async () => {
    const visit = await it.open();
    await start(visit, model);
    await expectEnd(visit.page);
    await expectLines(visit.page, POEM);
    assert.deepEqual(await faults(visit.page), []);
    assert.equal(await visit.page.locator('#compose-error').count(), 0);
  });
}

test('thinking is shown apart and never taken as verse', async () => {
  const visit = await it.open();
  await start(visit, 'thinking');
  await expectEnd(visit.page);
  await expectLines(visit.page, POEM);
  // 红日依山尽 was thought, not said.
  assert.ok(!(await written(visit.page)).includes('红日'));
  assert.ok((await visit.page.locator('#compose-thoughts').textContent()).includes('红日依山尽'));
});

test('a version goes back into the editor by its button, and what stood there is kept', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, '春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。');
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  await expectLines(page, POEM);
  const draft = page.locator('#versions [data-version][data-errors="2"]');
  await draft.locator('button').click();
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层山']);
  const own = page.locator('#versions [data-version]', { hasText: '春眠不觉晓' });
  await own.locator('button').click();
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟', '夜来风雨声', '花落知多少']);
});

test('a person who writes while the model writes keeps their own text', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'slow');
  await eventually(async () => assert.ok(POEM[0].startsWith((await lines(page)).join('')) && (await lines(page)).length), 15000);
  await page.locator('#poem').click();
  await page.keyboard.press('ControlOrMeta+a');
  // What the model writes between a selection and a key does not end the selection.
  const selected = await written(page);
  await eventually(async () => assert.notEqual(await written(page), selected), 15000);
  await page.keyboard.insertText('春眠不觉晓');
  await expectLines(page, ['春眠不觉晓']);
  await page.waitForTimeout(1500);
  assert.equal(await written(page), '春眠不觉晓');
  await page.locator('#compose-stop').click();
  await expectEnd(page);
  assert.equal(await written(page), '春眠不觉晓');
});

test('nothing is written into a composition while a model writes', async () => {
  const visit = await it.open();
  const { page, context } = visit;
  await start(visit, 'slow');
  await eventually(async () => assert.ok((await lines(page)).join('').length >= 2), 15000);
  await page.locator('#poem').click();
  await page.keyboard.press('ControlOrMeta+End');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'shan', selectionStart: 4, selectionEnd: 4 });
  const composing = await written(page);
  assert.match(composing, /shan$/);
  await page.waitForTimeout(1500);
  assert.equal(await written(page), composing, 'the letters still stand there');
  await cdp.send('Input.insertText', { text: '山' });
  await eventually(async () => assert.match(await written(page), /山$/));
  await page.locator('#compose-stop').click();
  await expectEnd(page);
  assert.match(await written(page), /山$/);
});

test('without a key everything but this works, and the page says what is missing', async () => {
  const visit = await it.open('#/compose');
  const { page } = visit;
  await page.locator('#compose-missing').waitFor();
  await page.locator('#compose-start').click();
  await eventually(async () => assert.ok(await page.locator('#api-key').isVisible(), 'the way to the settings'));
  assert.deepEqual(await it.provider.requests(), []);
  await goTo(page, 'write');
  await paste(visit, POEM.join('，'));
  await expectLines(page, POEM);
});

test('the preset asks the provider that it names, by its own address', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.route('https://api.deepseek.com/**', (route) => route.abort());
  visit.expected = [/ERR_FAILED/, /^asked https:\/\/api\.deepseek\.com\//];
  await goTo(page, 'settings');
  assert.equal(await page.locator('#provider').inputValue(), 'deepseek', 'the preset of a first visit');
  await page.locator('#api-key').fill(KEY);
  await goTo(page, 'compose');
  await page.locator('#brief-text').fill('写春雨');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  assert.ok(await page.locator('#compose-error').isVisible());
  const asked = visit.asked.filter((url) => url.startsWith('https:'));
  assert.ok(asked.length >= 1 && asked.every((url) => url === 'https://api.deepseek.com/chat/completions'), `${asked}`);
});

test('settings of one provider are kept when another is looked at', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await page.locator('#provider').selectOption('deepseek');
  assert.notEqual(await page.locator('#model').inputValue(), 'good');
  await page.locator('#provider').selectOption('custom');
  assert.equal(await page.locator('#model').inputValue(), 'good');
  assert.equal(await page.locator('#base-url').inputValue(), it.provider.url);
  await eventually(async () => assert.ok((await stores(page)).local['yinchuang.settings'].includes(it.provider.url)));
});

test('three fields make a brief; an acrostic and the rest go into the prompt, and all is kept', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#brief-occasion').selectOption('birthday');
  await page.locator('#brief-recipient').fill('儿子小满，四岁');
  await page.locator('#brief-text').fill('望他健康快乐');
  await page.locator('.more-of-the-brief summary').click();
  await page.locator('#brief-acrostic').fill('小满四岁');
  await page.locator('#brief-images').fill('新竹');
  await page.locator('#brief-traditional').check();
  await page.locator('#compose-start').click();
  await expectEnd(page);
  const [first] = await provider.asks();
  const prompt = JSON.stringify(first.body);
  for (const part of ['祝贺生日', '儿子小满，四岁', '望他健康快乐', '藏头', '新竹', '繁体']) {
    assert.ok(prompt.includes(part), part);
  }
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.equal(await page.locator('#brief-recipient').inputValue(), '儿子小满，四岁'));
  assert.equal(await page.locator('#brief-occasion').inputValue(), 'birthday');
  assert.equal(await page.locator('#brief-acrostic').inputValue(), '小满四岁');
  assert.ok(await page.locator('#brief-traditional').isChecked());
});

test('a poem in the field is changed as the person asks, and what was there stays among the versions', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  await goTo(page, 'write');
  const own = ['危楼高百尺', '手可摘星辰', '不敢高声语', '恐惊天上人'];
  await paste(visit, `${own[0]}，${own[1]}。\n${own[2]}，${own[3]}。`);
  await expectLines(page, own);
  await goTo(page, 'compose');
  assert.ok(await page.locator('#polish-start').isDisabled(), 'nothing is said yet');
  await page.locator('#polish').fill('换成登高的景象');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  await expectLines(page, POEM);
  const [ask] = await provider.asks();
  const prompt = JSON.stringify(ask.body);
  for (const part of ['换成登高的景象', '危楼高百尺', '五言绝句']) assert.ok(prompt.includes(part), part);
  const kept = await versions(page);
  assert.equal(kept.length, 2, JSON.stringify(kept));
  // And back again, by one press.
  await page.locator('#versions li:not([data-here]) button').first().click();
  await expectLines(page, own);
});

const prompts = async (provider) => (await provider.asks()).map((ask) => JSON.parse(ask.body).messages.map((message) => message.content).join('\n'));

test('extended verse of a length, a book and a group go into the prompt, and are kept', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption('七言律诗');
  assert.equal(await page.locator('#brief-lines').count(), 0, 'an octave has its own length');
  await page.locator('#brief-form').selectOption('七言排律');
  await page.locator('#brief-lines').selectOption('16');
  await page.locator('.more-of-the-brief summary').first().click();
  const group = page.locator('#brief-group');
  assert.match(await group.locator('option[value="东"]').innerText(), /^一东 风中空/);
  await page.locator('#brief-traditional').check();
  assert.match(await group.locator('option[value="东"]').innerText(), /^一东 風中空/);
  await page.locator('#brief-book').selectOption('tongyun');
  assert.equal(await group.locator('option[value="东"]').count(), 0, 'each book has its own groups');
  await group.selectOption('昂');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  const [first, again] = await prompts(provider);
  for (const part of ['七言排律，共16句', '第16句：', '《中华通韵》', '韵部已定：昂韵', '韵脚从下列字中选：相長江光']) {
    assert.ok(first.includes(part), part);
  }
  // The poem of four lines is sent back with the number that was asked for.
  assert.ok(again.includes('应为16句'), again);
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.equal(await page.locator('#brief-lines').inputValue(), '16'));
  assert.equal(await group.inputValue(), '昂');
  assert.equal(await page.locator('#brief-book').inputValue(), 'tongyun');
  await goTo(page, 'settings');
  assert.equal(await page.locator('#book').inputValue(), 'tongyun', 'the check goes by the same book');
});

test('a poem in another group than the chosen one is sent back, and the page says why', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption('五言绝句');
  await page.locator('.more-of-the-brief summary').first().click();
  await page.locator('#brief-group').selectOption('东');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  const asked = await prompts(provider);
  assert.ok(asked.length > 1 && asked[1].includes('应押东韵，上次押的是“尤”。'), asked[1]);
  assert.ok((await page.locator('[data-round="1"]').innerText()).includes('东'));
  await expectLines(page, POEM);
});

test('the budget stops the run; what is no number is told, kept, and counts as usual', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await choose(visit, 'never-good');
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption('五言绝句');
  const summary = page.locator('#budget summary');
  assert.ok(!(await page.locator('#budget-rounds').isVisible()), 'closed at first');
  await summary.click();
  await page.locator('#budget-rounds').fill('１');
  await page.locator('#budget-tokens').fill('lots');
  const told = page.locator('#budget-tokens-used');
  await eventually(async () => assert.match(await told.innerText(), /1000/));
  assert.equal(await page.locator('#budget-tokens').getAttribute('aria-invalid'), 'true');
  assert.match(await summary.innerText(), /1 .*50000 .*600/);
  await page.locator('#compose-start').click();
  await expectEnd(page);
  assert.equal((await provider.asks()).length, 2, 'a draft and one round');
  assert.match(await page.locator('#budget-rounds-used').innerText(), /1.*1/);
  await page.locator('#budget-rounds').fill('');
  await page.locator('#budget-tokens').fill('1,000,000');
  await eventually(async () => assert.match(await told.innerText(), /[1-9]\d* .*1000000/, 'what was used is shown'));
  await page.locator('#budget-tokens').fill('lots');
  await page.waitForTimeout(500);
  await page.reload();
  await eventually(async () => assert.equal(await page.locator('#budget-tokens').inputValue(), 'lots', 'nothing is lost'));
});
