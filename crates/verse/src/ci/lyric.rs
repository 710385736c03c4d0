//! A lyric's text as its forms are compared with it: characters with their sounds, marks between them.

use crate::{
    book::RhymeBook,
    lexicon::{self, Script},
    scan::cost::{self, Cost},
    text::{
        BLANK, Glyph,
        piece::{is_line_break, note_end},
    },
    tone::{Tone, ToneClass},
};

/// More characters than this are not read: the longest tune, 莺啼序, has 240.
pub const MOST_CHARACTERS: usize = 400;

/// The least likely reading that still counts as one that the poet may have meant.
const PLAUSIBLE: f32 = 0.05;

/// A lyric: its characters in order, and the marks after them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lyric {
    /// Its characters.
    pub characters: Vec<Sound>,
    /// For each character the mark after it; a new line counts as a comma where there is none.
    pub marks: Vec<Option<Mark>>,
}

/// A mark after a character, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// 、: a pause within a line.
    Pause,
    /// ，：
    Comma,
    /// 。！？；
    Stop,
}

/// How a character may be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// As it was written.
    pub character: char,
    /// How likely it is to be level, before its place is known: from how often poets use each class of
    /// it, and from the words that decide a reading. A half where the book lacks the character.
    pub level: f32,
    /// The parts of 词林正韵 (from 0) that its readings belong to, with their tones.
    pub rhymes: Vec<(u8, Tone)>,
}

impl Mark {
    /// The mark that a character is; `None` if it is none.
    pub fn of(character: char) -> Option<Self> {
        match character {
            '、' => Some(Self::Pause),
            '，' | '：' | ',' | ':' | '\n' => Some(Self::Comma),
            '。' | '！' | '？' | '；' | '.' | '!' | '?' | ';' | '．' => Some(Self::Stop),
            _ => None,
        }
    }
}

impl Lyric {
    /// Reads a text that has no title any more. Notes in brackets are left out, and what is no character of
    /// verse and no mark (quotation marks, spaces) is passed over; an open place (□) may be read any way.
    pub fn read(text: &str) -> Self {
        Self::read_in(text, RhymeBook::Cilin)
    }

    /// The same with the tones and rhymes of a book. 平水韵, whose groups are finer than those of any
    /// lyric, counts as 词林正韵, which has the same tones.
    pub fn read_in(text: &str, book: RhymeBook) -> Self {
        let book = rhymes_by(book);
        let tones = tones_by(book);
        let mut glyphs: Vec<Glyph> = Vec::new();
        let mut marks: Vec<Option<Mark>> = Vec::new();
        for (_, character) in outside_notes(text) {
            if is_written(character) {
                if glyphs.len() == MOST_CHARACTERS {
                    break;
                }
                let read = lexicon::normal(character).unwrap_or(character);
                glyphs.push(Glyph {
                    written: character,
                    read,
                    at: 0,
                    entry: lexicon::simplified(read, tones),
                });
                marks.push(None);
            } else if let (Some(mark), Some(last)) = (Mark::of(character), marks.last_mut()) {
                *last = (*last).max(Some(mark));
            }
        }
        let script = script(&glyphs);
        if script == Script::Traditional {
            for glyph in &mut glyphs {
                glyph.entry = lexicon::entry(glyph.read, script, tones);
            }
        }
        let mut characters = Vec::new();
        let mut start = 0;
        for (at, mark) in marks.iter().enumerate() {
            if mark.is_some() || at + 1 == marks.len() {
                // Words do not reach across a mark.
                let line = glyphs.get(start..=at).unwrap_or_default();
                characters
                    .extend((0..line.len()).filter_map(|place| sound(line, place, script, book)));
                start = at + 1;
            }
        }
        Self { characters, marks }
    }

    /// How many characters it has.
    pub fn length(&self) -> usize {
        self.characters.len()
    }

    /// Whether a mark stands after a character (from 0).
    pub fn is_marked(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(Option::is_some)
    }
}

impl Sound {
    /// How likely it is to be of a class, before its place is known.
    pub fn likely(&self, class: ToneClass) -> f32 {
        match class {
            ToneClass::Level => self.level,
            ToneClass::Oblique => 1.0 - self.level,
        }
    }

    /// Whether the book has it.
    pub fn is_known(&self) -> bool {
        !self.rhymes.is_empty()
    }

    /// Whether the poet may have meant it in a class.
    pub fn may_be(&self, class: ToneClass) -> bool {
        self.likely(class) >= PLAUSIBLE
    }

    /// The parts of 词林正韵 in which it may rhyme, of the class.
    pub fn parts(&self, class: ToneClass) -> impl Iterator<Item = u8> + '_ {
        let may_be = self.may_be(class);
        let of_class = move |(_, tone): &&(u8, Tone)| may_be && tone.class() == class;
        self.rhymes.iter().filter(of_class).map(|(part, _)| *part)
    }
}

/// The book that a lyric's rhymes are looked up in.
pub(super) const fn rhymes_by(book: RhymeBook) -> RhymeBook {
    match book {
        RhymeBook::PingShui => RhymeBook::Cilin,
        other => other,
    }
}

