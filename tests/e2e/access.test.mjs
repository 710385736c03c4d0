// For everyone: keys, screen readers, enlarged pages, wide letters, chosen colours, little motion, slow networks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { contrast } from './harness/colour.mjs';
import { goTo } from './harness/model.mjs';
import { FAULTY, LINES, enter, everyState, rooms, withModel } from './harness/rooms.mjs';
import { expectLines, paste } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

test('the first stop leads past the bar', async () => {
  const { page } = await it.open('#/settings');
  await page.locator('#provider').waitFor();
  await page.keyboard.press('Tab');
  const link = page.locator('.skip');
  assert.ok(await link.evaluate((node) => node === document.activeElement && node.getBoundingClientRect().top >= 0), 'it is seen');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.match(page.url(), /#\/settings$/, 'the room stays');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('main *')));
  assert.ok(await link.evaluate((node) => node.getBoundingClientRect().bottom <= 0), 'and it is gone again');
});

for (const colorScheme of ['light', 'dark']) {
  test(`every stop of the ${colorScheme} page shows its focus, and the stops go the way that one reads`, async () => {
    const { page } = await it.open('', { colorScheme });
    for (const room of await rooms(page)) {
      await enter(page, room);
      await page.locator('.skip').focus();
      const stops = [];
      for (let n = 0; n < 40; n++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const node = document.activeElement;
          if (node === document.body) return null;
          const ground = (at) => {
            const { backgroundColor } = getComputedStyle(at);
            if (backgroundColor.startsWith('rgb(')) return backgroundColor;
            return at.parentElement ? ground(at.parentElement) : 'rgb(255, 255, 255)';
          };
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(node);
          return {
            what: node.id || node.className || node.getAttribute('href'),
            shown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
            colour: outlineColor,
            ground: ground(node.parentElement),
            part: node.matches('.skip') ? 0 : node.closest('header') ? 1 : node.closest('.notices') ? 2 : 3,
          };
        });
        // At the end it begins anew, by way of the browser or not.
        if (!stop || stop.part === 0) break;
        assert.ok(stop.shown, `${room}: the focus on ${stop.what} is not to be seen`);
        assert.ok(contrast(stop.colour, stop.ground) >= 3, `${room}: the focus on ${stop.what} is faint: ${JSON.stringify(stop)}`);
        stops.push(stop.part);
      }
      assert.ok(stops.length > 8, `${room}: ${stops.length} stops`);
      assert.deepEqual(stops, [...stops].sort(), `${room}: skip link, bar, room`);
    }
  });
}

