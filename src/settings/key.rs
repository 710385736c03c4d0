//! The key. It is only ever a property of the field, never an attribute, and never leaves this
//! page but in the header of a request to the address that stands above it.

use leptos::{html, prelude::*};
use muse::{Provider, Secret};

use super::{
    gone::settle,
    keyring::Seal,
    lock::{IN_SETTINGS, lock_panel},
    other_host::other_host,
    seal::{seal_check, seal_fields},
};
use crate::{
    browser::page::{on_coming_or_going, on_kept_elsewhere},
    compose::connection::{connection, connection_without_model},
    desk::Desk,
    settings::words::{of, words},
    ui::{El, div, el, fields, memo, watch},
};

/// Puts the key, whether it stays, and forgetting it into a group of fields.
pub fn with_key(group: El, desk: Desk) -> El {
    let t = desk.words;
    let node = NodeRef::<html::Input>::new();
    let provider = memo(move || desk.settings.with(|settings| settings.provider.clone()));
    let ring = desk.keyring;
    let seal = memo(move || ring.seal());
    let heard = memo(move || ring.heard());
    let mut looked = None;
    on_kept_elsewhere(move |name| ring.hear(desk, name.as_deref()));
    on_coming_or_going(move || ring.catch_up(desk));
    ring.listen(desk);
    // The field shows the key of the provider that is chosen, as far as it is to be had; it is not
    // written into while it is typed in.
    watch(move |_| {
        let now = provider.get();
        if looked.as_ref() != Some(&now) {
            looked = Some(now);
            // Another tab may be of a later page, and know of more.
            settle(desk);
            ring.look(desk);
        }
        seal.with(|_| ());
        heard.with(|_| ());
        let Some(field) = node.get() else {
            return;
        };
        desk.key.with_untracked(|key| {
            if field.value().trim() != key.expose() {
                field.set_value(key.expose());
            }
        });
    });
    let field = fields::input("password", node, move |typed| {
        ring.take(desk, Secret::new(&typed));
    });
    let forget = move || {
        if let Some(field) = node.get_untracked() {
            field.set_value("");
        }
        ring.forget(desk);
    };
    // It is under a passphrase, or is to be: then it is not plain.
    let under = move || matches!(ring.seal(), Seal::Wanted | Seal::Open | Seal::Locked(_));
    let remember = fields::check(
        "remember-key",
        t,
        |s| of(s).remember_key,
        move || desk.remember.get(),
        move |remember| {
            desk.remember.set(remember);
            ring.keep_plain(desk);
        },
    )
    .flag("hidden", under);
    let choices = div("choices").el(remember).el(seal_check(desk));
    let hint = move || match connection(desk) {
        Ok(connection) => (words(t).key_goes_to)(connection.address.base()),
        Err(_) => words(t).key_stays.to_owned(),
    };
    let key = fields::row(
        "api-key",
        t,
        |s| of(s).api_key,
        field.set("aria-describedby", "key-hint"),
    )
    .el(el("p").class("hint").id("key-hint").live(hint))
    .el(key_page(desk))
    .flag("hidden", move || ring.is_locked());
    let nothing = move || desk.key.with(Secret::is_empty) && ring.seal() == Seal::Off;
    group
        .el(key)
        .el(other_host(
            desk,
            connection_without_model,
            "confirm-host",
            true,
            "api-key",
        ))
        .el(lock_panel(desk, &IN_SETTINGS))
        .el(div("row inline").el(choices).el(fields::button(
            "second",
            "forget-key",
            t,
            |s| of(s).forget_key,
            forget,
        )
        .flag("disabled", nothing)))
        .el(seal_fields(desk))
        .el(el("p")
            .class("hint")
            .flag("hidden", under)
            .say(t, |s| of(s).remember_hint))
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
            .say(t, |s| of(s).key_page))
}
