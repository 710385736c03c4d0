//! One character of a report. It is a small value that knows where its reading stands in the book;
//! what the book says of the reading is worked out when it is asked for, which a check never does.

use crate::{
    book::RhymeGroup,
    lexicon::{
        self, Entry, Reading, Script,
        mandarin::{self, Syllables},
    },
    report::{DecidedBy, Slot},
    text::{BLANK, Glyph},
    tone::{Tone, ToneClass},
};

/// One character of a line, read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Char {
    /// Where it starts in the text that was checked, in UTF-16 units.
    pub at: usize,
    /// The character as it stands in the text.
    pub character: char,
    /// The class that it has here; `None` where it is unknown or left blank (□).
    pub class: Option<ToneClass>,
    /// Its rhyme group here; it has the tone.
    pub group: Option<RhymeGroup>,
    /// What the pattern asks at this place; `None` where the line has no pattern.
    pub slot: Option<Slot>,
    /// What decided between the readings.
    pub decided_by: DecidedBy,
    /// The character as it is read: compatibility code points become the one that they look like.
    read: char,
    /// Which of its readings was taken, from 0.
    number: u8,
    /// The script that it was looked up in.
    script: Script,
}

impl Char {
    /// A character that nothing is known of.
    pub const fn unknown(character: char, at: usize) -> Self {
        Self {
            at,
            character,
            class: None,
            group: None,
            slot: None,
            decided_by: DecidedBy::Unknown,
            read: character,
            number: 0,
            script: Script::Simplified,
        }
    }

    /// Names the character, as it is written and as it is read.
    #[inline]
    pub(crate) fn name(&mut self, glyph: &Glyph) {
        self.at = glyph.at;
        self.character = glyph.written;
        self.read = glyph.read;
    }

    /// Takes one of the readings (from 0) of its entry.
    #[inline]
    pub(crate) fn take(&mut self, entry: &Entry, number: usize, group: RhymeGroup) {
        self.class = Some(group.class());
        self.group = Some(group);
        // No character has more than a few readings.
        self.number = number as u8;
        self.script = entry.script();
    }

    /// The character as it is read.
    pub(crate) const fn read(&self) -> char {
        self.read
    }

    /// Which of its readings was taken, from 0.
    pub(crate) fn number(&self) -> usize {
        usize::from(self.number)
    }

    /// Whether the place is still to be filled: a blank (□) whose class nobody has fixed.
    pub fn is_open(&self) -> bool {
        self.character == BLANK && self.class.is_none()
    }

    /// Its tone here.
    pub fn tone(&self) -> Option<Tone> {
        self.group.map(RhymeGroup::tone)
    }

    /// The traditional form whose reading was taken.
    pub fn traditional(&self) -> Option<char> {
        self.taken().map(|reading| reading.form)
    }

    /// The Mandarin reading that goes with it, with a tone mark (`kān`).
    pub fn pinyin(&self) -> Option<&'static str> {
        match self.taken() {
            Some(taken) => mandarin::pinyin_of(taken, self.read),
            None => mandarin::pinyin(self.read).next(),
        }
    }

    /// The other readings, likeliest first.
    pub fn alternatives(&self) -> Vec<Alternative> {
        self.in_book().alternatives
    }

    /// All that the book says, with one look-up.
    pub(super) fn in_book(&self) -> InBook {
        let entry = self.entry();
        let taken = entry.and_then(|entry| Some((entry, entry.reading(self.number())?)));
        let Some((entry, taken)) = taken else {
            return InBook {
                traditional: None,
                pinyin: self.pinyin(),
                alternatives: Vec::new(),
            };
        };
        let mut syllables = Syllables::of(taken.form, self.read);
        let mut in_book = InBook {
            traditional: Some(taken.form),
            pinyin: syllables.pinyin_of(taken),
            alternatives: Vec::new(),
        };
        if !entry.has_one() {
            // Most are of one form: its syllables are looked up once.
            for reading in entry.readings().filter(|reading| *reading != taken) {
                syllables = syllables.for_form(reading.form);
                in_book.alternatives.push(Alternative {
                    group: reading.group,
                    traditional: reading.form,
                    pinyin: syllables.pinyin_of(reading),
                });
            }
        }
        in_book
    }

    /// What the book says of the character, if a reading of it was taken.
    fn entry(&self) -> Option<Entry> {
        lexicon::entry(self.read, self.script, self.group?.book())
    }

    /// The reading that was taken.
    fn taken(&self) -> Option<Reading> {
        self.entry()?.reading(self.number())
    }
}

/// A reading that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its rhyme group; it has class and tone.
    pub group: RhymeGroup,
    /// The traditional form that has the reading.
    pub traditional: char,
    /// The Mandarin reading, where one is known to go with it.
    pub pinyin: Option<&'static str>,
}

/// What the book says of a character at its place.
pub(super) struct InBook {
    /// [`Char::traditional`].
    pub traditional: Option<char>,
    /// [`Char::pinyin`].
    pub pinyin: Option<&'static str>,
    /// [`Char::alternatives`].
    pub alternatives: Vec<Alternative>,
}
