//! 小拗.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "minor-deviation",
    severity: Severity::Note,
    zh: "小拗",
    en: "minor deviation",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "minor-deviation",
    zh: "“仄仄平平仄”一式的五言第三字（七言第五字）用了仄声，叫小拗，可救可不救；救则在对句五言第三字（七言第五字）用平声。",
    en: "In type a the third of the last five characters is oblique. It may be rescued by a level third of the closing line’s last five, and need not be.",
    example: Some(Example {
        text: "青山横北郭，白水绕东城。此地一为别，孤蓬万里征。浮云游子意，落日故人情。挥手自兹去，萧萧班马鸣。",
        source: "李白《送友人》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::MinorDeviation)
        .filter(|line| !line.read.rescued)
        .map(|line| {
            let place = context.of_five(3);
            let here = || context.place(line.number, place);
            let there = || context.place(line.number + 1, context.of_five(3));
            context.finding(
                &RULE,
                line.number,
                vec![place],
                || format!("小拗：{}用仄，可不救；要救可令{}为平。", here(), there()),
                || {
                    format!(
                        "minor deviation: {} is oblique. It need not be rescued; a level {} would.",
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
    fn one_rescued_one_not() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(
            found(text),
            ["3:minor-deviation", "7:minor-deviation-rescued"]
        );
        assert_eq!(places(text, RULE.code), [(3, vec![3])]);
    }
}
