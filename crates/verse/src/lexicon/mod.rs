//! What the book says of each character. The tables are baked by `build.rs` from `data/`.
//!
//! Layout: `pages` gives each block of 64 code points a page number from 1 (0: nothing there). A
//! page holds, for each code point, the number of its entry (and of its list of Mandarin readings),
//! low and high bytes in two files, which compress better apart. An entry is: flags, cost of
//! reading it level, cost of reading it oblique, then two bytes a reading: group, and form with the
//! highest bit for a rare one. Forms are listed in `forms`.

pub(crate) mod mandarin;
mod tables;

use crate::{
    book::RhymeGroup,
    tone::{Tone, ToneClass},
};

/// The cost of reading a character in a class that it has not.
pub(crate) const IMPOSSIBLE: u16 = 20_000;

const FLAG_FORMS: u8 = 1;
const FLAG_SIMPLIFIED: u8 = 2;
const FLAG_TRADITIONAL: u8 = 4;
const RARE_READING: u8 = 0x80;

/// Which script a text is in, as far as that changes readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Script {
    /// Simplified or unknown: a character stands for all its traditional forms.
    #[default]
    Simplified,
    /// Traditional: a character stands for itself.
    Traditional,
}

/// One reading of a character in 平水韵.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rhyme group; it implies the tone.
    pub group: RhymeGroup,
    /// The traditional form that has the reading.
    pub form: char,
    /// Whether only one source has it.
    pub rare: bool,
}

impl Reading {
    /// The tone.
    pub fn tone(self) -> Tone {
        self.group.tone()
    }

    /// The class.
    pub fn class(self) -> ToneClass {
        self.group.class()
    }
}

/// What the book says of a character: the costs of each class and where the readings are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    character: char,
    flags: u8,
    /// Cost of reading it level.
    pub level: u16,
    /// Cost of reading it oblique.
    pub oblique: u16,
    readings: &'static [u8],
}

impl Entry {
    /// Whether the character is written so in simplified script only.
    pub(crate) fn is_simplified(&self) -> bool {
        self.flags & FLAG_SIMPLIFIED != 0
    }

    /// Whether the character is written so in traditional script only.
    pub(crate) fn is_traditional(&self) -> bool {
        self.flags & FLAG_TRADITIONAL != 0
    }

    /// The groups of the readings, without their forms.
    pub(crate) fn groups(&self) -> impl Iterator<Item = RhymeGroup> + use<> {
        self.readings
            .chunks_exact(2)
            .filter_map(|pair| RhymeGroup::new(pair[0]))
    }

    /// The readings, sure ones first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> + use<> {
        let character = self.character;
        let has_forms = self.flags & FLAG_FORMS != 0;
        let forms = if has_forms {
            tables::forms(character)
        } else {
            [None; 6]
        };
        self.readings.chunks_exact(2).filter_map(move |pair| {
            let number = usize::from(pair[1] & !RARE_READING);
            let form = forms.get(number).copied().flatten();
            Some(Reading {
                group: RhymeGroup::new(pair[0])?,
                form: form.unwrap_or(character),
                rare: pair[1] & RARE_READING != 0,
            })
        })
    }

    /// The cost of a class.
    pub(crate) fn cost(&self, class: ToneClass) -> u16 {
        match class {
            ToneClass::Level => self.level,
            ToneClass::Oblique => self.oblique,
        }
    }
}

/// What the book says of a character, if it has it.
pub(crate) fn entry(character: char, script: Script) -> Option<Entry> {
    let own = match script {
        Script::Simplified => None,
        Script::Traditional => tables::own(character),
    };
    let bytes = tables::entry(match own {
        Some(number) => number,
        None => tables::cell(character)?,
    })?;
    let (head, readings) = bytes.split_at_checked(3)?;
    let cost = |byte| {
        if byte == u8::MAX {
            IMPOSSIBLE
        } else {
            u16::from(byte)
        }
    };
    (!readings.is_empty()).then_some(Entry {
        character,
        flags: head[0],
        level: cost(head[1]),
        oblique: cost(head[2]),
        readings,
    })
}

/// All readings of a character in 平水韵, sure ones first; a simplified character has those of all
/// its traditional forms.
pub fn readings(character: char) -> Vec<Reading> {
    entry(character, Script::Simplified)
        .map(|e| e.readings().collect())
        .unwrap_or_default()
}

/// Whether the book has a character: one look-up.
pub fn is_known(character: char) -> bool {
    entry(character, Script::Simplified).is_some()
}

/// The character that a compatibility code point (a Kangxi radical, say) looks like.
pub(crate) fn normal(character: char) -> Option<char> {
    tables::compatibility(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(c: char) -> Vec<String> {
        readings(c)
            .iter()
            .map(|r| {
                format!(
                    "{}{}{}",
                    r.form,
                    r.tone().chinese(),
                    r.group.traditional_name()
                )
            })
            .collect()
    }

    #[test]
    fn readings_are_named_by_their_forms() {
        assert_eq!(names('看'), ["看平寒", "看去翰"]);
        assert_eq!(names('发'), ["發入月", "髮入月"]);
        assert_eq!(names('东'), ["東平東"]);
        assert_eq!(names('花'), ["花平麻"]);
        assert!(names('后').contains(&"後上有".to_owned()));
        assert!(names('后').contains(&"后上有".to_owned()));
        assert!(names('干').contains(&"乾平寒".to_owned()));
        assert!(names('干').contains(&"幹去翰".to_owned()));
        assert!(names('癌').is_empty());
        assert!(names('x').is_empty());
    }

    #[test]
    fn holes_of_single_sources_are_closed() {
        assert!(names('先').contains(&"先平先".to_owned()));
        assert_eq!(names('泪'), ["淚去寘"]);
        assert!(names('听').contains(&"聽平青".to_owned()));
        assert!(names('啼').contains(&"啼平齊".to_owned()));
    }

    #[test]
    fn in_traditional_text_a_character_stands_for_itself() {
        let own = entry('后', Script::Traditional).unwrap();
        assert!(own.readings().all(|r| r.form == '后'));
        assert!(entry('東', Script::Simplified).unwrap().is_traditional());
        assert!(entry('东', Script::Simplified).unwrap().is_simplified());
        assert!(!entry('山', Script::Simplified).unwrap().is_simplified());
    }

    #[test]
    fn rare_readings_cost_more_than_they_can_hide() {
        let costs = |c| {
            entry(c, Script::Simplified)
                .map(|e| (e.level, e.oblique))
                .unwrap()
        };
        assert!(costs('空').1 > 100, "空 is hardly ever oblique");
        assert!(costs('不').0 > 100 || costs('不').0 == IMPOSSIBLE);
        assert!(costs('看').0 < 20 && costs('看').1 < 20, "看 is both");
        assert_eq!(costs('东'), (0, IMPOSSIBLE));
    }

    #[test]
    fn the_book_is_whole() {
        let has = |c: &u32| char::from_u32(*c).is_some_and(|c| !readings(c).is_empty());
        assert!((0x3400..0x32000).filter(has).count() > 22_000);
    }

    #[test]
    fn radicals_look_like_characters() {
        assert_eq!(normal('\u{2F47}'), Some('日'));
        assert_eq!(normal('日'), None);
    }
}
