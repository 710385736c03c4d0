//! Which provider, where it is, and which of its models.

use leptos::{html, prelude::*};
use muse::{Address, Provider};
use web_sys::HtmlInputElement;

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
    // The fields are filled when the provider changes, or when another tab has changed what is typed there; what
    // somebody types here stands in them already.
    let endpoint = memo(move || settings.with(|settings| settings.endpoint()));
    let mut filled = None;
    watch(move |_| {
        let endpoint = endpoint.get();
        let Some((address, model)) = address.get().zip(model.get()) else {
            return;
        };
        let before = filled.replace(endpoint.provider.clone());
        let is_another = before.as_ref() != Some(&endpoint.provider);
        let preset = Provider::find(&endpoint.provider);
        let fill = |field: HtmlInputElement, typed: &str, preset: Option<&str>| {
            if is_another || field.value() != typed {
                let preset = preset.filter(|_| typed.is_empty());
                field.set_value(preset.unwrap_or(typed));
            }
        };
        let own = preset.map(|p| p.base_url.as_str());
        fill(address, &endpoint.base_url, own);
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

#[cfg(test)]
mod tests {
    use muse::Address;

    /// Else the browser would refuse a request, and the page would blame a program that runs.
    #[test]
    fn the_policy_of_the_page_and_the_field_for_the_address_know_the_same_names_of_this_machine() {
        let policy = include_str!("../../tools/policy.mjs");
        for name in [
            "127.0.0.1",
            "localhost",
            "127.0.0.2",
            "[::1]",
            "a.localhost",
        ] {
            let address = format!("http://{name}:8080");
            let allowed = policy.contains(&format!(" http://{name}:*"));
            assert_eq!(Address::parse(&address).is_ok(), allowed, "{name}");
        }
    }
}
