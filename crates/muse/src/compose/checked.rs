//! What the check says of a poem, be it regulated verse or a lyric.

use serde::{Serialize, Serializer};
use verse::{
    Finding, Report, Severity,
    ci::{self, CiReport},
};

use crate::{answer::is_verse, brief::Brief};

/// A poem that was checked as its brief asks. As JSON it is its report.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The lines as they were written, without marks. (The report of a lyric whose length is right
    /// divides it as the form does, wherever its marks stand.)
    pub lines: Vec<String>,
    /// The report.
    pub said: Said,
}

/// The report of one kind of verse or the other. Its messages are Chinese: they go to the model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// On regulated verse.
    Verse(Box<Report>),
    /// On a lyric.
    Lyric(Box<CiReport>),
}

impl Checked {
    /// Checks a poem that stands in the form of the brief, a line of verse a row.
    pub fn of(text: &str, brief: &Brief) -> Self {
        if let Some(report) = lyric(text, brief) {
            let rows = text.lines();
            let rows = rows.map(|row| row.chars().filter(|c| is_verse(*c)).collect());
            return Self {
                lines: rows.filter(|row: &String| !row.is_empty()).collect(),
                said: Said::Lyric(Box::new(report)),
            };
        }
        let report = verse::check(text, &brief.options());
        Self {
            lines: report.lines.iter().map(verse::Line::text).collect(),
            said: Said::Verse(Box::new(report)),
        }
    }

    /// The report on regulated verse, if it is that.
    pub fn verse(&self) -> Option<&Report> {
        match &self.said {
            Said::Verse(report) => Some(report),
            Said::Lyric(_) => None,
        }
    }

    /// The report on a lyric, if it is that.
    pub fn lyric(&self) -> Option<&CiReport> {
        match &self.said {
            Said::Lyric(report) => Some(report),
            Said::Verse(_) => None,
        }
    }

    /// What was found, in the order of the lines.
    pub fn findings(&self) -> &[Finding] {
        match &self.said {
            Said::Verse(report) => &report.findings,
            Said::Lyric(report) => &report.findings,
        }
    }

    /// The number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of = |finding: &&Finding| finding.severity == severity;
        self.findings().iter().filter(of).count()
    }
}

impl Serialize for Checked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.said.serialize(serializer)
    }
}

/// The report on a lyric, if one is asked for and there is any verse.
fn lyric(text: &str, brief: &Brief) -> Option<CiReport> {
    let tune = brief.tune.as_ref()?;
    let options = ci::Options {
        tune: Some(tune.tune().name.clone()),
        form: Some(tune.number()),
        book: brief.sound(),
        language: verse::Language::Zh,
    };
    ci::check(text, tune.tunes(), &options)
}
