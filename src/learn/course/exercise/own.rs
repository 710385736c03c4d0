//! Writing oneself: a line that a poem lacks, a quatrain or a lyric. The marks follow what is written; what the
//! check says is read out when the hand rests.

use leptos::{html, prelude::*};
use verse::{Report, Severity};
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::Exercise;
use crate::{
    browser::{page, timer::Debounce},
    keep::progress::Progress,
    learn::course::{
        checker::Checker,
        drawing,
        phrases::Phrases,
        task::{
            self, TUNE, TUNE_LENGTH, Task, is_lyric_right, is_own_line_right, is_quatrain_right,
            known, lyric_on_paper, own_quatrain,
        },
        verse::{Verse, first_fault, part},
    },
    ui::{El, State, div, el, fields, memo, watch},
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
        let (report, _) = task::with_own_line(&exercise.checker(), verse, number, &words);
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
            let checker = exercise.checker();
            let (_, sheet) = typed.with(|t| task::with_own_line(&checker, verse, number, t));
            let sheet = part(sheet, verse.shown);
            Some(drawing::poem(exercise.desk(), sheet))
        })
        .el(drawing::source(exercise.desk(), verse))
        .el(el("label")
            .class("row")
            .el(el("span").class("label").text((phrases.own_line)(number)))
            .el(field.class("own-line").set("lang", "zh")))
}

/// A whole poem of one's own.
pub struct Own {
    /// The ids of its field and of what puts it into the editor.
    ids: [&'static str; 2],
    /// How many lines it has.
    rows: &'static str,
    /// What its field is called.
    label: fn(&Phrases) -> &'static str,
    /// What is said when it is right.
    done: fn(&Phrases, &Report) -> String,
    /// Where it is kept.
    kept: fn(&mut Progress) -> &mut String,
    /// What the check says of it, and how it is drawn.
    read: fn(&Checker, &str) -> (Report, Sheet),
    /// Whether it is right.
    is_right: fn(&Report) -> bool,
    /// What is said as long as it is not.
    so_far: fn(Exercise, &Report) -> (Option<bool>, String),
    /// How the editor takes it.
    on_paper: fn(&Checker, &str) -> String,
}

/// A quatrain.
pub static QUATRAIN: Own = Own {
    ids: ["own-poem", "own-open"],
    rows: "4",
    label: |phrases| phrases.own_poem,
    done: |phrases, _| phrases.own_right.to_owned(),
    kept: |progress| &mut progress.own,
    read: |checker, text| {
        let report = own_quatrain(text, checker.language);
        let sheet = Sheet::new(text, &report);
        (report, sheet)
    },
    is_right: is_quatrain_right,
    so_far: quatrain_so_far,
    on_paper: |_, text| text.to_owned(),
};

/// A lyric.
pub static LYRIC: Own = Own {
    ids: ["own-lyric", "own-lyric-open"],
    rows: "7",
    label: |phrases| phrases.own_lyric,
    done: |phrases, report| {
        // What poets do now and then is no error; it is said all the same.
        let doubt = first_fault(report);
        let words = std::iter::once(phrases.own_lyric_right.to_owned()).chain(doubt);
        words.collect::<Vec<_>>().join("\n")
    },
    kept: |progress| &mut progress.own_lyric,
    read: own_lyric,
    is_right: is_lyric_right,
    so_far: lyric_so_far,
    on_paper: |checker, text| {
        let (report, _) = own_lyric(checker, text);
        lyric_on_paper(text, report.title.as_deref(), checker.language)
    },
};

/// A poem of one's own. It stays when the page is left.
pub fn poem(exercise: Exercise, task: Task, own: &'static Own) -> El {
    let phrases = exercise.phrases();
    let progress = exercise.course.progress;
    let desk = exercise.desk();
    let mut before = progress.get_untracked();
    let kept = (own.kept)(&mut before).clone();
    let typed = State::new(kept.clone());
    let done = State::new(false);
    let quiet = Debounce::new();
    let judge = move || {
        let Some(text) = typed.try_with_untracked(String::clone) else {
            return;
        };
        let (report, _) = (own.read)(&exercise.checker(), &text);
        let right = (own.is_right)(&report);
        done.set(right);
        if right {
            exercise.right(task, &(own.done)(phrases, &report));
        } else {
            let (right, words) = (own.so_far)(exercise, &report);
            exercise.say(right, words);
        }
    };
    let take = move |words: String| {
        typed.set(words.clone());
        progress.update(|progress| *(own.kept)(progress) = words);
        quiet.after(QUIET, judge);
    };
    if !kept.trim().is_empty() {
        quiet.after(0, judge);
    }
    // Another tab may go on with it.
    let kept_now = memo(move || {
        let mut progress = progress.get();
        std::mem::take((own.kept)(&mut progress))
    });
    watch(move |_| {
        let kept = kept_now.get();
        if typed.with_untracked(|typed| *typed != kept) {
            typed.set(kept);
            quiet.after(QUIET, judge);
        }
    });
    let node = NodeRef::<html::Textarea>::new();
    fields::follow(node, move || kept_now.get());
    let [field_id, open_id] = own.ids;
    let field = el("textarea")
        .id(field_id)
        .set("rows", own.rows)
        .set("lang", "zh")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .node(node);
    let open = move || {
        let text = typed.with_untracked(|typed| (own.on_paper)(&exercise.checker(), typed));
        desk.put(&text);
        page::go(View::Write.hash());
    };
    div("own")
        .el(el("label")
            .class("row")
            .el(el("span").class("label").text((own.label)(phrases)))
            .el(written(field, take)))
        .part(move || {
            let (_, sheet) = typed.with(|text| (own.read)(&exercise.checker(), text));
            (!sheet.lines.is_empty()).then(|| drawing::poem(desk, sheet))
        })
        .el(fields::bare_button("main", open)
            .id(open_id)
            .flag("hidden", move || !done.get())
            .text(phrases.to_editor))
}

/// What is to be said of a quatrain that is not whole or not right.
fn quatrain_so_far(exercise: Exercise, report: &Report) -> (Option<bool>, String) {
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

/// What the check says of a lyric of one's own, and how it is drawn: open places are those of the tune.
fn own_lyric(checker: &Checker, text: &str) -> (Report, Sheet) {
    let lyric = checker.lyric(text, TUNE, true);
    // Nothing is drawn of what is far too long for any lyric.
    lyric.unwrap_or_else(|| {
        (
            verse::check("", &verse::Options::default()),
            Sheet::default(),
        )
    })
}

/// What is to be said of a lyric that is not whole or not right.
fn lyric_so_far(exercise: Exercise, report: &Report) -> (Option<bool>, String) {
    let errors = report
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Error);
    let errors: Vec<&str> = errors.map(|f| f.message.as_str()).collect();
    if !errors.is_empty() {
        return (Some(false), errors.join("\n"));
    }
    let words = match known(report) {
        0 => String::new(),
        count => (exercise.phrases().lyric_so_far)(count, TUNE_LENGTH),
    };
    (None, words)
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
