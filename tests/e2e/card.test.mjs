// Cards: drawn, saved, copied, printed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { OCTAVE, apart, choose, drawing, drawn, enter, printed, saved, seen } from './harness/cards.mjs';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { followed } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const DESIGNS = 6;
const PAPERS = { A4: [8.27, 11.69], Letter: [8.5, 11] };

test('six papers in two directions: pictures of the right size with ink and a seal, each unlike the others', async () => {
  const visit = await it.open();
  const { page } = visit;
  await enter(visit);
  const small = [];
  for (let design = 0; design < DESIGNS; design++) {
    await choose(page, 'card-design', design);
    for (const direction of [0, 1]) {
      await choose(page, 'card-direction', direction);
      const { name, bytes } = await saved(page, '#save-png');
      assert.equal(name, '登高.png');
      const picture = await seen(page, bytes);
      assert.deepEqual([picture.width, picture.height], [1440, 1920]);
      assert.ok(picture.dark > 9000, `ink on paper ${design}, direction ${direction}: ${picture.dark}`);
      assert.ok(picture.red > 1000, `a red seal on paper ${design}, direction ${direction}: ${picture.red}`);
      small.push(picture.small);
    }
  }
  for (let one = 0; one < small.length; one++) {
    for (let other = one + 1; other < small.length; other++) {
      assert.ok(apart(small[one], small[other]) > 1.2, `${one} and ${other}: ${apart(small[one], small[other])}`);
    }
  }
});

test('every shape has its size, and a seal can be cut both ways and left out', async () => {
  const visit = await it.open();
  const { page } = visit;
  await enter(visit);
  for (const [place, size] of [[1, [1920, 1440]], [2, [1600, 1600]], [0, [1440, 1920]]]) {
    await choose(page, 'card-shape', place);
    const picture = await seen(page, (await saved(page, '#save-png')).bytes);
    assert.deepEqual([picture.width, picture.height], size);
  }
  assert.equal(await page.locator('#card-seal').inputValue(), '杜甫之印');
  const white = await seen(page, (await saved(page, '#save-png')).bytes);
  await choose(page, 'card-cut', 1);
  const red = await seen(page, (await saved(page, '#save-png')).bytes);
  assert.ok(red.red > 300 && red.red < white.red, `${red.red} and ${white.red}`);
  const { left, right, top, bottom } = white.reds;
  assert.ok(Math.abs(right - left - (bottom - top)) < 8, 'the seal is square');
  assert.ok(right < white.width / 2 && top > white.height / 2, 'at the end of the poem: below, to the left');
  await page.locator('#card-seal').fill('');
  await drawn(page);
  assert.equal((await seen(page, (await saved(page, '#save-png')).bytes)).red, 0);
});

