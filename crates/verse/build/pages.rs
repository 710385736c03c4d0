//! The index of all code points, in pages of 64, and the tables that have a row for each code point of a page.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{files::write, pool::Pool};

/// The first code point that the page index does not cover.
const CODE_POINTS: usize = 0x32400;
/// Code points on a page.
const PAGE: usize = 64;

/// The numbers of the pages on which a character stands, in order.
pub(crate) struct Pages(Vec<usize>);

impl Pages {
    /// The pages of these characters.
    pub(crate) fn of<'a>(characters: impl Iterator<Item = &'a char>) -> Self {
        let pages: BTreeSet<usize> = characters.map(|c| *c as usize / PAGE).collect();
        Self(pages.into_iter().collect())
    }

    /// Writes the index: for each block of code points its page from 1, or 0.
    pub(crate) fn write(&self, out: &Path) {
        let mut index = vec![0u16; CODE_POINTS / PAGE];
        for (number, page) in self.0.iter().enumerate() {
            index[*page] = number as u16 + 1;
        }
        write(out, "pages.bin", index.iter().flat_map(|i| i.to_le_bytes()));
    }

    /// Writes for each code point the number of its string in a pool, or 0; low and high bytes apart.
    pub(crate) fn write_numbers(
        &self,
        out: &Path,
        name: &str,
        pool: &Pool,
        cells: &BTreeMap<char, Vec<u8>>,
    ) {
        let numbers = pool.numbers();
        let values: Vec<u16> = self
            .code_points()
            .map(|c| {
                let bytes = c.and_then(|c| cells.get(&c));
                bytes.map_or(0, |bytes| numbers[bytes.as_slice()])
            })
            .collect();
        let low = values.iter().map(|v| *v as u8);
        write(out, &format!("{name}_low.bin"), low);
        let high = values.iter().map(|v| (*v >> 8) as u8);
        write(out, &format!("{name}_high.bin"), high);
    }

    /// Writes for each code point how often it stands in verse. A count is written as twelve times its
    /// binary logarithm: one byte, to within three in a hundred.
    pub(crate) fn write_counts(&self, out: &Path, counts: &BTreeMap<char, f64>) {
        let counts = self.code_points().map(|c| {
            let count = c.and_then(|c| counts.get(&c)).copied();
            (12.0 * (count.unwrap_or(0.0) + 1.0).log2()).round() as u8
        });
        write(out, "counts.bin", counts);
    }

    /// The code points of the pages; `None` stands for those that are no characters.
    fn code_points(&self) -> impl Iterator<Item = Option<char>> {
        self.0
            .iter()
            .flat_map(|page| (0..PAGE).map(move |i| page * PAGE + i))
            .map(|cp| char::from_u32(cp as u32))
    }
}
