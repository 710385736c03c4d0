//! 三平尾: a line of type A ends in three level tones.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "three-level-tail",
    severity: Severity::Error,
    zh: "三平尾",
    en: "three-level tail",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "three-level-tail",
    zh: "句末三字连用平声，叫三平尾（三平调），是古体诗的标志，近体诗不用。\
        “仄仄仄平平”一式的五言第三字（七言第五字）应仄。",
    en: "Three level tones at the end of a line mark old-style verse; regulated verse avoids them. \
        In type A the third of the last five characters is oblique.",
    example: Some(Example {
        text: "终南阴岭秀，积雪浮云端。林表明霁色，城中增暮寒。",
        source: "祖咏《终南望余雪》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::ThreeLevel)
        .map(|line| {
            let third = context.of_five(3);
            let tail = context.tail_text(&line, 3..=5);
            context.finding(
                &RULE,
                line.number,
                vec![third, third + 1, third + 2],
                || {
                    format!(
                        "三平尾：“{tail}”三字皆平，{}应仄。",
                        context.place(line.number, third)
                    )
                },
                || {
                    format!(
                        "three-level tail: “{tail}”; {} should be oblique.",
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
    fn the_example_and_no_rare_reading_that_hides_one() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(
            found(text),
            ["2:three-level-tail", "3:major-deviation-rescued"]
        );
        let tower = "昔人已乘黄鹤去，此地空余黄鹤楼。黄鹤一去不复返，白云千载空悠悠。晴川历历汉阳树，\
                     芳草萋萋鹦鹉洲。日暮乡关何处是，烟波江上使人愁。";
        assert_eq!(places(tower, RULE.code), [(4, vec![5, 6, 7])]);
    }

    #[test]
    fn a_first_line_that_borrows_its_rhyme_has_one_too() {
        let text = "打起黄莺儿，莫教枝上啼。啼时惊妾梦，不得到辽西。";
        assert_eq!(places(text, RULE.code), [(1, vec![3, 4, 5])]);
        assert_eq!(places(text, "borrowed-rhyme"), [(1, vec![5])]);
    }
}
