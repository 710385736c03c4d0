//! What it costs to read each character of a line level or oblique.

use crate::{
    lexicon::{self, IMPOSSIBLE, Script},
    text::{Glyph, TextLine},
    tone::ToneClass,
};

/// The costs of the two classes at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Reading it level.
    pub level: u16,
    /// Reading it oblique.
    pub oblique: u16,
    /// Whether anything is known of the character; where not, it fits everything.
    pub known: bool,
    /// Whether the person chose the reading.
    pub pinned: bool,
}

impl Cost {
    /// Nothing is known: □, a character that no book has, a place where nothing stands.
    pub(crate) const UNKNOWN: Self = Self {
        level: 0,
        oblique: 0,
        known: false,
        pinned: false,
    };

    /// The cost of a class.
    pub(crate) const fn of(self, class: ToneClass) -> u16 {
        match class {
            ToneClass::Level => self.level,
            ToneClass::Oblique => self.oblique,
        }
    }

    /// The cost of the cheaper class.
    pub(crate) fn least(self) -> u16 {
        self.level.min(self.oblique)
    }

    /// The cheaper class; level where both cost the same.
    pub(crate) fn likelier(self) -> ToneClass {
        if self.oblique < self.level {
            ToneClass::Oblique
        } else {
            ToneClass::Level
        }
    }

    /// The class to take where `asked` is wanted: that class if it costs no more than a fault
    /// would.
    pub(crate) fn taken(self, asked: ToneClass, fault: u16) -> ToneClass {
        if self.of(asked) <= self.of(asked.opposite()).saturating_add(fault) {
            asked
        } else {
            asked.opposite()
        }
    }

    /// Fixes the class that the person chose.
    pub(crate) fn pin(&mut self, class: ToneClass) {
        *self = match class {
            ToneClass::Level => Self {
                level: 0,
                oblique: IMPOSSIBLE,
                known: true,
                pinned: true,
            },
            ToneClass::Oblique => Self {
                level: IMPOSSIBLE,
                oblique: 0,
                known: true,
                pinned: true,
            },
        };
    }
}

/// The costs of one glyph.
fn cost(glyph: Glyph, script: Script) -> Cost {
    match lexicon::entry(glyph.read, script) {
        Some(entry) => Cost {
            level: entry.level,
            oblique: entry.oblique,
            known: true,
            pinned: false,
        },
        None => Cost::UNKNOWN,
    }
}

/// The costs of a line at `width` places; where nothing stands, nothing is known.
pub(crate) fn costs(line: &TextLine, width: usize, script: Script) -> Vec<Cost> {
    let mut costs: Vec<Cost> = line.glyphs.iter().map(|g| cost(*g, script)).collect();
    costs.resize(width.max(costs.len()), Cost::UNKNOWN);
    costs
}
