// Literal colours and sizes of letters stand in style/tokens.css and nowhere else.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const FOLDER = 'style';
const TOKENS = 'tokens.css';

/** Colours by number or function, and those with names; not the system's own, which forced colours need. */
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(/gi;
const NAMED = /(?<![\w-])(?:white|black|gr[ae]y|silver|red|maroon|yellow|olive|lime|green|aqua|teal|blue|navy|fuchsia|purple|orange|pink|brown|gold|ivory|beige|crimson|tomato)(?![\w-])/gi;
const LENGTH = /(?<![\w-])\d*\.?\d+(?:px|pt|rem|em|vw|vh|%)/gi;

/** The declarations of a style sheet, as [property, value, text before it]. */
function declarations(css) {
  const text = css.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...text.matchAll(/(?<=[{;]\s*)(--?[\w-]+|[\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map((match) => ({
    property: match[1],
    value: match[2],
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** What of a declaration should be a token. */
function literals({ property, value }) {
  const text = value.replace(/"[^"]*"/g, '');
  const sizes = /^font(?:-size)?$/.test(property) ? (text.match(LENGTH) ?? []) : [];
  return [...(text.match(COLOUR) ?? []), ...(text.match(NAMED) ?? []), ...sizes];
}

test('literals are told from tokens', () => {
  const of = (css) => declarations(css).flatMap(literals);
  assert.deepEqual(of('a { color: #fff; b: 1px } /* #000 */ c { background: rgb(0 0 0 / 1); border: 1px solid red }'), ['#fff', 'rgb(', 'red']);
  assert.deepEqual(of('a { font-size: 13px } b { font: 600 1.2em / 1.5 var(--x) } c { font-size: calc(var(--t) * .9) }'), ['13px', '1.2em']);
  assert.deepEqual(of('a { color: CanvasText; border-color: currentcolor transparent; font-family: "Red Hat"; width: 3px }'), []);
  assert.deepEqual(of('a:hover{color:var(--red)} @media (width>1px){b{color:white}}'), ['white']);
});

for (const name of readdirSync(FOLDER).filter((name) => name.endsWith('.css') && name !== TOKENS)) {
  test(`${name} takes its colours and sizes of letters from ${TOKENS}`, () => {
    const found = declarations(readFileSync(path.join(FOLDER, name), 'utf8'))
      .map((one) => ({ ...one, found: literals(one) }))
      .filter(({ found }) => found.length > 0)
      .map(({ line, property, found }) => `${name}:${line} ${property}: ${found}`);
    assert.deepEqual(found, []);
  });
}

test('every token that is named is there, and both dark themes are the same', () => {
  const tokens = readFileSync(path.join(FOLDER, TOKENS), 'utf8');
  const known = new Set(tokens.match(/(?<=[\s{])--[\w-]+(?=:)/g));
  for (const name of readdirSync(FOLDER)) {
    const css = readFileSync(path.join(FOLDER, name), 'utf8');
    const own = new Set(css.match(/(?<=[\s{])--[\w-]+(?=:)/g));
    const lost = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, token]) => token).filter((token) => !known.has(token) && !own.has(token));
    assert.deepEqual(lost, [], name);
  }
  const block = (start) => {
    const from = tokens.indexOf(start);
    assert.ok(from >= 0, start);
    return declarations(tokens.slice(from, tokens.indexOf('}', from) + 1)).map(({ property, value }) => `${property}: ${value.trim()}`);
  };
  const dark = block('html[data-theme="dark"]');
  assert.ok(dark.length > 10);
  assert.deepEqual(block('html[data-theme="system"]'), dark);
});
