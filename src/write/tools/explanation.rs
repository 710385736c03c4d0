//! What is said of a finding that is opened: the rule, its classic example, what would mend it.

use verse::{Finding, Mend, mends};

use super::words::words;
use crate::{
    desk::{Desk, Hand},
    ui::{El, div, el, fields},
    write::rule::rule_text,
};

/// The explanation of a finding.
pub fn explanation(desk: Desk, finding: &Finding) -> El {
    let finding = finding.clone();
    div("explanation")
        .children(rule_text(desk, &finding.code))
        .part(move || advice(desk, &finding))
}

/// What would mend a finding, as the poem stands when the keys rest: it takes ten times as long as a key.
fn advice(desk: Desk, finding: &Finding) -> Option<El> {
    desk.beside.with(|_| ());
    let options = desk.options();
    let found = desk
        .text
        .with_untracked(|text| mends(text, &options, finding));
    (!found.is_empty()).then(|| {
        div("mends")
            .el(el("p").class("label").text(words(desk.words).mends))
            .el(el("ul").children(found.iter().map(|mend| item(desk, mend))))
            .el(try_line(desk, finding))
    })
}

/// The way to the changes that mend the whole line, to be tried.
fn try_line(desk: Desk, finding: &Finding) -> El {
    let t = desk.words;
    let place = (finding.line, finding.chars.first().copied().unwrap_or(1));
    let press = move || {
        desk.picked.set(Some(place));
        desk.reach.set(1);
        desk.hand.set(Some(Hand::Mends));
    };
    fields::bare_button("fold", press).live(move || (words(t).hand)(Hand::Mends).to_owned())
}

/// One way; a press looks at the place that is to be changed.
fn item(desk: Desk, mend: &Mend) -> El {
    let words = mend.sentence(desk.words.language());
    let item = el("li");
    match mend.place() {
        Some(place) => {
            let look = move || desk.picked.set(Some(place));
            item.el(fields::bare_button("mend", look).text(words))
        }
        None => item.class("mend").text(words),
    }
}
