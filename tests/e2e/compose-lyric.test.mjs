// A lyric by a model: the brief names a tune, the form's places and rhymes are asked for, faulty lines go back, and what comes is read as
// the lyric that was asked for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo, versions } from './harness/model.mjs';
import { beside, expectLines, findings, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const LINES = ['常记溪亭日暮', '沉醉不知归路', '兴尽晚回舟', '误入藕花深处', '争渡', '争渡', '惊起一滩鸥鹭'];

/** The room of composing, with a tune in the brief. */
async function open(model, tune) {
  const visit = await it.open();
  await choose(visit, model);
  const { page } = visit;
  await goTo(page, 'compose');
  await page.locator('#brief-tune').fill(tune);
  return visit;
}

const said = (page) => page.locator('#brief-tune-said').innerText();

test('a faulty lyric is sent back with reasons, and ends as the form wants it', async () => {
  const visit = await open('faulty-then-good', '如梦令');
  const { page } = visit;
  await eventually(async () => assert.match(await said(page), /第 1 体，33 字/));
  await page.locator('#compose-start').click();
  await expectEnd(page);
  await expectLines(page, LINES);
  assert.match(await written(page), /^如梦令/);
  assert.match(await beside(page, '#verdict-form'), /词 · 如梦令/);
  const faults = (await findings(page)).filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(faults, []);
  const [best, draft] = await versions(page);
  assert.equal(best.errors, 0);
  assert.ok(draft.errors > 0, 'the draft had faults');
  const reasons = await page.locator('#rounds [data-round="1"] ul').innerText();
  assert.match(reasons, /首/, 'the reasons tell what the poets have');
  const asked = await visit.provider.asks();
  assert.equal(asked.length, 2);
  assert.match(JSON.stringify(asked[0]), /如梦令/);
});

test('an unknown tune is told, and nobody is asked; a form has its number behind the name', async () => {
  const visit = await open('good', '没有这个词牌');
  const { page } = visit;
  await eventually(async () => assert.match(await said(page), /没有这个词牌/));
  await page.locator('#compose-start').click();
  await page.waitForTimeout(300);
  assert.equal((await visit.provider.asks()).length, 0);
  await page.locator('#brief-tune').fill('水调歌头 2');
  await eventually(async () => assert.match(await said(page), /第 2 体，95 字/));
  await page.locator('#brief-tune').fill('水调歌头 99');
  await eventually(async () => assert.match(await said(page), /没有这一体/));
  await page.locator('#brief-tune').fill('');
  await eventually(async () => assert.equal(await said(page), ''));
  await page.locator('#brief-form').selectOption('五言绝句');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
});

test('the tune is kept with the brief, and a lyric in the field is changed as a lyric', async () => {
  const visit = await open('good', '如梦令');
  const { page } = visit;
  await eventually(async () => assert.match(await said(page), /33 字/));
  await page.locator('#compose-start').click();
  await expectEnd(page);
  await expectLines(page, LINES);
  await page.waitForTimeout(500);
  await page.reload();
  await page.locator('#brief-tune').waitFor();
  assert.equal(await page.locator('#brief-tune').inputValue(), '如梦令');
  await eventually(async () => assert.match(await beside(page, '#verdict-form'), /词 · 如梦令/));
  await page.locator('#polish').fill('第三句活泼些');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  const last = JSON.stringify((await visit.provider.asks()).at(-1));
  assert.match(last, /如梦令/);
  assert.match(last, /活泼/);
  assert.match(await beside(page, '#verdict-form'), /词 · 如梦令/);
});
