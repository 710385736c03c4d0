//! The findings, one line each. A finding opens in place with the rule that it speaks of, and
//! lights the places that it points at.

use verse::Finding;

use super::{line::severity_name, sheet::places};
use crate::{
    browser::{timer::Debounce, viewport},
    desk::{Desk, Errand},
    i18n::Words,
    ui::{self, El, State, Worked, el, fields, memo, watch},
};

/// Findings that are listed at most.
const MOST: usize = 100;

/// Places for findings are made so many at a time: a place stays when the finding in it becomes another.
const SLOTS: usize = 10;
const BLOCKS: usize = MOST.div_ceil(SLOTS);

/// Puts all findings into a body, and how many are not listed.
pub fn with_findings(body: El, desk: Desk) -> El {
    let t = desk.words;
    // The finding that is open, by its key.
    let open = State::new(String::new());
    let hidden = move || desk.beside.with(|r| r.findings.len().saturating_sub(MOST));
    let all = memo(move || desk.beside.with(|report| keyed(&report.findings)));
    let slots = ui::places(move || all.with(Vec::len), SLOTS);
    let listed = Listed {
        all,
        slots,
        beats: [(); BLOCKS].map(|()| State::new(())),
        later: Debounce::new(),
    };
    watch(move |_| {
        all.track();
        listed.tell(0);
    });
    let list = el("ul")
        .id("findings")
        .class("findings")
        .phrase("aria-label", t, |s| s.findings_label)
        .list(move || {
            (0..slots.get())
                .map(|at| place(desk, listed, at, open))
                .collect()
        });
    body.el(list).el(el("p")
        .class("more")
        .flag("hidden", move || hidden() == 0)
        .live(move || (t.get().findings_hidden)(hidden())))
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

/// The findings that are listed. The places of the first are told of others at once, those that follow a block
/// each frame: all hundred at once would hold up the next key.
#[derive(Clone, Copy)]
struct Listed {
    all: Worked<Vec<Keyed>>,
    /// How many places there are.
    slots: Worked<usize>,
    /// What the places of a block look at.
    beats: [State<()>; BLOCKS],
    later: Debounce,
}

impl Listed {
    /// Tells a block of places (from 0) to look, and those after it in their turn.
    fn tell(self, block: usize) {
        if let Some(beat) = self.beats.get(block) {
            beat.set(());
        }
        let next = block + 1;
        if next * SLOTS < self.slots.get_untracked() {
            self.later.after_frame(0, move || self.tell(next));
        }
    }

    /// The finding of a place (from 0), and word when it is the place's turn to look again.
    fn get(self, at: usize) -> Option<Keyed> {
        if let Some(beat) = self.beats.get(at / SLOTS) {
            beat.track();
        }
        self.all.with_untracked(|all| all.get(at).cloned())
    }
}

/// The place of a finding (from 0), hidden where there are not so many. What is in it is never made anew:
/// what is, stays noted with all that it looked at.
fn place(desk: Desk, listed: Listed, at: usize, open: State<String>) -> El {
    let t = desk.words;
    let own = memo(move || listed.get(at));
    let is_open = memo(move || {
        own.with(|own| {
            own.as_ref()
                .is_some_and(|(key, _)| open.with(|open| open == key))
        })
    });
    let toggle = move || {
        if is_open.get_untracked() {
            open.set(String::new());
            desk.lit.set(Vec::new());
        } else if let Some((key, finding)) = own.get_untracked() {
            open.set(key);
            desk.lit.set(places(&finding).collect());
            desk.errand.set(Some(Errand::Explain));
            let line = finding.line;
            viewport::show_matching(&match finding.chars.first() {
                Some(place) => format!("#marked [data-line=\"{line}\"] [data-place=\"{place}\"]"),
                None => format!("#marked [data-line=\"{line}\"]"),
            });
        }
    };
    let of = move |say: fn(&Finding, Words) -> String| {
        move || own.with(|own| own.as_ref().map(|(_, finding)| say(finding, t)))
    };
    let said = move |say| {
        let of = of(say);
        move || of().unwrap_or_default()
    };
    let button = fields::bare_button("finding-line", toggle)
        .bind("aria-expanded", move || Some(is_open.get().to_string()))
        .el(el("span")
            .class("sign")
            .live(said(|f, t| (t.get().severity_sign)(f.severity).to_owned())))
        .el(el("span")
            .class("message")
            .live(said(|f, _| f.message.clone())))
        .el(el("span")
            .class("place")
            .set("aria-hidden", "true")
            .live(said(|f, t| (t.get().place)(f.line, &f.chars))));
    el("li")
        .class("finding")
        .flag("hidden", move || own.with(Option::is_none))
        .bind("data-code", of(|f, _| f.code.to_string()))
        .bind(
            "data-severity",
            of(|f, _| severity_name(f.severity).to_owned()),
        )
        .bind("data-line", of(|f, _| f.line.to_string()))
        .el(button)
        .part(move || {
            let (_, finding) = own.get().filter(|_| is_open.get())?;
            let explain = desk.explain.get()?;
            Some(explain(desk, &finding))
        })
}
