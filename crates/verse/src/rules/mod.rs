//! The rules: one a file, each with its code, names, weight, explanation, example and tests.
//! The page, the command line and the prompts for language models all read this table.

mod adhesion;
mod borrowed_rhyme;
mod compatibility_character;
mod context;
mod crossed_tail;
mod crowded_rhyme;
mod empty_text;
mod explanation;
mod firsts;
mod like_endings;
mod lone_level;
mod lone_level_rescue;
mod loose_crossed_tail;
mod major_deviation;
mod major_deviation_rescued;
mod minor_deviation;
mod minor_deviation_rescued;
mod no_antithesis;
mod off_rhyme;
mod old_style;
mod opposition;
mod rare_reading;
mod repeated_character;
mod repeated_rhyme_word;
mod rhyme_clash;
mod synonymous_antithesis;
#[cfg(test)]
mod testing;
mod text_too_long;
mod three_level_tail;
mod three_oblique_tail;
mod tone;
mod unknown_character;
mod wrong_length;
mod wrong_number_of_lines;

pub(crate) use context::{Context, Seen};
pub use explanation::Example;
pub(crate) use explanation::Explanation;

use std::borrow::Cow;

use crate::{
    options::Language,
    report::{Finding, Severity},
    traditional::in_language,
};

/// What a rule is called, how it is explained, and how it is found.
pub struct Rule {
    /// The code of its findings: `lone-level`.
    pub code: &'static str,
    /// Its weight in usual checking.
    pub severity: Severity,
    /// The Chinese name: 孤平.
    pub zh: &'static str,
    /// The English name: lone level.
    pub en: &'static str,
    /// Finds it in a poem.
    pub(crate) find: fn(&Context<'_>) -> Vec<Finding>,
}

impl Rule {
    /// The name in a language.
    pub fn name(&self, language: Language) -> Cow<'static, str> {
        in_language(language, self.zh, self.en)
    }
}

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|r| r.code == code)
}

/// All rules: shape first, then structure, tones, rhyme and advice.
pub static ALL: &[&Rule] = &[
    &empty_text::RULE,
    &text_too_long::RULE,
    &wrong_length::RULE,
    &wrong_number_of_lines::RULE,
    &unknown_character::RULE,
    &compatibility_character::RULE,
    &old_style::RULE,
    &rare_reading::RULE,
    &opposition::RULE,
    &adhesion::RULE,
    &tone::RULE,
    &lone_level::RULE,
    &lone_level_rescue::RULE,
    &crossed_tail::RULE,
    &loose_crossed_tail::RULE,
    &major_deviation::RULE,
    &major_deviation_rescued::RULE,
    &minor_deviation::RULE,
    &minor_deviation_rescued::RULE,
    &three_level_tail::RULE,
    &three_oblique_tail::RULE,
    &off_rhyme::RULE,
    &borrowed_rhyme::RULE,
    &repeated_rhyme_word::RULE,
    &rhyme_clash::RULE,
    &crowded_rhyme::RULE,
    &repeated_character::RULE,
    &like_endings::RULE,
    &no_antithesis::RULE,
    &synonymous_antithesis::RULE,
];

/// Everything that the rules find in a poem, in the order of its lines, heavier findings first. The
/// advice of some rules may be left out, by their codes.
pub(crate) fn find(context: &Context<'_>, without_advice: &[String]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for rule in ALL {
        if rule.severity == Severity::Advice && without_advice.iter().any(|c| c == rule.code) {
            continue;
        }
        let mut found = (rule.find)(context);
        // What is still open rescues nothing yet.
        if rule.severity == Severity::Rescue && context.seen.unknown {
            found.retain(|f| !rests_on_open(context, f));
        }
        merge(&mut findings, found);
    }
    findings
}

/// Whether one of the places of a finding is still open.
fn rests_on_open(context: &Context<'_>, finding: &Finding) -> bool {
    let own = finding.chars.iter().map(|place| (finding.line, *place));
    let mut places = own.chain(finding.related.iter().copied());
    places.any(|(line, place)| {
        let line = context.lines.get(line.wrapping_sub(1));
        let char = line.and_then(|line| line.chars.get(place.wrapping_sub(1)));
        char.is_some_and(|c| c.class.is_none())
    })
}

