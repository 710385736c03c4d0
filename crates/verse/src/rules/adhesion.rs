//! 失粘: a couplet does not take up the one before it.

use super::{Context, Example, Explanation, Rule, context::opposed};
use crate::{
    form::Form,
    options::Strictness,
    report::{Finding, Severity},
};

pub(super) static RULE: Rule = Rule {
    code: "adhesion",
    severity: Severity::Error,
    zh: "失粘",
    en: "lost adhesion",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "adhesion",
    zh: "后联出句第二字的平仄应与前联对句第二字相同，前后两联才粘得住；不同叫失粘。\
        绝句若只在两联之间失粘一次，叫折腰体，唐人有之（王维《送元二使安西》）。",
    en: "The second character of a couplet’s opening line has the class of the second character \
        of the line before it, so that couplets adhere. A quatrain whose only fault is one lost \
        adhesion between its couplets is called broken-waist form; Tang poets wrote it.",
    example: Some(Example {
        text: "渭城朝雨浥轻尘，客舍青青柳色新。劝君更尽一杯酒，西出阳关无故人。",
        source: "王维《送元二使安西》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let lost: Vec<usize> = context
        .pairs()
        .filter(|(above, line)| line.number % 2 == 1 && opposed(above, line))
        .map(|(_, line)| line.number)
        .collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let broken_waist = is_broken_waist(context, &lost);
    lost.into_iter()
        .map(|line| {
            let above = line - 1;
            let mut finding = context.finding(
                &RULE,
                line,
                vec![2],
                || {
                    let name = if broken_waist {
                        "折腰体："
                    } else {
                        "失粘："
                    };
                    format!(
                        "{name}{}应与{}平仄相同。",
                        context.place(line, 2),
                        context.place(above, 2)
                    )
                },
                || {
                    let name = if broken_waist {
                        "broken-waist form"
                    } else {
                        "lost adhesion"
                    };
                    format!(
                        "{name}: {} should have the tone class of {}.",
                        context.place(line, 2),
                        context.place(above, 2)
                    )
                },
            );
            finding.related.push((above, 2));
            if broken_waist {
                finding.severity = Severity::Note;
            }
            finding
        })
        .collect()
}

/// Whether the lost adhesion is the only fault of a quatrain.
fn is_broken_waist(context: &Context<'_>, lost: &[usize]) -> bool {
    let quatrain = matches!(context.form, Some(Form::FiveQuatrain | Form::SevenQuatrain));
    let only = || {
        let others: [&Rule; 5] = [
            &super::opposition::RULE,
            &super::tone::RULE,
            &super::lone_level::RULE,
            &super::three_level_tail::RULE,
            &super::major_deviation::RULE,
        ];
        others.iter().all(|rule| (rule.find)(context).is_empty())
    };
    context.strictness != Strictness::Strict && quatrain && lost == [3] && only()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check, rules::testing::found};

    #[test]
    fn one_lost_adhesion_is_one_finding() {
        let text = "摇落深知宋玉悲，风流儒雅亦吾师。怅望千秋一洒泪，萧条异代不同时。江山故宅空文藻，\
                    云雨荒台岂梦思。最是楚宫俱泯灭，舟人指点到今疑。";
        assert_eq!(found(text), ["3:adhesion", "3:three-oblique-tail"]);
    }

    #[test]
    fn broken_waist_is_a_note_unless_strict() {
        let text = EXPLANATION.example.as_ref().unwrap().text;
        let severity = |strictness| {
            let report = check(
                text,
                &Options {
                    strictness,
                    ..Options::default()
                },
            );
            report
                .findings
                .iter()
                .find(|f| f.code == "adhesion")
                .map(|f| f.severity)
        };
        assert_eq!(severity(Strictness::Usual), Some(Severity::Note));
        assert_eq!(severity(Strictness::Lenient), Some(Severity::Note));
        assert_eq!(severity(Strictness::Strict), Some(Severity::Error));
    }
}
