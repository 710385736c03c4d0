//! There is nothing to check.

use super::{Context, Explanation, Rule};
use crate::report::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "empty-text",
    severity: Severity::Note,
    zh: "没有文字",
    en: "empty text",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "empty-text",
    zh: "还没有可以检查的诗句。写下或粘贴一首诗，标点可有可无。",
    en: "There is no verse to check yet. Write or paste a poem, with punctuation or without.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if !context.lines.is_empty() {
        return Vec::new();
    }
    vec![context.finding(
        &RULE,
        1,
        Vec::new(),
        || "还没有诗句。写下或粘贴一首诗即可。".to_owned(),
        || "no verse yet: write or paste a poem.".to_owned(),
    )]
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::found;

    #[test]
    fn nothing_is_said_to_be_nothing() {
        for text in ["", " \n\n", "，。！", "\u{feff}"] {
            assert_eq!(found(text), ["1:empty-text"], "{text:?}");
        }
    }
}
