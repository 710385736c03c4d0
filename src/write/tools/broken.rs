//! What becomes of locks when the text changes, and what is said when a locked character was altered.

use std::mem::replace;

use super::{
    locks::{Broken, carried},
    typing::edit,
    words::words,
};
use crate::{
    desk::{Desk, written},
    ui::{El, State, div, el, fields, watch},
    write::pins::follow,
};

/// Lets the locks stay with their characters whenever the text changes. Where some are lost, that is
/// said until the person has seen to it, or has written again what stood there. While a model writes
/// they are left alone: it was given them, and its words are on their way to what they will be.
pub fn carry_locks(desk: Desk, broken: State<Option<Broken>>) {
    let now = move || (desk.text.get(), desk.report.with_untracked(written));
    let mut before = leptos::prelude::untrack(now);
    watch(move |_| {
        let (text, lines) = now();
        let (old_text, old) = replace(&mut before, (text.clone(), lines.clone()));
        let is_model = desk.form.get_untracked().is_some();
        if old_text == text || is_model {
            return;
        }
        let was = broken.get_untracked();
        if let Some(was) = was.as_ref().filter(|was| was.text == text) {
            desk.locks.set(was.locks.clone());
            broken.set(None);
            return;
        }
        let locks = desk.locks.get_untracked();
        let (kept, lost) = carried(&locks, follow(&old, &lines), &lines);
        if !lost.is_empty() {
            let characters = lost.iter().map(|lock| lock.character);
            let now = match was {
                Some(was) => Broken {
                    lost: was.lost.chars().chain(characters).collect(),
                    ..was
                },
                None => Broken {
                    text: old_text,
                    lost: characters.collect(),
                    locks: locks.clone(),
                },
            };
            broken.set(Some(now));
        }
        if kept != locks {
            desk.locks.set(kept);
        }
    });
}

/// What is said of locks that were broken, with two ways on.
pub fn broken_notice(desk: Desk, broken: State<Option<Broken>>) -> El {
    let t = desk.words;
    div("broken-locks").set("role", "status").part(move || {
        let lost = broken.with(|b| b.as_ref().map(|b| b.lost.clone()))?;
        let undo = move || mend_locks(desk, broken);
        let leave = move || broken.set(None);
        let notice = el("p")
            .id("broken-locks")
            .class("notice")
            .el(el("span").text((words(t).lock_broken)(&lost)));
        Some(
            notice
                .el(button("mend-locks", words(t).lock_undo, undo))
                .el(button("leave-locks", words(t).lock_leave, leave)),
        )
    })
}

fn button(id: &'static str, label: &'static str, press: impl FnMut() + 'static) -> El {
    fields::bare_button("quiet", press).id(id).text(label)
}

/// Puts back the text in which all locked characters stood. What stands there now is kept among the
/// versions.
fn mend_locks(desk: Desk, broken: State<Option<Broken>>) {
    if let Some(broken) = broken.get_untracked() {
        desk.field.end_composition();
        desk.keep_draft();
        let end = desk.text.with_untracked(|text| text.encode_utf16().count());
        edit(desk, (0, end), &broken.text);
    }
}
