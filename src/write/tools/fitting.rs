//! The characters that fit a place; a press puts one there.

use leptos::prelude::request_animation_frame;
use verse::{Fit, fits};

use super::{fill, words::words};
use crate::{
    browser::viewport,
    desk::Desk,
    ui::{El, State, div, el, fields},
};

/// Characters that are shown.
const MOST: usize = 48;

/// The characters that fit, when they are asked for: to find them, hundreds of poems are checked.
pub fn fitting(desk: Desk, place: (usize, usize), open: State<bool>) -> El {
    let t = desk.words;
    let toggle = move || {
        let is_open = open.get_untracked();
        open.set(!is_open);
    };
    let button = fields::bare_button("fold", toggle)
        .id("fits-toggle")
        .bind("aria-expanded", move || Some(open.get().to_string()))
        .set("aria-controls", "fits")
        .live(move || words(t).fitting.to_owned());
    div("fitting").el(button).el(div("fits")
        .id("fits")
        // A long list is not read out as a whole.
        .set("aria-live", "off")
        .part(move || {
            desk.beside.with(|_| ());
            open.get().then(|| found(desk, place))
        }))
}

fn found(desk: Desk, place: (usize, usize)) -> El {
    let t = desk.words;
    let options = desk.options();
    let found = desk
        .text
        .with_untracked(|text| fits(text, &options, place, MOST));
    if found.is_empty() {
        return el("p").class("hint").text(words(t).none_fits);
    }
    let items = found.iter().map(|fit| item(desk, place, fit));
    div("found")
        .el(el("p").class("hint").text(words(t).fitting_hint))
        .el(el("ul")
            .class("hanzi-list")
            .set("lang", "zh")
            .children(items))
}

fn item(desk: Desk, place: (usize, usize), fit: &Fit) -> El {
    let character = fit.character;
    let press = move || {
        fill::put(desk, place, &character.to_string());
        // It is another character now, and still the one that is looked at.
        desk.picked.set(Some(place));
        request_animation_frame(|| viewport::focus_matching("#fits-toggle"));
    };
    let name = fit.pinyin.unwrap_or_default();
    el("li").el(fields::bare_button("hanzi", press)
        .set("title", name)
        .text(character))
}
