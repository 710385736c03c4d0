//! The lyric has a line that the form has not.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::Explanation,
    words::{self, chinese_number},
};

pub(super) static RULE: Rule = Rule {
    code: "ci-extra-line",
    severity: Severity::Error,
    zh: "词多句",
    en: "extra line of a lyric",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-extra-line",
    zh: "所填之体没有这一句。各句与词体逐句比对，多出的句子不论平仄。",
    en: "The form has no such line. The lines are brought together with the form's one by one; of an \
        extra one nothing more is asked.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let extra = context
        .lines
        .iter()
        .enumerate()
        .filter(|(_, own)| own.form_line.is_none());
    let finding = |(at, own): (usize, &crate::ci::CiLine)| {
        let line = at + 1;
        context.finding(
            &RULE,
            RULE.severity,
            (line, Vec::new()),
            || {
                let who = words::line(line, context.language);
                format!("{who}（{}字）是此体所无。", chinese_number(own.chars.len()))
            },
            || {
                let who = words::line(line, context.language);
                format!(
                    "{who} ({} characters) is none of this form's.",
                    own.chars.len()
                )
            },
        )
    };
    extra.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::ci::rules::testing::{SPRING, found};

    #[test]
    fn the_line_is_named() {
        let text = SPRING.replace("路遥", "且听风。路遥");
        assert_eq!(found(&text), ["6:ci-extra-line"]);
    }
}
