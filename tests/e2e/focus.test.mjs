// Where the focus goes when what was pressed is gone: never to nowhere, and into no field that would bring up a keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectBase } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { FAULTY } from './harness/rooms.mjs';
import { written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** Presses something as a person does who goes by keys. */
async function press(page, selector) {
  await page.locator(selector).first().focus();
  await page.keyboard.press('Enter');
}

/** Waits until what matches has the focus, and keeps it. */
async function expectFocus(page, matches) {
  const is = () => page.evaluate((matches) => [document.activeElement.matches(matches), document.activeElement.outerHTML.slice(0, 120)], matches);
  await eventually(async () => {
    const [so, what] = await is();
    assert.ok(so, `${matches}, not ${what}`);
  });
  await page.waitForTimeout(300);
  const [so, what] = await is();
  assert.ok(so, `${matches} no longer, but ${what}`);
}

async function open(text = FAULTY, options = {}) {
  const { page } = await it.open('', options);
  await page.locator('#poem').fill(text);
  await expectBase(page, text);
  return page;
}

const pick = async (page, line, place) => {
  await page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`).click();
  await page.locator('#picked .character').waitFor();
};

test('from a character that was looked at back to the poem', async () => {
  const page = await open();
  await pick(page, 3, 4);
  await press(page, '#unpick');
  await expectFocus(page, '.lines');
  await page.keyboard.press('ArrowDown');
  await page.locator('#picked .character').waitFor();
});

test('from a reading that was fixed to letting go of it, and back', async () => {
  const page = await open('国破山河在，城春草木深。感时花溅泪，恨别鸟惊心。烽火连三月，家书抵万金。白头搔更短，浑欲不胜簪。');
  await pick(page, 8, 4);
  await press(page, '#picked .reading');
  await page.locator('#unpin').waitFor();
  await expectFocus(page, '#unpin, #picked .reading');
  await press(page, '#unpin');
  await page.locator('#unpin').waitFor({ state: 'detached' });
  await expectFocus(page, '#picked .reading');
});

test('from what is at hand to the button that opened it; from more of it to what is new', async () => {
  const page = await open();
  await pick(page, 3, 4);
  for (const hand of ['offers', 'mends', 'like']) {
    await press(page, `#hand-${hand}`);
    await page.locator('#hand-close').waitFor();
    await press(page, '#hand-close');
    await expectFocus(page, `#hand-${hand}`);
  }
  await press(page, '#hand-offers');
  await page.locator('#hand-more').waitFor({ timeout: 15000 });
  await press(page, '#hand-more');
  await expectFocus(page, '#offers > :nth-child(13) > .offer');
});

test('in the choice of a tune it stays on the tune, and goes back to where the choice was opened', async () => {
  const page = await open();
  await press(page, '#tunes');
  await page.locator('#tune-list .tune').first().waitFor();
  await press(page, '#tune-list > :nth-child(3) > .tune');
  await page.locator('.tune-form').first().waitFor();
  await expectFocus(page, '#tune-list > :nth-child(3) > .tune[aria-expanded=true]');
  await press(page, '#tunes-close');
  await expectFocus(page, '#tunes');
});

test('from a rhyme group to what it opens, and back', async () => {
  const page = await open();
  await goTo(page, 'rhymes');
  await press(page, '#rhymes-found section:nth-child(2) li:nth-child(4) .group');
  await expectFocus(page, '#all-groups');
  await page.keyboard.press('Enter');
  await expectFocus(page, '#rhymes-found section:nth-child(2) li:nth-child(4) .group');
});

test('a step to the end of all that was written keeps it', async () => {
  const page = await open('春眠');
  await page.locator('#poem').fill('春眠不觉晓');
  await expectBase(page, '春眠不觉晓');
  const back = page.locator('#step-back');
  for (let n = 0; n < 9 && (await back.isEnabled()); n++) {
    const before = await written(page);
    await press(page, '#step-back');
    await eventually(async () => assert.notEqual(await written(page), before));
    await page.waitForTimeout(200);
  }
  await expectFocus(page, '#step-back');
  assert.equal(await back.getAttribute('aria-disabled'), 'true');
  const first = await written(page);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  assert.equal(await written(page), first, 'there is nothing before it');
});

test('from room to room by their buttons', async () => {
  const page = await open();
  await press(page, '#share');
  await expectFocus(page, '#share-title');
  await press(page, '#share-back');
  await expectFocus(page, '.lines');
  await goTo(page, 'compose');
  await press(page, '#compose-start');
  await expectFocus(page, '#settings-title');
  await goTo(page, 'learn');
  await press(page, '.library-poem');
  await expectFocus(page, '.lines');
  await goTo(page, 'drafts');
  await press(page, '[data-act=open]');
  await expectFocus(page, '.lines');
  await goTo(page, 'drafts');
  await press(page, '#drafts-begin');
  await expectFocus(page, '#poem');
});

test('on a phone no room opens with a field', async () => {
  const page = await open(FAULTY, { viewport: { width: 390, height: 844 }, hasTouch: true });
  // While verse is typed a phone has no bar.
  await page.locator('#poem').blur();
  await goTo(page, 'drafts');
  await page.locator('#drafts-begin').tap();
  await eventually(async () => assert.equal(await written(page), ''));
  await page.locator('#poem').waitFor();
  await expectFocus(page, ':not(input, textarea, select, body)');
});

test('whoever has gone on is left alone: the links of the bar keep the focus, and so does the field', async () => {
  const page = await open();
  let go;
  const held = new Promise((done) => (go = done));
  await page.route(/split_cut_share/, async (route) => {
    await held;
    await route.continue();
  });
  await press(page, '#share');
  await page.locator('nav a[href="#/write"]').click();
  // A field that is not shown takes no focus.
  await page.locator('#poem').waitFor();
  await page.locator('#poem').focus();
  go();
  await expectFocus(page, '#poem');
  await press(page, 'nav a[href="#/rhymes"]');
  await page.locator('#rhymes-search').waitFor();
  await expectFocus(page, 'nav a[href="#/rhymes"]');
});

test('who opens the page in a room begins at its beginning', async () => {
  const { page } = await it.open('#/settings');
  await page.locator('#provider').waitFor();
  await expectFocus(page, 'body');
});
