//! The value of a couplet: how each place's characters meet in their surroundings.

use super::{figures, format::place};

/// What was learnt. [`super::format`] says how it is used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    pub dimensions: usize,
    pub bias: [f32; 2],
    pub figures: [f32; figures::COUNT],
    pub weights: Vec<f32>,
    pub before: Vec<f32>,
    pub after: Vec<f32>,
    pub meeting: Vec<f32>,
    pub places: Vec<f32>,
    pub scales: Vec<f32>,
    pub vectors: Vec<u8>,
}

/// The value of a couplet, and of each of its places.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Values {
    pub whole: f32,
    pub places: Vec<f32>,
}

impl Model {
    /// The vector of a class.
    fn vector(&self, class: u16) -> impl Iterator<Item = f32> + '_ {
        let start = usize::from(class) * self.dimensions;
        self.vectors[start..start + self.dimensions]
            .iter()
            .zip(&self.scales)
            .map(|(step, scale)| f32::from(*step as i8) * scale)
    }

    /// Adds a matrix times a class's vector.
    fn add(&self, to: &mut [f32], matrix: &[f32], class: u16) {
        for (x, column) in self.vector(class).zip(matrix.chunks_exact(self.dimensions)) {
            for (to, cell) in to.iter_mut().zip(column) {
                *to += cell * x;
            }
        }
    }

    /// The character at a place in its surroundings.
    fn in_place(&self, line: &[u16], at: usize) -> Vec<f32> {
        let d = self.dimensions;
        let place = place(line.len(), at);
        let mut sum: Vec<f32> = self
            .vector(line[at])
            .zip(&self.places[place * d..])
            .map(|(x, y)| x + y)
            .collect();
        if let Some(before) = at.checked_sub(1) {
            self.add(&mut sum, &self.before, line[before]);
        }
        if let Some(after) = line.get(at + 1) {
            self.add(&mut sum, &self.after, *after);
        }
        for x in &mut sum {
            *x /= (1.0 + *x * *x).sqrt();
        }
        sum
    }

    /// The values of two lines of five or of seven classes.
    pub(super) fn values(&self, opening: &[u16], closing: &[u16]) -> Values {
        let d = self.dimensions;
        let length = opening.len();
        let places: Vec<f32> = (0..length)
            .map(|at| {
                let (a, b) = (self.in_place(opening, at), self.in_place(closing, at));
                let meeting: f32 = a
                    .iter()
                    .zip(self.meeting.chunks_exact(d))
                    .map(|(a, column)| a * column.iter().zip(&b).map(|(m, b)| m * b).sum::<f32>())
                    .sum();
                self.weights[place(length, at)] * meeting
            })
            .collect();
        let figures: f32 = figures::count(opening, closing)
            .into_iter()
            .zip(self.figures)
            .map(|(count, weight)| f32::from(count) * weight)
            .sum();
        Values {
            whole: places.iter().sum::<f32>() + figures + self.bias[usize::from(length == 7)],
            places,
        }
    }
}