test('the SVG needs nothing beside itself, and what is written is text in it', async () => {
  const visit = await it.open();
  const { page } = visit;
  await enter(visit);
  await page.locator('#card-title').fill('<script>alert(1)</script>"&');
  await page.locator('#card-dedication').fill('赠 <img src=x onerror=alert(1)>');
  await drawn(page);
  const { name, bytes } = await saved(page, '#save-svg');
  assert.match(name, /\.svg$/);
  assert.ok(!/[<>"/]/.test(name), name);
  // Read in an empty tab: the page itself makes no markup of a text.
  const reader = await visit.context.newPage();
  const found = await reader.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...svg.querySelectorAll('*')];
    const attributes = all.flatMap((node) => [...node.attributes]);
    return {
      wrong: svg.querySelectorAll('parsererror').length,
      tags: [...new Set(all.map((node) => node.localName))].sort(),
      handlers: attributes.filter(({ name }) => /^on|href|src|style/i.test(name)).length,
      outside: attributes.filter(({ name, value }) => name !== 'xmlns' && /\/\/|url\((?!#)/.test(value)).length,
      paths: svg.querySelectorAll('path').length,
      title: svg.querySelector('title').textContent,
    };
  }, bytes.toString('utf8'));
  await reader.close();
  assert.equal(found.wrong, 0);
  assert.deepEqual(found.tags, ['path', 'svg', 'title']);
  assert.deepEqual([found.handlers, found.outside], [0, 0]);
  assert.ok(found.paths > 56 + 20, `${found.paths}`);
  assert.ok(found.title.includes('<script>alert(1)</script>'));
});

test('fields follow the poem until they are written in, and a date is written by a press', async () => {
  const visit = await it.open();
  const { page } = visit;
  await enter(visit);
  assert.equal(await page.locator('#card-title').inputValue(), '登高');
  assert.equal(await page.locator('#card-signature').inputValue(), '杜甫');
  await page.locator('#card-signature').fill('王小明');
  await eventually(async () => assert.equal(await page.locator('#card-seal').inputValue(), '王小明印'));
  await page.locator('#card-today').click();
  assert.match(await page.locator('#card-date').inputValue(), /^二〇[〇一二三四五六七八九]{2}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日$/);
  await drawn(page);
  assert.match(await page.locator('#card').getAttribute('alt'), /登高.*风急天高猿啸哀，.*日　王小明/);
  await page.goBack();
  await page.locator('#poem').waitFor();
  await page.locator('#poem').fill(OCTAVE.replace('登高', '秋兴'));
  await page.locator('#share').click();
  await eventually(async () => assert.equal(await page.locator('#card-title').inputValue(), '秋兴'));
  assert.equal(await page.locator('#card-signature').inputValue(), '王小明');
});

test('how a card was made is there the next time, and a poem without a poet is signed as the last one', async () => {
  const visit = await it.open();
  const { page } = visit;
  const checked = (name) => page.locator(`input[name="${name}"]:checked`).getAttribute('value');
  await enter(visit, '白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。');
  await choose(page, 'card-design', 2);
  await choose(page, 'card-direction', 1);
  await choose(page, 'card-cut', 1);
  await page.locator('#card-signature').fill('林默');
  await page.locator('#card-seal').fill('墨池');
  await drawn(page);
  await page.reload();
  await drawn(page);
  assert.deepEqual(await Promise.all(['card-design', 'card-direction', 'card-shape', 'card-cut'].map(checked)), ['2', '1', '0', '1']);
  assert.equal(await page.locator('#card-signature').inputValue(), '林默');
  assert.equal(await page.locator('#card-seal').inputValue(), '墨池');
  await goTo(page, 'write');
  await enter(visit);
  assert.equal(await page.locator('#card-signature').inputValue(), '杜甫');
  assert.equal(await page.locator('#card-seal').inputValue(), '杜甫之印');
});

test('a poem costs little: at most 300 KB of letters, nothing twice, and nothing at a first visit', async () => {
  it.site.asked.length = 0;
  const visit = await it.open();
  const { page } = visit;
  await page.waitForLoadState('networkidle');
  assert.deepEqual(it.site.asked.filter((path) => path.includes('/letters/')), []);
  it.site.asked.length = 0;
  let bytes = 0;
  page.on('response', async (response) => {
    if (!response.url().includes('/letters/')) return;
    const body = await response.body();
    bytes += body.length;
  });
  await enter(visit);
  const slices = it.site.asked.filter((path) => path.includes('/letters/'));
  assert.equal(new Set(slices).size, slices.length);
  assert.ok(slices.length > 3 && slices.every((path) => path.startsWith('/yinchuang/letters/')), `${slices}`);
  await eventually(async () => assert.ok(bytes > 50_000));
  assert.ok(bytes < 300_000, `${bytes}`);
  assert.ok(!(await drawing(page)).includes('<text'));
});

test('a character that the letters lack is the system’s, and that is said', async () => {
  const visit = await it.open();
  const { page } = visit;
  await enter(visit, '𪚥𠔻赋\n\n春眠不觉晓，\n处处闻啼鸟。\n夜来风雨声，\n花落知多少。');
  const note = page.locator('#card-note');
  await eventually(async () => assert.match(await note.innerText(), /“𪚥.*”.*系统字体/));
  const svg = await drawing(page);
  assert.ok(svg.includes('>𪚥</text>'));
  const picture = await seen(page, (await saved(page, '#save-png')).bytes);
  assert.ok(picture.dark > 5000);
});

test('without the network the card is there, and the page says what is missing and tries again', async () => {
  const visit = await it.open();
  const { page } = visit;
  visit.expected.push(/Failed to load resource/, /letters/);
  await page.route('**/letters/**', (route) => route.fulfill({ status: 503, body: 'no' }));
  await page.locator('#poem').fill(OCTAVE);
  await page.locator('#share').click();
  await page.locator('#card-again').waitFor();
  assert.match(await page.locator('#card-note').innerText(), /没能取到/);
  assert.ok((await drawing(page)).includes('<text'));
  await page.unroute('**/letters/**');
  await page.locator('#card-again').click();
  await eventually(async () => assert.ok(!(await drawing(page)).includes('<text')));
  assert.ok(await page.locator('#card-note').isHidden());
  visit.forgive();
});

test('no poem and a poem without an end are said, and the words can still be sent', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.locator('#poem').fill('');
  await page.locator('#share').click();
  await eventually(async () => assert.match(await page.locator('#card-note').innerText(), /还没有诗/));
  assert.ok(await page.locator('#save-png').isDisabled());
  await page.locator('#share-back').click();
  await page.locator('#poem').fill(Array.from({ length: 41 }, () => '春眠不觉晓，').join('\n'));
  await page.locator('#share').click();
  await eventually(async () => assert.match(await page.locator('#card-note').innerText(), /太长/));
  assert.ok(await page.locator('#copy-link').isEnabled());
});

for (const [name, paper] of Object.entries(PAPERS)) {
  test(`on ${name} the card is alone on one page, in lines and not in points`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await enter(visit);
    for (const shape of [0, 1, 2]) {
      await choose(page, 'card-shape', shape);
      const { pages, bytes } = await printed(page, paper);
      assert.equal(pages, 1, `shape ${shape}`);
      const drawing = operators(bytes);
      // Every character is an outline of its own.
      assert.ok((drawing.match(/\bh\b/g) ?? []).length > 200, 'outlines');
      assert.ok(!/\bTj\b|\bTJ\b/.test(drawing), 'no text of the page beside it');
    }
  });

  test(`on ${name} the poem is printed with its marks and its verdict, in one page, also from a dark one`, async () => {
    const { page } = await it.open('', { colorScheme: 'dark' });
    await page.locator('#poem').fill(OCTAVE);
    await page.locator('#marked [data-line="8"]').waitFor();
    await followed(page);
    const { pages, bytes } = await printed(page, paper);
    assert.equal(pages, 1);
    assert.ok(/\bTj\b|\bTJ\b/.test(operators(bytes)), 'text');
    await page.emulateMedia({ media: 'print' });
    const { seen: visible, ground } = await page.evaluate(() => ({
      seen: Object.fromEntries(
        ['#marked', '#verdict-body', '#verdict-form', '.form-line', '.bar', '#copy', '#share', '#poem', '#verdict-handle'].map((at) => [
          at,
          document.querySelector(at).checkVisibility(),
        ]),
      ),
      ground: getComputedStyle(document.querySelector('.paper')).backgroundColor,
    }));
    for (const at of ['#marked', '#verdict-body', '#verdict-form', '.form-line']) assert.ok(visible[at], at);
    for (const at of ['.bar', '#copy', '#share', '#poem', '#verdict-handle']) assert.ok(!visible[at], at);
    assert.equal(ground, 'rgb(251, 248, 241)', 'paper is light');
  });
}

