//! The versions: who wrote each, when, how many faults it has; each can go back into the field.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{
    record::first_line,
    words::{Drafts, words},
};
use crate::{
    browser::clock,
    desk::Desk,
    keep::versions::{Version, Who},
    ui::{El, Piece, draw, el, piece},
};

/// Says which version an item is.
const ID: &str = "data-version";

/// All versions, newest first.
///
/// They are many and change with every round of a model, so they are drawn in place, and one listener
/// hears the buttons of all: what follows the language and the text in each item by itself would be
/// followed for as long as the page is open.
pub fn version_list(desk: Desk) -> El {
    let t = desk.words;
    let list = NodeRef::<html::Ol>::new();
    draw(list, move || {
        let words = words(t);
        desk.text.with(|here| {
            desk.versions.with(|versions| {
                let newest_first = versions.list.iter().rev();
                newest_first.map(|v| item(words, v, here)).collect()
            })
        })
    });
    el("section")
        .class("versions")
        .set("aria-labelledby", "versions-title")
        .flag("hidden", move || {
            desk.versions.with(|versions| versions.list.is_empty())
        })
        .el(el("h2")
            .id("versions-title")
            .live(move || words(t).versions_title.to_owned()))
        .el(el("ol")
            .id("versions")
            .node(list)
            .on("click", move |event| take(desk, &event)))
}

/// Puts the version whose button was pressed into the field.
fn take(desk: Desk, event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let button = target.and_then(|t| t.closest("button").ok().flatten());
    let item = button.and_then(|b| b.closest("[data-version]").ok().flatten());
    let id = item.and_then(|i| i.get_attribute(ID));
    let text = id.and_then(|id| {
        desk.versions.with_untracked(|versions| {
            let version = versions.list.iter().find(|v| v.id.to_string() == id);
            version.map(|v| v.text.clone())
        })
    });
    if let Some(text) = text {
        desk.put(&text);
    }
}

/// One version; `here` is what stands in the field.
fn item(words: &'static Drafts, version: &Version, here: &str) -> Piece {
    let is_here = version.text == here;
    let mark = |so: bool| so.then_some("");
    let author = match &version.who {
        Who::Person => words.you.to_owned(),
        Who::Model(name) => (words.by_model)(name, version.round),
    };
    let faults = (words.faults)(version.errors, version.warnings);
    let partial = version.partial.then(|| piece("span").text(words.partial));
    let best = version
        .best
        .then(|| piece("span").class("best").text(words.best));
    let about = [piece("span").text(author), piece("span").text(faults)];
    let about = about.into_iter().chain(partial).chain(best);
    let time = piece("time").text(clock::label(version.at));
    let label = if is_here {
        words.here
    } else {
        words.take_version
    };
    piece("li")
        .key(version.id.to_string())
        .set(ID, version.id.to_string())
        .set("data-errors", version.errors.to_string())
        .set_some("data-best", mark(version.best))
        .set_some("data-here", mark(is_here))
        .with([
            piece("p")
                .class("verse")
                .set("lang", "zh")
                .text(first_line(&version.text)),
            piece("p").class("about").with(about.chain([time])),
            piece("button")
                .set("type", "button")
                .class("quiet")
                .set_some("disabled", mark(is_here))
                .text(label),
        ])
}
