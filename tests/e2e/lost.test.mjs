// Nothing is lost: not what is written while the database is slow, not what was typed a moment before a button, not a
// name, not a fixed reading.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { database, expectBase, hold, kept, putRecord } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo, start } from './harness/model.mjs';
import { expectKept, paste, ready, stores, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const SPRING = '春眠不觉晓，处处闻啼鸟。';
/** Longer than the drafts wait before they are written. */
const WRITTEN = 1100;

/** A page with a poem that the database has, and another tab, from which it can be kept busy. */
async function twoTabs(text) {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill(text);
  await expectBase(page, text);
  const other = await visit.openTab('#/drafts');
  await other.locator('#drafts-list li').waitFor();
  await page.bringToFront();
  return { visit, page, other };
}

test('what is written while another sheet is on its way goes to the draft that was there', async () => {
  const { page, other } = await twoTabs('春眠不觉晓，');
  await hold(other, 600);
  await page.locator('#clear').click();
  await page.keyboard.insertText('处处');
  await eventually(async () => assert.equal(await written(page), ''));
  await expectBase(page, '春眠不觉晓，处处');
  await page.locator('#poem').fill('白日');
  await expectBase(page, '白日');
  assert.deepEqual((await kept(page)).sort(), ['春眠不觉晓，处处', '白日'].sort());
});

test('what is composed while another sheet is on its way is not lost', async () => {
  const { visit, page, other } = await twoTabs('春眠不觉晓，');
  const session = await visit.context.newCDPSession(page);
  await hold(other, 600);
  await page.locator('#clear').click();
  await session.send('Input.imeSetComposition', { text: '处处', selectionStart: 2, selectionEnd: 2 });
  await eventually(async () => assert.equal(await written(page), ''));
  await expectBase(page, '春眠不觉晓，处处');
});

test('who composes while the database comes with a newer text is asked', async () => {
  const { visit, page, other } = await twoTabs('春眠');
  await page.locator('#poem').fill('春眠不觉晓');
  await expectBase(page, '春眠不觉晓');
  await expectKept(page, '春眠不觉晓');
  await page.close();
  // A tab that was behind wrote last.
  await other.evaluate(() => {
    const draft = localStorage.getItem('yinchuang.draft');
    localStorage.setItem('yinchuang.draft', draft.replace('春眠不觉晓', '春眠'));
  });
  await hold(other, 4000);
  const late = await visit.openTab();
  const session = await visit.context.newCDPSession(late);
  await late.bringToFront();
  await late.locator('#poem').click();
  await late.keyboard.press('Control+End');
  await session.send('Input.imeSetComposition', { text: 'bujue', selectionStart: 5, selectionEnd: 5 });
  assert.equal(await written(late), '春眠bujue');
  await late.locator('#draft-behind').waitFor({ timeout: 15000 });
  assert.equal(await written(late), '春眠bujue');
  await session.send('Input.insertText', { text: '，处处' });
  assert.equal(await written(late), '春眠，处处');
});

test('what was typed a moment before all is refused, or taken, is among the versions', async () => {
  for (const button of ['#refuse-all', '#take-all']) {
    const visit = await it.open();
    const { page } = visit;
    await choose(visit, 'good');
    await goTo(page, 'write');
    await page.locator('#poem').fill('白日依山尽，黄河入海流。\n欲穷千山目，更上一层楼。');
    await goTo(page, 'compose');
    await page.locator('#polish').fill('第三句改一字');
    await page.locator('#polish-start').click();
    await expectEnd(page);
    await page.locator('#poem').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n又得一句天上来');
    await page.locator(button).click();
    await eventually(async () => assert.ok(!(await written(page)).includes('又得')));
    const ours = () => stores(page).then(({ local }) => JSON.parse(local['yinchuang.versions']).value.list);
    await eventually(async () => assert.ok((await ours()).some(({ text }) => text.includes('又得一句')), button));
  }
});

const HOPE = '国破山河在，\n城春草木深。\n感时花溅泪，\n恨别鸟惊心。\n烽火连三月，\n家书抵万金。\n白头搔更短，\n浑欲不胜簪。';

/** The fixed readings of the draft, as the device has them. */
const pins = async (page) => JSON.parse((await stores(page)).local['yinchuang.draft']).value.pins;

/** A page with a poem in which the reading of a character is fixed. */
async function withPin() {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill(HOPE);
  await page.locator('#marked [data-line="8"] [data-place="4"]').click();
  await page.locator('#picked .readings button', { hasText: '去声' }).click();
  await eventually(async () => assert.equal((await pins(page)).length, 1));
  await expectBase(page, HOPE);
  return visit;
}

test('fixed readings come back with the text: from a run that was stopped, and by the field’s undo', async () => {
  const visit = await withPin();
  const { page } = visit;
  const [pin] = await pins(page);
  await start(visit, 'slow');
  await eventually(async () => assert.ok((await written(page)).startsWith('白')));
  await page.locator('#compose-stop').click();
  await expectEnd(page);
  await eventually(async () => assert.deepEqual([await written(page), await pins(page)], [HOPE, [pin]]));
  await goTo(page, 'write');
  await page.locator('#poem').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await eventually(async () => assert.deepEqual(await pins(page), []));
  await page.keyboard.press('Control+z');
  await eventually(async () => assert.deepEqual([await written(page), await pins(page)], [HOPE, [pin]]));
});

test('fixed readings come back after a reload: amid a run, and behind another text', async () => {
  const running = await withPin();
  {
    const { page } = running;
    const [pin] = await pins(page);
    await start(running, 'slow');
    await eventually(async () => assert.ok((await written(page)).startsWith('白')));
    await page.reload();
    await ready(page);
    await goTo(page, 'compose');
    await page.locator('#versions [data-version]', { hasText: '国破' }).first().locator('button').click();
    await eventually(async () => assert.deepEqual([await written(page), await pins(page)], [HOPE, [pin]]));
  }
  const { page } = await withPin();
  const [pin] = await pins(page);
  await page.locator('#poem').fill('另写一句');
  await expectBase(page, '另写一句');
  await eventually(async () => assert.deepEqual(await pins(page), []));
  await page.reload();
  await ready(page);
  await page.locator('#step-back').click();
  await eventually(async () => assert.deepEqual([await written(page), await pins(page)], [HOPE, [pin]]));
});

test('a name that is being typed stays whatever is written meanwhile', async () => {
  const { visit, page, other } = await twoTabs('春风');
  await other.bringToFront();
  await other.locator('[data-act=rename]').click();
  await other.locator('#draft-name').waitFor();
  await eventually(async () => assert.equal(await other.evaluate(() => document.activeElement.id), 'draft-name'));
  const session = await visit.context.newCDPSession(other);
  await other.keyboard.insertText('给小满');
  await session.send('Input.imeSetComposition', { text: 'sheng', selectionStart: 5, selectionEnd: 5 });
  await page.locator('#poem').evaluate((field) => {
    field.value = '春风又绿';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expectBase(other, '春风又绿');
  await other.waitForTimeout(300);
  assert.equal(await other.locator('#draft-name').inputValue(), '给小满sheng');
  await session.send('Input.insertText', { text: '生日' });
  await other.keyboard.press('Enter');
  await eventually(async () => assert.equal(await other.locator('#drafts-list .verse > span').first().innerText(), '给小满生日'));
});

test('a name that is being typed is there when one comes back into the room', async () => {
  const { page } = await it.open();
  await page.locator('#poem').fill(SPRING);
  await expectBase(page, SPRING);
  await goTo(page, 'drafts');
  await page.locator('[data-act=rename]').click();
  await page.locator('#draft-name').fill('给小满');
  await goTo(page, 'write');
  await goTo(page, 'drafts');
  await page.locator('#draft-name').waitFor();
  assert.equal(await page.locator('#draft-name').inputValue(), '给小满');
  await page.locator('#draft-name-keep').click();
  const name = page.locator('#drafts-list .verse > span').first();
  await eventually(async () => assert.equal(await name.innerText(), '给小满'));
  // What was typed for one draft is not offered for the next, nor after it was left.
  await page.locator('[data-act=rename]').click();
  await page.locator('#draft-name').fill('另名');
  await page.keyboard.press('Escape');
  await page.locator('[data-act=rename]').click();
  assert.equal(await page.locator('#draft-name').inputValue(), '给小满');
});

test('a draft whose past cannot be read is opened, exported and thrown away by its text', async () => {
  const { page, other } = await twoTabs(SPRING);
  await other.close();
  await page.locator('#clear').click();
  await eventually(async () => assert.equal(await written(page), ''));
  await page.locator('#poem').fill('白日依山尽');
  await expectBase(page, '白日依山尽');
  const { heads, bodies } = await database(page);
  const at = heads.findIndex((head) => head.includes(SPRING));
  const { id } = JSON.parse(heads[at]);
  const later = bodies[at].replace('"v":1', '"v":2');
  assert.notEqual(later, bodies[at]);
  await putRecord(page, 'bodies', id, later);
  await page.reload();
  await ready(page);
  await goTo(page, 'drafts');
  const row = page.locator(`[data-draft="${id}"]`);
  await row.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#drafts-export-json').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  const texts = file.drafts.map(({ head }) => head.draft.text);
  assert.deepEqual(texts.sort(), [SPRING, '白日依山尽'].sort());
  await row.locator('[data-act=open]').click();
  await eventually(async () => assert.equal(await written(page), SPRING));
  assert.match(await page.locator('.notice').first().innerText(), /读不出来/);
  await page.waitForTimeout(WRITTEN);
  const after = await database(page);
  assert.ok(after.bodies.includes(later), 'what cannot be read is left alone');
  assert.equal(after.heads.length, 3);
});

test('a book that is pasted over a poem does not push it out of the steps', async () => {
  const visit = await it.open();
  const { page } = visit;
  await paste(visit, SPRING);
  await expectBase(page, SPRING);
  await paste(visit, '大江东去，浪淘尽。\n'.repeat(15000));
  await eventually(async () => assert.ok((await kept(page)).some((text) => text.length > 100000)), 20000);
  await page.reload();
  await ready(page);
  await eventually(async () => assert.equal(await page.locator('#step-back').isDisabled(), false), 20000);
  await page.locator('#step-back').click();
  await eventually(async () => assert.equal(await written(page), SPRING), 20000);
});

/** Two tabs of one profile, each with a draft of its own that the database has. */
async function twoDrafts() {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('春眠');
  await expectBase(page, '春眠');
  const other = await visit.openTab('#/drafts');
  await other.locator('#drafts-begin').click();
  await eventually(async () => assert.equal(await written(other), ''));
  await other.locator('#poem').fill('白日');
  await expectBase(other, '白日');
  await page.bringToFront();
  await page.locator('#poem').click();
  await page.keyboard.press('Control+End');
  return { page, other };
}

/** What was laid beside on the device, by name. */
const beside = async (page) => Object.keys((await stores(page)).local).filter((name) => name.includes('.left-'));

test('what was written last in a tab that is closed is there, whatever another draft’s tab writes after', async () => {
  const { page, other } = await twoDrafts();
  await page.keyboard.insertText('不觉晓');
  await page.close({ runBeforeUnload: true });
  await other.bringToFront();
  await other.waitForTimeout(500);
  for (const text of ['白日依山', '白日依山尽']) {
    await other.locator('#poem').fill(text);
    await expectKept(other, text);
  }
  await expectBase(other, '春眠不觉晓');
  await eventually(async () => assert.deepEqual(await beside(other), []));
  const { heads, bodies } = await database(other);
  assert.equal(heads.length, 2);
  const at = heads.findIndex((head) => head.includes('春眠不觉晓'));
  assert.ok(!bodies[at].includes('"model"'), 'what the database had is a step, and no version');
});

test('what was written last in a tab that is closed is a step of the draft for the tab that writes it, too', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('春眠');
  await expectBase(page, '春眠');
  const other = await visit.openTab();
  assert.equal(await written(other), '春眠');
  await other.locator('.steps').waitFor();
  // The database has no time for a tab that closes.
  await hold(other, 1500);
  await page.bringToFront();
  await page.locator('#poem').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('不觉晓');
  await page.close({ runBeforeUnload: true });
  await other.bringToFront();
  await expectKept(other, '春眠不觉晓');
  await other.locator('#poem').fill('春眠花落');
  await expectKept(other, '春眠花落');
  await eventually(async () => {
    const { heads, bodies } = await database(other);
    assert.ok(heads[0].includes('春眠花落'), heads[0]);
    assert.ok(bodies[0].includes('春眠不觉晓'), bodies[0]);
  }, 10000);
  await eventually(async () => assert.deepEqual(await beside(other), []));
  assert.equal(await other.locator('#draft-behind').count(), 0);
});

test('a version that was kept last in a tab that is closed is there, too, for whoever opens the draft', async () => {
  const { page, other } = await twoDrafts();
  // The database has no time for a tab that closes.
  await hold(other, 1500);
  await page.locator('#keep-version').click();
  await page.close({ runBeforeUnload: true });
  await other.bringToFront();
  await other.locator('#keep-version').click();
  await eventually(async () => assert.match((await stores(other)).local['yinchuang.versions'], /白日/));
  await goTo(other, 'drafts');
  await other.locator('#drafts-list > li', { hasText: '春眠' }).locator('[data-act=open]').click();
  await eventually(async () => assert.equal(await written(other), '春眠'));
  await other.locator('#versions [data-version]', { hasText: '春眠' }).waitFor({ state: 'attached' });
});

test('two tabs that write two drafts in turn leave one another’s alone', async () => {
  const { page, other } = await twoDrafts();
  for (const [nth, more] of [...'不觉晓处处'].entries()) {
    await page.bringToFront();
    await page.keyboard.insertText(more);
    await other.locator('#poem').evaluate((field, text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, '白日依山尽'.slice(0, nth + 1));
    await page.waitForTimeout(400);
  }
  await expectBase(page, '春眠不觉晓处处');
  await expectBase(page, '白日依山尽');
  const stamps = async () => (await database(page)).heads.map((head) => JSON.parse(head).stamp).sort();
  const before = await stamps();
  await page.waitForTimeout(4500);
  assert.deepEqual(await stamps(), before, 'nobody writes for another');
  const { bodies } = await database(page);
  assert.ok(bodies.every((body) => !body.includes('"model"')), 'there are no versions');
  for (const tab of [page, other]) assert.equal(await tab.locator('#draft-behind').count(), 0);
  assert.ok((await beside(page)).length <= 2);
});

test('what a hand writes that never rests is on the device and in the database before it does', async () => {
  const { page, other } = await twoDrafts();
  let count = 0;
  const keys = async (milliseconds) => {
    for (const end = Date.now() + milliseconds; Date.now() < end; count += 1) {
      await page.keyboard.insertText('山');
      await page.waitForTimeout(100);
    }
  };
  await keys(3500);
  const { local } = await stores(other);
  assert.match(local['yinchuang.draft'], /春眠山{5}/);
  await keys(4500);
  assert.ok((await kept(other)).some((text) => /^春眠山{10}/.test(text)), `${count} keys: ${await kept(other)}`);
});

test('a failure that comes again after all was well is told again', async () => {
  const { page } = await it.open();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const full = (is) => page.evaluate((is) => (window.isFull = is), is);
  await page.locator('#poem').fill('春眠');
  await expectBase(page, '春眠');
  for (const text of ['春眠不', '春眠不觉晓']) {
    await full(true);
    await page.locator('#poem').fill(text);
    await page.locator('#drafts-failed').waitFor();
    await page.locator('#drafts-failed button').last().click();
    await page.locator('#drafts-failed').waitFor({ state: 'detached' });
    await full(false);
    await page.locator('#poem').fill(`${text}觉`);
    await expectBase(page, `${text}觉`);
  }
});
