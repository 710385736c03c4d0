//! Mandarin readings from the crate `pinyin`, and rulings by hand on characters with several.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use pinyin::ToPinyinMulti;

use crate::{Result, table};

/// Characters that stand less often than this in 全唐诗 and 全宋诗 are rare.
const FEWEST: usize = 20;

/// Accepted readings by character, commonest first.
pub type Rulings = BTreeMap<char, Vec<String>>;

/// Reads `mandarin-rulings.tsv`: character, readings, note.
pub fn rulings(path: &Path) -> Result<Rulings> {
    let mut rulings = Rulings::new();
    for row in table::read(path)? {
        let [c, readings, ..] = &row[..] else {
            return Err(format!("a ruling with too few cells: {row:?}").into());
        };
        let c = c.chars().next().ok_or("a ruling without a character")?;
        let readings: Vec<String> = readings.split_whitespace().map(str::to_owned).collect();
        if readings.is_empty() || rulings.insert(c, readings).is_some() {
            return Err(format!("{c} is ruled twice or without a reading").into());
        }
    }
    Ok(rulings)
}

/// Rows of `pinyin.tsv`: the whole common block, and what else is wanted of the first plane (rarer
/// characters would cost the page more than they give). A ruling says which readings modern verse
/// may use; without one it is the commonest. The others are older ones, which go with readings of
/// the old books (過 guō, 忘 wáng); of characters that verse hardly has they are left out.
pub fn rows(
    rulings: &Rulings,
    counts: &BTreeMap<char, usize>,
    wanted: impl Fn(char) -> bool,
) -> Vec<String> {
    ('\u{3400}'..='\u{fa2d}')
        .chain(['\u{3007}'])
        .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c) || wanted(*c) || rulings.contains_key(c))
        .filter_map(|c| {
            let of_crate = of_crate(c).unwrap_or_default();
            let modern = match rulings.get(&c) {
                Some(readings) => readings.clone(),
                None => vec![of_crate.first()?.clone()],
            };
            let is_rare = counts.get(&c).is_none_or(|count| *count < FEWEST);
            let older: Vec<String> = of_crate
                .into_iter()
                .filter(|p| !is_rare && !modern.contains(p))
                .collect();
            Some(format!("{c}\t{}\t{}", modern.join(" "), older.join(" ")))
        })
        .collect()
}

/// What the crate knows of a character, each reading once.
fn of_crate(c: char) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let readings = c.to_pinyin_multi()?.into_iter().map(|p| p.with_tone());
    Some(
        readings
            .filter(|p| seen.insert(*p))
            .map(str::to_owned)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruling_overrides_the_crate() {
        let rulings: Rulings = [('看', vec!["kàn".to_owned()])].into();
        let rows = rows(&rulings, &[('看', 100)].into(), |_| false);
        assert!(rows.contains(&"看\tkàn\tkān".to_owned()));
        assert!(rows.contains(&"山\tshān\t".to_owned()));
        assert!(rows.contains(&"啤\tpí\t".to_owned()));
    }
}
