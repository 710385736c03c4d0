// Words at hand: offers for one to three places, changes that mend a line, lines that are like one, and what was written
// before; the table that they need is fetched once, with word of how far it has come, and kept.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { goTo, start } from './harness/model.mjs';
import { clear, expectLines, findings, lines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const LINES = ['江上春风起', '山中暮雨来', '故人千里去', '明月一时开'];
const TABLE = /words\/diction\.bin$/;

const cell = (page, line, place) => page.locator(`#marked [data-line="${line}"] [data-place="${place}"]`);
const offers = (page) => page.locator('#offers .offer:visible .hanzi').allInnerTexts();
const faults = async (page) => (await findings(page)).filter((f) => ['error', 'warning'].includes(f.severity));

async function open(poem = LINES, options = {}) {
  const visit = await it.open('', options);
  await paste(visit, poem.join('\n'));
  await expectLines(visit.page, poem);
  return visit;
}

async function hand(page, name, line, place) {
  await cell(page, line, place).click();
  await page.locator(`#hand-${name}`).click();
  await page.locator('#hand-coming').waitFor({ state: 'detached' });
}

test('for a place, characters with a line of a poet’s each; a press puts one there, the field’s undo takes it back', async () => {
  const { page } = await open();
  const before = await faults(page);
  await hand(page, 'offers', 2, 4);
  await page.locator('#offers .offer').first().waitFor();
  const offered = await offers(page);
  assert.equal(offered.length, 12);
  assert.ok(offered.every((word) => [...word].length === 1), offered.join(' '));
  assert.ok(!offered.includes('雨'), 'what stands there is no offer');
  const quoted = await page.locator('#offers .offer').evaluateAll((all) =>
    all.map((offer) => [offer.querySelector('.hanzi').textContent, offer.querySelector('.line')?.textContent ?? '', offer.textContent]),
  );
  assert.ok(quoted.filter(([, line]) => line).length * 10 >= quoted.length * 9, 'nearly each has its line');
  for (const [word, line, text] of quoted.filter(([, line]) => line)) {
    assert.ok(line.includes(word), `${word}: ${line}`);
    assert.match(text, /.+《.+》/);
  }
  await page.locator('#offers .offer').first().click();
  await expectLines(page, [LINES[0], `山中暮${offered[0]}来`, LINES[2], LINES[3]]);
  assert.deepEqual(await faults(page), before);
  await page.locator('#poem').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, LINES);
});

test('none of the offers brings a fault, at rhymes either; more are shown when asked for', async () => {
  const { page } = await open();
  const before = (await faults(page)).map((f) => f.code);
  for (const place of [1, 3, 5]) {
    await cell(page, 4, place).click();
    if ((await page.locator('#hand-offers').getAttribute('aria-expanded')) !== 'true') await page.locator('#hand-offers').click();
    await page.locator('#offers .offer').first().waitFor();
    const offered = await offers(page);
    for (const word of offered.slice(0, 3)) {
      await page.locator('#offers .offer', { has: page.getByText(word, { exact: true }) }).first().click();
      await eventually(async () => assert.equal(await cell(page, 4, place).locator('.hanzi').innerText(), word));
      assert.deepEqual((await faults(page)).map((f) => f.code), before, `${word} at ${place}`);
    }
  }
  const few = (await offers(page)).length;
  await page.locator('#hand-more').click();
  await eventually(async () => assert.ok((await offers(page)).length > few));
});

test('two and three places: by Shift and an arrow, by a button, by what is selected in the field', async () => {
  const { page } = await open();
  await hand(page, 'offers', 3, 1);
  await page.locator('.lines').focus();
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal(await page.locator('#marked [data-picked]').count(), 2);
  await eventually(async () => assert.ok((await offers(page)).every((word) => [...word].length === 2)));
  const [first] = await offers(page);
  await page.locator('#offers .offer').first().click();
  await expectLines(page, [...LINES.slice(0, 2), `${first}千里去`, LINES[3]]);
  assert.deepEqual(await faults(page), []);
  await page.locator('.reach').nth(2).click();
  await eventually(async () => assert.ok((await offers(page)).every((word) => [...word].length === 3)));
  // In the field.
  await page.locator('#poem').evaluate((field) => {
    field.focus();
    field.setSelectionRange(8, 10);
  });
  await eventually(async () => assert.equal(await page.locator('#marked [data-line="2"] [data-picked]').count(), 2));
  await eventually(async () => assert.ok((await offers(page)).every((word) => [...word].length === 2)));
});

test('a theme and a sound narrow what is offered', async () => {
  const { page } = await open();
  await hand(page, 'offers', 4, 1);
  await page.locator('#offers .offer').first().waitFor();
  const before = await offers(page);
  await page.locator('#hand-theme').selectOption('farewell');
  await eventually(async () => assert.notDeepEqual(await offers(page), before));
  assert.ok((await offers(page)).length > 0);
  await page.locator('#hand-theme').selectOption('');
  await page.locator('#hand-sound').fill('feng');
  await eventually(async () => {
    const sounds = await page.locator('#offers .offer .pinyin').allInnerTexts();
    assert.ok(sounds.length > 0);
    assert.ok(sounds.every((sound) => /^f[eēéěè]ng$/.test(sound)), sounds.join(' '));
  });
  await page.locator('#hand-sound').fill('东');
  await eventually(async () => {
    const offered = await offers(page);
    assert.ok(offered.length > 3 && !offered.includes('春'), offered.join(' '));
  });
});

