//! Putting the lines of a quatrain in order.

use super::Exercise;
use crate::{
    browser::viewport,
    learn::course::{
        drawing::{script, source_words},
        task::{Task, arranged},
        verse::{Verse, check, first_fault, in_script, is_sound},
    },
    ui::{El, State, div, el, fields},
};

/// The lines. The first stays where it is.
pub fn order(exercise: Exercise, task: Task, poem: &'static str, start: [usize; 3]) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let [two, three, four] = start;
    let now = State::new([1, two, three, four]);
    let places = (0..4).map(|at| place(exercise, poem, now, at));
    let look = move || {
        let text = arranged(poem, now.get_untracked());
        let report = check(&in_script(text, language), language);
        if is_sound(&report) {
            let whole = Verse::of(poem, 1, 4);
            exercise.right(task, &source_words(language, whole));
        } else {
            exercise.wrong(first_fault(&report).unwrap_or_default());
        }
    };
    div("ordering")
        .el(el("ol").class("order").children(places))
        .el(fields::bare_button("main check-it", look).text(phrases.check))
}

/// One place (from 0) and the line that stands there.
fn place(exercise: Exercise, poem: &'static str, now: State<[usize; 4]>, at: usize) -> El {
    let phrases = exercise.phrases();
    let lines = State::new(Verse::of(poem, 1, 4).lines_in(exercise.language()));
    let line = move || {
        let number = now.with(|now| now.get(at).copied().unwrap_or(1));
        lines.with_untracked(|lines| lines.get(number - 1).cloned().unwrap_or_default())
    };
    let shift = move |up: bool| {
        let to = if up { at - 1 } else { at + 1 };
        let moved = line();
        now.update(|now| now.swap(at, to));
        exercise.note((phrases.moved)(&moved, to + 1));
        // The focus goes with the line; at an end only the other way is left.
        let way = match to {
            1 => "down",
            3 => "up",
            _ if up => "up",
            _ => "down",
        };
        viewport::focus_matching(&format!(
            ".ordering:focus-within [data-at=\"{}\"] .{way}",
            to + 1
        ));
    };
    let button = |class: &'static str, up: bool, possible: bool| {
        let label = if up { phrases.up } else { phrases.down };
        let short = if up {
            phrases.up_short
        } else {
            phrases.down_short
        };
        fields::bare_button(class, move || shift(up))
            .property("disabled", move || !possible)
            .bind("aria-label", move || Some(label(&line())))
            .text(short)
    };
    let item = el("li").set("data-at", &(at + 1).to_string()).el(el("span")
        .class("verse")
        .set("lang", script(exercise.language()))
        .live(line));
    if at == 0 {
        return item;
    }
    item.el(button("quiet up", true, at > 1))
        .el(button("quiet down", false, at < 3))
}
