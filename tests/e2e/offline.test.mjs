// Without a network, and with another version on the server.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { lists } from '../../tools/offline.mjs';
import { desk } from './harness/desk.mjs';
import { KEY, choose, expectEnd, goTo, start } from './harness/model.mjs';
import { release } from './harness/release.mjs';
import { expectKept, expectLines, findings, paste, ready, written } from './harness/sheet.mjs';
import { serve } from './harness/site.mjs';
import { eventually } from './harness/wait.mjs';
import { Visit } from './harness/visit.mjs';

const it = desk();
const ALLOWED = { serviceWorkers: 'allow' };
const DIST = path.resolve('dist');

/** Two later versions of the page. */
let next;
let last;
before(async () => {
  next = await release(DIST, 'b');
  last = await release(DIST, 'c');
});
after(() => [next, last].forEach((one) => one?.remove()));
beforeEach(() => Object.assign(it.site, { folder: DIST, away: false }));

/** Waits until a worker has the page, and all files are kept. */
const kept = (page) =>
  eventually(async () => {
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.active?.state, navigator.serviceWorker.controller !== null];
    });
    assert.deepEqual(state, ['activated', true]);
  }, 15000);

/** The addresses that are kept, under the page's own path. */
const cached = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map((request) => request.url);
  });

const openKept = async (hash = '') => {
  const visit = await it.open(hash, ALLOWED);
  await kept(visit.page);
  return visit;
};

/** Every room of the bar, each seen. */
async function walk(page) {
  const views = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(2)));
  assert.ok(views.length >= 5, `${views}`);
  for (const view of views) {
    await goTo(page, view);
    assert.equal(await page.locator('#not-fetched').count(), 0, view);
  }
}

const COUPLETS = '白日依山尽，黄河入海流。欲穷千山目，更上一层楼。';
const LINES = COUPLETS.split(/[，。]/).filter(Boolean);

/** Looks for another version, as a browser does when a page is opened. */
const look = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
const version = (page) => page.locator('html').getAttribute('data-version');

test('the page that was open once opens without a network: all rooms, the check, the readings', async () => {
  const visit = await openKept();
  const { page } = visit;
  it.site.away = true;
  await page.reload();
  await ready(page);
  await walk(page);
  await goTo(page, 'write');
  await paste(visit, COUPLETS);
  await expectLines(page, LINES);
  assert.ok((await findings(page)).some(({ code, line }) => code === 'tone' && line === 3));
  await page.locator('[data-line="4"] [data-place="1"]').click();
  await eventually(async () => assert.match((await page.locator('#picked .gloss').allInnerTexts()).join(''), /\S/));
  // In a tab of its own, too, and by the name of the file.
  const other = await visit.openTab('#/learn');
  await other.locator('#library-list .library-poem').first().waitFor();
  await other.goto(`${it.site.url}index.html`);
  await ready(other);
});

test('nothing is fetched for it before the page can be used, and then everything once', async () => {
  it.site.asked.length = 0;
  const { page } = await openKept();
  const asked = it.site.asked.map((name) => name.slice(it.site.base.length));
  const worker = asked.indexOf('sw.js');
  assert.ok(worker > asked.findIndex((name) => name.endsWith('_bg.wasm')), `${asked}`);
  assert.ok(!asked.slice(0, worker).some((name) => /^(?:split|chunk)/.test(name)), 'no room before that');
  const { first } = lists('dist');
  const keys = (await cached(page)).map((url) => url.slice(it.site.url.length).replace(/\?.*/, '') || './');
  assert.deepEqual(keys.sort(), Object.keys(first).sort(), 'what is kept is what the build names');
  const parts = asked.filter((name) => /^(?:split|chunk)/.test(name));
  assert.equal(new Set(parts).size, parts.length, 'no part twice');
  it.site.asked.length = 0;
  await walk(page);
  assert.deepEqual(it.site.asked, [], 'the rooms are here already');
});

test('what need not be kept in advance is kept when it has been asked for', async () => {
  const { page } = await openKept();
  const picture = () => page.evaluate(async () => (await (await fetch('app/icon-512.png')).blob()).size);
  const size = await picture();
  it.site.away = true;
  assert.equal(await picture(), size);
});

