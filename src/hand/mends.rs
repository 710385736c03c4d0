//! The smallest changes that mend the line that is looked at. A key tries one, another key another; the
//! line as it was comes back by a key too, and by the field's own undo.

use std::rc::Rc;

use verse::{
    Finding, Report,
    diction::{Diction, LineMend},
};

use super::{table::Stock, trying::with_changes, words::hand_words};
use crate::{
    browser::viewport,
    desk::Desk,
    ui::{El, State, div, el, fields},
    write::{sheet::places, tools::typing::edit_to},
};

/// What is being mended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mending {
    /// The line, from 1; 0 if none.
    line: usize,
    /// The text as it was before anything was tried.
    was: String,
    /// The whole text with each of the changes.
    tried: Vec<String>,
    mends: Vec<LineMend>,
    /// How many errors and warnings the line had.
    faults: usize,
}

impl Mending {
    /// Whether it is still about this line of this text, as it was or with one of the changes.
    fn is_about(&self, text: &str, line: usize) -> bool {
        self.line == line && (self.was == text || self.tried.iter().any(|tried| tried == text))
    }

    fn find(table: &Diction, desk: Desk, text: &str, line: usize) -> Self {
        let options = desk.options();
        let locks = desk.locks.get_untracked();
        let is_locked = |position| {
            let mut places = locks.iter().map(|lock| (lock.line, lock.position));
            places.any(|place| place == (line, position))
        };
        let report = desk.report.get_untracked();
        let mut mends = Vec::new();
        let mut tried = Vec::new();
        for mend in table.mend_line(text, &options, line) {
            if mend.changes.iter().any(|change| is_locked(change.position)) {
                continue;
            }
            if let Some(whole) = with_changes(text, &report, mend.line, &mend.changes) {
                tried.push(whole);
                mends.push(mend);
            }
        }
        Self {
            line,
            was: text.to_owned(),
            tried,
            mends,
            faults: faults(&report, line),
        }
    }
}

/// The errors and warnings that speak of a line.
fn faults(report: &Report, line: usize) -> usize {
    use verse::Severity::{Error, Warning};
    let speaks = |f: &&Finding| places(f).any(|(on, _)| on == line) || f.line == line;
    let findings = report.findings.iter().filter(speaks);
    let own = findings.filter(|f| matches!(f.severity, Error | Warning));
    own.count()
}

/// The changes. `None` while there is nothing to find them with.
pub fn mend_list(desk: Desk, stock: Stock, mending: State<Mending>) -> Option<El> {
    let t = desk.words;
    let table: Rc<Diction> = stock.get()?;
    let (line, _) = desk.picked.get()?;
    desk.report.track();
    let text = desk.text.get_untracked();
    if !mending.with_untracked(|mending| mending.is_about(&text, line)) {
        let found = Mending::find(&table, desk, &text, line);
        mending.change(|mending| *mending = found);
    }
    let found = mending.get_untracked();
    let words = hand_words(t);
    if found.mends.is_empty() {
        let why = if found.faults == 0 {
            words.no_faults
        } else {
            words.no_mends
        };
        return Some(el("p").class("hint").text(why));
    }
    let items = (1..).zip(&found.mends).zip(&found.tried);
    let items = items.map(|((key, mend), tried)| item(desk, mending, key, mend, *tried == text));
    let back = fields::bare_button("quiet", move || go_back(desk, mending))
        .id("mend-back")
        .set_some("disabled", (found.was == text).then_some(""))
        .text(words.mend_back);
    Some(
        div("line-mends")
            .el(el("p").class("hint").text(words.mends_hint))
            .el(el("ol")
                .id("line-mends")
                .children(items.collect::<Vec<_>>()))
            .el(back),
    )
}

/// One way; what it changes is marked.
fn item(desk: Desk, mending: State<Mending>, key: usize, mend: &LineMend, is_tried: bool) -> El {
    let t = desk.words;
    let mut line = el("span").class("line").set("lang", "zh");
    for (c, place) in mend.text.chars().zip(1..) {
        let is_new = mend.changes.iter().any(|change| change.position == place);
        line = line.el(el(if is_new { "b" } else { "span" }).text(c));
    }
    let press = move || {
        try_one(desk, mending, key);
    };
    let left = mend.left;
    let button = fields::bare_button("line-mend", press)
        .set("aria-pressed", if is_tried { "true" } else { "false" })
        .el(el("kbd").text(key.to_string()))
        .el(line)
        .el(el("span").class("left").text((hand_words(t).left)(left)));
    el("li").el(button)
}

/// Tries the change with this number.
fn try_one(desk: Desk, mending: State<Mending>, key: usize) -> bool {
    let tried = mending.with_untracked(|m| m.tried.get(key.wrapping_sub(1)).cloned());
    tried.is_some_and(|text| {
        put(desk, mending, &text);
        true
    })
}

/// Puts back the line as it was.
fn go_back(desk: Desk, mending: State<Mending>) {
    let was = mending.with_untracked(|m| m.was.clone());
    put(desk, mending, &was);
}

/// Puts a text into the field in the place of this one. The line is still looked at, and the keys still
/// go to the list.
fn put(desk: Desk, mending: State<Mending>, text: &str) {
    let (picked, line) = (
        desk.picked.get_untracked(),
        mending.with_untracked(|m| m.line),
    );
    edit_to(desk, text);
    desk.picked.set(picked.or(Some((line, 1))));
    // On a phone the panel is hidden while the field has the caret. The next key may be there before the next frame, and
    // must not go into the poem.
    desk.field.leave();
    viewport::focus_matching("#hand");
}

/// Does what a key does; says whether it did.
pub fn press(desk: Desk, mending: State<Mending>, key: &str) -> bool {
    match key {
        "0" | "Backspace" => {
            go_back(desk, mending);
            true
        }
        key => key
            .parse()
            .is_ok_and(|number| try_one(desk, mending, number)),
    }
}
