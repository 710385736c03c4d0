//! The lyric lacks lines of the form.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::Explanation,
    words::chinese_number,
};

/// Of so many missing lines the lengths are said.
const NAMED: usize = 4;

pub(super) static RULE: Rule = Rule {
    code: "ci-missing-line",
    severity: Severity::Error,
    zh: "词缺句",
    en: "missing line of a lyric",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-missing-line",
    zh: "所填之体在此处还有句子。各句与词体逐句比对，缺句之后仍按原位检查。",
    en: "The form has more lines at this place. The lines are brought together with the form's one by \
        one, so that those after the gap are still checked at their own places.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let form = &context.found.form;
    let mut findings = Vec::new();
    let mut lacking: Vec<usize> = Vec::new();
    let mut before = 0;
    let steps = &context.found.alignment.steps;
    for (at, step) in steps.iter().enumerate() {
        match (&step.span, step.line) {
            (None, Some(line)) => lacking.push(line),
            _ => before += 1,
        }
        let goes_on = steps.get(at + 1).is_some_and(|next| next.span.is_none());
        if lacking.is_empty() || goes_on {
            continue;
        }
        let lines = std::mem::take(&mut lacking);
        let lengths = lines
            .iter()
            .filter_map(|line| form.lines.get(*line))
            .map(|own| own.slots.len());
        let lengths: Vec<usize> = lengths.collect();
        let place = before.clamp(1, context.lines.len().max(1));
        findings.push(context.finding(
            &RULE,
            RULE.severity,
            (place, Vec::new()),
            || {
                let place = match before {
                    0 => "开头".to_owned(),
                    after => format!("第{}句之后", chinese_number(after)),
                };
                let lengths: Vec<String> = lengths
                    .iter()
                    .map(|n| format!("{}字", chinese_number(*n)))
                    .collect();
                let count = chinese_number(lengths.len());
                if lengths.len() > NAMED {
                    return format!("{place}还缺{count}句。");
                }
                format!("{place}缺{count}句：此体应有{}。", lengths.join("、"))
            },
            || {
                let place = match before {
                    0 => "at the beginning".to_owned(),
                    after => format!("after line {after}"),
                };
                let count = match lengths.len() {
                    1 => "a line is".to_owned(),
                    many => format!("{many} lines are"),
                };
                if lengths.len() > NAMED {
                    return format!("{place} {count} missing.");
                }
                let lengths: Vec<String> = lengths.iter().map(usize::to_string).collect();
                format!(
                    "{place} {count} missing, of {} characters.",
                    lengths.join(", ")
                )
            },
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::ci::{
        Options,
        rules::testing::{SPRING, check, found},
    };

    #[test]
    fn the_place_is_named() {
        let text = SPRING.replace("路遥归梦难成。", "");
        assert_eq!(found(&text), ["5:ci-missing-line"]);
        let message = |text: &str| check(text, &Options::default()).findings[0].message.clone();
        assert_eq!(message(&text), "第五句之后缺一句：此体应有六字。");
        let first = format!("清平乐\n{}", SPRING.replace("别来春半，", ""));
        assert_eq!(message(&first), "开头缺一句：此体应有四字。");
        let last = "清平乐\n别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。";
        assert_eq!(message(last), "第六句之后缺二句：此体应有六字、六字。");
    }
}
