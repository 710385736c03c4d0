//! Which line of a lyric is which line of a form, where some are too long, too short, missing or extra.

use std::ops::Range;

use super::{
    lyric::{Lyric, Mark},
    types::{Form, FormLine},
};

/// What a character more or less costs.
pub(super) const CHARACTER: u32 = 16;
/// What a mark costs that the form has not, or that the lyric lacks.
const MARK: u32 = 8;
/// What a line more or less costs: as much as three characters.
pub(super) const LINE: u32 = 48;
/// What a place costs that cannot be read as the form asks. It tells lines of one length apart.
const WRONG: u32 = 1;
/// A line that differs by more characters than this is another one.
const MOST: usize = 2;
/// So many lines at most run on without a mark, or are divided by marks.
const TOGETHER: usize = 3;

/// A line of the lyric, of the form, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The characters of the lyric (from 0); `None` where it lacks the line.
    pub span: Option<Range<usize>>,
    /// The line of the form (from 0); `None` where it has no such line.
    pub line: Option<usize>,
}

/// How the lines of a lyric go with those of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// All lines of both, in order.
    pub steps: Vec<Step>,
    /// How much they differ, in sixteenths of a character: 16 a character, 8 a mark, 48 a line, 1 a wrong
    /// tone.
    pub cost: u32,
}

/// The lines of a lyric that has as many characters as the form, cut as the form is; the marks do not
/// matter. What is left over or lacking is the matter of the last lines.
pub(super) fn cut(length: usize, form: &Form) -> Alignment {
    let mut start = 0;
    let mut steps = Vec::new();
    let mut cost = 0;
    for (line, own) in form.lengths().enumerate() {
        let stop = (start + own).min(length);
        if start == stop {
            cost += LINE;
        }
        cost += CHARACTER * (start + own - stop) as u32;
        steps.push(Step {
            span: (start < stop).then_some(start..stop),
            line: Some(line),
        });
        start = stop;
    }
    if start < length {
        cost += LINE;
        steps.push(Step {
            span: Some(start..length),
            line: None,
        });
    }
    Alignment { steps, cost }
}

/// The characters between the marks of a lyric; a pause is none of these.
pub(super) fn segments(lyric: &Lyric) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (at, mark) in lyric.marks.iter().enumerate() {
        let ends = mark.is_some_and(|mark| mark > Mark::Pause);
        if ends || at + 1 == lyric.length() {
            segments.push(start..at + 1);
            start = at + 1;
        }
    }
    segments
}

/// How a step of the best way was made.
#[derive(Clone, Copy)]
struct Move {
    cost: u32,
    segments: usize,
    lines: usize,
}

/// The cheapest way to bring the segments of a lyric and the lines of a form together; `None` if it costs
/// more than `most`. What is known to cost more after a few segments is not brought to its end.
pub(super) fn align(
    lyric: &Lyric,
    segments: &[Range<usize>],
    form: &Form,
    most: u32,
) -> Option<Alignment> {
    let lengths: Vec<usize> = form.lengths().collect();
    let width = lengths.len() + 1;
    // By segments and lines that are done.
    let mut best: Vec<Move> = Vec::with_capacity((segments.len() + 1) * width);
    for i in 0..=segments.len() {
        // A way reaches this row from one of the last few.
        let before = i.saturating_sub(TOGETHER) * width;
        let reached = best.get(before..).unwrap_or_default();
        if i > 0 && reached.iter().all(|step| step.cost > most) {
            return None;
        }
        for j in 0..=lengths.len() {
            let cost = |segments: usize, lines: usize, own: u32| {
                let (i, j) = (i.checked_sub(segments)?, j.checked_sub(lines)?);
                let before = best.get(i * width + j)?;
                Some(Move {
                    cost: before.cost + own,
                    segments,
                    lines,
                })
            };
            let pair = |own: usize, lines: usize| {
                let from = segments.get(i.checked_sub(own)?)?.start;
                let to = segments.get(i.checked_sub(1)?)?.end;
                let asked: usize = lengths.get(j.checked_sub(lines)?..j)?.iter().sum();
                let differ = (to - from).abs_diff(asked);
                let most = if lines == 1 { MOST.min(asked - 1) } else { 0 };
                let marks = MARK * (own + lines - 2) as u32;
                let line = j.checked_sub(1).and_then(|line| form.lines.get(line));
                let wrong = match line {
                    Some(line) if differ == 0 && lines == 1 => wrong(lyric, from..to, line),
                    _ => 0,
                };
                (differ <= most)
                    .then(|| {
                        cost(
                            own,
                            lines,
                            CHARACTER * differ as u32 + marks + WRONG * wrong,
                        )
                    })
                    .flatten()
            };
            let joined = (1..=TOGETHER).filter_map(|own| pair(own, 1));
            let run_on = (2..=TOGETHER).filter_map(|lines| pair(1, lines));
            let alone = [cost(1, 0, LINE), cost(0, 1, LINE)].into_iter().flatten();
            let start = Move {
                cost: 0,
                segments: 0,
                lines: 0,
            };
            // Of two ways that cost the same the one that lacks a later line: verse is written from its beginning.
            let next = alone.chain(joined).chain(run_on).min_by_key(|m| m.cost);
            best.push(next.unwrap_or(start));
        }
    }
    let alignment = steps(segments, &lengths, &best);
    (alignment.cost <= most).then_some(alignment)
}

