//! A lyric (词) in an answer: its lines have many lengths, and a model may join two of them, part one
//! where it pauses, or set a row for a stanza. They are told apart by the lengths that the form has.

use super::{Poem, VerseLine, row::Row};
use crate::brief::TuneForm;

/// What a character too many or too few costs.
const CHARACTER: usize = 2;
/// What a mark costs within a line, or one that is lacking between two (a 、 within costs nothing), or an
/// empty row within a stanza.
const MARK: usize = 1;
/// What a line costs that is lacking, or is none of the form's, or differs by more than [`MOST`].
const LINE: usize = 6;
/// A line that differs by more characters than this is another one.
const MOST: usize = 2;
/// So many lines at most run on without a mark, or are divided by marks.
const TOGETHER: usize = 3;
/// So many pieces are looked at, the last: far more than the longest lyric has.
const PIECES: usize = 600;

/// The lyric in an answer.
#[derive(Debug, Default)]
struct Laid {
    lines: Vec<VerseLine>,
    /// How many pieces of the answer stand before it.
    before: usize,
    /// How many of its lines have the length that they should have.
    exact: usize,
    /// How many have about that.
    near: usize,
}

/// The lyric in the rows of an answer, the last of several; `None` where half of the form's lines are not
/// there, or most have another length.
pub(super) fn poem(rows: &[Row], tune: &TuneForm) -> Option<Poem> {
    let mut laid = lay(rows, tune);
    let count = tune.form().lines.len();
    if laid.near * 2 < count || laid.exact * 3 < count {
        return None;
    }
    if let Some(last) = laid.lines.last_mut() {
        last.mark.get_or_insert('。');
    }
    let title = rows.iter().find_map(|row| row.title.clone());
    Some(Poem {
        title: title.or_else(|| title_at(rows, laid.before)),
        lines: laid.lines,
    })
}

/// The lines of a lyric that is still coming; the last may not be whole.
pub(super) fn so_far(mut rows: Vec<Row>, tune: &TuneForm) -> Vec<VerseLine> {
    // What is not whole would be taken for the end of the line before it.
    let last = rows.last_mut().filter(|row| !row.labelled);
    let last = last.and_then(|row| row.segments.pop_if(|last| last.mark.is_none()));
    let mut lines = lay(&rows, tune).lines;
    let form = tune.form();
    if let Some(mut last) = last.filter(|_| lines.len() < form.lines.len()) {
        last.stanza = !lines.is_empty() && form.stanzas.contains(&lines.len());
        lines.push(last);
    }
    lines
}

/// The row that ends after so many pieces, if it has no marks of verse: 春晚, 如梦令·春晚.
fn title_at(rows: &[Row], before: usize) -> Option<String> {
    let mut count = 0;
    let row = rows.iter().find(|row| {
        count += row.segments.len();
        count == before && !row.segments.is_empty()
    })?;
    let is_title = row.segments.iter().all(|s| s.mark.is_none());
    let words: Vec<&str> = row.segments.iter().map(|s| &*s.text).collect();
    is_title.then(|| words.join("·"))
}

/// The cheapest way to a number of pieces and lines: what it costs, and how many of each its last step
/// takes.
#[derive(Clone, Copy)]
struct Way {
    cost: usize,
    pieces: usize,
    lines: usize,
}

