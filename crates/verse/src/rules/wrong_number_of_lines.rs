//! The number of lines makes no form.

use super::{Context, Rule};
use crate::{
    report::{Finding, Severity},
    words::chinese_number,
};

pub(super) static RULE: Rule = Rule {
    code: "wrong-number-of-lines",
    severity: Severity::Error,
    zh: "句数不合",
    en: "wrong number of lines",
    explain_zh: "绝句四句，律诗八句，排律十句以上，句数为偶数。",
    explain_en: "A quatrain has four lines, an octave eight, extended verse ten or more, an even number.",
    example: None,
    find,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let lines = context.lines.len();
    if context.width == 0 || lines == 0 || crate::Form::of(context.width, lines).is_some() {
        return Vec::new();
    }
    vec![context.finding(
        &RULE,
        lines,
        Vec::new(),
        || {
            format!(
                "现在共{}句：绝句四句，律诗八句，排律十句以上且为偶数。",
                chinese_number(lines)
            )
        },
        || {
            format!(
                "{lines} lines: a quatrain has four, an octave eight, extended verse ten or more, an \
                 even number."
            )
        },
    )]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn six_lines_are_neither() {
        let text = "镜湖三百里，菡萏发荷花。五月西施采，人看隘若耶。回舟不待月，归去越王家。";
        assert_eq!(places(text, "wrong-number-of-lines"), [(6, vec![])]);
        assert_eq!(places("白日依山尽", "wrong-number-of-lines"), [(1, vec![])]);
    }
}
