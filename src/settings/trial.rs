//! Testing the connection: one short question, and where it fails, what to look at first.

use leptos::task::spawn_local;
use muse::{Stop, Trial, connection::test};

use crate::{
    browser::page,
    compose::{connection::connection, run::link},
    desk::Desk,
    ui::{El, State, div, el, fields, memo, watch},
};

/// How the last test went.
#[derive(Clone, PartialEq)]
enum Shown {
    /// There was none since the settings changed.
    Nothing,
    /// It is on its way.
    Asking,
    /// The model answers.
    Good,
    /// It does not.
    Bad(Trial),
}

/// The button, what came of it, and the way by the relay where there is one.
pub fn trial_fields(desk: Desk) -> Vec<El> {
    let t = desk.words;
    let shown = State::new(Shown::Nothing);
    let stop = State::new(Stop::new());
    let settings = memo(move || connection(desk));
    watch(move |_| {
        settings.with(|_| ());
        stop.with_untracked(Stop::stop);
        shown.set(Shown::Nothing);
    });
    let press = move || {
        let connection = match settings.get() {
            Ok(connection) => connection,
            Err(error) => {
                let suspects = Vec::new();
                return shown.set(Shown::Bad(Trial { error, suspects }));
            }
        };
        let fresh = Stop::new();
        stop.with_untracked(Stop::stop);
        stop.set(fresh.clone());
        shown.set(Shown::Asking);
        let outside = desk.outside.get_untracked();
        spawn_local(async move {
            let done = test(link(&connection, &outside, &fresh)).await;
            // What was stopped is of settings that are there no more.
            if !fresh.is_stopped() {
                shown.set(done.map_or_else(Shown::Bad, |()| Shown::Good));
            }
        });
    };
    let state = move || match shown.get() {
        Shown::Nothing => "nothing",
        Shown::Asking => "asking",
        Shown::Good => "good",
        Shown::Bad(_) => "bad",
    };
    let words = move || match shown.get() {
        Shown::Nothing => String::new(),
        Shown::Asking => t.get().trial_asking.to_owned(),
        Shown::Good => t.get().trial_good.to_owned(),
        Shown::Bad(trial) => trial.error.sentence(t.language()),
    };
    let suspects = move || match shown.get() {
        Shown::Bad(trial) => trial
            .suspects
            .iter()
            .map(|suspect| {
                el("li")
                    .set("data-suspect", suspect.code())
                    .text(suspect.sentence(t.language()))
            })
            .collect(),
        _ => Vec::new(),
    };
    let button = fields::button("second", "test-connection", t, |s| s.trial, press)
        .flag("disabled", move || shown.get() == Shown::Asking);
    let outcome = div("trial")
        .id("trial")
        .set("role", "status")
        .bind("data-state", move || Some(state().to_owned()))
        .el(el("p").live(words))
        .el(el("ul").list(suspects));
    let mut all = vec![div("row").el(button).el(outcome)];
    if page::relay().is_some() {
        let relay = fields::check(
            "relay",
            t,
            |s| s.relay,
            move || desk.settings.with(|settings| settings.relay),
            move |on| desk.settings.update(|settings| settings.relay = on),
        );
        all.push(div("row").el(relay));
    }
    all
}
