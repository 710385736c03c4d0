//! A mixture of two kinds of lyrics, told by the classes of some of their places, estimated by
//! expectation-maximisation.

/// Rounds of estimation.
const ROUNDS: usize = 15;
/// A likelihood of a class is no nearer to 0 or 1 than this.
const DOUBT: f64 = 0.02;

/// What was estimated.
pub struct Mixture {
    /// For each lyric how likely it is to be of the first kind.
    pub first: Vec<f64>,
    /// For each kind the share of level characters at each place.
    pub shares: [Vec<f64>; 2],
}

impl Mixture {
    /// Estimates the two kinds. `level` says how likely each character is to be level, lyric by lyric; at
    /// first those are of the first kind that are level at place `at`.
    pub fn of(level: &[Vec<f64>], at: usize) -> Self {
        let level: Vec<Vec<f64>> = level
            .iter()
            .map(|own| own.iter().map(|p| p.clamp(DOUBT, 1.0 - DOUBT)).collect())
            .collect();
        let mut first: Vec<f64> = level.iter().map(|own| own[at]).collect();
        let mut shares = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            shares = [0, 1].map(|kind| share_of(&level, &first, kind));
            let size = |kind: usize| -> f64 {
                let all = first.iter().map(|p| if kind == 0 { *p } else { 1.0 - p });
                (all.sum::<f64>() + 0.5).ln()
            };
            let sizes = [size(0), size(1)];
            for (own, first) in level.iter().zip(&mut first) {
                let likely = |kind: usize| {
                    let places = own.iter().zip(&shares[kind]);
                    let likely = places.map(|(p, s)| (p * s + (1.0 - p) * (1.0 - s)).ln());
                    likely.sum::<f64>() + sizes[kind]
                };
                *first = 1.0 / (1.0 + (likely(1) - likely(0)).exp());
            }
        }
        Self { first, shares }
    }

    /// How far the kinds are apart at a place: the difference of their shares.
    pub fn apart(&self, place: usize) -> f64 {
        (self.shares[0][place] - self.shares[1][place]).abs()
    }

    /// Parts lyrics by their kinds, the greater part first.
    pub fn parts(&self, songs: &[usize]) -> [Vec<usize>; 2] {
        let (one, other): (Vec<_>, Vec<_>) = songs
            .iter()
            .zip(&self.first)
            .partition(|(_, first)| **first >= 0.5);
        let numbers = |part: Vec<(&usize, &f64)>| part.into_iter().map(|(n, _)| *n).collect();
        let mut parts: [Vec<usize>; 2] = [numbers(one), numbers(other)];
        parts.sort_by_key(|part| usize::MAX - part.len());
        parts
    }
}

/// The shares of level characters at the places of one kind.
fn share_of(level: &[Vec<f64>], first: &[f64], kind: usize) -> Vec<f64> {
    let places = level.first().map_or(0, Vec::len);
    (0..places)
        .map(|place| {
            let (mut sum, mut all) = (0.5, 1.0);
            for (own, first) in level.iter().zip(first) {
                let weight = if kind == 0 { *first } else { 1.0 - first };
                sum += weight * own[place];
                all += weight;
            }
            sum / all
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_kinds_are_told_apart() {
        let kind = |first: bool, free: f64| {
            let (a, b) = if first { (1.0, 0.0) } else { (0.0, 1.0) };
            vec![a, b, a, free, b]
        };
        let mut level: Vec<Vec<f64>> = (0..8).map(|n| kind(n < 5, f64::from(n % 2))).collect();
        // A slip at the place that is begun with does not matter.
        level[0][0] = 0.0;
        let mixture = Mixture::of(&level, 0);
        let songs: Vec<usize> = (0..8).collect();
        assert_eq!(mixture.parts(&songs), [vec![0, 1, 2, 3, 4], vec![5, 6, 7]]);
        assert!(mixture.apart(1) > 0.6 && mixture.apart(3) < 0.4);
    }
}
