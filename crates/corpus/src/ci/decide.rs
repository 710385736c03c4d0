//! Decides the places of all forms, those of few lyrics with the help of their tune's commonest form.
//!
//! A tune's forms differ in a few lines. Where a line of a form has a line of the tune's commonest form
//! beside it, of the same length and with an end of the same class, and its own lyrics do not break what
//! that one keeps, the counts there are evidence here too: as much as [`BORROWED`] lyrics, no more. What
//! is shown of a place are its own counts.

use std::collections::BTreeMap;

use verse::ci::Slot;

use super::{
    count::{self, Count},
    derive::Outline,
    lines::ShapeLine,
    read::Song,
    slots::{self, Place, Spread},
};

/// What other lyrics count for at most.
const BORROWED: usize = 10;
/// Forms with fewer lyrics lend nothing.
const LENDING: usize = 20;
/// A place is kept by a form if at least this share of its lyrics agree.
const KEPT: f64 = 0.9;
/// A line borrows nothing if its own lyrics break more than this share of what is kept there.
const BROKEN: f64 = 0.15;

/// The slots of all outlines, and the share of the decided that is expected to be wrong.
pub fn decide(outlines: &[Outline], all: &[Song]) -> (Vec<Vec<Slot>>, f64) {
    let counts: Vec<Vec<Count>> = outlines
        .iter()
        .map(|outline| count::counts(&outline.lyrics(all)))
        .collect();
    let mut commonest: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, outline) in outlines.iter().enumerate() {
        let best = commonest.entry(&outline.tune).or_insert(number);
        if outline.songs.len() > outlines[*best].songs.len() {
            *best = number;
        }
    }
    let mut places: Vec<Place> = Vec::new();
    for (number, outline) in outlines.iter().enumerate() {
        let mut lent = vec![Count::default(); counts[number].len()];
        let lender = commonest
            .get(outline.tune.as_str())
            .copied()
            .unwrap_or(number);
        if lender != number && outlines[lender].songs.len() >= LENDING {
            let from = (&outlines[lender].lines[..], &counts[lender][..]);
            lend(from, (&outline.lines, &counts[number]), &mut lent);
        }
        for line in &outline.lines {
            for (start, length) in line.parts(outline.songs.len()) {
                places.extend((0..length).map(|at| Place {
                    kind: slots::kind(length, at),
                    own: counts[number][start + at],
                    lent: lent[start + at],
                }));
            }
        }
    }
    let (slots, wrong) = Spread::learn(&places).decide(&places);
    let mut rest = slots.into_iter();
    let of = |outline: &Outline| {
        let length: usize = outline.lines.iter().map(|line| line.length).sum();
        rest.by_ref().take(length).collect()
    };
    (outlines.iter().map(of).collect(), wrong)
}

/// The counts of the places of a line.
fn of_line<'a>(line: &ShapeLine, counts: &'a [Count]) -> &'a [Count] {
    &counts[line.start..line.start + line.length]
}

/// Lends the counts of the lines of one form to those of another.
fn lend(from: (&[ShapeLine], &[Count]), to: (&[ShapeLine], &[Count]), lent: &mut [Count]) {
    for (a, b) in beside(from, to) {
        let (lender, borrower) = (&from.0[a], &to.0[b]);
        let (kept, own) = (of_line(lender, from.1), of_line(borrower, to.1));
        if is_broken(kept, own) {
            continue;
        }
        for (count, lent) in kept.iter().zip(&mut lent[borrower.start..]) {
            let all = count.level + count.oblique;
            let scaled = |count: usize| (count * BORROWED + all / 2) / all.max(1);
            *lent = Count {
                level: scaled(count.level),
                oblique: scaled(count.oblique),
            };
        }
    }
}

/// Whether counts break what others keep.
fn is_broken(kept: &[Count], own: &[Count]) -> bool {
    let (mut broken, mut all) = (0, 0);
    for (kept, own) in kept.iter().zip(own) {
        let many = KEPT * (kept.level + kept.oblique) as f64;
        if kept.level as f64 >= many {
            broken += own.oblique;
        } else if kept.oblique as f64 >= many {
            broken += own.level;
        } else {
            continue;
        }
        all += own.level + own.oblique;
    }
    broken as f64 > BROKEN * f64::from(all as u32)
}

/// Which lines of two forms stand beside each other: the longest common sequence of lines of one length
/// with ends of one class, in characters.
fn beside(one: (&[ShapeLine], &[Count]), other: (&[ShapeLine], &[Count])) -> Vec<(usize, usize)> {
    let is_level = |line: &ShapeLine, counts: &[Count]| {
        of_line(line, counts)
            .last()
            .is_some_and(|end| end.level > end.oblique)
    };
    let are_alike = |a: usize, b: usize| {
        one.0[a].length == other.0[b].length
            && is_level(&one.0[a], one.1) == is_level(&other.0[b], other.1)
    };
    let (rows, columns) = (one.0.len(), other.0.len());
    let mut best = vec![vec![0; columns + 1]; rows + 1];
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            let both = if are_alike(a, b) {
                one.0[a].length + best[a + 1][b + 1]
            } else {
                0
            };
            best[a][b] = both.max(best[a + 1][b]).max(best[a][b + 1]);
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < rows && b < columns {
        if are_alike(a, b) && best[a][b] == one.0[a].length + best[a + 1][b + 1] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[a][b] == best[a + 1][b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lengths: &[usize]) -> Vec<ShapeLine> {
        ShapeLine::of_lengths(lengths, 1)
    }

    fn counts(classes: &str, times: usize) -> Vec<Count> {
        let count = |c| match c {
            '平' => Count {
                level: times,
                oblique: 0,
            },
            '仄' => Count {
                level: 0,
                oblique: times,
            },
            _ => Count {
                level: times / 2,
                oblique: times / 2,
            },
        };
        classes.chars().map(count).collect()
    }

    #[test]
    fn lines_that_agree_lend_and_others_do_not() {
        let (from, to) = (lines(&[3, 2, 3]), lines(&[3, 4, 3]));
        let kept = counts("中平仄平平中仄平", 40);
        let own = counts("平平仄平平平平平仄平", 2);
        let mut lent = vec![Count::default(); 10];
        lend((&from, &kept), (&to, &own), &mut lent);
        let count = |level, oblique| Count { level, oblique };
        assert_eq!(lent[..3], [count(5, 5), count(10, 0), count(0, 10)]);
        assert_eq!(lent[3..7], [Count::default(); 4], "no line of four lends");
        assert_eq!(lent[8], count(0, 10));
        // A line that breaks what is kept borrows nothing.
        let mut lent = vec![Count::default(); 10];
        let own = counts("平仄仄平平平平平仄平", 2);
        lend((&from, &kept), (&to, &own), &mut lent);
        assert_eq!(lent[..3], [Count::default(); 3]);
    }
}
