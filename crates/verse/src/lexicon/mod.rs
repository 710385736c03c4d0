//! What the book says of each character. The tables are baked by `build/` from `data/`.
//!
//! Layout: `pages` gives each block of 64 code points a page number from 1 (0: nothing there). A
//! page holds, for each code point, the number of its entry (and of its list of Mandarin readings),
//! low and high bytes in two files, which compress better apart. An entry is: flags, cost of
//! reading it level, cost of reading it oblique, then two bytes a reading: group, and form with the
//! highest bit for a rare one. Forms are listed in `forms`.

pub(crate) mod mandarin;
pub(crate) mod phrases;
mod tables;

use self::tables::{FormsRow, Pair};
use crate::{
    book::{RhymeBook, RhymeGroup},
    tone::{Tone, ToneClass},
};

/// The cost of reading a character in a class that it has not.
pub(crate) const IMPOSSIBLE: u16 = 20_000;
/// The cost of a reading that is seldom met with: as much as a light fault.
pub(crate) const RARE: u16 = 40;

const FLAG_FORMS: u8 = 1;
const FLAG_SIMPLIFIED: u8 = 2;
const FLAG_TRADITIONAL: u8 = 4;
const FLAG_PHRASES: u8 = 8;
const RARE_READING: u8 = 0x80;
const OTHER_PART: u8 = 0x40;

/// Which script a text is in, as far as that changes readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Script {
    /// Simplified or unknown: a character stands for all its traditional forms.
    #[default]
    Simplified,
    /// Traditional: a character stands for itself.
    Traditional,
}

/// One reading of a character in a rhyme book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rhyme group; it has the tone.
    pub group: RhymeGroup,
    /// The traditional form that has the reading; in the modern books the character itself.
    pub form: char,
    /// Whether only one source has it, or it is seldom met with.
    pub rare: bool,
    /// The Mandarin reading, where the book is a modern one.
    pub pinyin: Option<&'static str>,
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

/// What a book says of a character: the costs of each class and where the readings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// For each reading group and form of 平水韵, or the number of a syllable.
    readings: &'static [Pair],
    character: char,
    /// Cost of reading it level.
    pub level: u16,
    /// Cost of reading it oblique.
    pub oblique: u16,
    flags: u8,
    book: RhymeBook,
    /// Whether it has the character's own readings alone, not those of the other forms that it
    /// stands for in simplified script.
    own: bool,
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

    /// Whether the character stands for other forms than its own.
    pub(crate) fn has_forms(&self) -> bool {
        self.flags & FLAG_FORMS != 0
    }

    /// Whether some word decides the reading of the character.
    pub(crate) fn has_phrases(&self) -> bool {
        self.flags & FLAG_PHRASES != 0
    }

    /// Whether it has one reading.
    pub(crate) fn has_one(&self) -> bool {
        self.readings.len() == 1
    }

    /// Whether it has the readings that the character has in traditional script.
    pub(crate) fn script(&self) -> Script {
        if self.own {
            Script::Traditional
        } else {
            Script::Simplified
        }
    }

    /// Whether all readings are of one class.
    pub(crate) fn has_one_class(&self) -> bool {
        self.level == IMPOSSIBLE || self.oblique == IMPOSSIBLE
    }

    /// The groups of the readings, without their forms.
    pub(crate) fn groups(&self) -> impl Iterator<Item = RhymeGroup> + use<> {
        let book = self.book;
        self.readings
            .iter()
            .filter_map(move |pair| group(book, *pair))
    }

    /// The first reading that is of a group: its number from 0 and its group.
    #[inline]
    pub(crate) fn first(&self) -> Option<(usize, RhymeGroup)> {
        match self.readings.first().map(|pair| group(self.book, *pair)) {
            Some(Some(group)) => Some((0, group)),
            // A neutral tone is of no group.
            _ => self.numbered_groups().next(),
        }
    }

    /// The groups of the readings, each with the reading's number from 0.
    pub(crate) fn numbered_groups(&self) -> impl Iterator<Item = (usize, RhymeGroup)> + use<> {
        let book = self.book;
        let pairs = self.readings.iter().enumerate();
        pairs.filter_map(move |(number, pair)| Some((number, group(book, *pair)?)))
    }

    /// The readings, sure ones first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> + use<> {
        let (entry, forms) = (*self, self.forms());
        (0..entry.readings.len()).filter_map(move |number| entry.of_forms(number, forms))
    }

    /// A reading by its number from 0; `None` where there is none or it is of no group.
    pub(crate) fn reading(&self, number: usize) -> Option<Reading> {
        self.of_forms(number, self.forms())
    }

    /// The traditional form that has a reading, by the reading's number from 0.
    pub(crate) fn form(&self, number: usize) -> char {
        let pair = || self.readings.get(number).copied();
        let form = self.forms().zip(pair());
        let form = form.and_then(|(forms, pair)| of_row(forms, pair));
        form.unwrap_or(self.character)
    }

    /// Where the traditional forms are, if the readings are those of others than the character
    /// itself. They are searched for, so only what names a form asks.
    fn forms(&self) -> Option<FormsRow> {
        let has_others = self.has_forms() && !self.own && !self.book.is_modern();
        has_others.then(|| FormsRow::of(self.character)).flatten()
    }

    fn of_forms(&self, number: usize, forms: Option<FormsRow>) -> Option<Reading> {
        let pair = *self.readings.get(number)?;
        let mut reading = Reading {
            group: group(self.book, pair)?,
            form: self.character,
            rare: pair[1] & RARE_READING != 0,
            pinyin: None,
        };
        if self.book.is_modern() {
            reading.rare = number > 0;
            reading.pinyin = tables::syllable(pair);
        } else if let Some(form) = forms.and_then(|row| of_row(row, pair)) {
            reading.form = form;
        }
        Some(reading)
    }

    /// The cost of a class.
    pub(crate) fn cost(&self, class: ToneClass) -> u16 {
        match class {
            ToneClass::Level => self.level,
            ToneClass::Oblique => self.oblique,
        }
    }
}

