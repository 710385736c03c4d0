//! The list of lessons: what each is about, how much of it is done, where one was.

use super::{Course, address, lesson::Lesson, lessons::LESSONS};
use crate::{
    keep::progress::Progress,
    ui::{El, State, div, el, fields, picture::picture},
};

/// The list.
pub fn list(course: Course) -> El {
    let lessons = LESSONS
        .iter()
        .enumerate()
        .map(|(at, lesson)| item(course, at, lesson));
    el("section")
        .id("course")
        .class("course")
        .set("aria-labelledby", "course-name")
        .el(el("h3")
            .id("course-name")
            .live(move || course.phrases().course.to_owned()))
        .el(el("p")
            .class("hint")
            .live(move || course.phrases().about.to_owned()))
        .el(go_on(course))
        .el(el("ol").class("lessons").children(lessons))
        .el(reset(course))
}

/// How many lessons are done, and the way to where one was.
fn go_on(course: Course) -> El {
    let done = move || {
        let is_done = |lesson: &&&Lesson| course.done(lesson) == lesson.things.len();
        LESSONS.iter().filter(is_done).count()
    };
    let last = move || {
        let last = course.progress.with(|progress| progress.last.clone())?;
        let at = LESSONS.iter().position(|lesson| lesson.id == last)?;
        let title = LESSONS.get(at)?.text(course.desk.language()).title;
        let words = (course.phrases().go_on)(at + 1, title);
        Some(el("a").id("go-on").set("href", &address(at)).text(words))
    };
    el("p")
        .class("course-state")
        .el(el("span").live(move || (course.phrases().done)(done(), LESSONS.len())))
        .part(last)
}

/// A lesson.
fn item(course: Course, at: usize, lesson: &'static Lesson) -> El {
    let text = move || lesson.text(course.desk.language());
    let all = lesson.things.len();
    let state = move || (course.phrases().state)(course.done(lesson), all);
    let kind = move || match course.done(lesson) {
        0 => "none",
        done if done == all => "all",
        _ => "some",
    };
    let link = el("a")
        .set("href", &address(at))
        .el(el("span")
            .class("number")
            .live(move || (course.phrases().lesson)(at + 1)))
        .el(el("span")
            .class("title")
            .live(move || text().title.to_owned()))
        .el(el("span")
            .class("about")
            .live(move || text().about.to_owned()))
        .el(el("span")
            .class("state")
            .bind("data-state", move || Some(kind().to_owned()))
            .part(move || Some(shape(kind())))
            .el(el("span").live(state)));
    el("li").set("data-lesson", lesson.id).el(link)
}

/// How much is done, as a shape: an empty ring, a half one, a full one with a tick.
fn shape(kind: &str) -> El {
    let ring = ("line", "M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z".to_owned());
    let paths = match kind {
        "all" => vec![
            ("solid", ring.1),
            ("tick", "M6 10.5l3 3l5.5 -6.5".to_owned()),
        ],
        "some" => vec![ring, ("solid", "M10 2a8 8 0 0 0 0 16Z".to_owned())],
        _ => vec![ring],
    };
    // As large as a letter also where the style sheet has not come.
    picture("done", "0 0 20 20", paths)
        .set("width", "16")
        .set("height", "16")
}

/// Forgets the progress, when it is asked for twice.
fn reset(course: Course) -> El {
    let asks = State::new(false);
    let told = State::new(false);
    let some = move || {
        course.progress.with(|progress| {
            !progress.solved.is_empty()
                || progress.last.is_some()
                || !progress.own.is_empty()
                || !progress.own_lyric.is_empty()
        })
    };
    let ask = move || {
        told.set(false);
        asks.set(true);
    };
    let yes = move || {
        course.progress.set(Progress::default());
        asks.set(false);
        told.set(true);
    };
    let no = move || asks.set(false);
    let say =
        move |pick: fn(&super::Phrases) -> &'static str| move || pick(course.phrases()).to_owned();
    div("reset")
        .el(fields::bare_button("quiet", ask)
            .id("course-reset")
            .flag("hidden", move || asks.get() || !some())
            .live(say(|p| p.reset)))
        .el(div("sure")
            .flag("hidden", move || !asks.get())
            .el(el("p").live(say(|p| p.reset_sure)))
            .el(fields::bare_button("second", yes)
                .id("course-reset-yes")
                .live(say(|p| p.reset_yes)))
            .el(fields::bare_button("second", no)
                .id("course-reset-no")
                .live(say(|p| p.reset_no))))
        .el(el("p").set("role", "status").class("hint").live(move || {
            let done = if told.get() {
                course.phrases().reset_done
            } else {
                ""
            };
            done.to_owned()
        }))
}
