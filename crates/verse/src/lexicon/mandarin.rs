//! Mandarin readings and which of them goes with a reading of the rhyme book.

use crate::{book::finals, tone::Tone};

use super::{
    Reading,
    tables::{self, Pair},
};

/// The Mandarin readings of a character with tone marks, commonest first.
pub fn pinyin(character: char) -> impl Iterator<Item = &'static str> {
    tables::syllables(character)
        .iter()
        .filter_map(|pair| tables::syllable(*pair))
}

/// The Mandarin readings of a traditional form that a character stands for; those of the character
/// itself where none are known of the form.
#[derive(Clone, Copy)]
pub(crate) struct Syllables {
    form: char,
    character: char,
    list: &'static [Pair],
}

impl Syllables {
    /// The readings of a form, looked up.
    pub(crate) fn of(form: char, character: char) -> Self {
        let mut list = tables::syllables(form);
        if list.is_empty() {
            list = tables::syllables(character);
        }
        Self {
            form,
            character,
            list,
        }
    }

    /// Those of another form of the character.
    pub(crate) fn for_form(self, form: char) -> Self {
        if form == self.form {
            return self;
        }
        Self::of(form, self.character)
    }

    /// The Mandarin reading that goes with a reading of the book: the one whose tone is the regular
    /// outcome (level: first or second; rising: third, or fourth after voiced initials; departing:
    /// fourth), else the commonest.
    pub(crate) fn pinyin_of(&self, reading: Reading) -> Option<&'static str> {
        reading
            .pinyin
            .or_else(|| tables::syllable(self.number_of(reading.tone())?))
    }

    /// The number of that Mandarin reading's syllable.
    fn number_of(&self, tone: Tone) -> Option<Pair> {
        let (first, others) = self.list.split_first()?;
        if others.is_empty() {
            return Some(*first);
        }
        let (least, most) = match tone {
            Tone::Level => (1, 2),
            Tone::Rising => (3, 4),
            Tone::Departing => (4, 4),
            Tone::Entering => return Some(*first),
        };
        let fits = |pair: &&Pair| {
            tables::sound(**pair).is_some_and(|(tone, _, _)| least <= tone && tone <= most)
        };
        self.list.iter().find(fits).or(Some(first)).copied()
    }
}

/// The Mandarin reading that goes with a reading of the book.
pub(crate) fn pinyin_of(reading: Reading, character: char) -> Option<&'static str> {
    Syllables::of(reading.form, character).pinyin_of(reading)
}

/// The tone of a syllable by its mark: 1 to 4, 0 for the neutral tone.
pub(crate) fn mandarin_tone(syllable: &str) -> u8 {
    finals::syllable(syllable).map_or(0, |(tone, _, _)| tone)
}

/// The group of 中华新韵 (from 0) that a form of a character, read in a tone of the book, rhymes in
/// today, whatever its tone.
pub(crate) fn rhyme_of(form: char, tone: Tone, character: char) -> Option<u8> {
    let number = Syllables::of(form, character).number_of(tone)?;
    tables::sound(number).map(|(_, new, _)| new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{book::RhymeBook, lexicon::readings, tone::ToneClass};

    fn of(c: char, class: ToneClass) -> Option<&'static str> {
        readings(c, RhymeBook::PingShui)
            .into_iter()
            .find(|r| r.class() == class)
            .and_then(|r| pinyin_of(r, c))
    }

    #[test]
    fn the_mandarin_reading_goes_with_the_class() {
        assert_eq!(of('看', ToneClass::Level), Some("kān"));
        assert_eq!(of('看', ToneClass::Oblique), Some("kàn"));
        assert_eq!(of('长', ToneClass::Level), Some("cháng"));
        assert_eq!(of('重', ToneClass::Level), Some("chóng"));
        assert_eq!(of('白', ToneClass::Oblique), Some("bái"));
        assert_eq!(of('上', ToneClass::Oblique), Some("shàng"));
        assert_eq!(of('柳', ToneClass::Oblique), Some("liǔ"));
    }

    #[test]
    fn tones_are_read_off_the_marks() {
        assert_eq!(
            ["mā", "má", "mǎ", "mà", "ma", "lǜ"].map(mandarin_tone),
            [1, 2, 3, 4, 0, 4]
        );
    }
}
