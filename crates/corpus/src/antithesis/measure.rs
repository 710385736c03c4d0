//! How well a score tells couplets apart.

use super::couplets::{Couplet, Couplets};
use crate::learn::random::Random;

/// Chooses the closing lines that stand in for the right ones.
const SEED: u64 = 0x5eed_0004;

/// The chance that a score of the first kind is higher than one of the second (the area under the curve
/// of hits against false alarms); equal ones count half.
pub fn auc(higher: &[f32], lower: &[f32]) -> f64 {
    let mut all: Vec<(f32, bool)> = higher
        .iter()
        .map(|x| (*x, true))
        .chain(lower.iter().map(|x| (*x, false)))
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks = 0.0;
    let mut at = 0;
    for equal in all.chunk_by(|a, b| a.0 == b.0) {
        let rank = at as f64 + (equal.len() as f64 + 1.0) / 2.0;
        ranks += rank * equal.iter().filter(|(_, is_higher)| *is_higher).count() as f64;
        at += equal.len();
    }
    let (m, n) = (higher.len() as f64, lower.len() as f64);
    (ranks - m * (m + 1.0) / 2.0) / (m * n)
}

/// Each middle couplet with the closing line of a middle couplet of another poem, of the same length
/// and, if asked, the same tonal type.
pub fn mismatched(couplets: &Couplets, same_tone: bool) -> Vec<Couplet> {
    let mut random = Random(SEED);
    let middle = &couplets.middle;
    let fits = |at: usize, other: usize| {
        at / 2 != other / 2
            && middle[at].closing.len() == middle[other].closing.len()
            && (!same_tone || middle[at].tone == middle[other].tone)
    };
    (0..middle.len())
        // A kind with no second poem has nothing to stand in.
        .filter(|at| (0..middle.len()).any(|other| fits(*at, other)))
        .map(|at| {
            let other = loop {
                let other = random.below(middle.len());
                if fits(at, other) {
                    break other;
                }
            };
            Couplet {
                closing: middle[other].closing.clone(),
                ..middle[at].clone()
            }
        })
        .collect()
}

/// Scores of couplets of each kind.
pub struct Scores {
    pub middle: Vec<f32>,
    pub last: Vec<f32>,
    pub first: Vec<f32>,
    /// Middle ones with another's closing line,
    pub mismatched: Vec<f32>,
    /// of the same tonal type.
    pub same_tone: Vec<f32>,
}

impl Scores {
    /// By a score.
    pub fn of(couplets: &Couplets, score: impl Fn(&Couplet) -> f32) -> Self {
        let all = |couplets: &[Couplet]| couplets.iter().map(&score).collect();
        Self {
            middle: all(&couplets.middle),
            last: all(&couplets.last),
            first: all(&couplets.first),
            mismatched: all(&mismatched(couplets, false)),
            same_tone: all(&mismatched(couplets, true)),
        }
    }

    /// The four areas as cells of a table.
    pub fn areas(&self) -> String {
        let area = |lower: &[f32]| format!("{:.4}", auc(&self.middle, lower));
        [&self.last, &self.mismatched, &self.same_tone, &self.first]
            .map(|lower| area(lower))
            .join(" | ")
    }

    /// The shares that are under a limit, as cells of a table.
    pub fn under(&self, limit: f32) -> String {
        [
            &self.middle,
            &self.last,
            &self.mismatched,
            &self.same_tone,
            &self.first,
        ]
        .map(|scores| {
            let under = scores.iter().filter(|s| **s < limit).count();
            format!("{:.1} %", 100.0 * under as f64 / scores.len().max(1) as f64)
        })
        .join(" | ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas() {
        assert_eq!(auc(&[2.0, 3.0], &[0.0, 1.0]), 1.0);
        assert_eq!(auc(&[0.0, 1.0], &[2.0, 3.0]), 0.0);
        assert_eq!(auc(&[1.0, 1.0], &[1.0]), 0.5);
        assert_eq!(auc(&[1.0, 3.0], &[2.0, 0.0]), 0.75);
    }

    #[test]
    fn another_poem_stands_in() {
        let couplet = |n: u16, tone| Couplet {
            opening: vec![n; 5],
            closing: vec![n; 5],
            tone,
        };
        let couplets = Couplets {
            middle: vec![
                couplet(1, 'A'),
                couplet(2, 'B'),
                couplet(3, 'A'),
                couplet(4, '?'),
            ],
            ..Couplets::default()
        };
        let closings = |same| -> Vec<(u16, u16)> {
            let all = mismatched(&couplets, same);
            all.iter().map(|c| (c.opening[0], c.closing[0])).collect()
        };
        assert_eq!(closings(true), [(1, 3), (3, 1)]);
        assert!(
            closings(false)
                .iter()
                .all(|(a, b)| a.div_ceil(2) != b.div_ceil(2))
        );
    }
}
