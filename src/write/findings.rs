//! The findings, one line each. A finding opens in place with the rule that it speaks of, and
//! lights the places that it points at.

use verse::{Finding, Language, rules};

use super::{line::severity_name, sheet::places};
use crate::{
    browser::viewport,
    desk::Desk,
    ui::{El, State, div, el, fields, memo},
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
    let code = finding.code.clone();
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
            viewport::show_matching(&format!("#marked [data-line=\"{line}\"]"));
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
        .part(move || is_open.get().then(|| explanation(desk, &code)).flatten())
}

/// What a student reads about a rule.
pub fn explanation(desk: Desk, code: &str) -> Option<El> {
    let rule = rules::rule(code)?;
    let language = desk.words.language();
    let mut parts = vec![
        el("p").class("rule").text(rule.name(language)),
        el("p").text(rule.explain(language)),
    ];
    if let Some(example) = &rule.example {
        let (tag, text, source) = match language {
            Language::Hant => {
                let [text, source] = [example.text, example.source].map(verse::traditional);
                ("zh-Hant", text, source)
            }
            _ => (
                "zh-Hans",
                example.text.to_owned(),
                example.source.to_owned(),
            ),
        };
        parts.push(
            el("p")
                .class("example")
                .set("lang", tag)
                .el(el("span").text(text))
                .el(el("cite").text(source)),
        );
    }
    Some(div("explanation").children(parts))
}
