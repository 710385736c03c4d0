// Drafts: many of them, with versions and steps, across reloads and tabs, into files and out of them, and what is said
// where the browser does not keep them.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { database, expectBase, putDrafts } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { expectHarmless } from './harness/hostile.mjs';
import { expectEnd, goTo, KEY, start, versions } from './harness/model.mjs';
import { expectPart } from './harness/parts.mjs';
import { clear, expectLines, paste, ready, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const HEIGHTS = '登鹳雀楼\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。';
const SPRING = '春眠不觉晓，处处闻啼鸟。';

/** The drafts as they are listed. */
const listed = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#drafts-list > li')].map((item) => ({
      id: item.dataset.draft,
      name: item.querySelector('.verse > span')?.textContent,
      here: item.querySelector('.here')?.textContent !== '',
      about: item.querySelector('.about').textContent,
    })),
  );

const names = async (page) => (await listed(page)).map((draft) => draft.name);

const expectNames = (page, expected) => eventually(async () => assert.deepEqual(await names(page), expected));

/** Writes a text and waits until the database has it. */
async function write(visit, text) {
  await paste(visit, text);
  await expectBase(visit.page, text);
}

/** Presses a button of a draft. */
const press = (page, name, act) =>
  page.locator('#drafts-list > li', { hasText: name }).locator(`[data-act="${act}"]`).click();

/** Begins another draft in the room. */
async function begin(page) {
  await goTo(page, 'drafts');
  await page.locator('#drafts-begin').click();
  await page.locator('#poem').waitFor();
  await eventually(async () => assert.equal(await written(page), ''));
}

/** Opens the room of drafts with two of them; the second is the one that is open. */
async function openWithTwo(first, second) {
  const visit = await it.open();
  const { page } = visit;
  await write(visit, first);
  await begin(page);
  await write(visit, second);
  await goTo(page, 'drafts');
  return page;
}

test('as many as one likes: begun, opened, each with its own text, after a reload as well', async () => {
  const page = await openWithTwo(HEIGHTS, SPRING);
  await expectNames(page, [SPRING, '登鹳雀楼']);
  const [spring, heights] = await listed(page);
  assert.deepEqual([spring.here, heights.here], [true, false]);
  assert.match(heights.about, /五言绝句/);
  await press(page, '登鹳雀楼', 'open');
  await eventually(async () => assert.equal(await written(page), HEIGHTS));
  await page.waitForTimeout(500);
  await page.reload();
  await ready(page);
  assert.equal(await written(page), HEIGHTS);
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal((await listed(page)).length, 2));
  await press(page, SPRING, 'open');
  await eventually(async () => assert.equal(await written(page), SPRING));
});

test('“another poem” above the sheet begins another draft and loses nothing', async () => {
  const visit = await it.open();
  const { page } = visit;
  await write(visit, SPRING);
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'poem');
  await write(visit, HEIGHTS);
  await goTo(page, 'drafts');
  await expectNames(page, ['登鹳雀楼', SPRING]);
});

test('what was typed in one draft is not undone, or done again, in another', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').focus();
  for (const line of ['春眠不觉晓，', '处处闻啼鸟。']) await page.keyboard.insertText(line);
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  await page.locator('#poem').focus();
  for (const key of ['z', 'z', 'z', 'y', 'y', 'y']) {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    assert.equal(await page.locator('#poem').inputValue(), '', key);
  }
  // Within the new one it can be, as ever.
  await page.keyboard.insertText('白日依山尽，');
  await page.keyboard.press('ControlOrMeta+z');
  await eventually(async () => assert.equal(await written(page), ''));
});

test('an untouched first visit fetches nothing and keeps nothing; the room is fetched once', async () => {
  const { page } = await it.open();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  it.site.asked.length = 0;
  await goTo(page, 'drafts');
  await goTo(page, 'write');
  await goTo(page, 'drafts');
  expectPart(it.site.asked, 'drafts');
  await expectNames(page, []);
  assert.match(await page.locator('.drafts-none').innerText(), /还没有诗稿/);
});

