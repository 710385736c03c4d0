//! How well a character goes to a place, by what stands around it.

use crate::bytes::Bytes;

use super::format::{Context, D, H, OF_LINE, OF_POEM, PLACES, RELATIONS, ROLES};

/// What was learnt.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    /// [`D`] numbers for each class.
    vectors: Vec<f32>,
    /// How likely each class is of itself.
    bias: Vec<f32>,
    around: Vec<f32>,
    places: Vec<f32>,
    back: Vec<f32>,
}

impl Model {
    /// From the bytes of the table.
    pub(super) fn read(bytes: &mut Bytes<'_>, classes: usize) -> Option<Self> {
        let scales = bytes.floats(D)?;
        let mut vectors = vec![0.0; classes * D];
        for (k, scale) in scales.iter().enumerate() {
            let steps = bytes.take(classes)?;
            for (vector, step) in vectors.chunks_exact_mut(D).zip(steps) {
                if let Some(x) = vector.get_mut(k) {
                    *x = f32::from(*step as i8) * scale;
                }
            }
        }
        let bias = steps(bytes, classes)?;
        let mut around = Vec::with_capacity(RELATIONS * D * H);
        for _ in 0..RELATIONS {
            around.extend(steps(bytes, D * H)?);
        }
        let places = steps(bytes, (PLACES + ROLES) * H)?;
        let back = steps(bytes, H * D)?;
        Some(Self {
            vectors,
            bias,
            around,
            places,
            back,
        })
    }

    fn vector(&self, class: u16) -> &[f32] {
        let start = usize::from(class) * D;
        self.vectors.get(start..start + D).unwrap_or_default()
    }

    /// What a place asks for: the vector that is looked for.
    fn ask(&self, context: &Context) -> Vec<f32> {
        let mut sum = vec![0.0f32; H];
        let place = |number: usize| self.places.get(number * H..(number + 1) * H);
        for row in [place(context.place), place(PLACES + context.role)] {
            add(&mut sum, 1.0, row.unwrap_or_default());
        }
        let mut take = |relation: usize, input: &[f32]| {
            let start = relation * D * H;
            let matrix = self.around.get(start..start + D * H).unwrap_or_default();
            for (x, column) in input.iter().zip(matrix.chunks_exact(H)) {
                add(&mut sum, *x, column);
            }
        };
        for (relation, class) in &context.near {
            take(*relation, self.vector(*class));
        }
        for (relation, classes) in [(OF_LINE, &context.line), (OF_POEM, &context.poem)] {
            if !classes.is_empty() {
                take(relation, &self.mean(classes));
            }
        }
        let mut out = vec![0.0f32; D];
        for (x, row) in sum.iter().zip(self.back.chunks_exact(D)) {
            add(&mut out, x / (1.0 + x * x).sqrt(), row);
        }
        out
    }

    fn mean(&self, classes: &[u16]) -> Vec<f32> {
        let mut mean = vec![0.0; D];
        let share = 1.0 / classes.len().max(1) as f32;
        for class in classes {
            add(&mut mean, share, self.vector(*class));
        }
        mean
    }

    /// The logarithm of how likely each class is at a place, by number; of the unknown character it is
    /// nothing that counts.
    pub(super) fn likelihoods(&self, context: &Context) -> Vec<f32> {
        let out = self.ask(context);
        let vectors = self.vectors.chunks_exact(D).zip(&self.bias);
        let mut values: Vec<f32> = vectors.map(|(v, bias)| dot(v, &out) + bias).collect();
        if let Some(unknown) = values.first_mut() {
            *unknown = f32::MIN;
        }
        let most = values.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = values.iter().map(|value| (value - most).exp()).sum();
        let norm = most + sum.ln();
        values.iter_mut().for_each(|value| *value -= norm);
        values
    }

    /// How near each class is to the mean of some, from -1 to 1.
    pub(super) fn nearness(&self, classes: &[u16]) -> Vec<f32> {
        let mean = self.mean(classes);
        let size = dot(&mean, &mean).sqrt().max(1e-6);
        let near = |v: &[f32]| dot(v, &mean) / (size * dot(v, v).sqrt().max(1e-6));
        self.vectors.chunks_exact(D).map(near).collect()
    }
}

/// Numbers in steps of a byte, after their scale.
fn steps(bytes: &mut Bytes<'_>, count: usize) -> Option<Vec<f32>> {
    let scale = bytes.float()?;
    let steps = bytes.take(count)?;
    Some(
        steps
            .iter()
            .map(|step| f32::from(*step as i8) * scale)
            .collect(),
    )
}

fn add(to: &mut [f32], factor: f32, of: &[f32]) {
    for (to, x) in to.iter_mut().zip(of) {
        *to += factor * x;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0f32; 8];
    for (x, y) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for (sum, (x, y)) in sums.iter_mut().zip(x.iter().zip(y)) {
            *sum += x * y;
        }
    }
    sums.iter().sum()
}
