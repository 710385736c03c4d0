//! Learns which lines answer each other.
//!
//! Two questions at once, on batches of middle couplets of one width and one tonal type: of the
//! closing lines of the batch, which belongs to this opening line, and the other way round
//! (cross-entropy); and is this couplet a middle one or a last one (logistic loss). Since all closing
//! lines of a batch have the same tones at the fixed places, tones teach nothing.

use std::collections::BTreeMap;

use verse::antithesis::{figures, format::exp};

use super::{
    couplets::{Couplet, Couplets},
    net::{Line, Net},
};
use crate::learn::{
    random::Random,
    vectors::{add, dot},
};

/// Where everything begins.
const SEED: u64 = 0x5eed_0003;
/// How often each couplet is seen.
const ROUNDS: usize = 5;
/// Couplets of a batch.
const BATCH: usize = 128;
/// The first step; the last is a fiftieth of it.
const RATE: f32 = 0.006;
/// One character in so many is hidden, so that what is unknown is learnt too and no couplet by heart.
const HIDDEN: f32 = 0.03;

/// Learns from couplets.
pub fn train(couplets: &Couplets, classes: usize) -> Net {
    in_batches(couplets, classes, BATCH)
}

fn in_batches(couplets: &Couplets, classes: usize, batch: usize) -> Net {
    let mut random = Random(SEED);
    let mut net = Net::new(classes, &mut random);
    let mut kinds: BTreeMap<(usize, char), Vec<usize>> = BTreeMap::new();
    for (at, couplet) in couplets.middle.iter().enumerate() {
        let kind = (couplet.opening.len(), couplet.tone);
        kinds.entry(kind).or_default().push(at);
    }
    let lasts = [5, 7].map(|length| -> Vec<&Couplet> {
        let fits = |c: &&Couplet| c.opening.len() == length;
        couplets.last.iter().filter(fits).collect()
    });
    let batches: usize = kinds.values().map(|all| all.len() / batch).sum();
    let steps = (batches * ROUNDS) as f32;
    let mut done = 0.0;
    for round in 1..=ROUNDS {
        let mut batches: Vec<Vec<usize>> = Vec::new();
        for all in kinds.values_mut() {
            random.shuffle(all);
            batches.extend(all.chunks_exact(batch).map(<[usize]>::to_vec));
        }
        random.shuffle(&mut batches);
        let mut loss = 0.0;
        for batch in &batches {
            let middle: Vec<&Couplet> = batch.iter().map(|at| &couplets.middle[*at]).collect();
            let pool = &lasts[usize::from(middle[0].opening.len() == 7)];
            let last: Vec<&Couplet> = middle
                .iter()
                .map(|_| pool[random.below(pool.len())])
                .collect();
            loss += step(&mut net, &middle, &last, &mut random);
            net.step(RATE * (1.0f32 - done / steps).max(0.02));
            done += 1.0;
        }
        let loss = loss / batches.len() as f32;
        eprintln!("round {round} of {ROUNDS}: loss {loss:.4}");
    }
    net
}

/// A line some of whose characters are hidden.
fn hide(line: &[u16], random: &mut Random) -> Vec<u16> {
    line.iter()
        .map(|c| if random.unit() < HIDDEN { 0 } else { *c })
        .collect()
}

/// A couplet in the making.
struct Made {
    opening: (Vec<u16>, Line),
    closing: (Vec<u16>, Line),
    asks: Vec<f32>,
}

impl Made {
    fn new(net: &Net, couplet: &Couplet, random: &mut Random) -> Self {
        let mut line = |line: &[u16]| {
            let hidden = hide(line, random);
            let made = net.line(&hidden);
            (hidden, made)
        };
        let (opening, closing) = (line(&couplet.opening), line(&couplet.closing));
        Self {
            asks: net.asks(&opening.1),
            opening,
            closing,
        }
    }

    /// Hands down the slopes of what the opening line asks for and of the closing line.
    fn back(&self, net: &mut Net, of_asks: &[f32], of_closing: &[f32]) {
        let of_opening = net.asks_back(&self.opening.1, &self.asks, of_asks);
        net.line_back(&self.opening.0, &self.opening.1, &of_opening);
        net.line_back(&self.closing.0, &self.closing.1, of_closing);
    }
}

