//! 大拗未救.

use super::{Context, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "major-deviation",
    severity: Severity::Error,
    zh: "大拗未救",
    en: "major deviation",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "major-deviation",
    zh: "“仄仄平平仄”一式的五言第四字（七言第六字）应平而仄，叫大拗，必须在对句五言第三字（七言第五字）用平声来救；不救是错误。",
    en: "In type a the fourth of the last five characters is oblique. The closing line must rescue it with a level third of its last five; unrescued it is an error.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::MajorDeviation)
        .filter(|line| !line.read.rescued)
        .map(|line| {
            let place = context.of_five(4);
            let here = || context.place(line.number, place);
            let there = || context.place(line.number + 1, context.of_five(3));
            context.finding(
                &RULE,
                line.number,
                vec![place],
                || format!("大拗：{}应平而仄，须在对句救：{}用平声。", here(), there()),
                || {
                    format!(
                        "major deviation: {} is oblique; it must be rescued by a level {}.",
                        here(),
                        there()
                    )
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{found, places};

    #[test]
    fn unrescued_it_is_an_error() {
        let text = "向晚意不适，驱车到古原。夕阳无限好，只是近黄昏。";
        assert_eq!(found(text), ["1:major-deviation"]);
        assert_eq!(places(text, RULE.code), [(1, vec![4])]);
    }
}
