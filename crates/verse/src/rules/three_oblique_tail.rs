//! 三仄尾: a line of type b ends in three oblique tones.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "three-oblique-tail",
    severity: Severity::Warning,
    zh: "三仄尾",
    en: "three-oblique tail",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "three-oblique-tail",
    zh: "“平平平仄仄”一式的五言第三字（七言第五字）用了仄声，句末三字皆仄，叫三仄尾。\
        唐人不避，今人多以为宜避，不算错误。",
    en: "A line of type b whose last three characters are oblique. Tang poets did not avoid it; \
        many teachers do. Not an error.",
    example: Some(Example {
        text: "洛阳城里见秋风，欲作家书意万重。复恐匆匆说不尽，行人临发又开封。",
        source: "张籍《秋思》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::ThreeOblique)
        .map(|line| {
            let third = context.of_five(3);
            let tail = context.tail_text(&line, 3..=5);
            context.finding(
                &RULE,
                line.number,
                vec![third, third + 1, third + 2],
                || {
                    format!(
                        "三仄尾：“{tail}”三字皆仄，{}宜平。",
                        context.place(line.number, third)
                    )
                },
                || {
                    format!(
                        "three-oblique tail: “{tail}”; {} had better be level.",
                        context.place(line.number, third)
                    )
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check, rules::testing::found};

    #[test]
    fn a_warning_not_an_error() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(found(text), ["1:borrowed-rhyme", "3:three-oblique-tail"]);
        assert_eq!(check(text, &Options::default()).count(Severity::Error), 0);
    }
}
