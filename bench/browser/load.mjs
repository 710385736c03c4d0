// The first load over a slow line, as Lighthouse has it, and the second, from the service worker.
//
// Only the page is behind the slow line, not its worker: the worker begins when the page can be used and is idle, and what it
// fetches then is not part of these figures.

import { launch } from '../../tests/e2e/harness/browser.mjs';
import { BACKSPACE, CHARACTER, listen, press, probe } from './keys.mjs';

/** Slow 4G. Bytes a second; ms. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const LAZY = /\/(?:split_|chunk|words\/|letters\/)/;

/** Runs before the page's first script: notes how the modules are compiled, and when the editor is there. */
function notes() {
  window.noted = { calls: [], paint: null, editor: null };
  for (const name of ['instantiateStreaming', 'compileStreaming', 'instantiate', 'compile']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async function (source, ...more) {
      const call = { name, begin: performance.now(), end: null };
      window.noted.calls.push(call);
      const response = await source;
      if (response instanceof Response) {
        call.url = response.url;
        call.type = response.headers.get('content-type');
      }
      const made = await own.call(WebAssembly, response, ...more);
      call.end = performance.now();
      return made;
    };
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) window.noted.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  const look = new MutationObserver(() => {
    if (!document.getElementById('poem')) return;
    window.noted.editor = performance.now();
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}

/** One load of the page in a context; the key is pressed as soon as there is a field. */
async function visit(context, site, { line = SLOW } = {}) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const painted = await listen(cdp);
  await cdp.send('Network.enable');
  if (line) await cdp.send('Network.emulateNetworkConditions', line);
  await page.addInitScript(notes);
  await page.goto(site.url, { waitUntil: 'commit' });
  await page.locator('#poem').waitFor({ timeout: 60000 });
  await page.locator('#poem').focus();
  await page.evaluate(probe, true);
  const key = painted.next();
  await press(cdp, CHARACTER);
  await key;
  const seen = await page.evaluate(() => {
    const now = performance.now();
    // A part that is still on its way has no entry yet: the list is what has come whole.
    const files = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'));
    return {
      marked: now,
      ...window.noted,
      files: files.map((file) => ({
        name: file.name.split('/').at(-1) || 'index.html',
        begin: file.startTime,
        end: file.responseEnd,
        bytes: file.encodedBodySize,
        transferred: file.transferSize,
        worker: file.workerStart > 0,
      })),
    };
  });
  return { page, cdp, painted, seen };
}

function told({ marked, paint, editor, calls, files }) {
  const main = calls.find((call) => /_bg\.wasm$/.test(call.url ?? ''));
  const fetched = files.find(({ name }) => name.endsWith('_bg.wasm'));
  // It streams by the streaming call, of the right type, with no module compiled from bytes beside it. That it was begun
  // before the last byte came only a slow line shows: from the worker the file comes at once.
  const streams =
    main !== undefined &&
    main.name === 'instantiateStreaming' &&
    main.type === 'application/wasm' &&
    !calls.some(({ name }) => name === 'instantiate' || name === 'compile');
  const before = main && fetched ? main.begin < fetched.end : null;
  const round = (ms) => (ms === null || ms === undefined ? null : Math.round(ms));
  return {
    paint: round(paint),
    editor: round(editor),
    marked: round(marked),
    kilobytes: Math.round(files.reduce((sum, { transferred }) => sum + transferred, 0) / 100) / 10,
    streams,
    begunBeforeTheEnd: before,
    compiledAfterTheLastByte: main && fetched ? round(main.end - fetched.end) : null,
    calls,
    files,
  };
}

async function coldAndWarm(browser, site) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  try {
    const first = await visit(context, site);
    await press(first.cdp, BACKSPACE);
    const cold = told(first.seen);
    // Until the worker has fetched what it keeps.
    await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await first.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, { timeout: 60000 });
    await first.page.close();
    const second = await visit(context, site);
    return { cold, warm: told(second.seen) };
  } finally {
    await context.close();
  }
}

/**
 * Whether keys are marked while every lazily loaded part is held back: the first key, and one after a room has been asked
 * for that never comes.
 */
async function heldBack(browser, site) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  const held = [];
  try {
    await context.route(LAZY, (route) => held.push(route.request().url().split('/').at(-1)));
    const { page, cdp, painted, seen } = await visit(context, site, { line: null });
    const askedBefore = held.length;
    await page.locator('nav a[href="#/learn"]').click();
    while (held.length === askedBefore) await page.waitForRequest(LAZY, { timeout: 5000 }).catch(() => {
      if (held.length === askedBefore) throw new Error('no part was asked for');
    });
    await page.locator('nav a[href="#/write"]').click();
    await page.locator('#poem').focus();
    const key = painted.next();
    await press(cdp, CHARACTER);
    await key;
    return { marked: true, ms: Math.round(seen.marked), askedBefore, held };
  } catch (error) {
    return { marked: false, why: error.message, held };
  } finally {
    await context.close();
  }
}

/** All of it once. */
export async function load(site) {
  const browser = await launch();
  try {
    return { ...(await coldAndWarm(browser, site)), held: await heldBack(browser, site) };
  } finally {
    await browser.close();
  }
}

/** Of several passes, for each load the one in which the key was marked soonest. */
export function calmest(passes) {
  const soonest = (name) => passes.map((pass) => pass[name]).sort((a, b) => a.marked - b.marked)[0];
  const held = passes.find((pass) => !pass.held.marked)?.held ?? passes[0].held;
  return { cold: soonest('cold'), warm: soonest('warm'), held };
}
