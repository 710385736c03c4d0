//! 大拗已救.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "major-deviation-rescued",
    severity: Severity::Rescue,
    zh: "大拗已救",
    en: "rescued major deviation",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "major-deviation-rescued",
    zh: "“仄仄平平仄”一式的五言第四字（七言第六字）用了仄声，对句五言第三字（七言第五字）用平声相救，合律。",
    en: "In type a the fourth of the last five characters is oblique, and the closing line rescues it with a level third of its last five. Correct.",
    example: Some(Example {
        text: "向晚意不适，驱车登古原。夕阳无限好，只是近黄昏。",
        source: "李商隐《登乐游原》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::MajorDeviation)
        .filter(|line| line.read.rescued)
        .map(|line| {
            let place = context.of_five(4);
            let here = || context.place(line.number, place);
            let there = || context.place(line.number + 1, context.of_five(3));
            let mut finding = context.finding(
                &RULE,
                line.number,
                vec![place],
                || format!("大拗已救：{}应平而仄，以{}平救回，合律。", here(), there()),
                || format!("major deviation, rescued: {} is oblique, {} is level and rescues it. Correct.", here(), there()),
            );
            if let Some(next) = context.whole_line(line.number + 1) {
                finding.related.push((next.number, context.of_five(3)));
            }
            finding
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{found, places};

    #[test]
    fn the_line_after_it_rescues() {
        let text = "离离原上草，一岁一枯荣。野火烧不尽，春风吹又生。远芳侵古道，晴翠接荒城。又送王孙去，\
                    萋萋满别情。";
        assert_eq!(found(text), ["3:major-deviation-rescued"]);
        assert_eq!(places(text, RULE.code), [(3, vec![4])]);
    }
}
