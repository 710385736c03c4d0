//! A line has more or fewer characters than the form's.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    rules::Explanation,
    words::{self, chinese_number},
};

pub(super) static RULE: Rule = Rule {
    code: "ci-wrong-length",
    severity: Severity::Error,
    zh: "词句字数不合",
    en: "wrong length of a lyric's line",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "ci-wrong-length",
    zh: "词牌每句字数有定，各体不同。多字或缺字的句子不论平仄，只看韵脚，其余各句照常检查。",
    en: "Each line of a tune has its number of characters, by its form. In a line with more or fewer \
        only the rhyme is checked; the others are checked as usual.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let wrong = context.lines.iter().enumerate().filter_map(|(at, own)| {
        let line = context
            .found
            .form
            .lines
            .get(own.form_line?.checked_sub(1)?)?;
        let (is, asked) = (own.chars.len(), line.slots.len());
        (is != asked).then_some((at + 1, is, asked))
    });
    let finding = |(line, is, asked): (usize, usize, usize)| {
        context.finding(
            &RULE,
            RULE.severity,
            (line, Vec::new()),
            || {
                let who = words::line(line, context.language);
                let by = chinese_number(is.abs_diff(asked));
                let word = if is < asked { "缺" } else { "多" };
                let (is, asked) = (chinese_number(is), chinese_number(asked));
                format!("{who}有{is}字，此体应为{asked}字，{word}{by}字。")
            },
            || {
                let who = words::line(line, context.language);
                format!("{who} has {is} characters; in this form it has {asked}.")
            },
        )
    };
    wrong.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use crate::ci::rules::testing::{SPRING, found};

    #[test]
    fn the_line_is_named_with_and_without_the_tune() {
        let short = SPRING.replace("触目柔肠断", "触目肠断");
        assert_eq!(found(&short), ["2:ci-wrong-length"]);
        assert_eq!(found(&format!("清平乐\n{short}")), ["2:ci-wrong-length"]);
        let long = SPRING.replace("音信无凭", "音信更无凭");
        assert_eq!(found(&long), ["5:ci-wrong-length"]);
    }
}
