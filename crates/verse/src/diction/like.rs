//! Lines of poets that are like a line.

use crate::{check, gap::script, options::Options};

use super::{Diction, Quote, Theme};

/// A line of a poet's that is like a writer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The line.
    pub quote: Quote,
    /// The places (from 1) of its characters that the writer's line has too.
    pub shared: Vec<usize>,
}

/// What counts for two characters that stand side by side in both lines, beside what each counts.
const SIDE_BY_SIDE: f32 = 1.5;
/// What counts for the same length.
const SAME_LENGTH: f32 = 1.0;
/// What the nearness of two lines in meaning counts.
const NEARNESS: f32 = 6.0;

impl Diction {
    /// Lines that are like a line (from 1) of a text, at most so many, the likest first: they share
    /// words, rare ones before common ones, or speak of what it speaks of; with a theme, only those that
    /// are about it. The line itself, where a poet has it, is left out.
    pub fn like(
        &self,
        text: &str,
        options: &Options,
        line: usize,
        theme: Option<Theme>,
        most: usize,
    ) -> Vec<Likeness> {
        let report = check(text, options);
        let Some(own) = line.checked_sub(1).and_then(|at| report.lines.get(at)) else {
            return Vec::new();
        };
        let characters: Vec<char> = own.chars.iter().map(|c| c.character).collect();
        let all = report
            .lines
            .iter()
            .flat_map(|line| line.chars.iter().map(|c| c.character));
        let script = script(all);
        let own = self.classes(&characters);
        let known: Vec<u16> = own.iter().copied().filter(|class| *class != 0).collect();
        if known.is_empty() {
            return Vec::new();
        }
        let total = self.store.count().max(1) as f32;
        let rarity: Vec<f32> = own
            .iter()
            .map(|class| match (*class, self.store.frequency(*class)) {
                (0, _) | (_, 0) => 0.0,
                (_, count) => (total / count as f32).max(1.0).ln(),
            })
            .collect();
        let near = self.model.nearness(&known);
        let mut found: Vec<(f32, usize)> = Vec::new();
        for number in 0..self.store.count() {
            let other = self.store.line(number);
            if other == own || theme.is_some_and(|theme| !self.is_about(theme, other)) {
                continue;
            }
            let mut points = 0.0;
            let mut before: Option<usize> = None;
            for (at, class) in other.iter().enumerate() {
                let shared = own.iter().position(|c| c == class && *c != 0);
                if let Some(place) = shared {
                    // A character that stands there twice counts once.
                    let is_first = !other.iter().take(at).any(|c| c == class);
                    let rare = rarity.get(place).copied().unwrap_or(0.0);
                    points += if is_first { rare } else { 0.0 };
                    if before.is_some_and(|before| before + 1 == place) {
                        points += SIDE_BY_SIDE * rare;
                    }
                }
                before = shared;
            }
            let nearness: f32 = other
                .iter()
                .map(|class| near.get(usize::from(*class)).copied().unwrap_or(0.0))
                .sum();
            points += NEARNESS * nearness / other.len().max(1) as f32;
            if other.len() == own.len() {
                points += SAME_LENGTH;
            }
            found.push((points, number));
        }
        let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        // Some lines stand in two poems.
        let enough = most.saturating_mul(2);
        if enough < found.len() {
            found.select_nth_unstable_by(enough, order);
            found.truncate(enough);
        }
        found.sort_unstable_by(order);
        let mut lines: Vec<Likeness> = Vec::new();
        for (_, number) in found {
            let other = self.store.line(number);
            let shared = (1..)
                .zip(other)
                .filter(|(_, class)| **class != 0 && own.contains(class));
            let likeness = Likeness {
                quote: self.store.quote(number, script),
                shared: shared.map(|(place, _)| place).collect(),
            };
            if lines.len() < most
                && lines
                    .iter()
                    .all(|one| one.quote.line != likeness.quote.line)
            {
                lines.push(likeness);
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diction::testing::table;

    const RIVER: &str = "江上春风起，山中暮雨来。故人千里去，明月一时开。";

    #[test]
    fn they_share_words_and_are_not_the_line_itself() {
        let options = Options::default();
        let found = table().like(RIVER, &options, 4, None, 12);
        assert_eq!(found.len(), 12);
        for likeness in &found {
            let line: Vec<char> = likeness.quote.line.chars().collect();
            for place in &likeness.shared {
                assert!("明月一时开".contains(line[place - 1]), "{likeness:?}");
            }
        }
        assert!(found[0].shared.len() >= 2, "{:?}", found[0]);
        let stork = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let found = table().like(stork, &options, 1, None, 12);
        assert!(found.iter().all(|one| one.quote.line != "白日依山尽"));
    }

    #[test]
    fn a_theme_is_kept_to() {
        let found = table().like(RIVER, &Options::default(), 1, Some(Theme::Snow), 10);
        assert_eq!(found.len(), 10);
        for one in found {
            let classes = table().classes(&one.quote.line.chars().collect::<Vec<_>>());
            assert!(
                table().is_about(Theme::Snow, &classes),
                "{}",
                one.quote.line
            );
        }
    }

    #[test]
    fn nothing_is_like_nothing() {
        let options = Options::default();
        for (text, line) in [("", 1), (RIVER, 0), (RIVER, 5), ("□□□□□", 1)] {
            assert!(table().like(text, &options, line, None, 5).is_empty());
        }
    }
}
