//! What is written on the card, and how.

use leptos::prelude::*;

use super::{
    card::{Cut, Direction, Shape, seal},
    designs::Design,
    state::{Giving, LONG, Line, SHORT, seal_of, signature_of, title_of},
    words::{Phrases, phrases},
};
use crate::{
    i18n::Words,
    ui::{El, Held, State, div, el, fields, watch},
};

/// Which phrase of the room.
type Pick = fn(&'static Phrases) -> &'static str;

/// The form.
pub fn form(giving: Giving) -> El {
    let desk = giving.desk;
    let t = desk.words;
    let today = move || {
        let now = js_sys::Date::new_0();
        let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
        giving.date.write(&(phrases(t).date_of)(year, month, day));
    };
    let nothing = String::new;
    let lines = [
        line(
            t,
            "card-title",
            |p| p.title,
            giving.title,
            LONG,
            move || title_of(desk, giving.title),
        ),
        line(
            t,
            "card-dedication",
            |p| p.dedication[0],
            giving.dedication,
            LONG,
            nothing,
        )
        .el(el("p")
            .id("card-dedication-hint")
            .class("hint")
            .live(move || phrases(t).dedication[1].to_owned())),
        line(
            t,
            "card-signature",
            |p| p.signature,
            giving.signature,
            SHORT,
            move || signature_of(desk, giving.signature, giving.own),
        ),
        line(t, "card-date", |p| p.date, giving.date, SHORT, nothing).el(fields::bare_button(
            "quiet", today,
        )
        .id("card-today")
        .live(move || phrases(t).today.to_owned())),
        line(
            t,
            "card-seal",
            |p| p.seal,
            giving.seal,
            seal::MOST * 2,
            move || seal_of(desk, giving.seal, giving.signature, giving.own),
        )
        .el(el("p")
            .id("card-seal-hint")
            .class("hint")
            .live(move || phrases(t).seal_hint.to_owned())),
    ];
    div("card-form")
        .el(choice(
            t,
            "card-design",
            |p| p.design,
            &Design::ALL,
            giving.design,
            |p, d| (p.design_name)(d),
        ))
        .el(choice(
            t,
            "card-direction",
            |p| p.direction,
            &Direction::ALL,
            giving.direction,
            |p, d| (p.direction_name)(d),
        ))
        .el(choice(
            t,
            "card-shape",
            |p| p.shape,
            &Shape::ALL,
            giving.shape,
            |p, s| (p.shape_name)(s),
        ))
        .el(div("card-lines").children(lines))
        .el(choice(
            t,
            "card-cut",
            |p| p.cut,
            &Cut::ALL,
            giving.cut,
            |p, c| (p.cut_name)(c),
        ))
}

/// A line to write in. Until something is written it shows what follows from the poem.
fn line(
    t: Words,
    id: &'static str,
    label: Pick,
    line: Line,
    most: usize,
    follows: impl Fn() -> String + Clone + Send + 'static,
) -> El {
    let also = follows.clone();
    line.node.on_load(move |node| node.set_value(&also()));
    watch(move |_| {
        let text = follows();
        let untouched = line.typed.with(Option::is_none);
        if let Some(node) = line.node.get_untracked().filter(|_| untouched) {
            node.set_value(&text);
        }
    });
    let field = fields::input("text", line.node, move |typed| line.typed.set(Some(typed)))
        .set("maxlength", &most.to_string())
        .set("aria-describedby", &format!("{id}-hint"))
        .id(id);
    div("row")
        .el(el("label")
            .set("for", id)
            .live(move || label(phrases(t)).to_owned()))
        .el(field)
}

/// One of several, all to be seen.
fn choice<T: Copy + PartialEq + Held>(
    t: Words,
    name: &'static str,
    label: Pick,
    all: &[T],
    chosen: State<T>,
    called: fn(&'static Phrases, T) -> &'static str,
) -> El {
    let options = all.iter().enumerate().map(|(place, one)| {
        let one = *one;
        let field = el("input")
            .set("type", "radio")
            .set("name", name)
            .set("value", &place.to_string())
            .property("checked", move || chosen.get() == one)
            .on("change", move |_| chosen.set(one));
        el("label")
            .class("chip")
            .el(field)
            .el(el("span").live(move || called(phrases(t), one).to_owned()))
    });
    el("fieldset")
        .id(name)
        .class("chips")
        .el(el("legend").live(move || label(phrases(t)).to_owned()))
        .children(options)
}
