//! Writing oneself: a line that a poem lacks, or a quatrain. The marks follow what is written; what the
//! check says is read out when the hand rests.

use leptos::{html, prelude::*};
use verse::{Report, Severity};
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::Exercise;
use crate::{
    browser::{page, timer::Debounce},
    learn::course::{
        drawing,
        task::{self, Task, is_own_line_right, is_quatrain_right, own_quatrain},
        verse::{Verse, first_fault, part},
    },
    ui::{El, State, div, el, fields},
    view::View,
    write::sheet::Sheet,
};

/// How long the hand must have rested.
const QUIET: u32 = 900;

/// A line of a poem.
pub fn line(exercise: Exercise, task: Task, verse: Verse, number: usize) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let poets = verse.lines_in(language);
    let poets = poets.get(number - 1).cloned().unwrap_or_default();
    let width = poets.chars().count();
    let poets = State::new(poets);
    let typed = State::new(String::new());
    let quiet = Debounce::new();
    let judge = move || {
        let Some(words) = typed.try_with_untracked(|typed| task::letters(typed)) else {
            return;
        };
        let count = words.chars().count();
        let (_, report) = task::with_own_line(verse, number, &words, language);
        if count == 0 {
            exercise.note(String::new());
        } else if is_own_line_right(&report, number, width) {
            exercise.right(
                task,
                &(phrases.poets_line)(&poets.with_untracked(String::clone)),
            );
        } else if count != width {
            exercise.note((phrases.length)(count, width));
        } else {
            let why = first_fault(&report);
            exercise.wrong(why.unwrap_or_else(|| phrases.blanks.to_owned()));
        }
    };
    let take = move |words: String| {
        typed.set(words);
        quiet.after(QUIET, judge);
    };
    let node = NodeRef::<html::Input>::new();
    let field = written(fields::input("text", node, |_| ()), take);
    div("own")
        .part(move || {
            let (text, report) = typed.with(|t| task::with_own_line(verse, number, t, language));
            let sheet = part(Sheet::new(&text, &report), verse.shown);
            Some(drawing::poem(exercise.desk(), sheet))
        })
        .el(drawing::source(exercise.desk(), verse))
        .el(el("label")
            .class("row")
            .el(el("span").class("label").text((phrases.own_line)(number)))
            .el(field.class("own-line").set("lang", "zh")))
}

/// A quatrain of one's own. It stays when the page is left.
pub fn quatrain(exercise: Exercise, task: Task) -> El {
    let phrases = exercise.phrases();
    let language = exercise.language();
    let progress = exercise.course.progress;
    let desk = exercise.desk();
    let kept = progress.with_untracked(|progress| progress.own.clone());
    let typed = State::new(kept.clone());
    let done = State::new(false);
    let quiet = Debounce::new();
    let judge = move || {
        let Some(text) = typed.try_with_untracked(String::clone) else {
            return;
        };
        let report = own_quatrain(&text, language);
        let right = is_quatrain_right(&report);
        done.set(right);
        if right {
            exercise.right(task, phrases.own_right);
        } else {
            let (right, words) = so_far(exercise, &report);
            exercise.say(right, words);
        }
    };
    let take = move |words: String| {
        typed.set(words.clone());
        progress.update(|progress| progress.own = words);
        quiet.after(QUIET, judge);
    };
    if !kept.trim().is_empty() {
        quiet.after(0, judge);
    }
    let field = el("textarea")
        .id("own-poem")
        .set("rows", "4")
        .set("lang", "zh")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .text(kept);
    let open = move || {
        desk.put(&typed.get_untracked());
        page::go(View::Write.hash());
    };
    div("own")
        .el(el("label")
            .class("row")
            .el(el("span").class("label").text(phrases.own_poem))
            .el(written(field, take)))
        .part(move || {
            let text = typed.get();
            let report = own_quatrain(&text, language);
            let sheet = Sheet::new(&text, &report);
            (!sheet.lines.is_empty()).then(|| drawing::poem(desk, sheet))
        })
        .el(fields::bare_button("main", open)
            .id("own-open")
            .flag("hidden", move || !done.get())
            .text(phrases.to_editor))
}

/// What is to be said of a quatrain that is not whole or not right.
fn so_far(exercise: Exercise, report: &Report) -> (Option<bool>, String) {
    let phrases = exercise.phrases();
    let errors = report
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Error && f.code != "wrong-number-of-lines");
    let errors: Vec<&str> = errors.map(|f| f.message.as_str()).collect();
    let lines = report.lines.len();
    let missing = move || match lines {
        0 => String::new(),
        4 => phrases.blanks.to_owned(),
        lines => (phrases.lines_so_far)(lines),
    };
    if errors.is_empty() {
        (None, missing())
    } else {
        (Some(false), errors.join("\n"))
    }
}

/// A field that is read as it changes. While words are composed, what stands in it is no verse yet.
fn written(field: El, take: impl Fn(String) + Copy + 'static) -> El {
    field
        .on("input", move |event| {
            let input = event.dyn_ref::<InputEvent>();
            if !input.is_some_and(InputEvent::is_composing) {
                take(event_target_value(&event));
            }
        })
        .on("compositionend", move |event| {
            take(event_target_value(&event))
        })
}
