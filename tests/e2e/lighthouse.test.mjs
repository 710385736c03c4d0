// Lighthouse on the built page, served through gzip as GitHub Pages does: at least 95 in its desktop setting.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from './harness/browser.mjs';
import { serve } from './harness/site.mjs';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
/** A machine that is busy with something else makes a page slow, and never fast. */
const TRIES = 3;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

let site;
let browser;
let port;
before(async () => {
  site = await serve(path.resolve('dist'), { gzip: true });
  port = await freePort();
  browser = await launch([`--remote-debugging-port=${port}`]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The scores, and what they lack, in words. */
async function measured(hash) {
  const { lhr } = await lighthouse(site.url + hash, { port, logLevel: 'error', onlyCategories: CATEGORIES }, desktopConfig);
  assert.equal(lhr.runtimeError, undefined);
  const scores = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
  const short = CATEGORIES.flatMap((id) =>
    lhr.categories[id].auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 0.9)
      .map((audit) => `${audit.id} ${audit.displayValue ?? ''}`),
  );
  return { scores, short };
}

for (const hash of ['', '#/learn']) {
  test(`the page at “${hash}” has at least ${LEAST} of 100 in ${CATEGORIES.join(', ')}`, async (t) => {
    for (let n = 1; ; n++) {
      const { scores, short } = await measured(hash);
      t.diagnostic(`${CATEGORIES.map((id, at) => `${id} ${scores[at]}`).join(', ')}${short.length > 0 ? `; ${short.join('; ')}` : ''}`);
      if (scores.every((score) => score >= LEAST)) return;
      assert.ok(n < TRIES, `${scores}: ${short.join('; ')}`);
    }
  });
}
