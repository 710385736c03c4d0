// Whatever goes wrong with a provider, the draft is there, the page says what to do, and the next run works; in one page, one
// fault after the other. (What is said of each refusal is looked at in refusals.test.mjs.)

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { choose, expectEnd, goTo, start, stop } from './harness/model.mjs';
import { expectLines, lines, paste, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

const DRAFT = '春眠不觉晓，处处闻啼鸟。';
const OWN = ['春眠不觉晓', '处处闻啼鸟'];
const POEM = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
const BROWSER = [/^Failed to load resource/, /net::ERR_/, /blocked by CORS policy/];

/** Answers that are wrong at once, with the code of the sentence. */
const FAULTS = [
  ['400', 'refused'],
  ['401', 'key'],
  ['402', 'money'],
  ['403', 'key'],
  ['404', 'not-found'],
  ['413', 'refused'],
  ['422', 'refused'],
  ['429-quota', 'money'],
  ['html', 'html'],
  ['malformed', 'malformed'],
  ['not-stream', null],
  ['empty', 'empty'],
  ['filter', 'filtered'],
  ['error-in-200', 'inside'],
  ['cut', 'broken'],
  ['no-finish', null],
  ['no-cors', 'unreachable'],
  ['401-no-cors', 'unreachable'],
];

/** Runs a model with the brief as it is. */
async function again(visit, model) {
  const { page } = visit;
  await goTo(page, 'settings');
  await page.locator('#model').fill(model);
  await goTo(page, 'compose');
  await page.locator('#compose-start').click();
}

/** The page works: the next run writes its poem. */
async function expectNext(visit, model) {
  await again(visit, 'good');
  await expectEnd(visit.page);
  await expectLines(visit.page, POEM);
  assert.equal(await visit.page.locator('#compose-error').count(), 0, `after ${model}`);
}

/** The draft is in the field, or among the versions where a part of an answer took its place. */
async function expectDraft(page, model) {
  const field = await written(page);
  const kept = await page.locator('#versions', { hasText: OWN[0] }).count();
  assert.ok(field === DRAFT || kept === 1, `${model}: ${field}`);
}

/** Empties the desk and lays the draft on it. */
async function layDraft(visit) {
  await goTo(visit.page, 'write');
  await paste(visit, DRAFT);
  await expectLines(visit.page, OWN);
  await visit.page.locator('#poem').blur();
}

test('after each fault the draft is there, it is said, and the next run works', async () => {
  const visit = await it.open();
  visit.expected = BROWSER;
  const { page } = visit;
  await layDraft(visit);
  await start(visit, FAULTS[0][0]);
  for (const [at, [model, code]] of FAULTS.entries()) {
    if (at > 0) {
      await layDraft(visit);
      await again(visit, model);
    }
    await expectEnd(page);
    await expectDraft(page, model);
    if (code) {
      const alert = page.locator('#compose-error');
      assert.equal(await alert.getAttribute('data-code'), code, model);
      assert.match(await alert.innerText(), /。/, model);
    }
    await expectNext(visit, model);
  }
});

test('servers that are down are asked again, and may come back', async () => {
  const visit = await it.open();
  visit.expected = BROWSER;
  const { page } = visit;
  await layDraft(visit);
  for (const [model, code] of [['502', 'down'], ['503', 'down']]) {
    if (model === '502') await start(visit, model);
    else await again(visit, model);
    await expectEnd(page, 40000);
    assert.equal(await page.locator('#compose-error').getAttribute('data-code'), code, model);
    await expectDraft(page, model);
    assert.ok((await it.provider.asks()).filter((ask) => ask.model === model).length <= 4);
  }
  await expectNext(visit, '503');
});

test('a name that nobody has, and a port at which nobody listens', async () => {
  const visit = await it.open();
  visit.expected = [...BROWSER, /^asked https:\/\/nobody\.invalid\//, /^asked http:\/\/127\.0\.0\.1:9\//];
  const { page } = visit;
  await layDraft(visit);
  for (const url of ['https://nobody.invalid/v1', 'http://127.0.0.1:9']) {
    await start({ page, provider: { url } }, 'good');
    await expectEnd(page);
    assert.equal(await page.locator('#compose-error').getAttribute('data-code'), 'unreachable', url);
    assert.equal(await written(page), DRAFT);
  }
  await choose(visit, 'good');
  await expectNext(visit, 'unreachable');
});

test('without a network it is said so, and with it the next run works', async () => {
  const visit = await it.open();
  // The part that looks for quotations cannot be fetched either.
  visit.expected = [...BROWSER, /^TypeError: Failed to fetch/];
  const { page, context } = visit;
  await layDraft(visit);
  await choose(visit, 'good');
  await goTo(page, 'compose');
  await page.locator('#brief-form').selectOption('五言绝句');
  await context.setOffline(true);
  await page.locator('#compose-start').click();
  await expectEnd(page);
  assert.equal(await page.locator('#compose-error').getAttribute('data-code'), 'offline');
  assert.equal(await written(page), DRAFT);
  await context.setOffline(false);
  await expectNext(visit, 'offline');
});

test('a tab that sleeps while an answer comes goes on when it wakes', async () => {
  const visit = await it.open();
  const { page, context } = visit;
  await layDraft(visit);
  await start(visit, 'slow');
  await eventually(async () => assert.ok(POEM.join('').startsWith((await lines(page)).join(''))), 15000);
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((done) => setTimeout(done, 4000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expectEnd(page, 40000);
  await expectLines(page, POEM);
  assert.equal(await page.locator('#versions', { hasText: OWN[0] }).count(), 1, 'the draft is among the versions');
});

test('runs in two tabs at once do not touch each other', async () => {
  const visit = await it.open();
  const { page: one } = visit;
  await layDraft(visit);
  await choose(visit, 'slow', { remember: true });
  // What was chosen is kept a moment later, and the other tab begins with it.
  const kept = () => one.evaluate(() => JSON.stringify({ ...localStorage }));
  await eventually(async () => assert.match(await kept(), /slow.*key\.custom|key\.custom.*slow/));
  const two = await visit.openTab('#/write');
  await paste(visit, '床前明月光，疑是地上霜。');
  await expectLines(two, ['床前明月光', '疑是地上霜']);
  for (const page of [one, two]) {
    await page.bringToFront();
    await goTo(page, 'compose');
    await page.locator('#brief-form').selectOption('五言绝句');
    await page.locator('#compose-start').click();
  }
  for (const page of [one, two]) {
    await expectEnd(page, 40000);
    await expectLines(page, POEM);
  }
  assert.equal((await it.provider.asks()).length, 2);
  assert.equal(await one.locator('#versions', { hasText: OWN[0] }).count(), 1);
  assert.equal(await two.locator('#versions', { hasText: '床前明月光' }).count(), 1);
});

test('one run at a time in a page, and Stop ends it in the first draft, in a revision, in the waiting', async () => {
  const visit = await it.open();
  visit.expected = BROWSER;
  const { page } = visit;
  await layDraft(visit);
  await start(visit, 'slow');
  await eventually(async () => assert.ok(await page.locator('#compose-start').isDisabled(), 'no second run'));
  assert.ok((await stop(page)) < 500);
  await expectNext(visit, 'a draft');
  await again(visit, 'never-good');
  await eventually(async () => assert.ok((await it.provider.asks()).filter((ask) => ask.model === 'never-good').length >= 2));
  if (await page.locator('#compose-stop').isEnabled()) assert.ok((await stop(page)) < 500);
  await expectEnd(page);
  await expectNext(visit, 'a revision');
  await again(visit, '429');
  await eventually(async () => assert.ok((await it.provider.asks()).filter((ask) => ask.model === '429').length >= 1));
  assert.ok((await stop(page)) < 500);
  assert.equal(await page.locator('#compose-error').count(), 0, 'stopping is no error');
  await expectNext(visit, 'the waiting');
});
