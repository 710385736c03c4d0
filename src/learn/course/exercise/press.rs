//! Pressing the character that is looked for.

use verse::{Report, Slot, ToneClass};
use web_sys::KeyboardEvent;

use super::{Exercise, reading};
use crate::{
    browser::{keys::plain_key, viewport},
    learn::course::{
        drawing::{self, without_faults, without_marks},
        task::{Task, char_at, is_entering, is_fault},
        verse::{Place, Verse},
    },
    ui::{El, State, div},
    write::sheet::Sheet,
};

/// A character of the entering tone.
pub fn entering(exercise: Exercise, task: Task, verse: Verse) -> El {
    let language = exercise.language();
    let report = exercise.checker().report(verse);
    let sheet = without_marks(exercise.checker().sheet(verse));
    let phrases = exercise.phrases();
    let judge = move |place: Place| {
        let why = char_at(&report, place).map(|char| reading(language, &report, char));
        let why = why.unwrap_or_default();
        if is_entering(&report, place) {
            exercise.right(task, &why);
            true
        } else {
            exercise.wrong([&why, phrases.not_entering].join(" "));
            false
        }
    };
    lines(exercise, verse, sheet, judge)
}

/// A character at which there is a finding.
pub fn fault(exercise: Exercise, task: Task, verse: Verse, code: &'static str) -> El {
    let language = exercise.language();
    let report = exercise.checker().report(verse);
    let sheet = without_faults(exercise.checker().sheet(verse));
    let phrases = exercise.phrases();
    let judge = move |place: Place| {
        if is_fault(&report, code, place) {
            let mut why = messages(&report, code);
            if let Some(poets) = verse
                .change
                .and_then(|(changed, _)| verse.character_in(changed, language))
            {
                why.push(' ');
                why.push_str(&(phrases.poets)(poets));
            }
            exercise.right(task, &why);
            return true;
        }
        let Some(char) = char_at(&report, place) else {
            return false;
        };
        let asked = match char.slot {
            Some(Slot::Level | Slot::Rhyme) => Some(ToneClass::Level),
            Some(Slot::Oblique) => Some(ToneClass::Oblique),
            _ => None,
        };
        let of_place = match char.slot {
            // A lyric rhymes oblique, too.
            Some(Slot::Rhyme) if verse.is_lyric() => phrases.rhymes_here,
            Some(_) => (phrases.asked)(asked),
            None => "",
        };
        let why = reading(language, &report, char);
        exercise.wrong([&why, of_place, phrases.elsewhere].join(" "));
        false
    };
    lines(exercise, verse, sheet, judge)
}

/// What the findings with a code say.
fn messages(report: &Report, code: &str) -> String {
    let found = report.findings.iter().filter(|f| f.code == code);
    let messages: Vec<&str> = found.map(|f| f.message.as_str()).collect();
    messages.join(" ")
}

/// The lines, their characters to be pressed. One of them is reached by Tab, the others from there by
/// the arrow keys.
fn lines(
    exercise: Exercise,
    verse: Verse,
    sheet: Sheet,
    judge: impl Fn(Place) -> bool + Clone + Send + 'static,
) -> El {
    let desk = exercise.desk();
    let phrases = exercise.phrases();
    let pressed: State<Option<(Place, bool)>> = State::new(None);
    let first = sheet.lines.first().map_or(1, |line| line.number);
    let here = State::new((first, 1));
    let widths: Vec<usize> = sheet.lines.iter().map(|line| line.cells.len()).collect();
    let drawn = drawing::pressed(desk, sheet, |button, cell, line| {
        let place = (line, cell.place);
        let judge = judge.clone();
        let press = move |_| {
            here.set(place);
            pressed.set(Some((place, judge(place))));
        };
        let found = move || {
            let (at, right) = pressed.get()?;
            (at == place).then(|| if right { "yes" } else { "no" }.to_owned())
        };
        // The mark is for the eye; who hears the button is told the class.
        let class = match cell.class {
            "level" => Some(ToneClass::Level),
            "oblique" => Some(ToneClass::Oblique),
            _ => None,
        };
        let label = class.map(|class| (phrases.marked)(cell.hanzi, Some(class)));
        button
            .set_some("aria-label", label.as_deref())
            .bind("tabindex", move || {
                let reached = here.get() == place;
                Some(if reached { "0" } else { "-1" }.to_owned())
            })
            .bind("data-found", found)
            .on("click", press)
    });
    let keys = move |event: web_sys::Event| {
        let Some(key) = plain_key(&event).map(KeyboardEvent::key) else {
            return;
        };
        let from = here.get_untracked();
        if let Some(to) = moved(&widths, first, from, &key) {
            event.prevent_default();
            here.set(to);
            let (line, place) = to;
            viewport::focus_matching(&format!(
                ".press:focus-within [data-line=\"{line}\"] [data-place=\"{place}\"]"
            ));
        }
    };
    div("press")
        .set("role", "group")
        .set("aria-label", phrases.press)
        .on("keydown", keys)
        .el(drawn)
        .el(drawing::source(desk, verse))
}

/// Where an arrow key leads among lines of these widths, of which the first has this number.
fn moved(widths: &[usize], first: usize, (line, place): Place, key: &str) -> Option<Place> {
    let at = line.checked_sub(first)?;
    let (at, place) = match key {
        "ArrowLeft" => (at, place.checked_sub(1)?),
        "ArrowRight" => (at, place + 1),
        "ArrowUp" => (at.checked_sub(1)?, place),
        "ArrowDown" => (at + 1, place),
        _ => return None,
    };
    let width = *widths.get(at)?;
    (1..=width).contains(&place).then_some((at + first, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_stay_within_the_lines_that_are_shown() {
        let widths = [5, 5];
        let go = |from, key| moved(&widths, 3, from, key);
        assert_eq!(go((3, 1), "ArrowRight"), Some((3, 2)));
        assert_eq!(go((3, 1), "ArrowLeft"), None);
        assert_eq!(go((3, 5), "ArrowRight"), None);
        assert_eq!(go((3, 2), "ArrowDown"), Some((4, 2)));
        assert_eq!(go((4, 2), "ArrowDown"), None);
        assert_eq!(go((4, 2), "ArrowUp"), Some((3, 2)));
        assert_eq!(go((3, 2), "ArrowUp"), None);
        assert_eq!(go((3, 2), "Enter"), None);
    }
}
