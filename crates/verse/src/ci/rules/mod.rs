//! The rules of 词: one a file. They stand apart from those of regulated verse, none of which is ever
//! applied to a lyric.

mod context;
mod explanation;
mod extra_line;
mod missing_line;
mod mixed_forms;
mod off_rhyme;
mod other_tune;
mod repeat;
#[cfg(test)]
mod testing;
mod tone;
mod wrong_length;

pub(super) use context::Context;

use std::borrow::Cow;

use crate::{
    options::Language,
    report::{Finding, Severity},
    traditional::in_language,
};

/// What a rule is called, and how it is found.
pub struct Rule {
    /// The code of its findings: `ci-tone`.
    pub code: &'static str,
    /// Its greatest weight. In a form that rests on few lyrics all are advice.
    pub severity: Severity,
    /// The Chinese name.
    pub zh: &'static str,
    /// The English name.
    pub en: &'static str,
    /// Finds it in a lyric.
    find: fn(&Context<'_>) -> Vec<Finding>,
}

impl Rule {
    /// The name in a language.
    pub fn name(&self, language: Language) -> Cow<'static, str> {
        in_language(language, self.zh, self.en)
    }
}

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code)
}

/// All rules: the tune first, then shape, tones, rhyme and repeats.
pub static ALL: &[&Rule] = &[
    &other_tune::RULE,
    &mixed_forms::RULE,
    &wrong_length::RULE,
    &missing_line::RULE,
    &extra_line::RULE,
    &tone::RULE,
    &off_rhyme::RULE,
    &repeat::RULE,
];

/// Everything that the rules find, in the order of the lines, heavier findings first.
pub(super) fn find(context: &Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|rule| (rule.find)(context)).collect();
    if context.found.form.weak {
        for finding in &mut findings {
            finding.severity = Severity::Advice;
        }
    }
    findings.sort_by(|a, b| {
        let place = |f: &Finding| (f.line, f.severity);
        place(a).cmp(&place(b)).then_with(|| a.chars.cmp(&b.chars))
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::{testing::check, *};
    use crate::ci::Options;

    #[test]
    fn every_rule_has_its_texts_and_its_example_shows_it() {
        for own in ALL {
            assert!(own.code.starts_with("ci-"));
            for language in Language::ALL {
                assert!(!own.name(language).is_empty());
                assert!(own.explain(language).len() > 20, "{}", own.code);
            }
            assert!(crate::rules::rule(own.code).is_none());
            assert_eq!(rule(own.code).map(|r| r.zh), Some(own.zh));
            if let Some(example) = own.example() {
                let report = check(example.text, &Options::default());
                let codes: Vec<_> = report.findings.iter().map(|f| &*f.code).collect();
                assert!(codes.contains(&own.code), "{}: {codes:?}", own.code);
            }
        }
    }

    #[test]
    fn weak_forms_advise_at_most() {
        // 雨霖铃 in another division than nearly all poets have.
        let tunes = crate::ci::Tunes::baked().unwrap();
        let weak = tunes.forms().iter().find(|form| form.weak).unwrap();
        let tune = tunes.tune_of(weak).unwrap();
        let number = tunes
            .forms_of(weak.tune)
            .position(|form| form == weak)
            .unwrap();
        let options = Options {
            tune: Some(tune.name.clone()),
            form: Some(number + 1),
            ..Options::default()
        };
        let line = |length: usize| "天".repeat(length) + "，";
        let text: String = weak.lengths().map(line).collect();
        let report = check(&text, &options);
        assert!(!report.findings.is_empty());
        assert!(
            report
                .findings
                .iter()
                .all(|f| f.severity == Severity::Advice)
        );
    }
}
