//! What a check says. The JSON form is the contract of the command line; REPORT.md documents it.

mod character;
mod chars;
mod json;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{book::RhymeBook, line_type::LineType, tone::ToneClass};

pub use character::{Alternative, Char};
pub use chars::Chars;

/// The version of the JSON form. It goes up when a field changes its meaning or goes away.
pub const VERSION: u32 = 1;

/// The result of [`crate::check`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The caller's name for the poem, handed through.
    pub id: Option<String>,
    /// What sort of verse the text is.
    pub kind: Kind,
    /// The Chinese name of the form (`七言绝句`), where the shape has one.
    pub form: Option<&'static str>,
    /// The opening in words (`仄起首句入韵`), for regulated verse.
    pub opening: Option<&'static str>,
    /// The rhyme book of the check.
    pub book: RhymeBook,
    /// The title, where the text has one.
    pub title: Option<String>,
    /// The author, where the text names one.
    pub author: Option<String>,
    /// The rhyme, where there is one.
    pub rhyme: Option<Rhyme>,
    /// The lines of the poem, without title and punctuation.
    pub lines: Vec<Line>,
    /// What stands out, in the order of the lines.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|f| f.severity == severity)
            .count()
    }

    /// The number of places that are still to be filled: blanks (□), and what an unfinished poem lacks
    /// of its form.
    pub fn open_places(&self) -> usize {
        let chars = self.lines.iter().flat_map(|line| &line.chars);
        chars.filter(|c| c.is_open()).count()
    }

    /// The line types as a handbook writes them: `a B b A`. Lines without a type show `?`.
    pub fn line_types(&self) -> String {
        let letters: Vec<String> = self
            .lines
            .iter()
            .map(|l| {
                l.line_type
                    .map_or_else(|| "?".to_owned(), |t| t.letter().to_string())
            })
            .collect();
        letters.join(" ")
    }
}

/// What sort of verse a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 近体: regulated, with a level rhyme.
    Regulated,
    /// 仄韵: the even lines rhyme in one oblique group.
    ObliqueRhymed,
    /// 古体: not meant to keep the rules.
    OldStyle,
    /// The shape fits no form.
    Malformed,
    /// 词: a lyric, see [`crate::ci::CiReport::as_report`]. [`crate::check`] does not find it.
    Ci,
}

/// The rhyme of a poem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rhyme {
    /// The group, as a character names it in simplified script (`东`, `删`).
    pub group: &'static str,
    /// Level or oblique.
    pub class: ToneClass,
    /// The lines that rhyme, from 1; a line that should and does not is left out.
    pub lines: Vec<usize>,
    /// Those of `lines` that rhyme in a neighbouring group.
    pub borrowed: Vec<usize>,
}

/// One line of the poem.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The line type, where the poem has been read as regulated.
    pub line_type: Option<LineType>,
    /// Where the line's first character starts in the text that was checked, in UTF-16 units.
    pub start: usize,
    /// Where its last character ends, in UTF-16 units.
    pub end: usize,
    /// The characters.
    pub chars: Chars,
}

impl Line {
    /// The characters of the line, without punctuation; a blank at each open place of an unfinished
    /// poem.
    pub fn text(&self) -> String {
        // Most characters have three bytes.
        let mut text = String::with_capacity(3 * self.chars.len());
        text.extend(self.chars.iter().map(|c| c.character));
        text
    }

    /// How many of its characters stand in the text: the others are open places of an unfinished poem.
    pub fn written(&self) -> usize {
        let behind = self.chars.iter().rev().take_while(|c| c.at >= self.end);
        self.chars.len() - behind.count()
    }
}

/// What a pattern asks at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Slot {
    /// Level.
    Level,
    /// Oblique.
    Oblique,
    /// Either.
    Free,
    /// The rhyme.
    Rhyme,
}

/// What decided between a character's readings. Each is asked in this order; the first that has an
/// answer is named: [`Pin`](Self::Pin), [`Only`](Self::Only), [`Rhyme`](Self::Rhyme), the class where it
/// is the same for all readings (again [`Only`](Self::Only)), [`Phrase`](Self::Phrase), then
/// [`Usage`](Self::Usage) at a free place and [`Slot`](Self::Slot) at a fixed one. The class itself comes
/// from the cheapest reading of the whole poem, in which word, usage and place are weighed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecidedBy {
    /// There is one reading, or all have one class; of those the first, the commonest, is taken.
    Only,
    /// The place: the pattern fixes the class there, and among readings of comparable weight the one
    /// that fits is taken. It may also be one that does not fit, where the fitting one is so rare
    /// that a fault is likelier; a finding says so then.
    Slot,
    /// The rhyme: of several readings the one in the poem's group, or in the group that is borrowed.
    Rhyme,
    /// The word that it stands in (長安 level, 長大 rising), where the reading that was taken has the
    /// class that the word asks for.
    Phrase,
    /// How poets use it: the place is free or has no pattern and no word decides; the class that verse
    /// uses more often is taken.
    Usage,
    /// The person, by a pin of the options.
    Pin,
    /// No book has the character, or the place is blank (□).
    Unknown,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A fault.
    Error,
    /// What some poets did and many teachers reject.
    Warning,
    /// Worth knowing, not a fault.
    Note,
    /// A deviation that is mended: correct.
    Rescue,
    /// A matter of style.
    Advice,
}

/// Something that stands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The code of the rule, as in [`crate::rules::Rule::code`].
    pub code: Cow<'static, str>,
    /// How much it weighs.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// Places in the line, from 1.
    pub chars: Vec<usize>,
    /// Places elsewhere that belong to it, as (line, place) from 1: the character that rescues,
    /// the rhyme word that is repeated.
    #[serde(default)]
    pub related: Vec<(usize, usize)>,
    /// What it is, in the language of the options, as plain text.
    pub message: String,
}
