//! Marking the lines of a lyric that rhyme.

use verse::Severity;

use super::{Exercise, reading};
use crate::{
    learn::course::{
        drawing,
        task::{Task, char_at, wrong_rhymes},
        verse::Verse,
    },
    ui::{El, State, div, el, fields},
    write::{
        line::{filled, row},
        mark::mark_shape,
        rhyme_name::numbered_in,
        sheet::{Cell, LineModel, Mark},
    },
};

/// Which lines are marked, and which of these marks have been found wrong (lines from 1).
#[derive(Clone, Default)]
struct Marks {
    rhymes: Vec<bool>,
    wrong: Vec<usize>,
}

/// The lyric, the last character of each line to be pressed.
pub fn rhymes(exercise: Exercise, task: Task, verse: Verse) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let report = exercise.checker().report(verse);
    let sheet = drawing::without_marks(exercise.checker().sheet(verse));
    let marks = State::new(Marks {
        rhymes: vec![false; sheet.lines.len()],
        wrong: Vec::new(),
    });
    let line = |model: &LineModel| {
        let count = model.cells.len();
        let cells = model.cells.iter().map(|cell| {
            if cell.place == count {
                last(exercise, cell, model.number, marks)
            } else {
                filled(el("span"), cell, true)
            }
        });
        row(model, div("cells").children(cells))
    };
    let lines: Vec<El> = sheet.lines.iter().map(line).collect();
    let check = move || {
        let wrong = marks.with_untracked(|marks| wrong_rhymes(&report, &marks.rhymes));
        let end = |line: &usize| {
            let count = report.lines.get(line - 1)?.chars.len();
            char_at(&report, (*line, count))
        };
        if wrong.is_empty() {
            let rhyme = report.rhyme.as_ref();
            let lines = rhyme.map_or(&[][..], |rhyme| &rhyme.lines);
            let ends: String = lines.iter().filter_map(end).map(|c| c.character).collect();
            let group = rhyme.map_or_else(String::new, |rhyme| {
                numbered_in(language, report.book, rhyme.group, rhyme.class)
            });
            exercise.right(task, &(phrases.rhymes_because)(&ends, &group));
        } else {
            let mut why = vec![phrases.rhymes_hint.to_owned()];
            let ends = wrong.iter().filter_map(end);
            why.extend(ends.map(|char| reading(language, &report, char)));
            exercise.wrong(why.join("\n"));
        }
        marks.update(|marks| marks.wrong = wrong);
    };
    div("tones")
        .el(drawing::around(exercise.desk(), sheet, lines))
        .el(fields::bare_button("main check-it", check).text(phrases.check))
        .el(drawing::source(exercise.desk(), verse))
}

/// The last character of a line: a press marks that it rhymes, another one that it does not.
fn last(exercise: Exercise, cell: &Cell, line: usize, marks: State<Marks>) -> El {
    let phrases = exercise.phrases();
    let hanzi = cell.hanzi;
    let at = line - 1;
    let rhymes = move || marks.with(|marks| marks.rhymes.get(at).copied().unwrap_or_default());
    let shown = cell.clone();
    let shape = move || {
        let is_wrong = marks.with(|marks| marks.wrong.contains(&line));
        let marked = Cell {
            mark: if rhymes() { Mark::Rhyme } else { Mark::Blank },
            fault: is_wrong.then_some(Severity::Error),
            ..shown.clone()
        };
        Some(mark_shape(&marked).el())
    };
    let press = move || {
        marks.update(|marks| {
            marks.wrong.retain(|wrong| *wrong != line);
            if let Some(rhymes) = marks.rhymes.get_mut(at) {
                *rhymes = !*rhymes;
            }
        });
    };
    fields::bare_button("cell", press)
        .set("data-place", &cell.place.to_string())
        .bind("aria-pressed", move || Some(rhymes().to_string()))
        .set("aria-label", &(phrases.rhyme_mark)(line, hanzi))
        .el(el("span")
            .class("pinyin")
            .text(cell.pinyin.clone().unwrap_or_default()))
        .el(el("span").class("hanzi").text(hanzi))
        .part(shape)
}
