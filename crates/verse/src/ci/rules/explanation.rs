//! What a student reads of the rules of 词, apart from what finds them.

use std::borrow::Cow;

use super::{
    Rule, extra_line, missing_line, mixed_forms, off_rhyme, other_tune, tone, wrong_length,
};
use crate::{options::Language, rules::Example, traditional::in_language};

/// The explanation of a rule.
pub(super) struct Explanation {
    /// The code of the rule.
    pub(super) code: &'static str,
    /// In Chinese.
    pub(super) zh: &'static str,
    /// In English.
    pub(super) en: &'static str,
    /// A lyric that shows it.
    pub(super) example: Option<Example>,
}

impl Rule {
    /// The explanation in a language.
    pub fn explain(&self, language: Language) -> Cow<'static, str> {
        let explained = explanation(self).map(|one| in_language(language, one.zh, one.en));
        explained.unwrap_or_default()
    }

    /// A lyric by a poet that shows it.
    pub fn example(&self) -> Option<&'static Example> {
        explanation(self)?.example.as_ref()
    }
}

fn explanation(rule: &Rule) -> Option<&'static Explanation> {
    ALL.iter().copied().find(|one| one.code == rule.code)
}

/// One for each rule, in the same order.
static ALL: &[&Explanation] = &[
    &other_tune::EXPLANATION,
    &mixed_forms::EXPLANATION,
    &wrong_length::EXPLANATION,
    &missing_line::EXPLANATION,
    &extra_line::EXPLANATION,
    &tone::EXPLANATION,
    &off_rhyme::EXPLANATION,
];
