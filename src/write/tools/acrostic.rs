//! The acrostic: the first characters of the lines, written and locked at once.

use leptos::{html, prelude::*};
use muse::Lock;

use super::{fill, pattern::row, words::words};
use crate::{
    browser::viewport,
    desk::Desk,
    ui::{El, State, div, fields},
};

/// A field for the acrostic, and the button that writes it into the poem.
pub fn acrostic_field(desk: Desk) -> El {
    let t = desk.words;
    let node = NodeRef::<html::Input>::new();
    let typed = State::new(String::new());
    let field = fields::input("text", node, move |text| typed.set(text))
        .bind("placeholder", move || {
            Some(words(t).acrostic_example.to_owned())
        });
    let press = move || write(desk, &typed.get_untracked());
    let button = fields::bare_button("second", press)
        .id("write-acrostic")
        .flag("disabled", move || {
            typed.with(|text| heads(text).is_empty())
        })
        .live(move || words(t).acrostic_write.to_owned());
    let label = move || words(t).acrostic.to_owned();
    div("acrostic")
        .el(row("fill-acrostic", label, field))
        .el(button)
}

/// The characters of an acrostic.
fn heads(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Writes the characters to the heads of the lines, as many as there are, and locks them.
fn write(desk: Desk, text: &str) {
    let lines = desk.report.with_untracked(|report| report.lines.len());
    let heads: Vec<char> = heads(text).into_iter().take(lines).collect();
    // The last line first: what leads up to it is written with it.
    for (line, character) in (1..)
        .zip(heads.iter().copied())
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let now = desk.report.with_untracked(|report| {
            let line = report.lines.get(line - 1)?;
            line.chars.first().map(|c| c.character)
        });
        if now == Some(character) {
            continue;
        }
        // What the person writes there on purpose breaks no lock.
        desk.locks
            .update(|locks| locks.retain(|lock| (lock.line, lock.position) != (line, 1)));
        fill::put(desk, (line, 1), &character.to_string());
    }
    desk.locks.update(|locks| {
        for (line, character) in (1..).zip(heads) {
            locks.retain(|lock| (lock.line, lock.position) != (line, 1));
            locks.push(Lock {
                line,
                position: 1,
                character,
            });
        }
    });
    viewport::focus_matching("#write-acrostic");
}
