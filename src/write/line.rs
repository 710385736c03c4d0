//! One line of the marked sheet.

use super::{
    mark::mark_shape,
    sheet::{Cell, LineModel},
};
use crate::{
    desk::Desk,
    i18n::Words,
    ui::{El, div, el, memo},
};

/// A place for one line, counted from 1: its cells, its stop, its type. It is drawn anew only when
/// something of the line changes, and hidden where the poem has no such line.
pub fn line(desk: Desk, number: usize) -> El {
    let model = memo(move || desk.sheet.with(|sheet| sheet.line(number).cloned()));
    let exists = memo(move || model.with(Option::is_some));
    let pinyin = desk.pinyin;
    let t = desk.words;
    el("li")
        .class("line")
        .bind("data-line", move || {
            exists.get().then(|| number.to_string())
        })
        .flag("hidden", move || !exists.get())
        .part(move || {
            let model = model.get()?;
            Some(cells(model, desk, pinyin.get(), t))
        })
}

fn cells(model: LineModel, desk: Desk, pinyin: bool, t: Words) -> El {
    let number = model.number;
    let plain = (t.get().line_label)(&model);
    let label = move || {
        let locked = desk.locks.with(|locks| {
            let here = locks.iter().filter(|lock| lock.line == number);
            here.map(|lock| lock.character).collect::<String>()
        });
        let added = match locked.as_str() {
            "" => String::new(),
            locked => (t.get().locked)(locked),
        };
        Some([plain.as_str(), added.as_str()].concat())
    };
    let cells = model
        .cells
        .iter()
        .map(|shown| cell(shown, desk, number, pinyin));
    let cells = div("cells")
        .set("role", "img")
        .bind("aria-label", label)
        .children(cells);
    row(&model, cells)
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
fn cell(cell: &Cell, desk: Desk, line: usize, pinyin: bool) -> El {
    let place = cell.place;
    let shown = el("span")
        .set_some("data-unwritten", (!cell.is_written).then_some(""))
        .flag("data-locked", move || {
            desk.locks.with(|locks| {
                let mut places = locks.iter().map(|lock| (lock.line, lock.position));
                places.any(|at| at == (line, place))
            })
        })
        .flag("data-lit", move || {
            desk.lit.with(|lit| lit.contains(&(line, place)))
        })
        .flag("data-picked", move || desk.is_picked((line, place)));
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
