//! How often poets use each class of a character, by expectation-maximisation.
//!
//! The model: an octave follows one of the four patterns of its width; at the places that the
//! pattern fixes, a character has the class asked for, but for one slip in fifty. A character is
//! level with a probability of its own, 0 or 1 where all its readings agree. Patterns and
//! probabilities are estimated in turn: the patterns' posterior weights from the probabilities,
//! the probabilities from the classes that the patterns ask for, weighted. Places where poets
//! deviate by rule are left out: the free ones, the third character (of five) everywhere but in
//! type A, the fourth of types a and b.

use std::collections::BTreeMap;

use verse::{LineType, ToneClass};

use crate::{poems::Octave, reconcile::Book};

/// The share of places that do not follow the pattern.
const SLIP: f64 = 0.02;

/// Rounds of estimation; the counts stand still after about six.
const ROUNDS: usize = 10;

/// A poem is counted under a pattern only if it slips at no more places than this: verse that is
/// not regulated would teach nothing.
const MOST_SLIPS: usize = 1;

/// The four patterns of an octave: opening, and whether line 1 rhymes.
const PATTERNS: [&str; 4] = ["aBbAaBbA", "ABbAaBbA", "bAaBbAaB", "BAaBbAaB"];

/// Level and oblique counts by character.
pub struct Usage {
    counts: BTreeMap<char, (f64, f64)>,
}

/// Counts classes over octaves.
pub fn count(poems: &[Octave], book: &Book) -> Usage {
    let mut usage = Usage {
        counts: BTreeMap::new(),
    };
    for _ in 0..ROUNDS {
        let mut counts: BTreeMap<char, (f64, f64)> = BTreeMap::new();
        for poem in poems {
            for (weight, pattern) in usage.explain(poem, book) {
                for (c, class) in slots(poem, pattern) {
                    let count = counts.entry(c).or_default();
                    match class {
                        ToneClass::Level => count.0 += weight,
                        ToneClass::Oblique => count.1 += weight,
                    }
                }
            }
        }
        usage.counts = counts;
    }
    usage
}

impl Usage {
    /// The probability that a character is level where nothing is known of its place.
    fn level(&self, c: char, book: &Book) -> Option<f64> {
        let entry = book.entry(c)?;
        let mut classes = entry.sure.iter().chain(&entry.rare).map(|g| g.class());
        let first = classes.next()?;
        if classes.all(|class| class == first) {
            return Some(if first == ToneClass::Level { 1.0 } else { 0.0 });
        }
        let (level, oblique) = self.counts.get(&c).copied().unwrap_or_default();
        Some((level + 1.0) / (level + oblique + 2.0))
    }

    /// The patterns of a poem, as the letters of its line types, with their posterior weights.
    pub(crate) fn explain(&self, poem: &Octave, book: &Book) -> Vec<(f64, &'static str)> {
        let mut explained = Vec::new();
        for pattern in PATTERNS {
            let mut likelihood = 0.0;
            let mut slips = 0;
            for (c, class) in slots(poem, pattern) {
                let Some(level) = self.level(c, book) else {
                    continue;
                };
                let fits = if class == ToneClass::Level {
                    level
                } else {
                    1.0 - level
                };
                likelihood += (fits * (1.0 - SLIP) + (1.0 - fits) * SLIP).ln();
                slips += usize::from(fits < 0.05);
            }
            if slips <= MOST_SLIPS {
                explained.push((likelihood, pattern));
            }
        }
        let best = explained
            .iter()
            .map(|(l, _)| *l)
            .fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = explained.iter().map(|(l, _)| (l - best).exp()).sum();
        for (likelihood, _) in &mut explained {
            *likelihood = (*likelihood - best).exp() / total;
        }
        explained
    }

    /// The rows of `usage.tsv`, rounded.
    pub fn rows(&self) -> Vec<String> {
        self.counts
            .iter()
            .map(|(c, (level, oblique))| (c, level.round(), oblique.round()))
            .filter(|(_, level, oblique)| level + oblique > 0.0)
            .map(|(c, level, oblique)| format!("{c}\t{level}\t{oblique}"))
            .collect()
    }
}

/// The characters of a poem at the places that are counted, with the class that a pattern asks.
fn slots(poem: &Octave, pattern: &str) -> Vec<(char, ToneClass)> {
    let mut slots = Vec::new();
    for (line, letter) in poem.iter().zip(pattern.chars()) {
        let Some(line_type) = LineType::ALL.into_iter().find(|t| t.letter() == letter) else {
            continue;
        };
        let prefix = line.len() - 5;
        for (place, (c, slot)) in line.iter().zip(line_type.pattern(line.len())).enumerate() {
            let Some(class) = *slot else { continue };
            let counted = match (place + 1).saturating_sub(prefix) {
                0 | 2 | 5 => true,
                3 => line_type == LineType::UpperA,
                4 => line_type.end() == ToneClass::Level,
                _ => false,
            };
            if counted {
                slots.push((*c, class));
            }
        }
    }
    slots
}
