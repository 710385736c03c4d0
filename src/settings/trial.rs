//! Testing the connection: one short question, and where it fails, what to look at first.

use muse::{Trial, connection::test};

use super::inquiry::{Shown, inquiry};
use crate::{
    browser::page,
    compose::connection::connection,
    desk::Desk,
    settings::words::{of, words},
    ui::{El, div, el, fields},
};

/// The button, what came of it, and the way by the relay where there is one.
pub fn trial_fields(desk: Desk) -> Vec<El> {
    let t = desk.words;
    let not_asked = |error| {
        Err(Trial {
            error,
            suspects: Vec::new(),
        })
    };
    let (shown, press) = inquiry(desk, connection, not_asked, async |link| test(link).await);
    let state = move || match shown.get() {
        Shown::Nothing => "nothing",
        Shown::Asking => "asking",
        Shown::Came(Ok(())) => "good",
        Shown::Came(Err(_)) => "bad",
    };
    let words = move || match shown.get() {
        Shown::Nothing => String::new(),
        Shown::Asking => words(t).trial_asking.to_owned(),
        Shown::Came(Ok(())) => words(t).trial_good.to_owned(),
        Shown::Came(Err(trial)) => trial.error.sentence(t.language()),
    };
    let suspects = move || match shown.get() {
        Shown::Came(Err(trial)) => trial
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
    let button = fields::button("second", "test-connection", t, |s| of(s).trial, press)
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
            |s| of(s).relay,
            move || desk.settings.with(|settings| settings.relay),
            move |on| desk.settings.update(|settings| settings.relay = on),
        );
        all.push(div("row").el(relay));
    }
    all
}
