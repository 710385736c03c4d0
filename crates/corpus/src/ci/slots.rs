//! What each place of a form asks for, decided from the counts of its lyrics.
//!
//! **Test.** A place is level if poets break that at fewer than [`LIMIT`] of their lyrics. How shares are
//! spread over all places of all forms is estimated first (a non-parametric empirical prior on a grid,
//! for each place of parts of lines by their length apart); with it the counts of a place give the probability
//! that its true share is beyond the limit, so that calling it level would be wrong. Places are decided
//! from the surest on, as long as the mean of these probabilities stays under [`FALSE`] (the false
//! discovery rate) and each under [`FALSE_ONE`]. The rest is free.

use std::collections::BTreeMap;

use verse::ci::{Slot, SlotClass};

use super::count::Count;

/// A place asks for a class if fewer than this share of the lyrics break it.
const LIMIT: f64 = 0.1;
/// Of the decided places this share is expected to be decided wrongly.
const FALSE: f64 = 0.01;
/// No place is decided that is more likely to be wrong than this.
const FALSE_ONE: f64 = 0.1;
/// Probabilities are told apart in so many steps.
const STEPS: f64 = 1e9;
/// The steps of the grid of shares.
const GRID: usize = 100;
/// Parts of lines up to this length have a prior for each place.
const LONGEST: usize = 7;
/// How many kinds of places have a prior of their own.
const KINDS: usize = LONGEST * (LONGEST + 1) / 2 + 3;

/// A place of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its kind, see [`kind`].
    pub kind: usize,
    /// What its own lyrics have.
    pub own: Count,
    /// What counts beside that, to decide what it asks for.
    pub lent: Count,
}

/// The kind of a place (from 0) of a line or a part of one, between marks: in longer ones the end, an
/// even place (from 1), an odd one; in others each place is a kind of its own.
pub fn kind(length: usize, at: usize) -> usize {
    if length <= LONGEST {
        3 + length * length.saturating_sub(1) / 2 + at
    } else if at + 1 == length {
        0
    } else {
        1 + (at + 1) % 2
    }
}

/// How the shares of level characters are spread over places, by kind.
pub struct Spread([Vec<f64>; KINDS]);

impl Spread {
    /// Estimates the spread from the places of all forms.
    pub fn learn(places: &[Place]) -> Self {
        Self(std::array::from_fn(|kind| {
            let mut alike: BTreeMap<Count, f64> = BTreeMap::new();
            for place in places.iter().filter(|place| place.kind == kind) {
                *alike.entry(place.own).or_default() += 1.0;
            }
            let own = alike.into_iter();
            let likely: Vec<(Vec<f64>, f64)> = own.map(|(c, n)| (likelihoods(c), n)).collect();
            let mut spread = vec![1.0 / GRID as f64; GRID];
            for _ in 0..60 {
                let mut sums = vec![1e-3; GRID];
                for (place, times) in &likely {
                    let total: f64 = place.iter().zip(&spread).map(|(l, s)| l * s).sum();
                    for ((sum, l), s) in sums.iter_mut().zip(place).zip(&spread) {
                        *sum += times * l * s / total;
                    }
                }
                let all: f64 = sums.iter().sum();
                spread = sums.into_iter().map(|sum| sum / all).collect();
            }
            spread
        }))
    }

    /// The class that a place most likely asks for, and how likely it is that it does not.
    fn claim(&self, place: &Place) -> (SlotClass, f64) {
        let count = Count {
            level: place.own.level + place.lent.level,
            oblique: place.own.oblique + place.lent.oblique,
        };
        let posterior: Vec<f64> = likelihoods(count)
            .into_iter()
            .zip(&self.0[place.kind])
            .map(|(l, s)| l * s)
            .collect();
        let all: f64 = posterior.iter().sum();
        let of = |is: &dyn Fn(f64) -> bool| -> f64 {
            let own = posterior
                .iter()
                .enumerate()
                .filter(|(step, _)| is(share(*step)));
            own.map(|(_, p)| p).sum::<f64>() / all
        };
        let level = of(&|share| share > 1.0 - LIMIT);
        let oblique = of(&|share| share < LIMIT);
        // Logarithms differ in their last bits from machine to machine; what is decided does not.
        let rounded = |wrong: f64| (wrong * STEPS).round() / STEPS;
        if level >= oblique {
            (SlotClass::Level, rounded(1.0 - level))
        } else {
            (SlotClass::Oblique, rounded(1.0 - oblique))
        }
    }

    /// Decides places, and says what share of those decided is expected to be wrong.
    pub fn decide(&self, places: &[Place]) -> (Vec<Slot>, f64) {
        let claims: Vec<(SlotClass, f64)> = places.iter().map(|place| self.claim(place)).collect();
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by(|a, b| claims[*a].1.total_cmp(&claims[*b].1));
        let mut slots: Vec<Slot> = places
            .iter()
            .map(|place| Slot {
                class: SlotClass::Free,
                level: place.own.level as u16,
                oblique: place.own.oblique as u16,
            })
            .collect();
        let (mut sum, mut decided) = (0.0, 0.0);
        for number in order {
            let (class, wrong) = claims[number];
            if wrong > FALSE_ONE || sum + wrong > FALSE * (decided + 1.0) {
                break;
            }
            sum += wrong;
            decided += 1.0;
            slots[number].class = class;
        }
        (slots, if decided > 0.0 { sum / decided } else { 0.0 })
    }
}

/// The share of level characters at a step of the grid.
fn share(step: usize) -> f64 {
    (step as f64 + 0.5) / GRID as f64
}

/// How likely counts are at each step of the grid, the likeliest 1.
fn likelihoods(count: Count) -> Vec<f64> {
    let (level, oblique) = (count.level as f64, count.oblique as f64);
    let logarithm = |step| level * share(step).ln() + oblique * (1.0 - share(step)).ln();
    let all: Vec<f64> = (0..GRID).map(logarithm).collect();
    let best = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    all.into_iter().map(|l| (l - best).exp()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_poets_keep_is_decided_and_no_more() {
        let count = |level, oblique| Place {
            kind: 4,
            own: Count { level, oblique },
            lent: Count::default(),
        };
        let mut places = Vec::new();
        for _ in 0..200 {
            places.extend([count(97, 1), count(0, 99), count(55, 45), count(30, 70)]);
        }
        let rare = [count(5, 0), count(3, 2), count(1, 0)];
        places.extend(rare);
        let (slots, wrong) = Spread::learn(&places).decide(&places);
        let classes: Vec<_> = slots[..4].iter().map(|slot| slot.class).collect();
        assert_eq!(
            classes,
            [
                SlotClass::Level,
                SlotClass::Oblique,
                SlotClass::Free,
                SlotClass::Free
            ]
        );
        assert_eq!(slots[801].class, SlotClass::Free);
        assert_eq!((slots[0].level, slots[0].oblique), (97, 1));
        assert!(wrong <= FALSE);
    }

    #[test]
    fn kinds_of_places() {
        let kinds: Vec<usize> = (0..3).map(|at| kind(3, at)).chain([kind(4, 0)]).collect();
        assert_eq!(kinds, [6, 7, 8, 9]);
        assert_eq!([kind(9, 8), kind(9, 0), kind(9, 1)], [0, 2, 1]);
        assert_eq!(kind(7, 6) + 1, KINDS);
    }
}
