//! Rulings by hand on characters whose sources differ.

use std::{collections::BTreeMap, path::Path};

use verse::{RhymeGroup, Tone};

use crate::{Result, table};

/// Readings in the order of the ruling, by traditional character.
pub type Rulings = BTreeMap<char, Vec<RhymeGroup>>;

/// Reads `rulings.tsv`: character, readings (`平東 去送`), confidence, note.
pub fn read(path: &Path) -> Result<Rulings> {
    let mut rulings = Rulings::new();
    for row in table::read(path)? {
        let [c, readings, ..] = &row[..] else {
            return Err(format!("a ruling with too few cells: {row:?}").into());
        };
        let character = c.chars().next().ok_or("a ruling without a character")?;
        let groups = readings
            .split_whitespace()
            .map(|r| reading(r).ok_or(format!("unknown reading {r} of {c}").into()))
            .collect::<Result<Vec<_>>>()?;
        if groups.is_empty() || rulings.insert(character, groups).is_some() {
            return Err(format!("{c} is ruled twice or without a reading").into());
        }
    }
    Ok(rulings)
}

/// A reading as data files write it: `平東`.
pub fn reading(text: &str) -> Option<RhymeGroup> {
    let mut chars = text.chars();
    let tone = match chars.next()? {
        '平' => Tone::Level,
        '上' => Tone::Rising,
        '去' => Tone::Departing,
        '入' => Tone::Entering,
        _ => return None,
    };
    RhymeGroup::find(tone, chars.next()?)
}