/// The form of a reading.
fn of_row(forms: FormsRow, pair: Pair) -> Option<char> {
    forms.form(usize::from(pair[1] & !(RARE_READING | OTHER_PART)))
}

/// The group of a reading.
#[inline]
fn group(book: RhymeBook, pair: Pair) -> Option<RhymeGroup> {
    // The usual book, and the quickest to ask.
    if book == RhymeBook::PingShui {
        RhymeGroup::new(pair[0])
    } else {
        group_elsewhere(book, pair)
    }
}

fn group_elsewhere(book: RhymeBook, pair: Pair) -> Option<RhymeGroup> {
    match book {
        RhymeBook::PingShui => None,
        RhymeBook::Cilin => Some(RhymeGroup::new(pair[0])?.to_cilin(pair[1] & OTHER_PART != 0)),
        RhymeBook::XinYun | RhymeBook::TongYun => {
            let (tone, new, common) = tables::sound(pair)?;
            let tone = match tone {
                1 | 2 => Tone::Level,
                3 => Tone::Rising,
                4 => Tone::Departing,
                _ => return None,
            };
            RhymeGroup::of(
                book,
                if book == RhymeBook::XinYun {
                    new
                } else {
                    common
                },
                tone,
            )
        }
    }
}

/// What a book says of a character, if it has it.
pub(crate) fn entry(character: char, script: Script, book: RhymeBook) -> Option<Entry> {
    match script {
        Script::Traditional if !book.is_modern() => match tables::own(character) {
            Some(number) => classical(character, number, true, book),
            None => simplified(character, book),
        },
        _ => simplified(character, book),
    }
}

/// The same for [`Script::Simplified`]. Every character of a text asks this: an entry is made where it
/// is put, because to make it elsewhere and copy it takes longer than to find it.
#[inline(always)]
pub(crate) fn simplified(character: char, book: RhymeBook) -> Option<Entry> {
    if book.is_modern() {
        return modern(character, book);
    }
    classical(character, tables::cell(character)?, false, book)
}

/// What 平水韵 says, by the number of the entry.
#[inline(always)]
fn classical(character: char, number: usize, own: bool, book: RhymeBook) -> Option<Entry> {
    let (head, readings) = tables::entry(number)?.split_first_chunk::<3>()?;
    let readings = readings.as_chunks().0;
    let cost = |byte| {
        if byte == u8::MAX {
            IMPOSSIBLE
        } else {
            u16::from(byte)
        }
    };
    (!readings.is_empty()).then_some(Entry {
        readings,
        character,
        level: cost(head[1]),
        oblique: cost(head[2]),
        flags: head[0],
        book,
        own,
    })
}