/// How many places of a line cannot be read as the form asks, the class of its rhyme included.
fn wrong(lyric: &Lyric, span: Range<usize>, line: &FormLine) -> u32 {
    let sounds = lyric.characters.get(span).unwrap_or_default();
    let asked = line.slots.iter().map(|slot| slot.class.asked());
    let places = sounds.iter().zip(asked);
    let wrong = places.filter(|(sound, asked)| asked.is_some_and(|class| !sound.may_be(class)));
    let rhyme = line.rhyme.map(|rhyme| rhyme.class.class());
    let is_off = sounds
        .last()
        .zip(rhyme)
        .is_some_and(|(sound, class)| !sound.may_be(class));
    wrong.count() as u32 + u32::from(is_off)
}

/// The steps of the best way, which is found from its end.
fn steps(segments: &[Range<usize>], lengths: &[usize], best: &[Move]) -> Alignment {
    let width = lengths.len() + 1;
    let (mut i, mut j) = (segments.len(), lengths.len());
    let mut steps = Vec::new();
    while let Some(last) = best.get(i * width + j).filter(|m| m.segments + m.lines > 0) {
        let from = segments.get(i - last.segments).map_or(0, |s| s.start);
        let to = segments.get(i.wrapping_sub(1)).map_or(0, |s| s.end);
        let mut stop = to;
        for line in (j - last.lines..j).rev() {
            let length = lengths.get(line).copied().unwrap_or_default();
            let is_first = line == j - last.lines;
            let start = if is_first {
                from
            } else {
                stop.saturating_sub(length)
            };
            steps.push(Step {
                span: (last.segments > 0).then_some(start..stop),
                line: Some(line),
            });
            stop = start;
        }
        if last.lines == 0 {
            steps.push(Step {
                span: Some(from..to),
                line: None,
            });
        }
        i -= last.segments;
        j -= last.lines;
    }
    steps.reverse();
    Alignment {
        steps,
        cost: best.last().map_or(0, |m| m.cost),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ci::Tunes;

    fn of(name: &str, text: &str) -> Alignment {
        let tunes = Tunes::baked().unwrap();
        let form = tunes.forms_of(tunes.find(name).unwrap()).next().unwrap();
        let lyric = Lyric::read(text);
        let found = align(&lyric, &segments(&lyric), form, u32::MAX).unwrap();
        // A bound changes nothing but that what costs more is not found.
        let within = |most| align(&lyric, &segments(&lyric), form, most);
        assert_eq!(within(found.cost), Some(found.clone()));
        assert_eq!(found.cost.checked_sub(1).and_then(within), None);
        found
    }

    const WHOLE: &str = "别来春半，触目柔肠断。砌下落梅如雪乱，拂了一身还满。雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。";

    #[test]
    fn lines_that_fit_cost_nothing() {
        let whole = of("清平乐", WHOLE);
        assert_eq!(whole.cost, 0);
        assert!(
            whole
                .steps
                .iter()
                .enumerate()
                .all(|(n, s)| s.line == Some(n))
        );
        assert_eq!(of("清平乐", &WHOLE.replace("半，", "半")).cost, MARK);
    }

    #[test]
    fn a_line_too_many_or_too_few_is_placed() {
        let missing = of("清平乐", &WHOLE.replace("路遥归梦难成。", ""));
        assert_eq!(missing.cost, LINE);
        assert_eq!(missing.steps[5].span, None);
        let extra = of("清平乐", &WHOLE.replace("路遥", "春去春来春又。路遥"));
        assert_eq!(extra.cost, LINE);
        assert_eq!(extra.steps.iter().filter(|s| s.line.is_none()).count(), 1);
        let short = of("清平乐", &WHOLE.replace("柔肠断", "肠断"));
        assert_eq!(
            (short.cost, short.steps[1].span.clone()),
            (CHARACTER, Some(4..8))
        );
    }
}