test('a key tries a change that mends the line, another key another, 0 puts it back, and the field’s undo too', async () => {
  const faulty = [LINES[0], LINES[1], '故人万里去', '明夜一时开'];
  const { page } = await open(faulty);
  const count = (await faults(page)).length;
  assert.ok(count > 0);
  await page.locator('#findings .finding-line').first().click();
  await page.locator('.mends .fold').first().click();
  await page.locator('#line-mends li').first().waitFor();
  const mends = await page.locator('#line-mends .line').allInnerTexts();
  assert.ok(mends.length > 1 && mends.length <= 5, `${mends}`);
  assert.equal(new Set(mends).size, mends.length);
  const line = (await page.locator('#marked [data-picked]').first().evaluate((c) => Number(c.closest('[data-line]').dataset.line))) - 1;
  await page.locator('#hand').focus();
  for (const key of [1, 2]) {
    await page.keyboard.press(String(key));
    await eventually(async () => assert.equal((await lines(page))[line], mends[key - 1]));
    assert.equal(await page.locator('.line-mend[aria-pressed="true"] kbd').innerText(), String(key));
  }
  // A quick hand: its next key is there before the frame of the last, and does not go into the poem.
  for (const key of [1, 2, 1, 2]) await page.keyboard.press(String(key));
  await expectLines(page, faulty.with(line, mends[1]));
  await page.keyboard.press('0');
  await expectLines(page, faulty);
  await page.keyboard.press('1');
  await eventually(async () => assert.equal((await lines(page))[line], mends[0]));
  await page.locator('#poem').focus();
  for (let edit = 0; edit < 8; edit++) await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, faulty);
});

test('a key with Ctrl, Alt or Meta mends nothing', async () => {
  const { page } = await open([LINES[0], LINES[1], LINES[2], '明天一时开']);
  await hand(page, 'mends', 4, 2);
  await page.locator('#line-mends li').first().waitFor();
  await page.locator('#hand').focus();
  const before = await written(page);
  for (const key of ['Control+1', 'Alt+1', 'Meta+1']) {
    await page.keyboard.press(key);
    assert.equal(await written(page), before, key);
  }
  await page.keyboard.press('1');
  await eventually(async () => assert.notEqual(await written(page), before));
  const mended = await written(page);
  for (const key of ['Control+0', 'Alt+Backspace']) {
    await page.keyboard.press(key);
    assert.equal(await written(page), mended, key);
  }
});

test('what is composed elsewhere stays, and an offer goes to its place', async () => {
  const visit = await it.open();
  const { page, context } = visit;
  const [first, second, third, fourth] = LINES;
  await paste(visit, `${first}，${second}。${third.slice(0, 4)}，${fourth}。`);
  await hand(page, 'offers', 4, 2);
  await page.locator('#offers .offer').first().waitFor();
  const [offered] = await offers(page);
  await page.locator('#poem').evaluate((field) => {
    field.focus();
    field.setSelectionRange(16, 16);
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: '去', selectionStart: 1, selectionEnd: 1 });
  // A press that does not take the focus: some browsers’ buttons never do.
  await page.locator('#offers .offer').first().evaluate((offer) => offer.click());
  const put = `${fourth[0]}${offered}${fourth.slice(2)}`;
  await eventually(async () => assert.equal(await written(page), `${first}，${second}。${third}，${put}。`));
});

test('a mended line is regular; a line without faults needs nothing', async () => {
  const { page } = await open([LINES[0], LINES[1], LINES[2], '明天一时开']);
  assert.ok((await faults(page)).length > 0);
  await hand(page, 'mends', 4, 2);
  await page.locator('#line-mends li').first().waitFor();
  assert.match(await page.locator('#line-mends li').first().innerText(), /全诗合律/);
  await page.locator('#line-mends .line-mend').first().click();
  await eventually(async () => assert.deepEqual(await faults(page), []));
  await cell(page, 1, 1).click();
  await eventually(async () => assert.match(await page.locator('#hand').innerText(), /没有要改的/));
});

test('lines like one, and those of a theme', async () => {
  const { page } = await open();
  await hand(page, 'like', 4, 1);
  await page.locator('#likenesses li').first().waitFor();
  const shown = await page.locator('#likenesses li').allInnerTexts();
  assert.ok(shown.length >= 5 && shown.every((text) => /《.+》/.test(text)), shown.join('\n'));
  assert.ok((await page.locator('#likenesses b').allInnerTexts()).every((c) => LINES[3].includes(c)));
  await page.locator('#hand-theme').selectOption('moon');
  await eventually(async () => assert.notDeepEqual(await page.locator('#likenesses li').allInnerTexts(), shown));
});