/** The drawing operators of a PDF: its streams, inflated. */
function operators(bytes) {
  const text = bytes.toString('latin1');
  const found = [];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    try {
      found.push(inflateSync(bytes.subarray(start, end)).toString('latin1'));
    } catch {
      // A stream of another kind.
    }
  }
  return found.filter((stream) => /\b(?:cm|re|l|c)\b/.test(stream)).join('\n');
}

test('by keyboard, with names for all, and on a phone nothing is wider than the page', async () => {
  const visit = await it.open('', { viewport: { width: 390, height: 844 } });
  const { page } = visit;
  await enter(visit);
  const { wide, low, nameless } = await page.evaluate(() => {
    const controls = [...document.querySelectorAll('.share :is(button, input)')].filter((node) => node.offsetParent);
    const named = (node) => node.textContent.trim() || node.labels?.[0]?.textContent.trim();
    const height = (node) => (node.closest('.chip') ?? node).getBoundingClientRect().height;
    return {
      wide: document.documentElement.scrollWidth - innerWidth,
      low: controls.filter((node) => height(node) < 24).map((node) => node.id || node.name),
      nameless: controls.filter((node) => !named(node)).map((node) => node.id || node.name),
    };
  });
  assert.ok(wide <= 0, `${wide}`);
  assert.deepEqual([low, nameless], [[], []]);
  await page.locator('input[name="card-design"]').first().focus();
  await page.keyboard.press('ArrowDown');
  await drawn(page);
  assert.ok(await page.locator('input[name="card-design"]').nth(1).isChecked());
});
