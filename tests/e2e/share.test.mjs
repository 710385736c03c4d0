// Links, texts, and what another program is offered.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OCTAVE, drawing, drawn, enter } from './harness/cards.mjs';
import { database, expectBase } from './harness/database.mjs';
import { desk } from './harness/desk.mjs';
import { KEY, choose as chooseModel, goTo, versions } from './harness/model.mjs';
import { clear, expectLines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const link = (page) => page.locator('#share-link-field').inputValue();
const fragment = async (page) => new URL(await link(page)).hash;
const hash = (page) => page.evaluate(() => location.hash);
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What an address carries, written by hand as another program might. */
function forged(text) {
  const bytes = [0, 0];
  for (const char of text) {
    const code = char.codePointAt(0);
    bytes.push(0xff, code >> 16, (code >> 8) & 255, code & 255);
  }
  let [one, two] = [0, 0];
  for (const byte of bytes) {
    one = (one + byte + 1) % 255;
    two = (two + one) % 255;
  }
  return `#p=1${Buffer.from([...bytes, one, two]).toString('base64url')}`;
}

test('a link carries a poem into another browser, and leaves the address clean', async () => {
  const visit = await it.open();
  await enter(visit);
  const sent = await fragment(visit.page);
  assert.ok(sent.length < 230, `${sent.length}`);
  const other = await it.open(sent);
  await expectLines(other.page, OCTAVE.split('\n').slice(3).map((line) => line.slice(0, 7)));
  assert.equal(await written(other.page), OCTAVE);
  assert.match(await other.page.locator('#arrival').innerText(), /链接带来/);
  assert.equal(await hash(other.page), '#/write');
  assert.equal((await versions(other.page)).length, 0, 'the classic of a first visit is nobody’s draft');
  assert.ok(other.asked.every((url) => !url.includes('p=1')), 'nothing of it goes to a server');
  await other.page.locator('#arrival-away').click();
  await other.page.locator('#arrival').waitFor({ state: 'detached' });
  await other.page.reload();
  await eventually(async () => assert.equal(await written(other.page), OCTAVE));
  assert.equal(await other.page.locator('#arrival').count(), 0);
});

const SPRING = '春眠不觉晓，处处闻啼鸟。';
const STORK = '登鹳雀楼\n王之涣\n\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。';
const drafts = (page) => page.locator('#drafts-list > li .verse > span:first-child').allInnerTexts();

for (const [where, carry] of [
  ['in a page that is there', (page, to) => page.evaluate((to) => (location.hash = to), to)],
  ['in another tab', async (page, to) => {
    await page.goto('about:blank');
    await page.goto(to);
  }],
]) {
  test(`a poem that comes ${where} is a draft of its own, and the reader’s is another`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await clear(page);
    await paste(visit, SPRING);
    await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
    await page.waitForTimeout(1200);
    const to = forged(STORK);
    await carry(page, where === 'in another tab' ? visit.site.url + to : to);
    await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
    await eventually(async () => assert.match(await page.locator('#arrival').innerText(), /另开一稿/));
    assert.equal(await hash(page), '#/write');
    assert.equal((await versions(page)).length, 0);
    await goTo(page, 'drafts');
    await eventually(async () => assert.deepEqual(await drafts(page), ['登鹳雀楼', SPRING]));
  });
}

test('where drafts are not kept, the reader’s own is among the versions', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await page.reload();
  await clear(page);
  await paste(visit, SPRING);
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
  await page.evaluate((to) => (location.hash = to), forged(STORK));
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  await eventually(async () => assert.match(await page.locator('#arrival').innerText(), /原来的稿子没有丢/));
  const kept = await versions(page);
  assert.equal(kept.length, 1);
  assert.match(kept[0].text, /春眠不觉晓/);
});

