//! The findings, one line each. A finding opens in place with the rule that it speaks of, and
//! lights the places that it points at.

use leptos::{html, prelude::*};
use verse::Finding;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{line::severity_name, sheet::places};
use crate::{
    browser::viewport,
    desk::{Desk, Errand},
    i18n::Strings,
    ui::{El, Piece, State, Worked, div, draw_then, el, memo, piece, watch},
};

/// Findings that are listed at most.
const MOST: usize = 100;

/// Puts all findings into a body, and how many are not listed.
///
/// They are drawn in place and one listener hears all of them. What is said of the one that is open is an element
/// that goes to where that finding stands.
pub fn with_findings(body: El, desk: Desk) -> El {
    let t = desk.words;
    let listed = Listed {
        all: memo(move || desk.beside.with(|report| keyed(&report.findings))),
        open: State::new(String::new()),
    };
    let said = NodeRef::<html::Div>::new();
    let list = NodeRef::<html::Ul>::new();
    let items = move || {
        let strings = t.get();
        let open = listed.open.get();
        let item = |(key, finding): &Keyed| item(key, finding, *key == open, strings);
        listed.all.with(|all| all.iter().map(item).collect())
    };
    draw_then(list, items, move |list| {
        let place = listed.place_of_open();
        let open = place.and_then(|at| list.children().item(at as u32));
        let Some((open, said)) = open.zip(said.get_untracked()) else {
            return;
        };
        // Moved to where it is, it would lose the focus.
        if said.parent_element().as_ref() != Some(&open) {
            let _ = open.append_child(&said);
        }
    });
    // Most keys change other findings.
    let opened = memo(move || listed.opened());
    // What it lights is lit as long as it is open, and goes out with it: it can go without a key, as when a
    // reading is fixed. When it comes back it is as any other.
    let mut was_open = false;
    watch(move |_| {
        let lit = opened.with(|open| open.as_ref().map(|open| places(open).collect::<Vec<_>>()));
        let is_open = lit.is_some();
        if std::mem::replace(&mut was_open, is_open) && !is_open {
            listed.open.set(String::new());
            desk.put_out();
        }
        // A key puts out whatever is lit.
        if let Some(lit) = lit.filter(|lit| !lit.is_empty() && desk.lit.with(Vec::is_empty)) {
            desk.lit.set(lit);
        }
    });
    let explanation = move || {
        let finding = opened.get()?;
        let explain = desk.explain.get()?;
        Some(explain(desk, &finding))
    };
    let hidden = move || desk.beside.with(|r| r.findings.len().saturating_sub(MOST));
    body.el(el("ul")
        .id("findings")
        .class("findings")
        .phrase("aria-label", t, |s| s.findings_label)
        .node(list)
        .on("click", move |event| listed.press(desk, &event)))
        .el(el("p")
            .class("more")
            .flag("hidden", move || hidden() == 0)
            .live(move || (t.get().findings_hidden)(hidden())))
        .el(el("div")
            .set("hidden", "")
            .el(div("unfolded").node(said).part(explanation)))
}

/// A finding with its key.
type Keyed = (String, Finding);

/// The findings that are listed. Each has a key by which it stays open from one check to the next; those
/// that are the same in everything are told apart.
fn keyed(findings: &[Finding]) -> Vec<Keyed> {
    let mut all: Vec<Keyed> = Vec::new();
    for finding in findings.iter().take(MOST) {
        let mut key = finding.code.to_string();
        for (line, place) in places(finding) {
            key.push_str(&format!(" {line}:{place}"));
        }
        key.push_str(&finding.message);
        while all.iter().any(|(other, _)| *other == key) {
            key.push('+');
        }
        all.push((key, finding.clone()));
    }
    all
}

/// The findings that are listed, and the key of the one that is open.
#[derive(Clone, Copy)]
struct Listed {
    all: Worked<Vec<Keyed>>,
    open: State<String>,
}

impl Listed {
    /// The finding that is open.
    fn opened(self) -> Option<Finding> {
        self.open.with(|open| {
            self.all.with(|all| {
                let opened = all.iter().find(|(key, _)| key == open);
                opened.map(|(_, finding)| finding.clone())
            })
        })
    }

    /// Where the finding that is open stands in the list, from 0.
    fn place_of_open(self) -> Option<usize> {
        self.open.with_untracked(|open| {
            let is_open = |(key, _): &Keyed| key == open;
            self.all.with_untracked(|all| all.iter().position(is_open))
        })
    }

    /// Opens the finding that was pressed, or closes it.
    fn press(self, desk: Desk, event: &Event) {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let button = target.and_then(|t| t.closest(".finding-line").ok().flatten());
        let Some(item) = button.and_then(|button| button.parent_element()) else {
            return;
        };
        let before = std::iter::successors(item.previous_element_sibling(), |item| {
            item.previous_element_sibling()
        });
        let at = before.count();
        let Some((key, finding)) = self.all.with_untracked(|all| all.get(at).cloned()) else {
            return;
        };
        if self.open.with_untracked(|open| *open == key) {
            self.open.set(String::new());
            return;
        }
        self.open.set(key);
        desk.lit.set(places(&finding).collect());
        desk.errand.set(Some(Errand::Explain));
        let line = finding.line;
        viewport::show_matching(&match finding.chars.first() {
            Some(place) => format!("#marked [data-line=\"{line}\"] [data-place=\"{place}\"]"),
            None => format!("#marked [data-line=\"{line}\"]"),
        });
    }
}

/// One finding.
fn item(key: &str, finding: &Finding, is_open: bool, strings: &Strings) -> Piece {
    let sign = (strings.severity_sign)(finding.severity);
    let place = (strings.place)(finding.line, &finding.chars);
    let parts = [
        piece("span").class("sign").text(sign),
        piece("span").class("message").text(finding.message.clone()),
        piece("span")
            .class("place")
            .set("aria-hidden", "true")
            .text(place),
    ];
    piece("li")
        .key(key.to_owned())
        .class("finding")
        .set("data-code", finding.code.to_string())
        .set("data-severity", severity_name(finding.severity))
        .set("data-line", finding.line.to_string())
        .with([piece("button")
            .class("finding-line")
            .set("type", "button")
            .set("aria-expanded", if is_open { "true" } else { "false" })
            .with(parts)])
}