/// Puts the findings of a rule, which come in the order of the lines, among those of the rules before
/// it. (Merging takes less code on the page than sorting.)
pub(crate) fn merge(findings: &mut Vec<Finding>, new: Vec<Finding>) {
    if new.is_empty() {
        return;
    }
    let place = |f: &Finding| (f.line, f.severity);
    let mut before = std::mem::take(findings).into_iter().peekable();
    let mut new = new.into_iter().peekable();
    findings.reserve_exact(before.len() + new.len());
    while let (Some(old), Some(next)) = (before.peek(), new.peek()) {
        let is_first = (place(old), &old.chars) <= (place(next), &next.chars);
        findings.extend(if is_first { before.next() } else { new.next() });
    }
    findings.extend(before.chain(new));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::antithesis::testing::table;

    /// A check, and what is judged with a table of its own.
    fn whole(text: &str, options: &crate::Options) -> crate::Report {
        let mut report = crate::check(text, options);
        table().judge(&mut report, options);
        report
    }

    #[test]
    fn codes_are_unique_and_texts_are_there() {
        let codes: BTreeSet<&str> = ALL.iter().map(|r| r.code).collect();
        assert_eq!(codes.len(), ALL.len());
        for rule in ALL {
            assert!(
                rule.code
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-'),
                "{}",
                rule.code
            );
            for language in Language::ALL {
                assert!(!rule.name(language).is_empty());
                assert!(rule.explain(language).len() > 20, "{}", rule.code);
            }
            assert_eq!(super::rule(rule.code).map(|r| r.zh), Some(rule.zh));
        }
    }

    #[test]
    fn each_kind_of_advice_can_be_left_out() {
        let poems = [
            // 重字, 挤韵, 撞韵.
            "东风吹雨过青山，山色重看紫翠间。春水满溪人未懒，数声啼鸟落花闲。",
            // 上尾.
            "蝉噪林逾静，鸟鸣山更幽。此地动归念，长年悲倦游。",
            "细草微风岸，危樯独夜舟。星垂平野暗，月涌大江流。名岂文章汉，官应老病休。飘飘何所畔，天地一沙鸥。",
        ];
        let options = |without_advice| crate::Options {
            without_advice,
            ..crate::Options::default()
        };
        let codes = |without: Vec<String>| -> Vec<String> {
            let options = options(without);
            let reports = poems.map(|p| whole(p, &options));
            let findings = reports.into_iter().flat_map(|r| r.findings);
            findings.map(|f| f.code.into_owned()).collect()
        };
        let all = codes(Vec::new());
        for rule in ALL.iter().filter(|r| r.severity == Severity::Advice) {
            let found = |c: &&String| *c == rule.code;
            assert!(all.iter().any(|c| found(&c)), "no poem shows {}", rule.code);
            let rest: Vec<&String> = all.iter().filter(|c| !found(c)).collect();
            let without = codes(vec![rule.code.to_owned()]);
            assert_eq!(without.iter().collect::<Vec<_>>(), rest);
        }
    }

    #[test]
    fn only_advice_can_be_left_out() {
        let text = "白日依山尽，黄河入海流。欲上千里目，更上一层楼。";
        let options = crate::Options {
            without_advice: vec!["tone".to_owned()],
            ..crate::Options::default()
        };
        let report = crate::check(text, &options);
        assert!(report.findings.iter().any(|f| f.code == "tone"));
    }

    #[test]
    fn every_example_shows_its_rule() {
        for rule in ALL {
            let Some(example) = rule.example() else {
                continue;
            };
            let report = whole(example.text, &crate::Options::default());
            assert!(
                report.findings.iter().any(|f| f.code == rule.code),
                "{}: {} gives {:?}",
                rule.code,
                example.text,
                report.findings
            );
        }
    }
}