test('a name is given, kept, and taken back; a deleted draft comes back by one press, after a reload as well', async () => {
  const page = await openWithTwo(SPRING, HEIGHTS);
  await press(page, SPRING, 'rename');
  await page.locator('#draft-name').fill('给小满');
  await page.keyboard.press('Enter');
  await expectNames(page, ['登鹳雀楼', '给小满']);
  await press(page, '给小满', 'delete');
  await expectNames(page, ['登鹳雀楼']);
  assert.match(await page.locator('#drafts-said').innerText(), /已删除“给小满”/);
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'drafts-undo'));
  await page.keyboard.press('Enter');
  await expectNames(page, ['登鹳雀楼', '给小满']);
  // The one that is open: the desk is cleared, and it can be taken out again later.
  await press(page, '登鹳雀楼', 'delete');
  await expectNames(page, ['给小满']);
  await page.reload();
  await ready(page);
  assert.equal(await written(page), '');
  await goTo(page, 'drafts');
  await page.locator('#drafts-bin').click();
  await page.locator('#drafts-thrown button').click();
  await expectNames(page, ['登鹳雀楼', '给小满']);
});

test('one steps back and forth through what was written, after a reload as well', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  const steps = ['春眠', '春眠不觉晓', '春眠不觉晓，处处'];
  for (const text of steps) {
    await page.locator('#poem').fill(text);
    await expectBase(page, text);
  }
  const back = page.locator('#step-back');
  const forth = page.locator('#step-forth');
  assert.ok(await forth.isDisabled());
  await back.click();
  await eventually(async () => assert.equal(await written(page), steps[1]));
  await expectBase(page, steps[1]);
  await page.reload();
  await ready(page);
  assert.equal(await written(page), steps[1]);
  await eventually(async () => assert.ok(await forth.isEnabled()));
  await back.click();
  await eventually(async () => assert.equal(await written(page), steps[0]));
  await forth.click();
  await forth.click();
  await eventually(async () => assert.equal(await written(page), steps[2]));
  await eventually(async () => assert.ok(await forth.isDisabled()));
});

test('one press ends what is composed and steps back, though the sheet grows by it; a step forth brings it back', async () => {
  const { page, context } = await it.open();
  const field = page.locator('#poem');
  for (const text of [SPRING, `${SPRING}夜来风雨声，花落知多少。`]) {
    await field.fill(text);
    await expectBase(page, text);
  }
  const before = await written(page);
  await field.evaluate((node) => {
    node.focus();
    node.setSelectionRange(node.value.length, node.value.length);
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'xi', selectionStart: 2, selectionEnd: 2 });
  await page.locator('#step-back').hover();
  // A hand takes some frames for a press.
  await page.mouse.down();
  await page.waitForTimeout(100);
  await page.mouse.up();
  await eventually(async () => assert.equal(await written(page), before));
  await page.locator('#step-forth').click();
  await eventually(async () => assert.equal(await written(page), `${before}xi`));
});

test('versions tell who made them, and two are compared by character', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'faulty-then-good');
  await expectEnd(page);
  assert.ok((await versions(page)).length >= 2);
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal((await listed(page)).length, 1));
  const [{ id, name }] = await listed(page);
  await eventually(async () => assert.match((await listed(page))[0].about, /[2-9] 个版本/));
  await press(page, name, 'compare');
  const texts = page.locator(`[data-draft="${id}"] .texts li`);
  await eventually(async () => assert.ok((await texts.count()) >= 3));
  const about = await texts.locator('.about').allInnerTexts();
  assert.match(about[0], /现在的文字/);
  assert.ok(about.some((text) => /faulty-then-good/.test(text)), `${about}`);
  const last = (await texts.count()) - 1;
  await texts.nth(last).locator('input[name="compare-before"]').check();
  await texts.nth(0).locator('input[name="compare-after"]').check();
  const difference = page.locator('#drafts-difference');
  await eventually(async () => assert.ok((await difference.locator('del, ins').count()) > 0));
  const [gone, come] = await difference.evaluate((node) =>
    ['del', 'ins'].map((tag) => [...node.querySelectorAll(tag)].map((one) => one.textContent).join('')),
  );
  assert.ok(gone.length > 0 && gone.length < 20 && gone.length === come.length, `${gone} ${come}`);
  await texts.nth(0).locator('input[name="compare-before"]').check();
  await eventually(async () => assert.match(await difference.innerText(), /相同/));
});

