//! 孤平拗救: a lone level that its own line rescues.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "lone-level-rescue",
    severity: Severity::Rescue,
    zh: "孤平拗救",
    en: "lone-level rescue",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "lone-level-rescue",
    zh: "“平平仄仄平”一式的五言第一字（七言第三字）用了仄声，就在五言第三字（七言第五字）\
        补一个平声，成“仄平平仄平”，本句自救，合律。",
    en: "In a line of type B the first of the last five characters is oblique and the third level \
        (仄平平仄平): the line rescues its own lone level and is correct.",
    example: Some(Example {
        text: "危楼高百尺，手可摘星辰。不敢高声语，恐惊天上人。",
        source: "李白《夜宿山寺》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::LoneLevelRescue)
        .map(|line| {
            let (first, third) = (context.of_five(1), context.of_five(3));
            context.finding(
                &RULE,
                line.number,
                vec![first, third],
                || {
                    format!(
                        "孤平拗救：{}仄，以{}平救回，合律。",
                        context.place(line.number, first),
                        context.place(line.number, third)
                    )
                },
                || {
                    format!(
                        "lone-level rescue: {} is oblique, {} is level and rescues it. Correct.",
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
    use crate::rules::testing::found;

    #[test]
    fn the_line_rescues_itself() {
        assert_eq!(
            found(EXPLANATION.example.as_ref().unwrap().text),
            ["4:lone-level-rescue"]
        );
    }

    #[test]
    fn one_character_rescues_two_lines() {
        let text = "三月正当三十日，风光别我苦吟身。共君今夜不须睡，未到晓钟犹是春。";
        assert_eq!(
            found(text),
            ["3:minor-deviation-rescued", "4:lone-level-rescue"]
        );
    }
}
