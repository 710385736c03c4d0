//! Reading and learning.

use crate::{
    desk::Desk,
    ui::{El, el},
    view::View,
};

/// The room.
pub fn learn_room(desk: Desk) -> El {
    el("section")
        .class("hall learn")
        .flag("hidden", move || desk.view.get() != View::Learn)
}