test('the rhyme book comes along, is told of, and is put back by a press', async () => {
  const visit = await it.open();
  await goTo(visit.page, 'settings');
  const book = visit.page.locator('#book');
  const own = await book.inputValue();
  const others = await book.locator('option').evaluateAll((options) => options.map((option) => option.value));
  const foreign = others.find((value) => value !== own);
  await book.selectOption(foreign);
  await goTo(visit.page, 'write');
  await enter(visit);
  const other = await it.open(await fragment(visit.page));
  await other.page.locator('#own-book').waitFor();
  await goTo(other.page, 'settings');
  assert.equal(await other.page.locator('#book').inputValue(), foreign);
  await other.page.locator('#own-book').click();
  await eventually(async () => assert.equal(await other.page.locator('#book').inputValue(), own));
});

test('links that are hostile or broken are cleaned or refused in a sentence, and nothing is lost to them', async () => {
  const visit = await it.open();
  const { page } = visit;
  await clear(page);
  await paste(visit, '春眠不觉晓，处处闻啼鸟。');
  await expectLines(page, ['春眠不觉晓', '处处闻啼鸟']);
  const mine = await written(page);
  const whole = forged('白日依山尽，黄河入海流。');
  const refused = [
    ['#p=', /不完整/],
    ['#p=1', /不完整/],
    ['#p=1%E8%AF%97', /不完整/],
    ['#p=1<img src=x onerror=alert(1)>', /不完整/],
    [whole.slice(0, -4), /不完整/],
    [whole.replace(/.$/, (char) => (char === 'A' ? 'B' : 'A')), /不完整/],
    ['#p=2AAAA', /更新的版本/],
    [forged('\u200b\u202e'), /没有可读的诗/],
    [forged('诗'.repeat(5000)), /没有可读的诗/],
    [`#p=1${'A'.repeat(1_000_000)}`, /没有可读的诗/],
  ];
  for (const [to, sentence] of refused) {
    await page.evaluate((to) => (location.hash = to), to);
    await eventually(async () => assert.equal(await hash(page), '#/write', to.slice(0, 40)));
    assert.match(await page.locator('#arrival').innerText(), sentence, to.slice(0, 40));
    assert.equal(await written(page), mine);
    await page.locator('#arrival-away').click();
  }
  const hostile = '<img src=x onerror="window.hit=1">\u202e\u200b\n\n白\u200d日依山尽，\u0000黄河入海流。';
  await page.evaluate((to) => (location.hash = to), forged(hostile));
  await eventually(async () => assert.match(await written(page), /白日依山尽，黄河入海流。/));
  assert.doesNotMatch(await written(page), /[\u200b-\u200f\u202a-\u202e\u0000]/);
  assert.ok((await written(page)).startsWith('<img src=x'), 'markup is text');
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('img[src="x"]').count(), 0);
});

test('link, text and Markdown are copied, and no key is in any of them', async () => {
  const visit = await it.open();
  const { page, context } = visit;
  await chooseModel(visit, 'any', { remember: true });
  await goTo(page, 'write');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(visit);
  const copied = [];
  for (const button of ['#copy-link', '#copy-text', '#copy-markdown']) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.locator(button).click();
    await eventually(async () => assert.notEqual(await pasted(page), ''));
    assert.match(await page.locator('#share-said').innerText(), /已复制/);
    copied.push(await pasted(page));
  }
  const [address, text, markdown] = copied;
  assert.equal(address, await link(page));
  assert.ok(address.startsWith(`${it.site.url}#p=1`), address);
  assert.equal(text, OCTAVE);
  assert.match(markdown, /^## 登高\n\n杜甫\n\n风急天高猿啸哀，\\\n○◐○○○●◎\\\n渚清沙白鸟飞回。\\\n/);
  assert.match(markdown, /七言律诗/);
  const svg = await drawing(page);
  for (const given of [...copied, svg, await page.content()]) assert.ok(!given.includes(KEY));
});

test('the picture is copied', async () => {
  const visit = await it.open();
  const { page, context } = visit;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(visit);
  await page.locator('#copy-picture').click();
  await eventually(async () => assert.match(await page.locator('#share-said').innerText(), /已复制/), 10000);
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = await createImageBitmap(await item.getType('image/png'));
    return [image.width, image.height];
  });
  assert.deepEqual(size, [1440, 1920]);
});

