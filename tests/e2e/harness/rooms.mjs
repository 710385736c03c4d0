// Every state of the page that is worth looking at as a whole: all rooms of the bar, also those to come, and what opens in
// them.

import assert from 'node:assert/strict';
import { choose, expectEnd, goTo, start } from './model.mjs';
import { expectLines, paste } from './sheet.mjs';
import { eventually } from './wait.mjs';

/** 杜甫《登高》 with a wrong tone in its third line, and its lines. */
export const FAULTY =
  '风急天高猿啸哀，渚清沙白鸟飞回。无边落花萧萧下，不尽长江滚滚来。万里悲秋常作客，百年多病独登台。艰难苦恨繁霜鬓，潦倒新停浊酒杯。';
export const LINES = FAULTY.split(/[，。]/).filter(Boolean);

/** The names of the rooms, as the bar has them. */
export function rooms(page) {
  return page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href').replace('#/', '')));
}

/** Goes to a room of the bar, whichever it is, and waits until it has come. */
export async function enter(page, room) {
  await goTo(page, room);
  await eventually(async () => assert.equal(await page.locator('#coming').count(), 0));
}

/**
 * Calls `look(name)` in every state that needs no model: a poem with faults, a character looked at, the rooms as they open
 * and with all that is folded in them unfolded.
 */
export async function everyState(visit, look) {
  const { page } = visit;
  await look('first');
  await paste(visit, FAULTY);
  await expectLines(page, LINES);
  await page.locator('#toggle-pinyin').check();
  const handle = page.locator('#verdict-handle');
  if (await handle.isVisible()) await handle.click();
  await page.locator('#findings button').first().click();
  await look('faults');
  if (await handle.isVisible()) await handle.click();
  await page.locator('[data-line="3"] [data-place="4"]').click();
  await page.locator('#picked .hanzi').waitFor();
  await look('character');
  for (const [hand, shown] of [
    ['offers', '#offers .offer'],
    ['mends', '#line-mends .line-mend'],
    ['like', '#likenesses li'],
  ]) {
    await page.locator(`#hand-${hand}`).click();
    await page.locator(shown).first().waitFor({ timeout: 15000 });
    await look(`at hand, ${hand}`);
  }
  await page.locator('#hand-close').click();
  await page.locator('#unpick').click();
  for (const room of await rooms(page)) {
    await enter(page, room);
    await look(room);
    const folded = await page.evaluate(() => {
      const all = [...document.querySelectorAll('main details:not([open])')].filter((node) => node.checkVisibility());
      for (const node of all) node.open = true;
      return all.length;
    });
    if (folded > 0) await look(`${room}, unfolded`);
  }
  await enter(page, 'rhymes');
  await page.locator('#rhymes-search').fill('花');
  await page.locator('.looked').waitFor();
  await look('rhymes, a character');
}

/** What models leave behind: versions, a log, a difference, an opinion. */
export async function withModel(visit, look) {
  const { page } = visit;
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  await look('a run');
  await choose(visit, 'good');
  await goTo(page, 'write');
  await paste(visit, '白日依山尽，黄河入海流。欲穷千山目，更上一层楼。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千山目', '更上一层楼']);
  // While it is written in, a narrow page has no bar.
  await page.locator('#poem').blur();
  await goTo(page, 'compose');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await page.locator('#difference').waitFor();
  await expectEnd(page);
  await look('a difference');
  await page.evaluate(() => document.querySelectorAll('main details').forEach((node) => (node.open = true)));
  await page.locator('#critique-start').click();
  await page.locator('#claims li').first().waitFor();
  for (const [at, model] of ['never-good', 'good'].entries()) await page.locator('.entrant-model').nth(at).fill(model);
  await page.locator('#contest-start').click();
  await eventually(async () => assert.equal(await page.locator('#contest > li').first().getAttribute('data-place'), '1'), 20000);
  await look('an opinion and a comparison');
}
