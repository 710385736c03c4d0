// The course: read and done by keyboard, judged by the check, remembered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { expectPart } from './harness/parts.mjs';
import { stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();
const LESSONS = 12;

/** Opens a lesson by its address. */
async function lesson(number, options) {
  const visit = await it.open(`#/learn/${number}`, options);
  await visit.page.locator('#lesson-title').waitFor();
  return visit;
}

/** One of the things to do. */
const thing = (page, number) => page.locator(`.thing[data-thing="${number}"]`);

/** Waits until the check has said that an answer is right or wrong; gives its words. */
async function said(page, number, right) {
  const words = thing(page, number).locator(`.said[data-right="${right}"]`);
  await words.waitFor();
  return words.innerText();
}

/** The state of a lesson in the list. */
const state = (page, id) => page.locator(`.lessons [data-lesson="${id}"] .state`);

/** What has the focus, in a word. */
const focused = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    const style = getComputedStyle(node);
    return {
      id: node.id,
      class: node.className,
      href: node.getAttribute('href'),
      text: node.textContent,
      shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    };
  });

/** Presses Tab until something has the focus; every stop must show it. */
async function tabTo(page, wanted) {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.id !== '' || now.class !== '' || now.href) assert.ok(now.shown, `the focus is not to be seen: ${JSON.stringify(now)}`);
    if (wanted(now)) return;
  }
  assert.fail('Tab never came there');
}

test('all lessons are listed above the library, and each has an address', async () => {
  const { page } = await it.open();
  await page.waitForLoadState('networkidle');
  it.site.asked.length = 0;
  await goTo(page, 'learn');
  assert.equal(await page.locator('.lessons li').count(), LESSONS);
  const hashes = await page.locator('.lessons a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(hashes, Array.from({ length: LESSONS }, (_, at) => `#/learn/${at + 1}`));
  assert.match(await state(page, 'tones').innerText(), /还没做/);
  expectPart(it.site.asked, 'learn');
});

for (const [locale, name] of [
  ['zh-CN', 'Chinese'],
  ['zh-TW', 'traditional Chinese'],
  ['en-GB', 'English'],
]) {
  test(`every lesson opens, in ${name}, and its exercises can be leafed through`, async () => {
    const { page } = await it.open('#/learn', { locale });
    await page.locator('.lessons').waitFor();
    const titles = new Set();
    for (let number = 1; number <= LESSONS; number++) {
      await page.locator(`.lessons a[href="#/learn/${number}"]`).click();
      await page.locator('#lesson-title').waitFor();
      await eventually(async () => assert.equal((await focused(page)).id, 'lesson-title', `lesson ${number}`));
      titles.add(await page.locator('#lesson-title').innerText());
      assert.ok((await page.locator('.lesson .prose').count()) >= 3);
      assert.equal(await page.locator('#library-search').isVisible(), false);
      for (const another of await page.locator('.another').all()) {
        if (!(await another.isVisible())) continue;
        const all = Number((await another.locator('xpath=..').innerText()).match(/(\d+)(?: [题題])?(?:\n|$)/)[1]);
        for (let n = 0; n < all; n++) await another.click();
      }
      await page.goBack();
      await page.locator('.lessons').waitFor();
      await eventually(async () => assert.equal((await focused(page)).href, `#/learn/${number}`));
    }
    assert.equal(titles.size, LESSONS);
  });
}

test('an address of no lesson is the list', async () => {
  const { page } = await it.open(`#/learn/${LESSONS + 1}`);
  await page.locator('.lessons').waitFor();
  assert.equal(await page.locator('.lesson').count(), 0);
});

test('a lesson by keyboard: tones wrong, then right; an entering tone; on to the next', async () => {
  const { page } = await it.open('#/learn');
  await page.locator('.lessons').waitFor();
  await tabTo(page, (now) => now.href === '#/learn/1');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal((await focused(page)).id, 'lesson-title'));

  // 白日依山尽: 仄仄平平仄. At first the beginner takes 白 for level.
  await tabTo(page, (now) => now.class === 'cell');
  for (const presses of [1, 2, 1, 1]) {
    for (let n = 0; n < presses; n++) await page.keyboard.press(n ? 'Space' : 'Enter');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await thing(page, 1).locator('.said').innerText(), /还有 1 个字没有标/));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const why = await said(page, 1, 'no');
  assert.match(why, /“白”读 bái，入声十一陌/);
  assert.ok(!why.includes('“日”'), why);
  for (let n = 0; n < 5; n++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '白，标作仄');
  for (let n = 0; n < 5; n++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(await said(page, 1, 'yes'), /对了/);

  // 明月松间照，清泉石上流: by the arrow keys.
  await tabTo(page, (now) => now.class === 'cell' && now.text.includes('明'));
  await page.keyboard.press('Enter');
  assert.match(await said(page, 2, 'no'), /“明”.*不是入声/s);
  await page.keyboard.press('ArrowRight');
  assert.match((await focused(page)).text, /月/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  assert.match((await focused(page)).text, /石/);
  await page.keyboard.press('Enter');
  assert.match(await said(page, 2, 'yes'), /“石”读 shí，入声/);

  await tabTo(page, (now) => now.href === '#/learn/2');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match((await focused(page)).text, /四种句式/));
});

