//! What a person may choose about a check.

use serde::{Deserialize, Serialize};

use crate::{
    book::RhymeBook,
    form::Form,
    report::{Report, Severity},
    template::Opening,
    tone::ToneClass,
};

/// How a check is made. `Options::default()` is what most people want: 平水韵, the form found from
/// the text, usual strictness, messages in Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The rhyme book that tones and rhymes are taken from.
    pub book: RhymeBook,
    /// The form that the poem is meant to have; `None` finds it.
    pub form: Option<Form>,
    /// The opening that the poem is meant to have; `None` finds it. It counts only where a form is
    /// chosen.
    pub opening: Option<Opening>,
    /// Whether the poem is still being written. What it lacks of the chosen form then is no fault: the
    /// report has a blank (□) at every place that is still open, with what the pattern asks there.
    pub unfinished: bool,
    /// How much the lighter rules weigh.
    pub strictness: Strictness,
    /// Codes of the advice that is not wanted (`crowded-rhyme`). Faults, warnings and notes are said
    /// whatever stands here.
    pub without_advice: Vec<String>,
    /// The language of the messages.
    pub language: Language,
    /// Readings that the person has chosen; they override everything.
    pub pins: Vec<Pin>,
}

impl Options {
    /// The same for a poem that has been checked: it is held to the form that it was found to have.
    /// With another character it may not become old-style verse, of which nothing is asked.
    pub(crate) fn held_to(&self, report: &Report) -> Self {
        let form = || {
            Form::ALL
                .into_iter()
                .find(|f| report.form == Some(f.chinese()))
        };
        Self {
            form: self.form.or_else(form),
            ..self.clone()
        }
    }
}

/// How much the lighter rules weigh. Faults, rescues and advice are the same in all three, and so is
/// the reading of the poem; what differs is the weight of what poets and teachers judge differently:
///
/// | what | strict | usual | lenient |
/// |---|---|---|---|
/// | no antithesis where the form asks for it | error | warning | note |
/// | three-oblique tail, loose crossed tail | error | warning | note |
/// | borrowed rhyme at the last line (孤雁入群) | error | warning | note |
/// | one lost adhesion as the only fault of a quatrain (折腰体) | error | note | note |
/// | borrowed rhyme at line 1 (孤雁出群), minor deviation, rare reading | note | note | note |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// As in an examination: what is a warning in the usual setting is an error.
    Strict,
    /// As the handbooks teach it: warnings for what Tang poets did and teachers reject.
    #[default]
    Usual,
    /// As the Tang poets practised it: what they did and teachers reject is a note.
    Lenient,
}

impl Strictness {
    /// The weight of what usually weighs so much.
    pub const fn weigh(self, usual: Severity) -> Severity {
        match (self, usual) {
            (Self::Strict, Severity::Warning) => Severity::Error,
            (Self::Lenient, Severity::Warning) => Severity::Note,
            (_, usual) => usual,
        }
    }
}

/// The language of names and messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// Chinese, traditional.
    #[serde(rename = "zh-hant")]
    Hant,
    /// English.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::Zh, Self::Hant, Self::En];

    /// Whether it is Chinese, in either script.
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::Zh | Self::Hant)
    }
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

    /// Some reading of a class.
    pub(crate) const fn of(class: ToneClass) -> &'static str {
        match class {
            ToneClass::Level => Self::LEVEL,
            ToneClass::Oblique => Self::OBLIQUE,
        }
    }
}
