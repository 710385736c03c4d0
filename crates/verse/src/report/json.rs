//! The JSON form of what is worked out only when it is asked for. The rest is derived.

use serde::{Serialize, Serializer};

use super::{Alternative, Char, Chars, DecidedBy, Line, Slot};
use crate::{
    book::RhymeGroup,
    line_type::LineType,
    tone::{Tone, ToneClass},
};

/// [`Line`] as it is written.
#[derive(Serialize)]
struct LineForm<'a> {
    text: &'a str,
    r#type: Option<LineType>,
    start: usize,
    end: usize,
    chars: &'a Chars,
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = LineForm {
            text: &self.text(),
            r#type: self.line_type,
            start: self.start,
            end: self.end,
            chars: &self.chars,
        };
        form.serialize(serializer)
    }
}

impl Serialize for Chars {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// [`Char`] as it is written.
#[derive(Serialize)]
struct CharForm {
    char: char,
    at: usize,
    class: Option<ToneClass>,
    tone: Option<Tone>,
    group: Option<&'static str>,
    traditional: Option<char>,
    pinyin: Option<&'static str>,
    slot: Option<Slot>,
    decided_by: DecidedBy,
    alternatives: Vec<Alternative>,
}

impl Serialize for Char {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let in_book = self.in_book();
        let form = CharForm {
            char: self.character,
            at: self.at,
            class: self.class,
            tone: self.tone(),
            group: self.group.map(RhymeGroup::name),
            traditional: in_book.traditional,
            pinyin: in_book.pinyin,
            slot: self.slot,
            decided_by: self.decided_by,
            alternatives: in_book.alternatives,
        };
        form.serialize(serializer)
    }
}

/// [`Alternative`] as it is written.
#[derive(Serialize)]
struct AlternativeForm {
    class: ToneClass,
    tone: Tone,
    group: &'static str,
    traditional: char,
    pinyin: Option<&'static str>,
}

impl Serialize for Alternative {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = AlternativeForm {
            class: self.group.class(),
            tone: self.group.tone(),
            group: self.group.name(),
            traditional: self.traditional,
            pinyin: self.pinyin,
        };
        form.serialize(serializer)
    }
}