test('what was done is remembered over a reload, shown in words and shape, and can be cleared', async () => {
  const { page } = await lesson(4);
  for (const letter of 'aBbA') await thing(page, 1).locator(`[data-type="${letter}"]`).click();
  await said(page, 1, 'yes');
  await page.locator('.back').click();
  await eventually(async () => assert.match(await state(page, 'patterns').innerText(), /已做完/));
  assert.equal(await state(page, 'patterns').locator('.tick').count(), 1);
  await eventually(async () => assert.match((await stores(page)).local['yinchuang.progress'] ?? '', /patterns\.pattern/));
  await page.reload();
  await page.locator('.lessons').waitFor();
  assert.match(await state(page, 'patterns').innerText(), /已做完/);
  assert.match(await state(page, 'tones').innerText(), /还没做/);
  assert.match(await page.locator('#go-on').innerText(), /第四课/);
  await page.locator('#go-on').click();
  await page.locator('#lesson-title').waitFor();
  assert.match(await page.locator('.exercise').first().innerText(), /七言绝句/, 'it begins with what is not solved');
  await page.goBack();
  await page.locator('#course-reset').click();
  await page.locator('#course-reset-no').click();
  assert.match(await state(page, 'patterns').innerText(), /已做完/);
  await page.locator('#course-reset').click();
  await page.locator('#course-reset-yes').click();
  await eventually(async () => assert.match(await state(page, 'patterns').innerText(), /还没做/));
  await eventually(async () => assert.ok(!(await stores(page)).local['yinchuang.progress'].includes('pattern')));
});

test('where nothing can be kept, one is told, and the course goes on', async () => {
  const { page } = await it.open('#/learn/4');
  await page.locator('#lesson-title').waitFor();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  for (const letter of 'aBbA') await thing(page, 1).locator(`[data-type="${letter}"]`).click();
  await said(page, 1, 'yes');
  await page.locator('#notice').waitFor();
});

test('a pattern grows line by line, and the reason of each step is said', async () => {
  const { page } = await lesson(4);
  await page.locator('#builder-form').selectOption('七言律诗');
  await page.locator('#builder-opening').selectOption('平起首句不入韵');
  const lines = page.locator('.builder li.line');
  assert.equal(await lines.count(), 1);
  assert.match(await page.locator('#builder-step').innerText(), /a 式/);
  await page.locator('#builder-next').click();
  await eventually(async () => assert.match(await page.locator('#builder-step').innerText(), /^对：.*B 式/));
  await page.locator('#builder-next').click();
  await eventually(async () => assert.match(await page.locator('#builder-step').innerText(), /^粘：.*b 式/));
  assert.equal(await page.locator('.builder [data-lit]').count(), 2);
  await page.locator('#builder-all').click();
  await eventually(async () => assert.match(await page.locator('#builder-step').innerText(), /a B b A a B b A/));
  assert.equal(await lines.count(), 8);
  assert.ok(await page.locator('#builder-next').isDisabled());
});

test('who asked for less motion sees none', async () => {
  const { page } = await lesson(4, { reducedMotion: 'reduce' });
  await page.locator('#builder-next').click();
  const duration = await page.locator('.builder [data-new]').evaluate((line) => getComputedStyle(line).animationDuration);
  assert.equal(duration, '0s');
});

