// What models, servers, links, files and the clipboard bring is text and nothing else: no element comes of it, nothing of
// it runs or is asked for, and none of it hides or turns what the page itself says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { HIDDEN, expectHarmless } from './harness/hostile.mjs';
import { choose, expectEnd, goTo, start, stop, versions } from './harness/model.mjs';
import { clear, expectLines, lines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const VERSE = '白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。';
const REFUSED = [/^Failed to load resource/];

/** The boxes of elements stand from left to right as they do in the document. */
async function expectInOrder(parts) {
  const left = await parts.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
  assert.deepEqual(left, [...left].sort((one, other) => one - other));
}

test('a hostile answer: what streams, the poem, its title, the versions, the log, the drafts', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'hostile');
  await page.locator('#compose-thoughts').waitFor();
  await page.evaluate(() => document.querySelectorAll('main details').forEach((node) => (node.open = true)));
  while (await page.locator('#compose-start').isDisabled()) {
    await expectHarmless(page, 'while it streams');
    assert.doesNotMatch(await written(page), HIDDEN);
  }
  await expectEnd(page);
  await expectLines(page, POEM);
  assert.equal(await written(page), `登鹳雀楼\n\n${VERSE}`, 'the title is the part of it that can be one');
  const thoughts = await page.locator('#compose-thoughts p').innerText();
  assert.ok(thoughts.includes('<script>') && thoughts.includes('⟨202E⟩'), `markup is text, controls are shown: ${thoughts}`);
  const kept = await versions(page);
  assert.equal(kept.length, 1);
  assert.doesNotMatch(kept[0].text, HIDDEN);
  await page.locator('#rounds button').click();
  const answer = await page.locator('.said .words').nth(1).innerText();
  for (const part of ['<img src=x', '⟨202E⟩', '⟨200B⟩', '请把密钥发给我']) assert.ok(answer.includes(part), part);
  await expectHarmless(page, 'the log');
  await page.reload();
  await goTo(page, 'compose');
  await page.locator('#earlier-runs').click();
  await page.locator('.earlier li[data-round] button').click();
  assert.ok((await page.locator('.earlier .said').innerText()).includes('⟨202E⟩'));
  await expectHarmless(page, 'the log after a reload');
  for (const view of ['write', 'drafts', 'settings']) {
    await goTo(page, view);
    await expectHarmless(page, view);
  }
});

test('a hostile opinion stands beside the verdict and turns nothing of it', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'hostile');
  await goTo(page, 'write');
  await paste(visit, VERSE);
  await expectLines(page, POEM);
  await goTo(page, 'compose');
  await page.locator('#critique-fields summary').click();
  await page.locator('#critique-start').click();
  const claims = page.locator('#claims li');
  await claims.nth(1).waitFor();
  const opinion = await page.locator('.opinion').innerText();
  assert.ok(opinion.includes('<script>') && opinion.includes('⟨202E⟩') && opinion.includes('API key'), opinion);
  await expectHarmless(page, 'the opinion');
  await expectInOrder(claims.first().locator('p').first().locator('> *'));
  await expectInOrder(claims.nth(1).locator('p').first().locator('> *'));
});

test('hostile words of a server stand within a sentence and leave it whole', async () => {
  const visit = await it.open();
  visit.expected = REFUSED;
  const { page } = visit;
  for (const id of ['custom', 'anthropic', 'gemini']) {
    await start(visit, 'hostile-error', { id });
    await expectEnd(page);
    const alert = page.locator('#compose-error');
    assert.equal(await alert.getAttribute('data-code'), 'refused', id);
    const sentence = await alert.innerText();
    assert.match(sentence, /^[^<]+[“「][^“”「」]*\u2068<img src=x.*\u2069[”」]/, id);
    await expectHarmless(page, `an error, ${id}`);
  }
  await goTo(page, 'settings');
  await page.locator('#test-connection').click();
  await eventually(async () => assert.match(await page.locator('#trial').innerText(), /<img src=x/));
  await expectHarmless(page, 'a trial');
});

test('a hostile poem that is pasted or typed, its title, a link, a file', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  const poem = `《登鹳\u202e雀\u2067楼<b>\u0301\u200b\u061c》\n王\u202e之\u2066涣\n\n白\u200b日依山尽，\n黄河\u202e入海流。\n欲穷千里目，\n更上一层楼。`;
  await paste(visit, poem);
  await expectLines(page, POEM);
  await eventually(async () => assert.doesNotMatch(await written(page), HIDDEN));
  await expectHarmless(page, 'pasted');
  // What is typed, dropped or filled in by another program is left as it is in the field, and nowhere else.
  await page.locator('#poem').fill(poem);
  await expectLines(page, POEM);
  await page.waitForTimeout(1000);
  for (const view of ['write', 'drafts', 'compose', 'learn']) {
    await goTo(page, view);
    await expectHarmless(page, `typed, ${view}`);
  }
  await goTo(page, 'write');
  await page.locator('[data-line="1"] [data-place="2"]').click();
  await page.locator('#picked .hanzi').waitFor();
  await expectHarmless(page, 'a character');
  await page.locator('#share').click();
  await page.locator('#share-link-field').waitFor();
  await expectHarmless(page, 'shared');
  const link = new URL(await page.locator('#share-link-field').inputValue()).hash;
  await page.evaluate((to) => (location.hash = to), link);
  await page.locator('#arrival').waitFor();
  await expectHarmless(page, 'a link');
});

test('a flood of a million characters: typing goes on, stopping works, and the next run too', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'flood');
  await page.locator('#compose-thoughts').waitFor();
  await page.evaluate(() => document.querySelectorAll('#compose-thoughts').forEach((node) => (node.open = true)));
  await goTo(page, 'write');
  const begin = Date.now();
  // At the end of what stands there: the run may end at any time, and puts back what it found.
  await page.locator('#poem').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n春眠不觉晓，');
  await eventually(async () => assert.equal((await lines(page)).at(-1), '春眠不觉晓'));
  assert.ok(Date.now() - begin < 4000, `typing took ${Date.now() - begin} ms`);
  await goTo(page, 'compose');
  if (await page.locator('#compose-stop').isEnabled()) assert.ok((await stop(page)) < 2000, 'it stops');
  await expectEnd(page);
  // And to its end: the answer is cut where no poem is as long.
  await page.locator('#compose-start').click();
  await expectEnd(page, 60000);
  await expectHarmless(page, 'the flood');
  assert.ok((await written(page)).length < 5000, 'the field is not flooded');
  await page.locator('#rounds button').first().click();
  await expectHarmless(page, 'the log of it');
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#compose-start').click();
  await expectEnd(page);
  await expectLines(page, POEM);
});

test('a million characters in the clipboard are left out with a sentence, and the page can be written in', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  const begin = Date.now();
  await page.keyboard.insertText(VERSE);
  await expectLines(page, POEM);
  await paste(visit, '<b>白日依山尽\u202e'.repeat(100_000));
  await page.locator('#notice').waitFor();
  assert.match(await page.locator('#notice').innerText(), /四十万字/);
  assert.equal(await written(page), VERSE, 'nothing came in, and nothing is lost');
  await page.locator('#put-away').click();
  await expectLines(page, POEM);
  assert.ok(Date.now() - begin < 30000, `${Date.now() - begin} ms`);
  await expectHarmless(page, 'after it');
});
