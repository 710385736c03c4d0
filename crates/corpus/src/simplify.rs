//! From traditional to simplified script, by OpenCC's tables: words first, then characters.

use std::{collections::BTreeMap, path::Path};

use crate::{Result, scripts::lists, table};

/// What stands for what.
#[derive(Default)]
pub struct Simplifier {
    /// Words whose characters do not go by the table: 乾坤.
    words: BTreeMap<String, String>,
    /// A character to its simplified forms, commonest first.
    characters: BTreeMap<char, Vec<char>>,
}

/// Reads `TSPhrases.txt` and `TSCharacters.txt` from a folder.
pub fn read(opencc: &Path) -> Result<Simplifier> {
    let words = table::read(&opencc.join("TSPhrases.txt"))?;
    let pair = |row: Vec<String>| {
        let simplified = row.get(1)?.split(' ').next()?.to_owned();
        Some((row.into_iter().next()?, simplified))
    };
    Ok(Simplifier {
        words: words.into_iter().filter_map(pair).collect(),
        characters: lists(&opencc.join("TSCharacters.txt"))?,
    })
}

impl Simplifier {
    /// The text in simplified script.
    pub fn text(&self, text: &str) -> String {
        let mut simplified = String::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let words = self
                .words
                .iter()
                .filter(|(word, _)| rest.starts_with(*word));
            let length = match words.max_by_key(|(word, _)| word.len()) {
                Some((word, to)) => {
                    simplified.push_str(to);
                    word.len()
                }
                None => {
                    simplified.push(self.character(c));
                    c.len_utf8()
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        simplified
    }

    /// The character in simplified script. Forms outside of the first plane are left out: devices
    /// that have fonts for them are few (湋 for 𣲗).
    pub fn character(&self, c: char) -> char {
        let forms = self.characters.get(&c).into_iter().flatten().copied();
        forms.into_iter().find(|f| *f <= '\u{ffff}').unwrap_or(c)
    }

    /// The traditional characters whose simplified form is wanted, each followed by it.
    pub fn pairs(&self, wanted: impl Fn(char) -> bool) -> String {
        let pairs = self.characters.keys().map(|c| (*c, self.character(*c)));
        pairs
            .filter(|(c, simplified)| c != simplified && *c <= '\u{ffff}' && wanted(*simplified))
            .flat_map(|(c, simplified)| [c, simplified])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_before_characters() {
        let simplifier = Simplifier {
            words: BTreeMap::from([("乾坤".to_owned(), "乾坤".to_owned())]),
            characters: BTreeMap::from([
                ('乾', vec!['干', '乾']),
                ('風', vec!['风']),
                ('湋', vec!['𣲗']),
            ]),
        };
        assert_eq!(simplifier.text("乾坤日夜浮"), "乾坤日夜浮");
        assert_eq!(simplifier.text("風乾，湋"), "风干，湋");
        assert_eq!(simplifier.pairs(|c| c == '风'), "風风");
    }
}
