//! Something short that a provider is asked about, by a button: it holds for the settings of the time.

use leptos::task::spawn_local;
use muse::{Connection, Error, Link, Stop};

use crate::{
    compose::connection::link,
    desk::Desk,
    ui::{Held, State, memo, watch},
};

/// What is known of the answer.
#[derive(Clone, PartialEq)]
pub enum Shown<T> {
    /// Nobody has asked since the settings changed.
    Nothing,
    /// It is on its way.
    Asking,
    /// It has come.
    Came(T),
}

/// What is known, and the act that asks. `whom` finds out whom to ask; where that fails, nothing is
/// asked and `not_asked` says what has come of it. What is under way when the settings change, or
/// when it is asked again, is stopped and forgotten.
pub fn inquiry<T: Held + Clone>(
    desk: Desk,
    whom: fn(Desk) -> Result<Connection, Error>,
    not_asked: fn(Error) -> T,
    ask: impl AsyncFn(Link<'_>) -> T + Copy + 'static,
) -> (State<Shown<T>>, impl Fn() + 'static) {
    let shown = State::new(Shown::Nothing);
    let stop = State::new(Stop::new());
    let whom = memo(move || whom(desk));
    watch(move |_| {
        whom.with(|_| ());
        stop.with_untracked(Stop::stop);
        shown.set(Shown::Nothing);
    });
    let press = move || {
        let connection = match whom.get() {
            Ok(connection) => connection,
            Err(error) => return shown.set(Shown::Came(not_asked(error))),
        };
        let fresh = Stop::new();
        stop.with_untracked(Stop::stop);
        stop.set(fresh.clone());
        shown.set(Shown::Asking);
        let outside = desk.outside.get_untracked();
        let under_way = desk.keyring.under_way(desk, &connection, &fresh);
        spawn_local(async move {
            let came = ask(link(&connection, &outside, &fresh)).await;
            drop(under_way);
            // What was stopped is of settings that are there no more.
            if !fresh.is_stopped() {
                shown.set(Shown::Came(came));
            }
        });
    };
    (shown, press)
}
