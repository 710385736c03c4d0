//! The claims of an opinion, each with its mark.

use muse::critique::{Claim, Verdict};

use super::super::talk::talk;
use crate::{
    i18n::Words,
    ui::{El, el},
};

/// All claims.
pub fn items(words: Words, claims: &[Claim]) -> Vec<El> {
    claims.iter().map(|claim| item(words, claim)).collect()
}

fn item(words: Words, claim: &Claim) -> El {
    let t = talk(words);
    let (mark, name) = match claim.verdict {
        Verdict::Confirmed(_) => (t.confirmed, "confirmed"),
        Verdict::Disproved { .. } => (t.disproved, "disproved"),
        Verdict::Undecided => (t.undecided, "undecided"),
    };
    el("li")
        .set("data-verdict", name)
        .el(el("p")
            .el(el("span").class("mark-of-claim").text(mark))
            .el(el("q").set("lang", "zh").text(claim.quote.as_str()))
            .el(el("span").class("fault").text((t.fault)(claim.fault))))
        .el(el("p").class("why").text((t.why)(claim)))
}
