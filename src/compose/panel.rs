//! The panel of the view "compose".

use leptos::prelude::untrack;

use super::{
    brief::brief_fields,
    budget::budget_fields,
    connection::connection,
    contest::Contest,
    critique::critique,
    difference::difference,
    kept::keep,
    log::{self, calls},
    polish::polish_fields,
    run::Run,
    status::with_status,
    tune::asked,
};
use crate::{
    browser::{focus, page, viewport},
    compose::words::{phrases, phrases_of},
    desk::Desk,
    settings::{
        lock::{IN_COMPOSE, lock_panel},
        other_host::other_host,
        words::words,
    },
    ui::{El, el, fields, memo},
    view::View,
};

/// Brief, button, and what the run does; and, with more room, what several models write.
pub fn compose_panel(desk: Desk, run: Run) -> [El; 2] {
    let t = desk.words;
    keep(desk, desk.wish, |_| ());
    focus::follow(move || desk.view.get() == View::Compose, "#compose-title");
    let contest = Contest::new(desk);
    log::open(desk, run.log);
    // What is still missing, in words; empty if nothing is.
    let missing = memo(move || {
        let missing = connection(desk).err();
        missing
            .map(|error| error.sentence(t.language()))
            .unwrap_or_default()
    });
    let is_missing = move || missing.with(|missing| !missing.is_empty());
    let ring = desk.keyring;
    let press = move || {
        if ring.is_locked() {
            page::focus(IN_COMPOSE.passphrase);
        } else if missing.with_untracked(String::is_empty) {
            if untrack(|| asked(desk)).is_err() {
                return page::focus("brief-tune");
            }
            run.start(desk);
            // On a narrow page the sheet may be out of sight when the poem begins to come.
            viewport::show_matching("#marked");
        } else {
            page::go(View::Settings.hash());
        }
    };
    let label = move || {
        if ring.is_locked() {
            words(t).unlock_first
        } else if is_missing() {
            phrases(t).to_settings
        } else {
            phrases(t).compose_start
        }
    };
    let buttons = el("p")
        .class("buttons")
        .el(fields::bare_button("main", press)
            .id("compose-start")
            .flag("disabled", move || run.is_running())
            .live(move || label().to_owned()))
        .el(fields::button(
            "second",
            "compose-stop",
            t,
            |s| phrases_of(s).compose_stop,
            move || run.stop(),
        )
        .flag("disabled", move || !run.is_running()));
    let panel = el("section")
        .class("compose")
        .phrase("aria-label", t, |s| phrases_of(s).compose_label)
        .flag("hidden", move || desk.view.get() != View::Compose)
        .el(el("h2")
            .id("compose-title")
            .class("unseen")
            .set("tabindex", "-1")
            .say(t, |s| phrases_of(s).compose_label))
        .children(brief_fields(desk))
        .el(budget_fields(desk, run))
        .el(el("p")
            .class("hint")
            .id("compose-missing")
            .flag("hidden", move || !is_missing() || ring.is_locked())
            .live(move || missing.get()))
        .el(other_host(
            desk,
            connection,
            "compose-confirm-host",
            false,
            "compose-start",
        ))
        .el(lock_panel(desk, &IN_COMPOSE))
        .el(buttons);
    let panel = with_status(panel.el(polish_fields(desk, run)), desk, run)
        .el(difference(desk, run))
        .el(calls(desk, run))
        .el(critique(desk, run))
        .el(contest.fields(desk, run));
    [panel, contest.board(desk)]
}
