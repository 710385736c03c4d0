//! What a run changed in a poem: shown by character, taken or refused line by line or as a whole.

use muse::diff::{Change, LineDiff, Piece, diff};
use verse::{Options, Report};

use super::{run::Run, talk::talk};
use crate::{
    desk::Desk,
    ui::{El, div, el, fields, memo},
    write::replace::replaced,
};

/// What became of a poem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// The lines that differ.
    pub lines: Vec<ChangedLine>,
}

/// A line that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// The line, from 1, where it has the same number in both; it can be taken or refused by itself.
    pub number: Option<usize>,
    /// The line before, without punctuation.
    pub before: String,
    /// The line after.
    pub after: String,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

impl Changed {
    /// What differs between two texts; `None` where no line of verse does. Punctuation and layout
    /// are not compared.
    pub fn between(before: String, after: String) -> Option<Self> {
        let (old, new) = (verses(&before), verses(&after));
        let by_line = old.len() == new.len();
        let line = |found: LineDiff| {
            let of =
                |lines: &[String], at: Option<usize>| at.and_then(|at| lines.get(at - 1)).cloned();
            ChangedLine {
                number: found
                    .before
                    .filter(|_| by_line && found.before == found.after),
                before: of(&old, found.before).unwrap_or_default(),
                after: of(&new, found.after).unwrap_or_default(),
                pieces: found.pieces,
            }
        };
        let differing = diff(&old.join("\n"), &new.join("\n"))
            .into_iter()
            .filter(|found| !found.is_kept());
        let lines: Vec<_> = differing.map(line).collect();
        (!lines.is_empty()).then_some(Self {
            before,
            after,
            lines,
        })
    }
}

/// The lines of a poem, without punctuation.
fn verses(text: &str) -> Vec<String> {
    let report = verse::check(text, &Options::default());
    report.lines.iter().map(verse::Line::text).collect()
}

/// The text with another line of verse in the place of one; nothing else is touched. `None` where
/// there is no such line.
fn with_line(text: &str, report: &Report, number: usize, line: &str) -> Option<String> {
    let place = report.lines.get(number.checked_sub(1)?)?;
    replaced(text, place.start, place.end, line)
}

/// The difference that the last run made.
pub fn difference(desk: Desk, run: Run) -> El {
    let t = desk.words;
    div("difference").part(move || {
        let changed = run.changed.get()?;
        let (before, after) = (changed.before.clone(), changed.after.clone());
        let all = [
            fields::bare_button("second", move || desk.put(&before))
                .id("refuse-all")
                .live(move || talk(t).refuse_all.to_owned()),
            fields::bare_button("second", move || desk.put(&after))
                .id("take-all")
                .live(move || talk(t).take_all.to_owned()),
        ];
        let lines = changed.lines.into_iter().map(move |line| item(desk, line));
        Some(
            el("section")
                .id("difference")
                .set("aria-labelledby", "difference-title")
                .el(el("h3")
                    .id("difference-title")
                    .live(move || talk(t).difference.to_owned()))
                .el(el("ol").children(lines))
                .el(el("p").class("buttons").children(all)),
        )
    })
}

/// A line, character by character: what has gone, what has come, what stays.
pub fn shown(pieces: Vec<Piece>) -> El {
    let pieces = pieces.into_iter().map(|piece| {
        let tag = match piece.change {
            Change::Kept => "span",
            Change::Removed => "del",
            Change::Added => "ins",
        };
        el(tag).text(piece.text)
    });
    el("p").class("verse").set("lang", "zh").children(pieces)
}

/// One line, and the button that takes the old or the new one.
fn item(desk: Desk, line: ChangedLine) -> El {
    let t = desk.words;
    let ChangedLine {
        number,
        before,
        after,
        pieces,
    } = line;
    let shown = el("li").el(shown(pieces));
    let Some(number) = number else {
        return shown;
    };
    let is_new = {
        let after = after.clone();
        memo(move || {
            let line = |report: &Report| report.lines.get(number - 1).map(|l| l.text() == after);
            desk.report.with(line).unwrap_or(false)
        })
    };
    let press = move || {
        desk.field.end_composition();
        let line = if is_new.get_untracked() {
            &before
        } else {
            &after
        };
        let text = desk.text.get_untracked();
        let report = desk.report.get_untracked();
        let stands = report.lines.get(number - 1).map(verse::Line::text);
        let is_known = stands.is_some_and(|stands| stands == before || stands == after);
        match with_line(&text, &report, number, line) {
            Some(text) if is_known => desk.rewrite(&text),
            // The person has changed the line since.
            Some(text) => desk.put(&text),
            None => {}
        }
    };
    let button = fields::bare_button("quiet", press)
        .set("data-line", &number.to_string())
        .live(move || {
            let words = talk(t);
            let label = if is_new.get() {
                words.use_old
            } else {
                words.use_new
            };
            label.to_owned()
        });
    shown.flag("data-taken", move || is_new.get()).el(button)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POEM: &str = "登鹳雀楼\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。";

    #[test]
    fn only_lines_that_differ_are_told() {
        let after = POEM.replace("千里", "万里");
        let changed = Changed::between(POEM.to_owned(), after).unwrap();
        let [line] = &changed.lines[..] else {
            panic!("{:?}", changed.lines);
        };
        assert_eq!(line.number, Some(3));
        assert_eq!(
            (&line.before[..], &line.after[..]),
            ("欲穷千里目", "欲穷万里目")
        );
        let layout = POEM.replace('，', "，\n");
        assert_eq!(Changed::between(POEM.to_owned(), layout), None);
    }

    #[test]
    fn lines_of_poems_of_two_lengths_are_not_taken_one_by_one() {
        let longer = format!("{POEM}\n举头望明月，低头思故乡。");
        let changed = Changed::between(POEM.to_owned(), longer).unwrap();
        assert!(changed.lines.iter().all(|line| line.number.is_none()));
    }

    #[test]
    fn a_line_goes_into_its_place_and_nothing_else_moves() {
        // 𠮷 takes two units of UTF-16.
        let text = POEM.replace('登', "𠮷");
        let report = verse::check(&text, &Options::default());
        let with = with_line(&text, &report, 3, "更上一层楼").unwrap();
        assert_eq!(with, text.replace("欲穷千里目", "更上一层楼"));
        assert_eq!(with_line(&text, &report, 9, "更上一层楼"), None);
        assert_eq!(with_line(&text, &report, 0, "更上一层楼"), None);
    }
}
