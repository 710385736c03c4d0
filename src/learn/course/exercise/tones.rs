//! Marking the tones of a line.

use verse::ToneClass;

use super::{Exercise, reading};
use crate::{
    learn::course::{
        drawing,
        task::{Task, char_at, wrong_tones},
        verse::Verse,
    },
    ui::{El, State, div, el, fields},
    write::{
        line::row,
        mark::mark_shape,
        sheet::{Cell, Mark},
    },
};

/// Marks, and whether each has been found wrong.
#[derive(Clone, Default)]
struct Marks {
    classes: Vec<Option<ToneClass>>,
    wrong: Vec<usize>,
}

/// The line, its characters to be pressed.
pub fn tones(exercise: Exercise, task: Task, verse: Verse, number: usize) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let report = exercise.checker().report(verse);
    let sheet = drawing::without_marks(exercise.checker().sheet(verse));
    let Some(model) = sheet.line(1).cloned() else {
        return div("");
    };
    let count = model.cells.len();
    let marks = State::new(Marks {
        classes: vec![None; count],
        wrong: Vec::new(),
    });
    let cells = model.cells.iter().map(|cell| one(exercise, cell, marks));
    let line = row(&model, div("cells").children(cells));
    let check = move || {
        let classes = marks.with_untracked(|marks| marks.classes.clone());
        let missing = classes.iter().filter(|class| class.is_none()).count();
        if missing > 0 {
            exercise.note((phrases.unmarked)(missing));
            return;
        }
        let wrong = wrong_tones(&report, number, &classes);
        if wrong.is_empty() {
            exercise.right(task, "");
        } else {
            let why = wrong
                .iter()
                .filter_map(|place| char_at(&report, (number, *place)))
                .map(|char| reading(language, &report, char));
            exercise.wrong(why.collect::<Vec<_>>().join("\n"));
        }
        marks.update(|marks| marks.wrong = wrong);
    };
    div("tones")
        .el(drawing::around(exercise.desk(), sheet, vec![line]))
        .el(fields::bare_button("main check-it", check).text(phrases.check))
}

/// A character: a press marks it level, the next oblique.
fn one(exercise: Exercise, cell: &Cell, marks: State<Marks>) -> El {
    let phrases = exercise.phrases();
    let place = cell.place;
    let hanzi = cell.hanzi;
    let class = move || marks.with(|marks| marks.classes.get(place - 1).copied().flatten());
    let shown = cell.clone();
    let shape = move || {
        let mark = match class() {
            Some(ToneClass::Level) => Mark::Level,
            Some(ToneClass::Oblique) => Mark::Oblique,
            None => Mark::Blank,
        };
        let is_wrong = marks.with(|marks| marks.wrong.contains(&place));
        let marked = Cell {
            mark,
            fault: is_wrong.then_some(verse::Severity::Error),
            ..shown.clone()
        };
        Some(mark_shape(&marked).el())
    };
    let press = move || {
        marks.update(|marks| {
            marks.wrong.retain(|wrong| *wrong != place);
            if let Some(class) = marks.classes.get_mut(place - 1) {
                *class = Some(match class {
                    Some(ToneClass::Level) => ToneClass::Oblique,
                    _ => ToneClass::Level,
                });
            }
        });
    };
    fields::bare_button("cell", press)
        .set("data-place", &place.to_string())
        .bind("data-marked", move || {
            class().map(|class| class.english().to_owned())
        })
        .bind("aria-label", move || Some((phrases.marked)(hanzi, class())))
        .el(el("span")
            .class("pinyin")
            .text(cell.pinyin.clone().unwrap_or_default()))
        .el(el("span").class("hanzi").text(hanzi))
        .part(shape)
}
