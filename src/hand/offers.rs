//! Characters and words that would go to the places that are looked at.

use leptos::prelude::request_animation_frame;
use verse::{
    Kind,
    diction::{Offer, Span},
};

use super::{
    filters::Filters,
    table::Stock,
    words::{hand_words, source},
};
use crate::{
    browser::{focus, viewport},
    desk::Desk,
    ui::{El, State, div, el, fields},
    write::tools::fill,
};

/// Offers that are found, and how many are shown before more are asked for.
const MOST: usize = 50;
const FIRST: usize = 12;

/// The offers for what is looked at now. `None` while there is nothing to make them from.
pub fn offer_list(desk: Desk, stock: Stock, filters: Filters, calm: State<()>) -> Option<El> {
    calm.track();
    let t = desk.words;
    let table = stock.get()?;
    let (line, position) = desk.picked.get()?;
    let length = desk.reach.get();
    let span = Span {
        line,
        position,
        length,
    };
    let (book, is_verse) = desk
        .report
        .with_untracked(|report| (report.book, report.kind != Kind::OldStyle));
    let wanted = filters.wanted(book);
    let options = desk.options();
    let found = desk
        .text
        .with_untracked(|text| table.offers(text, &options, span, &wanted, MOST));
    if found.is_empty() {
        let words = hand_words(t);
        let why = if is_verse {
            words.no_offers
        } else {
            words.no_offers_old_style
        };
        return Some(el("p").class("hint").text(why));
    }
    let all = State::new(false);
    let rest = found.len().saturating_sub(FIRST);
    let items: Vec<El> = found
        .iter()
        .enumerate()
        .map(|(at, offer)| {
            item(desk, span, offer).flag("hidden", move || at >= FIRST && !all.get())
        })
        .collect();
    let show_all = move || {
        all.set(true);
        // The button is gone then, and they are where it was.
        focus::go_on_soon(format!("#offers > :nth-child({}) > button", FIRST + 1));
    };
    let more = fields::bare_button("quiet", show_all)
        .id("hand-more")
        .flag("hidden", move || rest == 0 || all.get())
        .live(move || (hand_words(t).more)(rest));
    Some(
        div("offers")
            .el(el("p").class("hint").text(hand_words(t).offers_hint))
            .el(el("ul").id("offers").children(items))
            .el(more),
    )
}

/// One offer: the word, how it is read, and a line that has it.
fn item(desk: Desk, span: Span, offer: &Offer) -> El {
    let place = (span.line, span.position);
    let word = offer.text.clone();
    let put = word.clone();
    let press = move || {
        fill::put(desk, place, &put);
        // They are other characters now, and still those that are looked at.
        desk.picked.set(Some(place));
        desk.reach.set(span.length);
        request_animation_frame(move || {
            // On a phone the panel is hidden while the field has the caret.
            desk.field.leave();
            viewport::focus_matching("#hand");
        });
    };
    let button = fields::bare_button("offer", press)
        .el(el("span").class("hanzi").set("lang", "zh").text(word))
        .el(el("span")
            .class("pinyin")
            .set("lang", "zh-Latn-pinyin")
            .text(offer.pinyin.as_str()));
    let quote = &offer.quote;
    let quoted = el("span")
        .class("quote")
        .set("lang", "zh")
        .el(el("span").class("line").text(quote.line.as_str()))
        .el(el("span").class("source").text(source(quote)));
    el("li").el(button.el(quoted))
}
