//! The letters that cards are drawn with: outlines of characters, in slices that are fetched when a card
//! needs them. A card is then drawn of paths alone and looks the same everywhere.
//!
//! The outlines are LXGW WenKai's, under the SIL Open Font License; `tools/letters` makes the slices.

mod coder;
pub mod glyph;
mod index;

use std::collections::{BTreeMap, BTreeSet};

pub use index::Index;

use self::{coder::Decoder, glyph::Glyph};

/// The letters that have been fetched.
#[derive(Clone, Debug)]
pub struct Letters {
    index: Index,
    fetched: BTreeSet<usize>,
    glyphs: BTreeMap<char, Glyph>,
}

impl Default for Letters {
    fn default() -> Self {
        Self {
            index: Index::baked(),
            fetched: BTreeSet::new(),
            glyphs: BTreeMap::new(),
        }
    }
}

impl Letters {
    /// The slices that a text still needs, with their addresses.
    pub fn wanted(&self, text: &str) -> BTreeMap<usize, String> {
        let slices = text.chars().filter_map(|char| self.index.slice_of(char));
        slices
            .filter(|slice| !self.fetched.contains(slice))
            .map(|slice| (slice, self.index.address(slice)))
            .collect()
    }

    /// Takes up a slice that has come.
    pub fn add(&mut self, slice: usize, bytes: &[u8]) {
        let mut decoder = Decoder::new(bytes);
        for char in self.index.chars(slice) {
            let Some(glyph) = Glyph::read(&mut decoder) else {
                return;
            };
            self.glyphs.insert(*char, glyph);
        }
        self.fetched.insert(slice);
    }

    /// The outline of a character, where there is one.
    pub fn glyph(&self, char: char) -> Option<&Glyph> {
        self.glyphs.get(&char)
    }

    /// How wide a character is, in ems.
    pub fn width(&self, char: char) -> f64 {
        match self.glyph(char) {
            Some(glyph) => f64::from(glyph.advance) / f64::from(glyph::EM),
            None if char == ' ' => 0.35,
            None if char.is_ascii() => 0.6,
            None => 1.0,
        }
    }
}

/// The letters of this tree, for the tests of whoever draws with them.
#[cfg(test)]
pub(super) mod tests;
