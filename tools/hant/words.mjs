// Simplified to traditional script: OpenCC, from the mainland's characters to Taiwan's with Taiwan's
// words, and rulings of our own.

import * as OpenCC from "opencc-js";

const opencc = OpenCC.Converter({ from: "cn", to: "twp" });

/** What OpenCC says otherwise here, and why ours holds. */
const RULINGS = new Map([
  // The term of verse. 黏 is the character of the handbooks printed in Taiwan.
  ["粘", "黏"],
  ["粘贴", "貼上"],
  // 臺 is for names of places; what one writes at is 台.
  ["台", "台"],
  // 專案 is a project that one works at; here it is one thing of several.
  ["项目", "項目"],
  // 介面 is what a person looks at; what is meant is the address of an API.
  ["接口", "API "],
  // 里 is a measure of length only where a number stands before it.
  ["版本里", "版本裡"],
  ["诗里", "詩裡"],
  // In verse: 欲 is "about to", tears dry, and eyes are closed.
  ["人欲", "人欲"],
  ["痕干", "痕乾"],
  ["火干", "火乾"],
  ["合眼", "合眼"],
  // In verse one marches; what is asked for or betokened is 徵.
  ["征", "征"],
  ["特征", "特徵"],
  ["象征", "象徵"],
  // The rhyme groups, not the taste of salt.
  ["盐咸", "鹽咸"],
  ["个韵", "箇韻"],
  // Quotation marks as they are printed in Taiwan and Hong Kong.
  ["“", "「"],
  ["”", "」"],
]);

const ruled = new RegExp(
  [...RULINGS.keys()].sort((a, b) => b.length - a.length).join("|"),
  "gu",
);

/** A text in simplified script, in traditional script. What is not Chinese in it stays as it is. */
export function toTraditional(text) {
  let made = "";
  let from = 0;
  for (const { 0: word, index } of text.matchAll(ruled)) {
    made += opencc(text.slice(from, index)) + RULINGS.get(word);
    from = index + word.length;
  }
  return made + opencc(text.slice(from));
}
