//! What antithesis a poem lacks, among the findings of its report.

use std::{borrow::Cow, sync::Arc};

use super::{Antithesis, Found, Table, findings};
use crate::{
    options::Options,
    report::{Finding, Kind, Report, Severity},
    rules,
};

impl Table {
    /// Adds to a report, made with the same options, what antithesis its couplets lack. Verse that is not
    /// meant to keep the rules, or that has no form yet, is left alone.
    pub fn judge(&self, report: &mut Report, options: &Options) {
        let score = |opening: &str, closing: &str| self.score(opening, closing).map(Arc::new);
        judge(report, options, score);
    }
}

/// The same by whatever scores a couplet.
pub(super) fn judge(
    report: &mut Report,
    options: &Options,
    score: impl FnMut(&str, &str) -> Option<Arc<Antithesis>>,
) {
    if !matches!(report.kind, Kind::Regulated | Kind::ObliqueRhymed) || report.form.is_none() {
        return;
    }
    // A line with open places says nothing yet; an empty one has no couplet.
    let whole = |line: &crate::Line| {
        let is_open = line.chars.iter().any(|c| c.is_open());
        if is_open { String::new() } else { line.text() }
    };
    let lines: Vec<String> = report.lines.iter().map(whole).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let is_wanted = |found: &Found| {
        found.severity != Severity::Advice
            || options.without_advice.iter().all(|code| code != found.code)
    };
    let found = findings(score, &lines).into_iter().filter(is_wanted);
    let new = found.map(|found| finding(found, options)).collect();
    rules::merge(&mut report.findings, new);
}

fn finding(found: Found, options: &Options) -> Finding {
    let line = found.line();
    Finding {
        code: Cow::Borrowed(found.code),
        severity: options.strictness.weigh(found.severity),
        line,
        related: found
            .places
            .iter()
            .map(|place| (line - 1, *place))
            .collect(),
        message: found.message(options.language),
        chars: found.places,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Options, Report, Strictness,
        antithesis::{NO_ANTITHESIS, SYNONYMOUS_ANTITHESIS, testing::table},
        report::Severity,
        rules,
    };

    fn judged(text: &str, options: &Options) -> Report {
        let mut report = crate::check(text, options);
        table().judge(&mut report, options);
        report
    }

    /// Its second couplet is no antithesis, though every tone is as it should be.
    const PROSE: &str = "春来处处有花开，我在家中等你来。昨日东风吹细雨，谁知此处是楼台。\
        青山隔水连天远，白鸟穿云带月回。莫道人间无好景，一樽相对且徘徊。";

    #[test]
    fn it_stands_among_the_other_findings_in_their_order() {
        let report = judged(PROSE, &Options::default());
        let found: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.code == NO_ANTITHESIS)
            .collect();
        let [found] = found[..] else {
            panic!("{:#?}", report.findings);
        };
        assert_eq!((found.line, found.severity), (4, Severity::Warning));
        assert!(found.related.iter().all(|(line, _)| *line == 3));
        assert_eq!(found.related.len(), found.chars.len());
        assert!(report.findings.is_sorted_by_key(|f| f.line));
        assert!(rules::rule(&found.code).is_some());
    }

    #[test]
    fn it_weighs_what_the_strictness_says() {
        for (strictness, severity) in [
            (Strictness::Strict, Severity::Error),
            (Strictness::Lenient, Severity::Note),
        ] {
            let options = Options {
                strictness,
                ..Options::default()
            };
            let report = judged(PROSE, &options);
            let found = report.findings.iter().find(|f| f.code == NO_ANTITHESIS);
            assert_eq!(found.map(|f| f.severity), Some(severity));
        }
    }

    #[test]
    fn advice_can_be_left_out_and_old_style_is_left_alone() {
        let same = rules::rule(SYNONYMOUS_ANTITHESIS).and_then(rules::Rule::example);
        let same = same.expect("the rule has an example").text;
        let mut options = Options::default();
        let has = |report: &Report| {
            report
                .findings
                .iter()
                .any(|f| f.code == SYNONYMOUS_ANTITHESIS)
        };
        assert!(has(&judged(same, &options)));
        options
            .without_advice
            .push(SYNONYMOUS_ANTITHESIS.to_owned());
        assert!(!has(&judged(same, &options)));
        let old_style = "床前明月光，疑是地上霜。举头望明月，低头思故乡。";
        let plain = crate::check(old_style, &Options::default());
        assert_eq!(judged(old_style, &Options::default()), plain);
    }
}
