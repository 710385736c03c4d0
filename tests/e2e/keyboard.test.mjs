// Everything by keyboard, with the focus always to be seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { PASSPHRASE } from './harness/lock.mjs';
import { KEY, choose, expectEnd, goTo } from './harness/model.mjs';
import { expectLines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** What has the focus, and how that is shown. */
const focused = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    return {
      id: node.id,
      href: node.getAttribute('href'),
      body: node === document.body,
      seen: box.width > 0 && box.height > 0,
      shown: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
      what: `${node.tagName.toLowerCase()}#${node.id}.${node.className}`,
    };
  });

/** Presses Tab until the wanted thing has the focus; every stop on the way must be visible and show its focus. */
async function tabTo(page, wanted) {
  const way = [];
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.body) continue;
    way.push(now.what);
    assert.ok(now.seen, `${now.what} is invisible and has the focus`);
    assert.ok(now.shown, `the focus on ${now.what} is not to be seen`);
    if (now.id === wanted || now.href === wanted) return;
  }
  assert.fail(`Tab never came to ${wanted}: ${way.join(' ')}`);
}

/** Goes to a view by its link. Until it is there, Tab would go on through the one before, which then is hidden. */
async function follow(page, view) {
  await tabTo(page, `#/${view}`);
  await page.keyboard.press('Enter');
  await page.locator(`nav a[href="#/${view}"][aria-current="page"]`).waitFor();
}

test('settings, brief, run and version, without a mouse', async () => {
  const { page } = await it.open();
  await follow(page, 'settings');
  await tabTo(page, 'provider');
  // A list is chosen from by typing or by arrows; `custom` is found from any place by going to the end.
  for (let n = 0; n < 40 && (await page.locator('#provider').inputValue()) !== 'custom'; n++) {
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await page.locator('#provider').inputValue(), 'custom');
  await tabTo(page, 'base-url');
  await page.keyboard.type(it.provider.url);
  await tabTo(page, 'model');
  await page.keyboard.type('faulty-then-good');
  await tabTo(page, 'api-key');
  await page.keyboard.type(KEY);
  await follow(page, 'compose');
  await tabTo(page, 'brief-text');
  await page.keyboard.insertText('写登高');
  await tabTo(page, 'compose-start');
  await page.keyboard.press('Enter');
  await expectEnd(page);
  await expectLines(page, ['朝辞白帝彩云间', '千里江陵一日还', '两岸猿声啼不住', '轻舟已过万重山']);

  // The draft, by its button.
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement.closest('#versions [data-errors="2"]') !== null);
    if (here) break;
  }
  await page.keyboard.press('Enter');
  await expectLines(page, ['朝辞白帝彩云间', '千里江上一日还', '两岸猿声啼不住', '轻舟已过万重峰']);
});

test('a key put under a passphrase and unlocked, without a mouse', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await page.locator('#api-key').focus();
  await tabTo(page, 'seal-key');
  await page.keyboard.press('Space');
  await tabTo(page, 'seal-passphrase');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('#sealed').waitFor();
  // What had the focus is gone; it goes on from what came in its place.
  await eventually(async () => assert.equal((await focused(page)).id, 'change-passphrase'));
  await goTo(page, 'compose');
  await page.reload();
  await tabTo(page, 'compose-passphrase');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal((await focused(page)).id, 'compose-start'));
  await page.keyboard.press('Enter');
  await expectEnd(page);
  assert.ok((await it.provider.requests()).length > 0);
});

test('a change refused, an opinion, and one of two models taken, without a mouse', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await goTo(page, 'write');
  await paste(visit, '白日依山尽，黄河入海流。欲穷千山目，更上一层楼。');
  const own = ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层楼'];
  const poem = own.with(2, '欲穷千里目');
  await expectLines(page, own);
  await goTo(page, 'compose');
  await tabTo(page, 'polish');
  await page.keyboard.insertText('第三句改一字');
  await tabTo(page, 'polish-start');
  await page.keyboard.press('Enter');
  await expectEnd(page);
  await expectLines(page, poem);
  await tabTo(page, 'refuse-all');
  await page.keyboard.press('Enter');
  await expectLines(page, own);

  // What is folded is opened by its summary.
  const unfold = async (id) => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((id) => document.activeElement.matches(`#${id} > summary`), id)) break;
    }
    await page.keyboard.press('Enter');
    assert.ok(await page.locator(`#${id}`).evaluate((node) => node.open), id);
  };
  await unfold('critique-fields');
  await tabTo(page, 'critique-start');
  await page.keyboard.press('Enter');
  await page.locator('#claims li').first().waitFor();
  await unfold('contest-fields');
  for (const [at, model] of ['never-good', 'good'].entries()) {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab');
      const here = page.locator('.entrant-model').nth(at);
      if (await here.evaluate((node) => node === document.activeElement)) break;
    }
    await page.keyboard.type(model);
  }
  await tabTo(page, 'contest-start');
  await page.keyboard.press('Enter');
  const best = page.locator('#contest > li').first();
  await eventually(async () => assert.equal(await best.getAttribute('data-place'), '1'), 20000);
  for (let n = 0; n < 200; n++) {
    await page.keyboard.press('Tab');
    if (await best.locator('.take').evaluate((node) => node === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await expectLines(page, ['朝辞白帝彩云间', '千里江陵一日还', '两岸猿声啼不住', '轻舟已过万重山']);
});

test('writing, pinyin and a finding, without a mouse', async () => {
  const { page } = await it.open();
  await tabTo(page, 'poem');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('白日依山尽，黄河入海流。欲穷千山目，更上一层楼。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层楼']);
  const finding = page.locator('#findings [data-severity="error"] button').first();
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab');
    if (await finding.evaluate((node) => node === document.activeElement)) break;
  }
  assert.equal(await finding.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  assert.equal(await finding.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Space');
  assert.equal(await finding.getAttribute('aria-expanded'), 'false');
  await tabTo(page, 'toggle-pinyin');
  await page.keyboard.press('Space');
  await eventually(async () => assert.equal(await page.locator('#marked .pinyin').count(), 20));
});

test('the focus does not get caught in the text field', async () => {
  const { page } = await it.open();
  await tabTo(page, 'poem');
  await page.keyboard.press('Tab');
  assert.notEqual((await focused(page)).id, 'poem');
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focused(page)).id, 'poem');
});

test('what helps a screen reader is there', async () => {
  const { page } = await it.open();
  await goTo(page, 'settings');
  assert.equal(await page.locator('label[for="poem"]').count(), 1);
  for (const id of ['brief-form', 'brief-text', 'provider', 'base-url', 'model', 'api-key', 'theme', 'language', 'book', 'strictness']) {
    assert.equal(await page.locator(`label[for="${id}"]`).count(), 1, id);
  }
  assert.equal(await page.locator('#compose-status').getAttribute('role'), 'status');
  const line = page.locator('#marked [data-line="1"]');
  const said = await line.evaluate((node) => {
    const labelled = [node, ...node.querySelectorAll('[aria-label]')].find((part) => part.ariaLabel);
    return labelled?.ariaLabel ?? '';
  });
  assert.match(said, /清明时节雨纷纷/, 'a line is read as a whole');
  assert.match(said, /第 ?1 ?句/);
});
