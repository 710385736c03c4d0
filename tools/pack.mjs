// Makes the built page smaller: one style sheet in place of several, and the JavaScript of wasm-bindgen without its
// comments and long names (Trunk's own minifier cannot read it, and says so). What is changed gets a new name, for a
// browser may hold the old text under the old one, and a new integrity hash.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from 'terser';
import { gather } from './chunks.mjs';
import { onlyStart, optimise, optimisePart, shake, used } from './shake.mjs';

const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The value of an attribute of a tag, quoted or not. */
function attribute(tag, name) {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s>]+))`, 'i').exec(tag)?.slice(1).find((value) => value !== undefined);
}

/** Writes the text under the old file's name, with a hash of its own in it. */
export function put(folder, old, text) {
  const [, stem, tail] = /^(.*?)-[0-9a-f]+(\D[^/]*)$/.exec(old);
  const name = `${stem}-${shortHash(text)}${tail}`;
  writeFileSync(path.join(folder, name), text);
  return { name, integrity: integrityOf(text) };
}

/** Style sheets of what a first visit does not show: they are fetched with the first room that wants them. */
const REST = ['rooms', 'fields', 'tools', 'looking', 'couplets', 'models', 'lyrics', 'hand', 'talk', 'rhymes', 'library', 'lessons', 'share', 'drafts', 'paper'];

/** The page with its style sheets in two, in their order: one that it loads, and one that it names for its rooms. */
export function mergeStyles(folder, html) {
  const sheets = tags(html).filter((tag) => attribute(tag, 'rel') === 'stylesheet');
  if (sheets.length < 2) return html;
  const names = sheets.map((tag) => path.basename(attribute(tag, 'href')));
  const isRest = (name) => REST.includes(/^(.*?)-[0-9a-f]+\.css$/.exec(name)?.[1]);
  const [first, rest] = [names.filter((name) => !isRest(name)), names.filter(isRest)];
  if (names.slice(first.length).some((name) => !isRest(name))) throw new Error('the style sheets of the rooms come last');
  const merge = (stem, names) => {
    const text = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
    if (text.includes('@import')) throw new Error('a style sheet that imports another cannot be merged');
    return put(folder, `${stem}-0.css`, text);
  };
  const shown = merge('style', first);
  const links = [`<link rel=stylesheet href=./${shown.name} integrity=${shown.integrity}>`];
  if (rest.length > 0) {
    const { name, integrity } = merge('rooms', rest);
    links.push(`<meta name=rooms content=${name} data-integrity=${integrity}>`);
  }
  names.forEach((old) => unlinkSync(path.join(folder, old)));
  return sheets.reduce((page, tag, index) => page.replace(tag, index === 0 ? links.join('') : ''), html);
}

/** The page with its module and the JavaScript of that made small: no exports that nobody calls, no comments, short names. */
export async function shrinkModules(folder, html) {
  const script = preloaded(html, 'modulepreload', '.js');
  const module = preloaded(html, 'preload', '.wasm');
  const gathered = gather(folder, onlyStart(readFileSync(path.join(folder, script), 'utf8')), optimisePart);
  let full = gathered.script;
  if (gathered.bytes) {
    const { name } = put(folder, 'chunks-0.wasm', gathered.bytes);
    full = full.replace('./chunks.wasm', `./${name}`);
  }
  const parts = readdirSync(folder).filter((name) => /^(?:split|chunk)_.*\.wasm$/.test(name));
  for (const part of parts) {
    const bytes = optimisePart(readFileSync(path.join(folder, part)));
    const { name } = put(folder, part.replace(/\.wasm$/, '-0.wasm'), bytes);
    if (!full.includes(`./${part}`)) throw new Error(`nothing loads ${part}`);
    full = full.replaceAll(`./${part}`, `./${name}`);
    unlinkSync(path.join(folder, part));
  }
  const whole = readFileSync(path.join(folder, module));
  const { bytes, source } = optimise(shake(whole, used(whole, full)), full);
  const { code } = await minify(source, { module: true, ecma: 2020, compress: { passes: 3 }, mangle: true });
  // What names the files (the link that loads them early, and the script that starts the page) follows.
  for (const [old, text] of [
    [script, code],
    [module, bytes],
  ]) {
    const { name, integrity } = put(folder, old, text);
    html = html
      .replace(tagOf(html, old), (tag) => tag.replace(/\bsha384-[\w+/=]+/, integrity))
      .replaceAll(old, name);
    if (name !== old) unlinkSync(path.join(folder, old));
  }
  return html;
}

const tags = (html) => html.match(/<link\b[^>]*>/gi) ?? [];
const tagOf = (html, name) => tags(html).find((tag) => attribute(tag, 'href')?.endsWith(name));

/** The name of the one file that the page asks for early, of this kind. */
function preloaded(html, rel, extension) {
  const names = tags(html)
    .filter((tag) => attribute(tag, 'rel') === rel)
    .map((tag) => path.basename(attribute(tag, 'href')))
    .filter((name) => name.endsWith(extension));
  if (names.length !== 1) throw new Error(`the page should load one ${extension} early, not ${names.length}`);
  return names[0];
}
