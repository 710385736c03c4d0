//! Giving a poem away: as a card, as a link, as text.

mod actions;
mod arrival;
pub mod card;
pub mod designs;
mod form;
mod kept;
pub mod letters;
pub mod link;
mod markdown;
mod preview;
mod state;
mod words;

use self::{state::Giving, words::phrases};
use crate::{
    browser::{focus, page},
    desk::Desk,
    ui::{El, div, el, fields},
    view::View,
};

/// The room, and what is said of a poem that came by a link.
pub fn share_room(desk: Desk) -> [El; 2] {
    let t = desk.words;
    let giving = Giving::new(desk);
    focus::follow(move || desk.view.get() == View::Share, "#share-title");
    let back = || page::go(View::Write.hash());
    let head = div("share-head")
        .el(el("h2")
            .id("share-title")
            .set("tabindex", "-1")
            .live(move || (t.get().nav)(View::Share).to_owned()))
        .el(fields::bare_button("quiet", back)
            .id("share-back")
            .live(move || phrases(t).back.to_owned()));
    let room = el("section")
        .class("hall share")
        .flag("hidden", move || desk.view.get() != View::Share)
        .set("aria-labelledby", "share-title")
        .el(head)
        .el(el("p")
            .class("hint")
            .live(move || phrases(t).about.to_owned()))
        .el(div("share-desk")
            .el(preview::preview(giving))
            .el(div("share-side")
                .el(el("h3").live(move || phrases(t).card.to_owned()))
                .el(form::form(giving))
                .el(actions::card_actions(giving))
                .el(actions::told(giving))
                .el(actions::poem_actions(giving))));
    [room, arrival::arrival(desk)]
}
