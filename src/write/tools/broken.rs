//! What is said when a locked character was altered.

use super::{typing::edit, words::words};
use crate::{
    desk::Desk,
    ui::{El, div, el, fields},
};

/// What is said of locks that were broken, with two ways on.
pub fn broken_notice(desk: Desk) -> El {
    let t = desk.words;
    div("broken-locks").set("role", "status").part(move || {
        let lost = desk.broken.with(|b| b.as_ref().map(|b| b.lost.clone()))?;
        let undo = move || mend_locks(desk);
        let leave = move || desk.broken.set(None);
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
fn mend_locks(desk: Desk) {
    if let Some(broken) = desk.broken.get_untracked() {
        desk.keep_draft();
        let end = desk.text.with_untracked(|text| text.encode_utf16().count());
        edit(desk, (0, end), &broken.text);
    }
}
