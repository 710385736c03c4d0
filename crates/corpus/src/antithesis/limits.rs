//! What makes a value a score: the threshold of a warning, and the curve of a pair.

use verse::antithesis::format::logistic;

use super::{
    couplets::Couplets,
    measure,
    net::{D, Net},
};
use crate::learn::vectors::dot;

/// At most this share of the middle couplets of 唐诗三百首 is warned of.
pub const WARNED: f64 = 0.03;

/// The value under which not more than [`WARNED`] of some lie. Those without a value (a doubled
/// character that nothing answers) are warned of anyway.
pub fn threshold(values: &[Option<f32>]) -> f32 {
    let mut values: Vec<f32> = values
        .iter()
        .map(|value| value.unwrap_or(f32::NEG_INFINITY))
        .collect();
    values.sort_by(f32::total_cmp);
    let warned = (values.len() as f64 * WARNED) as usize;
    let next = values[warned];
    match warned.checked_sub(1).map(|last| values[last]) {
        Some(last) if last.is_finite() => (last + next) / 2.0,
        _ => next - 0.1,
    }
}

/// Scale and shift of the logistic curve over the value of a place that tells best whether two
/// characters stand opposite each other in verse or were put together by chance, out of equally many.
pub fn pair_curve(net: &Net, couplets: &Couplets) -> (f32, f32) {
    let mut places: Vec<(f64, f64)> = Vec::new();
    let mut add = |opening: &[u16], closing: &[u16], is_pair: f64| {
        let (asks, closing) = (net.asks(&net.line(opening)), net.line(closing).bent);
        let each = asks.chunks_exact(D).zip(closing.chunks_exact(D));
        places.extend(each.map(|(a, b)| (f64::from(dot(a, b)), is_pair)));
    };
    for couplet in &couplets.middle {
        add(&couplet.opening, &couplet.closing, 1.0);
    }
    for couplet in &measure::mismatched(couplets, true) {
        add(&couplet.opening, &couplet.closing, 0.0);
    }
    let count = |is_pair: f64| places.iter().filter(|(_, p)| *p == is_pair).count() as f64;
    let (pairs, others) = (count(1.0), count(0.0));
    // Newton's method on the logistic loss; the kinds weigh the same.
    let (mut scale, mut shift) = (1.0f64, 0.0f64);
    for _ in 0..20 {
        let (mut gs, mut gt, mut ss, mut st, mut tt) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
        for (value, is_pair) in &places {
            let weight = 1.0 / if *is_pair == 1.0 { pairs } else { others };
            let chance = f64::from(logistic((scale * value + shift) as f32));
            let (slope, bend) = (
                weight * (chance - is_pair),
                weight * chance * (1.0 - chance),
            );
            gs += slope * value;
            gt += slope;
            ss += bend * value * value;
            st += bend * value;
            tt += bend;
        }
        let determinant = ss * tt - st * st;
        scale -= (gs * tt - gt * st) / determinant;
        shift -= (gt * ss - gs * st) / determinant;
    }
    (scale as f32, shift as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_are_warned_of_than_may_be() {
        let values: Vec<Option<f32>> = (0..100).map(|n| Some(n as f32)).collect();
        assert_eq!(threshold(&values), 2.5);
        let unanswered: Vec<Option<f32>> = (0..100).map(|n| (n > 2).then_some(n as f32)).collect();
        assert_eq!(threshold(&unanswered), 2.9);
    }
}
