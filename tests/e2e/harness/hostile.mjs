// Texts that want to be more than text, and what must not have come of them.

import assert from 'node:assert/strict';

/** What turns the direction of writing or is not seen at all. (U+200D and the choices of shape belong to pictures.) */
export const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2067\u206a-\u206f\ufeff\u{e0000}-\u{e0fff}]/u;

/** Nothing has become an element or was run, and in all that the page shows nothing is hidden or turns its own words. */
export async function expectHarmless(page, when) {
  const found = await page.evaluate(() => {
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) texts.push(walk.currentNode.data);
    const nodes = [...document.querySelectorAll('*')];
    return {
      caught: 'caught' in window,
      made: [...document.querySelectorAll('img[src="x"], iframe, body script, [onerror], a[href^="javascript"]')].length,
      texts: [document.title, ...texts, ...nodes.flatMap((node) => [...node.attributes].map(({ value }) => value))],
    };
  });
  assert.equal(found.caught, false, `${when}: something ran`);
  assert.equal(found.made, 0, `${when}: markup has become elements`);
  for (const text of found.texts) {
    assert.doesNotMatch(text, HIDDEN, `${when}: ${JSON.stringify(text.slice(0, 200))}`);
    // An isolation that is opened is closed in the same text.
    const depths = [...text].map((c) => (c === '\u2068' ? 1 : c === '\u2069' ? -1 : 0));
    assert.equal(depths.reduce((sum, one) => sum + one, 0), 0, `${when}: ${JSON.stringify(text)}`);
  }
}
