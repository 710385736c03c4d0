// A long sitting in one page: poems by a model and edits by keys, with what the page holds sampled all along. It must level
// off. Takes the built page in dist/ and the provider of the tests, whose model `good` writes a right poem each time.
// `node bench/soak.mjs [ROUNDS] [EDITS]`, 500 and 20,000 unless told.

import path from 'node:path';
import { report, slope, table } from './browser/figures.mjs';
import { BACKSPACE, CHARACTER, press } from './browser/keys.mjs';
import { launch } from '../tests/e2e/harness/browser.mjs';
import { expectEnd, goTo, start } from '../tests/e2e/harness/model.mjs';
import { startProvider } from '../tests/e2e/harness/provider.mjs';
import { ready } from '../tests/e2e/harness/sheet.mjs';
import { serve } from '../tests/e2e/harness/site.mjs';

const [ROUNDS, EDITS] = [process.argv[2] ?? 500, process.argv[3] ?? 20000].map(Number);
const STEPS = 20;
/** Keys that are on their way at the same time. */
const BATCH = 20;
/** Over the second half nothing may grow by more than this share of what it is. */
const LEVEL = 0.05;
const MEBI = 2 ** 20;

const HELD = { heap: 'JS heap, MiB', wasm: 'wasm memory, MiB', nodes: 'DOM nodes', listeners: 'listeners' };

/** What the page holds, after the garbage has gone. */
async function sample(cdp, page) {
  for (let n = 0; n < 2; n++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const wasm = await page.evaluate(() => window.pageMemory.buffer.byteLength);
  return { heap: of.JSHeapUsedSize / MEBI, wasm: wasm / MEBI, nodes: of.Nodes, listeners: of.JSEventListeners };
}

/** So many poems by the model, one after the other. */
async function compose(visit, count) {
  const { page, provider } = visit;
  await provider.reset();
  await goTo(page, 'compose');
  for (let n = 0; n < count; n++) {
    await page.locator('#compose-start').click();
    await expectEnd(page);
  }
  const asked = (await provider.asks()).length;
  if (asked !== count) throw new Error(`${count} rounds, and the provider was asked ${asked} times`);
}

/** So many edits by keys at the end of the poem, which is as it was afterwards. */
async function edit({ page }, cdp, count) {
  await goTo(page, 'write');
  const field = page.locator('#poem');
  const before = await field.inputValue();
  await field.evaluate((node) => {
    node.focus();
    node.setSelectionRange(node.value.length, node.value.length);
    window.edits = 0;
    node.oninput = () => (window.edits += 1);
  });
  for (let n = 0; n < count; n += BATCH) {
    const keys = Array.from({ length: Math.min(BATCH, count - n) }, (_, at) => ((n + at) % 2 ? BACKSPACE : CHARACTER));
    await Promise.all(keys.map((key) => press(cdp, key)));
  }
  const edits = await page.evaluate(() => window.edits);
  const after = await field.inputValue();
  if (edits !== count || after !== before) throw new Error(`${edits} of ${count} edits; ${after}`);
}

const site = await serve(path.resolve('dist'), { gzip: true });
const provider = await startProvider();
const browser = await launch();
try {
  const begun = Date.now();
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  // The memory is among what the first module gives out, whatever its name there.
  await page.addInitScript(() => {
    const own = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await own.apply(WebAssembly, all);
      window.pageMemory ??= Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
      return made;
    };
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(site.url);
  await ready(page);
  const visit = { page, provider };
  await start(visit, 'good');
  await expectEnd(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const samples = [{ step: 0, seconds: 0, ...(await sample(cdp, page)) }];
  for (let step = 1; step <= STEPS; step++) {
    await compose(visit, Math.ceil(ROUNDS / STEPS));
    // In pairs: a character and its end.
    await edit(visit, cdp, 2 * Math.ceil(EDITS / STEPS / 2));
    samples.push({ step, seconds: Math.round((Date.now() - begun) / 1000), ...(await sample(cdp, page)) });
    const { heap, wasm, nodes } = samples.at(-1);
    console.error(`step ${step}: heap ${heap.toFixed(2)} MiB, wasm ${wasm.toFixed(2)} MiB, ${nodes} nodes`);
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));

  const rounds = Math.ceil(ROUNDS / STEPS);
  const edits = 2 * Math.ceil(EDITS / STEPS / 2);
  console.log('\nA long sitting, after each collection of garbage');
  table(
    ['poems by the model', 'edits', 's', ...Object.values(HELD)],
    samples.map(({ step, seconds, ...held }) => [
      step * rounds,
      step * edits,
      seconds,
      ...Object.keys(HELD).map((name) => Number(held[name].toFixed(2))),
    ]),
  );
  const half = samples.slice(Math.floor(samples.length / 2));
  const second = Object.fromEntries(
    Object.keys(HELD).map((name) => {
      const aStep = slope(half.map((one) => [one.step, one[name]]));
      const mean = half.reduce((sum, one) => sum + one[name], 0) / half.length;
      const share = (aStep * (half.length - 1)) / mean;
      return [name, { aStep, share, level: share < LEVEL }];
    }),
  );
  console.log(`\nThe second half, by its slope for each ${rounds} poems and ${edits} edits`);
  table(
    ['', 'slope', 'over the half', 'level'],
    Object.entries(second).map(([name, { aStep, share, level }]) => [
      HELD[name],
      Number(aStep.toFixed(3)),
      `${(100 * share).toFixed(1)} %`,
      level ? 'yes' : 'NO',
    ]),
  );
  await report('soak', { rounds: rounds * STEPS, edits: edits * STEPS, seconds: samples.at(-1).seconds, samples, second });
  if (Object.values(second).some(({ level }) => !level)) process.exitCode = 1;
} finally {
  await browser.close();
  await provider.stop();
  await site.close();
}
