//! What each reading of a character means: 看 is level in 看守, departing in 看见.
//!
//! The table is not read by [`crate::check`]. A page loads its bytes when they are first asked for and
//! hands them to [`Table::from_bytes`]; a program that may be large takes [`Table::baked`].

use std::borrow::Cow;

use crate::tone::Tone;

/// Glosses by character and reading: the text of `data/glosses.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    text: Cow<'static, str>,
}

impl Table {
    /// The table from the bytes of `data/glosses.tsv`; `None` if they are no UTF-8.
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        let text = Cow::Owned(String::from_utf8(bytes).ok()?);
        Some(Self { text })
    }

    /// The table of this version. Whoever calls this carries the table in the program.
    pub fn baked() -> Self {
        let text = Cow::Borrowed(include_str!("../data/glosses.tsv"));
        Self { text }
    }

    /// What a reading means, in simplified script: the traditional form that has the reading, its
    /// tone, and its group in 平水韵 as the report names it (`寒`). `None` where there is no gloss, as
    /// for all characters with one reading.
    pub fn gloss(&self, traditional: char, tone: Tone, group: &str) -> Option<&str> {
        // Nothing but a row starts so: no cell has a line break or a tab.
        let mut row = String::from('\n');
        row.push(traditional);
        row.push('\t');
        row.push_str(tone.chinese());
        row.push_str(group);
        row.push('\t');
        let (_, rest) = self.text.split_once(&row)?;
        rest.split(['\t', '\n']).next()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        RhymeBook,
        lexicon::{Script, entry},
    };

    #[test]
    fn a_reading_has_its_gloss() {
        let table = Table::baked();
        assert_eq!(table.gloss('看', Tone::Level, "寒"), Some("看守、相看"));
        assert_eq!(table.gloss('看', Tone::Departing, "翰"), Some("看见"));
        assert_eq!(table.gloss('看', Tone::Rising, "寒"), None);
        assert_eq!(table.gloss('花', Tone::Level, "麻"), None);
    }

    #[test]
    fn bytes_that_are_loaded_are_the_same_table() {
        let bytes = include_bytes!("../data/glosses.tsv").to_vec();
        assert_eq!(Table::from_bytes(bytes), Some(Table::baked()));
        assert_eq!(Table::from_bytes(vec![0xff]), None);
    }

    #[test]
    fn rows_are_readings_of_the_book_and_short() {
        let table = Table::baked();
        let mut seen = BTreeSet::new();
        for row in table.text.lines().filter(|l| !l.starts_with('#')).skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [character, reading, gloss, _] = cells[..] else {
                panic!("{row}");
            };
            assert!(seen.insert((character, reading)), "{row} stands twice");
            assert!((1..=12).contains(&gloss.chars().count()), "{row}");
            let character = character.chars().next().unwrap();
            let entry = entry(character, Script::Traditional, RhymeBook::PingShui).unwrap();
            let known = entry.readings().any(|r| {
                r.form == character
                    && reading == format!("{}{}", r.tone().chinese(), r.group.name())
            });
            assert!(known, "{row} is no reading of the book");
        }
        assert!(seen.len() > 2_000);
    }
}
