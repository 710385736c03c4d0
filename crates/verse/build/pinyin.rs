//! The Mandarin readings.

use std::{collections::BTreeMap, path::Path};

use crate::{
    files::{first, rows, write},
    finals,
    pool::Pool,
};

/// Set in the number of a syllable that modern verse may not use.
const OLDER: u16 = 0x8000;

/// The Mandarin readings of all characters.
pub(crate) struct Pinyin {
    /// The distinct syllables, commonest first.
    syllables: Vec<String>,
    /// Each character's list of the numbers of its syllables, two bytes each.
    pub(crate) cells: BTreeMap<char, Vec<u8>>,
    /// The lists.
    pub(crate) pool: Pool,
}

impl Pinyin {
    /// Reads the table.
    pub(crate) fn read(data: &Path) -> Self {
        let (syllables, lists) = lists(data);
        let cells: BTreeMap<char, Vec<u8>> = lists
            .into_iter()
            .map(|(c, ids)| (c, ids.iter().flat_map(|id| id.to_le_bytes()).collect()))
            .collect();
        let mut pool = Pool::default();
        cells.values().for_each(|list| pool.add(list));
        Self {
            syllables,
            cells,
            pool,
        }
    }

    /// Writes the lists, and the syllables with what they sound like.
    pub(crate) fn write(&self, out: &Path) {
        self.pool.write(out, "lists");
        let syllables = &self.syllables;
        let mut starts = vec![0u16];
        for syllable in syllables {
            starts.push(starts[starts.len() - 1] + syllable.len() as u16);
        }
        write(out, "syllables.txt", syllables.concat().into_bytes());
        write(
            out,
            "syllables_starts.bin",
            starts.iter().flat_map(|s| s.to_le_bytes()),
        );
        let sounds = syllables
            .iter()
            .map(|s| finals::syllable(s).unwrap_or((0, 0, 0)));
        write(
            out,
            "sounds.bin",
            sounds.flat_map(|(tone, new, common)| [tone, new, common]),
        );
    }
}

/// The distinct syllables, commonest first, and each character's list of their numbers.
fn lists(data: &Path) -> (Vec<String>, BTreeMap<char, Vec<u16>>) {
    let rows = rows(data, "pinyin.tsv");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for syllable in rows
        .iter()
        .flat_map(|r| &r[1..])
        .flat_map(|cell| cell.split_whitespace())
    {
        *counts.entry(syllable).or_default() += 1;
    }
    let mut syllables: Vec<&str> = counts.keys().copied().collect();
    syllables.sort_by_key(|s| (usize::MAX - counts[s], *s));
    let numbers: BTreeMap<&str, u16> = syllables
        .iter()
        .enumerate()
        .map(|(n, s)| (*s, n as u16))
        .collect();
    let lists = rows
        .iter()
        .map(|r| {
            let modern = r[1].split_whitespace().map(|s| numbers[s]);
            let older = r
                .get(2)
                .map_or("", String::as_str)
                .split_whitespace()
                .map(|s| numbers[s] | OLDER);
            (first(&r[0]), modern.chain(older).collect())
        })
        .collect();
    (syllables.iter().map(|s| (*s).to_owned()).collect(), lists)
}
