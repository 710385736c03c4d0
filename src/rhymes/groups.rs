//! The groups of a book, part by part.

use verse::{RhymeBook, RhymeGroup, Tone, ToneClass, lexicon::Script};

use super::{Looking, phrases::phrases};
use crate::{
    desk::Desk,
    ui::{El, div, el, fields},
    write::rhyme_name::numbered,
};

/// The parts of a book, in its order: the number of the part, and its groups. Groups that rhyme with
/// each other are one.
fn parts(book: RhymeBook) -> Vec<(usize, Vec<RhymeGroup>)> {
    let mut parts: Vec<(usize, Vec<RhymeGroup>)> = Vec::new();
    for group in RhymeGroup::of_book(book) {
        let part = match (book, group.tone()) {
            (RhymeBook::PingShui, Tone::Level) => usize::from(group.number() >= 15),
            (RhymeBook::PingShui, Tone::Rising) => 2,
            (RhymeBook::PingShui, Tone::Departing) => 3,
            (RhymeBook::PingShui, Tone::Entering) => 4,
            (_, Tone::Level) => 0,
            (_, Tone::Entering) => 2,
            (_, Tone::Rising | Tone::Departing) => 1,
        };
        let at = match parts.iter().position(|(number, _)| *number == part) {
            Some(at) => at,
            None => {
                parts.push((part, Vec::new()));
                parts.len() - 1
            }
        };
        let of_part = &mut parts[at].1;
        if !of_part.iter().any(|other| other.rhymes_with(group)) {
            of_part.push(group);
        }
    }
    parts.sort_by_key(|(number, _)| *number);
    parts
}

/// The name of a group in a script, with its number where the book has one.
pub fn name(group: RhymeGroup, script: Script) -> String {
    let shown = match script {
        Script::Simplified => group.name(),
        Script::Traditional => group.traditional_name(),
    };
    numbered(group.book(), shown, group.class())
}

/// What a group is found by among those of its book, with all that rhyme with it.
pub fn place(group: RhymeGroup) -> String {
    let mut groups = RhymeGroup::of_book(group.book());
    let first = groups.position(|other| other.rhymes_with(group));
    first.unwrap_or_default().to_string()
}

/// All groups of the book that lies open.
pub fn all(desk: Desk, looking: Looking) -> El {
    let t = desk.words;
    let (book, script) = (looking.book.get(), looking.script());
    let sections = parts(book).into_iter().map(move |(part, groups)| {
        let title = move || match book {
            RhymeBook::PingShui => phrases(t).part_of_old_book[part],
            _ => phrases(t).part_of_other_book[part],
        };
        let buttons = groups.into_iter().map(move |group| {
            let press = move || looking.open(group);
            el("li").el(fields::bare_button("group", press)
                .set("data-group", &place(group))
                .text(name(group, script)))
        });
        el("section")
            .el(el("h3").live(move || title().to_owned()))
            .el(el("ul").class("groups").set("lang", "zh").children(buttons))
    });
    div("parts").children(sections)
}

/// The way back to them.
pub fn back(desk: Desk, looking: Looking) -> El {
    let t = desk.words;
    fields::bare_button("quiet", move || looking.close())
        .id("all-groups")
        .live(move || phrases(t).all_groups.to_owned())
}

/// The group of a book by the name and class in a look-up.
pub fn find(book: RhymeBook, name: &str, tone: Tone, class: ToneClass) -> Option<RhymeGroup> {
    let mut fitting = RhymeGroup::of_book(book).filter(|g| g.name() == name && g.class() == class);
    let first = fitting.next()?;
    let exact = RhymeGroup::of_book(book).find(|g| g.name() == name && g.tone() == tone);
    Some(exact.unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_book_has_five_parts_and_106_groups() {
        let parts = parts(RhymeBook::PingShui);
        let counts: Vec<usize> = parts.iter().map(|(_, groups)| groups.len()).collect();
        assert_eq!(counts, [15, 15, 29, 30, 17]);
    }

    #[test]
    fn groups_that_rhyme_stand_once() {
        let count = |book| {
            parts(book)
                .iter()
                .map(|(_, groups)| groups.len())
                .collect::<Vec<_>>()
        };
        assert_eq!(count(RhymeBook::Cilin), [14, 14, 5]);
        assert_eq!(count(RhymeBook::XinYun), [14, 14]);
        assert_eq!(count(RhymeBook::TongYun), [16, 16]);
    }

    #[test]
    fn names_are_those_of_the_book() {
        let group = find(RhymeBook::PingShui, "尤", Tone::Level, ToneClass::Level).unwrap();
        assert_eq!(name(group, Script::Simplified), "十一尤");
        let east = find(RhymeBook::PingShui, "东", Tone::Level, ToneClass::Level).unwrap();
        assert_eq!(name(east, Script::Traditional), "一東");
        assert_eq!(
            find(RhymeBook::PingShui, "某", Tone::Level, ToneClass::Level),
            None
        );
    }
}
