//! 孤平: but for the rhyme one level tone is left in a line of type B.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "lone-level",
    severity: Severity::Error,
    zh: "孤平",
    en: "lone level",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "lone-level",
    zh: "“平平仄仄平”一式（七言“仄仄平平仄仄平”）中，五言第一字、七言第三字若用仄声，\
        除韵脚外只剩一个平声，叫孤平，是近体诗的大忌。可在五言第三字、七言第五字改用平声来救。",
    en: "In a line of type B an oblique first character (the third of seven) leaves, but for the \
        rhyme, a single level tone: regulated verse avoids it strictly. A level third character (the \
        fifth of seven) rescues it.",
    example: Some(Example {
        text: "百岁老翁不种田，惟知曝背乐残年。有时扪虱独搔首，目送归鸿篱下眠。",
        source: "李颀《野老曝背》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::LoneLevel)
        .map(|line| {
            let (first, third) = (context.of_five(1), context.of_five(3));
            context.finding(
                &RULE,
                line.number,
                vec![first, third],
                || {
                    format!(
                        "孤平：{}应平；或者把{}换成平声来救。",
                        context.place(line.number, first),
                        context.place(line.number, third)
                    )
                },
                || {
                    format!(
                        "lone level: {} should be level, or {} level to rescue it.",
                        context.place(line.number, first),
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
    use crate::rules::testing::{found, places};

    #[test]
    fn the_classic_one() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(found(text), ["1:lone-level", "3:minor-deviation-rescued"]);
        assert_eq!(places(text, RULE.code), [(1, vec![3, 5])]);
    }

    #[test]
    fn types_a_and_b_have_none() {
        // 夜 before 来 in a line of type b, 处 in type a: one level tone more or less is free there.
        assert!(
            found(
                "空山新雨后，天气晚来秋。明月松间照，清泉石上流。竹喧归浣女，莲动下渔舟。\
                       随意春芳歇，王孙自可留。"
            )
            .is_empty()
        );
    }
}
