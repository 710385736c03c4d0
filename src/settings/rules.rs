//! What the check goes by: the rhyme book, and how strict it is.

use crate::{
    desk::Desk,
    keep::settings::{STRICTNESSES, book, book_name, strictness, strictness_name},
    ui::{
        El, el,
        fields::{self, Choice},
    },
};
use verse::RhymeBook;

/// The choices about the check.
pub fn rule_fields(desk: Desk) -> [El; 3] {
    let t = desk.words;
    let settings = desk.settings;
    let books = RhymeBook::ALL.into_iter().map(|book| Choice {
        value: book_name(book),
        name: Box::new(move || (t.get().book_name)(book).to_owned()),
        chosen: Box::new(move || settings.with(|settings| settings.book == book)),
    });
    let choose_book = move |name: String| {
        if let Some(book) = book(&name) {
            settings.update(|settings| settings.book = book);
        }
    };
    let strictnesses = STRICTNESSES.into_iter().map(|strictness| Choice {
        value: strictness_name(strictness),
        name: Box::new(move || (t.get().strictness_name)(strictness).to_owned()),
        chosen: Box::new(move || settings.with(|settings| settings.strictness == strictness)),
    });
    let choose_strictness = move |name: String| {
        if let Some(strictness) = strictness(&name) {
            settings.update(|settings| settings.strictness = strictness);
        }
    };
    [
        fields::row(
            "book",
            t,
            |s| s.book,
            fields::select(books.collect(), choose_book),
        ),
        fields::row(
            "strictness",
            t,
            |s| s.strictness,
            fields::select(strictnesses.collect(), choose_strictness),
        ),
        el("p").class("hint").say(t, |s| s.strictness_hint),
    ]
}
