//! The readings of the common characters are settled.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// How many of the commonest characters are looked at.
const COMMONEST: usize = 4_000;

/// The rows of a table of `data/`, without its comment and heading.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name);
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|l| !l.starts_with('#'))
        .skip(1)
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect()
}

fn first(cell: &str) -> char {
    cell.chars().next().unwrap()
}

/// The commonest characters of the poems of Tang and Song.
fn commonest() -> Vec<char> {
    let mut counts: Vec<(Reverse<u32>, char)> = rows("frequency.tsv")
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
    let settled: BTreeSet<char> = rows("pingshui.tsv")
        .iter()
        .filter(|r| !["overlap", "contradiction"].contains(&&*r[3]))
        .map(|r| first(&r[0]))
        .collect();
    let forms: BTreeMap<char, String> = rows("scripts.tsv")
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
