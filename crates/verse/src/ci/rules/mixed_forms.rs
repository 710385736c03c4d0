//! Stanzas follow different forms of the tune.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::Explanation,
    words,
};

pub(super) static RULE: Rule = Rule {
    code: "ci-mixed-forms",
    severity: Severity::Warning,
    zh: "两体相混",
    en: "mixed forms",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-mixed-forms",
    zh: "一首词应依一体。各片分属同一词牌的不同体时，平仄照各片所属之体检查。",
    en: "A lyric keeps to one form. Where its stanzas follow different forms of one tune, each is checked \
        by its own.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let found = context.found;
    let Some((line, second)) = found.mixed else {
        return Vec::new();
    };
    let forms = context.tunes.forms();
    let length = |number: usize| forms.get(number).map_or(0, super::super::Form::length);
    let (first, second) = (length(found.number), length(second));
    let Some((number, _)) = context.line_of(line) else {
        return Vec::new();
    };
    let name = context.name(context.tune);
    vec![context.finding(
        &RULE,
        RULE.severity,
        (number, Vec::new()),
        || {
            let who = words::line(number, context.language);
            let (first, second) = (words::chinese_number(first), words::chinese_number(second));
            format!("“{name}”两体相混：{who}以前依{first}字体，以后依{second}字体。")
        },
        || {
            let who = words::line(number, context.language);
            format!(
                "two forms of “{name}” are mixed: before {who} the one of {first} characters, from there \
                 the one of {second}."
            )
        },
    )]
}

#[cfg(test)]
mod tests {
    use crate::ci::{Form, Options, Tunes, check};

    /// Lines of open places, which may be anything.
    fn blanks<'a>(lengths: impl Iterator<Item = usize> + 'a) -> impl Iterator<Item = String> + 'a {
        lengths.map(|length| "□".repeat(length) + "，")
    }

    #[test]
    fn stanzas_of_two_forms_are_told() {
        let tunes = Tunes::baked().unwrap();
        let strong = |tune: usize| {
            tunes
                .forms_of(tune)
                .filter(|f| !f.weak && f.stanzas.len() == 2)
        };
        let mut mixed = 0;
        for tune in 0..60 {
            let lengths: Vec<usize> = tunes.forms_of(tune).map(Form::length).collect();
            for (a, b) in strong(tune).flat_map(|a| strong(tune).map(move |b| (a, b))) {
                let (i, j) = (a.stanzas[1], b.stanzas[1]);
                let first: String = blanks(a.lengths().take(i)).collect();
                let second: String = blanks(b.lengths().skip(j)).collect();
                let length: usize = a.lengths().take(i).chain(b.lengths().skip(j)).sum();
                if lengths.contains(&length) {
                    continue;
                }
                let name = &tunes.tunes()[tune].name;
                let report = check(
                    &format!("{name}\n{first}{second}"),
                    &tunes,
                    &Options::default(),
                );
                let report = report.unwrap();
                let own = report.findings.iter().find(|f| f.code == "ci-mixed-forms");
                assert!(own.is_some(), "{name} {a:?} {b:?}: {:?}", report.findings);
                mixed += 1;
            }
        }
        assert!(mixed > 0);
    }
}
