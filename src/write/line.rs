//! One line of the marked sheet.

use std::borrow::Cow;

use leptos::{html, prelude::*};

use super::{
    mark::mark_shape,
    sheet::{Cell, LineModel},
    turns::Turns,
};
use crate::{
    desk::Desk,
    i18n::Strings,
    ui::{El, Piece, draw, el, memo, piece},
};

/// A place for one line, counted from 1: its cells, its stop, its type. What of it differs is drawn anew, and
/// it is hidden where the poem has no such line.
pub fn line(desk: Desk, turns: Turns, number: usize) -> El {
    let model = memo(move || turns.with(number, |sheet| sheet.line(number).cloned()));
    let exists = memo(move || number <= turns.count());
    let held = memo(move || model.with(|model| Held::of(desk, number, model.as_ref())));
    let pinyin = desk.pinyin;
    let t = desk.words;
    let host = NodeRef::<html::Li>::new();
    draw(host, move || {
        let cells = |model: &LineModel| held.with(|held| cells(model, held, pinyin.get(), t.get()));
        model.with(|model| model.as_ref().map(cells).into_iter().collect())
    });
    el("li")
        .class("line")
        .node(host)
        .bind("data-line", move || {
            exists.get().then(|| number.to_string())
        })
        .flag("hidden", move || !exists.get())
}

/// What a person does with the characters of a line: the places of those that are locked, pointed at,
/// looked at. It is worked out for the line as a whole: a cell is drawn anew often, and what looks at the
/// desk for it would be noted there for good.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    locked: Vec<usize>,
    locked_characters: String,
    lit: Vec<usize>,
    picked: Vec<usize>,
}

impl Held {
    fn of(desk: Desk, number: usize, model: Option<&LineModel>) -> Self {
        let Some(model) = model else {
            return Self::default();
        };
        let (locked, locked_characters) = desk.locks.with(|locks| {
            let here = || locks.iter().filter(|lock| lock.line == number);
            let places = here().map(|lock| lock.position).collect();
            (places, here().map(|lock| lock.character).collect())
        });
        let on_line = |(line, place): &(usize, usize)| (*line == number).then_some(*place);
        let places = model.cells.iter().map(|cell| cell.place);
        Self {
            locked,
            locked_characters,
            lit: desk
                .lit
                .with(|lit| lit.iter().filter_map(on_line).collect()),
            picked: places
                .filter(|place| desk.is_picked((number, *place)))
                .collect(),
        }
    }
}

/// What holds the cells of a line and its type.
fn row_of(model: &LineModel) -> Piece {
    let flag = |is: bool| is.then_some("");
    piece("div")
        .class("row-of-cells")
        .set_some("data-stanza", flag(model.stanza))
        // The pattern of a long line needs two rows where there is little room.
        .set_some("data-over-five", flag(model.cells.len() > 5))
}

fn cells(model: &LineModel, held: &Held, pinyin: bool, strings: &'static Strings) -> Piece {
    let mut label = (strings.line_label)(model);
    if !held.locked_characters.is_empty() {
        label.push_str(&(strings.locked)(&held.locked_characters));
    }
    let cells = model.cells.iter().map(|shown| cell(shown, held, pinyin));
    row_of(model).with([
        piece("div")
            .class("cells")
            .set("role", "img")
            .set("aria-label", label)
            .with(cells)
            .with([stop(model)]),
        line_type(model),
    ])
}

/// The cells of a line, and what stands behind them: the stop and the type.
pub fn row(model: &LineModel, cells: El) -> El {
    row_of(model)
        .el()
        .el(cells.el(stop(model).el()))
        .el(line_type(model).el())
}

/// The mark of punctuation after a line.
fn stop(model: &LineModel) -> Piece {
    let mark = model.punctuation.map(String::from).unwrap_or_default();
    piece("span").key("stop").class("stop").text(mark)
}

/// The type of a line, by its letter and in words.
fn line_type(model: &LineModel) -> Piece {
    let letter = model.letter.map(String::from).unwrap_or_default();
    piece("span")
        .class("type")
        .set("aria-hidden", "true")
        .with([
            piece("span").class("letter").text(letter),
            piece("span").class("pattern").text(model.pattern.clone()),
        ])
}

/// One character with its mark, on the desk.
fn cell(cell: &Cell, held: &Held, pinyin: bool) -> Piece {
    let flag = |places: &[usize]| places.contains(&cell.place).then_some("");
    let shown = piece("span")
        .key(String::from(cell.hanzi))
        .set_some("data-unwritten", (!cell.is_written).then_some(""))
        .set_some("data-locked", flag(&held.locked))
        .set_some("data-lit", flag(&held.lit))
        .set_some("data-picked", flag(&held.picked));
    attributes(cell)
        .fold(shown, |shown, (name, value)| shown.set(name, value))
        .with(inside(cell, pinyin))
}

/// An element as the cell of a character: what it has above it, itself, its mark.
pub fn filled(shown: El, cell: &Cell, pinyin: bool) -> El {
    attributes(cell)
        .fold(shown, |shown, (name, value)| shown.set(name, &value))
        .children(inside(cell, pinyin).map(Piece::el))
}

/// What the style sheet, and those who hear the sheet, know of a character.
fn attributes(cell: &Cell) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    let known = |name, value| Some((name, Cow::Borrowed(value)));
    [
        known("class", "cell"),
        Some(("data-place", cell.place.to_string().into())),
        known("data-class", cell.class),
        known("data-mark", cell.mark.name()),
        cell.slot.and_then(|slot| known("data-slot", slot)),
        cell.fault
            .and_then(|fault| known("data-fault", severity_name(fault))),
        cell.rescue.then(|| known("data-rescue", "")).flatten(),
    ]
    .into_iter()
    .flatten()
}

/// What is in the cell of a character.
fn inside(cell: &Cell, pinyin: bool) -> impl Iterator<Item = Piece> {
    let reading = pinyin.then(|| {
        piece("span")
            .class("pinyin")
            .set("lang", "zh-Latn-pinyin")
            .text(cell.pinyin.clone().unwrap_or_default())
    });
    let hanzi = cell.is_written.then(|| cell.hanzi.to_string());
    let hanzi = piece("span").class("hanzi").text(hanzi.unwrap_or_default());
    reading.into_iter().chain([hanzi, mark_shape(cell)])
}

/// The name of a severity, as the page and its tests know it.
pub const fn severity_name(severity: verse::Severity) -> &'static str {
    match severity {
        verse::Severity::Error => "error",
        verse::Severity::Warning => "warning",
        verse::Severity::Note => "note",
        verse::Severity::Rescue => "rescue",
        verse::Severity::Advice => "advice",
    }
}
