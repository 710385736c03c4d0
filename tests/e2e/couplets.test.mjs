// Antithesis: fetched once somebody writes, found, shown couplet by couplet with its reasons, and never asked of a quatrain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { expectLines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** 杜甫《登高》: all four couplets are antithetical. */
const ANSWERING = '风急天高猿啸哀，渚清沙白鸟飞回。无边落木萧萧下，不尽长江滚滚来。万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。';
/** Every tone is right, and its second couplet is prose. */
const PROSE = '春来处处有花开，我在家中等你来。昨日东风吹细雨，谁知此处是楼台。青山隔水连天远，白鸟穿云带月回。莫道人间无好景，一樽相对且徘徊。';
const QUATRAIN = '白日依山尽，黄河入海流。欲穷千里目，更上一层楼。';

const lines = (poem) => poem.split(/[，。]/).filter(Boolean);

async function written(visit, poem) {
  await paste(visit, poem);
  await expectLines(visit.page, lines(poem));
  await visit.page.locator('#couplets .couplet').first().waitFor();
}

test('a first visit does not fetch the table; the first poem does', async () => {
  const visit = await it.open();
  const asked = [];
  visit.page.on('request', (request) => asked.push(request.url()));
  await visit.page.waitForTimeout(800);
  assert.equal(asked.filter((url) => /antithesis/.test(url)).length, 0);
  await written(visit, ANSWERING);
  assert.equal(asked.filter((url) => /antithesis/.test(url)).length, 1);
});

test('a couplet that should answer and does not is a warning with its reason', async () => {
  const visit = await it.open();
  const { page } = visit;
  await written(visit, PROSE);
  const finding = page.locator('#findings button', { hasText: '失对仗：第二联' });
  await finding.waitFor();
  await finding.click();
  assert.match(await page.locator('#findings .explanation').first().innerText(), /崔颢《黄鹤楼》/);
  assert.equal(await page.locator('[data-couplet="2"]').getAttribute('data-lacking'), '');
  assert.equal(await page.locator('[data-couplet="3"]').getAttribute('data-lacking'), null);
});

test('each couplet says how well it answers, and opened, pair by pair why', async () => {
  const visit = await it.open();
  const { page } = visit;
  await written(visit, ANSWERING);
  assert.equal(await page.locator('#couplets [data-couplet]').count(), 4);
  assert.equal(await page.locator('#findings', { hasText: '失对仗' }).count(), 0);
  const third = page.locator('[data-couplet="3"] button');
  const score = Number(await page.locator('[data-couplet="3"] .score').innerText());
  assert.ok(score > 50 && score <= 100, `${score}`);
  await third.focus();
  await page.keyboard.press('Enter');
  assert.equal(await third.getAttribute('aria-expanded'), 'true');
  const pairs = await page.locator('[data-couplet="3"] .pairs').innerText();
  assert.match(pairs, /万里对百年：诗人常以之相对/);
  assert.match(pairs, /客对台：/);
  // Both lines are lit while it is open.
  for (const line of [5, 6]) {
    await page.locator(`#marked [data-line="${line}"] [data-lit]`).first().waitFor();
  }
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.locator('#marked [data-lit]').count(), 0));
});

test('a quatrain is scored and not asked', async () => {
  const visit = await it.open();
  const { page } = visit;
  await written(visit, QUATRAIN);
  assert.equal(await page.locator('#couplets [data-couplet]').count(), 2);
  assert.equal(await page.locator('#couplets [data-lacking]').count(), 0);
  assert.equal(await page.locator('#findings', { hasText: '失对仗' }).count(), 0);
});

test('without the table the page checks as ever, and the next change asks again', async () => {
  const visit = await it.open();
  const { page } = visit;
  visit.expected = [/^Failed to load resource/, /net::ERR_/, /^TypeError: Failed to fetch/];
  let refuse = true;
  await page.route(/antithesis/, (route) => (refuse ? route.abort() : route.continue()));
  await paste(visit, PROSE);
  await expectLines(page, lines(PROSE));
  await page.waitForTimeout(500);
  assert.equal(await page.locator('#couplets').count(), 0);
  refuse = false;
  await written(visit, ANSWERING);
});
