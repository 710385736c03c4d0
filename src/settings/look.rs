//! Theme, language, pinyin.

use leptos::prelude::*;
use verse::Language;

use crate::{desk::Desk, keep::settings::Theme};

/// How the page looks and speaks.
#[component]
pub fn LookFields(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let settings = desk.settings;
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .map(|theme| {
            view! {
                <option
                    value=theme.name()
                    prop:selected=move || settings.with(|settings| settings.theme == theme)
                >
                    {move || (t.get().theme_name)(theme)}
                </option>
            }
        })
        .collect();
    let languages: Vec<_> = [Language::Zh, Language::En]
        .into_iter()
        .map(|language| {
            view! {
                <option value=tag(language) prop:selected=move || t.language() == language>
                    {crate::i18n::strings(language).own_name}
                </option>
            }
        })
        .collect();
    view! {
        <div class="row">
            <label for="theme">{t.say(|s| s.theme)}</label>
            <select
                id="theme"
                on:change=move |event| {
                    if let Some(theme) = Theme::find(&event_target_value(&event)) {
                        settings.update(|settings| settings.theme = theme);
                    }
                }
            >
                {themes}
            </select>
        </div>
        <div class="row">
            <label for="language">{t.say(|s| s.language)}</label>
            <select
                id="language"
                on:change=move |event| {
                    let chosen = event_target_value(&event);
                    let language =
                        [Language::Zh, Language::En].into_iter().find(|l| tag(*l) == chosen);
                    settings.update(|settings| settings.language = language);
                }
            >
                {languages}
            </select>
        </div>
        <div class="row">
            <label class="check">
                <input
                    type="checkbox"
                    id="pinyin"
                    prop:checked=move || settings.with(|settings| settings.pinyin)
                    on:change=move |event| {
                        let shown = event_target_checked(&event);
                        settings.update(|settings| settings.pinyin = shown);
                    }
                />
                <span>{t.say(|s| s.pinyin_long)}</span>
            </label>
        </div>
    }
}

const fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh",
        Language::En => "en",
    }
}
