//! Characters by their Mandarin sound.

use crate::lexicon::{self, Script, mandarin};

/// A character that sounds as was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoundWord {
    /// The character, in the script that was asked for.
    pub character: char,
    /// The reading that fits, with its tone mark.
    pub pinyin: &'static str,
    /// About how often the character stands in the verse of Tang and Song, in all its readings.
    pub count: u32,
}

/// The characters with a Mandarin sound, commonest first: `lóu`, `lou2`, or `lou` for every tone; `v`
/// stands for `ü`. Nothing for what is no sound.
pub fn sounds(sound: &str, script: Script) -> Vec<SoundWord> {
    let sound = Sound::of(sound);
    let mut words: Vec<SoundWord> = lexicon::characters()
        .filter(|c| lexicon::is_of(*c, script))
        .filter_map(|character| {
            let pinyin = mandarin::pinyin(character).find(|pinyin| sound.is(pinyin))?;
            let count = lexicon::count_in_any_form(character);
            Some(SoundWord {
                character,
                pinyin,
                count,
            })
        })
        .collect();
    words.sort_by_key(|word| (u32::MAX - word.count, word.character));
    words
}

/// A sound that is looked for.
pub(crate) struct Sound {
    base: String,
    tone: Option<u8>,
}

impl Sound {
    /// As it was typed.
    pub(crate) fn of(typed: &str) -> Self {
        let (base, tone) = bare(&typed.trim().to_lowercase());
        Self { base, tone }
    }

    /// Whether a reading sounds so.
    pub(crate) fn is(&self, pinyin: &str) -> bool {
        let (base, own) = bare(pinyin);
        base == self.base && self.tone.is_none_or(|tone| own.unwrap_or(5) == tone)
    }
}

/// A syllable without its tone, and the tone: 1 to 5, `None` where it shows none.
fn bare(syllable: &str) -> (String, Option<u8>) {
    const VOWELS: [(char, &str); 6] = [
        ('a', "āáǎà"),
        ('e', "ēéěè"),
        ('i', "īíǐì"),
        ('o', "ōóǒò"),
        ('u', "ūúǔù"),
        ('v', "ǖǘǚǜ"),
    ];
    let mut tone = None;
    let mut base = String::new();
    for c in syllable.chars() {
        let marked = VOWELS.iter().find_map(|(vowel, marks)| {
            let at = marks.chars().position(|mark| mark == c)?;
            Some((*vowel, at as u8 + 1))
        });
        match (marked, c) {
            (Some((vowel, own)), _) => {
                tone = Some(own);
                base.push(vowel);
            }
            (None, 'ü') => base.push('v'),
            (None, '1'..='5') => tone = Some(c as u8 - b'0'),
            (None, c) => base.push(c),
        }
    }
    (base, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(sound: &str, script: Script) -> String {
        let words = sounds(sound, script);
        words.iter().map(|word| word.character).collect()
    }

    #[test]
    fn a_sound_is_found_with_and_without_its_tone() {
        let any = all("lou", Script::Simplified);
        for sound in ["lóu", "lou2", " LOU2 "] {
            let found = all(sound, Script::Simplified);
            assert!(found.starts_with('楼'), "{found}");
            assert!(!found.contains('陋') && any.contains('陋'), "{found}");
        }
        assert!(all("lv4", Script::Simplified).contains('绿'));
        assert!(all("lü", Script::Simplified).contains('绿'));
    }

    #[test]
    fn each_script_has_its_own_characters() {
        let (simplified, traditional) = (
            all("fēng", Script::Simplified),
            all("fēng", Script::Traditional),
        );
        assert!(simplified.contains('风') && !simplified.contains('風'));
        assert!(traditional.contains('風') && !traditional.contains('风'));
        assert!(
            traditional.find('風') < traditional.find('蜂'),
            "commonest first"
        );
    }

    #[test]
    fn what_is_no_sound_finds_nothing() {
        for sound in ["", " ", "楼", "xyz", "lou9", "<b>"] {
            assert_eq!(sounds(sound, Script::Simplified), [], "{sound}");
        }
    }
}
