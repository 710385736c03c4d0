// A small table that turns certain texts, and texts like them, into traditional script as OpenCC does:
// each character by itself, but for the words where that goes wrong.

import { toTraditional } from "./words.mjs";

/** The Rust source of the table for these texts. */
export function tableOf(what, texts) {
  const words = new Map();
  const whole = [...new Set(texts)];
  const turned = whole
    .flatMap((text) => evenPieces(text, words))
    .map((text) => [[...text], [...toTraditional(text)]]);
  const characters = commonest(turned);
  const alone = (character) => characters.get(character) ?? character;
  for (const [from, to] of turned) {
    for (const [at, character] of from.entries()) {
      if (to[at] !== alone(character)) {
        const [word, made] = shortest(from, to, at);
        words.set(word, made);
      }
    }
  }
  for (const text of whole) {
    mend(text, alone, words);
  }
  const wrong = whole.find((text) => convert([...text], alone, words) !== toTraditional(text));
  if (wrong) {
    throw new Error(`the table makes ${convert([...wrong], alone, words)} of ${wrong}`);
  }
  const changed = [...characters].filter(([from, to]) => from !== to);
  const pairs = changed.filter(isEven).sort(byCode);
  for (const [from, to] of changed.filter((pair) => !isEven(pair))) {
    words.set(from, to);
  }
  const list = [...words].sort(byCode);
  return `//! ${what} to be put into traditional script. Made by \`tools/hant\`.

use super::Table;

/// The table.
pub(crate) static TABLE: Table = Table {
    characters: "${inLines(pairs.map((pair) => pair.join("")))}",
    words: &[${list.map(([from, to]) => `("${from}", "${to}")`).join(", ")}],
};
`;
}

/** Whether both take three bytes, as the list of characters wants it. */
const isEven = (pair) => pair.every((character) => Buffer.byteLength(character) === 3);

/** The longest word that the engine looks for. */
const LONGEST = 8;

const byCode = ([a], [b]) => (a < b ? -1 : 1);

/** Thirty pairs a line of source. */
function inLines(pairs) {
  const lines = [];
  for (let at = 0; at < pairs.length; at += 30) {
    lines.push(pairs.slice(at, at + 30).join(""));
  }
  return `\\\n        ${lines.join("\\\n        ")}`;
}

/** The pieces between words that become longer or shorter, which are added to `words`. */
function evenPieces(text, words) {
  const characters = [...text];
  if (characters.length === [...toTraditional(text)].length) {
    return [text];
  }
  for (let length = 2; length <= characters.length; length += 1) {
    for (let at = 0; at + length <= characters.length; at += 1) {
      const word = characters.slice(at, at + length).join("");
      if ([...toTraditional(word)].length !== length) {
        words.set(word, toTraditional(word));
        const rest = [characters.slice(0, at), characters.slice(at + length)];
        return rest.flatMap((piece) => evenPieces(piece.join(""), words));
      }
    }
  }
  throw new Error(`no word makes the difference in ${text}`);
}

/** What each character becomes most often. */
function commonest(turned) {
  const counts = new Map();
  for (const [from, to] of turned) {
    from.forEach((character, at) => {
      if (character.codePointAt(0) > 0x7ff) {
        const found = counts.get(character) ?? new Map();
        found.set(to[at], (found.get(to[at]) ?? 0) + 1);
        counts.set(character, found);
      }
    });
  }
  return new Map(
    [...counts].map(([character, found]) => [character, [...found].sort((a, b) => b[1] - a[1])[0][0]]),
  );
}

/** The shortest piece of a text around a place that is turned so by itself. */
function shortest(from, to, at) {
  for (let length = 2; length <= from.length; length += 1) {
    for (let begin = Math.max(0, at - length + 1); begin <= at && begin + length <= from.length; begin += 1) {
      const word = from.slice(begin, begin + length).join("");
      const made = to.slice(begin, begin + length).join("");
      if (!/[{}"\\]/.test(word) && toTraditional(word) === made) {
        return [word, made];
      }
    }
  }
  throw new Error(`no word decides ${from[at]} in ${from.join("")}`);
}

/** Where one word hides another in a text, adds the shortest that puts the text right. */
function mend(text, alone, words) {
  const [from, right] = [[...text], toTraditional(text)];
  const isRight = () => convert(from, alone, words) === right;
  for (let length = 2; !isRight() && length <= LONGEST; length += 1) {
    for (let at = 0; !isRight() && at + length <= from.length; at += 1) {
      const word = from.slice(at, at + length).join("");
      if (!words.has(word)) {
        words.set(word, toTraditional(word));
        if (!isRight()) {
          words.delete(word);
        }
      }
    }
  }
}

/** As the engine does it: the longest word that begins here, else the character. */
function convert(from, alone, words) {
  let made = "";
  for (let at = 0; at < from.length; ) {
    let length = Math.min(LONGEST, from.length - at);
    while (length > 1 && !words.has(from.slice(at, at + length).join(""))) {
      length -= 1;
    }
    made += length > 1 ? words.get(from.slice(at, at + length).join("")) : alone(from[at]);
    at += length;
  }
  return made;
}
