//! What a student reads of the rules of 词, apart from what finds them.

use std::borrow::Cow;

use super::{
    Rule, extra_line, missing_line, mixed_forms, off_rhyme, other_tune, repeat, tone, wrong_length,
};
use crate::{
    options::Language,
    rules::{Example, Explanation},
};

impl Rule {
    /// The explanation in a language.
    pub fn explain(&self, language: Language) -> Cow<'static, str> {
        let explained = Explanation::find(ALL, self.code).map(|one| one.say(language));
        explained.unwrap_or_default()
    }

    /// A lyric by a poet that shows it.
    pub fn example(&self) -> Option<&'static Example> {
        Explanation::find(ALL, self.code)?.example.as_ref()
    }
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
    &repeat::EXPLANATION,
];
