//! Byte strings kept once each.

use std::{collections::BTreeMap, path::Path};

use crate::files::write;

/// Byte strings kept once each.
#[derive(Default)]
pub(crate) struct Pool {
    /// How often each was added.
    counts: BTreeMap<Vec<u8>, usize>,
}

impl Pool {
    /// Adds a string, or counts it once more.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        *self.counts.entry(bytes.to_vec()).or_default() += 1;
    }

    /// The strings, short ones first and of one length the commonest first: what is common gets
    /// a small number, and tables of small numbers compress well.
    fn sorted(&self) -> Vec<&[u8]> {
        let mut strings: Vec<&[u8]> = self.counts.keys().map(Vec::as_slice).collect();
        strings.sort_by_key(|s| (s.len(), usize::MAX - self.counts[*s], *s));
        strings
    }

    /// The number of each string, from 1.
    pub(crate) fn numbers(&self) -> BTreeMap<&[u8], u16> {
        let number = |at| u16::try_from(at + 1).expect("a pool has at most 65,535 strings");
        self.sorted()
            .into_iter()
            .enumerate()
            .map(|(at, s)| (s, number(at)))
            .collect()
    }

    /// Writes the strings one after the other, and for each length the number of its first string
    /// from 0, the length, and where it starts, two bytes each.
    pub(crate) fn write(&self, out: &Path, name: &str) {
        let strings = self.sorted();
        let mut lengths: Vec<[u16; 3]> = Vec::new();
        let mut start = 0;
        for (number, string) in strings.iter().enumerate() {
            if lengths
                .last()
                .is_none_or(|[_, length, _]| usize::from(*length) != string.len())
            {
                let row = [number, string.len(), start];
                lengths.push(row.map(|n| u16::try_from(n).expect("a pool has at most 64 KB")));
            }
            start += string.len();
        }
        write(out, &format!("{name}.bin"), strings.concat());
        let lengths = lengths.iter().flatten().flat_map(|n| n.to_le_bytes());
        write(out, &format!("{name}_lengths.bin"), lengths);
    }
}
