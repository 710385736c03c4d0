//! What the rules of 词 look at.

use std::borrow::Cow;

use super::Rule;
use crate::{
    book::RhymeBook,
    ci::{Recognised, Tune, Tunes, report::CiLine, rhyming::Group},
    options::Language,
    report::{Finding, Severity},
    words,
};

/// A lyric that has been brought together with a form.
pub(in crate::ci) struct Context<'a> {
    /// Its form, and how the lines go together.
    pub found: &'a Recognised,
    /// All tunes.
    pub tunes: &'a Tunes,
    /// The tune of the form.
    pub tune: &'a Tune,
    /// The tune that the title names, where the writer has not fixed another.
    pub titled: Option<usize>,
    /// The rhymes.
    pub groups: &'a [Group],
    /// The lines of the report.
    pub lines: &'a [CiLine],
    /// The book of tones and rhymes.
    pub book: RhymeBook,
    /// The language of the messages.
    pub language: Language,
}

impl Context<'_> {
    /// The number in the report (from 1) of a line of the form (from 0), and the line.
    pub(super) fn line_of(&self, line: usize) -> Option<(usize, &CiLine)> {
        let at = self
            .lines
            .iter()
            .position(|own| own.form_line == Some(line + 1))?;
        Some((at + 1, self.lines.get(at)?))
    }

    /// The name of a tune in the language of the messages; in English as poets write it.
    pub(super) fn name<'t>(&self, tune: &'t Tune) -> &'t str {
        match self.language {
            Language::Hant => &tune.name_traditional,
            Language::Zh | Language::En => &tune.name,
        }
    }

    /// A place in words; both count from 1.
    pub(super) fn place(&self, line: usize, position: usize) -> String {
        let own = self.lines.get(line.wrapping_sub(1));
        let character = own.and_then(|own| own.chars.get(position.wrapping_sub(1)));
        let character = character.map_or('？', |c| c.character);
        words::place(line, position, character, self.language)
    }

    /// A finding. `zh` is in simplified script.
    pub(super) fn finding(
        &self,
        rule: &Rule,
        severity: Severity,
        (line, chars): (usize, Vec<usize>),
        zh: impl FnOnce() -> String,
        en: impl FnOnce() -> String,
    ) -> Finding {
        Finding {
            code: Cow::Borrowed(rule.code),
            severity,
            line,
            chars,
            related: Vec::new(),
            message: words::sentence(self.language, zh, en),
        }
    }
}
