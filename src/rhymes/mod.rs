//! The rhyme books, to browse and to search.

mod character;
mod groups;
mod phrases;
mod query;
mod words;

use leptos::{html, prelude::*};
use verse::{RhymeBook, RhymeGroup, lexicon::Script};

use self::{phrases::phrases, query::Query};
use crate::{
    browser::focus,
    desk::Desk,
    keep::settings::{book, book_name},
    ui::{
        El, State, Worked, div, el,
        fields::{self, Choice},
        memo,
    },
    view::View,
};

/// What the person looks at.
#[derive(Clone, Copy)]
struct Looking {
    /// The book that lies open.
    book: State<RhymeBook>,
    /// Whether characters are traditional.
    traditional: State<bool>,
    /// The field.
    field: NodeRef<html::Input>,
    /// What was typed.
    typed: State<String>,
    /// The group that is open.
    group: State<Option<RhymeGroup>>,
    /// The character that is looked at in a list.
    chosen: State<Option<char>>,
    /// What is looked for.
    query: Worked<Query>,
}

impl Looking {
    fn script(self) -> Script {
        if self.traditional.get() {
            Script::Traditional
        } else {
            Script::Simplified
        }
    }

    /// Empties the field.
    fn clear(self) {
        if let Some(field) = self.field.get_untracked() {
            field.set_value("");
        }
        self.typed.set(String::new());
    }

    /// Opens a group, in its own book.
    fn open(self, group: RhymeGroup) {
        self.book.set(group.book());
        self.chosen.set(None);
        self.group.set(Some(group));
        // What was pressed is gone with the list that it stood in.
        focus::go_on_soon("#all-groups".to_owned());
    }

    /// Goes back to all groups, and to the one that was open.
    fn close(self) {
        let group = self.group.get_untracked();
        self.group.set(None);
        if let Some(group) = group {
            let own = groups::place(group);
            focus::go_on_soon(format!(".group[data-group=\"{own}\"]"));
        }
    }
}

/// The room.
pub fn rhymes_room(desk: Desk) -> El {
    let t = desk.words;
    focus::follow(move || desk.view.get() == View::Rhymes, "#rhymes-title");
    let typed = State::new(String::new());
    let looking = Looking {
        book: State::new(desk.settings.with_untracked(|settings| settings.book)),
        traditional: State::new(false),
        field: NodeRef::new(),
        typed,
        group: State::new(None),
        chosen: State::new(None),
        query: memo(move || typed.with(|typed| Query::read(typed))),
    };
    let found = move || match looking.query.get() {
        Query::Nothing => match looking.group.get() {
            None => vec![groups::all(desk, looking)],
            Some(group) => vec![
                groups::back(desk, looking),
                words::of_group(desk, looking, group),
            ],
        },
        Query::Characters(characters) => {
            let one = |c| character::character(desk, looking, c);
            characters.into_iter().map(one).collect()
        }
        Query::Sound(sound) => vec![words::of_sound(desk, looking, &sound)],
    };
    el("section")
        .class("hall rhymes")
        .flag("hidden", move || desk.view.get() != View::Rhymes)
        .set("aria-labelledby", "rhymes-title")
        .el(el("h2")
            .id("rhymes-title")
            .set("tabindex", "-1")
            .live(move || (t.get().nav)(View::Rhymes).to_owned()))
        .el(el("p")
            .class("hint")
            .live(move || phrases(t).about.to_owned()))
        .el(search(desk, looking))
        .el(div("found").id("rhymes-found").list(found))
}

/// The field, the book, the script.
fn search(desk: Desk, looking: Looking) -> El {
    let t = desk.words;
    let field = fields::input("search", looking.field, move |typed| {
        looking.chosen.set(None);
        looking.typed.set(typed);
    })
    .bind("placeholder", move || {
        Some(phrases(t).search_example.to_owned())
    });
    let books = RhymeBook::ALL.into_iter().map(|book| Choice {
        value: book_name(book),
        name: Box::new(move || (t.get().book_name)(book).to_owned()),
        chosen: Box::new(move || looking.book.get() == book),
    });
    let choose = move |name: String| {
        if let Some(book) = book(&name) {
            looking.group.set(None);
            looking.chosen.set(None);
            looking.book.set(book);
        }
    };
    let labelled = |id: &'static str, label: fn(&phrases::Phrases) -> &'static str, field: El| {
        div("row")
            .el(el("label")
                .set("for", id)
                .live(move || label(phrases(t)).to_owned()))
            .el(field.id(id))
    };
    let script = fields::named_check(
        "rhymes-traditional",
        move || phrases(t).traditional.to_owned(),
        move || looking.traditional.get(),
        move |on| {
            looking.chosen.set(None);
            looking.traditional.set(on);
        },
    );
    div("search")
        .set("role", "search")
        .el(labelled("rhymes-search", |p| p.search, field))
        .el(labelled(
            "rhymes-book",
            |p| p.book,
            fields::select(books.collect(), choose),
        ))
        .el(div("row").el(script))
}
