//! Learns which character goes to a place: of some hundreds that verse uses as often as it does, the
//! poet's own is to be told (sampled softmax).

use verse::{
    antithesis::format::exp,
    diction::format::{Context, D},
};

use super::net::{Asked, Net};
use crate::learn::{
    random::Random,
    vectors::{add, dot},
};

/// Where everything begins.
const SEED: u64 = 0x5eed_0005;
/// How often each poem is seen.
const ROUNDS: usize = 6;
/// Places of each line that are looked at in a round.
const OF_A_LINE: usize = 3;
/// Places of a batch.
const BATCH: usize = 256;
/// Characters that the poet's own is told from.
const OTHERS: usize = 512;
/// The first step; the last is a fiftieth of it.
const RATE: f32 = 0.004;
/// How often what comes after the place is hidden, as it is where words are made from left to right;
/// the other line of the couplet; one character.
const HIDDEN_AFTER: f32 = 0.2;
const HIDDEN_LINE: f32 = 0.1;
const HIDDEN: f32 = 0.03;

/// A poem as numbers of classes.
pub type Poem = Vec<Vec<u16>>;

/// Learns from poems.
pub fn train(poems: &[Poem], classes: usize) -> Net {
    among(poems, classes, OTHERS)
}

/// Learns to tell a poet's own character from so many others.
fn among(poems: &[Poem], classes: usize, others: usize) -> Net {
    let mut random = Random(SEED);
    let all: Vec<u16> = poems.iter().flatten().flatten().copied().collect();
    let mut counts = vec![1.0f32; classes];
    for class in &all {
        counts[usize::from(*class)] += 1.0;
    }
    let total: f32 = counts.iter().sum();
    // How likely a character is to be among the others.
    let likely: Vec<f32> = counts.iter().map(|count| ln(count / total)).collect();
    let mut net = Net::new(classes, likely.clone(), &mut random);
    let mut order: Vec<usize> = (0..poems.len()).collect();
    let of_round: usize = poems.iter().map(|poem| poem.len() * OF_A_LINE).sum();
    let steps = (of_round * ROUNDS / BATCH) as f32;
    let mut done = 0.0;
    for round in 1..=ROUNDS {
        random.shuffle(&mut order);
        let mut batch = Vec::with_capacity(BATCH);
        let (mut loss, mut batches) = (0.0, 0.0f32);
        for poem in order.iter().map(|at| &poems[*at]) {
            for line in 0..poem.len() {
                for _ in 0..OF_A_LINE {
                    let at = random.below(poem[line].len());
                    let own = poem[line][at];
                    if own != 0 {
                        batch.push((hidden(poem, line, at, &mut random), own));
                    }
                    if batch.len() == BATCH {
                        let others: Vec<u16> =
                            (0..others).map(|_| all[random.below(all.len())]).collect();
                        loss += step(&mut net, &batch, &others, &likely);
                        net.step(RATE * (1.0f32 - done / steps).max(0.02));
                        done += 1.0;
                        batches += 1.0;
                        batch.clear();
                    }
                }
            }
        }
        eprintln!("round {round} of {ROUNDS}: loss {:.4}", loss / batches);
    }
    net
}

/// What stands around a place, some of it hidden.
fn hidden(poem: &Poem, line: usize, at: usize, random: &mut Random) -> Context {
    let mut context = Context::of(poem, line, at);
    let after = random.unit() < HIDDEN_AFTER;
    let opposite = random.unit() < HIDDEN_LINE;
    for (relation, class) in &mut context.near {
        let is_hidden = match *relation {
            2 | 3 => after,
            4.. => opposite,
            _ => false,
        };
        if is_hidden || random.unit() < HIDDEN {
            *class = 0;
        }
    }
    context
}

