//! The view "settings".

use leptos::prelude::*;

use super::{key::KeyFields, look::LookFields, provider::ProviderFields};
use crate::{desk::Desk, view::View};

/// All settings.
#[component]
pub fn SettingsPanel(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    view! {
        <section
            class="settings"
            aria-labelledby="settings-title"
            hidden=move || desk.view.get() != View::Settings
        >
            <h2 id="settings-title">{t.say(|s| s.nav_settings)}</h2>
            <fieldset>
                <legend>{t.say(|s| s.settings_model)}</legend>
                <p class="hint">{t.say(|s| s.settings_model_hint)}</p>
                <ProviderFields desk />
                <KeyFields desk />
            </fieldset>
            <fieldset>
                <legend>{t.say(|s| s.settings_look)}</legend>
                <LookFields desk />
            </fieldset>
        </section>
    }
}
