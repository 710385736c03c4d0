//! What a person may choose about a check.

use serde::{Deserialize, Serialize};

use crate::{book::RhymeBook, form::Form};

/// How a check is made. `Options::default()` is what most people want: 平水韵, the form found from
/// the text, usual strictness, messages in Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The rhyme book that tones and rhymes are taken from.
    pub book: RhymeBook,
    /// The form that the poem is meant to have; `None` finds it.
    pub form: Option<Form>,
    /// How much the lighter rules weigh.
    pub strictness: Strictness,
    /// The language of the messages.
    pub language: Language,
    /// Readings that the person has chosen; they override everything.
    pub pins: Vec<Pin>,
}

/// How much the lighter rules weigh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// As in an examination: broken waist is an error, warnings of the usual setting are errors.
    Strict,
    /// As the handbooks teach it.
    #[default]
    Usual,
    /// As the Tang poets practised it: what they did often is a note.
    Lenient,
}

/// The language of names and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

/// A reading that the person has chosen for one character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The line, from 1.
    pub line: usize,
    /// The place in the line, from 1.
    pub position: usize,
    /// The tone and group of the reading, as an alternative of the report names it: `平東`; or only
    /// a class, [`Pin::LEVEL`] or [`Pin::OBLIQUE`], for a character that is not settled yet.
    pub reading: String,
}

impl Pin {
    /// Some level reading.
    pub const LEVEL: &str = "平";
    /// Some oblique reading.
    pub const OBLIQUE: &str = "仄";
}
