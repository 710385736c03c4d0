//! What the run is doing, why it failed, and what the model thinks.

use super::run::Run;
use crate::{
    compose::words::{phrases, phrases_of},
    desk::Desk,
    ui::{El, div, el},
};

/// Puts the status line, the error and the thinking into a panel.
pub fn with_status(panel: El, desk: Desk, run: Run) -> El {
    let t = desk.words;
    let doing = move || {
        run.phase
            .with(|phase| (phrases(t).phase)(phase, run.round.get()))
    };
    let tokens = move || match run.tokens.get() {
        0 => String::new(),
        tokens => (phrases(t).tokens)(tokens),
    };
    let thoughts = move || {
        el("details")
            .class("thoughts")
            .id("compose-thoughts")
            .el(el("summary").say(t, |s| phrases_of(s).thoughts))
            .el(el("p").live(move || run.thoughts.get()))
    };
    panel
        .el(div("status")
            .el(el("p")
                .id("compose-status")
                .set("role", "status")
                .live(doing))
            .el(el("p").class("tokens").live(tokens)))
        .el(el("p")
            .class("hint")
            .id("compose-yielded")
            .flag("hidden", move || !run.yielded.get())
            .say(t, |s| phrases_of(s).yielded))
        .part(move || {
            let error = run.error.get()?;
            let shown = el("p")
                .id("compose-error")
                .class("error")
                .set("role", "alert");
            Some(
                shown
                    .set("data-code", error.code())
                    .text(error.sentence(t.language())),
            )
        })
        .when(
            move || run.thoughts.with(|thoughts| !thoughts.is_empty()),
            thoughts,
        )
}
