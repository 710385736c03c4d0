//! Choosing among answers.

use verse::{Kind, LineType, antithesis::Category};

use super::Exercise;
use crate::{
    learn::course::{
        drawing::{self, without_faults, without_types},
        phrases::Shape,
        task::{BLANK, Task, answers, char_at, filled, offered},
        verse::{Place, Verse, first_fault, is_sound},
    },
    ui::{El, State, div, el, fields},
};

/// An answer: what stands on its button, and what is said of it: whether it is right, and why.
pub struct Answer {
    /// Its first words, larger.
    pub head: String,
    /// More words.
    pub rest: String,
    /// Judges it.
    pub judge: Box<dyn Fn() -> Judged + Send>,
}

/// Whether an answer is right, and why.
pub type Judged = Result<String, String>;

/// The type of a line.
pub fn line_type(exercise: Exercise, task: Task, verse: Verse, line: usize) -> El {
    let phrases = exercise.phrases();
    let report = exercise.checker().report(verse);
    let line = line.checked_sub(1).and_then(|at| report.lines.get(at));
    let own = line.and_then(|line| line.line_type);
    let width = line.map_or(0, |line| line.chars.len());
    let answer = |line_type: LineType| {
        let shape = Shape { line_type, width };
        Answer {
            head: line_type.letter().to_string(),
            rest: shape.pattern(),
            judge: Box::new(move || {
                if own == Some(line_type) {
                    Ok((phrases.type_because)(shape))
                } else {
                    Err((phrases.type_hint)(shape))
                }
            }),
        }
    };
    let sheet = without_types(exercise.checker().sheet(verse));
    div("choosing")
        .el(drawing::poem(exercise.desk(), sheet))
        .el(answers_to(exercise, task, LineType::ALL.map(answer)))
}

/// What sort of verse it is.
pub fn kind(exercise: Exercise, task: Task, verse: Verse) -> El {
    let phrases = exercise.phrases();
    let own = exercise.checker().report(verse).kind;
    let answer = |kind: Kind| Answer {
        head: String::new(),
        rest: (phrases.kind)(kind).to_owned(),
        judge: Box::new(move || {
            if own == kind {
                Ok((phrases.kind_because)(kind).to_owned())
            } else {
                Err(phrases.kind_hint.to_owned())
            }
        }),
    };
    let sheet = without_types(exercise.checker().sheet(verse));
    let kinds = [Kind::Regulated, Kind::ObliqueRhymed, Kind::OldStyle];
    div("choosing")
        .el(drawing::poem(exercise.desk(), sheet))
        .el(drawing::source(exercise.desk(), verse))
        .el(answers_to(exercise, task, kinds.map(answer)))
}

/// The character that stands at a place.
pub fn fill(
    exercise: Exercise,
    task: Task,
    verse: Verse,
    place: Place,
    others: &'static str,
) -> El {
    let checker = exercise.checker();
    let answer = |character: char| {
        let report = filled(&checker, verse, place, character);
        let shown = char_at(&report, place).map_or(character, |char| char.character);
        Answer {
            head: shown.to_string(),
            rest: String::new(),
            judge: Box::new(move || match first_fault(&report) {
                None if is_sound(&report) => Ok(String::new()),
                fault => Err(fault.unwrap_or_default()),
            }),
        }
    };
    let offered = offered(verse, place, others);
    gap(exercise, verse, place).el(answers_to(exercise, task, offered.into_iter().map(answer)))
}

/// The character that answers the one above it.
pub fn answer(
    exercise: Exercise,
    task: Task,
    verse: Verse,
    place: Place,
    (asked, choices): (Category, &'static [(char, Category)]),
) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let checker = exercise.checker();
    let above = (place.0 - 1, place.1);
    let above = verse.character_in(above, language).unwrap_or(BLANK);
    let answer = |&(character, own): &(char, Category)| {
        let report = filled(&checker, verse, place, character);
        let shown = char_at(&report, place).map_or(character, |char| char.character);
        Answer {
            head: shown.to_string(),
            rest: String::new(),
            judge: Box::new(move || {
                let (one, other) = (asked.name(language), own.name(language));
                if answers(&report, asked, own) {
                    Ok((phrases.same_class)(above, shown, &one))
                } else if asked == own {
                    Err(first_fault(&report).unwrap_or_default())
                } else {
                    Err((phrases.other_class)([(above, &one), (shown, &other)]))
                }
            }),
        }
    };
    gap(exercise, verse, place).el(answers_to(exercise, task, choices.iter().map(answer)))
}

/// The verse with a gap.
fn gap(exercise: Exercise, verse: Verse, (line, place): Place) -> El {
    let sheet = exercise.checker().sheet(verse.with(line, place, BLANK));
    div("choosing")
        .el(drawing::poem(exercise.desk(), without_faults(sheet)))
        .el(drawing::source(exercise.desk(), verse))
}

/// The answers.
pub fn answers_to(exercise: Exercise, task: Task, answers: impl IntoIterator<Item = Answer>) -> El {
    let chosen: State<Option<(usize, bool)>> = State::new(None);
    let button = |(at, answer): (usize, Answer)| {
        let Answer { head, rest, judge } = answer;
        let press = move || {
            let judged = judge();
            chosen.set(Some((at, judged.is_ok())));
            match judged {
                Ok(why) => exercise.right(task, &why),
                Err(why) => exercise.wrong(why),
            }
        };
        let found = move || {
            let (chosen, right) = chosen.get()?;
            (chosen == at).then(|| if right { "yes" } else { "no" }.to_owned())
        };
        fields::bare_button("second answer", press)
            .bind("data-found", found)
            .el(el("span").class("head").text(head))
            .el(el("span").class("rest").text(rest))
    };
    div("answers")
        .set("role", "group")
        .set("aria-label", exercise.phrases().choose)
        .children(answers.into_iter().enumerate().map(button))
}
