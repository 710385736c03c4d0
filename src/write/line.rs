//! One line of the marked sheet.

use leptos::prelude::*;

use super::{
    mark::MarkShape,
    sheet::{Cell, LineModel},
};
use crate::desk::Desk;

/// One line: its cells, its stop, its type. It is drawn anew only when something of it changes.
#[component]
pub fn LineView(
    /// The state of the page.
    desk: Desk,
    /// The line, from 1.
    number: usize,
) -> impl IntoView {
    let model = Memo::new(move |_| {
        desk.sheet
            .with(|sheet| sheet.lines.get(number.wrapping_sub(1)).cloned())
    });
    let lit = Memo::new(move |_| {
        desk.lit.with(|lit| {
            let here = lit.iter().filter(|(line, _)| *line == number);
            here.map(|(_, place)| *place).collect::<Vec<_>>()
        })
    });
    let pinyin = Memo::new(move |_| desk.settings.with(|settings| settings.pinyin));
    let t = desk.words;
    view! {
        <li class="line" data-line=number.to_string()>
            {move || model.get().map(|model| draw(model, lit, pinyin.get(), t))}
        </li>
    }
}

fn draw(
    model: LineModel,
    lit: Memo<Vec<usize>>,
    pinyin: bool,
    t: crate::i18n::Words,
) -> impl IntoView {
    let label = t.get().line_label;
    let label = label(&model);
    let cells: Vec<_> = model
        .cells
        .into_iter()
        .map(|cell| view! { <CellView cell lit pinyin /> })
        .collect();
    view! {
        <div class="cells" role="img" aria-label=label>
            {cells}
            <span class="stop">{model.punctuation.map(String::from)}</span>
        </div>
        <span class="type" aria-hidden="true">
            <span class="letter">{model.letter.map(String::from)}</span>
            <span class="pattern">{model.pattern}</span>
        </span>
    }
}

/// One character with its mark.
#[component]
fn CellView(
    /// The character.
    cell: Cell,
    /// The places of the line that a finding points at.
    lit: Memo<Vec<usize>>,
    /// Whether pinyin is shown.
    pinyin: bool,
) -> impl IntoView {
    let place = cell.place;
    let reading = pinyin.then(|| {
        view! { <span class="pinyin" lang="zh-Latn-pinyin">{cell.pinyin.clone()}</span> }
    });
    view! {
        <span
            class="cell"
            data-place=place.to_string()
            data-class=cell.class
            data-mark=cell.mark.name()
            data-slot=cell.slot
            data-fault=cell.fault.map(severity_name)
            data-rescue=cell.rescue.then_some("")
            data-lit=move || lit.with(|lit| lit.contains(&place)).then_some("")
        >
            {reading}
            <span class="hanzi">{cell.hanzi.to_string()}</span>
            <MarkShape mark=cell.mark free=cell.slot == Some("free") fault=cell.fault rescue=cell.rescue />
        </span>
    }
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
