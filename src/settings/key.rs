//! The key. It is only ever a property of the field, never an attribute, and never leaves this
//! page but in the header of a request to the address that stands above it.

use leptos::{html, prelude::*};
use muse::{Provider, Secret};

use crate::{
    compose::connection::connection,
    desk::{Desk, Notice},
    keep::key::KeyPlaces,
    ui::{El, div, el, fields, memo, watch},
};

/// Puts the key, whether it stays, and forgetting it into a group of fields.
pub fn with_key(group: El, desk: Desk) -> El {
    let t = desk.words;
    let node = NodeRef::<html::Input>::new();
    let provider = memo(move || desk.settings.with(|settings| settings.provider.clone()));
    // The field shows the key of the provider that is chosen; it is not written into while it is typed in.
    watch(move |first| {
        provider.with(|_| ());
        if !first {
            desk.take_key();
        }
        if let Some(field) = node.get() {
            desk.key.with_untracked(|key| field.set_value(key.expose()));
        }
    });
    let field = fields::input("password", node, move |typed| {
        desk.key.set(Secret::new(&typed));
        keep(desk);
    });
    let forget = move || {
        desk.key.set(Secret::default());
        if let Some(field) = node.get_untracked() {
            field.set_value("");
        }
        keep(desk);
    };
    let remember = fields::check(
        "remember-key",
        t,
        |s| s.remember_key,
        move || desk.remember.get(),
        move |remember| {
            desk.remember.set(remember);
            keep(desk);
        },
    );
    let hint = move || match connection(desk) {
        Ok(connection) => (t.get().key_goes_to)(connection.address.base()),
        Err(_) => t.get().key_stays.to_owned(),
    };
    let key = fields::row(
        "api-key",
        t,
        |s| s.api_key,
        field.set("aria-describedby", "key-hint"),
    )
    .el(el("p").class("hint").id("key-hint").live(hint))
    .el(key_page(desk));
    group
        .el(key)
        .el(div("row inline").el(remember).el(fields::button(
            "second",
            "forget-key",
            t,
            |s| s.forget_key,
            forget,
        )
        .flag("disabled", move || desk.key.with(Secret::is_empty))))
        .el(el("p").class("hint").say(t, |s| s.remember_hint))
}

/// Where a key is to be had, if the provider has a page for it.
fn key_page(desk: Desk) -> El {
    let t = desk.words;
    let page = move || {
        let provider = desk
            .settings
            .with(|settings| Provider::find(&settings.provider));
        provider
            .map(|provider| provider.key_page.clone())
            .filter(|page| !page.is_empty())
    };
    el("p")
        .class("hint")
        .flag("hidden", move || page().is_none())
        .el(el("a")
            .bind("href", page)
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .say(t, |s| s.key_page))
}

/// Keeps the key where the person wants it, or says that the browser does not let it.
fn keep(desk: Desk) {
    let (key, remember) = (desk.key.get_untracked(), desk.remember.get_untracked());
    let done = desk.outside.with_untracked(|outside| {
        let (tab, device) = (outside.tab.as_ref(), outside.device.as_ref());
        let provider = desk.settings.with_untracked(|s| s.provider.clone());
        let places = KeyPlaces {
            tab,
            device,
            provider: &provider,
        };
        places.save(key.expose(), remember)
    });
    if done.is_err() {
        desk.notice.set(Some(Notice::NotKept));
    }
}
