// Two tabs that keep the same things: what each has changed is there in the end, and neither writes over the other for
// ever.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { database, expectBase } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo } from './harness/model.mjs';
import { ready, stores } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** What the device has under a name. */
const device = async (page, name) => JSON.parse((await stores(page)).local[`yinchuang.${name}`] ?? 'null')?.value;

/** A tab with the lesson of a poem of one's own, and another at an address, in which something has come. */
async function atOwnPoem(address, seen) {
  const visit = await it.open('#/learn/10');
  const { page } = visit;
  await page.locator('#own-poem').waitFor();
  const other = await visit.openTab(address);
  await other.locator(seen).waitFor();
  return [page, other];
}

test('settings that two tabs change are those of both', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('春风');
  const other = await visit.openTab();
  visit.page = page;
  await page.bringToFront();
  await choose(visit, 'my-model', { remember: true });
  await eventually(async () => assert.equal((await device(page, 'settings'))?.provider, 'custom'));
  const { endpoints } = await device(page, 'settings');
  await other.bringToFront();
  await other.locator('#toggle-pinyin').check();
  await eventually(async () => assert.equal((await device(page, 'settings')).pinyin, true));
  const { provider, endpoints: after } = await device(page, 'settings');
  assert.deepEqual([provider, after], ['custom', endpoints]);
  // Each shows what the other has chosen.
  await goTo(other, 'settings');
  for (const field of ['#provider', '#base-url', '#model']) {
    assert.equal(await other.locator(field).inputValue(), await page.locator(field).inputValue(), field);
  }
  await other.locator('#model').fill('another');
  await eventually(async () => assert.equal(await page.locator('#model').inputValue(), 'another'));
  await eventually(async () => assert.equal(await page.locator('.poem').getAttribute('data-pinyin'), ''));
});

test('a course and a brief that two tabs go on with are those of both', async () => {
  const [page, other] = await atOwnPoem('#/learn', '.lessons');
  await page.bringToFront();
  await page.locator('#own-poem').fill('月落乌啼霜满天\n江枫渔火对愁眠');
  await eventually(async () => assert.match((await device(page, 'progress'))?.own ?? '', /江枫/));
  await other.bringToFront();
  await other.evaluate(() => (location.hash = '#/learn/3'));
  await eventually(async () => assert.equal((await device(page, 'progress')).last, 'opposition'));
  await page.reload();
  await ready(page);
  await eventually(async () => assert.match(await page.locator('#own-poem').inputValue(), /江枫/));

  await goTo(page, 'compose');
  await other.evaluate(() => (location.hash = '#/compose'));
  await other.locator('#brief-text').waitFor();
  await page.locator('#brief-text').fill('写给祖母八十寿辰');
  await eventually(async () => assert.match(JSON.stringify(await device(page, 'brief')), /祖母/));
  await other.bringToFront();
  await other.locator('#brief-form').selectOption('七言绝句');
  await eventually(async () => assert.match(JSON.stringify(await device(page, 'brief')), /七言绝句/));
  assert.match(JSON.stringify(await device(page, 'brief')), /祖母/);
  // What a tab shows is what it asks for.
  await eventually(async () => assert.match(await other.locator('#brief-text').inputValue(), /祖母/));
  await other.locator('#brief-text').fill('写给小满');
  await eventually(async () => assert.equal(await page.locator('#brief-text').inputValue(), '写给小满'));
  assert.equal(await page.locator('#brief-form').inputValue(), '七言绝句');
});

test('a poem of one’s own and a card are gone on with in either tab', async () => {
  const [page, other] = await atOwnPoem('#/learn/10', '#own-poem');
  await page.locator('#own-poem').fill('月落乌啼霜满天');
  await eventually(async () => assert.equal(await other.locator('#own-poem').inputValue(), '月落乌啼霜满天'));
  await other.locator('#own-poem').fill('月落乌啼霜满天\n江枫渔火对愁眠');
  await eventually(async () => assert.match(await page.locator('#own-poem').inputValue(), /江枫/));

  for (const tab of [page, other]) {
    await tab.evaluate(() => (location.hash = '#/share'));
    await tab.locator('#card-signature').waitFor();
  }
  await page.locator('#card-signature').fill('小满');
  await eventually(async () => assert.equal((await device(page, 'card'))?.name, '小满'));
  const papers = other.locator('[name="card-design"]');
  const { design } = await device(page, 'card');
  await other.locator('input[name="card-design"]').nth(1).check();
  await eventually(async () => assert.notEqual((await device(page, 'card')).design, design));
  await eventually(async () => assert.ok(await page.locator('input[name="card-design"]').nth(1).isChecked()));
  assert.equal((await device(page, 'card')).name, '小满');
});

