//! The findings, one line each. A finding opens in place with the rule that it speaks of, and
//! lights the places that it points at.

use verse::Finding;

use super::{line::severity_name, sheet::places};
use crate::{
    browser::viewport,
    desk::{Desk, Errand},
    ui::{El, State, el, fields, memo},
};

/// Findings that are listed at most.
const MOST: usize = 100;

/// Puts all findings into a body, and how many are not listed.
pub fn with_findings(body: El, desk: Desk) -> El {
    let t = desk.words;
    // The finding that is open, by its key.
    let open = State::new(String::new());
    let hidden = move || desk.report.with(|r| r.findings.len().saturating_sub(MOST));
    let list = el("ul")
        .id("findings")
        .class("findings")
        .phrase("aria-label", t, |s| s.findings_label)
        .list(move || {
            desk.report
                .with(|report| items(&report.findings, desk, open))
        });
    body.el(list).el(el("p")
        .class("more")
        .flag("hidden", move || hidden() == 0)
        .live(move || (t.get().findings_hidden)(hidden())))
}

/// The findings. Each has a key by which it stays open from one check to the next; those that are
/// the same in everything are told apart.
fn items(findings: &[Finding], desk: Desk, open: State<String>) -> Vec<El> {
    let mut keys: Vec<String> = Vec::new();
    let mut items = Vec::new();
    for finding in findings.iter().take(MOST) {
        let mut key = finding.code.to_string();
        for (line, place) in places(finding) {
            key.push_str(&format!(" {line}:{place}"));
        }
        key.push_str(&finding.message);
        while keys.contains(&key) {
            key.push('+');
        }
        keys.push(key.clone());
        items.push(item(desk, finding, key, open));
    }
    items
}

/// One finding.
fn item(desk: Desk, finding: &Finding, own: String, open: State<String>) -> El {
    let t = desk.words;
    let Finding { severity, line, .. } = *finding;
    let pointed: Vec<_> = places(finding).collect();
    let chars = finding.chars.clone();
    let explained = finding.clone();
    let shown = match chars.first() {
        Some(place) => format!("#marked [data-line=\"{line}\"] [data-place=\"{place}\"]"),
        None => format!("#marked [data-line=\"{line}\"]"),
    };
    let is_open = {
        let own = own.clone();
        memo(move || open.with(|open| *open == own))
    };
    let toggle = move || {
        if is_open.get_untracked() {
            open.set(String::new());
            desk.lit.set(Vec::new());
        } else {
            open.set(own.clone());
            desk.lit.set(pointed.clone());
            desk.errand.set(Some(Errand::Explain));
            viewport::show_matching(&shown);
        }
    };
    let sign = move || (t.get().severity_sign)(severity).to_owned();
    let place = move || (t.get().place)(line, &chars);
    let button = fields::bare_button("finding-line", toggle)
        .bind("aria-expanded", move || Some(is_open.get().to_string()))
        .el(el("span").class("sign").live(sign))
        .el(el("span").class("message").text(finding.message.as_str()))
        .el(el("span")
            .class("place")
            .set("aria-hidden", "true")
            .live(place));
    el("li")
        .class("finding")
        .set("data-code", &finding.code)
        .set("data-severity", severity_name(severity))
        .set("data-line", &line.to_string())
        .el(button)
        .part(move || {
            let explain = desk.explain.get().filter(|_| is_open.get())?;
            Some(explain(desk, &explained))
        })
}
