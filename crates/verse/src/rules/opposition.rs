//! 失对: the two lines of a couplet are not opposed.

use super::{Context, Explanation, Rule, context::opposed};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "opposition",
    severity: Severity::Error,
    zh: "失对",
    en: "lost opposition",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "opposition",
    zh: "一联之中，出句与对句的平仄应当相反：五言看第二、四字，七言看第二、四、六字。\
        出句是仄起，对句就应平起。相同了，叫失对。",
    en: "The two lines of a couplet are opposed: where the opening line has a level tone at an \
        even place, the closing line has an oblique one. Where both have the same class at the second \
        character, opposition is lost.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    context
        .pairs()
        .filter(|(above, line)| line.number.is_multiple_of(2) && !opposed(above, line))
        .map(|(above, line)| {
            let (above, line) = (above.number, line.number);
            let mut finding = context.finding(
                &RULE,
                line,
                vec![2],
                || {
                    format!(
                        "失对：{}与{}应一平一仄，现在两句第二字平仄相同。",
                        context.place(above, 2),
                        context.place(line, 2)
                    )
                },
                || {
                    format!(
                        "lost opposition: {} and {} should be of opposite tone classes.",
                        context.place(above, 2),
                        context.place(line, 2)
                    )
                },
            );
            finding.related.push((above, 2));
            finding
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::found;

    #[test]
    fn a_couplet_that_is_not_opposed() {
        let text = "雨过青山翠欲流，风来碧水泛轻舟。夕阳西下归鸦急，渔歌一曲过芳洲。";
        assert_eq!(found(text), ["4:opposition"]);
    }

    #[test]
    fn regular_verse_has_none() {
        assert!(found("白日依山尽，黄河入海流。欲穷千里目，更上一层楼。").is_empty());
    }
}
