import path from 'node:path';
import { launch } from './tests/e2e/harness/browser.mjs';
import { ready } from './tests/e2e/harness/sheet.mjs';
import { serve } from './tests/e2e/harness/site.mjs';
const site = await serve(path.resolve('dist'), { gzip: true });
const browser = await launch();
const run = async (name, text, { view = '', before } = {}, N = 3000) => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => { const own = WebAssembly.instantiateStreaming; WebAssembly.instantiateStreaming = async (...all) => { const made = await own.apply(WebAssembly, all); window.pageMemory ??= Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory); return made; }; });
  await page.goto(site.url); await ready(page);
  await page.locator('#poem').click();
  await page.evaluate((t) => { const f = document.getElementById('poem'); f.select(); document.execCommand('insertText', false, t); }, text);
  await page.waitForTimeout(1500);
  if (before) await before(page);
  const out = [];
  for (let k = 0; k < 5; k++) {
    out.push(Math.round(await page.evaluate(() => window.pageMemory.buffer.byteLength / 1024)));
    await page.evaluate(async (n) => { const f = document.getElementById('poem'); f.focus(); for (let i = 0; i < n; i++) { f.setSelectionRange(f.value.length, f.value.length); if (i % 2) document.execCommand('delete'); else document.execCommand('insertText', false, '山'); await new Promise((r) => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); }); } }, N / 4);
  }
  console.log(name, out.join(' '));
  await context.close();
};
const P = '白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。';
await run('quatrain', P);
await run('one line', '白日依山尽');
await run('no chinese', 'abc');
await browser.close(); await site.close();
