//! Verse in cells, drawn as the editor draws it.

use verse::{Language, Slot, ToneClass, template::TemplateLine};

use super::{
    phrases::in_language,
    verse::{Verse, name_in_script},
};
use crate::{
    desk::Desk,
    ui::{El, div, el, memo},
    write::{
        arcs::with_arcs,
        line::{filled, row},
        sheet::{Cell, LineModel, Mark, Sheet},
    },
};

/// Who wrote it, and which lines they are: what the check says counts them in the poem.
pub fn source(desk: Desk, verse: Verse) -> El {
    el("p")
        .class("source")
        .text(source_words(desk.language(), verse))
}

/// The same in words.
pub fn source_words(language: Language, verse: Verse) -> String {
    let [title, author, _] = verse.poem();
    let [title, author] = [title, author].map(|name| name_in_script(name, language));
    (in_language(language).source)(&author, &title, verse.shown)
}

/// The tag of the script that verse has in a language.
pub const fn script(language: Language) -> &'static str {
    match language {
        Language::Hant => "zh-Hant",
        Language::Zh | Language::En => "zh-Hans",
    }
}

/// A sheet with its marks, to be read.
pub fn poem(desk: Desk, sheet: Sheet) -> El {
    let lines: Vec<El> = sheet
        .lines
        .iter()
        .map(|line| read_line(desk, line))
        .collect();
    around(desk, sheet, lines)
}

/// A line to be read: those who hear it are told of the line as a whole.
pub fn read_line(desk: Desk, line: &LineModel) -> El {
    let cells = line.cells.iter().map(|cell| {
        let open = (!cell.is_written).then_some("");
        filled(el("span").set_some("data-unwritten", open), cell, true)
    });
    let cells = div("cells")
        .set("role", "img")
        .set("aria-label", &(desk.words.get().line_label)(line))
        .children(cells);
    row(line, cells)
}

/// A sheet whose characters can be pressed, each put together by `cell` from the element that it is to be.
pub fn pressed(desk: Desk, sheet: Sheet, cell: impl Fn(El, &Cell, usize) -> El) -> El {
    let line = |line: &LineModel| {
        let cells = line.cells.iter().map(|shown| {
            let button = el("button").set("type", "button");
            filled(cell(button, shown, line.number), shown, true)
        });
        row(line, div("cells").children(cells))
    };
    let lines: Vec<El> = sheet.lines.iter().map(line).collect();
    around(desk, sheet, lines)
}

/// What holds the lines.
pub fn around(desk: Desk, sheet: Sheet, lines: Vec<El>) -> El {
    let models = sheet.lines.iter();
    let items = lines.into_iter().zip(models).map(|(line, model)| {
        el("li")
            .class("line")
            .set("data-line", &model.number.to_string())
            .el(line)
    });
    let list = el("ol").class("marked").children(items);
    let sheet = memo(move || sheet.clone());
    div("poem")
        .set("lang", script(desk.language()))
        .flag("data-pinyin", move || desk.pinyin.get())
        .el(with_arcs(div("lines").el(list), sheet, || false))
}

/// The sheet without what would give an answer away: faults and rescues, and what joins them.
pub fn without_faults(mut sheet: Sheet) -> Sheet {
    sheet.arcs.clear();
    for line in &mut sheet.lines {
        line.findings.clear();
        for cell in &mut line.cells {
            cell.fault = None;
            cell.rescue = false;
        }
    }
    sheet
}

/// The sheet without types, too, and without what a pattern asks.
pub fn without_types(sheet: Sheet) -> Sheet {
    let mut sheet = without_faults(sheet);
    for line in &mut sheet.lines {
        line.letter = None;
        line.pattern.clear();
        for cell in &mut line.cells {
            cell.slot = None;
        }
    }
    sheet
}

/// The sheet without marks, too.
pub fn without_marks(sheet: Sheet) -> Sheet {
    let mut sheet = without_types(sheet);
    for cell in sheet.lines.iter_mut().flat_map(|line| &mut line.cells) {
        cell.mark = Mark::Blank;
        cell.class = "none";
    }
    sheet
}

/// A line of a pattern as a line of the sheet: what each place asks stands where its character would.
pub fn pattern_line(line: &TemplateLine, number: usize) -> LineModel {
    let cell = |(at, slot): (usize, &Slot)| {
        let (hanzi, class, mark, slot) = match slot {
            Slot::Level => (ToneClass::Level.chinese(), "level", Mark::Level, "level"),
            Slot::Oblique => (
                ToneClass::Oblique.chinese(),
                "oblique",
                Mark::Oblique,
                "oblique",
            ),
            Slot::Rhyme => (ToneClass::Level.chinese(), "level", Mark::Rhyme, "rhyme"),
            Slot::Free => ("⊙", "free", Mark::Blank, "free"),
        };
        Cell {
            place: at + 1,
            hanzi: hanzi.chars().next().unwrap_or_default(),
            is_written: true,
            pinyin: None,
            class,
            mark,
            slot: Some(slot),
            fault: None,
            rescue: false,
        }
    };
    let width = line.slots.len();
    LineModel {
        number,
        text: line.line_type.pattern_text(width),
        open: 0,
        cells: line.slots.iter().enumerate().map(cell).collect(),
        punctuation: None,
        stanza: false,
        letter: Some(line.line_type.letter()),
        pattern: String::new(),
        findings: Vec::new(),
    }
}
