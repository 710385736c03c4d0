// What a test file needs: the page on a server, a provider, a browser; and visits to the page that watch what happens.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch } from './browser.mjs';
import { startProvider } from './provider.mjs';
import { serve } from './site.mjs';
import { Visit } from './visit.mjs';

/** Sets all up for the tests of a file, and after each one checks that its visits were clean. `options` are the browser's. */
export function desk(options = {}) {
  const it = { visits: [] };
  before(async () => {
    it.site = await serve(path.resolve('dist'));
    it.provider = await startProvider();
    it.browser = await launch([], options);
  });
  after(async () => {
    await it.browser?.close();
    await it.provider?.stop();
    await it.site?.close();
  });
  beforeEach(() => it.provider.reset());
  afterEach(async () => {
    const visits = it.visits.splice(0);
    const problems = visits.flatMap((visit) => visit.problems);
    await Promise.all(visits.map((visit) => visit.close()));
    assert.deepEqual(problems, [], 'the page reported no errors and asked nobody but its provider');
  });

  /** Opens the page in a browser profile of its own. `ofContext` are Playwright's. Tests watch every request and
   *  answer some themselves, which they cannot do where a service worker answers: it is there for those that want it. */
  it.open = async (hash = '', ofContext = {}) => {
    const usual = { locale: 'zh-CN', viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' };
    const context = await it.browser.newContext({ ...usual, ...ofContext });
    const visit = new Visit(context, it.site, it.provider);
    it.visits.push(visit);
    await visit.openTab(hash);
    return visit;
  };
  return it;
}
