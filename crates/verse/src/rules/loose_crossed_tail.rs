//! A crossed tail whose first character is oblique.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "loose-crossed-tail",
    severity: Severity::Warning,
    zh: "特拗首字仄",
    en: "loose crossed tail",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "loose-crossed-tail",
    zh: "用“平平仄平仄”时，五言第一字（七言第三字）应平；用了仄声成“仄平仄平仄”，\
        唐人也有（“昔闻洞庭水”“故人具鸡黍”），但今人多避。",
    en: "A crossed tail (平平仄平仄) whose first character is oblique. Tang poets wrote it \
        (昔闻洞庭水), teachers advise against it.",
    example: Some(Example {
        text: "昔闻洞庭水，今上岳阳楼。吴楚东南坼，乾坤日夜浮。亲朋无一字，老病有孤舟。戎马关山北，\
               凭轩涕泗流。",
        source: "杜甫《登岳阳楼》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::LooseCrossed)
        .map(|line| {
            let (first, tail) = (context.of_five(1), context.tail_text(&line, 1..=5));
            context.finding(
                &RULE,
                line.number,
                vec![first, context.of_five(3), context.of_five(4)],
                || {
                    format!(
                        "“{tail}”是特拗，{}宜平（平平仄平仄）；唐人间有不拘者。",
                        context.place(line.number, first)
                    )
                },
                || {
                    format!(
                        "“{tail}” is a crossed tail; {} had better be level (平平仄平仄).",
                        context.place(line.number, first)
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
    fn a_warning_and_no_wrong_tone() {
        assert_eq!(
            found(EXPLANATION.example.as_ref().unwrap().text),
            ["1:loose-crossed-tail"]
        );
    }
}
