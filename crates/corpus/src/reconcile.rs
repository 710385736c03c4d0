//! One book from two sources and the rulings.

use std::collections::{BTreeMap, BTreeSet};

use verse::RhymeGroup;

use crate::{guangyun::Readings, rulings::Rulings, scripts::Scripts};

/// Where a character's readings come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// A ruling.
    Ruling,
    /// Both sources say the same.
    Both,
    /// Both have it; what only one of them has is held to be rare.
    Overlap,
    /// The sources contradict each other; 佩文詩韻 is taken.
    Contradiction,
    /// 佩文詩韻 alone.
    Pingshui,
    /// 廣韻 alone.
    Guangyun,
}

/// The readings of one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Readings that a checker accepts.
    pub sure: Vec<RhymeGroup>,
    /// Readings that only one source has.
    pub rare: Vec<RhymeGroup>,
    from: From,
}

/// 平水韵 by traditional character.
pub struct Book {
    entries: BTreeMap<char, Entry>,
}

/// Reconciles the sources: a ruling decides; where the sources agree, that is it; of two sets that
/// overlap the common part is sure and the rest rare.
pub fn reconcile(
    guangyun: &Readings,
    pingshui: &Readings,
    rulings: &Rulings,
    scripts: &Scripts,
) -> Book {
    let through_variants = |source: &Readings, c: char| -> BTreeSet<RhymeGroup> {
        std::iter::once(c)
            .chain(scripts.variants(c))
            .find_map(|shape| source.get(&shape).cloned())
            .unwrap_or_default()
    };
    let all: BTreeSet<char> = guangyun
        .keys()
        .chain(pingshui.keys())
        .chain(rulings.keys())
        .copied()
        .collect();
    let entry = |c: char| match rulings.get(&c) {
        Some(readings) => Entry {
            sure: readings.clone(),
            rare: Vec::new(),
            from: From::Ruling,
        },
        None => merge(
            &through_variants(pingshui, c),
            &through_variants(guangyun, c),
        ),
    };
    Book {
        entries: all.into_iter().map(|c| (c, entry(c))).collect(),
    }
}

/// Two sets of readings, of which one is not empty.
fn merge(pingshui: &BTreeSet<RhymeGroup>, guangyun: &BTreeSet<RhymeGroup>) -> Entry {
    let common: Vec<_> = pingshui.intersection(guangyun).copied().collect();
    let differing: Vec<_> = pingshui.symmetric_difference(guangyun).copied().collect();
    let list = |set: &BTreeSet<RhymeGroup>| set.iter().copied().collect::<Vec<_>>();
    match (pingshui.is_empty(), guangyun.is_empty()) {
        (_, true) => Entry {
            sure: list(pingshui),
            rare: Vec::new(),
            from: From::Pingshui,
        },
        (true, _) => Entry {
            sure: list(guangyun),
            rare: Vec::new(),
            from: From::Guangyun,
        },
        _ if differing.is_empty() => Entry {
            sure: common,
            rare: differing,
            from: From::Both,
        },
        _ if common.is_empty() => Entry {
            sure: list(pingshui),
            rare: list(guangyun),
            from: From::Contradiction,
        },
        _ => Entry {
            sure: common,
            rare: differing,
            from: From::Overlap,
        },
    }
}

impl Book {
    /// Whether the book has the character.
    pub fn has(&self, c: char) -> bool {
        self.entries.contains_key(&c)
    }

    /// The number of characters.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The readings of a character.
    pub fn entry(&self, c: char) -> Option<&Entry> {
        self.entries.get(&c)
    }

    /// The rows of `pingshui.tsv`.
    pub fn rows(&self) -> Vec<String> {
        let text = |readings: &[RhymeGroup]| {
            let names: Vec<String> = readings
                .iter()
                .map(|g| format!("{}{}", g.tone().chinese(), g.traditional_name()))
                .collect();
            names.join(" ")
        };
        self.entries
            .iter()
            .map(|(c, e)| {
                let from = format!("{:?}", e.from).to_lowercase();
                format!("{c}\t{}\t{}\t{from}", text(&e.sure), text(&e.rare))
            })
            .collect()
    }
}

#[cfg(test)]
pub mod testing {
    use super::*;
    use crate::rulings::reading;

    /// A book of a few characters, given as `長 平陽 上養`.
    pub fn book(rows: &[&str]) -> Book {
        let rulings: Rulings = rows
            .iter()
            .map(|row| {
                let mut cells = row.split(' ');
                let c = cells.next().unwrap().chars().next().unwrap();
                (c, cells.map(|r| reading(r).unwrap()).collect())
            })
            .collect();
        reconcile(
            &Readings::new(),
            &Readings::new(),
            &rulings,
            &Scripts::default(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(numbers: &[u8]) -> BTreeSet<RhymeGroup> {
        numbers.iter().filter_map(|n| RhymeGroup::new(*n)).collect()
    }

    #[test]
    fn what_both_have_is_sure() {
        let merged = merge(&set(&[1, 2]), &set(&[2, 60]));
        assert_eq!(merged.sure, set(&[2]).into_iter().collect::<Vec<_>>());
        assert_eq!(merged.rare, set(&[1, 60]).into_iter().collect::<Vec<_>>());
        assert_eq!(merge(&set(&[1]), &set(&[1])).from, From::Both);
        assert_eq!(merge(&set(&[]), &set(&[1])).from, From::Guangyun);
        assert_eq!(
            merge(&set(&[3]), &set(&[1])).sure,
            set(&[3]).into_iter().collect::<Vec<_>>()
        );
    }
}
