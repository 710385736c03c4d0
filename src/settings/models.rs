//! Which models there are: those of the preset, and those that the provider lists when it is asked.

use leptos::task::spawn_local;
use muse::{Error, Provider, Stop};

use crate::{
    compose::{connection::connection_without_model, run::link},
    desk::Desk,
    i18n::Strings,
    ui::{El, State, div, el, fields, memo, watch},
};

/// What is known of the list.
#[derive(Clone, PartialEq)]
enum Shown {
    /// Nobody has asked since the settings changed.
    Nothing,
    /// It is on its way.
    Asking,
    /// The provider has these.
    Listed(Vec<String>),
    /// It has a list, and nothing in it.
    Empty,
    /// There is none.
    Bad(Error),
}

/// What the field for the model offers, and the button that asks for more with what came of it.
pub fn model_list(desk: Desk) -> [El; 2] {
    let t = desk.words;
    let shown = State::new(Shown::Nothing);
    let stop = State::new(Stop::new());
    let whom = memo(move || connection_without_model(desk));
    watch(move |_| {
        whom.with(|_| ());
        stop.with_untracked(Stop::stop);
        shown.set(Shown::Nothing);
    });
    let press = move || {
        let connection = match whom.get() {
            Ok(connection) => connection,
            Err(error) => return shown.set(Shown::Bad(error)),
        };
        let fresh = Stop::new();
        stop.with_untracked(Stop::stop);
        stop.set(fresh.clone());
        shown.set(Shown::Asking);
        let outside = desk.outside.get_untracked();
        spawn_local(async move {
            let done = muse::models(link(&connection, &outside, &fresh)).await;
            // What was stopped is of settings that are there no more.
            if !fresh.is_stopped() {
                shown.set(match done {
                    Ok(names) if names.is_empty() => Shown::Empty,
                    Ok(names) => Shown::Listed(names),
                    Err(error) => Shown::Bad(error),
                });
            }
        });
    };

    let offered = el("datalist").id("models").list(move || {
        let id = desk.settings.with(|settings| settings.provider.clone());
        let preset = Provider::find(&id).map_or(&[][..], |provider| &provider.models);
        let listed = match shown.get() {
            Shown::Listed(names) => names,
            _ => Vec::new(),
        };
        let more = listed.iter().filter(|name| !preset.contains(name));
        let options = preset.iter().chain(more);
        options.map(|m| el("option").set("value", m)).collect()
    });
    let state = move || match shown.get() {
        Shown::Nothing => "nothing",
        Shown::Asking => "asking",
        Shown::Listed(_) => "good",
        Shown::Empty | Shown::Bad(_) => "bad",
    };
    let outcome = el("p")
        .class("trial")
        .id("models-listed")
        .set("role", "status")
        .bind("data-state", move || Some(state().to_owned()))
        .live(move || sentence(&shown.get(), t.get(), |e| e.sentence(t.language())));
    let button = fields::button("second", "list-models", t, |s| s.list_models, press)
        .flag("disabled", move || shown.get() == Shown::Asking);
    [offered, div("row").el(button).el(outcome)]
}

/// What came of it. Whatever it is, a name can be typed.
fn sentence(shown: &Shown, s: &Strings, said: impl Fn(&Error) -> String) -> String {
    let what = match shown {
        Shown::Nothing => return String::new(),
        Shown::Asking => return s.models_asking.to_owned(),
        Shown::Listed(names) => return (s.models_listed)(names.len()),
        Shown::Empty | Shown::Bad(Error::NotFound { .. }) => s.models_none.to_owned(),
        Shown::Bad(Error::TooLong) => s.models_endless.to_owned(),
        // Nothing was asked: first that is to be mended.
        Shown::Bad(
            error @ (Error::NoKey | Error::BadKey | Error::MisplacedKey | Error::Address(_)),
        ) => return said(error),
        Shown::Bad(error) => said(error),
    };
    [&what, s.models_by_hand].concat()
}
