//! What the books say of one character, and the ways to use it.

use leptos::task::spawn_local;
use verse::{Language, RhymeBook, lookup, lookup::BookReading};

use super::{Looking, groups, phrases::phrases};
use crate::{
    browser::{clipboard, page},
    desk::Desk,
    i18n::Words,
    later::fetch_glosses,
    ui::{El, State, div, el, fields},
    view::View,
    write::{replace::replaced, rhyme_name::numbered_in},
};

/// The character with its readings, book by book.
pub fn character(desk: Desk, looking: Looking, hanzi: char) -> El {
    let t = desk.words;
    fetch_glosses(desk);
    let found = lookup(hanzi);
    let mut about = found.pinyin.join(" ");
    let forms: String = found.traditional.iter().filter(|c| **c != hanzi).collect();
    if !forms.is_empty() {
        about = [&about, " · ", &forms].concat();
    }
    let count = found.count;
    let head = el("p")
        .class("looked-head")
        .el(el("span").class("hanzi").set("lang", "zh").text(hanzi))
        .el(el("span").text(about))
        .el(el("span")
            .class("hint")
            .live(move || (phrases(t).often)(count)));
    let mut books: Vec<El> = Vec::new();
    for entry in found.books {
        let book = entry.book;
        let readings = entry.readings.into_iter();
        let readings = readings.map(|r| reading(desk, looking, book, hanzi, r));
        books.push(el("dt").live(move || (t.get().book_name)(book).to_owned()));
        books.push(el("dd").el(el("ul").class("readings").children(readings)));
    }
    let body = if books.is_empty() {
        el("p").live(move || phrases(t).in_no_book.to_owned())
    } else {
        el("dl").class("books").children(books)
    };
    div("looked")
        .set("data-hanzi", &hanzi.to_string())
        .el(head)
        .el(body)
        .el(uses(desk, hanzi))
}

/// One reading; a press opens its group.
fn reading(desk: Desk, looking: Looking, book: RhymeBook, hanzi: char, reading: BookReading) -> El {
    let t = desk.words;
    let BookReading {
        class,
        tone,
        group,
        traditional,
        pinyin,
        rare,
    } = reading;
    let target = groups::find(book, &group, tone, class);
    let press = move || {
        if let Some(group) = target {
            looking.clear();
            looking.open(group);
        }
    };
    let form = (traditional != hanzi).then(|| traditional.to_string());
    let name = group.clone();
    let gloss = {
        move || {
            let gloss = desk.glosses.with(|table| {
                let table = table.as_ref().filter(|_| book == RhymeBook::PingShui)?;
                table.gloss(traditional, tone, &group).map(str::to_owned)
            });
            let gloss = gloss.unwrap_or_default();
            match t.language() {
                Language::Hant => verse::traditional_gloss(&gloss),
                _ => gloss,
            }
        }
    };
    let words = move || {
        let name = numbered_in(t.language(), book, &name, class);
        let tone = (t.get().tone)(tone);
        let mut parts = vec![tone, &name[..]];
        parts.extend(pinyin);
        parts.extend(form.as_deref());
        if rare {
            parts.push(phrases(t).rare);
        }
        parts.join(" · ")
    };
    el("li").el(fields::bare_button("reading", press)
        .el(el("span").live(words))
        .el(el("span")
            .class("gloss")
            .bind("lang", move || Some(gloss_tag(t)))
            .live(gloss)))
}

/// The script of the glosses: that of the page, and simplified beside English.
fn gloss_tag(t: Words) -> String {
    let tag = match t.language() {
        Language::Hant => "zh-Hant",
        _ => "zh-Hans",
    };
    tag.to_owned()
}

/// Copying, and putting it into the poem.
fn uses(desk: Desk, hanzi: char) -> El {
    let t = desk.words;
    let is_copied = State::new(false);
    let copy = move || {
        spawn_local(async move {
            is_copied.set(clipboard::copy(&hanzi.to_string()).await);
        });
    };
    let put = move || {
        if let Some(place) = desk.picked.get_untracked() {
            put_into(desk, place, hanzi);
        }
    };
    let label = move || {
        let place = desk.picked.get();
        place.map(|(line, place)| (phrases(t).put)(line, place))
    };
    el("p")
        .class("uses")
        .el(
            fields::bare_button("second copy-hanzi", copy).live(move || {
                let words = phrases(t);
                let label = if is_copied.get() {
                    words.copied
                } else {
                    words.copy
                };
                label.to_owned()
            }),
        )
        .el(fields::bare_button("second put-hanzi", put)
            .flag("hidden", move || label().is_none())
            .live(move || label().unwrap_or_default()))
        .el(el("span")
            .class("hint")
            .flag("hidden", move || label().is_some())
            .live(move || phrases(t).put_hint.to_owned()))
}

/// Puts a character into a place of the poem, and goes there.
fn put_into(desk: Desk, (line, place): (usize, usize), hanzi: char) {
    let found = desk.report.with_untracked(|report| {
        let line = report.lines.get(line.checked_sub(1)?)?;
        let char = line.chars.get(place.checked_sub(1)?)?;
        Some((char.at, char.character.len_utf16()))
    });
    let Some((at, length)) = found else {
        return;
    };
    let text = desk.text.get_untracked();
    if let Some(text) = replaced(&text, at, at + length, &hanzi.to_string()) {
        desk.put(&text);
        // It is another character now, and still the one that is looked at.
        desk.picked.set(Some((line, place)));
        page::go(View::Write.hash());
    }
}