/// The slopes of one batch; gives its loss.
fn step(net: &mut Net, batch: &[(Context, u16)], others: &[u16], likely: &[f32]) -> f32 {
    let share = 1.0 / batch.len() as f32;
    let mut loss = 0.0;
    let mut of_others = vec![[0.0f32; D]; others.len()];
    let mut of_bias = vec![0.0f32; others.len()];
    let asked: Vec<Asked> = batch.iter().map(|(context, _)| net.ask(context)).collect();
    let vectors: Vec<[f32; D]> = others
        .iter()
        .map(|class| {
            let mut own = [0.0; D];
            own.copy_from_slice(net.vectors.row::<D>(usize::from(*class)));
            own
        })
        .collect();
    let ahead: Vec<f32> = others
        .iter()
        .map(|class| net.bias.value[usize::from(*class)] - likely[usize::from(*class)])
        .collect();
    for ((context, own), asked) in batch.iter().zip(&asked) {
        let own_class = usize::from(*own);
        let own_value = net.value(asked, own_class) - likely[own_class];
        let mut values: Vec<f32> = vectors
            .iter()
            .zip(&ahead)
            .zip(others)
            .map(|((vector, ahead), class)| {
                if class == own {
                    f32::NEG_INFINITY
                } else {
                    dot(vector, &asked.out) + ahead
                }
            })
            .collect();
        let most = values.iter().copied().fold(own_value, f32::max);
        let own_part = exp(own_value - most);
        let mut sum = own_part;
        for value in &mut values {
            *value = if *value == f32::NEG_INFINITY {
                0.0
            } else {
                exp(*value - most)
            };
            sum += *value;
        }
        loss += (ln(sum) + most - own_value) * share;
        let own_slope = (own_part / sum - 1.0) * share;
        let mut of_out = [0.0f32; D];
        add(&mut of_out, own_slope, net.vectors.row::<D>(own_class));
        add(net.vectors.slope_row::<D>(own_class), own_slope, &asked.out);
        net.bias.slope[own_class] += own_slope;
        for (at, value) in values.iter().enumerate() {
            let slope = value / sum * share;
            add(&mut of_out, slope, &vectors[at]);
            add(&mut of_others[at], slope, &asked.out);
            of_bias[at] += slope;
        }
        net.back(context, asked, &of_out);
    }
    for ((class, slope), bias) in others.iter().zip(&of_others).zip(&of_bias) {
        add(net.vectors.slope_row::<D>(usize::from(*class)), 1.0, slope);
        net.bias.slope[usize::from(*class)] += bias;
    }
    loss
}

/// The natural logarithm of a number above 0, from operations that are the same on every machine.
fn ln(number: f32) -> f32 {
    let bits = number.to_bits();
    let power = ((bits >> 23) as i32 - 127) as f32;
    let rest = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    // From 1 to 2: by the series of the inverse hyperbolic tangent.
    let x = (rest - 1.0) / (rest + 1.0);
    let square = x * x;
    let mut sum = 0.0;
    for n in [13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        sum = sum * square + 1.0 / n;
    }
    power * std::f32::consts::LN_2 + 2.0 * x * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms() {
        for number in [1e-6f32, 0.3, 1.0, 1.9, 2.0, 77.0, 1e9] {
            let (ours, theirs) = (ln(number), number.ln());
            assert!(
                (ours - theirs).abs() < 1e-5 * (1.0 + theirs.abs()),
                "{number}: {ours}"
            );
        }
    }

    #[test]
    fn what_always_goes_together_is_learnt() {
        // Each poem is a row of numbers that follow each other.
        let poems: Vec<Poem> = (0..320u16)
            .map(|n| {
                (0..4)
                    .map(|line| (0..5).map(|at| (n + line * 5 + at) % 40 + 1).collect())
                    .collect()
            })
            .collect();
        let net = among(&poems, 41, 64);
        let mut right = 0;
        for poem in &poems[..40] {
            let asked = net.ask(&Context::of(poem, 1, 2));
            let best =
                (1..41).max_by(|a, b| net.value(&asked, *a).total_cmp(&net.value(&asked, *b)));
            right += usize::from(best == Some(usize::from(poem[1][2])));
        }
        assert!(right > 30, "{right} of 40");
    }
}
