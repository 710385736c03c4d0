// A page that cannot go on says so, gives the draft to be copied, and has it again when it is loaded anew. What stops it here
// is a browser that makes no more elements.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { expectKept, expectLines, followed, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const LINES = ['江上春风起', '山中暮雨来', '故人千里去', '明月一时开'];
const POEM = LINES.join('\n');

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  test(`a panic shows a sentence and the draft, ${viewport.width} px wide`, async () => {
    const visit = await it.open('', { viewport });
    const { page } = visit;
    visit.expected = [/^stopped at /, /^uncaught: /, /unreachable/];
    await paste(visit, POEM);
    await expectLines(page, LINES);
    await expectKept(page, POEM);
    assert.equal(await page.locator('#stopped').isVisible(), false);
    // Nothing more is on its way.
    await page.locator('#couplets').waitFor({ state: 'attached' });
    await followed(page);
    await page.evaluate(() => {
      Document.prototype.createElement = () => {
        throw new Error('no more elements');
      };
    });
    await page.locator('#poem').press('End');
    await page.keyboard.type('又');
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.locator('#stopped').waitFor();
    assert.match(await page.locator('#stopped').innerText(), /重新载入[^]*Load it again/);
    const draft = page.locator('#stopped-draft');
    const now = await written(page);
    assert.ok(now.startsWith(POEM));
    assert.equal(await draft.inputValue(), now);
    // It is selected: the keys for copying are all that is needed.
    assert.equal(await draft.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd)), now);
    assert.ok(visit.said.some((text) => text.startsWith('stopped at ')));
    assert.ok(!visit.said.some((text) => text.includes('江上')), 'nothing of the draft is said to the console');
    await page.reload();
    await eventually(async () => assert.ok((await written(page)).startsWith(POEM)));
    assert.equal(await page.locator('#stopped').isVisible(), false);
  });
}
