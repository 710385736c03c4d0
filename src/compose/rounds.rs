//! The rounds of revision, each with the lines that were sent back and why.

use leptos::prelude::*;
use verse::Severity;

use super::run::{Round, Run};
use crate::desk::{Desk, check};

/// All rounds of the run.
#[component]
pub fn Rounds(
    /// The state of the page.
    desk: Desk,
    /// The run.
    run: Run,
) -> impl IntoView {
    view! {
        <ol class="rounds" id="rounds">
            <For
                each=move || run.rounds.get()
                key=|round| (round.number, round.base.clone())
                children=move |round| view! { <RoundItem desk round /> }
            />
        </ol>
    }
}

/// One round.
#[component]
fn RoundItem(
    /// The state of the page.
    desk: Desk,
    /// The round.
    round: Round,
) -> impl IntoView {
    let t = desk.words;
    let number = round.number;
    let open = round.open.clone();
    let reasons = move || {
        reasons(&round, t.language())
            .into_iter()
            .map(|reason| view! { <li>{reason}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <li data-round=number.to_string()>
            <p>{move || (t.get().round)(number, &open)}</p>
            <ul>{reasons}</ul>
        </li>
    }
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
