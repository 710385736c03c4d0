// What goes wrong on the way, in each wire format: slow, huge, silent, broken off, an error amid an answer. (An answer
// without end is among the refusals.)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { expectEnd, start, stop } from './harness/model.mjs';
import { expectLines, lines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const DRAFT = '春眠不觉晓，处处闻啼鸟。';
const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
// The browser itself reports a broken answer in the console.
const BROWSER = [/^Failed to load resource/, /net::ERR_/];

/** Waits until the provider has been asked and answers. */
const asked = () =>
  eventually(async () => assert.deepEqual((await it.provider.asks()).map((ask) => ask.fate), ['open']), 15000);

const dropped = () =>
  eventually(async () => assert.ok((await it.provider.asks()).every((ask) => ask.fate === 'dropped')), 5000);

/** The code of the error, and that it is a sentence. */
async function failure(page) {
  await expectEnd(page);
  const alert = page.locator('#compose-error');
  assert.match(await alert.innerText(), /。|：/);
  return alert.getAttribute('data-code');
}

for (const id of ['custom', 'anthropic', 'gemini']) {
  test(`${id}: a slow answer is seen as it comes, and Stop ends it at once`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await start(visit, 'slow', { id });
    const begun = async (least) => {
      const now = (await lines(page)).join('');
      assert.ok(now.length >= least && POEM.join('').startsWith(now), now);
      return now;
    };
    const first = await eventually(() => begun(1), 15000);
    const second = await eventually(() => begun(first.length + 1), 15000);
    assert.ok(second.length < POEM.join('').length, 'it is not there all at once');
    const milliseconds = await stop(page);
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
    await dropped();
    assert.equal(await page.locator('#compose-error').count(), 0);
  });

  test(`${id}: megabytes go by, and the page holds on to little of them`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await start(visit, 'huge', { id });
    await expectEnd(page, 60000);
    await expectLines(page, POEM);
    const thoughts = await page.locator('#compose-thoughts').textContent();
    assert.ok(thoughts.length > 1000 && thoughts.length < 60000, `${thoughts.length}`);
    assert.ok((await page.content()).length < 1 << 20);
  });

  test(`${id}: what only keeps the line open is no answer, for Stop and for the time limit`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await page.clock.install();
    await paste(visit, DRAFT);
    await start(visit, 'keepalive-only', { id });
    await asked();
    assert.ok(await page.locator('#compose-stop').isEnabled());
    await page.locator('#compose-stop').click();
    await expectEnd(page);
    assert.equal(await page.locator('#compose-error').count(), 0, 'stopping is no error');
    await dropped();

    await it.provider.reset();
    await page.locator('#compose-start').click();
    await asked();
    await page.clock.runFor(5 * 60 * 1000);
    assert.equal(await failure(page), 'stalled');
    await dropped();
    assert.equal(await written(page), DRAFT);
  });

  test(`${id}: an error amid an answer is told, and the draft is kept`, async () => {
    const visit = await it.open();
    const { page } = visit;
    await paste(visit, DRAFT);
    await start(visit, 'error-in-200', { id });
    assert.equal(await failure(page), 'inside');
    assert.match(await page.locator('#compose-error').innerText(), /engine on fire/);
    if ((await written(page)) !== DRAFT) {
      assert.equal(await page.locator('#versions', { hasText: '春眠不觉晓' }).count(), 1);
    }
    assert.equal((await it.provider.asks()).length, 1, 'what has begun is not asked for again');
  });

  test(`${id}: cut amid a character, what is whole is kept`, async () => {
    const visit = await it.open();
    visit.expected = BROWSER;
    const { page } = visit;
    await paste(visit, DRAFT);
    await start(visit, 'cut', { id });
    assert.equal(await failure(page), 'broken');
    await expectLines(page, [POEM[0], '黄河入']);
    assert.ok(!(await page.content()).includes('\ufffd'), 'no half a character');
    assert.equal(await page.locator('#versions', { hasText: '春眠不觉晓' }).count(), 1);
  });
}