test('what a page before this one kept is taken over, and stays on the device until the database has it', async () => {
  const visit = await it.open();
  const { page } = visit;
  const version = { id: 3, text: '旧稿', model: 'm-1', round: 2, at: 1790000000000, errors: 1, warnings: 0, best: true, partial: false };
  const call = { round: 0, open: [], base: '', question: '问', answer: '答', tokens: 9, better: true };
  const talked = { at: 1790000000001, model: 'm-1', form: '五言绝句', group: '', instruction: '', calls: [call] };
  await page.goto('about:blank');
  await visit.context.addInitScript(
    ([text, version, talked]) => {
      if (localStorage.getItem('yinchuang.draft')) return;
      const put = (name, value) => localStorage.setItem(`yinchuang.${name}`, JSON.stringify({ version: 1, value }));
      put('draft', { text, pins: [{ line: 1, position: 1, reading: '入陌' }] });
      put('versions', [version]);
      put('log', [talked]);
    },
    [HEIGHTS, version, talked],
  );
  const second = await visit.openTab();
  await expectBase(second, HEIGHTS);
  const { version: number, heads, bodies } = await database(second);
  assert.equal(number, 1);
  assert.equal(heads.length, 1);
  const head = JSON.parse(heads[0]);
  assert.deepEqual(head.draft.pins, [{ line: 1, position: 1, reading: '入陌' }]);
  assert.equal(head.versions, 1);
  const all = bodies.map((body) => JSON.parse(body));
  const kept = all.find((body) => body.versions).versions;
  assert.deepEqual([kept.list ?? kept][0].map(({ text, model, round, best }) => [text, model, round, best]), [['旧稿', 'm-1', 2, true]]);
  await eventually(async () => {
    const { bodies } = await database(second);
    assert.ok(bodies.some((body) => body.includes('"问"')), 'the log is in the database');
  });
  await eventually(async () => {
    const local = await second.evaluate(() => localStorage.getItem('yinchuang.draft'));
    assert.equal(JSON.parse(local).value.id, head.id);
  });
  const log = await second.evaluate(() => localStorage.getItem('yinchuang.log'));
  assert.ok(log.includes('"问"'), 'the device has it as well');
  await second.reload();
  await ready(second);
  await goTo(second, 'drafts');
  await expectNames(second, ['登鹳雀楼']);
});

test('all drafts go into a file and come out of it in a fresh profile, without the key', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'good');
  await expectEnd(page);
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal((await listed(page)).length, 1));
  await begin(page);
  await write(visit, SPRING);
  await goTo(page, 'drafts');
  await eventually(async () => assert.equal((await listed(page)).length, 2));
  const before = await names(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-export-json').click()]);
  assert.match(download.suggestedFilename(), /^yinchuang-\d{4}-\d\d-\d\d\.json$/);
  const file = await download.path();
  const text = await readFile(file, 'utf8');
  assert.ok(!text.includes(KEY) && !text.includes(KEY.slice(8)), 'no key');
  const [plain] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-export-text').click()]);
  assert.ok((await readFile(await plain.path(), 'utf8')).includes(SPRING));

  const other = await it.open('#/drafts');
  await other.page.locator('#drafts-import').waitFor({ state: 'attached' });
  const take = (buffer, name = 'drafts.json') =>
    other.page.locator('#drafts-import').setInputFiles({ name, mimeType: 'application/json', buffer });
  await take(Buffer.from(text));
  await eventually(async () => assert.match(await other.page.locator('#drafts-said').innerText(), /导入了 2 篇新诗稿/));
  await eventually(async () => assert.deepEqual((await names(other.page)).sort(), [...before].sort()));
  await press(other.page, before.find((name) => name !== SPRING), 'compare');
  await eventually(async () => assert.ok((await other.page.locator('.texts li').count()) >= 2, 'with its versions'));
  // Once more: nothing is doubled.
  await take(Buffer.from(text));
  await eventually(async () => assert.match(await other.page.locator('#drafts-said').innerText(), /2 篇本来就有/));
  assert.equal((await listed(other.page)).length, 2);
});

/** A draft for a file, with nothing but this. */
const bare = (id, head, list = []) => ({
  head: { v: 1, id, ...head },
  body: { v: 1, versions: list, history: { here: 0, steps: [] } },
});

