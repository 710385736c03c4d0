// The parts of the page's module that are fetched when a room is entered.

import assert from 'node:assert/strict';

/** Checks that of what was asked for there is this part and no other, and nothing twice. What several parts share is in
 *  files of its own, chunks and a style sheet, and comes with the first of them. */
export function expectPart(asked, name) {
  // (The browser asks for the icon again whenever the address changes.)
  const fetched = asked.filter((file) => !file.endsWith('.svg'));
  assert.equal(new Set(fetched).size, fetched.length, `nothing twice: ${fetched}`);
  const parts = fetched.filter((file) => !/\/(?:chunk(?:s|_\d+)-[0-9a-f]{16}\.wasm|rooms-[0-9a-f]{16}\.css)$/.test(file));
  assert.equal(parts.length, 1, `${fetched}`);
  assert.match(parts[0], new RegExp(`split_cut_${name}-[0-9a-f]{16}\\.wasm$`));
}