/// The slopes of one batch; gives its loss.
fn step(net: &mut Net, middle: &[&Couplet], last: &[&Couplet], random: &mut Random) -> f32 {
    let count = middle.len();
    let size = count as f32;
    let made: Vec<Made> = middle.iter().map(|c| Made::new(net, c, random)).collect();
    let mut values = Vec::with_capacity(count * count);
    let mut figures = Vec::with_capacity(count * count);
    for (one, made_one) in middle.iter().zip(&made) {
        for (other, made_other) in middle.iter().zip(&made) {
            let counts = figures::count(&one.opening, &other.closing);
            let of_places = dot(&made_one.asks, &made_other.closing.1.bent);
            values.push(of_places + net.of_figures(&counts));
            figures.push(counts);
        }
    }
    let (mut slopes, mut loss) = choice(&values, count);
    let bias = usize::from(middle[0].opening.len() == 7);
    for at in 0..count {
        let (of, slope) = logistic_loss(values[at * count + at] + net.bias.value[bias], true);
        loss += of / size;
        slopes[at * count + at] += slope / size;
        net.bias.slope[bias] += slope / size;
    }
    for couplet in last {
        let made = Made::new(net, couplet, random);
        let counts = figures::count(&couplet.opening, &couplet.closing);
        let of_places = dot(&made.asks, &made.closing.1.bent);
        let value = of_places + net.of_figures(&counts) + net.bias.value[bias];
        let (of, slope) = logistic_loss(value, false);
        loss += of / size;
        let slope = slope / size;
        net.bias.slope[bias] += slope;
        net.of_figures_back(&counts, slope);
        let times = |vector: &[f32]| -> Vec<f32> { vector.iter().map(|x| x * slope).collect() };
        made.back(net, &times(&made.closing.1.bent), &times(&made.asks));
    }
    let width = made[0].asks.len();
    let mut of_asks = vec![vec![0.0; width]; count];
    let mut of_closing = vec![vec![0.0; width]; count];
    for one in 0..count {
        for other in 0..count {
            let slope = slopes[one * count + other];
            add(&mut of_asks[one], slope, &made[other].closing.1.bent);
            add(&mut of_closing[other], slope, &made[one].asks);
            net.of_figures_back(&figures[one * count + other], slope);
        }
    }
    for ((made, of_asks), of_closing) in made.iter().zip(&of_asks).zip(&of_closing) {
        made.back(net, of_asks, of_closing);
    }
    loss
}

/// The loss of choosing each opening line's closing line, and each closing line's opening line, from a
/// square of values with the right ones on the diagonal; and its slopes.
fn choice(values: &[f32], count: usize) -> (Vec<f32>, f32) {
    let mut slopes = vec![0.0; count * count];
    let mut loss = 0.0;
    let half = 0.5 / count as f32;
    let mut choose = |place: &dyn Fn(usize) -> usize, right: usize| {
        let most = (0..count).fold(f32::MIN, |most, k| most.max(values[place(k)]));
        let powers: Vec<f32> = (0..count).map(|k| exp(values[place(k)] - most)).collect();
        let sum: f32 = powers.iter().sum();
        for (k, power) in powers.iter().enumerate() {
            slopes[place(k)] += half * power / sum;
        }
        slopes[place(right)] -= half;
        loss -= half * (powers[right] / sum).max(1e-20).ln();
    };
    for at in 0..count {
        choose(&|k| at * count + k, at);
        choose(&|k| k * count + at, at);
    }
    (slopes, loss)
}

/// The loss of holding a couplet of this value for a middle one or a last one, and its slope.
fn logistic_loss(value: f32, is_middle: bool) -> (f32, f32) {
    let chance = 1.0 / (1.0 + exp(-value));
    if is_middle {
        (-chance.max(1e-9).ln(), chance - 1.0)
    } else {
        (-(1.0 - chance).max(1e-9).ln(), chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_is_learnt() {
        // Even numbers answer even ones, odd ones odd ones; last couplets mix them.
        let mut random = Random(5);
        let mut couplet = |mixed: bool| {
            let opening: Vec<u16> = (0..5).map(|_| 1 + random.below(40) as u16).collect();
            let closing = opening
                .iter()
                .map(|c| 1 + 2 * random.below(20) as u16 + u16::from(!mixed && c % 2 == 0))
                .collect();
            Couplet {
                opening,
                closing,
                tone: 'A',
            }
        };
        let couplets = Couplets {
            middle: (0..800).map(|_| couplet(false)).collect(),
            last: (0..400).map(|_| couplet(true)).collect(),
            first: Vec::new(),
        };
        let net = in_batches(&couplets, 41, 16);
        let value = |a: u16, b: u16| {
            let line = |c| net.line(&[c, 0, 0, 0, 0]);
            dot(&net.asks(&line(a)), &line(b).bent)
        };
        assert!(value(2, 4) > value(2, 5));
        assert!(value(3, 5) > value(3, 4));
    }
}
