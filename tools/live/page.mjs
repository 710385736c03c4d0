// The built page in Chromium against a real server that speaks OpenAI's chat completions, and what it finds.
// `./dev live` starts one and calls this.
//
//     node tools/live/page.mjs http://127.0.0.1:8000/v1 KEY MODEL SMALL-MODEL
//
// The server must want that key. SMALL-MODEL is one whose window is too small for our prompts.

import assert from 'node:assert/strict';
import path from 'node:path';
import { launch } from '../../tests/e2e/harness/browser.mjs';
import { choose, expectEnd, goTo, start } from '../../tests/e2e/harness/model.mjs';
import { serve } from '../../tests/e2e/harness/site.mjs';
import { Visit } from '../../tests/e2e/harness/visit.mjs';
import { eventually } from '../../tests/e2e/harness/wait.mjs';

const [url, key, model, small] = process.argv.slice(2);
if (!small) {
  console.error('usage: page.mjs URL KEY MODEL SMALL-MODEL');
  process.exit(2);
}

const site = await serve(path.resolve('dist'));
const browser = await launch();
const visit = new Visit(await browser.newContext({ locale: 'zh-CN' }), site, { url, origin: new URL(url).origin });
visit.expected = [/^Failed to load resource/, /net::ERR_/, /^asked http:\/\/127\.0\.0\.1:9\//];
const page = await visit.openTab();

let passed = 0;
let failed = 0;
async function step(what, act) {
  try {
    const found = await act();
    passed += 1;
    console.log(`  ok   ${what}: ${found}`);
  } catch (error) {
    failed += 1;
    console.log(`  NOT  ${what}: ${error.message}`);
  }
}

/** Begins a poem with these settings. */
const begin = (name, { at = url, as = key } = {}) => start({ page, provider: { url: at } }, name, { key: as });
const status = () => page.locator('#compose-status').innerText();
const field = () => page.locator('#poem').inputValue();

/** Presses a button of the settings and waits for its outcome. */
async function press(button, outcome, expected) {
  await page.locator(button).click();
  const shown = page.locator(outcome);
  await eventually(async () => assert.match(await shown.getAttribute('data-state'), /good|bad/), 60000);
  const text = await shown.innerText();
  assert.equal(await shown.getAttribute('data-state'), expected, text);
  return text;
}

/** A run that fails with this code; gives the sentence. */
async function failure(codes, ...settings) {
  await begin(...settings);
  await expectEnd(page, 60000);
  const alert = page.locator('#compose-error');
  assert.match(await alert.getAttribute('data-code'), codes);
  const sentence = await alert.innerText();
  assert.ok(!sentence.includes(key));
  return sentence;
}

await step('lists its models', async () => {
  await choose({ page, provider: { url } }, model, { key });
  const said = await press('#list-models', '#models-listed', 'good');
  const names = await page.locator('#models option').evaluateAll((all) => all.map((one) => one.value));
  assert.ok(names.includes(model), `${names}`);
  return `${said} ${names}`;
});

await step('tests the connection', async () => press('#test-connection', '#trial', 'good'));

await step('streams, and stops amid the answer', async () => {
  await begin(model);
  // Watched in the page itself: tokens come faster than questions about them, and little of the noise is shown as verse.
  const [states, milliseconds] = await page.evaluate(async () => {
    const seen = new Set();
    const button = document.getElementById('compose-stop');
    const end = performance.now() + 30000;
    while (seen.size < 2 && performance.now() < end) {
      seen.add(document.getElementById('poem').value);
      await new Promise((done) => setTimeout(done, 2));
    }
    const since = performance.now();
    const running = !button.disabled;
    button.click();
    while (!button.disabled) await new Promise((done) => setTimeout(done, 2));
    return [seen.size, running ? performance.now() - since : Infinity];
  });
  assert.ok(states >= 2, `${states} states of the field`);
  assert.ok(milliseconds < 1000, `${milliseconds} ms`);
  assert.equal(await page.locator('#compose-error').count(), 0);
  const kept = await field();
  // Before a line is whole, what stood there comes back.
  assert.ok(kept.length > 0 && !kept.includes('\ufffd'));
  const last = kept.replaceAll('\n', '/').slice(0, 24);
  return `${states} states of the field, ${milliseconds.toFixed(0)} ms to stop, then: ${last}…`;
});

await step('is free again after that', async () => {
  await goTo(page, 'settings');
  const since = Date.now();
  const said = await press('#test-connection', '#trial', 'good');
  return `${said} (${Date.now() - since} ms)`;
});

await step('runs draft, check and revision', async () => {
  await begin(model);
  await expectEnd(page, 180000);
  const errors = await page.locator('#compose-error').evaluateAll((all) => all.map((one) => one.dataset.code));
  // Of noise anything may come, but nothing that says that the two do not understand each other.
  assert.ok(errors.every((code) => ['no-verse', 'too-long', 'empty'].includes(code)), `${errors}`);
  return `${await status()} ${errors}`;
});

await step('asks at a wrong path', () => failure(/^not-found$/, model, { at: `${url}/nowhere` }));
await step('asks with a wrong key', () => failure(/^key$/, model, { as: 'sk-wrong-0123456789' }));
// llama-cpp-python says so where nothing streams, and gives an empty stream where it does.
await step('asks more than the window holds', () => failure(/^(?:refused|empty)$/, small));
await step('asks a server that is not there', () => failure(/^unreachable$/, model, { at: 'http://127.0.0.1:9/v1' }));
await step('leaves the console and the network alone otherwise', async () => {
  assert.deepEqual(visit.problems, []);
  assert.ok(!JSON.stringify([visit.said, visit.asked]).includes(key));
  return 'no error, nobody else asked, no key told';
});

await visit.close();
await browser.close();
await site.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