test('lines are put in order, a rhyme and an answering word are chosen, a deviation is rescued', async () => {
  const { page } = await lesson(3);
  await thing(page, 1).locator('.check-it').click();
  await said(page, 1, 'no');
  // 更上一层楼, 欲穷千里目, 黄河入海流: the last to the front, then the first to the end.
  const order = () => thing(page, 1).locator('.order .verse').allInnerTexts();
  await thing(page, 1).locator('[data-at="4"] .up').click();
  await thing(page, 1).locator('[data-at="3"] .up').click();
  await thing(page, 1).locator('[data-at="3"] .down').click();
  assert.deepEqual(await order(), ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  assert.match((await focused(page)).class, /up/);
  await thing(page, 1).locator('.check-it').click();
  await said(page, 1, 'yes');

  const choose = async (number, wrong, why, right) => {
    const part = thing(page, number);
    await part.getByRole('button', { name: wrong, exact: true }).click();
    assert.match(await said(page, number, 'no'), why);
    await part.getByRole('button', { name: right, exact: true }).click();
    await said(page, number, 'yes');
  };
  const go = async (number) => {
    await page.evaluate((hash) => (location.hash = hash), `#/learn/${number}`);
    await page.locator('.lesson #lesson-title', { hasText: { 5: '押韵', 7: '拗与救', 8: '对仗' }[number] }).waitFor();
  };
  await go(5);
  await choose(1, '山', /出韵/, '楼');
  await go(7);
  await choose(2, '送', /大拗/, '吹');
  await go(8);
  await choose(1, '野', /门类不同/, '白');
});

test('a quatrain of one’s own is accepted, kept and taken to the editor', async () => {
  const { page } = await lesson(10);
  const field = page.locator('#own-poem');
  await field.fill('月落乌啼霜满天\n江枫渔火对愁眠\n姑苏城外寒山寺');
  await eventually(async () => assert.match(await thing(page, 2).locator('.said').innerText(), /现在 3 句/));
  assert.equal(await page.locator('#own-open').isVisible(), false);
  await field.fill('月落乌啼霜满天\n江枫渔火对愁眠\n姑苏城外寒山寺\n夜半钟声到客舟');
  assert.match(await said(page, 2, 'no'), /出韵/);
  assert.equal(await thing(page, 2).locator('[data-fault="error"]').count(), 1, 'the mark shows it as well');
  await field.fill('床前明月光\n疑是地上霜\n举头望明月\n低头思故乡');
  await eventually(async () => assert.match(await thing(page, 2).locator('.said').innerText(), /第三句/));
  await field.fill('月落乌啼霜满天\n江枫渔火对愁眠\n姑苏城外寒山寺\n夜半钟声到客船');
  assert.match(await said(page, 2, 'yes'), /第一首绝句/);
  await eventually(async () => assert.match((await stores(page)).local['yinchuang.progress'] ?? '', /客船/));
  await page.reload();
  await page.locator('#lesson-title').waitFor();
  assert.match(await page.locator('#own-poem').inputValue(), /客船$/);
  await page.locator('#own-open').click();
  await eventually(async () => assert.match(await written(page), /^月落乌啼霜满天\n/));
});

test('a lesson on lyrics fetches what knows of them, and goes on by itself when it comes', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { page } = await it.open('#/learn');
  await page.locator('.lessons').waitFor();
  await page.context().route(/split_cut_lyrics/, async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('.lessons a[href="#/learn/11"]').click();
  await page.locator('#lesson-title').waitFor();
  assert.equal(await page.locator('.lesson > .coming-here .coming').count(), 1);
  assert.equal(await page.locator('.lesson .cell').count(), 0);
  assert.ok((await page.locator('.lesson .prose').count()) >= 5, 'the words are there at once');
  release();
  await page.locator('.shown .cell').first().waitFor();
  await eventually(async () => assert.equal(await page.locator('.lesson > .coming-here .coming').count(), 0));
  assert.equal((await focused(page)).id, 'lesson-title', 'the focus stays where it was');
  const letters = await page.locator('.shown').last().locator('.letter').allInnerTexts();
  assert.deepEqual(letters, [...'甲甲乙乙丙丙丁丁']);
  const begins = page.locator('.shown').last().locator('.line').filter({ has: page.locator('[data-stanza]') });
  assert.equal(await begins.getAttribute('data-line'), '5');
  assert.equal(await page.locator('.rule-here .rule').count(), 2);
});

test('where what knows of lyrics cannot be fetched, one is told and can try again', async () => {
  const visit = await it.open('#/learn');
  visit.expected = [/Failed to (load resource|fetch)/];
  const { page } = visit;
  await page.locator('.lessons').waitFor();
  await page.context().route(/split_cut_lyrics/, (route) => route.abort());
  await page.locator('.lessons a[href="#/learn/11"]').click();
  await page.locator('#not-fetched').waitFor();
  await page.context().unroute(/split_cut_lyrics/);
  await page.locator('#fetch-again').click();
  await page.locator('.shown .cell').first().waitFor();
});

test('what a lyric is: rhymes are marked, a broken place is pressed, a rhyme is chosen', async () => {
  const { page } = await lesson(11);
  // 昨夜雨疏风骤: all rhyme but line 3.
  const end = (line) => thing(page, 1).locator(`[data-line="${line}"] button.cell`);
  await end(1).waitFor();
  assert.equal(await thing(page, 1).locator('button.cell').count(), 7);
  for (const line of [1, 2, 3, 4, 5, 6]) await end(line).click();
  assert.equal(await end(1).getAttribute('aria-pressed'), 'true');
  await thing(page, 1).locator('.check-it').click();
  const why = await said(page, 1, 'no');
  assert.match(why, /“人”读 rén，平声/);
  assert.match(why, /“瘦”/);
  await end(3).click();
  await end(7).click();
  assert.equal(await end(3).getAttribute('aria-pressed'), 'false');
  await thing(page, 1).locator('.check-it').click();
  assert.match(await said(page, 1, 'yes'), /骤酒旧否否瘦.*第十二部/);

  // 兴尽晚回棹
  const place = (line, at) => thing(page, 2).locator(`[data-line="${line}"] [data-place="${at}"]`);
  await place(1, 6).click();
  assert.match(await said(page, 2, 'no'), /此处押韵/);
  await place(3, 5).click();
  assert.match(await said(page, 2, 'yes'), /原诗作“舟”/);

  // 误入藕花深处
  await thing(page, 3).getByRole('button', { name: '山', exact: true }).click();
  await said(page, 3, 'no');
  await thing(page, 3).getByRole('button', { name: '处', exact: true }).click();
  await said(page, 3, 'yes');
  await page.locator('.back').click();
  await eventually(async () => assert.match(await state(page, 'lyric').innerText(), /已做完/));
});

test('a 如梦令 is filled in: a line, then a whole one, kept and taken to the editor with its tune', async () => {
  const { page } = await lesson(12);
  const line = thing(page, 1).locator('.own-line');
  await line.fill('沉醉不知归山');
  await said(page, 1, 'no');
  await line.fill('沉醉不知归路');
  assert.match(await said(page, 1, 'yes'), /沉醉不知归路/);

  const field = page.locator('#own-lyric');
  const open = thing(page, 2).locator('[data-unwritten]');
  await eventually(async () => assert.equal(await open.count(), 33));
  await field.fill('常记溪亭日暮\n沉醉');
  await eventually(async () => assert.equal(await open.count(), 25));
  await eventually(async () => assert.match(await thing(page, 2).locator('.said').innerText(), /写了 8 字，全篇 33 字/));
  assert.equal(await page.locator('#own-lyric-open').isVisible(), false);
  const whole = '常记溪亭日暮\n沉醉不知归路\n兴尽晚回舟\n误入藕花深处\n争渡\n争渡\n惊起一滩鸥鹭';
  await field.fill(whole.replace('归路', '归山'));
  await said(page, 2, 'no');
  assert.ok((await thing(page, 2).locator('[data-fault="error"]').count()) >= 1, 'the mark shows it as well');
  await field.fill(whole);
  assert.match(await said(page, 2, 'yes'), /第一首词/);
  await eventually(async () => assert.match((await stores(page)).local['yinchuang.progress'] ?? '', /鸥鹭/));
  await page.reload();
  await page.locator('#own-lyric').waitFor();
  assert.equal(await page.locator('#own-lyric').inputValue(), whole);
  await page.locator('#own-lyric-open').click();
  await eventually(async () => assert.equal(await written(page), `如梦令\n${whole}`));
});

test('what is being composed is not judged', async () => {
  const { page } = await lesson(10);
  await page.locator('#own-poem').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'yue luo', selectionStart: 7, selectionEnd: 7 });
  await page.waitForTimeout(1200);
  assert.equal(await thing(page, 2).locator('.cell').count(), 0);
  await session.send('Input.insertText', { text: '月落乌啼霜满天' });
  await eventually(async () => assert.equal(await thing(page, 2).locator('.cell').count(), 7));
});

for (const width of [320, 390, 768]) {
  test(`nothing runs off a page ${width} px wide, and everything is large enough for a finger`, async () => {
    const { page } = await it.open('#/learn', { viewport: { width, height: 844 }, hasTouch: true });
    await page.locator('.lessons').waitFor();
    for (let number = 0; number <= LESSONS; number++) {
      if (number > 0) {
        await page.evaluate((hash) => (location.hash = hash), `#/learn/${number}`);
        await page.locator(`.back`).waitFor();
        await eventually(async () => assert.ok((await page.locator('#lesson-title').innerText()).length > 0));
        await page.waitForTimeout(50);
      }
      const { scroll, client, small } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
        small: [...document.querySelectorAll('.learn button, .learn select, .learn a')]
          .filter((node) => node.checkVisibility())
          .map((node) => ({ name: node.id || node.textContent, box: node.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
      }));
      assert.ok(scroll <= client, `lesson ${number}: ${scroll} > ${client}`);
      assert.deepEqual(small, [], `lesson ${number}`);
    }
  });
}
