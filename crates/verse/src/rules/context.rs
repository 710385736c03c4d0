//! What the rules look at.

use std::borrow::Cow;

use super::Rule;
use crate::{
    form::Form,
    lexicon::Reading as CharacterReading,
    options::{Language, Strictness},
    report::{Char, Finding, Kind, Line, Severity},
    scan::{ReadLine, Reading, rhyme::RhymeScan, tail::Tail},
    text::Text,
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
    /// Its rhyme.
    pub rhyme: Option<&'a RhymeScan>,
    /// The lines of the report.
    pub lines: &'a [Line],
    /// The language of the messages.
    pub language: Language,
    /// How much the lighter rules weigh.
    pub strictness: Strictness,
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
        self.whole_lines()
            .zip(self.whole_lines().skip(1))
            .filter(|(above, line)| line.number == above.number + 1)
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

    /// The reading that was taken for the last character of a line (from 1) of the right length,
    /// and the character.
    pub(crate) fn last_reading(&self, number: usize) -> Option<(CharacterReading, char)> {
        let at = number.checked_sub(1)?;
        let (line, glyphs) = (self.lines.get(at)?, &self.text.lines.get(at)?.glyphs);
        let (last, glyph) = (line.chars.last()?, glyphs.last()?);
        let (entry, tone) = (glyph.entry.as_ref()?, last.tone?);
        let is_taken = |r: &CharacterReading| {
            entry.has_one()
                || r.tone() == tone
                    && Some(r.form) == last.traditional
                    && last.group.as_deref() == Some(r.group.name())
        };
        let taken = entry.readings().find(is_taken)?;
        (line.chars.len() == self.width).then_some((taken, glyph.read))
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
        let severity = match (self.strictness, rule.severity) {
            (Strictness::Strict, Severity::Warning) => Severity::Error,
            (Strictness::Lenient, Severity::Warning) => Severity::Note,
            (_, usual) => usual,
        };
        let message = match self.language {
            Language::Zh => zh(),
            Language::En => capital(en()),
        };
        Finding {
            code: Cow::Borrowed(rule.code),
            severity,
            line,
            chars,
            related: Vec::new(),
            message,
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

/// A sentence with a capital letter at its beginning.
fn capital(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_ascii_lowercase() => {
            first.to_ascii_uppercase().to_string() + chars.as_str()
        }
        _ => text,
    }
}
