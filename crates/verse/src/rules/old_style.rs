//! 古体: verse that was never meant to keep the rules.

use super::{Context, Explanation, Rule};
use crate::report::{Finding, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: "old-style",
    severity: Severity::Note,
    zh: "古体",
    en: "old-style verse",
    find,
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: "old-style",
    zh: "全篇多处不合对、粘与平仄，是古体诗（四句者为古绝），不按近体格律要求，因此不逐字指错。\
        若本意是写近体，可在上方选定体裁再检查。",
    en: "The poem breaks opposition, adhesion and tones throughout: it is old-style verse, which is \
        free of those rules, so no faults are listed. Choose a form to have it checked as regulated \
        verse.",
    example: None,
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    if context.kind != Kind::OldStyle {
        return Vec::new();
    }
    vec![context.finding(
        &RULE,
        1,
        Vec::new(),
        || "全篇多处不合近体的对、粘与平仄，应是古体诗，不按格律逐字论错。".to_owned(),
        || {
            "the poem breaks opposition, adhesion and tones throughout: old-style verse, free of \
             these rules."
                .to_owned()
        },
    )]
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Options, check, rules::testing::found};

    #[test]
    fn described_instead_of_flagged() {
        let text = "床前明月光，疑是地上霜。举头望明月，低头思故乡。";
        assert_eq!(check(text, &Options::default()).kind, Kind::OldStyle);
        assert_eq!(found(text), ["1:old-style"]);
    }
}