test('a screen reader hears a line as one, and its verdict when it has been written', async () => {
  const visit = await it.open();
  const { page } = visit;
  const marked = await page.locator('#marked').ariaSnapshot();
  assert.equal(marked.match(/- img "第 \d 句/g)?.length, 4, marked);
  assert.doesNotMatch(marked, /[○●◎◉]/);
  await paste(visit, '白日依山尽，黄河入海流。欲穷千里目，更上一层楼。');
  await expectLines(page, ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']);
  await page.waitForTimeout(1200);
  await page.evaluate(() => {
    window.told = [];
    const spoken = document.getElementById('verdict-spoken');
    new MutationObserver(() => window.told.push(spoken.textContent)).observe(spoken, { childList: true, characterData: true, subtree: true });
    // The sixth character of the third line.
    const at = document.getElementById('poem').value.indexOf('里');
    document.getElementById('poem').setSelectionRange(at, at + 1);
    document.getElementById('poem').focus();
  });
  await page.keyboard.insertText('山');
  await eventually(async () => assert.equal((await page.evaluate(() => window.told)).length, 1));
  const [told] = await page.evaluate(() => window.told);
  assert.match(told, /第 3 句，欲穷千山目/);
  assert.match(told, /1 处错误/);
  assert.doesNotMatch(told, /白日依山尽/, 'the other lines are not told again');
});

/** What is wider than the page. */
const wide = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const nodes = [...document.querySelectorAll('body *')].filter((node) => node.checkVisibility());
    const over = nodes.filter((node) => node.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} > ${clientWidth}: ${over.slice(-3).map((node) => `${node.tagName}#${node.id}.${node.className}`)}`];
  });

// What a window of 1280 by 900 is at 200 % and at 400 %.
for (const [width, height] of [[640, 450], [320, 225]]) {
  test(`enlarged to ${width} by ${height} nothing need be scrolled sideways, and something is seen between the bars`, async () => {
    const visit = await it.open('', { viewport: { width, height }, deviceScaleFactor: 2 });
    const found = [];
    const look = async (name) => {
      found.push(...(await wide(visit.page)).map((one) => `${name}: ${one}`));
      const fixed = await visit.page.evaluate(() =>
        [...document.querySelectorAll('.bar, .verdict:not([data-open])')]
          .filter((node) => node.checkVisibility() && getComputedStyle(node).position === 'fixed')
          .reduce((sum, node) => sum + node.getBoundingClientRect().height, 0),
      );
      if (fixed > height / 3) found.push(`${name}: bars cover ${fixed} of ${height}`);
    };
    await everyState(visit, look);
    await withModel(visit, look);
    assert.deepEqual(found, []);
  });
}

// https://www.w3.org/TR/WCAG22/#text-spacing
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

for (const width of [1280, 390]) {
  test(`with wide letters no text is cut off on a page ${width} px wide`, async () => {
    const visit = await it.open('', { viewport: { width, height: 844 } });
    const { page } = visit;
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    const found = new Set();
    await everyState(visit, async (name) => {
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((node) => node.checkVisibility() && node.textContent.trim() !== '' && !node.closest('.unseen, textarea, select, svg'))
          .filter((node) => {
            const { overflowX, overflowY } = getComputedStyle(node);
            const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
            return (
              (hides(overflowX) && node.scrollWidth > node.clientWidth + 1) || (hides(overflowY) && node.scrollHeight > node.clientHeight + 1)
            );
          })
          .map((node) => `${node.tagName}#${node.id}.${node.className}`),
      );
      for (const one of [...cut, ...(await wide(page))]) found.add(`${name}: ${one}`);
    });
    assert.deepEqual([...found], []);
  });

  test(`whatever is pressed on a page ${width} px wide is at least 24 px high and wide`, async () => {
    const visit = await it.open('', { viewport: { width, height: 844 } });
    const found = new Set();
    const look = async (name) => {
      const small = await visit.page.evaluate(() => {
        const all = document.querySelectorAll('button, a[href], select, input, textarea, summary, [role=button], [tabindex="0"]');
        return [...all]
          .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches('.skip'))
          // A box is pressed by its label, too; a link amid a sentence is exempt.
          .map((node) => node.closest('label') ?? node)
          .filter((node) => !(node.matches('p a') && node.parentElement.textContent.trim() !== node.textContent.trim()))
          .map((node) => [node, node.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24)
          .map(([node, { width, height }]) => `${node.tagName}#${node.id}.${node.className} ${Math.round(width)}×${Math.round(height)}`);
      });
      for (const one of small) found.add(`${name}: ${one}`);
    };
    await everyState(visit, look);
    await withModel(visit, look);
    assert.deepEqual([...found], []);
  });
}