test('only files of the page are kept, and a provider is asked as ever', async () => {
  const visit = await openKept();
  const { page } = visit;
  const files = await cached(page);
  await start(visit, 'good');
  await expectEnd(page);
  // While a model writes, the table comes in which its lines are looked up.
  const isTable = (url) => url.includes('/words/diction.bin?');
  await eventually(async () => assert.equal((await cached(page)).filter(isTable).length, 1));
  const others = async () => (await cached(page)).filter((url) => !isTable(url));
  assert.deepEqual(await others(), files);
  assert.ok(files.every((url) => url.startsWith(it.site.url) && !url.includes(KEY)));
  assert.equal((await it.provider.asks()).length, 1);
  // What a relay passes on lies under the same path.
  visit.expected = [/404/];
  const passed = 'relay/https/api.example.org/v1/models';
  for (const times of [1, 2]) {
    assert.equal(await page.evaluate(async (address) => (await fetch(address)).status, passed), 404);
    assert.equal(it.site.asked.filter((name) => name === it.site.base + passed).length, times);
  }
  assert.deepEqual(await others(), files);
});

test('a tab that is open while the server gets another version finds its rooms', async () => {
  const { page } = await openKept();
  it.site.folder = next.folder;
  await look(page);
  await page.locator('#new-version').waitFor();
  await walk(page);
  assert.equal(await version(page), null, 'this is the old version still');
});

test('a new version is offered, taken at a press, and the draft stays', async () => {
  const visit = await openKept();
  const { page } = visit;
  await paste(visit, COUPLETS);
  await expectLines(page, LINES);
  await expectKept(page, COUPLETS);
  const before = await cached(page);
  it.site.folder = next.folder;
  it.site.asked.length = 0;
  await page.reload();
  await ready(page);
  await page.locator('#new-version').waitFor();
  assert.match(await page.locator('#new-version').innerText(), /新版本/);
  assert.equal(await version(page), null, 'offered, not forced');
  const shared = it.site.asked.filter((name) => name.endsWith('_bg.wasm'));
  assert.deepEqual(shared, [], 'what both versions have is not fetched again');
  // What was typed a moment ago counts, too.
  await page.locator('#poem').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('好诗');
  const text = await written(page);
  await page.locator('#use-new').click();
  await eventually(async () => assert.equal(await version(page), 'b'));
  await ready(page);
  assert.equal(await written(page), text);
  assert.equal(await page.locator('#new-version').count(), 0);
  await eventually(async () => {
    const now = await cached(page);
    assert.deepEqual(before.filter((url) => url.includes('split_') && now.includes(url)), [], 'the old files are gone');
    assert.equal(now.length, before.length);
  });
  it.site.away = true;
  await page.reload();
  await ready(page);
  await walk(page);
  assert.equal(await version(page), 'b');
});

test('put off, it comes by itself when no tab is open any more', async () => {
  const visit = await openKept();
  it.site.folder = next.folder;
  await look(visit.page);
  await visit.page.locator('#use-later').click();
  assert.equal(await visit.page.locator('#new-version').count(), 0);
  await visit.page.reload();
  await ready(visit.page);
  assert.equal(await version(visit.page), null);
  await visit.page.goto('about:blank');
  await eventually(async () => {
    await visit.page.goto(it.site.url);
    const now = await version(visit.page);
    await visit.page.goto('about:blank');
    assert.equal(now, 'b');
  });
});

test('what one tab takes is not forced upon another, which keeps its rooms and is offered it', async () => {
  const visit = await openKept();
  const first = visit.page;
  await paste(visit, COUPLETS);
  await expectKept(first, COUPLETS);
  const second = await visit.openTab();
  await kept(second);
  it.site.folder = next.folder;
  await look(second);
  await second.locator('#use-new').click();
  await eventually(async () => assert.equal(await version(second), 'b'));
  await ready(second);
  await first.bringToFront();
  await first.locator('#new-version').waitFor();
  assert.equal(await version(first), null);
  await walk(first);
  await first.locator('#use-new').click();
  await eventually(async () => assert.equal(await version(first), 'b'));
  await ready(first);
  assert.equal(await written(first), COUPLETS);
  // And the one after that, without leftovers of either.
  it.site.folder = last.folder;
  await second.close();
  await look(first);
  await first.locator('#use-new').click();
  await eventually(async () => assert.equal(await version(first), 'c'));
  await eventually(async () => {
    const { first: wanted } = lists(last.folder);
    assert.equal((await cached(first)).length, Object.keys(wanted).length);
  });
});

