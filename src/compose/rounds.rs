//! The rounds of revision, each with the lines that were sent back and why.

use verse::Severity;

use super::run::{Round, Run};
use crate::{
    desk::{Desk, check},
    ui::{El, el},
};

/// All rounds of the run.
pub fn rounds(desk: Desk, run: Run) -> El {
    let items = move || {
        run.rounds
            .get()
            .iter()
            .map(|round| item(desk, round))
            .collect()
    };
    el("ol").class("rounds").id("rounds").list(items)
}

/// One round.
fn item(desk: Desk, round: &Round) -> El {
    let told = (desk.words.get().round)(round.number, &round.open);
    let reasons = reasons(round, desk.language());
    el("li")
        .set("data-round", &round.number.to_string())
        .el(el("p").text(told))
        .el(el("ul").children(reasons.into_iter().map(|reason| el("li").text(reason))))
}

/// What the check says of the lines that are rewritten.
fn reasons(round: &Round, language: verse::Language) -> Vec<String> {
    let report = check(&round.base, Some(round.form), language);
    let faults = report
        .findings
        .into_iter()
        .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Warning))
        .filter(|finding| round.open.is_empty() || round.open.contains(&finding.line));
    faults.map(|finding| finding.message).collect()
}
