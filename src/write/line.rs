//! One line of the marked sheet.

use super::{
    mark::mark_shape,
    sheet::{Cell, LineModel},
};
use crate::{
    desk::Desk,
    i18n::Strings,
    ui::{El, div, el, memo},
};

/// A place for one line, counted from 1: its cells, its stop, its type. It is drawn anew only when
/// something of the line changes, and hidden where the poem has no such line.
pub fn line(desk: Desk, number: usize) -> El {
    let model = memo(move || desk.sheet.with(|sheet| sheet.line(number).cloned()));
    let exists = memo(move || model.with(Option::is_some));
    let held = memo(move || model.with(|model| Held::of(desk, number, model.as_ref())));
    let pinyin = desk.pinyin;
    let t = desk.words;
    el("li")
        .class("line")
        .bind("data-line", move || {
            exists.get().then(|| number.to_string())
        })
        .flag("hidden", move || !exists.get())
        .part(move || {
            let (model, held) = (model.get()?, held.get());
            Some(cells(&model, &held, pinyin.get(), t.get()))
        })
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

fn cells(model: &LineModel, held: &Held, pinyin: bool, strings: &'static Strings) -> El {
    let mut label = (strings.line_label)(model);
    if !held.locked_characters.is_empty() {
        label.push_str(&(strings.locked)(&held.locked_characters));
    }
    let cells = model.cells.iter().map(|shown| cell(shown, held, pinyin));
    let cells = div("cells")
        .set("role", "img")
        .set("aria-label", &label)
        .children(cells);
    row(model, cells)
}

/// The cells of a line, and what stands behind them: the stop and the type.
pub fn row(model: &LineModel, cells: El) -> El {
    let stop = model.punctuation.map(String::from).unwrap_or_default();
    let letter = model.letter.map(String::from).unwrap_or_default();
    div("row-of-cells")
        .el(cells.el(el("span").class("stop").text(stop)))
        .el(el("span")
            .class("type")
            .set("aria-hidden", "true")
            .el(el("span").class("letter").text(letter))
            .el(el("span").class("pattern").text(model.pattern.as_str())))
}

/// One character with its mark, on the desk.
fn cell(cell: &Cell, held: &Held, pinyin: bool) -> El {
    let flag = |places: &[usize]| places.contains(&cell.place).then_some("");
    let shown = el("span")
        .set_some("data-unwritten", (!cell.is_written).then_some(""))
        .set_some("data-locked", flag(&held.locked))
        .set_some("data-lit", flag(&held.lit))
        .set_some("data-picked", flag(&held.picked));
    filled(shown, cell, pinyin)
}

/// An element as the cell of a character: what it has above it, itself, its mark.
pub fn filled(shown: El, cell: &Cell, pinyin: bool) -> El {
    let mut shown = shown
        .class("cell")
        .set("data-place", &cell.place.to_string())
        .set("data-class", cell.class)
        .set("data-mark", cell.mark.name())
        .set_some("data-slot", cell.slot)
        .set_some("data-fault", cell.fault.map(severity_name))
        .set_some("data-rescue", cell.rescue.then_some(""));
    if pinyin {
        let reading = cell.pinyin.clone().unwrap_or_default();
        shown = shown.el(el("span")
            .class("pinyin")
            .set("lang", "zh-Latn-pinyin")
            .text(reading));
    }
    let hanzi = if cell.is_written {
        cell.hanzi.to_string()
    } else {
        String::new()
    };
    shown
        .el(el("span").class("hanzi").text(hanzi))
        .el(mark_shape(cell))
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
