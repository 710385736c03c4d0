//! How poets use characters.

use std::{collections::BTreeMap, path::Path};

use crate::files::{first, rows};

/// At how many places a character stands as level and as oblique.
pub(crate) fn classes(data: &Path) -> BTreeMap<char, (f64, f64)> {
    let number = |cell: &str| cell.parse().expect("a count");
    rows(data, "usage.tsv")
        .iter()
        .map(|r| (first(&r[0]), (number(&r[1]), number(&r[2]))))
        .collect()
}

/// How often a character stands in verse.
pub(crate) fn counts(data: &Path) -> BTreeMap<char, f64> {
    rows(data, "frequency.tsv")
        .iter()
        .map(|r| (first(&r[0]), r[1].parse().expect("a count")))
        .collect()
}
