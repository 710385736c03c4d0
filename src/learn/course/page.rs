//! A lesson.

use super::{
    Course, address,
    block::block,
    exercise::thing,
    lesson::{Block, Lesson},
    lessons::LESSONS,
};
use crate::{
    ui::{El, div, el},
    view::View,
    write::head::pinyin_box,
};

/// The lesson at a place, from 0. It is put together anew in another language.
pub fn page(course: Course, at: usize, lesson: &'static Lesson) -> El {
    let text = lesson.text(course.desk.language());
    let phrases = course.phrases();
    let mut words = text.words.iter();
    let blocks = lesson.blocks.iter().map(|piece| {
        let words = match piece {
            Block::Words => words.next(),
            _ => None,
        };
        block(course, *piece, words.copied().unwrap_or_default())
    });
    let blocks: Vec<El> = blocks.collect();
    let things = (0..lesson.things.len()).map(|number| thing(course, lesson, number));
    let back = el("a")
        .class("back")
        .set("href", View::Learn.hash())
        .text(phrases.all);
    let title = el("h3")
        .id("lesson-title")
        .set("tabindex", "-1")
        .el(el("span").class("number").text((phrases.lesson)(at + 1)))
        .el(el("span").text(text.title));
    el("article")
        .class("lesson")
        .set("data-lesson", lesson.id)
        .set("aria-labelledby", "lesson-title")
        .el(back)
        .el(title)
        .el(el("p").class("about").text(text.about))
        .el(coming(course, lesson))
        .el(pinyin_box(course.desk, "lesson-pinyin", |s| s.pinyin_long))
        .children(blocks)
        .children(things)
        .el(ways(course, at))
}

/// What is said while what knows of lyrics is on its way. The words of the lesson are there before it; what
/// it draws and judges comes by itself.
fn coming(course: Course, lesson: &Lesson) -> El {
    let needs = lesson.has_lyrics();
    let t = course.desk.words;
    div("coming-here")
        .set("role", "status")
        .flag("hidden", move || !needs)
        .when(
            move || needs && !course.has_come(),
            move || el("p").class("coming").say(t, |s| s.coming),
        )
}

/// The ways to the lessons beside this one.
fn ways(course: Course, at: usize) -> El {
    let phrases = course.phrases();
    let way = |at: Option<usize>, class: &'static str, say: fn(&str) -> String| {
        let at = at?;
        let title = LESSONS.get(at)?.text(course.desk.language()).title;
        Some(
            el("a")
                .class(class)
                .set("href", &address(at))
                .text(say(title)),
        )
    };
    let before = way(at.checked_sub(1), "before-this", phrases.previous);
    let after = way(Some(at + 1), "after-this", phrases.next);
    el("nav")
        .class("ways-on")
        .set("aria-label", phrases.ways)
        .children(before.into_iter().chain(after))
}
