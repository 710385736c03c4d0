//! 小拗已救.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "minor-deviation-rescued",
    severity: Severity::Rescue,
    zh: "小拗已救",
    en: "rescued minor deviation",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "minor-deviation-rescued",
    zh: "“仄仄平平仄”一式的五言第三字（七言第五字）用了仄声，对句五言第三字（七言第五字）用平声相救，合律而且工整。",
    en: "In type a the third of the last five characters is oblique, and the closing line rescues it with a level third of its last five. Correct.",
    example: Some(Example {
        text: "凉风起天末，君子意如何。鸿雁几时到，江湖秋水多。文章憎命达，魑魅喜人过。应共冤魂语，投诗赠汨罗。",
        source: "杜甫《天末怀李白》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::MinorDeviation)
        .filter(|line| line.read.rescued)
        .map(|line| {
            let place = context.of_five(3);
            let here = || context.place(line.number, place);
            let there = || context.place(line.number + 1, context.of_five(3));
            let mut finding = context.finding(
                &RULE,
                line.number,
                vec![place],
                || format!("小拗已救：{}用仄，以{}平相救，合律。", here(), there()),
                || format!("minor deviation, rescued: {} is oblique, {} is level and rescues it. Correct.", here(), there()),
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
    fn the_word_makes_the_deviation() {
        // 几 is oblique in 几时, so the line deviates, and 秋 rescues it.
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(found(text), ["1:crossed-tail", "3:minor-deviation-rescued"]);
        assert_eq!(places(text, RULE.code), [(3, vec![3])]);
    }
}
