//! Which provider, where it is, and which of its models.

use leptos::{html, prelude::*};
use muse::{Address, Provider};

use crate::desk::Desk;

/// Provider, address and model.
#[component]
pub fn ProviderFields(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let settings = desk.settings;
    let provider = Memo::new(move |_| settings.with(|settings| settings.provider.clone()));
    let chosen = move || provider.with(|id| Provider::find(id));
    let address = NodeRef::<html::Input>::new();
    let model = NodeRef::<html::Input>::new();

    // The fields are filled when the provider changes, and not while somebody types in them.
    Effect::new(move || {
        provider.track();
        let endpoint = settings.with_untracked(|settings| settings.endpoint());
        let preset = chosen();
        if let Some(field) = address.get() {
            let own = preset.map_or("", |p| p.base_url.as_str());
            let typed = endpoint.base_url.as_str();
            field.set_value(if typed.is_empty() { own } else { typed });
        }
        if let Some(field) = model.get() {
            let first = preset
                .and_then(|p| p.models.first())
                .map_or("", String::as_str);
            let typed = endpoint.model.as_str();
            field.set_value(if typed.is_empty() { first } else { typed });
        }
    });

    let options: Vec<_> = Provider::all()
        .iter()
        .map(|provider| {
            view! {
                <option
                    value=provider.id.as_str()
                    prop:selected=move || settings.with(|s| s.provider == provider.id)
                >
                    {move || provider.name(t.language())}
                </option>
            }
        })
        .collect();
    let wrong = Memo::new(move |_| {
        let typed = settings.with(|settings| settings.endpoint().base_url);
        let error = Address::parse(&typed).err();
        // Nothing typed is no mistake: the provider's own address is taken, or the button says
        // that one is missing.
        error.filter(|_| !typed.trim().is_empty())
    });
    view! {
        <div class="row">
            <label for="provider">{t.say(|s| s.provider)}</label>
            <select
                id="provider"
                on:change=move |event| {
                    let id = event_target_value(&event);
                    settings.update(|settings| settings.provider = id);
                }
            >
                {options}
            </select>
        </div>
        <div class="row">
            <label for="base-url">{t.say(|s| s.base_url)}</label>
            <input
                type="url"
                id="base-url"
                node_ref=address
                inputmode="url"
                autocomplete="off"
                spellcheck="false"
                placeholder="https://"
                aria-invalid=move || wrong.get().is_some().to_string()
                aria-describedby="base-url-wrong"
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    settings.update(|s| s.change_endpoint(|endpoint| endpoint.base_url = typed));
                }
            />
            <p class="hint wrong" id="base-url-wrong">
                {move || wrong.get().map(|error| error.sentence(t.language()))}
            </p>
        </div>
        <div class="row">
            <label for="model">{t.say(|s| s.model)}</label>
            <input
                type="text"
                id="model"
                node_ref=model
                list="models"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    settings.update(|s| s.change_endpoint(|endpoint| endpoint.model = typed));
                }
            />
            <datalist id="models">
                {move || {
                    let models = chosen().map(|provider| provider.models.as_slice());
                    let options = models.unwrap_or_default().iter();
                    options.map(|m| view! { <option value=m.as_str()></option> }).collect::<Vec<_>>()
                }}
            </datalist>
        </div>
    }
}
