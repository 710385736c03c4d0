//! A line of a poet's for a word.

use crate::gap::Gap;

use super::{Diction, Quote, Span, Theme};

impl Diction {
    /// A line that has a word, or a part of it: rather one of the same length that has it at the same
    /// place, with the same neighbours, or is of the theme.
    pub(super) fn example(
        &self,
        gap: &Gap,
        span: Span,
        word: &[u16],
        theme: Option<Theme>,
    ) -> Option<Quote> {
        let start = span.position - 1;
        // Of a word that no line has, the longest part that some line has; the first of them.
        (1..=word.len()).rev().find_map(|length| {
            let mut parts = word.windows(length).enumerate();
            parts.find_map(|(at, part)| {
                self.line_with(gap, (span.line - 1, start + at), part, theme)
            })
        })
    }

    /// A line that has these characters, which are to stand at a place (from 0).
    fn line_with(
        &self,
        gap: &Gap,
        (line, start): (usize, usize),
        word: &[u16],
        theme: Option<Theme>,
    ) -> Option<Quote> {
        let own = self.classes(gap.lines().get(line)?);
        let rarest = (0..word.len()).min_by_key(|at| self.store.frequency(word[*at]))?;
        let mut best: Option<(u32, usize)> = None;
        for (number, at) in self.store.places(*word.get(rarest)?) {
            let Some(first) = at.checked_sub(rarest) else {
                continue;
            };
            let other = self.store.line(number);
            if other.get(first..first + word.len()) != Some(word) {
                continue;
            }
            let beside = |from: Option<usize>, of: Option<usize>| {
                let one = of.and_then(|at| own.get(at)).filter(|class| **class != 0);
                one.is_some() && one == from.and_then(|at| other.get(at))
            };
            let same_length = u32::from(other.len() == own.len());
            let points = same_length * (1 + u32::from(first == start))
                + 2 * u32::from(beside(first.checked_sub(1), start.checked_sub(1)))
                + 2 * u32::from(beside(Some(first + word.len()), Some(start + word.len())))
                + 2 * u32::from(theme.is_some_and(|theme| self.is_about(theme, other)));
            if other != own && best.is_none_or(|(most, _)| points > most) {
                best = Some((points, number));
            }
        }
        best.map(|(_, number)| self.store.quote(number, gap.script()))
    }
}
