//! Reading and learning.

mod course;
pub mod library;
mod words;

use crate::{
    browser::focus,
    desk::Desk,
    ui::{El, div, el},
    view::View,
};
use course::Course;
use library::library;
use words::learn;

/// The room.
pub fn learn_room(desk: Desk) -> El {
    let t = desk.words;
    let course = Course::new(desk);
    focus::follow(move || desk.view.get() == View::Learn, "#learn-title");
    el("section")
        .class("hall learn")
        .flag("hidden", move || desk.view.get() != View::Learn)
        .el(el("h2")
            .id("learn-title")
            .set("tabindex", "-1")
            .live(move || learn(t).heading.to_owned()))
        .el(course.room())
        .el(div("library-here")
            .flag("hidden", move || course.has_lesson())
            .el(library(desk)))
}