/** Writes into the field of a tab that is not seen. */
const writeBehind = (tab, text) =>
  tab.locator('#poem').evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

test('what a tab that is behind has written stays when it is replaced there', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('春眠');
  await expectBase(page, '春眠');
  const other = await visit.openTab();
  await other.locator('#step-back').waitFor();
  await other.waitForTimeout(1000);
  await other.locator('#poem').fill('春眠不觉晓');
  await expectBase(other, '春眠不觉晓');
  await page.bringToFront();
  await page.locator('#poem').fill('春风又绿江南岸');
  await page.locator('#draft-behind').waitFor();
  const has = async () => (await database(page)).bodies.some((body) => body.includes('春风又绿'));
  await eventually(async () => assert.ok(await has()));
  for (const text of ['', '又一稿']) {
    await page.locator('#poem').fill(text);
    await page.waitForTimeout(1200);
    assert.ok(await has(), `after “${text}”`);
  }
});

test('what a model has changed is no longer asked about when the other tab’s text is taken', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good');
  await goTo(page, 'write');
  const text = '白日依山尽，黄河入海流。\n欲穷千山目，更上一层楼。';
  await page.locator('#poem').fill(text);
  await expectBase(page, text);
  await goTo(page, 'compose');
  await page.locator('#polish').fill('第三句改一字');
  await page.locator('#polish-start').click();
  await expectEnd(page);
  await page.locator('#difference').waitFor();
  await page.waitForTimeout(1200);
  const other = await visit.openTab();
  await other.locator('#step-back').waitFor();
  await other.waitForTimeout(1000);
  await writeBehind(other, '春眠不觉晓');
  await page.bringToFront();
  await page.locator('#take-theirs').click();
  await eventually(async () => assert.equal(await page.locator('#poem').inputValue(), '春眠不觉晓'));
  assert.equal(await page.locator('#refuse-all').count(), 0);
});

test('who has a draft open that another tab deletes is told, and takes it out again by keeping a version', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('春眠不觉晓');
  await expectBase(page, '春眠不觉晓');
  const other = await visit.openTab('#/drafts');
  const deleted = async () => JSON.parse((await database(page)).heads.find((head) => head.includes('春眠'))).deleted;
  const throwAway = async () => {
    await other.locator('[data-act=delete]').first().click();
    await page.locator('#draft-binned').waitFor();
    assert.notEqual(await deleted(), null);
  };
  const isBack = async () => {
    await eventually(async () => assert.equal(await deleted(), null));
    await page.locator('#draft-binned').waitFor({ state: 'detached' });
    await other.locator('#drafts-list > li', { hasText: '春眠' }).waitFor();
  };
  await throwAway();
  await page.reload();
  await ready(page);
  await page.locator('#draft-binned').waitFor();
  await page.locator('#put-back').click();
  await isBack();
  await throwAway();
  await page.locator('#keep-version').click();
  await isBack();
  await throwAway();
  await writeBehind(page, '春眠不觉晓，');
  await isBack();
});

test('two tabs on one draft come to rest when one locks a character or takes up a pattern', async () => {
  const visit = await it.open();
  const { page } = visit;
  const text = '白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。';
  await page.locator('#poem').fill(text);
  await expectBase(page, text);
  const other = await visit.openTab();
  await other.locator('#step-back').waitFor();
  await other.waitForTimeout(1000);
  await page.bringToFront();
  await page.locator('#toggle-fill').check();
  const head = async () => JSON.parse((await database(other)).heads[0]);
  await eventually(async () => assert.equal((await head()).draft.plan?.on, true));
  await eventually(async () => assert.equal(await other.locator('#toggle-fill').isChecked(), true));
  const { stamp } = await head();
  await page.waitForTimeout(2000);
  assert.equal((await head()).stamp, stamp, 'nobody writes on');
  await other.bringToFront();
  await other.locator('#toggle-fill').uncheck();
  await eventually(async () => assert.equal((await head()).draft.plan?.on ?? false, false));
  await eventually(async () => assert.equal(await page.locator('#toggle-fill').isChecked(), false));
  await page.close();
  await other.waitForTimeout(1200);
  assert.equal((await head()).draft.plan?.on ?? false, false);
});
