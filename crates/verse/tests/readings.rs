//! The readings of the common characters are settled.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

mod tables;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use tables::rows;

/// How many of the commonest characters are looked at.
const COMMONEST: usize = 4_000;

fn first(cell: &str) -> char {
    cell.chars().next().unwrap()
}

/// The commonest characters of the poems of Tang and Song.
fn commonest() -> Vec<char> {
    let mut counts: Vec<(Reverse<u32>, char)> = rows("data/frequency.tsv")
        .iter()
        .map(|r| (Reverse(r[1].parse().unwrap()), first(&r[0])))
        .collect();
    counts.sort();
    counts.into_iter().take(COMMONEST).map(|(_, c)| c).collect()
}

/// Neither they nor the traditional forms that they may stand for have readings on which the sources
/// differ and nobody ruled.
#[test]
fn no_common_character_is_undecided() {
    let settled: BTreeSet<char> = rows("data/pingshui.tsv")
        .iter()
        .filter(|r| !["overlap", "contradiction"].contains(&&*r[3]))
        .map(|r| first(&r[0]))
        .collect();
    let forms: BTreeMap<char, String> = rows("data/scripts.tsv")
        .into_iter()
        .map(|r| (first(&r[0]), r[1].clone()))
        .collect();
    let common = commonest();
    assert_eq!(common.len(), COMMONEST);
    let undecided: Vec<(char, char)> = common
        .into_iter()
        .flat_map(|c| {
            let forms = forms.get(&c).cloned().unwrap_or_else(|| c.to_string());
            forms.chars().map(move |f| (c, f)).collect::<Vec<_>>()
        })
        .filter(|(_, form)| !settled.contains(form))
        .collect();
    assert!(undecided.is_empty(), "{undecided:?}");
}
