//! What a student reads of the rules. It stands apart from what finds them: a page that checks verse carries
//! the one, and fetches the other when somebody asks why.

use std::borrow::Cow;

use super::{
    Rule, adhesion, borrowed_rhyme, compatibility_character, crossed_tail, crowded_rhyme,
    empty_text, like_endings, lone_level, lone_level_rescue, loose_crossed_tail, major_deviation,
    major_deviation_rescued, minor_deviation, minor_deviation_rescued, no_antithesis, off_rhyme,
    old_style, opposition, rare_reading, repeated_character, repeated_rhyme_word, rhyme_clash,
    synonymous_antithesis, text_too_long, three_level_tail, three_oblique_tail, tone,
    unknown_character, wrong_length, wrong_number_of_lines,
};
use crate::{options::Language, traditional::in_language};

/// The explanation of a rule.
#[derive(Debug)]
pub(crate) struct Explanation {
    /// The code of the rule.
    pub(crate) code: &'static str,
    /// In Chinese.
    pub(crate) zh: &'static str,
    /// In English.
    pub(crate) en: &'static str,
    /// Verse by a poet that shows the rule, with its source.
    pub(crate) example: Option<Example>,
}

impl Explanation {
    /// The explanation of the rule with this code, among all of its kind of verse.
    pub(crate) fn find(all: &[&'static Self], code: &str) -> Option<&'static Self> {
        all.iter().copied().find(|one| one.code == code)
    }

    /// It in a language.
    pub(crate) fn say(&self, language: Language) -> Cow<'static, str> {
        in_language(language, self.zh, self.en)
    }
}

/// Verse that shows a rule: a line, a couplet or a lyric.
#[derive(Debug)]
pub struct Example {
    /// The verse.
    pub text: &'static str,
    /// Author and title: 杜甫《月夜》.
    pub source: &'static str,
}

impl Rule {
    /// The explanation in a language.
    pub fn explain(&self, language: Language) -> Cow<'static, str> {
        let explained = Explanation::find(ALL, self.code).map(|one| one.say(language));
        explained.unwrap_or_default()
    }

    /// A line or couplet by a poet that shows it.
    pub fn example(&self) -> Option<&'static Example> {
        Explanation::find(ALL, self.code)?.example.as_ref()
    }
}

/// One for each rule, in the same order.
static ALL: &[&Explanation] = &[
    &empty_text::EXPLANATION,
    &text_too_long::EXPLANATION,
    &wrong_length::EXPLANATION,
    &wrong_number_of_lines::EXPLANATION,
    &unknown_character::EXPLANATION,
    &compatibility_character::EXPLANATION,
    &old_style::EXPLANATION,
    &rare_reading::EXPLANATION,
    &opposition::EXPLANATION,
    &adhesion::EXPLANATION,
    &tone::EXPLANATION,
    &lone_level::EXPLANATION,
    &lone_level_rescue::EXPLANATION,
    &crossed_tail::EXPLANATION,
    &loose_crossed_tail::EXPLANATION,
    &major_deviation::EXPLANATION,
    &major_deviation_rescued::EXPLANATION,
    &minor_deviation::EXPLANATION,
    &minor_deviation_rescued::EXPLANATION,
    &three_level_tail::EXPLANATION,
    &three_oblique_tail::EXPLANATION,
    &off_rhyme::EXPLANATION,
    &borrowed_rhyme::EXPLANATION,
    &repeated_rhyme_word::EXPLANATION,
    &rhyme_clash::EXPLANATION,
    &crowded_rhyme::EXPLANATION,
    &repeated_character::EXPLANATION,
    &like_endings::EXPLANATION,
    &no_antithesis::EXPLANATION,
    &synonymous_antithesis::EXPLANATION,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained() {
        let rules: Vec<&str> = super::super::ALL.iter().map(|rule| rule.code).collect();
        let explained: Vec<&str> = ALL.iter().map(|one| one.code).collect();
        assert_eq!(rules, explained);
    }
}