/** Has a page read a file of these drafts, and waits until it says so. */
async function importDrafts(page, drafts, said) {
  const file = JSON.stringify({ format: 'yinchuang.drafts', version: 1, drafts });
  await page.locator('#drafts-import').waitFor({ state: 'attached' });
  await page
    .locator('#drafts-import')
    .setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await eventually(async () => assert.match(await page.locator('#drafts-said').innerText(), said), 60000);
}

test('what is exported is read back, however much it is', async () => {
  const { page } = await it.open('#/drafts');
  await page.locator('#drafts-search').waitFor();
  const octave =
    '风急天高猿啸哀，渚清沙白鸟飞回。\n无边落木萧萧下，不尽长江滚滚来。\n万里悲秋常作客，百年多病独登台。\n艰难苦恨繁霜鬓，潦倒新停浊酒杯。';
  const drafts = Array.from({ length: 300 }, (_, nth) => {
    const text = `题${nth}\n\n${octave}`;
    const at = 1790000000000;
    const version = (id) => ({ id, text: text + id, model: null, round: 0, at: at + id, errors: 0, warnings: 0, best: false, partial: false });
    const step = (_, step) => ({ text: text.slice(0, 20) + step + text.slice(20), at: at + step });
    const { head, body } = bare(`d${nth}-a`, { draft: { text, pins: [] }, created: at, changed: at });
    body.versions = Array.from({ length: 40 }, (_, id) => version(id + 1));
    body.history = { here: 199, steps: Array.from({ length: 200 }, step) };
    return { head, body };
  });
  await putDrafts(page, drafts);
  await page.reload();
  await page.locator('#drafts-list > li').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60000 }),
    page.locator('#drafts-export-json').click(),
  ]);
  const file = await readFile(await download.path());
  assert.ok(file.length > 17 << 20, `${file.length} bytes`);
  const other = await it.open('#/drafts');
  await importDrafts(other.page, JSON.parse(file).drafts, /导入了 300 篇新诗稿。/);
  const { heads, bodies } = await database(other.page);
  assert.equal(heads.length, 300);
  const steps = bodies.map((body) => JSON.parse(body)).filter((body) => body.history?.steps.length === 200);
  assert.equal(steps.length, 300, 'with their pasts');
});

test('many drafts are listed in a few goes, and other tabs are told once', async () => {
  const visit = await it.open('#/drafts');
  const { page } = visit;
  await page.locator('#drafts-import').waitFor({ state: 'attached' });
  const other = await visit.openTab();
  await other.evaluate(() => {
    window.told = 0;
    window.ears = new BroadcastChannel('yinchuang.drafts');
    window.ears.onmessage = () => window.told++;
  });
  await page.bringToFront();
  await page.evaluate(() => {
    window.drawn = 0;
    const list = document.getElementById('drafts-list');
    new MutationObserver(() => window.drawn++).observe(list, { childList: true });
  });
  const drafts = Array.from({ length: 500 }, (_, nth) => bare(`d${nth}`, { draft: { text: `题${nth}\n\n${SPRING}`, pins: [] } }));
  await importDrafts(page, drafts, /导入了 500 篇/);
  const [drawn, told] = [await page.evaluate(() => window.drawn), await other.evaluate(() => window.told)];
  assert.ok(drawn < 25, `drawn ${drawn} times`);
  assert.ok(told > 0 && told < 25, `told ${told} times`);
  assert.match(await page.locator('#drafts-count').innerText(), /500/);
});

test('a lyric comes out of a file with its verdict, and a draft is judged by its own pattern', async () => {
  const { page } = await it.open('#/drafts');
  const lyric = '如梦令\n李清照\n\n常记溪亭日暮，沉醉不知归路。兴尽晚回舟，误入藕花深处。争渡，争渡，惊起一滩鸥鹭。';
  await importDrafts(
    page,
    [
      bare('d1', { draft: { text: lyric, pins: [] }, form: '如梦令', title: '如梦令', errors: 0, warnings: 0 }),
      bare('d2', { draft: { text: '白日依山尽，黄河入海流。', pins: [], plan: { on: true, form: '五言绝句' } }, form: '', errors: 9 }),
    ],
    /导入了 2 篇/,
  );
  const { heads } = await database(page);
  const [first, second] = heads.map((head) => JSON.parse(head));
  assert.deepEqual([first.form, first.title, first.errors], ['如梦令', '如梦令', 0]);
  assert.deepEqual([second.form, second.errors], ['五言绝句', 0]);
});

