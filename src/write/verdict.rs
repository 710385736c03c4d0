//! The verdict: form, line types, rhyme, counts, findings. A column where there is room; one line
//! that opens from below where there is not.

use leptos::prelude::*;
use verse::Severity;

use super::{findings::Findings, line::severity_name};
use crate::{browser::timer::Debounce, desk::Desk};

/// How long the verdict must have stood before it is read out.
const QUIET: u32 = 900;

/// The verdict.
#[component]
pub fn Verdict(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let open = RwSignal::new(false);
    let report = desk.report;
    view! {
        <section
            id="verdict"
            class="verdict"
            data-open=move || open.get().then_some("")
            aria-label=t.say(|s| s.verdict_label)
        >
            <button
                type="button"
                class="handle"
                id="verdict-handle"
                aria-expanded=move || open.get().to_string()
                aria-controls="verdict-body"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="summary">{move || report.with(t.get().summary)}</span>
                <span class="chevron" aria-hidden="true"></span>
            </button>
            <div id="verdict-body" class="verdict-body">
                <h2 id="verdict-form">{move || report.with(t.get().verdict_form)}</h2>
                <dl class="facts">
                    <dt>{t.say(|s| s.types)}</dt>
                    <dd id="verdict-types">{move || report.with(types)}</dd>
                    <dt>{t.say(|s| s.rhyme)}</dt>
                    <dd id="verdict-rhyme">{move || report.with(t.get().verdict_rhyme)}</dd>
                </dl>
                <Counts desk />
                <Findings desk />
            </div>
            <Spoken desk />
        </section>
    }
}

/// The line types, or a dash where the poem has none.
fn types(report: &verse::Report) -> String {
    if report.lines.iter().any(|line| line.line_type.is_some()) {
        report.line_types()
    } else {
        "—".to_owned()
    }
}

/// How many findings of each severity there are. All five stand there always, so that nothing
/// moves.
#[component]
fn Counts(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    const ALL: [Severity; 5] = [
        Severity::Error,
        Severity::Warning,
        Severity::Note,
        Severity::Rescue,
        Severity::Advice,
    ];
    let t = desk.words;
    let items: Vec<_> = ALL
        .into_iter()
        .map(|severity| {
            let count = Memo::new(move |_| desk.report.with(|report| report.count(severity)));
            view! {
                <li
                    data-severity=severity_name(severity)
                    data-none=move || (count.get() == 0).then_some("")
                >
                    <span class="name">{move || (t.get().severity)(severity)}</span>
                    <span class="count">{move || count.get().to_string()}</span>
                </li>
            }
        })
        .collect();
    view! { <ul class="counts">{items}</ul> }
}

/// What a screen reader is told, politely and not at every keystroke.
#[component]
fn Spoken(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let spoken = RwSignal::new(String::new());
    let later = Debounce::new();
    let summary = Memo::new(move |_| desk.report.with(t.get().summary));
    Effect::new(move |before: Option<()>| {
        let summary = summary.get();
        // What stands there when the page opens is found by reading; only changes are told.
        if before.is_some() {
            later.after(QUIET, move || spoken.set(summary));
        }
    });
    view! { <p id="verdict-spoken" class="unseen" role="status">{move || spoken.get()}</p> }
}
