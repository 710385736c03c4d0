//! 借韵: the first or the last line rhymes in a neighbouring group.

use super::{Context, Example, Explanation, Rule};
use crate::{
    options::Strictness,
    report::{Finding, Severity},
    scan::rhyme::Part,
};

pub(super) static RULE: Rule = Rule {
    code: "borrowed-rhyme",
    severity: Severity::Note,
    zh: "借韵",
    en: "borrowed rhyme",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "borrowed-rhyme",
    zh: "首句可借用邻韵，叫孤雁出群，宋人尤多，不算出韵。末句用邻韵叫孤雁入群，较少见，宜慎。\
        邻韵：东冬、支微齐、鱼虞、佳灰、真文元寒删先、萧肴豪、庚青蒸、覃盐咸。",
    en: "Line 1 may rhyme in a neighbouring group (孤雁出群); that is no fault. A last line that \
        does (孤雁入群) is rare and a warning.",
    example: Some(Example {
        text: "清明时节雨纷纷，路上行人欲断魂。借问酒家何处有，牧童遥指杏花村。",
        source: "杜牧《清明》",
    }),
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let Some(rhyme) = context.rhyme else {
        return Vec::new();
    };
    rhyme
        .parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| match part {
            Part::Borrows(own) if context.must_rhyme(at + 1) => Some((at + 1, *own)),
            _ => None,
        })
        .map(|(line, own)| {
            let (own, group) = (own.name(), rhyme.group.name());
            let mut finding = context.finding(
                &RULE,
                line,
                vec![context.width],
                || {
                    let name = if line == 1 {
                        "孤雁出群"
                    } else {
                        "孤雁入群"
                    };
                    format!(
                        "{name}：{}借邻韵{own}，全诗押{group}韵。",
                        context.place(line, context.width)
                    )
                },
                || {
                    format!(
                        "borrowed rhyme: {} is in the neighbouring group {own}; the poem rhymes in \
                         {group}.",
                        context.place(line, context.width)
                    )
                },
            );
            if line > 1 {
                finding.severity = match context.strictness {
                    Strictness::Strict => Severity::Error,
                    Strictness::Usual => Severity::Warning,
                    Strictness::Lenient => Severity::Note,
                };
            }
            finding
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    fn severity(text: &str) -> Vec<(usize, Severity)> {
        let report = check(text, &Options::default());
        report
            .findings
            .iter()
            .filter(|f| f.code == RULE.code)
            .map(|f| (f.line, f.severity))
            .collect()
    }

    #[test]
    fn a_note_at_the_first_line_a_warning_at_the_last() {
        assert_eq!(
            severity(EXPLANATION.example.as_ref().unwrap().text),
            [(1, Severity::Note)]
        );
        let last = "寥落古行宫，宫花寂寞红。白头宫女在，闲坐说玄宗。";
        assert_eq!(severity(last), [(4, Severity::Warning)]);
    }
}
