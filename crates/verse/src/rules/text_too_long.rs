//! Only the beginning of a very long text is checked.

use super::{Context, Explanation, Rule};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "text-too-long",
    severity: Severity::Note,
    zh: "文字过长",
    en: "text too long",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "text-too-long",
    zh: "一次只检查前一千句，其余不检查，也不改动。请分首粘贴。",
    en: "The first thousand lines are checked; the rest is left as it is. Paste one poem at a time.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.text.left_out == 0 {
        return Vec::new();
    }
    let (checked, left_out) = (context.lines.len(), context.text.left_out);
    vec![context.finding(
        &RULE,
        checked,
        Vec::new(),
        || format!("文字过长：只检查前{checked}句，其余{left_out}句未检查。"),
        || format!("only the first {checked} lines are checked, {left_out} are not."),
    )]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::places;

    #[test]
    fn the_rest_is_counted() {
        let text = "白日依山尽，黄河入海流。".repeat(501);
        assert_eq!(places(&text, "text-too-long").len(), 1);
        assert!(places("白日依山尽，黄河入海流。", "text-too-long").is_empty());
    }
}
