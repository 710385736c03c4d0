// What was said, what changed, and an opinion that is checked.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo, start, versions } from './harness/model.mjs';
import { expectLines, paste, stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const OWN = ['危楼高百尺', '手可摘星辰', '不敢高声语', '恐惊天上人'];
const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const FAULTY = ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层山'];

const rows = (lines) => `${lines[0]}，${lines[1]}。\n${lines[2]}，${lines[3]}。`;

/** Has a poem in the field and goes to the room of the models. */
async function withPoem(visit, lines, model) {
  await choose(visit, model);
  await goTo(visit.page, 'write');
  await paste(visit, rows(lines));
  await expectLines(visit.page, lines);
  await goTo(visit.page, 'compose');
}

test('what a change did is shown by character, taken or refused line by line or whole', async () => {
  const visit = await it.open();
  const { page } = visit;
  const before = [...POEM.slice(0, 2), '欲穷千山目', POEM[3]];
  await withPoem(visit, before, 'good');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  await expectLines(page, POEM);
  const line = page.locator('#difference li');
  assert.equal(await line.count(), 1, 'the three others stay');
  assert.equal(await line.locator('del').innerText(), '山');
  assert.equal(await line.locator('ins').innerText(), '里');
  await line.locator('button').click();
  await expectLines(page, before);
  await eventually(async () => assert.equal(await line.getAttribute('data-taken'), null));
  await line.locator('button').click();
  await expectLines(page, POEM);
  await page.locator('#refuse-all').click();
  await expectLines(page, before);
  assert.equal(await written(page), rows(before), 'to the letter, with its punctuation');
  await page.locator('#take-all').click();
  await expectLines(page, POEM);
  // Where the person has changed the line since, the new one can still be had.
  await goTo(page, 'write');
  await paste(visit, rows([...POEM.slice(0, 2), '欲穷千丈目', POEM[3]]));
  await goTo(page, 'compose');
  await line.locator('button').click();
  await expectLines(page, POEM);
});

/** A poem with what a person puts around it, and marks of their own. */
const AROUND = '《登鹳雀楼》\n王之涣\n\n白日依山尽，黄河入海流；\n欲穷千山目，更上一层楼！';

/** Opens it and has it changed by a model. */
async function polished(visit, model) {
  const { page } = visit;
  await choose(visit, model);
  await goTo(page, 'write');
  await paste(visit, AROUND);
  await goTo(page, 'compose');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await expectEnd(page);
}

test('what stands around the verse of a poem that is changed stays', async () => {
  const visit = await it.open();
  const { page } = visit;
  await polished(visit, 'good');
  const after = AROUND.replace('千山目', '千里目');
  assert.equal(await written(page), after);
  assert.deepEqual((await versions(page)).map(({ best }) => best), [true, false], 'the newest is the best');
  await page.locator('#refuse-all').click();
  assert.equal(await written(page), AROUND);
  await page.locator('#take-all').click();
  assert.equal(await written(page), after);
});

for (const model of ['401', 'empty', 'stall-mid']) {
  test(`a poem that was to be changed by “${model}” is as it was, to the letter`, async () => {
    const visit = await it.open();
    visit.expected = [/status of 401/];
    const { page } = visit;
    if (model !== 'stall-mid') await polished(visit, model);
    else {
      const whole = polished(visit, model);
      await eventually(async () => assert.ok(await page.locator('#compose-stop').isEnabled()), 8000);
      await page.locator('#compose-stop').click();
      await whole;
    }
    assert.equal(await written(page), AROUND);
    assert.equal(await page.locator('#difference li').count(), 0);
  });
}

test('every request can be opened, with its words, and is there after a reload', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  const calls = page.locator('#rounds > li');
  assert.equal(await calls.count(), 2, 'the draft and a round');
  const revision = calls.nth(1);
  assert.match(await revision.innerText(), /[3三]/);
  await revision.locator('button').click();
  const said = await revision.locator('.said').innerText();
  assert.ok(said.includes('欲穷千山目') && said.includes('第3句：欲穷千里目'), said);
  await calls.nth(0).locator('button').click();
  assert.ok((await calls.nth(0).locator('.said').innerText()).includes('更上一层山'));
  const { local } = await stores(page);
  assert.ok(local['yinchuang.log'].includes('欲穷千山目'));
  assert.ok(!JSON.stringify(local).includes(KEY), 'the key is nowhere in it');
  await page.reload();
  await page.locator('#earlier-runs').click();
  assert.equal(await page.locator('.earlier li[data-round]').count(), 2);
  await page.locator('.earlier li[data-round="1"] button').click();
  assert.ok((await page.locator('.earlier .said').innerText()).includes('第3句：欲穷千里目'));
});

test('an opinion is shown beside the verdict, and what it claims is checked', async () => {
  const visit = await it.open();
  const { page, provider } = visit;
  await withPoem(visit, POEM, 'good');
  await page.locator('#critique-fields summary').click();
  await page.locator('#critique-start').click();
  await page.locator('#claims li').first().waitFor();
  const opinion = await page.locator('.opinion').innerText();
  assert.ok(opinion.includes('<b>工稳</b>'), `markup is text: ${opinion}`);
  assert.match(await page.locator('#critique-verdict').innerText(), /合律/);
  const claims = page.locator('#claims li');
  assert.equal(await claims.count(), 2);
  for (const at of [0, 1]) assert.equal(await claims.nth(at).getAttribute('data-verdict'), 'disproved');
  assert.match(await claims.nth(0).innerText(), /楼/);
  const [ask] = await provider.asks();
  assert.ok(JSON.stringify(ask.body).includes('更上一层楼'));
  // The same of a poem that has the fault.
  await goTo(page, 'write');
  await paste(visit, rows(FAULTY));
  await expectLines(page, FAULTY);
  await goTo(page, 'compose');
  assert.ok(await page.locator('#critique .hint').first().isVisible(), 'it is about what stood there before');
  await page.locator('#critique-start').click();
  await eventually(async () => assert.equal(await claims.nth(1).getAttribute('data-verdict'), 'confirmed'));
  assert.equal(await claims.nth(0).getAttribute('data-verdict'), 'disproved');
});

test('an opinion that fails says why, and stops at once when it is to', async () => {
  const visit = await it.open();
  const { page } = visit;
  visit.expected = [/status of 402/];
  await withPoem(visit, OWN, '402');
  await page.locator('#critique-fields summary').click();
  await page.locator('#critique-start').click();
  await page.locator('#critique-error').waitFor();
  assert.ok((await page.locator('#critique-error').innerText()).length > 5);
  await choose(visit, 'slow');
  await goTo(page, 'compose');
  await page.locator('#critique-start').click();
  await page.locator('.opinion').waitFor();
  await page.locator('#critique-stop').click();
  await eventually(async () => assert.ok(await page.locator('#critique-start').isEnabled()), 2000);
  assert.equal(await page.locator('#critique-error').count(), 0, 'stopping is no error');
  await expectLines(page, OWN);
});
