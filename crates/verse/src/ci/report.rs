//! What a check of a lyric says. The JSON form is documented in REPORT.md.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::types::{RhymeClass, SlotClass};
use crate::{
    book::RhymeBook,
    report::{Finding, Severity},
    text::BLANK,
    tone::ToneClass,
};

/// The result of [`super::check`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CiReport {
    /// The version of the JSON form, as of [`crate::report::VERSION`].
    pub version: u32,
    /// The caller's name for the lyric, handed through.
    pub id: Option<String>,
    /// `ci`, where other reports have another kind.
    pub kind: &'static str,
    /// The tune's commonest name, in simplified script.
    pub tune: String,
    /// The same in traditional script.
    pub tune_traditional: String,
    /// The form.
    pub form: FormSummary,
    /// The next best form, if another one is possible.
    pub runner_up: Option<RunnerUp>,
    /// The book of tones and rhymes.
    pub book: RhymeBook,
    /// What stands before the lyric, where something does.
    pub title: Option<String>,
    /// The lines as the form divides them.
    pub lines: Vec<CiLine>,
    /// The rhymes, in the order in which they change.
    pub rhymes: Vec<CiRhyme>,
    /// What stands out, in the order of the lines.
    pub findings: Vec<Finding>,
}

/// Which form it is, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormSummary {
    /// Which of the tune's forms, from 1, the commonest first.
    pub number: usize,
    /// How many characters it has.
    pub characters: usize,
    /// How many each of its lines has.
    pub lengths: Vec<usize>,
    /// How many lyrics show it.
    pub lyrics: u16,
    /// How many poets wrote these.
    pub poets: u16,
    /// Whether it rests on fewer than five lyrics.
    pub weak: bool,
}

/// The next best form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunnerUp {
    /// Its tune, in simplified script.
    pub tune: String,
    /// The same in traditional script.
    pub tune_traditional: String,
    /// The form.
    pub form: FormSummary,
    /// How much less likely it is: a logarithm to base e.
    pub behind: f64,
    /// Whether that is so little (less than twenty to one) that the lyric may be meant for it.
    pub near: bool,
    /// How the two forms differ.
    pub differences: Differences,
}

/// How two forms differ. Lines and places count from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Differences {
    /// How many lines more (or fewer) the other has.
    pub lines: isize,
    /// Lines of the form that have another length in the other.
    pub lengths: Vec<usize>,
    /// Places (line, place) that ask for something else, in lines of one length.
    pub slots: Vec<(usize, usize)>,
    /// Lines that rhyme in one of them alone, or in another class.
    pub rhymes: Vec<usize>,
}

/// A line of a lyric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CiLine {
    /// Which line of the form it is, from 1; `None` where it is one too many.
    pub form_line: Option<usize>,
    /// Whether it begins a stanza.
    pub stanza: bool,
    /// Where its first character starts in the text, in UTF-16 units.
    pub start: usize,
    /// Where its last character ends, in UTF-16 units.
    pub end: usize,
    /// Which rhyme it takes part in, from 1, where the form has one here.
    pub rhyme: Option<usize>,
    /// The characters.
    pub chars: Vec<CiChar>,
}

/// A character of a lyric, with what the poets have at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CiChar {
    /// As it stands in the text.
    #[serde(rename = "char")]
    pub character: char,
    /// Where, in UTF-16 units.
    pub at: usize,
    /// How it is read here; `None` where the book lacks it.
    pub class: Option<ToneClass>,
    /// What the form asks; `None` in a line of another length.
    pub slot: Option<SlotClass>,
    /// Of the form's lyrics how many have a level character here.
    pub level: u16,
    /// Of the form's lyrics how many have an oblique one here.
    pub oblique: u16,
}

/// Lines that rhyme with each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CiRhyme {
    /// The part of 词林正韵, or the group of another book, in simplified script (`第七部`); `None` where
    /// the lines have none in common.
    pub group: Option<&'static str>,
    /// In which tones they rhyme; of 西江月's both classes the first.
    pub class: RhymeClass,
    /// The lines that rhyme, from 1; one that should and does not is left out.
    pub lines: Vec<usize>,
}

impl CiReport {
    /// The number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of = |finding: &&Finding| finding.severity == severity;
        self.findings.iter().filter(of).count()
    }
}

impl CiChar {
    /// Whether it is a place (□) whose character has not been found yet.
    pub(super) fn is_open(&self) -> bool {
        self.character == BLANK
    }
}

impl CiLine {
    /// The characters of the line, without marks.
    pub fn text(&self) -> String {
        self.chars.iter().map(|c| c.character).collect()
    }
}

impl Serialize for CiLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_struct("CiLine", 7)?;
        line.serialize_field("text", &self.text())?;
        line.serialize_field("form_line", &self.form_line)?;
        line.serialize_field("stanza", &self.stanza)?;
        line.serialize_field("start", &self.start)?;
        line.serialize_field("end", &self.end)?;
        line.serialize_field("rhyme", &self.rhyme)?;
        line.serialize_field("chars", &self.chars)?;
        line.end()
    }
}
