//! 失对仗: a couplet that the form wants antithetical and that is not.
//!
//! It is found with a table of its own, which a check does not need otherwise:
//! [`crate::antithesis::Table::judge`].

use super::{Explanation, Rule};
use crate::{antithesis::NO_ANTITHESIS, report::Severity};

pub(super) static RULE: Rule = Rule {
    code: NO_ANTITHESIS,
    severity: Severity::Warning,
    zh: "失对仗",
    en: "no antithesis",
    find: |_| Vec::new(),
};

/// What a student reads of it.
pub(super) static EXPLANATION: Explanation = Explanation {
    code: NO_ANTITHESIS,
    zh: "律诗中间两联、排律除首尾以外的各联要对仗：上下句同一位置的字词类相当，如天文对天文、数目对数目、\
        叠字对叠字，意思各说一面。这里按唐宋诗人的用例判断，只是提示；流水对、借对也算对仗。",
    en: "The second and third couplet of an octave, and all but the first and last of extended verse, are \
        antithetical: words at the same place are of one kind (sky with sky, number with number, doubled with doubled), \
        and each line says its own side. It is judged by what Tang and Song poets did, and is a hint.",
    example: Some(super::Example {
        text: "昔人已乘黄鹤去，此地空余黄鹤楼。黄鹤一去不复返，白云千载空悠悠。\
            晴川历历汉阳树，芳草萋萋鹦鹉洲。日暮乡关何处是，烟波江上使人愁。",
        source: "崔颢《黄鹤楼》",
    }),
};
