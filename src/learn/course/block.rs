//! The pieces of a lesson.

use verse::{LineType, rules};

use super::{Course, builder::builder, drawing, lesson::Block, verse::Verse};
use crate::{
    ui::{El, div, el},
    write::rule::rule_text,
};

/// A piece.
pub fn block(course: Course, block: Block, words: &'static str) -> El {
    match block {
        Block::Words => el("p").class("prose").text(words),
        Block::Verse(verse) => shown(course, verse),
        Block::Rule(code) => {
            let rule = move || div("explanation").children(rule_text(course.desk, code));
            match rules::rule(code) {
                Some(_) => div("rule-here").el(rule()),
                // What knows of lyrics explains it.
                None => div("rule-here").part(move || course.has_come().then(rule)),
            }
        }
        Block::Types => types(course),
        Block::Builder => builder(course),
    }
}

/// Verse as the editor draws it, with its source.
fn shown(course: Course, verse: Verse) -> El {
    let desk = course.desk;
    let poem = move || drawing::poem(desk, course.checker().sheet(verse));
    let shown = div("shown");
    let shown = if verse.is_lyric() {
        shown.part(move || course.has_come().then(poem))
    } else {
        shown.el(poem())
    };
    shown.el(drawing::source(desk, verse))
}

/// The table of the four line types, as the rules have them.
fn types(course: Course) -> El {
    let phrases = course.phrases();
    let head = phrases
        .types
        .map(|name| el("th").set("scope", "col").text(name));
    let row = |line_type: LineType| {
        let pattern = |width| {
            el("td")
                .set("lang", drawing::script(course.desk.language()))
                .text(line_type.pattern_text(width))
        };
        el("tr")
            .el(el("th").set("scope", "row").text(line_type.letter()))
            .el(pattern(5))
            .el(pattern(7))
    };
    el("table")
        .class("types")
        .set("aria-label", phrases.types_label)
        .el(el("thead").el(el("tr").children(head)))
        .el(el("tbody").children(LineType::ALL.map(row)))
}
