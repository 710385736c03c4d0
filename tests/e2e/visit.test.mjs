// A first visit: the page opens with a poem, under a path, under its policy, and asks nobody else.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hashOf, inlineScripts, policyFor } from '../../tools/policy.mjs';
import { firstVisit } from '../size/measure.mjs';
import { desk } from './harness/desk.mjs';
import { goTo } from './harness/model.mjs';
import { expectPart } from './harness/parts.mjs';
import { cells, lines, stores, written } from './harness/sheet.mjs';

const it = desk();

test('the page opens with a poem in the field and its marks drawn', async () => {
  const { page } = await it.open();
  const marked = await lines(page);
  assert.ok([4, 8].includes(marked.length), `a whole poem: ${marked}`);
  const field = await written(page);
  for (const line of marked) assert.ok(field.includes(line), `${line} stands in the field`);
  for (const cell of (await cells(page)).flat()) {
    assert.match(cell.mark, /^(?:level|oblique|entering|rhyme)$/, `${cell.hanzi} has a mark`);
    assert.match(cell.slot, /^(?:level|oblique|free|rhyme)$/, `${cell.hanzi} has a slot`);
  }
  for (const id of ['verdict-form', 'verdict-types', 'verdict-rhyme']) {
    assert.notEqual((await page.locator(`#${id}`).innerText()).trim(), '', id);
  }
});

test('it loads what the size budget counts, each once, and nothing else', async () => {
  it.site.asked.length = 0;
  const visit = await it.open();
  await visit.page.waitForLoadState('networkidle');
  const asked = it.site.asked.map((name) => name.slice(it.site.base.length) || 'index.html').sort();
  const counted = firstVisit('dist');
  const icon = counted.filter((name) => name.endsWith('.svg'));
  // A browser without windows may leave out the icon.
  assert.deepEqual([...new Set([...asked, ...icon])].sort(), counted);
  assert.equal(new Set(asked).size, asked.length, `no file twice: ${asked}`);
  for (const url of visit.asked) assert.equal(new URL(url).origin, it.site.origin);
});

test('nothing is kept before anything has been done', async () => {
  const { page } = await it.open();
  const { local, session } = await stores(page);
  assert.ok(!('yinchuang.key.custom' in local) && !('yinchuang.key.custom' in session));
  assert.ok(!('yinchuang.draft' in local), 'the poem of the first visit is nobody’s draft');
});

test('the policy is the first thing in the head and fits the inline script', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  const scripts = inlineScripts(html);
  assert.equal(scripts.length, 1, 'the script that starts the page');
  assert.match(html, /^<!doctype html>\s*<html[^>]*>(?:<head>)?<meta http-equiv="Content-Security-Policy"/i);
  assert.ok(html.includes(policyFor(scripts)) && policyFor(scripts).includes(hashOf(scripts[0])));
  assert.match(html, /<meta name="referrer" content="no-referrer">/);
});

test('the policy that is built has each directive with its value, as docs/security.md lists them', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  const [, policy] = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
  const found = new Map(policy.split('; ').map((directive) => directive.split(/ (.*)/).slice(0, 2)));
  for (const name of ['default-src', 'base-uri', 'form-action', 'object-src', 'frame-src']) {
    assert.equal(found.get(name), `'none'`, name);
  }
  for (const name of ['style-src', 'font-src', 'manifest-src', 'worker-src']) assert.equal(found.get(name), `'self'`, name);
  assert.match(found.get('script-src'), /^'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}='$/, 'no unsafe-inline, no unsafe-eval');
  assert.equal(found.get('require-trusted-types-for'), `'script'`);
  assert.equal(found.get('trusted-types'), 'yinchuang-worker');
  const documented = readFileSync('docs/security.md', 'utf8');
  for (const name of found.keys()) assert.ok(documented.includes(`\`${name}\``), `${name} is documented`);
});

test('each script, style and preloaded module of the built page has the hash of its file', () => {
  const html = readFileSync('dist/index.html', 'utf8');
  const tags = [...html.matchAll(/<(?:script|link)\b([^>]*)>/g)].map(([tag]) => tag);
  const address = (tag) => tag.match(/\b(?:src|href)="?\.\/([^\s">]+)/)?.[1];
  const files = tags.filter((tag) => address(tag) && /<script|rel="?(?:stylesheet|modulepreload|icon)\b/.test(tag));
  const kinds = (pattern) => files.filter((tag) => pattern.test(tag)).length;
  assert.ok(kinds(/^<script/) >= 1 && kinds(/stylesheet/) === 1 && kinds(/modulepreload/) >= 1, `${files}`);
  for (const tag of files) {
    const [, kind, hash] = tag.match(/\bintegrity="?(sha(?:256|384|512))-([\w+/=]+)/) ?? [];
    assert.ok(kind, `${tag} has a hash`);
    const content = readFileSync(`dist/${address(tag)}`);
    assert.equal(hash, createHash(kind).update(content).digest('base64'), tag);
  }
  // Every script that runs is one of these, or the inline one that the policy names. Browsers check no hash of a preloaded
  // module of WebAssembly and complain of one, so that one has none; its name is the hash that Trunk gives it.
  const others = tags.filter((tag) => address(tag) && !files.includes(tag));
  for (const tag of others) assert.match(tag, /rel="?preload\b/, `${tag}: of what kind is it?`);
});

test('objects, bases and frames are refused by their own directives where nothing else refuses them first', async () => {
  const visit = await it.open();
  visit.expected = [/Content Security Policy/, /Refused to/];
  // In the page itself Trusted Types refuse an object before its directive is asked: so here is the page's policy without them.
  const html = readFileSync('dist/index.html', 'utf8');
  const whole = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  const policy = whole.replace(/; (?:require-trusted-types-for|trusted-types) [^;]*/g, '');
  assert.ok(policy !== whole && !policy.includes('trusted'), policy);
  const page = await visit.context.newPage();
  await page.route('**/bare.html', (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: '<!doctype html><title>bare</title>' }),
  );
  await page.goto(`${it.site.url}bare.html`);
  const refused = await page.evaluate(async () => {
    const found = new Set();
    document.addEventListener('securitypolicyviolation', (event) => found.add(event.effectiveDirective));
    const put = (tag, attributes) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    put('object', { data: './icon.svg', type: 'image/svg+xml' });
    put('base', { href: 'https://example.com/' });
    put('iframe', { src: './index.html' });
    put('form', { action: './index.html' }).submit();
    await new Promise((done) => setTimeout(done, 500));
    return [...found].sort();
  });
  assert.deepEqual(refused, ['base-uri', 'form-action', 'frame-src', 'object-src']);
  await page.close();
});

