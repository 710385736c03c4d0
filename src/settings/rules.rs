//! What the check goes by: the rhyme book, and how strict it is.

use crate::{
    desk::Desk,
    keep::settings::{STRICTNESSES, book, book_name, strictness, strictness_name},
    settings::words::{of, words},
    ui::{
        El, div, el,
        fields::{self, Choice},
    },
};
use verse::{
    RhymeBook, Severity,
    rules::{self, Rule},
};

/// The choices about the check.
pub fn rule_fields(desk: Desk) -> [El; 5] {
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
        name: Box::new(move || (words(t).strictness_name)(strictness).to_owned()),
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
            |s| of(s).strictness,
            fields::select(strictnesses.collect(), choose_strictness),
        ),
        el("p").class("hint").say(t, |s| of(s).strictness_hint),
        el("p").class("label").say(t, |s| s.advice),
        div("row ticks")
            .set("role", "group")
            .phrase("aria-label", t, |s| s.advice)
            .children(advice(desk)),
    ]
}

/// A box to tick for each rule that only advises.
fn advice(desk: Desk) -> Vec<El> {
    let settings = desk.settings;
    let advises = |rule: &&Rule| rule.severity == Severity::Advice;
    let mut boxes = Vec::new();
    for rule in rules::ALL.iter().copied().filter(advises) {
        let (code, words) = (rule.code, desk.words);
        let is_on = move || settings.with(|s| s.without_advice.iter().all(|c| c != code));
        let choose = move |wanted: bool| {
            settings.update(|settings| {
                settings.without_advice.retain(|c| c != code);
                if !wanted {
                    settings.without_advice.push(code.to_owned());
                }
            });
        };
        let name = move || rule.name(words.language()).into_owned();
        boxes.push(fields::named_check(code, name, is_on, choose));
    }
    boxes
}
