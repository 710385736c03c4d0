//! The findings, one line each. A finding opens in place with the rule that it speaks of, and
//! lights the places that it points at.

use leptos::prelude::*;
use verse::{Finding, rules};

use super::{line::severity_name, sheet::places};
use crate::{browser::viewport, desk::Desk};

/// Findings that are listed at most.
const MOST: usize = 100;

/// All findings.
#[component]
pub fn Findings(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let findings = Memo::new(move |_| {
        desk.report
            .with(|r| r.findings.iter().take(MOST).cloned().collect::<Vec<_>>())
    });
    let hidden = move || desk.report.with(|r| r.findings.len().saturating_sub(MOST));
    let open = RwSignal::new(None::<Key>);
    view! {
        <ul id="findings" class="findings" aria-label=t.say(|s| s.findings_label)>
            <For
                each=move || numbered(findings.get())
                key=|(number, finding)| (*number, key(finding), finding.message.clone())
                children=move |(_, finding)| view! { <FindingItem desk finding open /> }
            />
        </ul>
        {move || {
            let hidden = hidden();
            (hidden > 0).then(|| view! { <p class="more">{(t.get().findings_hidden)(hidden)}</p> })
        }}
    }
}

/// What tells findings apart from one check to the next.
type Key = (String, usize, Vec<usize>);

fn key(finding: &Finding) -> Key {
    (finding.code.clone(), finding.line, finding.chars.clone())
}

/// Numbers findings that are the same in everything, so that each has a name of its own.
fn numbered(findings: Vec<Finding>) -> Vec<(usize, Finding)> {
    let mut numbered: Vec<(usize, Finding)> = Vec::with_capacity(findings.len());
    for finding in findings {
        let before = numbered
            .iter()
            .filter(|(_, other)| *other == finding)
            .count();
        numbered.push((before, finding));
    }
    numbered
}

/// One finding.
#[component]
fn FindingItem(
    /// The state of the page.
    desk: Desk,
    /// The finding.
    finding: Finding,
    /// The one that is open.
    open: RwSignal<Option<Key>>,
) -> impl IntoView {
    let t = desk.words;
    let line = finding.line;
    let own = StoredValue::new(key(&finding));
    let pointed = StoredValue::new(places(&finding).collect::<Vec<_>>());
    let is_open = Memo::new(move |_| own.with_value(|own| open.with(|o| o.as_ref() == Some(own))));
    let toggle = move |_| {
        let opens = !is_open.get_untracked();
        open.set(opens.then(|| own.get_value()));
        desk.lit.set(if opens {
            pointed.get_value()
        } else {
            Vec::new()
        });
        if opens {
            viewport::show_matching(&format!("#marked [data-line=\"{line}\"]"));
        }
    };
    let severity = finding.severity;
    let code = finding.code.clone();
    let chars = finding.chars.clone();
    view! {
        <li
            class="finding"
            data-code=finding.code
            data-severity=severity_name(severity)
            data-line=line.to_string()
        >
            <button
                type="button"
                aria-expanded=move || is_open.get().to_string()
                on:click=toggle
            >
                <span class="sign">{move || (t.get().severity_sign)(severity)}</span>
                <span class="message">{finding.message}</span>
                <span class="place" aria-hidden="true">
                    {move || (t.get().place)(line, &chars)}
                </span>
            </button>
            {move || is_open.get().then(|| view! { <Explanation desk code=code.clone() /> })}
        </li>
    }
}

/// What a student reads about a rule.
#[component]
fn Explanation(
    /// The state of the page.
    desk: Desk,
    /// The code of the rule.
    code: String,
) -> impl IntoView {
    let rule = rules::rule(&code)?;
    let language = desk.words;
    let example = rule.example.as_ref().map(|example| {
        view! {
            <p class="example" lang="zh-Hans">
                <span>{example.text}</span>
                <cite>{example.source}</cite>
            </p>
        }
    });
    Some(view! {
        <div class="explanation">
            <p class="rule">{move || rule.name(language.language())}</p>
            <p>{move || rule.explain(language.language())}</p>
            {example}
        </div>
    })
}
