// What would mend a finding: a sentence that says what to change, and it is right.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { expectLines, findings, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const poem = (third, fourth = '更上一层楼') => ['白日依山尽', '黄河入海流', third, fourth];

async function open(lines) {
  const visit = await it.open();
  await paste(visit, lines.join('\n'));
  await expectLines(visit.page, lines);
  return visit;
}

const press = (page, code) => page.locator(`#findings [data-code="${code}"] .finding-line`).click();
const mends = async (page) => (await page.locator('.mends li').allInnerTexts()).map((text) => text.trim());

test('a wrong tone says which class is asked; its place is shown; the rule has its example', async () => {
  const { page } = await open(poem('欲上千里目'));
  await press(page, 'tone');
  await eventually(async () => assert.deepEqual(await mends(page), ['把第三句第二字“上”换成平声字。']));
  assert.equal(await page.locator('[data-lit] .hanzi').innerText(), '上');
  // A press on it looks at the character, where those that fit are offered.
  await page.locator('.mends button.mend').click();
  await eventually(async () => assert.equal(await page.locator('[data-picked] .hanzi').innerText(), '上'));
  await page.locator('#fits-toggle').click();
  await page.locator('#fits .hanzi').first().click();
  await eventually(async () => assert.deepEqual(await findings(page), []));
});

test('an off rhyme names the group and some words; one of them mends it', async () => {
  const visit = await open(poem('欲穷千里目', '更上一层山'));
  const { page } = visit;
  await press(page, 'off-rhyme');
  await eventually(async () => assert.match((await mends(page))[0] ?? '', /“山”换成尤韵的字，如(.)、/));
  const [, word] = /如(.)、/.exec((await mends(page))[0]);
  await paste(visit, poem('欲穷千里目', `更上一层${word}`).join('\n'));
  await eventually(async () => assert.ok(!(await findings(page)).some((f) => f.severity === 'error')));
});

test('a lone level is mended at either of its places, a deviation by its rescue, with the classic example beside it', async () => {
  const visit = await open(['白日依山尽', '百河入海流', '欲穷千里目', '更上一层楼']);
  const { page } = visit;
  await press(page, 'lone-level');
  await eventually(async () =>
    assert.deepEqual(await mends(page), ['把第二句第一字“百”换成平声字。', '把第二句第三字“入”换成平声字。']),
  );
  assert.ok((await page.locator('.explanation .example').innerText()).length > 5);
  const dusk = ['向晚意不适', '驱车入古原', '夕阳无限好', '只是近黄昏'];
  await paste(visit, dusk.join('\n'));
  await expectLines(page, dusk);
  await press(page, 'major-deviation');
  await eventually(async () => assert.deepEqual(await mends(page), ['把第二句第三字“入”换成平声字。']));
});

test('in English', async () => {
  const { page } = await open(poem('欲上千里目'));
  await goTo(page, 'settings');
  await page.locator('#language').selectOption('en');
  await goTo(page, 'write');
  await press(page, 'tone');
  await eventually(async () =>
    assert.deepEqual(await mends(page), ['Put a level character in place of “上” (line 3, character 2).']),
  );
});