test('what a poet has written is named with poet and poem, as a hint and no finding', async () => {
  const visit = await open(['江上春风起', '疑是地上霜', '故人千里去', '低头思故乡']);
  const { page } = visit;
  await hand(page, 'offers', 1, 1);
  const quoted = page.locator('#quotations li');
  await quoted.first().waitFor();
  assert.equal(await quoted.count(), 1);
  assert.match(await quoted.innerText(), /“疑是地上霜”“低头思故乡”见于李白《静夜思》/);
  await quoted.locator('button').click();
  assert.equal(await page.locator('#marked [data-lit]').count(), 10);
  await paste(visit, LINES.join('\n'));
  await expectLines(page, LINES);
  await eventually(async () => assert.equal(await quoted.count(), 0));
});

test('what a model writes is looked at, too', async () => {
  const visit = await it.open();
  const { page } = visit;
  await start(visit, 'good');
  await goTo(page, 'write');
  await page.locator('#quotations li').first().waitFor({ timeout: 20000 });
  assert.match(await page.locator('#quotations li').first().innerText(), /王之涣《登鹳雀楼》/);
});

test('the table is fetched once, when it is first asked for, and its coming is shown', async () => {
  const visit = await open();
  const { page } = visit;
  const asked = [];
  page.on('request', (request) => TABLE.test(request.url()) && asked.push(request.url()));
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await page.route(TABLE, async (route) => {
    await held;
    await route.continue();
  });
  await cell(page, 1, 1).click();
  await page.waitForTimeout(300);
  assert.equal(asked.length, 0);
  await page.locator('#hand-offers').click();
  await page.locator('#hand-coming progress').waitFor();
  // The page can be used meanwhile.
  await clear(page);
  await page.keyboard.type('白日依山尽');
  await expectLines(page, ['白日依山尽']);
  go();
  await page.locator('#hand-coming').waitFor({ state: 'detached' });
  await cell(page, 1, 2).click();
  await page.locator('#offers .offer').first().waitFor();
  assert.equal(asked.length, 1);
});

test('a table that does not come, or is spoilt, is said and can be asked for again', async () => {
  const visit = await open();
  const { page } = visit;
  visit.expected = [/^Failed to load resource/, /net::ERR_/, /^TypeError: Failed to fetch/];
  let answer = (route) => route.abort();
  await page.route(TABLE, (route) => answer(route));
  await cell(page, 2, 4).click();
  await page.locator('#hand-offers').click();
  await page.locator('#hand-missing').waitFor();
  answer = (route) => route.fulfill({ body: 'something else' });
  await page.locator('#hand-again').click();
  await page.locator('#hand-missing').waitFor();
  answer = (route) => route.continue();
  await page.locator('#hand-again').click();
  await page.locator('#offers .offer').first().waitFor();
  assert.equal(await written(page), LINES.join('\n'));
});

test('without a network what was fetched is there', async () => {
  const { page, context } = await open(LINES, { serviceWorkers: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await eventually(async () => assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))), 20000);
  await hand(page, 'offers', 2, 4);
  await page.locator('#offers .offer').first().waitFor();
  await context.setOffline(true);
  await page.reload();
  await expectLines(page, LINES);
  await hand(page, 'offers', 2, 4);
  await page.locator('#offers .offer').first().waitFor();
});

test('on a phone the panel fits, in both themes', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page } = await open(LINES, { viewport: { width: 390, height: 844 }, colorScheme, hasTouch: true });
    await page.locator('#poem').blur();
    await hand(page, 'offers', 2, 4);
    await page.locator('#offers .offer').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `${wide}`);
    const boxes = await page.locator('#offers .offer:visible').evaluateAll((all) => all.map((b) => b.getBoundingClientRect().height));
    assert.ok(boxes.every((height) => height >= 44));
    // It is in sight once it is open, and behind what is put it is there still.
    await eventually(async () => assert.ok((await page.locator('#hand').boundingBox()).y < 480));
    const [first] = await offers(page);
    await page.locator('#offers .offer').first().click();
    await expectLines(page, [LINES[0], `山中暮${first}来`, LINES[2], LINES[3]]);
    assert.ok(await page.locator('#offers .offer').first().isVisible());
  }
});

test('on a phone the panel has the keys, and is in sight, behind a mend', async () => {
  const faulty = [LINES[0], LINES[1], LINES[2], '明天一时开'];
  const { page } = await open(faulty, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator('#poem').blur();
  await hand(page, 'mends', 4, 2);
  await page.locator('#line-mends .line-mend').first().tap();
  await page.locator('.line-mend[aria-pressed="true"]').waitFor();
  assert.ok(await page.locator('#hand').evaluate((panel) => panel.contains(document.activeElement)));
  assert.ok(await page.locator('#hand').isVisible());
  const mended = await lines(page);
  await page.keyboard.press('0');
  await expectLines(page, faulty);
  assert.notDeepEqual(mended, faulty);
});
