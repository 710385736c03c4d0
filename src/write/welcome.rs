//! What a first visit is told: one sentence, and two ways on.

use crate::{
    browser::page,
    desk::Desk,
    ui::{El, div, el, fields},
    view::View,
};

/// Puts the welcome on the paper. It goes away with the first thing that the person does to the
/// text.
pub fn with_welcome(paper: El, desk: Desk) -> El {
    paper.when(
        move || desk.welcome.get() && desk.view.get() == View::Write,
        move || welcome(desk),
    )
}

fn welcome(desk: Desk) -> El {
    let t = desk.words;
    let begin = move || {
        desk.put("");
        desk.field.focus();
    };
    let celebrate = || page::go(View::Compose.hash());
    div("welcome").el(el("p").say(t, |s| s.welcome)).el(el("p")
        .class("ways")
        .el(fields::button(
            "main",
            "write-own",
            t,
            |s| s.write_own,
            begin,
        ))
        .el(fields::button(
            "second",
            "celebrate",
            t,
            |s| s.celebrate,
            celebrate,
        )))
}
