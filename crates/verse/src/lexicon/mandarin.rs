//! Mandarin readings and which of them goes with a reading of the rhyme book.

use crate::tone::Tone;

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
    let of_form = if pinyin(reading.form).next().is_some() {
        reading.form
    } else {
        character
    };
    let fits = |tones: &'static [u8]| {
        move |syllable: &&'static str| tones.contains(&mandarin_tone(syllable))
    };
    let (best, also): (&[u8], &[u8]) = match reading.tone() {
        Tone::Level => (&[1, 2], &[]),
        Tone::Rising => (&[3], &[4]),
        Tone::Departing => (&[4], &[]),
        Tone::Entering => return pinyin(of_form).next(),
    };
    pinyin(of_form)
        .find(fits(best))
        .or_else(|| pinyin(of_form).find(fits(also)))
        .or_else(|| pinyin(of_form).next())
}

/// The tone of a syllable by its mark: 1 to 4, 0 for the neutral tone.
pub(crate) fn mandarin_tone(syllable: &str) -> u8 {
    syllable
        .chars()
        .map(|c| match c {
            'ā' | 'ē' | 'ī' | 'ō' | 'ū' | 'ǖ' => 1,
            'á' | 'é' | 'í' | 'ó' | 'ú' | 'ǘ' | 'ń' | 'ḿ' => 2,
            'ǎ' | 'ě' | 'ǐ' | 'ǒ' | 'ǔ' | 'ǚ' | 'ň' => 3,
            'à' | 'è' | 'ì' | 'ò' | 'ù' | 'ǜ' | 'ǹ' => 4,
            _ => 0,
        })
        .max()
        .unwrap_or(0)
}

/// The final of a syllable without its medial and tone, by which two syllables rhyme in Mandarin:
/// `liú` and `jiǔ` give `iu`, `tiān` and `shān` give `an`.
pub(crate) fn final_of(syllable: &str) -> String {
    let plain: String = syllable
        .chars()
        .map(|c| match c {
            'ā' | 'á' | 'ǎ' | 'à' => 'a',
            'ē' | 'é' | 'ě' | 'è' => 'e',
            'ī' | 'í' | 'ǐ' | 'ì' => 'i',
            'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
            'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
            'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'ü',
            other => other,
        })
        .collect();
    let start = plain.find(['a', 'e', 'i', 'o', 'u', 'ü']).unwrap_or(0);
    let (initial, rest) = plain.split_at(start);
    let whole = match (initial, rest) {
        // The i of zhi and zi is another vowel than that of di.
        ("zh" | "ch" | "sh" | "r" | "z" | "c" | "s", "i") => "-i",
        ("j" | "q" | "x" | "y", "u") => "ü",
        ("j" | "q" | "x" | "y", "un") => "in",
        (_, "iu" | "ou") => "ou",
        (_, "ui" | "ei") => "ei",
        (_, "iao") => "ao",
        (_, "ie" | "ue" | "üe") => "ie",
        ("y", "e") => "ie",
        ("j" | "q" | "x" | "y", "uan") => "an",
        ("y", "an") => "an",
        (_, "un" | "en") => "en",
        (_, "in") => "in",
        (_, other) => {
            let medial = other.len() > 1 && (other.starts_with('i') || other.starts_with('u'));
            match other.get(1..) {
                Some(tail) if medial && tail.starts_with(['a', 'o', 'e']) => tail,
                _ => other,
            }
        }
    };
    whole.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::readings, tone::ToneClass};

    fn of(c: char, class: ToneClass) -> Option<&'static str> {
        readings(c)
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
    }

    #[test]
    fn finals_leave_out_initial_medial_and_tone() {
        let finals = [
            "liú", "jiǔ", "lóu", "tiān", "shān", "yuán", "qǐ", "tí", "shí", "huā", "dōng",
        ];
        assert_eq!(
            finals.map(final_of),
            [
                "ou", "ou", "ou", "an", "an", "an", "i", "i", "-i", "a", "ong"
            ]
        );
    }

    #[test]
    fn tones_are_read_off_the_marks() {
        assert_eq!(
            ["mā", "má", "mǎ", "mà", "ma", "lǜ"].map(mandarin_tone),
            [1, 2, 3, 4, 0, 4]
        );
    }
}