test('a file gives a draft that is open here the name and the readings that it lacks, and takes no version away', async () => {
  const visit = await it.open();
  const { page } = visit;
  await write(visit, HEIGHTS);
  const { heads } = await database(page);
  const { id } = JSON.parse(heads[0]);
  await goTo(page, 'drafts');
  const pins = [{ line: 1, position: 1, reading: '入陌' }];
  const locks = [{ line: 1, position: 2, character: '日' }];
  await importDrafts(page, [bare(id, { name: '给小满', draft: { text: HEIGHTS, pins, locks } })], /1 篇本来就有/);
  await expectNames(page, ['给小满']);
  const expectMarks = () =>
    eventually(async () => {
      const { draft } = JSON.parse((await database(page)).heads[0]);
      assert.deepEqual([draft.pins, draft.locks], [pins, locks]);
      const device = JSON.parse(await page.evaluate(() => localStorage.getItem('yinchuang.draft'))).value;
      assert.deepEqual([device.pins, device.locks], [pins, locks]);
    });
  await expectMarks();
  await page.waitForTimeout(1200);
  await expectMarks();
});

test('a log from a file fills nothing, hides nothing, and gives way to the runs that come', async () => {
  const visit = await it.open('#/drafts');
  const { page } = visit;
  const call = { round: 0, open: [], base: '', question: '', answer: '', tokens: 0, better: null };
  const run = { at: 4102444800000, form: '五言绝句', group: '', instruction: '改\u202e得\u200b活', calls: [] };
  const model = `m\u202e1${'x'.repeat(5_000_000)}`;
  const many = [1, 2, 3, 4, 5].map((nth) => ({ ...run, at: run.at + nth, model: 'm', calls: Array(20_000).fill(call) }));
  const log = [{ ...run, model }, ...many];
  const head = { v: 1, id: 'd0', draft: { text: HEIGHTS, pins: [] } };
  const body = { v: 1, versions: [], history: { here: 0, steps: [] } };
  const file = JSON.stringify({ format: 'yinchuang.drafts', version: 1, drafts: [{ head, body }], log });
  await page.locator('#drafts-import').waitFor({ state: 'attached' });
  await page.locator('#drafts-import').setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await eventually(async () => assert.match(await page.locator('#drafts-said').innerText(), /导入了 1 篇/));
  await start(visit, 'good');
  await expectEnd(page);
  const kept = await page.evaluate(() => localStorage.getItem('yinchuang.log'));
  assert.ok(kept.length < 1_000_000, `${kept.length} characters are kept`);
  assert.equal(JSON.parse(kept).value.at(-1).model, 'good', 'the run of today is the newest');
  const begin = Date.now();
  await page.locator('#earlier-runs').click();
  await page.locator('.earlier h3').first().waitFor();
  assert.ok(Date.now() - begin < 5000, `${Date.now() - begin} ms`);
  await expectHarmless(page, 'the log of a file');
  assert.ok(!(await page.locator('#notice').isVisible()), 'everything is kept');
});

test('a log that a page before this one kept is shown with what is hidden in it', async () => {
  const visit = await it.open();
  await visit.page.goto('about:blank');
  await visit.context.addInitScript(() => {
    const call = { round: 0, open: [], base: '', question: '问', answer: '答', tokens: 9, better: true };
    const run = { at: 1790000000001, model: 'm\u202e1', form: '五言绝句', group: '', instruction: '改\u2067得\u200b活', calls: [call] };
    localStorage.setItem('yinchuang.log', JSON.stringify({ version: 1, value: [run] }));
  });
  const page = await visit.openTab('#/compose');
  await page.locator('#earlier-runs').click();
  const shown = await page.locator('.earlier').innerText();
  for (const part of ['m⟨202E⟩1', '改⟨2067⟩得⟨200B⟩活']) assert.ok(shown.includes(part), shown);
  await expectHarmless(page, 'an old log');
});

