//! The marked sheet: the poem in cells, each with its mark.

use super::{arcs::with_arcs, line::line, pick::with_picking, turns::Turns};
use crate::{
    desk::Desk,
    ui::{El, div, el, places},
};

/// Places for lines are made so many at a time: what is written stays as it is when a line is added.
const SLOTS: usize = 8;

/// More lines than these are no longer all in sight: those that are not need not be laid out at every key.
const LONG: usize = 16;

/// The marked sheet.
pub fn marked(desk: Desk) -> El {
    let t = desk.words;
    let sheet = desk.sheet;
    let turns = Turns::of(sheet);
    let count = move || turns.count();
    let slots = places(count, SLOTS);
    let lines = el("ol")
        .id("marked")
        .class("marked")
        .phrase("aria-label", t, |s| s.marked_label)
        .list(move || {
            (1..=slots.get())
                .map(|number| line(desk, turns, number))
                .collect()
        });
    let title = move || sheet.with(|sheet| sheet.title.clone().unwrap_or_default());
    let author = move || sheet.with(|sheet| sheet.author.clone().unwrap_or_default());
    let hidden = move || sheet.with(|sheet| sheet.hidden);
    div("poem")
        .bind("lang", move || Some(desk.script.get().to_owned()))
        .flag("data-pinyin", move || desk.pinyin.get())
        .flag("data-vertical", move || desk.vertical.get())
        // A text of which only a part is drawn may be a whole book: with lines that wait, the browser takes
        // minutes to replace one. And where stanzas stand apart, lines are not all of one height.
        .flag("data-long", move || {
            let has_stanzas = || sheet.with(|sheet| sheet.lines.iter().any(|line| line.stanza));
            count() > LONG && hidden() == 0 && !has_stanzas()
        })
        .flag("data-wide", move || sheet.with(|sheet| sheet.width > 7))
        .el(el("p")
            .class("heading")
            .el(el("span").class("title").live(title))
            .el(el("span").class("author").live(author)))
        .el(div("grid")
            .el(with_arcs(
                with_picking(div("lines"), desk).el(lines),
                desk.sheet,
                move || desk.vertical.get(),
            ))
            .el(el("p")
                .class("empty")
                .flag("hidden", move || count() != 0)
                .say(t, |s| s.sheet_empty)))
        .el(el("p")
            .class("more")
            .flag("hidden", move || hidden() == 0)
            .live(move || (t.get().lines_hidden)(hidden())))
}
