//! What is at hand for the places that are looked at: characters and words that would go there, changes
//! that mend their line, lines of poets that are like it; and what of the poem poets have written
//! before. Its table is fetched when somebody first asks for it, and kept.

mod filters;
mod like;
mod mends;
mod offers;
mod quotations;
mod table;
mod trying;
mod words;

use leptos::prelude::request_animation_frame;
use web_sys::KeyboardEvent;

use self::{filters::Filters, mends::Mending, table::Stock, words::hand_words};
use crate::{
    browser::{keys::plain_key, timer::Debounce, viewport},
    desk::{Desk, Hand},
    ui::{El, State, div, el, fields, watch},
};

/// The panel of what is at hand, and the list of quotations.
pub fn hand_room(desk: Desk) -> [El; 2] {
    let stock = Stock::new();
    stock.fetch();
    let calm = calm(desk);
    [
        panel(desk, stock, calm),
        quotations::quotation_list(desk, stock, calm),
    ]
}

/// How long nothing has to be written before lists are made anew, in milliseconds.
const CALM: u32 = 120;

/// Tells of changes of the poem once they are over: to find words takes longer than to check a key.
fn calm(desk: Desk) -> State<()> {
    let calm = State::new(());
    let later = Debounce::new();
    watch(move |first| {
        desk.report.track();
        if !first {
            later.after(CALM, move || calm.set(()));
        }
    });
    calm
}

fn panel(desk: Desk, stock: Stock, calm: State<()>) -> El {
    let t = desk.words;
    let filters = Filters::new();
    let mending = State::new(Mending::default());
    let is_open = move || desk.hand.get().is_some() && desk.picked.get().is_some();
    let title = move || match desk.hand.get() {
        Some(hand) => (hand_words(t).title)(hand).to_owned(),
        None => String::new(),
    };
    let close = move || {
        viewport::focus_matching(".hands [aria-expanded=true]");
        desk.hand.set(None);
    };
    // What was asked for is to be seen: on a phone much is said of a character above it. Where there is
    // room for both, the page stays where it is.
    watch(move |_| {
        // Before the table is there, there is little to scroll to.
        let is_there = stock.is_there();
        if desk.hand.get().is_some() && is_there {
            request_animation_frame(|| {
                if viewport::is_narrow() {
                    viewport::show_from_its_start("#hand");
                } else {
                    viewport::show_matching("#hand");
                }
            });
        }
    });
    let head = div("hand-head")
        .el(el("h3").id("hand-title").live(title))
        .el(fields::button("quiet", "hand-close", t, |s| s.close, close));
    let now = move |hand| is_open() && desk.hand.get() == Some(hand);
    el("section")
        .id("hand")
        .class("hand")
        .set("tabindex", "-1")
        .set("aria-labelledby", "hand-title")
        .flag("hidden", move || !is_open())
        .on("keydown", move |event| {
            let pressed = plain_key(&event).map(KeyboardEvent::key);
            let is_mending = desk.hand.get_untracked() == Some(Hand::Mends);
            if let Some(key) = pressed.filter(|_| is_mending)
                && mends::press(desk, mending, &key)
            {
                event.prevent_default();
            }
        })
        .el(head)
        .el(table::waiting(desk, stock))
        .el(filters::filter_row(desk, filters, move || {
            desk.hand.get().filter(|_| is_open() && stock.is_there())
        }))
        .el(div("at-hand").part(move || {
            (now(Hand::Offers)).then(|| offers::offer_list(desk, stock, filters, calm))?
        }))
        .el(div("at-hand")
            .part(move || (now(Hand::Mends)).then(|| mends::mend_list(desk, stock, mending))?))
        .el(div("at-hand").part(move || {
            (now(Hand::Like)).then(|| like::like_list(desk, stock, filters, calm))?
        }))
}