test('a hostile file changes nothing, or is taken without what cannot be seen', async () => {
  const { page } = await it.open('#/drafts');
  await page.locator('#drafts-import').waitFor({ state: 'attached' });
  const take = (buffer) =>
    page.locator('#drafts-import').setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer });
  const said = (pattern) =>
    eventually(async () => assert.match(await page.locator('#drafts-said').innerText(), pattern));
  for (const [file, pattern] of [
    ['{"format":"yinchuang.drafts","version":1,"drafts":[{"he', /不完整/],
    ['['.repeat(200000), /不完整/],
    ['{"format":"yinchuang.drafts","version":7,"drafts":[]}', /更新的版本/],
    [Buffer.from([0xff, 0xfe, 0x00]), /不是文本/],
  ]) {
    await take(Buffer.from(file));
    await said(pattern);
    assert.deepEqual(await names(page), []);
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'drafts-'));
  const large = path.join(folder, 'large.json');
  await writeFile(large, Buffer.alloc((64 << 20) + 1, 97));
  await page.locator('#drafts-import').setInputFiles(large);
  await said(/超过 64 MB/);
  await rm(folder, { recursive: true });
  const head = {
    v: 1, id: 'd0', stamp: 's', name: '<img src=x onerror=alert(1)>\u202e', title: '', draft: { text: `白日\u202e依山尽\u0007，${SPRING}`, pins: [] },
    form: '八言', errors: 9, warnings: 9, versions: 0, created: 1, changed: 9e15, deleted: null,
  };
  const body = { v: 1, versions: [], history: { here: 0, steps: [] } };
  await take(Buffer.from(JSON.stringify({ format: 'yinchuang.drafts', version: 1, drafts: [{ head, body }, 7] })));
  await said(/导入了 1 篇新诗稿，1 篇读不出来/);
  await expectNames(page, ['<img src=x onerror=alert(1)>']);
  assert.equal(await page.locator('#drafts-list img').count(), 0);
  await press(page, '<img', 'open');
  await eventually(async () => assert.equal(await written(page), `白日依山尽，${SPRING}`));
});

test('of two tabs on one draft the one behind is told, and both texts survive', async () => {
  const visit = await it.open();
  const first = visit.page;
  await write(visit, '春风');
  const second = await visit.openTab();
  assert.equal(await written(second), '春风');
  await second.locator('#step-back').waitFor();
  await second.locator('#poem').fill('春风又绿');
  await expectBase(second, '春风又绿');
  // The first has nothing new of its own, and is told all the same.
  await first.locator('#draft-behind').waitFor();
  await first.locator('#poem').fill('春风不度');
  await eventually(async () => {
    const { bodies } = await database(first);
    assert.ok(bodies.some((body) => body.includes('春风不度')), 'kept as a version');
  });
  await expectBase(first, '春风又绿');
  assert.equal(await second.locator('#draft-behind').count(), 0);
  await first.locator('#keep-ours').click();
  await expectBase(first, '春风不度');
  await eventually(async () => assert.ok((await versions(first)).some(({ text }) => text.includes('春风又绿'))));
  assert.equal(await first.locator('#draft-behind').count(), 0);
  // Now the second is behind, and takes what the first has.
  await second.locator('#take-theirs').click();
  await eventually(async () => assert.equal(await written(second), '春风不度'));
  await eventually(async () => assert.ok((await versions(second)).some(({ text }) => text.includes('春风又绿'))));
  await second.reload();
  await ready(second);
  await eventually(async () => assert.equal(await written(second), '春风不度'));
  await second.waitForTimeout(900);
  assert.equal(await second.locator('#draft-behind').count(), 0);
});

test('two tabs on two drafts: each finds its own again', async () => {
  const visit = await it.open();
  const first = visit.page;
  await write(visit, '春风');
  const second = await visit.openTab();
  await begin(second);
  await second.locator('#poem').fill('秋水');
  await expectBase(second, '秋水');
  await first.locator('#poem').fill('春风又绿');
  await expectBase(first, '春风又绿');
  await Promise.all([first.reload(), second.reload()]);
  await Promise.all([ready(first), ready(second)]);
  assert.deepEqual([await written(first), await written(second)], ['春风又绿', '秋水']);
  await goTo(first, 'drafts');
  await eventually(async () => assert.deepEqual((await names(first)).sort(), ['春风又绿', '秋水'].sort()));
});

