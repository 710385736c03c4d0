// What the last touch to a build does to the page: packing and policy.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { mergeStyles, shrinkModules } from '../../tools/pack.mjs';
import { firstVisit } from './measure.mjs';
import { onlyStart, optimise } from '../../tools/shake.mjs';
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

test('the style sheets of the rooms become another, which the page names and does not load', () => {
  const texts = { 'a-1.css': 'p{color:red}', 'lessons-2.css': 'p{color:blue}', 'drafts-3.css': 'b{color:red}' };
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  const links = Object.keys(texts).map((name) => `<link href=./${name} rel=stylesheet>`);
  const packed = mergeStyles(folder, links.join(''));
  const [rooms, shown] = readdirSync(folder).sort();
  assert.match(`${rooms} ${shown}`, /^rooms-[0-9a-f]{16}\.css style-[0-9a-f]{16}\.css$/);
  assert.equal(readFileSync(path.join(folder, rooms), 'utf8'), 'p{color:blue}\nb{color:red}');
  assert.match(packed, new RegExp(`^<link rel=stylesheet href=./${shown} [^>]*><meta name=rooms content=${rooms} data-integrity=sha384-[^>]*>$`));
  writeFileSync(path.join(folder, 'index.html'), packed);
  assert.deepEqual(firstVisit(folder), ['index.html', shown]);
  for (const name of [rooms, shown, 'index.html']) rmSync(path.join(folder, name));
  const turned = [links[1], links[0]].join('');
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  assert.throws(() => mergeStyles(folder, turned), /come last/);
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
});

test('one style sheet is left as it is', () => {
  const page = '<link href=./a.css rel=stylesheet>';
  assert.equal(mergeStyles(folder, page), page);
});

// What wasm-bindgen writes, in small: an import, a function that the page calls, a class that nobody uses.
const SCRIPT = `
/** Nobody makes one. */
export class Idle {
    free() {
        wasm.__wbg_idle_free(0, 0);
    }
}
if (Symbol.dispose) Idle.prototype[Symbol.dispose] = Idle.prototype.free;
export function initSync() { return 'unused'; }
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_add_00112233445566aa: function(number) {
            return number + 1;
        },
    };
    return {
        __proto__: null,
        "./page_bg.js": import0,
        "./__wasm_split.js": { __wasm_split_load_more },
    };
}
const IdleFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(pointer => wasm.__wbg_idle_free(pointer, 1));
let wasm;
async function __wbg_init({ module_or_path }) {
    wasm = (await WebAssembly.instantiate(module_or_path, __wbg_get_imports())).instance.exports;
    return wasm.__wbindgen_answer_of_everything(41);
}
function shared() {
    const { memory,  } = wasm;
    return memory;
}
function __wasm_split_load_more() {
    return [new URL("./split_more.wasm", import.meta.url).pathname, shared() instanceof WebAssembly.Memory];
}
globalThis.loadMore = __wasm_split_load_more;

export { initSync, __wbg_init as default };
`;
const MODULE = `(module
  (import "./page_bg.js" "__wbg_add_00112233445566aa" (func $add (param i32) (result i32)))
  (import "./__wasm_split.js" "__wasm_split_load_more" (func $load))
  (memory (export "memory") 1)
  (func (export "__wbindgen_answer_of_everything") (param i32) (result i32) (call $load) (call $add (local.get 0)))
  (func (export "__wbg_idle_free") (param i32 i32) (memory.grow (i32.const 1)) (drop)))`;

function assemble(text) {
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve('binaryen/package.json')), 'bin', 'wasm-as');
  const [from, to] = [path.join(folder, 'text.wat'), path.join(folder, 'text.wasm')];
  writeFileSync(from, text);
  execFileSync(process.execPath, [bin, from, '-o', to]);
  const bytes = readFileSync(to);
  [from, to].forEach((file) => rmSync(file));
  return bytes;
}

test('a module and its script are made small, everything that names them follows, and they still work', async () => {
  const whole = assemble(MODULE);
  writeFileSync(path.join(folder, 'page-00.js'), SCRIPT);
  writeFileSync(path.join(folder, 'page-00_bg.wasm'), whole);
  writeFileSync(path.join(folder, 'split_more.wasm'), assemble('(module (func (export "late") (result i32) (i32.const 7)))'));
  const page =
    `<script type=module>import init from './page-00.js';init({ module_or_path: './page-00_bg.wasm' })</script>` +
    `<link href=./page-00.js integrity=sha384-old rel=modulepreload>` +
    `<link as=fetch href=./page-00_bg.wasm integrity="sha384-old=" rel=preload>`;
  const packed = await shrinkModules(folder, page);
  const names = readdirSync(folder);
  const [script, module, part] = [/\.js$/, /_bg/, /split/].map((kind) => names.find((name) => kind.test(name)));
  assert.match(script, /^page-[0-9a-f]{16}\.js$/);
  assert.match(module, /^page-[0-9a-f]{16}_bg\.wasm$/);
  assert.match(part, /^split_more-[0-9a-f]{16}\.wasm$/);
  for (const name of [script, module]) {
    assert.equal(packed.split(`./${name}`).length, 3, name);
    const hash = createHash('sha384').update(readFileSync(path.join(folder, name))).digest('base64');
    assert.ok(packed.includes(hash), `${name} has its own integrity`);
  }
  assert.ok(!packed.includes('page-00') && !packed.includes('sha384-old'));

  const code = readFileSync(path.join(folder, script), 'utf8');
  for (const gone of ['Idle', 'idle_free', 'initSync', '00112233445566aa', 'answer_of_everything']) {
    assert.ok(!code.includes(gone), gone);
  }
  const bytes = readFileSync(path.join(folder, module));
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes));
  assert.deepEqual(exported.map(({ kind }) => kind).sort(), ['function', 'memory'], 'what nobody calls is gone');
  const { default: init } = await import(path.join(folder, script));
  assert.equal(await init({ module_or_path: bytes }), 42, 'and it does what it did');
  const [name, has] = globalThis.loadMore();
  assert.ok(name.endsWith(`/${part}`) && has, 'the other part is found under its new name and gets the memory');
  const late = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path.join(folder, part))));
  assert.equal(late.exports.late(), 7);
});

test('a script of another shape stops the build', () => {
  const whole = assemble(MODULE);
  assert.throws(() => onlyStart('export function go() {}'), /no default export/);
  assert.throws(() => optimise(whole, 'nothing of it'), /does not name/);
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
