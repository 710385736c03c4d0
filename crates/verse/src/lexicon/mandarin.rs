//! Mandarin readings and which of them goes with a reading of the rhyme book.

use crate::{book::finals, tone::Tone};

use super::{Reading, tables};

/// The Mandarin readings of a character with tone marks, commonest first.
pub fn pinyin(character: char) -> impl Iterator<Item = &'static str> {
    tables::syllables(character)
        .chunks_exact(2)
        .filter_map(tables::syllable)
}

/// The Mandarin reading that goes with a reading of the book: that of its traditional form whose
/// tone is the regular outcome (level: first or second; rising: third, or fourth after voiced
/// initials; departing: fourth), else the commonest.
pub(crate) fn pinyin_of(reading: Reading, character: char) -> Option<&'static str> {
    reading
        .pinyin
        .or_else(|| tables::syllable(number_of(reading, character)?))
}

/// The number of that Mandarin reading's syllable, as two bytes.
fn number_of(reading: Reading, character: char) -> Option<&'static [u8]> {
    let of_form = match tables::syllables(reading.form) {
        [] => tables::syllables(character),
        syllables => syllables,
    };
    if of_form.len() == 2 {
        return Some(of_form);
    }
    let with_tone = |tones: &[u8]| {
        let fits = |pair: &&[u8]| tables::sound(pair).is_some_and(|(t, _, _)| tones.contains(&t));
        of_form.chunks_exact(2).find(fits)
    };
    let regular = match reading.tone() {
        Tone::Level => with_tone(&[1, 2]),
        Tone::Rising => with_tone(&[3, 4]),
        Tone::Departing => with_tone(&[4]),
        Tone::Entering => None,
    };
    regular.or_else(|| of_form.chunks_exact(2).next())
}

/// The tone of a syllable by its mark: 1 to 4, 0 for the neutral tone.
pub(crate) fn mandarin_tone(syllable: &str) -> u8 {
    finals::syllable(syllable).map_or(0, |(tone, _, _)| tone)
}

/// The group of 中华新韵 (from 0) that a reading rhymes in today, whatever its tone.
pub(crate) fn rhyme_of(reading: Reading, character: char) -> Option<u8> {
    tables::sound(number_of(reading, character)?).map(|(_, new, _)| new)
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