test('a full store is told in a sentence with a way out, nothing is lost, and it is tried again', async () => {
  const visit = await it.open();
  const { page } = visit;
  // Before the database is opened: the browser remembers for a while how much room it had.
  const session = await visit.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: it.site.origin, quotaSize: 1000 });
  await paste(visit, HEIGHTS);
  await page.locator('#drafts-failed').waitFor();
  assert.match(await page.locator('#drafts-failed').innerText(), /满了.*导出/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-rescue').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(file.drafts.map(({ head }) => head.draft.text), [HEIGHTS]);
  // The draft cannot be left while it is not safe.
  await goTo(page, 'drafts');
  await page.locator('#drafts-begin').click();
  await page.waitForTimeout(300);
  await goTo(page, 'write');
  assert.equal(await written(page), HEIGHTS);
  await page.reload();
  await ready(page);
  assert.equal(await written(page), HEIGHTS);
  await session.send('Storage.overrideQuotaForOrigin', { origin: it.site.origin });
  await page.reload();
  await ready(page);
  await page.locator('#poem').fill(`${HEIGHTS}。`);
  await expectBase(page, `${HEIGHTS}。`);
  await eventually(async () => assert.equal(await page.locator('#drafts-failed').count(), 0));
});

test('where there is no database the page says so, keeps the draft in front, and gives it as a file', async () => {
  const visit = await it.open();
  await visit.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const page = await visit.openTab();
  await paste(visit, SPRING);
  await page.locator('#drafts-failed').waitFor();
  assert.match(await page.locator('#drafts-failed').innerText(), /隐私窗口/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-rescue').click()]);
  assert.ok((await readFile(await download.path(), 'utf8')).includes(SPRING));
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  assert.ok((await versions(page)).some(({ text }) => text.includes('春眠')), 'kept among the versions, as before');
  await page.locator('#poem').fill('秋水');
  await page.waitForTimeout(500);
  await page.reload();
  await ready(page);
  assert.equal(await written(page), '秋水');
});

test('a database of a later page is not written over', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('yinchuang', 9);
        asked.onupgradeneeded = () => asked.result.createObjectStore('heads').put('of the future', 'd1');
        asked.onsuccess = () => resolve(asked.result.close());
        asked.onerror = () => reject(asked.error);
      }),
  );
  await paste(visit, SPRING);
  await page.locator('#drafts-failed').waitFor();
  assert.match(await page.locator('#drafts-failed').innerText(), /更新版本/);
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('yinchuang');
        asked.onsuccess = () => {
          const found = asked.result.transaction('heads').objectStore('heads').getAll();
          found.onsuccess = () => resolve([asked.result.version, found.result]);
        };
      }),
  );
  assert.deepEqual(kept, [9, ['of the future']]);
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
});

test('drafts are found by name, title and verse, in either script', async () => {
  const page = await openWithTwo(HEIGHTS, SPRING);
  for (const [words, found] of [
    ['黃河', ['登鹳雀楼']],
    ['登鸛雀樓', ['登鹳雀楼']],
    ['啼鸟', [SPRING]],
    ['长江', []],
    ['', [SPRING, '登鹳雀楼']],
  ]) {
    await page.locator('#drafts-search').fill(words);
    await expectNames(page, found);
  }
});

test('everything is done by keyboard, is named, and on a phone nothing is wider than the page', async () => {
  const visit = await it.open('', { viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  const { page } = visit;
  await write(visit, HEIGHTS);
  // While the field has the focus, the keyboard of a phone has the place of the bar.
  await page.locator('#poem').blur();
  await goTo(page, 'drafts');
  await expectNames(page, ['登鹳雀楼']);
  const open = page.getByRole('button', { name: 'Open · 登鹳雀楼' });
  await open.focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'compare');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await page.locator('.compare').innerText(), /no other version yet/));
  const { wide, low } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    low: [...document.querySelectorAll('.drafts button, .drafts input:not([type=file]), .bar a')]
      .filter((node) => node.offsetParent && node.getBoundingClientRect().height < 44)
      .map((node) => node.id || node.className || node.textContent),
  }));
  assert.ok(wide <= 0, `${wide}`);
  assert.deepEqual(low, []);
  await open.focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await page.evaluate(() => location.hash), '#/write'));
});
