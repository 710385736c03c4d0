// The three languages of the page: asked for by the browser, chosen by the person, changed at once; the poem keeps its own script.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo, start } from './harness/model.mjs';
import { beside, expectLines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** What the browser itself reports of the answer that is asked for below. */
const REFUSED = /^Failed to load resource/;

/** 来 is level where line 3 wants an oblique character; written in simplified script. */
const FAULTY = '白日依山尽，黄河入海流。欲穷千来目，更上一层楼。';
const LINES = FAULTY.split(/[，。]/).filter(Boolean);

/** Characters that are only written so in simplified script, all of them common in the interface. */
const SIMPLIFIED = /[这个们为来时说对应该写诗韵声题检设词义]/u;

const tag = (page) => page.locator('html').getAttribute('lang');

for (const [locale, expected, nav] of [
  ['zh-CN', 'zh-Hans', '写作'],
  ['zh-TW', 'zh-Hant', '寫作'],
  ['zh-HK', 'zh-Hant', '寫作'],
  ['zh-Hant', 'zh-Hant', '寫作'],
  ['en-GB', 'en', 'Write'],
  ['fr-FR', 'en', 'Write'],
]) {
  test(`a browser that asks for ${locale} gets ${expected}`, async () => {
    const { page } = await it.open('', { locale });
    assert.equal(await tag(page), expected);
    assert.equal(await page.locator('nav a').first().innerText(), nav);
  });
}

test('in traditional Chinese the findings and their rules are traditional, and the poem stays as it is', async () => {
  const visit = await it.open('', { locale: 'zh-TW' });
  const { page } = visit;
  await paste(visit, FAULTY);
  await expectLines(page, LINES);
  assert.equal(await written(page), FAULTY);
  const finding = page.locator('#findings button', { hasText: '第三句' }).first();
  const said = await finding.innerText();
  assert.match(said, /「来」/, 'the character as it was written');
  assert.match(said, /應仄/);
  await finding.click();
  const explanation = await page.locator('.explanation').first().innerText();
  // What is quoted is the poem's.
  assert.doesNotMatch(explanation.replace(/「.*?」/g, ''), SIMPLIFIED);
  const verdict = await beside(page, '#verdict-form');
  assert.match(verdict, /五言絕句/);
  assert.match(await beside(page, '#verdict-rhyme'), /十一尤 · 平水韻/);
});

test('no view keeps a simplified word in traditional Chinese', async () => {
  const { page } = await it.open('', { locale: 'zh-TW' });
  for (const view of ['compose', 'settings', 'rhymes']) {
    await goTo(page, view);
    const words = await page.evaluate(() => {
      const own = '.verse, .hanzi, #sheet-lines, .hanzi-list, [lang="zh"], [lang="zh-Hans"], option, textarea';
      const seen = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const { parentElement, data } = walk.currentNode;
        if (parentElement.checkVisibility() && !parentElement.closest(own)) seen.push(data);
      }
      return seen.filter((text) => text.trim());
    });
    assert.ok(words.length > 10, `${view}: ${words.length} pieces of text`);
    for (const word of words) assert.doesNotMatch(word, SIMPLIFIED, `${view}: ${word}`);
  }
});

test('the language changes at once and is kept, and what a provider refuses is said in it', async () => {
  const visit = await it.open();
  visit.expected = [REFUSED];
  const { page } = visit;
  await goTo(page, 'settings');
  await page.locator('#language').selectOption('zh-Hant');
  assert.equal(await tag(page), 'zh-Hant');
  await eventually(async () => assert.match(await page.locator('main').innerText(), /服務商/));
  await page.waitForTimeout(600);
  await page.reload();
  await eventually(async () => assert.equal(await tag(page), 'zh-Hant'));
  await start(visit, '401');
  await eventually(async () => assert.match(await page.locator('#compose-error').innerText(), /服務商不接受這個金鑰/));
  await goTo(page, 'settings');
  await page.locator('#language').selectOption('en');
  assert.equal(await tag(page), 'en');
  await goTo(page, 'compose');
  await eventually(async () => assert.match(await page.locator('#compose-error').innerText(), /does not take this key/));
  await goTo(page, 'settings');
  await page.locator('#language').selectOption('zh');
  assert.equal(await tag(page), 'zh-Hans');
});
