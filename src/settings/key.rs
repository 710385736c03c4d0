//! The key. It is only ever a property of the field, never an attribute, and never leaves this
//! page but in the header of a request to the address that stands above it.

use leptos::{html, prelude::*};
use muse::Secret;

use crate::{
    compose::run::connection,
    desk::{Desk, Notice},
    keep::key::KeyPlaces,
};

/// The key, whether it stays, and forgetting it.
#[component]
pub fn KeyFields(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let node = NodeRef::<html::Input>::new();
    node.on_load(move |field| desk.key.with_untracked(|key| field.set_value(key.expose())));
    let keep = move |remember: bool| {
        let key = desk.key.get_untracked();
        let done = desk.outside.with_value(|outside| {
            let (tab, device) = (outside.tab.as_ref(), outside.device.as_ref());
            KeyPlaces { tab, device }.save(key.expose(), remember)
        });
        if done.is_err() {
            desk.notice.set(Some(Notice::NotKept));
        }
    };
    let type_key = move |event| {
        desk.key.set(Secret::new(&event_target_value(&event)));
        keep(desk.remember.get_untracked());
    };
    let forget = move |_| {
        desk.key.set(Secret::default());
        if let Some(field) = node.get_untracked() {
            field.set_value("");
        }
        keep(desk.remember.get_untracked());
    };
    let goes_to = move || {
        let address = connection(desk).ok().map(|connection| connection.address);
        address.map(|address| (t.get().key_goes_to)(address.base()))
    };
    let key_page = Memo::new(move |_| {
        let id = desk.settings.with(|settings| settings.provider.clone());
        let page = muse::Provider::find(&id).map_or("", |provider| provider.key_page.as_str());
        (!page.is_empty()).then_some(page)
    });
    view! {
        <div class="row">
            <label for="api-key">{t.say(|s| s.api_key)}</label>
            <input
                type="password"
                id="api-key"
                node_ref=node
                autocomplete="off"
                spellcheck="false"
                aria-describedby="key-hint"
                on:input=type_key
            />
            <p class="hint" id="key-hint">
                {move || goes_to().unwrap_or_else(|| t.get().key_stays.to_owned())}
            </p>
            {move || {
                key_page.get().map(|page| {
                    view! {
                        <p class="hint">
                            <a href=page target="_blank" rel="noopener noreferrer">
                                {t.say(|s| s.key_page)}
                            </a>
                        </p>
                    }
                })
            }}
        </div>
        <div class="row inline">
            <label class="check">
                <input
                    type="checkbox"
                    id="remember-key"
                    prop:checked=move || desk.remember.get()
                    on:change=move |event| {
                        let remember = event_target_checked(&event);
                        desk.remember.set(remember);
                        keep(remember);
                    }
                />
                <span>{t.say(|s| s.remember_key)}</span>
            </label>
            <button
                type="button"
                class="second"
                id="forget-key"
                disabled=move || desk.key.with(Secret::is_empty)
                on:click=forget
            >
                {t.say(|s| s.forget_key)}
            </button>
        </div>
        <p class="hint">{t.say(|s| s.remember_hint)}</p>
    }
}
