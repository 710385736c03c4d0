//! Which provider, where it is, and which of its models.

use leptos::{html, prelude::*};
use muse::{Address, Provider};

use super::{models::model_list, words::of};
use crate::{
    desk::Desk,
    ui::{
        El, el,
        fields::{self, Choice},
        memo, watch,
    },
};

/// Provider, address and model.
pub fn provider_fields(desk: Desk) -> [El; 4] {
    let t = desk.words;
    let settings = desk.settings;
    let chosen = memo(move || settings.with(|settings| settings.provider.clone()));
    let address = NodeRef::<html::Input>::new();
    let model = NodeRef::<html::Input>::new();
    // The fields are filled when the provider changes, or a key was taken out of them, and not while
    // somebody types in them.
    let cleared = memo(move || desk.keyring.cleared());
    watch(move |_| {
        cleared.track();
        let endpoint = settings.with_untracked(|settings| settings.endpoint());
        let preset = chosen.with(|id| Provider::find(id));
        let fill = |field: NodeRef<html::Input>, typed: &str, preset: Option<&str>| {
            if let Some(field) = field.get() {
                field.set_value(if typed.is_empty() {
                    preset.unwrap_or_default()
                } else {
                    typed
                });
            }
        };
        fill(
            address,
            &endpoint.base_url,
            preset.map(|p| p.base_url.as_str()),
        );
        let first = preset.and_then(|p| p.models.first());
        fill(model, &endpoint.model, first.map(String::as_str));
    });

    let choices = Provider::all().iter().map(|provider| Choice {
        value: &provider.id,
        name: Box::new(move || provider.name(t.language()).into_owned()),
        chosen: Box::new(move || chosen.with(|id| *id == provider.id)),
    });
    let choose = move |id| settings.update(|settings| settings.provider = id);
    let wrong = memo(move || {
        let typed = settings.with(|settings| settings.endpoint().base_url);
        // Nothing typed is no mistake: the provider's own address is taken, or the button says
        // that one is missing.
        let error = Address::parse(&typed)
            .err()
            .filter(|_| !typed.trim().is_empty());
        error.map_or_else(Default::default, |error| error.sentence(t.language()))
    });
    let address = fields::input("url", address, move |typed| {
        settings.update(|s| s.change_endpoint(|endpoint| endpoint.base_url = typed));
        desk.keyring.follow_address(desk);
    });
    let model = fields::input("text", model, move |typed| {
        settings.update(|s| s.change_endpoint(|endpoint| endpoint.model = typed));
    });
    let [offered, list] = model_list(desk);
    let note = move || {
        let provider = chosen.with(|id| Provider::find(id));
        provider.map_or_else(Default::default, |provider| provider.note(t.language()))
    };
    [
        fields::row(
            "provider",
            t,
            |s| of(s).provider,
            fields::select(choices.collect(), choose),
        )
        .el(el("p")
            .class("hint")
            .id("provider-note")
            .live(move || note().into_owned())),
        fields::row(
            "base-url",
            t,
            |s| of(s).base_url,
            address
                .set("inputmode", "url")
                .set("placeholder", "https://")
                .set("aria-describedby", "base-url-wrong")
                .bind("aria-invalid", move || {
                    Some((!wrong.get().is_empty()).to_string())
                }),
        )
        .el(el("p")
            .class("hint wrong")
            .id("base-url-wrong")
            .live(move || wrong.get().into_owned())),
        fields::row("model", t, |s| of(s).model, model.set("list", "models")).el(offered),
        list,
    ]
}
