//! How often poets use each class of a character, by expectation-maximisation.
//!
//! The model: an octave follows one of the four patterns of its width; at the places that the
//! pattern fixes, a character has the class asked for, but for one slip in fifty. A character is
//! level with a probability of its own, 0 or 1 where all its readings agree. Patterns and
//! probabilities are estimated in turn: the patterns' posterior weights from the probabilities,
//! the probabilities from the classes that the patterns ask for, weighted. A pattern is told by all
//! places where poets seldom deviate, the ends of the lines among them; a class is counted only
//! where the place is [`fair`](crate::fair) to both.

use std::collections::BTreeMap;

use verse::{LineType, ToneClass};

use crate::{fair, poems::Octave, reconcile::Book};

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
                for (line, line_type) in lines(poem, pattern) {
                    for (place, c) in line.iter().enumerate() {
                        let Some(asked) = fair::asked(line, place, line_type) else {
                            continue;
                        };
                        let count = counts.entry(*c).or_default();
                        match asked {
                            ToneClass::Level => count.0 += weight,
                            ToneClass::Oblique => count.1 += weight,
                        }
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
    pub(crate) fn level(&self, c: char, book: &Book) -> Option<f64> {
        if !book.has(c) {
            return None;
        }
        if let Some(class) = fair::sure(c, book) {
            return Some(if class == ToneClass::Level { 1.0 } else { 0.0 });
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

/// The lines of a poem with the types that a pattern gives them by their letters.
pub(crate) fn lines<'a>(
    poem: &'a Octave,
    pattern: &'a str,
) -> impl Iterator<Item = (&'a [char], LineType)> {
    let line_type = |letter| LineType::ALL.into_iter().find(|t| t.letter() == letter);
    poem.iter()
        .zip(pattern.chars())
        .filter_map(move |(line, letter)| Some((line.as_slice(), line_type(letter)?)))
}

/// The characters of a poem at the places that tell patterns apart, with the class asked there: all
/// but those where poets deviate by rule.
fn slots(poem: &Octave, pattern: &str) -> Vec<(char, ToneClass)> {
    let mut slots = Vec::new();
    for (line, line_type) in lines(poem, pattern) {
        let prefix = line.len() - 5;
        for (place, (c, slot)) in line.iter().zip(line_type.pattern(line.len())).enumerate() {
            let Some(class) = *slot else { continue };
            let tells = match (place + 1).saturating_sub(prefix) {
                0 | 2 | 5 => true,
                3 => line_type == LineType::UpperA,
                4 => line_type.end() == ToneClass::Level,
                _ => false,
            };
            if tells {
                slots.push((*c, class));
            }
        }
    }
    slots
}
