// Reading the sheet: the text field, the marked lines, the verdict. The names are the page's contract with its tests.

import assert from 'node:assert/strict';
import { eventually } from './wait.mjs';

/** Waits until the page is drawn. */
export async function ready(page) {
  await page.locator('#poem').waitFor({ state: 'attached', timeout: 15000 });
}

/** The marked lines, each a list of cells. */
export function cells(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('#marked [data-line]')].map((line) =>
      [...line.querySelectorAll('[data-place]')].map((cell) => ({
        line: Number(line.dataset.line),
        place: Number(cell.dataset.place),
        hanzi: cell.querySelector('.hanzi')?.textContent,
        pinyin: cell.querySelector('.pinyin')?.textContent,
        class: cell.dataset.class,
        mark: cell.dataset.mark,
        slot: cell.dataset.slot,
        fault: cell.dataset.fault,
        rescue: 'rescue' in cell.dataset,
      })),
    ),
  );
}

/** The characters of the marked lines, a string a line. */
export async function lines(page) {
  return (await cells(page)).map((line) => line.map((cell) => cell.hanzi).join(''));
}

/** One field of every cell, in short form: L level, O oblique, E entering, R rhyme, F free, ? unknown, - none. */
export async function row(page, field) {
  const letter = { level: 'L', oblique: 'O', entering: 'E', rhyme: 'R', free: 'F', unknown: '?', blank: '_' };
  return (await cells(page)).map((line) => line.map((cell) => letter[cell[field]] ?? '-').join(''));
}

/** Waits until what stands beside the sheet has followed it: it does so when nothing has changed for 80 ms. */
export function followed(page) {
  return page.evaluate(() => {
    const frame = () => new Promise((drawn) => (document.hidden ? setTimeout(drawn) : requestAnimationFrame(drawn)));
    return frame().then(frame).then(() => new Promise((done) => setTimeout(done, 110)));
  });
}

/** The text of something that stands beside the sheet. */
export async function beside(page, selector) {
  await followed(page);
  return page.locator(selector).innerText();
}

/** The findings: code, severity, line. */
export async function findings(page) {
  await followed(page);
  return page.evaluate(() =>
    [...document.querySelectorAll('#findings [data-code]')].map((item) => ({
      code: item.dataset.code,
      severity: item.dataset.severity,
      line: Number(item.dataset.line),
      text: item.textContent.trim(),
    })),
  );
}

/** Waits until exactly these lines are marked, and what stands beside them says so. */
export async function expectLines(page, expected) {
  await eventually(async () => assert.deepEqual(await lines(page), expected));
  await followed(page);
}

/** What stands in the text field. */
export function written(page) {
  return page.locator('#poem').inputValue();
}

/** Empties the field as a person does: select all, delete. */
export async function clear(page) {
  await page.locator('#poem').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expectLines(page, []);
}

/** Empties the field and pastes a text from the clipboard. */
export async function paste(visit, text) {
  const { page, context } = visit;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#poem').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+v');
}

/** What the page keeps: both stores as plain objects. */
export function stores(page) {
  return page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));
}

/** Waits until the draft that is kept has this text. */
export function expectKept(page, text) {
  return eventually(async () => {
    const { local } = await stores(page);
    assert.ok((local['yinchuang.draft'] ?? '').includes(JSON.stringify(text)), `kept: ${local['yinchuang.draft']}`);
  });
}
