//! Numbers that are learnt.

/// Numbers that are learnt, with their derivatives and the averages of the optimiser (Adam).
pub struct Weights {
    pub value: Vec<f32>,
    pub slope: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Weights {
    /// These, to begin with.
    pub fn new(value: Vec<f32>) -> Self {
        let zero = vec![0.0; value.len()];
        Self {
            slope: zero.clone(),
            mean: zero.clone(),
            square: zero,
            value,
        }
    }

    /// Row `at` of rows of `D`.
    pub fn row<const D: usize>(&self, at: usize) -> &[f32] {
        &self.value[at * D..][..D]
    }

    /// The slopes of that row.
    pub fn slope_row<const D: usize>(&mut self, at: usize) -> &mut [f32] {
        &mut self.slope[at * D..][..D]
    }

    /// One step down the slope, which is forgotten. `warm` makes up for the averages' beginning at zero.
    pub fn step(&mut self, rate: f32, warm: (f32, f32)) {
        for (((value, slope), mean), square) in self
            .value
            .iter_mut()
            .zip(&mut self.slope)
            .zip(&mut self.mean)
            .zip(&mut self.square)
        {
            *mean += 0.1 * (*slope - *mean);
            *square += 0.01 * (*slope * *slope - *square);
            *value -= rate * (*mean / warm.0) / ((*square / warm.1).sqrt() + 1e-6);
            *slope = 0.0;
        }
    }
}

/// Some weights of what is learnt.
#[cfg(test)]
pub type Part<N> = fn(&mut N) -> &mut Weights;

/// Checks that slopes are the derivatives of a value: at each of these numbers it is moved a little up and
/// down.
#[cfg(test)]
pub fn assert_slopes<N>(net: &mut N, parts: &[(Part<N>, usize)], value: impl Fn(&N) -> f32) {
    for (number, (part, at)) in parts.iter().enumerate() {
        let slope = part(net).slope[*at];
        let mut moved = |by: f32| {
            part(net).value[*at] += by;
            let value = value(net);
            part(net).value[*at] -= by;
            value
        };
        let measured = (moved(1e-2) - moved(-1e-2)) / 2e-2;
        assert!(
            (slope - measured).abs() < 2e-3 * (1.0 + measured.abs()),
            "part {number}: {slope} is not {measured}"
        );
    }
}

/// What the averages have of their full weight after so many steps; after two thousand it is all.
pub fn warm(steps: i32) -> (f32, f32) {
    let rest = |keep: f32| 1.0 - (0..steps.min(2_000)).fold(1.0f32, |a, _| a * keep);
    (rest(0.9), rest(0.99))
}
