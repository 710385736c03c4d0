//! The rhyme of the brief: the book, and a group of it.

use muse::{Script, rhymes};
use verse::{RhymeBook, ToneClass};

use crate::{
    compose::words::{phrases, phrases_of},
    desk::Desk,
    keep::{
        settings::{book, book_name},
        wish::Field,
    },
    ui::{
        El, div, el,
        fields::{self, Choice},
        memo,
    },
    write::rhyme_name::numbered_in,
};

/// How many characters of a group are shown with its name.
const SHOWN: usize = 6;

/// The two choices. The book is the one of the settings: the sheet is checked by it, and a poem that
/// was written by another book would be full of faults there.
pub fn rhyme_fields(desk: Desk) -> [El; 2] {
    let t = desk.words;
    let books = RhymeBook::ALL.into_iter().map(|book| Choice {
        value: book_name(book),
        name: Box::new(move || (t.get().book_name)(book).to_owned()),
        chosen: Box::new(move || desk.settings.with(|settings| settings.book == book)),
    });
    let choose = move |name: String| {
        if let Some(book) = book(&name) {
            desk.settings.update(|settings| settings.book = book);
        }
    };
    let books = fields::select(books.collect(), choose);
    [
        fields::row("brief-book", t, |s| s.book, books).el(el("p")
            .class("hint")
            .say(t, |s| phrases_of(s).brief_book_hint)),
        fields::row(
            "brief-group",
            t,
            |s| phrases_of(s).brief_group,
            groups(desk),
        ),
    ]
}

/// The level groups of the book with their commonest characters.
fn groups(desk: Desk) -> El {
    let t = desk.words;
    // The list is made again for another book or script, not at every key that is pressed elsewhere.
    let of = memo(move || {
        let traditional = desk.wish.with(|wish| wish.traditional);
        (desk.settings.with(|settings| settings.book), traditional)
    });
    let chosen = move |name: &str| desk.wish.with(|wish| wish.text(Field::Group) == name);
    let list = move || {
        let (book, traditional) = of.get();
        let script = if traditional {
            Script::Traditional
        } else {
            Script::Simplified
        };
        let listed = rhymes::groups(book, script);
        let is_free = {
            let names: Vec<&str> = listed.iter().map(|group| group.name).collect();
            move || !names.iter().any(|name| chosen(name))
        };
        let mut options = vec![
            el("option")
                .set("value", "")
                .property("selected", is_free)
                .say(t, |s| phrases_of(s).brief_any_group),
        ];
        for group in listed {
            let common: String = group.characters.chars().take(SHOWN).collect();
            let name = numbered_in(t.language(), book, group.name, ToneClass::Level);
            options.push(
                el("option")
                    .set("value", group.name)
                    .property("selected", move || chosen(group.name))
                    .text([&name[..], " ", &common].concat()),
            );
        }
        options
    };
    el("select").list(list).on("change", move |event| {
        let name = leptos::prelude::event_target_value(&event);
        desk.wish.update(|wish| wish.set(Field::Group, name));
    })
}

/// How many lines extended verse should have; there is nothing to choose for the other forms.
pub fn length(desk: Desk) -> El {
    let t = desk.words;
    let is_extended = move || desk.wish.with(|wish| muse::brief::is_extended(wish.form));
    let row = move || {
        let least = desk.wish.with_untracked(|wish| wish.form.lines());
        let numbers = (least..=muse::brief::MOST_LINES).step_by(2);
        let options = numbers.map(|number| {
            el("option")
                .set("value", &number.to_string())
                .property("selected", move || {
                    desk.wish.with(|wish| wish.lines() == number)
                })
                .live(move || (phrases(t).brief_lines)(number))
        });
        let select = el("select").children(options).on("change", move |event| {
            let number = leptos::prelude::event_target_value(&event);
            desk.wish.update(|wish| wish.set(Field::Lines, number));
        });
        div("row")
            .el(el("label")
                .set("for", "brief-lines")
                .live(move || (phrases(t).brief_field)(Field::Lines).0.to_owned()))
            .el(select.id("brief-lines"))
    };
    div("length").when(is_extended, row)
}