test('the policy is in force: no other script, no other origin over http', async () => {
  const visit = await it.open();
  visit.expected = [/Content Security Policy/, /TrustedScript/, /^asked http:\/\/example\.com/];
  const outcome = await visit.page.evaluate(async () => {
    const script = document.createElement('script');
    script.append('window.slipped = true');
    document.body.append(script);
    const answer = await fetch('http://example.com/').then(() => 'came', () => 'refused');
    return { slipped: 'slipped' in window, answer };
  });
  assert.deepEqual(outcome, { slipped: false, answer: 'refused' });
  assert.ok(visit.said.some((text) => /Content Security Policy/.test(text)), 'the browser named the policy');
});

test('what could bring in other code or markup is refused', async () => {
  const visit = await it.open();
  visit.expected = [/Content Security Policy/, /TrustedHTML|TrustedScript|Trusted ?Type/, /^asked /, /Refused to/];
  const { page } = visit;
  const outcome = await page.evaluate(async () => {
    const threw = (act) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    const put = (tag, attributes) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const found = {
      markup: threw(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      written: threw(() => document.write('<b>x</b>')),
      policy: threw(() => trustedTypes.createPolicy('another', { createHTML: (text) => text })),
    };
    put('base', { href: 'https://example.com/' });
    found.base = document.baseURI.startsWith(location.origin);
    found.within = threw(() => put('iframe', { srcdoc: '<p>inside</p>' }));
    found.handler = threw(() => put('p', { onclick: 'window.slipped = true' }));
    const frame = put('iframe', { src: './index.html' });
    const link = put('a', { href: 'javascript:window.slipped = true' });
    link.click();
    found.object = threw(() => put('object', { data: './icon.svg', type: 'image/svg+xml' }));
    put('img', { src: 'https://example.com/x.png' });
    const style = put('style', {});
    style.textContent = 'body { color: rgb(1, 2, 3) }';
    await new Promise((done) => setTimeout(done, 500));
    // Before the first wait this code may do what the tests' own way in may do.
    found.evaluated = threw(() => (0, eval)('1 + 1'));
    found.made = threw(() => new Function('return 1')());
    found.frame = !frame.contentDocument?.querySelector('#stopped');
    found.link = !('slipped' in window);
    found.style = getComputedStyle(document.body).color !== 'rgb(1, 2, 3)';
    return found;
  });
  assert.deepEqual(Object.entries(outcome).filter(([, refused]) => !refused), []);
  for (const directive of ['base-uri', 'frame-src', 'img-src', 'style-src']) {
    assert.ok(visit.said.some((text) => text.includes(directive)), `the browser named ${directive}`);
  }
});

test('the views have addresses, and the sheet stays in sight in two of them', async () => {
  const { page } = await it.open('#/compose');
  await page.locator('#compose-start').waitFor();
  assert.ok(await page.locator('#poem').isVisible());
  await goTo(page, 'settings');
  assert.match(page.url(), /#\/settings$/);
  assert.ok(await page.locator('#api-key').isVisible());
  await goTo(page, 'write');
  assert.ok(await page.locator('#poem').isVisible());
  await page.goBack();
  await page.locator('#api-key').waitFor();
});

test('the page speaks the language of the browser, and another where that is chosen', async () => {
  const { page } = await it.open('', { locale: 'en-GB' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await goTo(page, 'settings');
  await page.locator('#language').selectOption('zh');
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
  assert.match(await page.locator('nav').innerText(), /设置/);
});

test('what the other views need is fetched when one of them is opened, once', async () => {
  const { page } = await it.open();
  it.site.asked.length = 0;
  await goTo(page, 'compose');
  await goTo(page, 'settings');
  await goTo(page, 'write');
  await goTo(page, 'settings');
  // What models write goes to the versions, which come with the drafts.
  const drafts = it.site.asked.filter((file) => file.includes('split_cut_drafts'));
  assert.equal(drafts.length, 1);
  expectPart(it.site.asked.filter((file) => !drafts.includes(file)), 'models');
});

test('where it cannot be fetched the page says so, and it can be tried again', async () => {
  const visit = await it.open();
  const { page } = visit;
  await page.route(/split_cut_models/, (route) => route.abort());
  await page.locator('nav a[href="#/settings"]').click();
  await page.locator('#not-fetched').waitFor();
  assert.match(await page.locator('#not-fetched').innerText(), /没能取到/);
  assert.ok(visit.problems.every((text) => /Failed to (?:load resource|fetch)/.test(text)), `${visit.problems}`);
  visit.forgive();
  await goTo(page, 'write');
  assert.ok(await page.locator('#poem').isVisible(), 'writing goes on');
  await page.unroute(/split_cut_models/);
  await page.locator('#fetch-again').click();
  await goTo(page, 'settings');
  assert.equal(await page.locator('#not-fetched').count(), 0);
});