/// What a modern book says: the Mandarin readings, commonest first; another class than that of the
/// first is rare.
fn modern(character: char, book: RhymeBook) -> Option<Entry> {
    let readings = tables::modern_syllables(character);
    let flags = tables::cell(character)
        .and_then(tables::entry)
        .and_then(|e| e.first().copied());
    let mut classes = readings
        .iter()
        .filter_map(|pair| group(book, *pair))
        .map(RhymeGroup::class);
    let first = classes.next()?;
    let other = if classes.any(|c| c != first) {
        RARE
    } else {
        IMPOSSIBLE
    };
    let (level, oblique) = match first {
        ToneClass::Level => (0, other),
        ToneClass::Oblique => (other, 0),
    };
    Some(Entry {
        readings,
        character,
        level,
        oblique,
        flags: flags.unwrap_or(0),
        book,
        own: false,
    })
}

/// All readings of a character in a book, sure ones first; a simplified character has those of all
/// its traditional forms.
pub fn readings(character: char, book: RhymeBook) -> Vec<Reading> {
    let mut readings: Vec<Reading> = entry(character, Script::Simplified, book)
        .map(|e| e.readings().collect())
        .unwrap_or_default();
    readings.dedup();
    readings
}

/// Whether 平水韵 has a character: one look-up.
pub fn is_known(character: char) -> bool {
    entry(character, Script::Simplified, RhymeBook::PingShui).is_some()
}

/// About how often a character stands in the verse of Tang and Song, to within three in a hundred.
pub fn count(character: char) -> u32 {
    tables::count(character)
}

/// The same, where a simplified character counts for the commonest of its traditional forms: verse
/// was counted in traditional script.
pub(crate) fn count_in_any_form(character: char) -> u32 {
    readings(character, RhymeBook::PingShui)
        .iter()
        .map(|reading| count(reading.form))
        .fold(count(character), u32::max)
}

/// All characters that the tables know, and some between them that they do not.
pub(crate) fn characters() -> impl Iterator<Item = char> {
    tables::characters()
}

/// Whether a character belongs to a script: most belong to both, 風 to one, 风 to the other.
pub(crate) fn is_of(character: char, script: Script) -> bool {
    let entry = entry(character, script, RhymeBook::PingShui);
    entry.is_none_or(|e| match script {
        Script::Simplified => !e.is_traditional(),
        Script::Traditional => !e.is_simplified(),
    })
}

/// The character that a compatibility code point (a Kangxi radical, say) looks like.
pub(crate) fn normal(character: char) -> Option<char> {
    tables::compatibility(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(c: char) -> Vec<String> {
        readings(c, RhymeBook::PingShui)
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
        let own = entry('后', Script::Traditional, RhymeBook::PingShui).unwrap();
        assert!(own.readings().all(|r| r.form == '后'));
        assert!(
            entry('東', Script::Simplified, RhymeBook::PingShui)
                .unwrap()
                .is_traditional()
        );
        assert!(
            entry('东', Script::Simplified, RhymeBook::PingShui)
                .unwrap()
                .is_simplified()
        );
        assert!(
            !entry('山', Script::Simplified, RhymeBook::PingShui)
                .unwrap()
                .is_simplified()
        );
    }

    #[test]
    fn rare_readings_cost_more_than_they_can_hide() {
        let costs = |c| {
            entry(c, Script::Simplified, RhymeBook::PingShui)
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
        let has = |c: &u32| {
            char::from_u32(*c).is_some_and(|c| !readings(c, RhymeBook::PingShui).is_empty())
        };
        assert!((0x3400..0x32000).filter(has).count() > 22_000);
    }

    #[test]
    fn each_book_has_its_own_groups() {
        let first = |c, book| {
            readings(c, book)
                .first()
                .map(|r| (r.tone(), r.group.name()))
        };
        assert_eq!(
            first('国', RhymeBook::PingShui),
            Some((Tone::Entering, "职"))
        );
        assert_eq!(
            first('国', RhymeBook::Cilin),
            Some((Tone::Entering, "第十七部"))
        );
        assert_eq!(first('国', RhymeBook::XinYun), Some((Tone::Level, "波")));
        assert_eq!(first('国', RhymeBook::TongYun), Some((Tone::Level, "喔")));
        assert_eq!(first('癌', RhymeBook::XinYun), Some((Tone::Level, "开")));
    }

    #[test]
    fn radicals_look_like_characters() {
        assert_eq!(normal('\u{2F47}'), Some('日'));
        assert_eq!(normal('日'), None);
    }
}
