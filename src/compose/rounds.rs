//! The rounds of revision, each with the lines that were sent back and why.

use muse::{Brief, compose::astray};
use verse::{Options, Severity};

use super::run::{Round, Run};
use crate::{
    desk::Desk,
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
    let reasons = reasons(desk, round);
    el("li")
        .set("data-round", &round.number.to_string())
        .el(el("p").text(told))
        .el(el("ul").children(reasons.into_iter().map(|reason| el("li").text(reason))))
}

/// What the check says of the lines that are rewritten.
fn reasons(desk: Desk, round: &Round) -> Vec<String> {
    let options = Options {
        form: Some(round.form),
        pins: Vec::new(),
        ..desk.options()
    };
    let report = verse::check(&round.base, &options);
    let brief = Brief {
        book: options.book,
        group: round.group.clone(),
        ..Brief::new(round.form, "")
    };
    // The check takes the poem's own group for the right one.
    if !round.base.is_empty() && !astray(&report, &brief).is_empty() {
        return vec![(desk.words.get().other_group)(&round.group)];
    }
    let faults = report
        .findings
        .into_iter()
        .filter(|finding| matches!(finding.severity, Severity::Error | Severity::Warning))
        .filter(|finding| round.open.is_empty() || round.open.contains(&finding.line));
    faults.map(|finding| finding.message).collect()
}