test('a model that is answering is not cut off', async () => {
  const visit = await openKept();
  const { page } = visit;
  await start(visit, 'slow');
  await eventually(async () => assert.equal((await it.provider.asks()).length, 1));
  it.site.folder = next.folder;
  await look(page);
  await page.locator('#new-version').waitFor();
  assert.match(await page.locator('#new-version').innerText(), /模型还在回答/);
  await page.locator('#use-new').click();
  await page.waitForTimeout(500);
  assert.equal(await version(page), null);
  assert.ok(await page.locator('#compose-stop').isEnabled(), 'the run goes on');
  await page.locator('#compose-stop').click();
  await eventually(async () => assert.match(await page.locator('#new-version').innerText(), /重新载入/));
  await page.locator('#use-new').click();
  await eventually(async () => assert.equal(await version(page), 'b'));
});

test('neither is one that is asked elsewhere than in a run', async () => {
  const visit = await openKept();
  const { page } = visit;
  await choose(visit, 'stall-before');
  it.site.folder = next.folder;
  await look(page);
  await page.locator('#new-version').waitFor();
  await page.locator('#test-connection').click();
  await eventually(async () => assert.equal((await it.provider.asks()).length, 1));
  await page.locator('#use-new').click();
  await eventually(async () => assert.match(await page.locator('#new-version').innerText(), /模型还在回答/));
  assert.equal(await version(page), null);
});

test('files that do not belong together are not taken for a version', async () => {
  const visit = await openKept();
  const { page } = visit;
  // The worker has come, the page behind it is the old one: what a network of caches serves for a moment.
  const mixed = await release(DIST, 'd');
  try {
    writeFileSync(path.join(mixed.folder, 'index.html'), readFileSync(path.join(DIST, 'index.html')));
    it.site.folder = mixed.folder;
    await look(page);
    await page.waitForTimeout(1000);
    assert.equal(await page.locator('#new-version').count(), 0);
    it.site.away = true;
    await page.reload();
    await ready(page);
    await walk(page);
  } finally {
    mixed.remove();
  }
});

for (const base of ['/', '/pages/of/somebody/']) {
  test(`it is the same under ${base}`, async () => {
    const site = await serve(DIST, { base });
    const context = await it.browser.newContext(ALLOWED);
    try {
      const visit = new Visit(context, site, it.provider);
      const page = await visit.openTab();
      await kept(page);
      const { scope } = await page.evaluate(async () => {
        const { scope } = await navigator.serviceWorker.getRegistration();
        return { scope };
      });
      assert.equal(scope, site.url, 'its own path and no other');
      site.away = true;
      await page.reload();
      await ready(page);
      await walk(page);
      assert.deepEqual(visit.problems, []);
    } finally {
      await context.close();
      await site.close();
    }
  });
}

const WITHOUT = {
  'has no service workers': () => delete Navigator.prototype.serviceWorker,
  'refuses service workers': () => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  },
};
for (const [what, script] of Object.entries(WITHOUT)) {
  test(`the page works where the browser ${what}`, async () => {
    const visit = await it.open('', ALLOWED);
    await visit.context.addInitScript(script);
    await visit.page.close();
    const page = await visit.openTab();
    await walk(page);
    await page.waitForLoadState('networkidle');
    await goTo(page, 'write');
    await paste(visit, COUPLETS);
    await expectLines(page, LINES);
  });
}

test('the manifest names the page, its place and pictures of the size that they say', async () => {
  const { page } = await it.open();
  const address = await page.locator('link[rel=manifest]').evaluate((link) => link.href);
  const manifest = await (await fetch(address)).json();
  assert.equal(new URL(manifest.start_url, address).href, it.site.url);
  assert.equal(new URL(manifest.scope, address).href, it.site.url);
  assert.equal(manifest.display, 'standalone');
  for (const name of ['name', 'short_name', 'theme_color', 'background_color']) assert.ok(manifest[name], name);
  const touch = await page.locator('link[rel=apple-touch-icon]').evaluate((link) => link.href);
  const pictures = [...manifest.icons.map(({ src, sizes }) => [new URL(src, address).href, sizes]), [touch, '180x180']];
  for (const [url, sizes] of pictures) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    // The header of a PNG: its width and its height.
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, url);
  }
  assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  // What the browser itself finds against installing it.
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});
