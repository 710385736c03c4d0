//! The list of common rhyme characters that `muse` names in prompts and the page in the brief.

use std::{collections::BTreeMap, fs, path::Path};

use encoding_rs::GBK;
use verse::{RhymeBook, RhymeGroup, ToneClass, lexicon, rhymes};

use crate::{Result, data_folder, table};

/// How many characters of each group are taken, where the group has so many.
const OF_A_GROUP: usize = 40;

/// Of a hundred places the share of oblique ones above which a character is no rhyme word in the
/// old books: verse seldom takes it as level.
const MOSTLY_OBLIQUE: f64 = 70.0;

/// Left out by hand: what stands high only by the count of the form that it is a variant of (皈 歸,
/// 呆 獃, 臃 擁, 馐 羞, 麽 麼, 祗 祇), and a radical.
const LEFT_OUT: &str = "皈呆臃馐麽祗囗";

/// Characters in a row of the file.
const ROW: usize = 40;

/// Writes the list.
pub fn build() -> Result<()> {
    let oblique = mostly_oblique()?;
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for book in RhymeBook::ALL {
        for group in RhymeGroup::of_book(book).filter(|g| g.class() == ToneClass::Level) {
            let mut taken = 0;
            for word in rhymes(group, lexicon::Script::Simplified) {
                let is_common = !word.rare && word.count > 0 && in_gb2312(word.character);
                let is_level = book.is_modern() || !oblique.contains(&form(word.character, group));
                if !is_common || !is_level || LEFT_OUT.contains(word.character) {
                    continue;
                }
                let count = counts.entry(word.character).or_default();
                *count = (*count).max(word.count);
                taken += 1;
                if taken == OF_A_GROUP {
                    break;
                }
            }
        }
    }
    let mut all: Vec<(char, u32)> = counts.into_iter().collect();
    all.sort_by_key(|(_, count)| u32::MAX - count);
    let mut text = String::new();
    for row in all.chunks(ROW) {
        text.extend(row.iter().map(|(character, _)| character));
        text.push('\n');
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../muse/data/rhymes.txt");
    fs::write(&path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))?;
    println!("{} characters", all.len());
    Ok(())
}

/// The traditional form that a character stands for in a group: usage is counted by forms.
fn form(character: char, group: RhymeGroup) -> char {
    let readings = lexicon::readings(character, group.book());
    let reading = readings.iter().find(|r| r.group.rhymes_with(group));
    reading.map_or(character, |r| r.form)
}

/// The characters that verse takes as oblique at most places.
fn mostly_oblique() -> Result<Vec<char>> {
    let mut oblique = Vec::new();
    for row in table::read(&data_folder().join("usage.tsv"))? {
        let [character, level, other] = &row[..] else {
            continue;
        };
        let (level, other): (f64, f64) = (level.parse()?, other.parse()?);
        if other * 100.0 > (level + other) * MOSTLY_OBLIQUE {
            oblique.extend(character.chars());
        }
    }
    Ok(oblique)
}

/// Whether GB 2312, the usual set of simplified script, has a character: what it lacks is a variant.
fn in_gb2312(character: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, is_lost) = GBK.encode(character.encode_utf8(&mut buffer));
    matches!(&bytes[..], [0xb0..=0xf7, 0xa1..=0xfe]) && !is_lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_has_simplified_characters_and_no_variants() {
        assert!("风秋馀龙".chars().all(in_gb2312));
        assert!(!"風経龍𪏮a".chars().any(in_gb2312));
    }
}
