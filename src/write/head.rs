//! The line above the poem: form, opening, rhyme; pinyin and copying.

use leptos::task::spawn_local;

use crate::{
    browser::{clipboard, timer::Debounce},
    desk::Desk,
    ui::{El, State, div, el, fields},
};

/// How long a button says what it did.
const TOLD: u32 = 1600;

/// The line above the poem.
pub fn sheet_head(desk: Desk) -> El {
    let t = desk.words;
    let form = move || desk.report.with(t.get().form_line);
    div("sheet-head")
        .el(el("p").class("form-line").live(form))
        .el(pinyin_box(desk, "toggle-pinyin", |s| s.pinyin))
        .el(copy_button(desk))
        .el(fields::button(
            "quiet",
            "clear",
            t,
            |s| s.clear,
            move || {
                desk.take_sheet();
                desk.field.focus();
            },
        ))
}

/// A box that shows pinyin.
pub fn pinyin_box(desk: Desk, id: &'static str, label: crate::ui::Pick) -> El {
    fields::check(
        id,
        desk.words,
        label,
        move || desk.pinyin.get(),
        move |shown| {
            desk.settings.update(|settings| settings.pinyin = shown);
        },
    )
}

/// Copies the text, and says whether it did.
fn copy_button(desk: Desk) -> El {
    let t = desk.words;
    let told = State::new(None);
    let later = Debounce::new();
    let label = move || match told.get() {
        None => t.get().copy,
        Some(true) => t.get().copied,
        Some(false) => t.get().not_copied,
    };
    let copy = move || {
        let text = desk.text.get_untracked();
        spawn_local(async move {
            told.set(Some(clipboard::copy(&text).await));
            later.after(TOLD, move || told.set(None));
        });
    };
    fields::bare_button("quiet", copy)
        .id("copy")
        .live(move || label().to_owned())
}