/// The book that its tones are looked up in: of the old ones 平水韵, by which usage was counted.
const fn tones_by(book: RhymeBook) -> RhymeBook {
    match book {
        RhymeBook::Cilin => RhymeBook::PingShui,
        other => other,
    }
}

/// Whether a character is verse: a Chinese character, or an open place.
pub(super) fn is_written(character: char) -> bool {
    let is_form = ('\u{fe00}'..='\u{ffff}').contains(&character);
    (character >= '\u{3400}' && !is_form) || character == BLANK
}

/// The characters of a text that stand in no note (一作…) in brackets, with their places in bytes. A note ends
/// with its line at the latest, as in regulated verse.
pub(super) fn outside_notes(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut end = None;
    text.char_indices().filter(move |(_, character)| {
        if is_line_break(*character) {
            end = None;
        } else if end.is_some() {
            if end == Some(*character) {
                end = None;
            }
            return false;
        } else {
            end = note_end(*character);
        }
        end.is_none()
    })
}

/// In a traditional text (some character is written so only there, none only in simplified script) a
/// character stands for itself alone.
pub(super) fn script(glyphs: &[Glyph]) -> Script {
    let entries = || glyphs.iter().filter_map(|glyph| glyph.entry);
    let is_traditional =
        entries().any(|e| e.is_traditional()) && !entries().any(|e| e.is_simplified());
    if is_traditional {
        Script::Traditional
    } else {
        Script::Simplified
    }
}

fn sound(line: &[Glyph], place: usize, script: Script, book: RhymeBook) -> Option<Sound> {
    let glyph = line.get(place)?;
    let cost = cost::cost(line, place);
    let entry = lexicon::entry(glyph.read, script, book);
    let mut rhymes: Vec<(u8, Tone)> = Vec::new();
    for group in entry.iter().flat_map(lexicon::Entry::groups) {
        let rhyme = (group.number(), group.tone());
        if !rhymes.contains(&rhyme) {
            rhymes.push(rhyme);
        }
    }
    Some(Sound {
        character: glyph.written,
        level: level(&cost),
        rhymes,
    })
}

/// How likely a character is to be level, from its costs: six more halve the likelihood (see
/// `build/entries.rs`).
fn level(cost: &Cost) -> f32 {
    if !cost.known {
        return 0.5;
    }
    let likely = |cost: u16| (-f32::from(cost) / 6.0).exp2();
    let (level, oblique) = (likely(cost.level), likely(cost.oblique));
    let share = level / (level + oblique);
    // Neither class costs less than nothing, so one of them is likely.
    if share.is_finite() { share } else { 0.5 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_characters() {
        let lyric = Lyric::read("“明月几时有？\n把酒、问青天。”");
        assert_eq!(lyric.length(), 10);
        let marked: Vec<_> = (0..10).filter(|at| lyric.is_marked(*at)).collect();
        assert_eq!(marked, [4, 6, 9]);
        assert_eq!(lyric.marks[4], Some(Mark::Stop));
        assert_eq!(lyric.marks[6], Some(Mark::Pause));
        assert_eq!(Lyric::read("，。"), Lyric::default());
        for note in ["（一作清）", "(一作清)", "〔一作清〕", "[一作清]"] {
            let text = format!("明月{note}几时有？\n把酒、问青天。（丙辰中秋");
            let noted = Lyric::read(&format!("{text}\n不知天上宫阙"));
            assert_eq!(
                noted,
                Lyric::read("明月几时有？\n把酒、问青天。\n不知天上宫阙"),
                "{note}"
            );
        }
        assert_eq!(Lyric::read(&"月".repeat(900)).length(), MOST_CHARACTERS);
    }

    #[test]
    fn sounds_know_words_and_usage() {
        let level = |text: &str, at: usize| Lyric::read(text).characters[at].level;
        assert!(level("东风", 0) > 0.99);
        assert!(level("明月", 1) < 0.01);
        assert!(level("几时", 0) < 0.05, "几 is oblique in 几时");
        assert!((0.2..0.9).contains(&level("看", 0)));
        assert_eq!(level("□", 0), 0.5);
    }

    #[test]
    fn sounds_know_their_parts() {
        let lyric = Lyric::read("天月看");
        let parts = |at: usize, class| -> Vec<u8> { lyric.characters[at].parts(class).collect() };
        assert_eq!(parts(0, ToneClass::Level), [6]);
        assert_eq!(parts(0, ToneClass::Oblique), []);
        assert_eq!(parts(1, ToneClass::Oblique), [17]);
        assert_eq!(parts(2, ToneClass::Level), [6]);
        assert_eq!(parts(2, ToneClass::Oblique), [6]);
    }

    #[test]
    fn traditional_text_is_read_as_simplified() {
        let level = |text| -> Vec<f32> {
            let lyric = Lyric::read(text);
            lyric.characters.iter().map(|c| c.level).collect()
        };
        assert_eq!(level("東風夜放花千樹"), level("东风夜放花千树"));
    }
}
