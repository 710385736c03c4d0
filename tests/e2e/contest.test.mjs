// Several models at one task.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, choose, goTo } from './harness/model.mjs';
import { expectLines, paste, stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];

/** Opens the page with these models in the rows, and begins unless told otherwise. */
async function contest(visit, models, { begin = true } = {}) {
  const { page } = visit;
  await choose(visit, models[0]);
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption('五言绝句');
  await page.locator('#brief-text').fill('登高');
  await page.locator('#contest-fields > summary').click();
  for (let n = 2; n < models.length; n++) await page.locator('#add-entrant').click();
  for (const [at, model] of models.entries()) {
    await page.locator('.entrant-provider').nth(at).selectOption('custom');
    await page.locator('.entrant-model').nth(at).fill(model);
  }
  if (begin) await page.locator('#contest-start').click();
}

/** The lanes as they stand. */
const lanes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#contest > li')].map((lane) => ({
      place: lane.dataset.place,
      running: 'running' in lane.dataset,
      who: lane.querySelector('.who').textContent,
      poem: [...lane.querySelectorAll('.verse')].map((line) => line.textContent),
      faults: [...lane.querySelectorAll('mark')].map((mark) => mark.textContent).join(''),
      facts: lane.querySelector('.facts-of-lane').textContent,
      error: lane.querySelector('.error')?.dataset.code,
    })),
  );

const expectEnded = (page) =>
  eventually(async () => {
    const now = await lanes(page);
    assert.ok(now.length && now.every((lane) => !lane.running), JSON.stringify(now));
  }, 20000);

test('three write at once, are ranked by what can be proved, and one click takes one', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await paste(visit, '春眠不觉晓，处处闻啼鸟。');
  await contest(visit, ['never-good', 'worse', 'faulty-then-good'], { begin: false });
  await page.locator('.prices summary').first().click();
  await page.locator('.price-in').first().fill('2');
  await page.locator('.price-out').first().fill('8');
  await page.locator('#contest-start').click();
  await eventually(async () => assert.equal((await lanes(page)).length, 3));
  await expectEnded(page);
  const ranked = await lanes(page);
  assert.deepEqual(ranked.map((lane) => lane.place), ['1', '2', '3']);
  for (const [at, model] of ['faulty-then-good', 'worse', 'never-good'].entries()) {
    assert.ok(ranked[at].who.includes(model), `${ranked[at].who} at ${at + 1}`);
  }
  assert.deepEqual(ranked[0].poem, POEM);
  assert.equal(ranked[0].faults, '');
  assert.match(ranked[0].facts, /合律.*秒.*词元/);
  assert.ok(ranked[1].faults.includes('山'), ranked[1].faults);
  assert.match(ranked[2].facts, /花费 0\.\d+/, 'its price was given');
  assert.doesNotMatch(ranked[0].facts, /花费/);
  for (const ask of await provider.asks()) assert.equal(ask.headers.authorization, `Bearer ${KEY}`);
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
  await page.locator('#contest .take').first().click();
  await expectLines(page, POEM);
  assert.ok(await page.locator('#contest .take').first().isDisabled(), 'it stands there');
  // What stood in the field is among the versions, and so are all three poems.
  assert.equal(await page.locator('#versions [data-version]').count(), 4);
  const { local } = await stores(page);
  assert.ok(local['yinchuang.entrants'].includes('never-good') && !JSON.stringify(local).includes(KEY));
});

test('runs of one model at one time are two in the log, also after a reload', async () => {
  const visit = await it.open();
  const { page } = visit;
  await contest(visit, ['good', 'good']);
  await eventually(async () => assert.equal((await lanes(page)).length, 2));
  await expectEnded(page);
  await eventually(async () => assert.equal((await stores(page)).local['yinchuang.log']?.split('"instruction"').length, 3));
  await page.reload();
  await page.locator('#earlier-runs').click();
  await eventually(async () => assert.equal(await page.locator('.earlier h3').count(), 2));
});

test('they write live, side by side, and stop together', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await contest(visit, ['slow', 'slow']);
  await eventually(async () => {
    const now = await lanes(page);
    assert.ok(now.length === 2 && now.every((lane) => lane.poem.join('').length >= 2), JSON.stringify(now));
    assert.ok(now.every((lane) => lane.running));
  }, 15000);
  const boxes = await page.locator('#contest > li').evaluateAll((all) => all.map((lane) => lane.getBoundingClientRect().top));
  assert.ok(Math.abs(boxes[0] - boxes[1]) < 2, `side by side: ${boxes}`);
  await page.locator('#contest-stop').click();
  await expectEnded(page);
  await eventually(async () => {
    for (const ask of await provider.asks()) assert.equal(ask.fate, 'dropped');
  }, 3000);
});

test('one that fails says why and the others go on', async () => {
  const visit = await it.open();
  const { page } = visit;
  visit.expected = [/status of 402/];
  await contest(visit, ['402', 'good']);
  await eventually(async () => assert.equal((await lanes(page)).length, 2));
  await expectEnded(page);
  const [good, bad] = await lanes(page);
  assert.deepEqual(good.poem, POEM);
  assert.equal(good.place, '1');
  assert.equal(bad.place, undefined);
  assert.ok(bad.error, 'the reason is shown');
});

test('a model whose provider has no key cannot take part, and the row says so', async () => {
  const visit = await it.open();
  const { page } = visit;
  await contest(visit, ['good', 'good'], { begin: false });
  await eventually(async () => assert.ok(await page.locator('#contest-start').isEnabled()));
  await page.locator('.entrant-provider').nth(1).selectOption('deepseek');
  await eventually(async () => assert.ok(await page.locator('.entrant .missing').nth(1).isVisible()));
  assert.ok(await page.locator('#contest-start').isDisabled());
  // The rows are there again after a reload, with what was typed.
  await page.reload();
  await page.locator('#contest-fields > summary').click();
  assert.equal(await page.locator('.entrant-provider').nth(1).inputValue(), 'deepseek');
  assert.equal(await page.locator('.entrant-model').nth(0).inputValue(), 'good');
});
