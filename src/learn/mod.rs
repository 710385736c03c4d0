//! Reading and learning.

pub mod library;
mod words;

use crate::{
    desk::Desk,
    ui::{El, el},
    view::View,
};
use library::library;
use words::learn;

/// The room.
pub fn learn_room(desk: Desk) -> El {
    let t = desk.words;
    el("section")
        .class("hall learn")
        .flag("hidden", move || desk.view.get() != View::Learn)
        .el(el("h2").live(move || learn(t).heading.to_owned()))
        .el(library(desk))
}