test('who wants no motion gets none, in any room', async () => {
  const visit = await it.open('', { reducedMotion: 'reduce' });
  const { page } = visit;
  const found = new Set();
  await everyState(visit, async (name) => {
    const moving = await page.evaluate(() => {
      const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.001);
      return [...document.querySelectorAll('*')]
        .filter((node) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(node);
          return long(transitionDuration) || (animationName !== 'none' && long(animationDuration)) || scrollBehavior === 'smooth';
        })
        .map((node) => `${node.tagName}.${node.className}`);
    });
    for (const one of moving) found.add(`${name}: ${one}`);
  });
  assert.deepEqual([...found], []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`with colours of one’s own, ${colorScheme}, the marks and the open room can be told`, async () => {
    const visit = await it.open('', { colorScheme, forcedColors: 'active' });
    const { page } = visit;
    await paste(visit, FAULTY);
    await expectLines(page, LINES);
    await page.locator('#findings button').first().click();
    const { canvas, shapes, bar, lit } = await page.evaluate(() => {
      const probe = document.createElement('p');
      probe.className = 'paper';
      document.body.append(probe);
      const canvas = getComputedStyle(probe).backgroundColor;
      const shapes = [...document.querySelectorAll('#marked .mark > *')].map((shape) => {
        const { stroke, fill } = getComputedStyle(shape);
        return { stroke, fill, class: shape.getAttribute('class') };
      });
      const edge = (node) => getComputedStyle(node).borderLeftColor;
      const bar = [...document.querySelectorAll('nav a')].map((link) => [link.hasAttribute('aria-current'), edge(link)]);
      const lit = [...document.querySelectorAll('[data-lit]')].map((node) => getComputedStyle(node).outlineStyle);
      return { canvas, shapes, bar, lit };
    });
    assert.ok(shapes.length >= 56);
    for (const shape of shapes) {
      const colours = [shape.stroke, shape.fill].filter((colour) => colour !== 'none');
      assert.ok(colours.length > 0 && colours.every((colour) => contrast(colour, canvas) >= 3), `${JSON.stringify(shape)} on ${canvas}`);
    }
    // Not those of the page, which are chosen for its own paper.
    const [own, light] = await page.evaluate(() => {
      const colour = (name) => {
        const probe = document.createElement('p');
        probe.style.setProperty('color', name);
        document.body.append(probe);
        return getComputedStyle(probe).color;
      };
      return [colour('CanvasText'), colour('Highlight')];
    });
    const strokes = (kind) => shapes.filter((shape) => shape.class === kind).map(({ stroke }) => stroke);
    assert.deepEqual([...new Set(strokes('line'))], [own]);
    assert.deepEqual([...new Set(strokes('ring'))], [light]);
    const current = bar.filter(([is]) => is);
    assert.equal(current.length, 1);
    assert.ok(bar.filter(([is]) => !is).every(([, edge]) => edge !== current[0][1]), JSON.stringify(bar));
    assert.ok(lit.length > 0 && lit.every((style) => style === 'solid'), 'what a finding points at has an outline');
    // Axe’s sign of the fault: an underline that is kept.
    const line = await page.locator('[data-fault="error"] .hanzi').first().evaluate((node) => getComputedStyle(node).textDecorationStyle);
    assert.equal(line, 'wavy');
    await paste(visit, '溪云初起日沉阁，山雨欲来风满楼。');
    const arcs = page.locator('.arcs');
    await arcs.waitFor({ state: 'attached' });
    assert.equal(await arcs.evaluate((node) => getComputedStyle(node).stroke), light);
  });
}

test('a room that is long on its way says so, keeps nobody, and comes', async () => {
  const { page } = await it.open();
  let go;
  const held = new Promise((done) => (go = done));
  await page.route(/split_cut_rhymes/, async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('nav a[href="#/rhymes"]').click();
  await page.locator('#coming').waitFor();
  assert.match(await page.locator('#coming').innerText(), /正在取来/);
  assert.equal(await page.locator('.coming-here').getAttribute('role'), 'status');
  await goTo(page, 'write');
  assert.equal(await page.locator('#coming').count(), 0, 'writing goes on');
  await page.locator('nav a[href="#/rhymes"]').click();
  await page.locator('#coming').waitFor();
  go();
  await page.locator('#rhymes-search').waitFor();
  assert.equal(await page.locator('#coming').count(), 0);
});

test('the tab says which room is open', async () => {
  const { page } = await it.open();
  assert.equal(await page.title(), '写作 · 吟窗');
  await goTo(page, 'learn');
  await eventually(async () => assert.equal(await page.title(), '学诗 · 吟窗'));
});

test('what has the focus keeps it while more there is to choose comes in', async () => {
  const { page } = await it.open('#/learn');
  await page.locator('#library-form').focus();
  await page.locator('#library-shows option[value="broken-waist"]').waitFor({ state: 'attached', timeout: 10000 });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'library-form');
});
