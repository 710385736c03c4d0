//! The words that decide the reading of a character.

use std::{collections::BTreeMap, path::Path};

use crate::{book::group, files};

/// The words that decide the reading of each character, as `lexicon::phrases` reads them.
pub(crate) fn read(data: &Path) -> BTreeMap<char, Vec<u8>> {
    // For each character its words of two with the other before it, those with it behind, longer ones.
    let mut words: BTreeMap<char, [Vec<Vec<u8>>; 3]> = BTreeMap::new();
    for row in files::rows(data, "phrases.tsv") {
        let word: Vec<char> = row[0].chars().collect();
        let place: usize = row[1].parse().expect("a place");
        let others: String = word
            .iter()
            .enumerate()
            .filter(|(at, _)| at + 1 != place)
            .map(|(_, c)| c)
            .collect();
        assert!(
            others.chars().all(|c| c.len_utf8() == 3),
            "{}: a rare character",
            row[0]
        );
        let group = group(&row[2]);
        let kinds = words.entry(word[place - 1]).or_default();
        if word.len() == 2 {
            kinds[2 - place].push([others.as_bytes(), &[group]].concat());
        } else {
            let head = [(place as u8 - 1) | (word.len() as u8) << 4, group];
            kinds[2].push([&head, others.as_bytes()].concat());
        }
    }
    let list = |mut kinds: [Vec<Vec<u8>>; 3]| {
        kinds[..2].iter_mut().for_each(|pairs| pairs.sort());
        let count = |pairs: &[_]| u8::try_from(pairs.len()).expect("at most 255 words of a kind");
        let counts = vec![count(&kinds[0]), count(&kinds[1])];
        [counts, kinds.concat().concat()].concat()
    };
    words
        .into_iter()
        .map(|(c, kinds)| (c, list(kinds)))
        .collect()
}

/// Writes the words, and where those of each character start and end.
pub(crate) fn write(out: &Path, words: &BTreeMap<char, Vec<u8>>) {
    let mut start = 0;
    let words_index = words.iter().map(|(c, bytes)| {
        let row = vec![start, start + bytes.len() as u32];
        start += bytes.len() as u32;
        (*c, row)
    });
    files::write_columns(out, "words_index.bin", words_index.collect(), 2);
    files::write(out, "words.bin", words.values().flatten().copied());
}
