//! What all books say of a character.

use verse::{lookup, lookup::BookReading};

use super::words::words;
use crate::{
    desk::Desk,
    ui::{El, div, el},
    write::rhyme_name::numbered_in,
};

/// The readings of a character in every book, and the traditional forms that it may stand for.
pub fn books(desk: Desk, character: char) -> El {
    let t = desk.words;
    let found = lookup(character);
    let mut rows: Vec<El> = Vec::new();
    if found.traditional.iter().any(|form| *form != character) {
        let forms: Vec<String> = found.traditional.iter().map(char::to_string).collect();
        rows.push(el("dt").text(words(t).traditional));
        rows.push(el("dd").set("lang", "zh-Hant").text(forms.join("、")));
    }
    for entry in found.books {
        let name = (t.get().book_name)(entry.book);
        let readings = entry.readings.iter().map(|r| reading(desk, r, &entry));
        let readings: Vec<String> = readings.collect();
        rows.push(el("dt").text(name));
        rows.push(el("dd").text(readings.join(words(t).between)));
    }
    div("in-books")
        .el(el("p").class("label").text(words(t).in_books))
        .el(el("dl").class("facts").children(rows))
}

/// 平声 · 十一尤 · lóu.
fn reading(desk: Desk, reading: &BookReading, entry: &verse::lookup::BookEntry) -> String {
    let group = numbered_in(
        desk.words.language(),
        entry.book,
        &reading.group,
        reading.class,
    );
    let mut words = [(desk.words.get().tone)(reading.tone), " · ", &group].concat();
    if let Some(pinyin) = reading.pinyin {
        words.push_str(" · ");
        words.push_str(pinyin);
    }
    words
}
