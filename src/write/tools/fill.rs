//! Writing into the pattern. The sheet draws what is open; what is written stands in the text field as
//! ever, with □ for a character that has not been found yet.

use std::time::Duration;

use leptos::prelude::set_timeout;
use verse::Report;

use super::typing::edit;
use crate::{
    desk::{Desk, is_lyric},
    ui::watch,
};

/// A character that has not been found yet.
const BLANK: &str = "□";

/// Where a place of the poem is in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// A stretch of the text, in UTF-16 units.
    pub range: (usize, usize),
    /// What has to stand there so that the caret behind it is at the place; nothing where the place has
    /// a character, which then is the stretch.
    pub piece: String,
    /// Whether the place has a character.
    pub is_written: bool,
}

/// Where a place (line and position from 1) is in a text of which this is the report; where it has not
/// been written yet, blanks lead up to it.
pub fn placing(text: &str, report: &Report, (line, position): (usize, usize)) -> Option<Placing> {
    let (at, before) = (line.checked_sub(1)?, position.checked_sub(1)?);
    let own = report.lines.get(at)?;
    let char = own.chars.get(before)?;
    let written = own.written();
    if before < written {
        return Some(Placing {
            range: (char.at, char.at + char.character.len_utf16()),
            piece: String::new(),
            is_written: true,
        });
    }
    if written > 0 {
        return Some(Placing {
            range: (own.end, own.end),
            piece: BLANK.repeat(before - written),
            is_written: false,
        });
    }
    let mut piece = String::new();
    let last = report.lines.iter().rposition(|line| line.written() > 0);
    let end = last
        .and_then(|last| report.lines.get(last))
        .map(|line| line.end);
    // What stands behind the last line: its stop.
    let units = text.encode_utf16().count();
    let start = end.unwrap_or(0);
    let rest = String::from_utf16_lossy(&text.encode_utf16().skip(start).collect::<Vec<_>>());
    let rest = rest.trim_end();
    if let Some(line) = last.and_then(|last| report.lines.get(last)) {
        piece.push_str(&BLANK.repeat(line.chars.len() - line.written()));
    }
    piece.push_str(rest);
    if let Some(last) = last.filter(|_| rest.is_empty()) {
        piece.push(stop(last));
    }
    if start + rest.len() > 0 {
        piece.push('\n');
    }
    for number in last.map_or(0, |last| last + 1)..at {
        let width = report.lines.get(number).map_or(0, |line| line.chars.len());
        piece.push_str(&BLANK.repeat(width));
        piece.push(stop(number));
        piece.push('\n');
    }
    piece.push_str(&BLANK.repeat(before));
    Some(Placing {
        range: (start, units),
        piece,
        is_written: false,
    })
}

/// What stands behind a line (from 0).
const fn stop(number: usize) -> char {
    if number.is_multiple_of(2) {
        '，'
    } else {
        '。'
    }
}

/// How many blanks behind the caret have been written over: as many as the line is too long. `width` is how
/// long a line (from 1) should be.
fn written_over(
    text: &str,
    report: &Report,
    width: impl Fn(usize) -> usize,
    caret: usize,
) -> usize {
    let mut lines = report.lines.iter().zip(1..);
    let Some((line, number)) = lines.find(|(line, _)| line.start < caret && caret <= line.end)
    else {
        return 0;
    };
    // Up to the next mark: a lyric's line that is too long may have been read as two.
    let from: Vec<u16> = text.encode_utf16().skip(line.start).collect();
    let from = String::from_utf16_lossy(&from);
    let is_written = |c: &char| c.is_alphabetic() || BLANK.contains(*c);
    let long = from.chars().take_while(is_written).count();
    let too_long = long.saturating_sub(width(number));
    let behind = text.encode_utf16().skip(caret).take(too_long);
    let blank = BLANK.encode_utf16().next();
    behind.take_while(|unit| Some(*unit) == blank).count()
}

/// Puts the caret of the field at a place; a character that stands there is selected, so that typing
/// takes its place.
pub fn go_to(desk: Desk, place: (usize, usize)) {
    desk.field.end_composition();
    let text = desk.text.get_untracked();
    let placing = desk
        .report
        .with_untracked(|report| placing(&text, report, place));
    match placing {
        Some(placing) if placing.is_written || placing.piece.is_empty() => {
            desk.field.select(placing.range);
        }
        Some(placing) => edit(desk, placing.range, &placing.piece),
        None => {}
    }
}

/// Puts a word into a place and those behind it, as if it were typed there in the place of what they
/// have.
pub fn put(desk: Desk, place: (usize, usize), word: &str) {
    desk.field.end_composition();
    let text = desk.text.get_untracked();
    let stretch = desk
        .report
        .with_untracked(|report| stretch(&text, report, place, word.chars().count()));
    if let Some((range, before)) = stretch {
        edit(desk, range, &[&before, word].concat());
    }
}

