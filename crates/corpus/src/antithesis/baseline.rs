//! What is to be beaten: vectors from how much oftener than by chance two characters stand opposite
//! each other (positive pointwise mutual information), 32 singular vectors, and the mean cosine of a
//! couplet's places.

use std::collections::BTreeMap;

use super::couplets::Couplet;
use crate::learn::{random::Random, vectors::dot};

/// Singular vectors.
const RANK: usize = 32;
/// Rounds of the power method.
const ROUNDS: usize = 30;
/// Where it begins.
const SEED: u64 = 0x5eed_0005;

/// A vector of length 1 for each class.
pub struct Baseline {
    vectors: Vec<[f32; RANK]>,
}

impl Baseline {
    /// Learns from couplets.
    pub fn learn(couplets: &[Couplet], classes: usize) -> Self {
        let rows = information(couplets, classes);
        let mut random = Random(SEED);
        let mut basis: Vec<Vec<f32>> = (0..RANK)
            .map(|_| (0..classes).map(|_| random.normal()).collect())
            .collect();
        let mut lengths = [0.0; RANK];
        for _ in 0..ROUNDS {
            for k in 0..RANK {
                let mut vector = times(&rows, &basis[k]);
                for before in &basis[..k] {
                    let along: f32 = before.iter().zip(&vector).map(|(a, b)| a * b).sum();
                    vector
                        .iter_mut()
                        .zip(before)
                        .for_each(|(v, b)| *v -= along * b);
                }
                let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
                vector.iter_mut().for_each(|x| *x /= length.max(1e-9));
                (basis[k], lengths[k]) = (vector, length);
            }
        }
        let vectors = (0..classes)
            .map(|class| {
                let vector: [f32; RANK] =
                    std::array::from_fn(|k| basis[k][class] * lengths[k].sqrt());
                let length = dot(&vector, &vector).sqrt().max(1e-9);
                vector.map(|x| x / length)
            })
            .collect();
        Self { vectors }
    }

    /// The mean cosine of the places.
    pub fn score(&self, couplet: &Couplet) -> f32 {
        let places = couplet.opening.iter().zip(&couplet.closing);
        let sum: f32 = places
            .map(|(a, b)| {
                dot(
                    &self.vectors[usize::from(*a)],
                    &self.vectors[usize::from(*b)],
                )
            })
            .sum();
        sum / couplet.opening.len() as f32
    }
}

type Row = Vec<(usize, f32)>;

/// The positive pointwise mutual information of classes at one place, in either order.
fn information(couplets: &[Couplet], classes: usize) -> Vec<Row> {
    let mut counts: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    let mut sums = vec![0f32; classes];
    let mut total = 0f32;
    for couplet in couplets {
        for (a, b) in couplet.opening.iter().zip(&couplet.closing) {
            let (a, b) = (usize::from(*a), usize::from(*b));
            for (a, b) in [(a, b), (b, a)] {
                *counts.entry((a, b)).or_default() += 1.0;
                sums[a] += 1.0;
                total += 1.0;
            }
        }
    }
    let mut rows = vec![Row::new(); classes];
    for ((a, b), count) in counts {
        let information = (count * total / (sums[a] * sums[b])).ln();
        if information > 0.0 {
            rows[a].push((b, information));
        }
    }
    rows
}

fn times(rows: &[Row], vector: &[f32]) -> Vec<f32> {
    rows.iter()
        .map(|row| row.iter().map(|(at, x)| x * vector[*at]).sum())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_opposite_is_like() {
        let mut random = Random(9);
        let couplets: Vec<Couplet> = (0..2_000)
            .map(|_| {
                let opening: Vec<u16> = (0..5).map(|_| random.below(80) as u16).collect();
                let closing = opening
                    .iter()
                    .map(|c| c / 40 * 40 + random.below(40) as u16)
                    .collect();
                Couplet {
                    opening,
                    closing,
                    tone: 'A',
                }
            })
            .collect();
        let baseline = Baseline::learn(&couplets, 80);
        let score = |a: u16, b: u16| {
            baseline.score(&Couplet {
                opening: vec![a; 5],
                closing: vec![b; 5],
                tone: 'A',
            })
        };
        assert!(score(1, 2) > score(1, 60));
    }
}
