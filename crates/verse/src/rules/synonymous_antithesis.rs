//! 合掌: both lines of a couplet say the same.
//!
//! It is found with a table of its own: [`crate::antithesis::Table::judge`].

use super::{Explanation, Rule};
use crate::{antithesis::SYNONYMOUS_ANTITHESIS, report::Severity};

pub(super) static RULE: Rule = Rule {
    code: SYNONYMOUS_ANTITHESIS,
    severity: Severity::Advice,
    zh: "合掌",
    en: "synonymous antithesis",
    find: |_| Vec::new(),
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: SYNONYMOUS_ANTITHESIS,
    zh: "对仗的上下句最好各说一面。两句说的是一个意思，像两只手掌合在一起，叫合掌，白费了一句。",
    en: "The lines of an antithetical couplet had better say two things. If both say the same, like two palms \
        laid together, one of them is wasted.",
    example: Some(super::Example {
        text: "蝉噪林逾静，鸟鸣山更幽。此地动归念，长年悲倦游。",
        source: "王籍《入若耶溪》",
    }),
};
