//! The line above the poem: form, opening, rhyme; pinyin and copying.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clipboard, timer::Debounce},
    desk::Desk,
};

/// How long a button says what it did.
const TOLD: u32 = 1600;

/// The line above the poem.
#[component]
pub fn SheetHead(
    /// The state of the page.
    desk: Desk,
) -> impl IntoView {
    let t = desk.words;
    let told = RwSignal::new(None);
    let later = Debounce::new();
    let copy = move |_| {
        let text = desk.text.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            told.set(Some(done));
            later.after(TOLD, move || told.set(None));
        });
    };
    let copy_label = move || match told.get() {
        None => t.get().copy,
        Some(true) => t.get().copied,
        Some(false) => t.get().not_copied,
    };
    view! {
        <div class="sheet-head">
            <p class="form-line">{move || desk.report.with(t.get().form_line)}</p>
            <label class="check">
                <input
                    type="checkbox"
                    id="toggle-pinyin"
                    prop:checked=move || desk.settings.with(|settings| settings.pinyin)
                    on:change=move |event| {
                        let shown = event_target_checked(&event);
                        desk.settings.update(|settings| settings.pinyin = shown);
                    }
                />
                <span>{t.say(|s| s.pinyin)}</span>
            </label>
            <button type="button" class="quiet" id="copy" on:click=copy>{copy_label}</button>
            <button
                type="button"
                class="quiet"
                id="clear"
                on:click=move |_| {
                    desk.put("");
                    desk.field.focus();
                }
            >
                {t.say(|s| s.clear)}
            </button>
        </div>
    }
}
