// What is kept and goes wrong: a store that is denied, full, emptied while the page is open, or holds what cannot be read; for
// each name that the page keeps something under. (The database denied, full or of a later page: drafts.test.mjs.)

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { choose as chooseCard, enter } from './harness/cards.mjs';
import { block, deleteBase, expectBase, kept } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { seal } from './harness/lock.mjs';
import { choose, expectEnd, goTo, start } from './harness/model.mjs';
import { clear, expectKept, expectLines, paste, ready, stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const SPRING = '春眠不觉晓，处处闻啼鸟。';
const OWN = ['春眠不觉晓', '处处闻啼鸟'];
const DRAFTS = '#/drafts';

/** Every name of the stores; `room` is where it is read, `said` where it is told that it could not be. */
const ROWS = [
  { store: 'local', name: 'draft' },
  { store: 'local', name: 'settings' },
  { store: 'local', name: 'versions' },
  { store: 'local', name: 'brief', room: '#/compose' },
  { store: 'local', name: 'log', room: '#/compose' },
  { store: 'local', name: 'entrants', room: '#/compose' },
  { store: 'local', name: 'progress', room: '#/learn' },
  { store: 'local', name: 'card', room: '#/share' },
  { store: 'local', name: 'sealed.custom', room: '#/settings', said: '#seal-unreadable', custom: true },
  // A key has no form: whatever stands there is one, and is told to be wrong when it is used.
  { store: 'local', name: 'key.custom', plain: true },
  { store: 'session', name: 'key.custom', plain: true },
  // A number; anything else counts as 0.
  { store: 'local', name: 'gone.custom', plain: true },
  { store: 'session', name: 'draft' },
  // Nobody's words: where the draft of the tab came from. It is made anew.
  { store: 'session', name: 'place', silent: true },
];

const FOREIGN = [
  ['no JSON', '{"version":1,"value":{"te'],
  ['something else', '[1,2,3]'],
  ['of an older page', '{"version":0,"value":{"words":"alt"}}'],
  ['of a newer page', '{"version":99,"value":{"strophes":["neu"]}}'],
];

/** Writes a poem of one's own into the field. */
async function write(visit) {
  await clear(visit.page);
  await paste(visit, SPRING);
  await expectLines(visit.page, OWN);
}

test('every name that is kept is in the table of this file', async () => {
  const visit = await it.open();
  const { page } = visit;
  await write(visit);
  await start(visit, 'good', { remember: true });
  await expectEnd(page);
  await page.locator('#contest-fields > summary').click();
  await page.locator('.entrant-model').first().fill('good');
  await goTo(page, 'write');
  await enter(visit);
  await chooseCard(page, 'card-design', 1);
  await page.evaluate(() => (location.hash = '#/learn/4'));
  await page.locator('#lesson-title').waitFor();
  for (const letter of 'aBbA') await page.locator(`.thing[data-thing="1"] [data-type="${letter}"]`).click();
  await page.waitForTimeout(1200);
  const found = new Set();
  const look = async () => {
    for (const [store, all] of Object.entries(await stores(page))) {
      for (const name of Object.keys(all)) found.add(`${store} ${name.replace('yinchuang.', '')}`);
    }
  };
  await look();
  await goTo(page, 'settings');
  await page.locator('#remember-key').uncheck();
  await look();
  await seal(page);
  await look();
  const known = ROWS.map(({ store, name }) => `${store} ${name}`);
  assert.deepEqual([...found].filter((name) => !known.includes(name)), [], 'a name without a row');
  const never = known.filter((name) => !found.has(name));
  assert.deepEqual(never, [], 'a row without a name: the table is out of date');
});

for (const { store, name, room = '#/write', said = '#notice', custom, silent } of ROWS.filter((row) => !row.plain)) {
  test(`what cannot be read under ${name} (${store}) is kept, told, and does no harm`, async () => {
    for (const [what, text] of FOREIGN) {
      const visit = await it.open();
      // The browser asks the host for an icon where a picture is opened by itself.
      visit.expected = [/^Failed to load resource.*404/];
      const { page } = visit;
      if (custom) {
        await choose(visit, 'good', { key: '' });
        await page.waitForTimeout(600);
      }
      await page.goto(`${it.site.url}app/touch-180.png`);
      const full = `yinchuang.${name}`;
      await page.evaluate(([store, name, text]) => window[`${store}Storage`].setItem(name, text), [store, full, text]);
      await page.goto(it.site.url + room);
      await ready(page);
      const kept = async () => Object.values((await stores(page))[store]);
      if (silent) {
        await page.waitForTimeout(500);
      } else {
        await page.locator(said).waitFor();
        assert.match(await page.locator(said).innerText(), /。/, what);
        assert.ok((await kept()).includes(text), `${what} is there as it was`);
      }
      await page.evaluate(() => (location.hash = '#/write'));
      await page.locator('#poem').fill(SPRING);
      await expectLines(page, OWN);
      await expectKept(page, SPRING);
      await page.reload();
      await expectLines(page, OWN);
      if (!silent) assert.ok((await kept()).includes(text), `${what} is there after a reload, too`);
      await visit.context.close();
    }
  });
}

/** What the browser does with its stores before anything of the page runs. */
const DENIED = {
  'the stores cannot be looked at': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  },
  'nothing can be read or written': () => {
    for (const act of ['getItem', 'setItem', 'removeItem']) {
      Storage.prototype[act] = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    }
  },
  'there is no store': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });
  },
  'nothing can be written': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

