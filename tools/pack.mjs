// Makes the built page smaller: one style sheet in place of several, and the JavaScript of wasm-bindgen without its
// comments and long names (Trunk's own minifier cannot read it, and says so). What is changed gets a new name, for a
// browser may hold the old text under the old one, and a new integrity hash.

import { createHash } from 'node:crypto';
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from 'terser';

const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The value of an attribute of a tag, quoted or not. */
function attribute(tag, name) {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|([^\\s>]+))`, 'i').exec(tag)?.slice(1).find((value) => value !== undefined);
}

/** Writes the text under a name of its own. */
function put(folder, stem, extension, text) {
  const name = `${stem}-${shortHash(text)}${extension}`;
  writeFileSync(path.join(folder, name), text);
  return { name, integrity: integrityOf(text) };
}

/** The page with all its style sheets in one, in their order. */
export function mergeStyles(folder, html) {
  const tags = (html.match(/<link\b[^>]*>/gi) ?? []).filter((tag) => attribute(tag, 'rel') === 'stylesheet');
  if (tags.length < 2) return html;
  const names = tags.map((tag) => path.basename(attribute(tag, 'href')));
  const text = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  if (text.includes('@import')) throw new Error('a style sheet that imports another cannot be merged');
  const { name, integrity } = put(folder, 'style', '.css', text);
  names.forEach((old) => unlinkSync(path.join(folder, old)));
  const merged = `<link rel=stylesheet href=./${name} integrity=${integrity}>`;
  return tags.reduce((page, tag, index) => page.replace(tag, index === 0 ? merged : ''), html);
}

/** The page with its preloaded module made small. */
export async function shrinkModules(folder, html) {
  const tags = (html.match(/<link\b[^>]*>/gi) ?? []).filter((tag) => attribute(tag, 'rel') === 'modulepreload');
  for (const tag of tags) {
    const old = path.basename(attribute(tag, 'href'));
    const source = readFileSync(path.join(folder, old), 'utf8');
    const { code } = await minify(source, { module: true, ecma: 2020, compress: { passes: 3 }, mangle: true });
    const { name, integrity } = put(folder, old.replace(/-[^-]*$/, ''), '.js', code);
    const fresh = tag.replace(attribute(tag, 'integrity'), integrity);
    // The script that starts the page names the file, too.
    html = html.replace(tag, fresh).replaceAll(old, name);
    if (name !== old) unlinkSync(path.join(folder, old));
  }
  return html;
}
