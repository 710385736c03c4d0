//! The rhyme books.

use crate::{
    desk::Desk,
    ui::{El, el},
    view::View,
};

/// The room.
pub fn rhymes_room(desk: Desk) -> El {
    el("section")
        .class("hall rhymes")
        .flag("hidden", move || desk.view.get() != View::Rhymes)
}
