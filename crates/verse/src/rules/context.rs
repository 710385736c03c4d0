//! What the rules look at.

use std::borrow::Cow;

use super::Rule;
use crate::{
    form::Form,
    lexicon::RARE,
    options::{Language, Strictness},
    report::{Char, DecidedBy, Finding, Kind, Line, Slot},
    scan::{ReadLine, Reading, rhyme::RhymeScan, tail::Tail},
    text::{Glyph, Text},
    tone::ToneClass,
    words,
};

/// A poem that has been read, as the rules see it.
pub(crate) struct Context<'a> {
    /// The text, divided.
    pub text: &'a Text,
    /// Characters in a line: 5 or 7, or 0 where the text has no such lines.
    pub width: usize,
    /// The form, where the shape has one.
    pub form: Option<Form>,
    /// The form that the person chose.
    pub wanted: Option<Form>,
    /// What sort of verse it is.
    pub kind: Kind,
    /// How it is read; `None` for old-style verse and where no line has the right length.
    pub reading: Option<&'a Reading>,
    /// A bit for each tail that some line of the reading has.
    pub tails: u16,
    /// What was seen while its characters were read.
    pub seen: Seen,
    /// Its rhyme.
    pub rhyme: Option<&'a RhymeScan>,
    /// The lines of the report.
    pub lines: &'a [Line],
    /// The language of the messages.
    pub language: Language,
    /// How much the lighter rules weigh.
    pub strictness: Strictness,
}

/// What was seen while the characters were read. Most poems have none of it, and the rules that look
/// for it at every place have nothing to do then.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// A character that nothing is known of, or a blank.
    pub unknown: bool,
    /// A compatibility code point.
    pub compatibility: bool,
    /// A class that the pattern does not ask for at its place, rhymes left out.
    pub off_pattern: bool,
    /// A reading that its place decided on and that costs as much as a light fault.
    pub rare: bool,
    /// A character of the rhyme group that does not end its line.
    pub crowded: bool,
}

impl Seen {
    /// Notes a character.
    #[inline]
    pub(crate) fn note(&mut self, glyph: &Glyph, char: &Char) {
        self.compatibility |= glyph.written != glyph.read;
        let Some(class) = char.class else {
            self.unknown = true;
            return;
        };
        // Of the rhyme there are rules of its own.
        let asked = match char.slot {
            Some(Slot::Level) => ToneClass::Level,
            Some(Slot::Oblique) => ToneClass::Oblique,
            _ => class,
        };
        self.off_pattern |= asked != class;
        if matches!(char.decided_by, DecidedBy::Slot | DecidedBy::Rhyme) {
            let entry = glyph.entry.as_ref();
            self.rare |= entry.is_some_and(|e| e.cost(class) >= RARE);
        }
    }
}

/// A line that has been read and is whole: its number from 1, how it is read, its characters.
pub(crate) struct WholeLine<'a> {
    /// From 1.
    pub number: usize,
    /// Its type, tail and classes.
    pub read: &'a ReadLine,
    /// Its characters.
    pub chars: &'a [Char],
}

impl<'a> Context<'a> {
    /// The lines that have a type and the right length.
    pub(crate) fn whole_lines(&self) -> impl Iterator<Item = WholeLine<'a>> {
        let width = self.width;
        let read = self.reading.map(|r| &r.lines[..]).unwrap_or_default();
        read.iter()
            .zip(self.lines)
            .enumerate()
            .filter_map(move |(at, (read, line))| {
                (line.chars.len() == width).then_some(WholeLine {
                    number: at + 1,
                    read,
                    chars: &line.chars,
                })
            })
    }

    /// The whole lines that stand one below the other.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (WholeLine<'a>, WholeLine<'a>)> {
        let line = |number| self.whole_line(number);
        (2..=self.lines.len()).filter_map(move |number| line(number - 1).zip(line(number)))
    }

    /// The whole lines with a certain tail.
    pub(crate) fn with_tail(&self, tail: Tail) -> impl Iterator<Item = WholeLine<'a>> {
        let reading = self.reading.filter(|_| self.tails & tail.bit() != 0);
        let read = reading.map(|r| &r.lines[..]).unwrap_or_default();
        read.iter()
            .enumerate()
            .filter(move |(_, read)| read.tail == tail)
            .filter_map(|(at, _)| self.whole_line(at + 1))
    }

    /// A line that has a type and the right length, by its number from 1.
    pub(crate) fn whole_line(&self, number: usize) -> Option<WholeLine<'a>> {
        let at = number.checked_sub(1)?;
        let (read, line) = (self.reading?.lines.get(at)?, self.lines.get(at)?);
        (line.chars.len() == self.width).then_some(WholeLine {
            number,
            read,
            chars: &line.chars,
        })
    }

    /// The last character of a line (from 1) of the right length, if a reading was taken, and the
    /// traditional form that has it.
    pub(crate) fn last_form(&self, number: usize) -> Option<(&'a Char, char)> {
        let line = self.lines.get(number.checked_sub(1)?)?;
        let last = line.chars.last().filter(|c| c.group.is_some())?;
        let glyph = self.text.line(number - 1).last()?;
        let form = glyph.entry.as_ref()?.form(last.number());
        (line.chars.len() == self.width).then_some((last, form))
    }

    /// The place in the line (from 1) of a place in its last five characters (from 1).
    pub(crate) const fn of_five(&self, place: usize) -> usize {
        self.width.saturating_sub(5) + place
    }

    /// Whether a line (from 1) is one that rhymes.
    pub(crate) fn must_rhyme(&self, number: usize) -> bool {
        let Some(rhyme) = self.rhyme else {
            return false;
        };
        let first_rhymes = || {
            self.lines
                .first()
                .and_then(|l| l.line_type)
                .is_some_and(|t| rhyme.asks(0, t))
        };
        number.is_multiple_of(2) || number == 1 && first_rhymes()
    }

    /// A finding of a rule with its usual weight.
    pub(crate) fn finding(
        &self,
        rule: &Rule,
        line: usize,
        chars: Vec<usize>,
        zh: impl FnOnce() -> String,
        en: impl FnOnce() -> String,
    ) -> Finding {
        let severity = self.strictness.weigh(rule.severity);
        Finding {
            code: Cow::Borrowed(rule.code),
            severity,
            line,
            chars,
            related: Vec::new(),
            message: words::sentence(self.language, zh, en),
        }
    }

    /// A place in words.
    pub(crate) fn place(&self, line: usize, position: usize) -> String {
        let character = self
            .lines
            .get(line.wrapping_sub(1))
            .and_then(|l| l.chars.get(position.wrapping_sub(1)))
            .map_or('？', |c| c.character);
        words::place(line, position, character, self.language)
    }

    /// A line in words.
    pub(crate) fn line(&self, number: usize) -> String {
        words::line(number, self.language)
    }

    /// The text of some of the last five characters of a line: `tail(line, 3..=5)`.
    pub(crate) fn tail_text(
        &self,
        line: &WholeLine<'_>,
        places: std::ops::RangeInclusive<usize>,
    ) -> String {
        places
            .filter_map(|p| line.chars.get(self.of_five(p) - 1))
            .map(|c| c.character)
            .collect()
    }
}

/// Whether two lines may stand in one couplet: their second characters are opposite.
pub(crate) fn opposed(a: &WholeLine<'_>, b: &WholeLine<'_>) -> bool {
    a.read.line_type.second_of_five() != b.read.line_type.second_of_five()
}