/// Brings what was written together with the lines of the form. What stands before and after costs
/// nothing.
fn lay(rows: &[Row], tune: &TuneForm) -> Laid {
    let (mut pieces, mut apart) = (Vec::new(), Vec::new());
    let mut is_apart = false;
    for row in rows {
        is_apart |= row.blank || row.stanza.is_some();
        for piece in &row.segments {
            pieces.push(piece);
            apart.push(std::mem::take(&mut is_apart));
        }
    }
    let left_out = pieces.len().saturating_sub(PIECES);
    pieces.drain(..left_out);
    apart.drain(..left_out);
    let widths: Vec<usize> = tune.form().lengths().collect();
    let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
    let row = widths.len() + 1;
    // By pieces and lines that are done.
    let mut ways: Vec<Way> = Vec::with_capacity((pieces.len() + 1) * row);
    let (mut end, mut least) = ((0, 0), usize::MAX);
    for i in 0..=pieces.len() {
        for j in 0..row {
            let step = |pieces: usize, lines: usize, own: usize| {
                let (i, j) = (i.checked_sub(pieces)?, j.checked_sub(lines)?);
                let before = ways.get(i * row + j)?;
                Some(Way {
                    cost: before.cost + own,
                    pieces,
                    lines,
                })
            };
            let joined = |count: usize| {
                let from = i.checked_sub(count)?;
                let differ = lengths.get(from..i)?.iter().sum::<usize>();
                let differ = differ.abs_diff(*widths.get(j.checked_sub(1)?)?);
                let within = pieces.get(from..i - 1)?.iter();
                let marks = within.filter(|piece| piece.mark != Some('、')).count();
                let begins = tune.form().stanzas.contains(&(j - 1));
                let torn = usize::from(*apart.get(from)? && !begins);
                match (differ <= MOST, count) {
                    (true, _) => step(count, 1, CHARACTER * differ + MARK * (marks + torn)),
                    (false, 1) => step(1, 1, LINE),
                    _ => None,
                }
            };
            let run_on = |count: usize| {
                let own = *lengths.get(i.checked_sub(1)?)?;
                let asked = widths.get(j.checked_sub(count)?..j)?.iter().sum::<usize>();
                (own == asked).then(|| step(1, count, MARK * (count - 1)))?
            };
            let is_within = (1..widths.len()).contains(&j);
            let extra = step(1, 0, LINE).filter(|_| is_within);
            // What stands before.
            let before = Way {
                cost: 0,
                pieces: i.min(1),
                lines: 0,
            };
            let next = if j == 0 {
                None
            } else {
                let alone = [step(0, 1, LINE), extra].into_iter().flatten();
                let joined = (1..=TOGETHER).filter_map(joined);
                let run_on = (2..=TOGETHER).filter_map(run_on);
                // Of two ways that cost the same the one that lacks a later line: verse is written from its
                // beginning.
                let all = alone.chain(joined).chain(run_on);
                all.min_by_key(|way| way.cost)
            };
            let way = next.unwrap_or(before);
            let cost = way.cost + (widths.len() - j) * LINE;
            if cost <= least && way.lines > 0 {
                (end, least) = ((i, j), cost);
            }
            ways.push(way);
        }
    }
    let mut laid = follow(&pieces, &widths, tune, &ways, end);
    laid.before += left_out;
    laid
}

/// The lines of the cheapest way, which is found from its end.
fn follow(
    pieces: &[&VerseLine],
    widths: &[usize],
    tune: &TuneForm,
    ways: &[Way],
    (mut i, mut j): (usize, usize),
) -> Laid {
    let mut laid = Laid::default();
    while let Some(way) = ways.get(i * (widths.len() + 1) + j).filter(|_| j > 0) {
        let own = pieces.get(i - way.pieces..i).unwrap_or_default();
        i -= way.pieces;
        j -= way.lines;
        let mut lines = match (own, way.lines) {
            ([], _) => Vec::new(),
            (own, 0 | 1) => vec![joined(own)],
            ([own, ..], count) => parted(own, widths.get(j..j + count).unwrap_or_default()),
        };
        let numbers = j..j + lines.len();
        for (line, number) in lines.iter_mut().zip(numbers).rev() {
            let form = tune.form();
            let asked = form.lines.get(number).filter(|_| way.lines > 0);
            if let Some(asked) = asked {
                let differ = line.len().abs_diff(asked.slots.len());
                laid.exact += usize::from(differ == 0);
                laid.near += usize::from(differ <= MOST);
                line.stanza = number > 0 && form.stanzas.contains(&number);
            }
            line.mark = match line.mark {
                // 、 parts lines of a character or two (错、错、错), and is a pause elsewhere.
                Some('、') if line.len() > MOST => Some('，'),
                // After the last a mark may still come.
                None if !laid.lines.is_empty() => match asked.and_then(|line| line.rhyme) {
                    Some(_) => Some('。'),
                    None => Some('，'),
                },
                mark => mark,
            };
            laid.lines.push(std::mem::take(line));
        }
    }
    laid.before = i;
    laid.lines.reverse();
    laid
}

/// Pieces that are one line, with 、 between them.
fn joined(pieces: &[&VerseLine]) -> VerseLine {
    let texts: Vec<&str> = pieces.iter().map(|piece| &*piece.text).collect();
    VerseLine {
        text: texts.join("、"),
        mark: pieces.last().and_then(|last| last.mark),
        stanza: false,
    }
}

/// A piece that is several lines; its mark is the last one's.
fn parted(piece: &VerseLine, widths: &[usize]) -> Vec<VerseLine> {
    let mut characters = piece.text.chars();
    let line = |width: &usize| VerseLine {
        text: characters.by_ref().take(*width).collect(),
        ..VerseLine::default()
    };
    let mut lines: Vec<VerseLine> = widths.iter().map(line).collect();
    if let Some(last) = lines.last_mut() {
        last.mark = piece.mark;
    }
    lines
}

#[cfg(test)]
#[path = "lyric_tests.rs"]
mod tests;