/// The part of the text that so many characters from a place on take the place of, in UTF-16 units, and
/// what has to stand before them.
fn stretch(
    text: &str,
    report: &Report,
    place: (usize, usize),
    count: usize,
) -> Option<((usize, usize), String)> {
    let first = placing(text, report, place)?;
    let ends = (1..count).filter_map(|more| {
        let next = placing(text, report, (place.0, place.1 + more))?;
        next.is_written.then_some(next.range.1)
    });
    let end = ends.max().unwrap_or(first.range.1);
    Some(((first.range.0, end), first.piece))
}

/// Takes away the blanks that are written over, as long as the poem is written into a pattern. The
/// field is left in peace until what was typed is in it.
pub fn keep_tidy(desk: Desk) {
    watch(move |first| {
        desk.text.track();
        if !first && desk.plan.with_untracked(|plan| plan.on) {
            set_timeout(move || tidy(desk), Duration::ZERO);
        }
    });
}

fn tidy(desk: Desk) {
    let Some(caret) = desk.field.caret() else {
        return;
    };
    let of_verse = desk.options().form.map_or(0, verse::Form::width);
    let lyrics = desk.lyrics.get_untracked();
    let lyrics = lyrics.filter(|_| desk.report.with_untracked(is_lyric));
    let width = |line| match &lyrics {
        // A line that the form has not is nobody's to shorten.
        Some(lyrics) => lyrics.length(line).unwrap_or(usize::MAX),
        None => of_verse,
    };
    let text = desk.text.get_untracked();
    let over = desk
        .report
        .with_untracked(|report| written_over(&text, report, width, caret));
    if over > 0 {
        edit(desk, (caret, caret + over), "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::replace::replaced;
    use verse::{Form, Options, check};

    fn report(text: &str) -> Report {
        let options = Options {
            form: Some(Form::FiveQuatrain),
            unfinished: true,
            ..Options::default()
        };
        check(text, &options)
    }

    /// The text with a letter at the place, written there.
    fn with(text: &str, place: (usize, usize)) -> String {
        let Placing { range, piece, .. } = placing(text, &report(text), place).unwrap();
        replaced(text, range.0, range.1, &format!("{piece}山")).unwrap()
    }

    #[test]
    fn what_is_written_is_written_over_and_what_is_not_is_led_up_to() {
        for (text, place, expected) in [
            ("", (1, 1), "山"),
            ("", (1, 3), "□□山"),
            ("", (3, 2), "□□□□□，\n□□□□□。\n□山"),
            ("白日依山尽，", (1, 4), "白日依山尽，"),
            ("白日□山尽，", (1, 3), "白日山山尽，"),
            ("白日", (1, 3), "白日山"),
            ("白日", (1, 5), "白日□□山"),
            ("白日，黄河", (1, 4), "白日□山，黄河"),
            ("白日", (2, 2), "白日□□□，\n□山"),
            ("白日依山尽，\n\n", (2, 1), "白日依山尽，\n山"),
            (
                "白日依山尽，黄河入海流。",
                (4, 1),
                "白日依山尽，黄河入海流。\n□□□□□，\n山",
            ),
            ("春望\n\n白日，", (1, 3), "春望\n\n白日山，"),
        ] {
            assert_eq!(with(text, place), expected, "{text} {place:?}");
        }
        for place in [(0, 1), (1, 0), (5, 1), (1, 6)] {
            assert_eq!(placing("白日", &report("白日"), place), None);
        }
    }

    #[test]
    fn what_is_put_is_where_it_was_to_be() {
        for text in [
            "",
            "白",
            "白日依山尽，黄",
            "春望\n杜甫\n\n国破山，城春草木深。",
            "。",
        ] {
            for line in 1..=4 {
                for position in 1..=5 {
                    let text = with(text, (line, position));
                    let char = report(&text).lines[line - 1].chars[position - 1];
                    assert_eq!(char.character, '山', "{text} {line} {position}");
                }
            }
        }
    }

    #[test]
    fn a_word_takes_the_places_of_what_was_there() {
        for (text, place, expected) in [
            ("白日依山尽，", (1, 1), "春山依山尽，"),
            ("白日依山尽，黄河", (1, 4), "白日依春山，黄河"),
            ("白日依，黄河", (1, 3), "白日春山，黄河"),
            ("白日，黄河", (1, 4), "白日□春山，黄河"),
            ("白日□□尽，", (1, 3), "白日春山尽，"),
            ("", (1, 2), "□春山"),
        ] {
            let ((start, end), before) = stretch(text, &report(text), place, 2).unwrap();
            let word = [&before, "春山"].concat();
            let got = replaced(text, start, end, &word).unwrap();
            assert_eq!(got, expected, "{text} {place:?}");
        }
    }

    #[test]
    fn blanks_are_written_over_and_nothing_else() {
        let over = |text: &str, caret| written_over(text, &report(text), |_| 5, caret);
        assert_eq!(over("山□□□□□，", 1), 1);
        assert_eq!(over("山水□□□□□，", 2), 2);
        assert_eq!(over("山水云□□□，", 2), 0);
        assert_eq!(over("山□□□□，", 1), 0);
        assert_eq!(over("山□尽白日依，", 1), 1);
        assert_eq!(over("□□□□□，\n山□□□□□", 8), 1);
        assert_eq!(over("", 0), 0);
    }
}
