//! Mandarin readings from the crate `pinyin`.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;

/// Rows of `pinyin.tsv` for all characters that are wanted.
pub fn rows(wanted: impl Fn(char) -> bool) -> Vec<String> {
    ('\u{3400}'..='\u{323AF}')
        .chain(['\u{3007}'])
        .filter(|c| wanted(*c))
        .filter_map(|c| {
            let mut seen = BTreeSet::new();
            let readings: Vec<&str> = c
                .to_pinyin_multi()?
                .into_iter()
                .map(|p| p.with_tone())
                .filter(|p| seen.insert(*p))
                .collect();
            Some(format!("{c}\t{}", readings.join(" ")))
        })
        .collect()
}
