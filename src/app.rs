//! The whole page.

use leptos::prelude::*;

use crate::{
    browser::page,
    compose::run::Run,
    desk::{Desk, Notice, Outside},
    later::{Rooms, glosses_when_picked},
    persist::keep_saved,
    ui::{El, div, el, fields, watch},
    view::View,
    write::{
        field::text_field, head::sheet_head, marked::marked, verdict::verdict,
        welcome::with_welcome,
    },
};

/// The page.
#[component]
pub fn App(
    /// What it needs from outside.
    outside: Outside,
) -> impl IntoView {
    let desk = Desk::open(outside);
    let run = Run::new();
    let rooms = Rooms::new(desk, run);
    glosses_when_picked(desk);
    let t = desk.words;
    keep_saved(desk);
    page::on_hash(move |hash| desk.view.set(View::of(&hash)));
    watch(move |_| page::set_root("data-theme", desk.settings.with(|s| s.theme.name())));
    watch(move |_| page::set_root("lang", t.get().tag));
    watch(move |_| {
        let t = t.get();
        page::set_title(&format!("{} · {}", (t.nav)(desk.view.get()), t.brand));
    });
    let paper = el("section")
        .class("paper")
        .phrase("aria-label", t, |s| s.sheet_label);
    let paper = with_welcome(paper, desk)
        .el(sheet_head(desk, rooms.above()))
        .el(div("sheet")
            .flag("data-vertical", move || desk.vertical.get())
            .el(text_field(desk))
            .el(marked(desk)))
        .el(rooms.steps());
    let margin = div("margin")
        .el(rooms.compose())
        .el(verdict(
            desk,
            rooms.picked(),
            rooms.lyric(),
            div("below").el(rooms.quotations()).el(rooms.couplets()),
        ))
        .el(rooms.versions());
    let room = div("room")
        .flag("hidden", move || !desk.view.get().has_sheet())
        .el(div("work").el(paper).el(rooms.board()))
        .el(margin);
    div("house")
        .bind("data-view", move || Some(desk.view.get().name().to_owned()))
        .el(skip_link(desk))
        .el(bar(desk))
        .el(notices(desk)
            .el(rooms.arrival())
            .el(rooms.failure())
            .el(rooms.offer())
            .el(rooms.told()))
        .el(el("main")
            .id("main")
            .set("tabindex", "-1")
            .el(room)
            .el(rooms.coming())
            .children(rooms.others()))
        .view()
}

/// The first stop of those who go by keys. (It leads to no address: those are of the views.)
fn skip_link(desk: Desk) -> El {
    el("a")
        .class("skip")
        .set("href", "#main")
        .on("click", |event| {
            event.prevent_default();
            page::focus("main");
        })
        .say(desk.words, |s| s.skip)
}

/// The thin bar with the ways through the page.
fn bar(desk: Desk) -> El {
    let t = desk.words;
    let links = View::ALL.map(|view| {
        el("a")
            .set("href", view.hash())
            .bind("aria-current", move || {
                (desk.view.get() == view).then(|| "page".to_owned())
            })
            .live(move || (t.get().nav)(view).to_owned())
    });
    el("header")
        .class("bar")
        .el(el("h1")
            .class("brand")
            .set("lang", "zh-Hans")
            .say(t, |s| s.brand))
        .el(el("nav")
            .phrase("aria-label", t, |s| s.nav_label)
            .children(links))
}

/// What the person should know about keeping, until it is put away.
fn notices(desk: Desk) -> El {
    let t = desk.words;
    div("notices").set("role", "status").part(move || {
        let words = match desk.notice.get()? {
            Notice::NotKept => t.get().not_kept,
            Notice::SetAside => t.get().set_aside,
            Notice::TooLong => t.get().too_long,
        };
        let away = move || desk.notice.set(None);
        let notice = el("p")
            .id("notice")
            .class("notice")
            .el(el("span").text(words));
        Some(notice.el(fields::button("quiet", "put-away", t, |s| s.put_away, away)))
    })
}
