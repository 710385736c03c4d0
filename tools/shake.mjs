// Makes the WebAssembly module small. First what the page's JavaScript never calls is taken out: wasm-bindgen exports every
// function that any crate marks for export, and those that only classes call which the page does not use keep all that
// they reach in the module. Then Binaryen's optimiser runs, and both sides get short names for one another.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the module may use. (With all features the page loaded and stayed empty.) */
const FEATURES = ['bulk-memory', 'reference-types', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue'];

/** The JavaScript of wasm-bindgen with nothing exported but the function that starts the page (its default export). */
export function onlyStart(source) {
  const start = /export\s*\{[^}]*\b(\w+) as default\b[^}]*\}/.exec(source)?.[1];
  if (!start) throw new Error('the JavaScript of wasm-bindgen has no default export');
  // A class that nothing makes (Rust makes by `__wrap`, JavaScript by a constructor) goes, with what is done to it.
  for (const [body, name] of source.matchAll(/^export class (\w+) \{\n[^]*?^\}$/gm)) {
    if (/\b(?:__wrap|constructor)\(/.test(body)) continue;
    source = source
      .replace(body, '')
      .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\..*$`, 'm'), '')
      .replace(new RegExp(`^const ${name}Finalization = [^]*?;$`, 'm'), '');
  }
  // What the loader of the other parts takes from the module is named one by one.
  source = source.replace(/^( *)const \{([\w\s,]+)\} = wasm;$/m, (_, indent, names) =>
    names.split(',').map((name) => name.trim()).filter(Boolean).map((name) => `${indent}const ${name} = wasm.${name};`).join('\n'),
  );
  return (
    source.replace(/^export\s*\{[^}]*\};?$/gm, '').replace(/^export (?=class |function |const |async )/gm, '') +
    `\nexport { ${start} as default };\n`
  );
}

/**
 * What was measured to give the smallest module after gzip: the control flow taken apart and put together again between two
 * runs (2 %), and functions of like names, which are alike, near one another (2 %). Data segments stay whole: split at
 * their zeros they compress worse.
 */
const PASSES = ['-Oz', '--flatten', '--rereloop', '-Oz', '-Oz', '--reorder-functions-by-name', '--skip-pass=memory-packing'];

/** The module of which wasm-split asks for the other parts. */
const LOADER = './__wasm_split.js';

/** The exports of a module that this JavaScript names. */
export function used(bytes, code) {
  const names = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map((one) => one.name);
  const mentioned = new Set(code.match(/[\w$]+/g));
  return names.filter((name) => mentioned.has(name));
}

/** The module with these exports and what they reach. The names of its functions stay, for the order of them. */
export function shake(bytes, exports) {
  const nodes = exports.map((name) => ({ name, export: name }));
  const graph = JSON.stringify([{ name: 'page', root: true, reaches: exports }, ...nodes]);
  return binaryen('wasm-metadce', bytes, (folder) => {
    const file = path.join(folder, 'graph.json');
    writeFileSync(file, graph);
    return ['-f', file, '-g'];
  }).bytes;
}

/** The module optimised, and it and its JavaScript with short names for what they ask of one another: the long ones end in hashes. */
export function optimise(bytes, source) {
  const short = binaryen('wasm-opt', bytes, () => [...PASSES, '--minify-imports-and-exports-and-modules']);
  const { imports, exports } = JSON.parse(short.said);
  const once = (pattern, text, what) => {
    const next = source.replace(pattern, text);
    if (next === source) throw new Error(`the JavaScript of wasm-bindgen does not name ${what}`);
    source = next;
  };
  // Functions of JavaScript come from the script of wasm-bindgen; those that load other parts stand beside it.
  const loads = imports.filter(([module]) => module === LOADER);
  for (const [, long, name] of imports.filter((one) => !loads.includes(one))) once(new RegExp(`^(\\s+)${long}: `, 'm'), ` ${name}: `, long);
  if (loads.length > 0) once(new RegExp(`^\\s*"${LOADER.replaceAll('.', '\\.')}": \\{[^}]*\\},?$`, 'm'), '', LOADER);
  const beside = loads.map(([, long, name]) => `, ${name}: ${long}`).join('');
  once(/"\.\/\w+_bg\.js": (import\d+)/, (_, imports) => `a: { ...${imports}${beside} }`, 'its own imports');
  for (const [long, name] of exports) once(new RegExp(`\\bwasm\\.${long}\\b`, 'g'), `wasm.${name}`, long);
  return { bytes: short.bytes, source };
}

/** A part of the module, optimised. */
export function optimisePart(bytes) {
  return binaryen('wasm-opt', bytes, () => PASSES).bytes;
}

/** Runs a tool of Binaryen on a module: what comes out, and what it said. */
function binaryen(tool, bytes, options) {
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve('binaryen/package.json')), 'bin', tool);
  const folder = mkdtempSync(path.join(tmpdir(), 'shake-'));
  const [before, after] = ['in.wasm', 'out.wasm'].map((name) => path.join(folder, name));
  try {
    writeFileSync(before, bytes);
    const features = FEATURES.map((feature) => `--enable-${feature}`);
    const said = execFileSync(process.execPath, [bin, before, ...options(folder), ...features, '-o', after], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    return { bytes: readFileSync(after), said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
