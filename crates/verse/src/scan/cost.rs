//! What it costs to read each character of a line level or oblique.

use crate::{
    book::RhymeGroup,
    lexicon::{IMPOSSIBLE, phrases},
    text::Glyph,
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
    /// The reading in 平水韵 that the word asks for in which the character stands.
    pub word: Option<RhymeGroup>,
}

impl Cost {
    /// Nothing is known: □, a character that no book has, a place where nothing stands.
    pub(crate) const UNKNOWN: Self = Self {
        level: 0,
        oblique: 0,
        known: false,
        pinned: false,
        word: None,
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
                word: None,
            },
            ToneClass::Oblique => Self {
                level: IMPOSSIBLE,
                oblique: 0,
                known: true,
                pinned: true,
                word: None,
            },
        };
    }
}

/// What a word that decides a reading adds to the cost of the other class: more than a light fault,
/// less than an error, so that a poet who took the other reading is not called wrong for a rescue.
const AGAINST_WORD: u16 = 90;

/// The costs of one place of a line; where nothing stands, nothing is known.
pub(crate) fn cost(glyphs: &[Glyph], at: usize) -> Cost {
    let Some(entry) = glyphs.get(at).and_then(|g| g.entry.as_ref()) else {
        return Cost::UNKNOWN;
    };
    let mut cost = Cost {
        level: entry.level,
        oblique: entry.oblique,
        known: true,
        pinned: false,
        word: None,
    };
    let is_open = cost.level < IMPOSSIBLE && cost.oblique < IMPOSSIBLE;
    if is_open && entry.has_phrases() {
        cost.word = phrases::decided(glyphs, at);
        match cost.word.map(RhymeGroup::class) {
            Some(ToneClass::Level) => (cost.level, cost.oblique) = (0, cost.oblique + AGAINST_WORD),
            Some(ToneClass::Oblique) => (cost.level, cost.oblique) = (cost.level + AGAINST_WORD, 0),
            None => {}
        }
    }
    cost
}
