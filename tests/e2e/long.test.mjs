// A long text. Of it what is about the place that changed is drawn at once and the rest a moment later: in the end all must stand
// there as on a page that was opened with the same text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacking, poem } from '../../bench/browser/keys.mjs';
import { desk } from './harness/desk.mjs';
import { expectKept, findings, ready } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** All that the sheet and the list of findings show. */
function shown(page) {
  return page.evaluate(() => {
    // In their order, for an attribute that went and came again stands last.
    const told = (node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(' ');
    const lines = [...document.querySelectorAll('#marked [data-line]')];
    const found = [...document.querySelectorAll('#findings [data-code]')];
    const cells = (line) => [...line.querySelectorAll('.cell')].map((cell) => `${told(cell)} ${cell.innerHTML}`);
    const line = (line) => [line.querySelector('.cells').ariaLabel, line.querySelector('.type').innerHTML, ...cells(line)];
    return {
      lines: lines.map(line),
      findings: found.map((finding) => `${told(finding)} ${finding.textContent}`),
      more: document.querySelector('#findings + .more').textContent,
    };
  });
}

test('after any keys a long text stands there as on a page that was opened with it', async () => {
  const whole = await poem(100);
  const { text, at, character } = lacking(whole);
  const { page } = await it.open();
  const field = page.locator('#poem');
  await field.fill(whole);
  const place = (from, to = from) =>
    field.evaluate((node, [from, to]) => {
      node.focus();
      node.setSelectionRange(from, to);
    }, [from, to]);
  /** Waits until all follows, and compares with the page anew. */
  const compare = async (text) => {
    await expectKept(page, text);
    await page.waitForTimeout(1000);
    const now = await shown(page);
    assert.equal(await field.inputValue(), text);
    await page.reload();
    await ready(page);
    await eventually(async () => assert.deepEqual(now, await shown(page)), 10000);
    return now;
  };
  const first = await compare(whole);
  assert.equal(first.lines.length, 100);

  await place(at + 1);
  await page.keyboard.press('Backspace');
  await eventually(async () => assert.equal(await page.locator('#marked [data-line="51"] .cell').count(), 6));
  const spoilt = await compare(text);
  assert.notDeepEqual(spoilt.findings, first.findings);
  await place(at);
  await page.keyboard.insertText(character);
  assert.deepEqual(await compare(whole), first);

  // Without its first line every line is another, also those that are further from the change than what is drawn at once.
  const [line, rest] = [whole.slice(0, whole.indexOf('\n') + 1), whole.slice(whole.indexOf('\n') + 1)];
  await place(0, line.length);
  await page.keyboard.press('Backspace');
  const shorter = await compare(rest);
  assert.equal(shorter.lines.length, 99);
  assert.notDeepEqual(shorter.lines[98], first.lines[98]);
  await place(0);
  await page.keyboard.insertText(line);
  assert.deepEqual(await compare(whole), first);
  assert.ok((await findings(page)).length > 20);

  // A few lines are left, and no finding of those that are gone.
  await field.fill(whole.split('\n').slice(0, 4).join('\n'));
  const short = await compare(whole.split('\n').slice(0, 4).join('\n'));
  assert.equal(short.lines.length, 4);
});

test('the lines of a long text have their height, in sight or not, whatever stood there before', async () => {
  const [hundred, eight] = [await poem(100), await poem(8)];
  const { page } = await it.open();
  const heights = () =>
    page
      .locator('#marked > .line:not([hidden])')
      .evaluateAll((lines) => lines.map((line) => Math.round(line.getBoundingClientRect().height)));
  const expectEven = async (count) => {
    await page.waitForTimeout(1500);
    const all = await heights();
    assert.equal(all.length, count);
    assert.ok(all[0] > 60 && all.every((height) => height === all[0]), `${all}`);
    return all[0];
  };
  for (const [text, count] of [[hundred, 100], [eight, 8], [hundred, 100]]) {
    await page.locator('#poem').fill(text);
    await expectEven(count);
  }
  // All of it has been in sight once.
  for (let y = 0; y < 9000; y += 800) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => scrollTo(0, 0));
  const plain = await expectEven(100);
  await page.locator('#toggle-pinyin').check();
  assert.ok((await expectEven(100)) > plain);
  await page.locator('#toggle-pinyin').uncheck();
  assert.equal(await expectEven(100), plain);
});
