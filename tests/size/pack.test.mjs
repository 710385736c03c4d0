// What the last touch to a build does to the page: packing and policy.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { mergeStyles, shrinkModules } from '../../tools/pack.mjs';
import { forbidden, hashOf, inlineScripts, withPolicy, withoutIdleIntegrity } from '../../tools/policy.mjs';

let folder;
before(() => (folder = mkdtempSync(path.join(tmpdir(), 'pack-'))));
after(() => rmSync(folder, { recursive: true }));

test('style sheets become one, in their order, under a name and a hash of its own', () => {
  writeFileSync(path.join(folder, 'a-1.css'), 'p{color:red}');
  writeFileSync(path.join(folder, 'b-2.css'), 'p{color:blue}');
  const page = '<link href=./a-1.css integrity=sha384-x rel=stylesheet><title>t</title><link rel="stylesheet" href="./b-2.css">';
  const packed = mergeStyles(folder, page);
  const [name] = readdirSync(folder);
  assert.deepEqual(readdirSync(folder), [name], 'the parts are gone');
  assert.equal(readFileSync(path.join(folder, name), 'utf8'), 'p{color:red}\np{color:blue}');
  assert.match(packed, new RegExp(`^<link rel=stylesheet href=./${name} integrity=sha384-[\\w+/]{64}><title>t</title>$`));
  rmSync(path.join(folder, name));
});

test('one style sheet is left as it is', () => {
  const page = '<link href=./a.css rel=stylesheet>';
  assert.equal(mergeStyles(folder, page), page);
});

test('a module is made small, and everything that names it follows', async () => {
  const source = '/** Adds. */\nexport default function init(number) {\n  const other = number + 1;\n  return other;\n}\n';
  writeFileSync(path.join(folder, 'page-00.js'), source);
  const page =
    `<script type=module>import init from './page-00.js';</script>` +
    `<link href=./page-00.js integrity=sha384-old rel=modulepreload>`;
  const packed = await shrinkModules(folder, page);
  const [name] = readdirSync(folder);
  assert.match(name, /^page-[0-9a-f]{16}\.js$/);
  assert.equal(packed.match(new RegExp(`\\./${name}`, 'g')).length, 2);
  assert.ok(!packed.includes('page-00') && !packed.includes('sha384-old'));
  const small = readFileSync(path.join(folder, name), 'utf8');
  assert.ok(small.length < source.length && !small.includes('Adds'));
  const { default: init } = await import(path.join(folder, name));
  assert.equal(init(41), 42, 'and it does what it did');
});

test('the policy names every inline script and stands first, with or without a head tag', () => {
  const scripts = '<script>one()</script><script src=x.js></script><script type=module>two()\n</script>';
  for (const before of ['<!doctype html><html lang=en><head>', '<!doctype html><html lang=en>', '<!DOCTYPE html>']) {
    const page = withPolicy(`${before}<meta charset=utf-8>${scripts}`);
    assert.ok(page.startsWith(`${before}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; `), page);
    for (const text of ['one()', 'two()\n']) assert.ok(page.includes(hashOf(text)), text);
  }
  assert.deepEqual(inlineScripts(scripts), ['one()', 'two()\n']);
  // The hash of an empty script, as every browser has it.
  assert.equal(hashOf(''), `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`);
});

test('what the policy would forbid stops the build', () => {
  for (const bad of ['<style>p{}</style>', '<p style="color:red">', '<p onclick=go()>', '<base href=/>']) {
    assert.equal(forbidden(bad).length, 1, bad);
    assert.throws(() => withPolicy(`<!doctype html>${bad}`), /the policy forbids/);
  }
  assert.deepEqual(forbidden('<p class=style>on=1</p><script>"<style>"</script>'), []);
});

test('only an integrity that browsers do not check is taken away', () => {
  const page = '<link as=fetch href=./x.wasm integrity=sha384-a rel=preload><link href=./x.js integrity=sha384-b rel=modulepreload>';
  assert.equal(
    withoutIdleIntegrity(page),
    '<link as=fetch href=./x.wasm rel=preload><link href=./x.js integrity=sha384-b rel=modulepreload>',
  );
});