/** Gives the page a panel to share with, that notes what it was offered and answers as it is told. */
function panel(context, answer) {
  return context.addInitScript((answer) => {
    window.offered = [];
    navigator.share = async (data) => {
      window.offered.push({ ...data, files: data.files?.map((file) => [file.name, file.type, file.size]) });
      if (answer) throw new DOMException('', answer);
    };
    navigator.canShare = (data) => answer !== 'no files' || !data.files;
  }, answer);
}

test('where the system has a panel, picture and link are offered to it', async () => {
  for (const [answer, sentence] of [
    [null, /已送出/],
    ['AbortError', /^$/],
    ['NotAllowedError', /没有接受/],
  ]) {
    const visit = await it.open();
    await panel(visit.context, answer);
    const page = await visit.openTab();
    await enter(visit);
    await page.locator('#share-picture').click();
    await eventually(async () => assert.equal(await page.evaluate(() => window.offered.length), 1), 10000);
    await page.waitForTimeout(50);
    assert.match(await page.locator('#share-said').innerText(), sentence);
    await page.locator('#share-link').click();
    await eventually(async () => assert.equal(await page.evaluate(() => window.offered.length), 2));
    const [picture, words] = await page.evaluate(() => window.offered);
    assert.deepEqual(picture.files.map(([name, type]) => [name, type]), [['登高.png', 'image/png']]);
    assert.ok(picture.files[0][2] > 20_000);
    assert.deepEqual([words.title, words.text, words.url], ['登高', OCTAVE, await link(page)]);
  }
});

test('a panel that takes no pictures, and a browser without one, are no dead end', async () => {
  const visit = await it.open();
  await panel(visit.context, 'no files');
  let page = await visit.openTab();
  await enter(visit);
  await page.locator('#share-picture').click();
  await eventually(async () => assert.match(await page.locator('#share-said').innerText(), /没有接受/), 10000);
  const plain = await it.open();
  await plain.context.addInitScript(() => delete Navigator.prototype.share);
  page = await plain.openTab();
  await enter(plain);
  assert.equal(await page.locator('#share-picture, #share-link').count(), 0);
  assert.ok(await page.locator('#copy-link').isEnabled());
});

test('the room is entered by its address, left by Back, and speaks English', async () => {
  const visit = await it.open('#/share', { locale: 'en-GB' });
  const { page } = visit;
  await drawn(page);
  assert.equal(await page.locator('#share-title').innerText(), 'Share');
  await page.locator('#share-back').click();
  await page.locator('#poem').waitFor();
  await page.goBack();
  await page.locator('#card').waitFor();
  for (const name of ['Title', 'Dedication', 'Signature', 'Date', 'Seal', 'Link']) {
    assert.ok(await page.getByRole('textbox', { name, exact: true }).isVisible(), name);
  }
  for (const name of ['Paper', 'Direction', 'Shape', 'Cut']) assert.ok(await page.getByRole('group', { name }).isVisible(), name);
});

test('a link does not put its poem under the name of a draft that was emptied', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill(SPRING);
  await expectBase(page, SPRING);
  await goTo(page, 'drafts');
  await page.locator('[data-act=rename]').click();
  await page.locator('#draft-name').fill('给小满');
  await page.keyboard.press('Enter');
  await goTo(page, 'write');
  await page.locator('#poem').fill('');
  await expectBase(page, '');
  await page.evaluate((hash) => (location.hash = hash), forged(STORK));
  await expectBase(page, STORK);
  const { heads } = await database(page);
  const named = heads.map((head) => JSON.parse(head)).map(({ name, draft }) => [name, draft.text]);
  assert.deepEqual(named.sort(), [['', STORK], ['给小满', '']].sort());
  assert.doesNotMatch(await page.locator('#arrival').innerText(), /原来|另一/);
});
