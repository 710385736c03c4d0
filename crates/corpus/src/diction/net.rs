//! What is learnt: which character goes to a place. `verse::diction::format` says the same of the
//! finished table; here the derivatives are added.

use verse::diction::format::{Context, D, H, OF_LINE, OF_POEM, PLACES, RELATIONS, ROLES};

use crate::learn::{
    random::Random,
    vectors::{add, dot},
    weights::{Weights, warm},
};

/// All that is learnt.
pub struct Net {
    /// A vector for each class, for what stands around and for what is looked for.
    pub vectors: Weights,
    /// How likely each class is of itself.
    pub bias: Weights,
    /// For each relation a matrix, by columns.
    pub around: Weights,
    /// A vector for each place, then for each role.
    pub places: Weights,
    /// The matrix back, by rows.
    pub back: Weights,
    steps: i32,
}

/// What a place asks for, before and after the bend, and the vector that is looked for.
pub struct Asked {
    inputs: Vec<(usize, Vec<f32>)>,
    sum: [f32; H],
    bent: [f32; H],
    pub out: [f32; D],
}

impl Net {
    /// Numbers by chance, to begin with.
    pub fn new(classes: usize, likely: Vec<f32>, random: &mut Random) -> Self {
        let mut chance = |count: usize, size: f32| -> Weights {
            Weights::new((0..count).map(|_| random.normal() * size).collect())
        };
        Self {
            vectors: chance(classes * D, 0.3),
            around: chance(RELATIONS * D * H, 0.12),
            places: chance((PLACES + ROLES) * H, 0.05),
            back: chance(H * D, 0.15),
            bias: Weights::new(likely),
            steps: 0,
        }
    }

    fn mean(&self, classes: &[u16]) -> Vec<f32> {
        let mut mean = vec![0.0; D];
        let share = 1.0 / classes.len() as f32;
        for class in classes {
            add(&mut mean, share, self.vectors.row::<D>(usize::from(*class)));
        }
        mean
    }

    /// What a place asks for.
    pub fn ask(&self, context: &Context) -> Asked {
        let mut inputs: Vec<(usize, Vec<f32>)> = Vec::with_capacity(10);
        for (relation, class) in &context.near {
            inputs.push((
                *relation,
                self.vectors.row::<D>(usize::from(*class)).to_vec(),
            ));
        }
        for (relation, classes) in [(OF_LINE, &context.line), (OF_POEM, &context.poem)] {
            if !classes.is_empty() {
                inputs.push((relation, self.mean(classes)));
            }
        }
        let mut sum = [0.0f32; H];
        add(&mut sum, 1.0, self.places.row::<H>(context.place));
        add(&mut sum, 1.0, self.places.row::<H>(PLACES + context.role));
        for (relation, input) in &inputs {
            for (k, x) in input.iter().enumerate() {
                add(&mut sum, *x, self.around.row::<H>(relation * D + k));
            }
        }
        let bent = sum.map(|x| x / (1.0 + x * x).sqrt());
        let mut out = [0.0f32; D];
        for (j, x) in bent.iter().enumerate() {
            add(&mut out, *x, self.back.row::<D>(j));
        }
        Asked {
            inputs,
            sum,
            bent,
            out,
        }
    }

    /// How well a class goes there.
    pub fn value(&self, asked: &Asked, class: usize) -> f32 {
        dot(self.vectors.row::<D>(class), &asked.out) + self.bias.value[class]
    }

    /// Hands the slope of what is looked for down to what it was made of.
    pub fn back(&mut self, context: &Context, asked: &Asked, slope: &[f32; D]) {
        let mut of_sum = [0.0f32; H];
        for (j, (of, bent)) in of_sum.iter_mut().zip(&asked.bent).enumerate() {
            *of = dot(self.back.row::<D>(j), slope);
            add(self.back.slope_row::<D>(j), *bent, slope);
        }
        for (of, x) in of_sum.iter_mut().zip(&asked.sum) {
            let square = 1.0 + x * x;
            *of /= square * square.sqrt();
        }
        add(self.places.slope_row::<H>(context.place), 1.0, &of_sum);
        add(
            self.places.slope_row::<H>(PLACES + context.role),
            1.0,
            &of_sum,
        );
        for (at, (relation, input)) in asked.inputs.iter().enumerate() {
            let mut of_input = [0.0f32; D];
            for k in 0..D {
                of_input[k] = dot(self.around.row::<H>(relation * D + k), &of_sum);
                add(
                    self.around.slope_row::<H>(relation * D + k),
                    input[k],
                    &of_sum,
                );
            }
            let classes = match *relation {
                OF_LINE => &context.line[..],
                OF_POEM => &context.poem[..],
                _ => std::slice::from_ref(&context.near[at].1),
            };
            let share = 1.0 / classes.len() as f32;
            for class in classes {
                add(
                    self.vectors.slope_row::<D>(usize::from(*class)),
                    share,
                    &of_input,
                );
            }
        }
    }

    /// One step of the optimiser.
    pub fn step(&mut self, rate: f32) {
        self.steps += 1;
        let warm = warm(self.steps);
        for weights in [
            &mut self.vectors,
            &mut self.bias,
            &mut self.around,
            &mut self.places,
            &mut self.back,
        ] {
            weights.step(rate, warm);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::weights::{Part, assert_slopes};

    #[test]
    fn slopes_are_the_derivatives() {
        let mut net = Net::new(60, vec![0.0; 60], &mut Random(3));
        let lines: Vec<Vec<u16>> = (0..4u16)
            .map(|l| (1..=7).map(|c| l * 7 + c).collect())
            .collect();
        let context = Context::of(&lines, 2, 1);
        let asked = net.ask(&context);
        let target: [f32; D] = net.vectors.row::<D>(50).try_into().unwrap();
        net.back(&context, &asked, &target);
        let parts: [(Part<Net>, usize); 6] = [
            (|n| &mut n.vectors, 15 * D + 3),
            (|n| &mut n.vectors, 19 * D + 1),
            (|n| &mut n.vectors, D + 2),
            (|n| &mut n.around, 2 * D * H + 5),
            (|n| &mut n.places, 6 * H + 2),
            (|n| &mut n.back, 7),
        ];
        assert_slopes(&mut net, &parts, |net| dot(&net.ask(&context).out, &target));
    }
}
