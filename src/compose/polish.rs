//! Polishing in talk: what should be changed in the poem that stands in the field.

use leptos::{html, prelude::*};

use super::{connection::connection, run::Run};
use crate::{
    compose::words::phrases_of,
    desk::Desk,
    ui::{El, State, el, fields},
};

/// A line to say what should change, and the button that has it done.
pub fn polish_fields(desk: Desk, run: Run) -> El {
    let t = desk.words;
    let node = NodeRef::<html::Input>::new();
    let instruction = State::new(String::new());
    let field = fields::input("text", node, move |typed| instruction.set(typed)).phrase(
        "placeholder",
        t,
        |s| phrases_of(s).polish_example,
    );
    let can = move || {
        let says = instruction.with(|text| !text.trim().is_empty());
        let is_poem = desk
            .report
            .with(|report| report.form.is_some() && report.open_places() == 0);
        says && is_poem && !run.is_running() && connection(desk).is_ok()
    };
    let press = move || {
        run.polish(desk, instruction.get_untracked());
        crate::browser::viewport::show_matching("#marked");
    };
    fields::row("polish", t, |s| phrases_of(s).polish, field)
        .el(fields::button(
            "second",
            "polish-start",
            t,
            |s| phrases_of(s).polish_start,
            press,
        )
        .flag("disabled", move || !can()))
        .el(el("p").class("hint").say(t, |s| phrases_of(s).polish_hint))
}