for (const [what, deny] of Object.entries(DENIED)) {
  test(`where ${what} it is told, and all rooms work`, async () => {
    const visit = await it.open();
    await visit.context.addInitScript(deny);
    const page = await visit.openTab();
    await page.locator('#poem').fill(SPRING);
    await expectLines(page, OWN);
    await page.locator('#notice').waitFor();
    assert.match(await page.locator('#notice').innerText(), /没有让本页保存/);
    await start(visit, 'good', { remember: true });
    await expectEnd(page);
    await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
    for (const view of ['learn', 'rhymes', 'drafts', 'settings', 'write']) await goTo(page, view);
    await page.locator('#poem').fill(SPRING);
    await expectLines(page, OWN);
  });
}

test('stores that are emptied while the page is open: the next change keeps all of it again, but no key', async () => {
  const visit = await it.open();
  const { page } = visit;
  await choose(visit, 'good', { remember: true });
  await goTo(page, 'write');
  await write(visit);
  await expectKept(page, SPRING);
  const other = await visit.context.newPage();
  await other.goto(`${it.site.url}app/touch-180.png`);
  await other.evaluate(() => localStorage.clear());
  await page.evaluate(() => sessionStorage.clear());
  assert.equal(await written(page), SPRING);
  await page.locator('#poem').fill(`${SPRING}夜来风雨声`);
  await expectLines(page, [...OWN, '夜来风雨声']);
  await expectKept(page, `${SPRING}夜来风雨声`);
  await page.reload();
  await expectLines(page, [...OWN, '夜来风雨声']);
  await goTo(page, 'settings');
  assert.equal(await page.locator('#model').inputValue(), 'good', 'the settings as well');
  assert.equal(await page.locator('#api-key').inputValue(), '', 'the key is gone for good');
});

test('a database that is deleted while the page is open is made anew with what is on the desk', async () => {
  const visit = await it.open(DRAFTS);
  const { page } = visit;
  await goTo(page, 'write');
  await write(visit);
  await page.waitForTimeout(1200);
  const other = await visit.context.newPage();
  await other.goto(`${it.site.url}app/touch-180.png`);
  const gone = await deleteBase(other);
  assert.equal(gone, 'deleted', 'the page lets go of it');
  await page.locator('#poem').fill(`${SPRING}夜来风雨声`);
  await page.waitForTimeout(1200);
  await page.reload();
  await expectLines(page, [...OWN, '夜来风雨声']);
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal(await page.locator('#drafts-list > li').count(), 1));
  assert.equal(await page.locator('#drafts-failed').count(), 0);
});

test('drafts whose database is deleted while the page is open are opened, named and exported by their texts', async () => {
  const { page } = await it.open();
  const texts = ['春眠不觉晓', '处处闻啼鸟', '夜来风雨声'];
  for (const text of texts) {
    if (text !== texts[0]) {
      await page.locator('#clear').click();
      await eventually(async () => assert.equal(await written(page), ''));
    }
    await page.locator('#poem').fill(text);
    await expectBase(page, text);
  }
  await goTo(page, 'drafts');
  await page.evaluate(() => localStorage.clear());
  assert.equal(await deleteBase(page), 'deleted');
  const row = (text) => page.locator('#drafts-list > li', { hasText: text });
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-export-json').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(file.drafts.map(({ head }) => head.draft.text).sort(), [...texts].sort());
  await eventually(async () => assert.match(await page.locator('#drafts-said').innerText(), /有 2 篇在诗稿库里读不出来/));
  await row(texts[0]).locator('[data-act=open]').click();
  await eventually(async () => assert.equal(await written(page), texts[0]));
  assert.match(await page.locator('#draft-bare').innerText(), /已经没有这篇诗稿/);
  await expectBase(page, texts[0]);
  await goTo(page, 'drafts');
  await row(texts[1]).locator('[data-act=rename]').click();
  await page.locator('#draft-name').fill('给小满');
  await page.keyboard.press('Enter');
  await row('给小满').waitFor();
  await eventually(async () => assert.deepEqual((await kept(page)).sort(), [...texts].sort()));
});

test('a database that is never opened is told, holds nothing up, and is used when it opens at last', async () => {
  const visit = await it.open();
  const { page } = visit;
  const other = await visit.context.newPage();
  await other.goto(`${it.site.url}app/touch-180.png`);
  await block(other);
  await page.bringToFront();
  await page.locator('#poem').fill(SPRING);
  await goTo(page, 'drafts');
  assert.match(await page.locator('#drafts-count').innerText(), /正在打开/);
  assert.equal(await page.locator('.drafts-none').innerText(), '');
  // What is asked for while it is being opened comes all the same.
  const [early] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-export-json').click()]);
  const drafts = async (download) => JSON.parse(await readFile(await download.path(), 'utf8')).drafts;
  assert.deepEqual((await drafts(early)).map(({ head }) => head.draft.text), [SPRING]);
  await eventually(async () => assert.match(await page.locator('#drafts-said').innerText(), /只有编辑器里的这一篇/));
  await page.locator('#drafts-failed').waitFor();
  assert.match(await page.locator('#drafts-failed').innerText(), /打不开/);
  assert.equal(await page.locator('#drafts-count').innerText(), '');
  assert.equal(await page.locator('.drafts-none').innerText(), '');
  await Promise.all([page.waitForEvent('download'), page.locator('#drafts-rescue').click()]);
  await goTo(page, 'write');
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  await page.locator('#poem').fill('白日依山尽');
  await other.close();
  await page.locator('#drafts-failed').waitFor({ state: 'detached' });
  await expectBase(page, '白日依山尽');
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal(await page.locator('#drafts-list > li').count(), 1));
});
