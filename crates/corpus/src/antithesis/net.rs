//! What is learnt, and how a couplet's value depends on it. `verse::antithesis::format` says the same
//! of the finished table; here the derivatives are added.

use verse::antithesis::{figures, format::place};

use crate::learn::{
    random::Random,
    vectors::{add, dot},
    weights::{Weights, warm},
};

/// Dimensions of the vectors, a multiple of eight.
pub const D: usize = 24;
/// Places in lines of five and of seven.
pub const PLACES: usize = 12;

/// All that is learnt.
pub struct Net {
    /// A vector for each class of characters.
    pub vectors: Weights,
    /// Matrices by columns.
    pub before: Weights,
    pub after: Weights,
    pub meeting: Weights,
    /// A vector for each place.
    pub places: Weights,
    /// How much each place weighs.
    pub weights: Weights,
    pub figures: Weights,
    /// For lines of five and of seven.
    pub bias: Weights,
    steps: i32,
}

/// A line in the making: each character in its surroundings, before and after the bend.
pub struct Line {
    sum: Vec<f32>,
    pub bent: Vec<f32>,
}

impl Net {
    /// Numbers by chance, to begin with.
    pub fn new(classes: usize, random: &mut Random) -> Self {
        let mut chance = |count: usize, size: f32| -> Weights {
            Weights::new((0..count).map(|_| random.normal() * size).collect())
        };
        let vectors = chance(classes * D, 0.5);
        let (before, after) = (chance(D * D, 0.02), chance(D * D, 0.02));
        let places = chance(PLACES * D, 0.02);
        let mut meeting = vec![0.0; D * D];
        meeting.iter_mut().step_by(D + 1).for_each(|x| *x = 1.0);
        Self {
            vectors,
            before,
            after,
            places,
            meeting: Weights::new(meeting),
            weights: Weights::new(vec![4.0 / D as f32; PLACES]),
            figures: Weights::new(vec![0.0; figures::COUNT]),
            bias: Weights::new(vec![0.0; 2]),
            steps: 0,
        }
    }

    /// A line's characters in their surroundings.
    pub fn line(&self, line: &[u16]) -> Line {
        let length = line.len();
        let mut sum = vec![0.0; length * D];
        for at in 0..length {
            let sum = &mut sum[at * D..][..D];
            add(sum, 1.0, self.vectors.row::<D>(usize::from(line[at])));
            add(sum, 1.0, self.places.row::<D>(place(length, at)));
            for (matrix, neighbour) in [
                (&self.before, at.checked_sub(1)),
                (&self.after, Some(at + 1)),
            ] {
                let Some(class) = neighbour.and_then(|n| line.get(n)) else {
                    continue;
                };
                for (k, x) in self
                    .vectors
                    .row::<D>(usize::from(*class))
                    .iter()
                    .enumerate()
                {
                    add(sum, *x, matrix.row::<D>(k));
                }
            }
        }
        let bent = sum.iter().map(|x| x / (1.0 + x * x).sqrt()).collect();
        Line { sum, bent }
    }

    /// Hands a line's slope down to what it was made of.
    pub fn line_back(&mut self, line: &[u16], made: &Line, slope: &[f32]) {
        let length = line.len();
        let slope: Vec<f32> = slope
            .iter()
            .zip(&made.sum)
            .map(|(slope, x)| {
                let square = 1.0 + x * x;
                slope / (square * square.sqrt())
            })
            .collect();
        for at in 0..length {
            let slope = &slope[at * D..][..D];
            add(
                self.vectors.slope_row::<D>(usize::from(line[at])),
                1.0,
                slope,
            );
            add(self.places.slope_row::<D>(place(length, at)), 1.0, slope);
            for (matrix, neighbour) in [
                (&mut self.before, at.checked_sub(1)),
                (&mut self.after, Some(at + 1)),
            ] {
                let Some(class) = neighbour.and_then(|n| line.get(n)) else {
                    continue;
                };
                let start = usize::from(*class) * D;
                for k in 0..D {
                    let x = self.vectors.value[start + k];
                    add(matrix.slope_row::<D>(k), x, slope);
                    self.vectors.slope[start + k] += dot(matrix.row::<D>(k), slope);
                }
            }
        }
    }

    /// What an opening line asks for: its inner product with a closing line is the value of all places.
    pub fn asks(&self, opening: &Line) -> Vec<f32> {
        let length = opening.bent.len() / D;
        let mut asks = vec![0.0; length * D];
        for at in 0..length {
            let asks = &mut asks[at * D..][..D];
            for k in 0..D {
                add(asks, opening.bent[at * D + k], self.meeting.row::<D>(k));
            }
            let weight = self.weights.value[place(length, at)];
            asks.iter_mut().for_each(|x| *x *= weight);
        }
        asks
    }

    /// Hands the slope of what a line asks for down; gives the slope of the line.
    pub fn asks_back(&mut self, opening: &Line, asks: &[f32], slope: &[f32]) -> Vec<f32> {
        let length = opening.bent.len() / D;
        let mut of_line = vec![0.0; length * D];
        for at in 0..length {
            let (asks, slope) = (&asks[at * D..][..D], &slope[at * D..][..D]);
            let place = place(length, at);
            let weight = self.weights.value[place];
            self.weights.slope[place] += dot(asks, slope) / weight;
            for k in 0..D {
                of_line[at * D + k] = weight * dot(self.meeting.row::<D>(k), slope);
                let x = weight * opening.bent[at * D + k];
                add(self.meeting.slope_row::<D>(k), x, slope);
            }
        }
        of_line
    }

    /// What figures of repetition add.
    pub fn of_figures(&self, counts: &[u8; figures::COUNT]) -> f32 {
        counts
            .iter()
            .zip(&self.figures.value)
            .map(|(count, weight)| f32::from(*count) * weight)
            .sum()
    }

    pub fn of_figures_back(&mut self, counts: &[u8; figures::COUNT], slope: f32) {
        for (count, to) in counts.iter().zip(&mut self.figures.slope) {
            *to += f32::from(*count) * slope;
        }
    }

    /// One step of the optimiser.
    pub fn step(&mut self, rate: f32) {
        self.steps += 1;
        let warm = warm(self.steps);
        for weights in [
            &mut self.vectors,
            &mut self.before,
            &mut self.after,
            &mut self.meeting,
            &mut self.places,
            &mut self.weights,
            &mut self.figures,
            &mut self.bias,
        ] {
            weights.step(rate, warm);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::weights::{Part, assert_slopes};

    /// The value of all places.
    fn value(net: &Net, a: &[u16], b: &[u16]) -> f32 {
        dot(&net.asks(&net.line(a)), &net.line(b).bent)
    }

    #[test]
    fn slopes_are_the_derivatives() {
        let mut net = Net::new(12, &mut Random(3));
        let (a, b) = ([1, 2, 3, 4, 5], [6, 7, 8, 2, 9]);
        let (made_a, made_b) = (net.line(&a), net.line(&b));
        let asks = net.asks(&made_a);
        let slope = net.asks_back(&made_a, &asks, &made_b.bent);
        net.line_back(&a, &made_a, &slope);
        net.line_back(&b, &made_b, &asks);
        let parts: [(Part<Net>, usize); 6] = [
            (|n| &mut n.vectors, 2 * D + 3),
            (|n| &mut n.before, 5),
            (|n| &mut n.after, D + 1),
            (|n| &mut n.meeting, 7),
            (|n| &mut n.places, 2 * D),
            (|n| &mut n.weights, 4),
        ];
        assert_slopes(&mut net, &parts, |net| value(net, &a, &b));
    }
}
