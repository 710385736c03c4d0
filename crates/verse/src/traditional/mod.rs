//! Sentences of the engine in traditional script.
//!
//! They are written in simplified script in the source of each rule. What is said in traditional script
//! is made from that when it is said, with a small table that `tools/hant` takes from OpenCC for just
//! these sentences. A person's own text never passes through here: what stands in quotation marks in a
//! finding is the poem's, and stays as it is written there.

mod glosses;
mod table;

use std::borrow::Cow;

use crate::{book::RhymeGroup, options::Language};

/// How certain texts become traditional.
pub(crate) struct Table {
    /// Pairs, simplified and traditional, in the order of the first.
    characters: &'static str,
    /// Words where that goes wrong.
    words: &'static [(&'static str, &'static str)],
}

/// The longest word of a table, in characters.
const LONGEST: usize = 8;

impl Table {
    /// The text in traditional script.
    fn convert(&self, text: &str) -> String {
        let mut made = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let (taken, word) = self.word(rest).unwrap_or((character.len_utf8(), ""));
            if word.is_empty() {
                made.push(self.character(character));
            } else {
                made.push_str(word);
            }
            rest = rest.get(taken..).unwrap_or_default();
        }
        made
    }

    /// The longest word that `text` begins with: its length in bytes, and what it becomes.
    fn word(&self, text: &str) -> Option<(usize, &'static str)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut found = None;
        for end in ends.take(LONGEST) {
            let word = text.get(..end)?;
            if let Ok(at) = self.words.binary_search_by(|(from, _)| (*from).cmp(word)) {
                found = self.words.get(at).map(|(_, to)| (end, *to));
            }
        }
        found
    }

    fn character(&self, character: char) -> char {
        // All of them take three bytes.
        let (pairs, _) = self.characters.as_bytes().as_chunks::<6>();
        let mut bytes = [0; 4];
        let sought = character.encode_utf8(&mut bytes).as_bytes();
        let found = pairs.binary_search_by(|pair| pair[..3].cmp(sought)).ok();
        found
            .and_then(|at| self.characters.get(at * 6 + 3..at * 6 + 6)?.chars().next())
            .unwrap_or(character)
    }
}

/// A sentence or a name of the engine, written in simplified script, in traditional script.
pub fn traditional(text: &str) -> String {
    table::TABLE.convert(text)
}

/// The name of a rhyme group, as a report has it, in traditional script: 個 is a measure word, 箇 the
/// head of a group.
pub fn traditional_group(name: &str) -> String {
    let group = RhymeGroup::all().find(|group| group.name() == name);
    group.map_or_else(|| traditional(name), |g| g.traditional_name().to_owned())
}

/// The gloss of a reading in traditional script.
pub fn traditional_gloss(gloss: &str) -> String {
    glosses::TABLE.convert(gloss)
}

/// The same for a sentence that quotes the poem: what stands in “quotation marks” stays as it is.
pub(crate) fn sentence(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once('“') {
        let (quoted, after) = quoted.split_once('”').unwrap_or((quoted, ""));
        made.push_str(&traditional(before));
        made.push('「');
        made.push_str(quoted);
        made.push('」');
        rest = after;
    }
    made.push_str(&traditional(rest));
    made
}

/// A text that is there in simplified Chinese and in English, in a language.
pub fn in_language<'a>(language: Language, zh: &'a str, en: &'a str) -> Cow<'a, str> {
    match language {
        Language::Zh => Cow::Borrowed(zh),
        Language::Hant => Cow::Owned(traditional(zh)),
        Language::En => Cow::Borrowed(en),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        RhymeBook,
        form::Form,
        lexicon::{self, Script},
        rules,
        template::Opening,
    };

    #[test]
    fn a_word_wins_over_its_characters() {
        assert_eq!(traditional("孤蓬万里征"), "孤蓬萬里征");
        assert_eq!(traditional("最后一句里的平声"), "最後一句裡的平聲");
        assert_eq!(traditional_gloss("胡须"), "鬍鬚");
        assert_eq!(traditional_gloss("鬓发"), "鬢髮");
        assert_eq!(traditional("𠮷 a，"), "𠮷 a，");
    }

    #[test]
    fn a_group_has_the_name_of_the_book() {
        let names = ["东", "盐", "咸", "个", "开", "第一部"].map(traditional_group);
        assert_eq!(names, ["東", "鹽", "咸", "箇", "開", "第一部"]);
    }

    #[test]
    fn the_books_and_the_forms_are_named_alike_everywhere() {
        for book in RhymeBook::ALL {
            assert_eq!(traditional(book.chinese()), book.traditional());
        }
        for form in Form::ALL {
            assert_eq!(traditional(form.chinese()), form.traditional());
        }
        for opening in Opening::ALL {
            assert_eq!(traditional(opening.chinese()), opening.traditional());
        }
    }

    #[test]
    fn what_the_poem_says_stays_as_it_is_written() {
        assert_eq!(
            sentence("第三句第六字“来”应仄；“还”是平声。"),
            "第三句第六字「来」應仄；「还」是平聲。"
        );
        assert_eq!(sentence("没有“完"), "沒有「完」");
    }

    #[test]
    fn the_tables_are_in_order() {
        for table in [&table::TABLE, &glosses::TABLE] {
            assert!(table.words.is_sorted_by(|a, b| a.0 < b.0));
            assert!(
                table
                    .words
                    .iter()
                    .all(|(w, _)| w.chars().count() <= LONGEST)
            );
            let characters: Vec<char> = table.characters.chars().collect();
            assert!(characters.iter().all(|c| c.len_utf8() == 3));
            assert!(characters.chunks(2).is_sorted_by(|a, b| a[0] < b[0]));
        }
    }

    #[test]
    fn no_rule_keeps_a_simplified_character() {
        for rule in rules::ALL {
            for text in [rule.name(Language::Hant), rule.explain(Language::Hant)] {
                // The book writes 裏; both are traditional.
                let simplified: String = text
                    .chars()
                    .filter(|c| *c != '裡' && !lexicon::is_of(*c, Script::Traditional))
                    .collect();
                assert_eq!(simplified, "", "{text}");
            }
        }
    }
}
