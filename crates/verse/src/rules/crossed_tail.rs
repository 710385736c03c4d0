//! 特拗: the third and fourth of the last five characters of type b change places.

use super::{Context, Example, Explanation, Rule};
use crate::{
    report::{Finding, Severity},
    scan::tail::Tail,
};

pub(super) static RULE: Rule = Rule {
    code: "crossed-tail",
    severity: Severity::Rescue,
    zh: "特拗",
    en: "crossed tail",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "crossed-tail",
    zh: "“平平平仄仄”可以变为“平平仄平仄”：五言第三、四字（七言第五、六字）平仄互换，\
        此时五言第一字（七言第三字）须平。唐人常用，尤其在尾联出句，合律。",
    en: "In type b the third and fourth of the last five characters may change places \
        (平平仄平仄); the first is then level. Common and correct, above all in the line before last.",
    example: Some(Example {
        text: "今夜鄜州月，闺中只独看。遥怜小儿女，未解忆长安。香雾云鬟湿，清辉玉臂寒。何时倚虚幌，\
               双照泪痕干。",
        source: "杜甫《月夜》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .with_tail(Tail::Crossed)
        .map(|line| {
            let places = vec![context.of_five(3), context.of_five(4)];
            let tail = context.tail_text(&line, 1..=5);
            context.finding(
                &RULE,
                line.number,
                places,
                || {
                    format!(
                        "特拗：{}“{tail}”用“平平仄平仄”，本句自救，合律。",
                        context.line(line.number)
                    )
                },
                || {
                    format!(
                        "crossed tail: “{tail}” in {} is 平平仄平仄. Correct.",
                        context.line(line.number)
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
    fn twice_in_one_poem() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        assert_eq!(found(text), ["3:crossed-tail", "7:crossed-tail"]);
        assert_eq!(places(text, RULE.code), [(3, vec![3, 4]), (7, vec![3, 4])]);
    }

    #[test]
    fn it_is_not_taken_for_lost_adhesion() {
        let text = "牛渚西江夜，青天无片云。登舟望秋月，空忆谢将军。余亦能高咏，斯人不可闻。明朝挂帆席，\
                    枫叶落纷纷。";
        assert_eq!(found(text), ["3:crossed-tail", "7:crossed-tail"]);
    }
}
