//! Which models there are: those of the preset, and those that the provider lists when it is asked.

use muse::{Error, Provider};

use super::inquiry::{Shown, inquiry};
use crate::{
    compose::connection::connection_without_model,
    desk::Desk,
    i18n::Strings,
    settings::words::of,
    ui::{El, div, el, fields},
};

/// What has come of it: names, or why there are none.
type Listed = Result<Vec<String>, Error>;

/// What the field for the model offers, and the button that asks for more with what came of it.
pub fn model_list(desk: Desk) -> [El; 2] {
    let t = desk.words;
    let (shown, press) = inquiry(desk, connection_without_model, Err, async |link| {
        muse::models(link).await
    });

    let offered = el("datalist").id("models").list(move || {
        let id = desk.settings.with(|settings| settings.provider.clone());
        let preset = Provider::find(&id).map_or(&[][..], |provider| &provider.models);
        let listed = match shown.get() {
            Shown::Came(Ok(names)) => names,
            _ => Vec::new(),
        };
        let more = listed.iter().filter(|name| !preset.contains(name));
        let options = preset.iter().chain(more);
        options.map(|m| el("option").set("value", m)).collect()
    });
    let state = move || match shown.get() {
        Shown::Nothing => "nothing",
        Shown::Asking => "asking",
        Shown::Came(Ok(names)) if !names.is_empty() => "good",
        Shown::Came(_) => "bad",
    };
    let outcome = el("p")
        .class("trial")
        .id("models-listed")
        .set("role", "status")
        .bind("data-state", move || Some(state().to_owned()))
        .live(move || sentence(&shown.get(), t.get(), |e| e.sentence(t.language())));
    let button = fields::button("second", "list-models", t, |s| of(s).list_models, press)
        .flag("disabled", move || shown.get() == Shown::Asking);
    [offered, div("row").el(button).el(outcome)]
}

/// What came of it. Whatever it is, a name can be typed.
fn sentence(shown: &Shown<Listed>, s: &Strings, said: impl Fn(&Error) -> String) -> String {
    let listed = match shown {
        Shown::Nothing => return String::new(),
        Shown::Asking => return of(s).models_asking.to_owned(),
        Shown::Came(listed) => listed,
    };
    let what = match listed {
        Ok(names) if !names.is_empty() => return (of(s).models_listed)(names.len()),
        Ok(_) | Err(Error::NotFound { .. }) => of(s).models_none.to_owned(),
        Err(Error::TooLong) => of(s).models_endless.to_owned(),
        // Nothing was asked: first that is to be mended.
        Err(
            error @ (Error::NoKey
            | Error::LockedKey
            | Error::OtherHost { .. }
            | Error::BadKey
            | Error::MisplacedKey
            | Error::Address(_)),
        ) => {
            return said(error);
        }
        Err(error) => said(error),
    };
    [&what, of(s).models_by_hand].concat()
}
