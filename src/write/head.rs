//! The line above the poem: form, opening, rhyme; pinyin, vertical writing and copying.

use leptos::task::spawn_local;

use crate::{
    browser::{clipboard, page, timer::Debounce},
    desk::Desk,
    ui::{El, State, div, el, fields},
    view::View,
};

/// How long a button says what it did.
const TOLD: u32 = 1600;

/// The line above the poem. `more` is what the tools have to say there.
pub fn sheet_head(desk: Desk, more: [El; 3]) -> El {
    let t = desk.words;
    let form = move || desk.beside.with(t.get().form_line);
    let line = div("sheet-head")
        .el(el("p").class("form-line").live(form))
        .el(pinyin_box(desk, "toggle-pinyin", |s| s.pinyin))
        .el(vertical_box(desk))
        .el(fill_box(desk))
        .el(fields::button(
            "quiet",
            "tunes",
            t,
            |s| s.tunes,
            move || desk.tunes.update(|on| *on = !*on),
        ))
        .el(copy_button(desk))
        .el(
            fields::bare_button("quiet", || page::go(View::Share.hash()))
                .id("share")
                .live(move || (t.get().nav)(View::Share).to_owned()),
        )
        .el(fields::button(
            "quiet",
            "clear",
            t,
            |s| s.clear,
            move || {
                desk.take_sheet();
                desk.field.focus();
            },
        ));
    div("above").el(line).children(more)
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

/// A box that has the sheet written from top to bottom.
fn vertical_box(desk: Desk) -> El {
    fields::check(
        "toggle-vertical",
        desk.words,
        |s| s.vertical,
        move || desk.vertical.get(),
        move |on| {
            desk.settings.update(|settings| settings.vertical = on);
        },
    )
}

/// A box that has the sheet show what is still open in the pattern.
fn fill_box(desk: Desk) -> El {
    fields::check(
        "toggle-fill",
        desk.words,
        |s| s.fill,
        move || desk.plan.with(|plan| plan.on),
        move |on| desk.plan.update(|plan| plan.on = on),
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
