// Editing does not make the page hold more and more: what is drawn anew with a change is forgotten with the next one. (A long
// sitting, with poems by a model, is measured by ./dev soak.)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { expectLines, paste } from './harness/sheet.mjs';

const it = desk();

const LINES = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const EDITS = 600;

/** Lets a test see the memory of the page's module, whatever its name there. */
function showMemory() {
  const own = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...all) => {
    const made = await own.apply(WebAssembly, all);
    window.pageMemory ??= Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
}

/** So many edits at the end of the text, each taken before the next; gives the bytes that the module then holds. */
function edit(page, count) {
  return page.evaluate(async (edits) => {
    const field = document.getElementById('poem');
    field.focus();
    for (let n = 0; n < edits; n++) {
      field.setSelectionRange(field.value.length, field.value.length);
      if (n % 2) document.execCommand('delete');
      else document.execCommand('insertText', false, '山');
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    }
    return window.pageMemory.buffer.byteLength;
  }, count);
}

test('six hundred edits more, and the module holds what it held', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.addInitScript(showMemory);
  await page.reload();
  await paste(visit, LINES.join('，'));
  await expectLines(page, LINES);
  await page.locator('#couplets [data-couplet]').first().waitFor();
  const before = await edit(page, EDITS);
  const after = await edit(page, EDITS);
  // Memory grows by pages of 64 KB. Two of them are no trend; where something was kept with each edit, it was fifteen.
  assert.ok(after - before <= 2 * 65536, `${before} bytes, then ${after}`);
});
