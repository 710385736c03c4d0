//! The bytes of the table, laid out as `verse::antithesis::format` says.

use std::collections::BTreeMap;

use verse::antithesis::format::{LEAST_FOUND, Limits, MAGIC};

use super::{
    counts::Counts,
    lexicon::Lexicon,
    net::{D, Net},
    shapes::Shapes,
};
use crate::bytes::varint;

/// Everything that goes into the table but the limits.
pub struct Parts<'a> {
    /// The classes by the shape that stands for each, numbered from 1.
    pub classes: &'a BTreeMap<char, u16>,
    /// The commonest shape of each class.
    pub commonest: &'a BTreeMap<u16, char>,
    pub shapes: &'a Shapes,
    pub net: &'a Net,
    pub steps: &'a Steps,
    pub categories: &'a [u8],
    pub counts: &'a Counts,
    pub lexicon: &'a Lexicon,
}

/// Vectors in steps of a byte.
pub struct Steps {
    scales: Vec<f32>,
    steps: Vec<i8>,
}

/// Rounds a net's vectors to steps of a byte: the net goes on with what the table will say.
pub fn round(net: &mut Net) -> Steps {
    let vectors = &mut net.vectors.value;
    let mut scales = vec![1e-6f32; D];
    for vector in vectors.as_chunks::<D>().0 {
        for (scale, x) in scales.iter_mut().zip(vector) {
            *scale = scale.max(x.abs() / 127.0);
        }
    }
    let mut steps = Vec::with_capacity(vectors.len());
    for vector in vectors.as_chunks_mut::<D>().0 {
        for (scale, x) in scales.iter().zip(vector) {
            let step = (*x / scale).round() as i8;
            steps.push(step);
            *x = f32::from(step) * scale;
        }
    }
    Steps { scales, steps }
}

/// The table.
pub fn bytes(parts: &Parts<'_>, limits: Limits) -> Vec<u8> {
    let net = parts.net;
    let mut bytes = MAGIC.to_vec();
    let classes = parts.classes.len() + 1;
    bytes.extend((classes as u16).to_le_bytes());
    bytes.push(D as u8);
    let limits = [limits.threshold, limits.pair_scale, limits.pair_shift];
    for numbers in [
        &limits[..],
        &net.bias.value,
        &net.figures.value,
        &net.weights.value,
        &net.before.value,
        &net.after.value,
        &net.meeting.value,
        &net.places.value,
        &parts.steps.scales,
    ] {
        bytes.extend(numbers.iter().flat_map(|x| x.to_le_bytes()));
    }
    bytes.extend(parts.steps.steps.iter().map(|step| *step as u8));
    bytes.extend(parts.categories);
    shapes(&mut bytes, parts);
    counts(&mut bytes, parts.counts, classes);
    varint(&mut bytes, parts.lexicon.names.len());
    for class in parts.lexicon.names.iter().flatten() {
        varint(&mut bytes, usize::from(*class));
    }
    varint(&mut bytes, parts.lexicon.synonyms.len());
    for group in &parts.lexicon.synonyms {
        varint(&mut bytes, group.len());
        for word in group {
            varint(&mut bytes, word.len());
            for class in word {
                varint(&mut bytes, usize::from(*class));
            }
        }
    }
    bytes
}

fn shapes(bytes: &mut Vec<u8>, parts: &Parts<'_>) {
    parts.shapes.write(bytes, parts.classes, |c, class| {
        parts.commonest.get(&class).is_some_and(|commonest| {
            let simplified = parts.shapes.simplified(*commonest);
            // Another class would show another character.
            let fits = parts.shapes.one(simplified) == parts.shapes.one(c);
            c == if fits { simplified } else { *commonest }
        })
    });
}

fn counts(bytes: &mut Vec<u8>, counts: &Counts, classes: usize) {
    let least = LEAST_FOUND as usize;
    for low in 1..classes as u16 {
        let partners = counts.pairs.range((low, 0)..=(low, u16::MAX));
        varint(bytes, partners.clone().count());
        let mut before = low;
        for ((_, high), count) in partners {
            varint(bytes, usize::from(high - before));
            varint(bytes, *count as usize - least);
            before = *high;
        }
    }
    varint(bytes, counts.words.len());
    let mut before = 0;
    for ([first, rest @ ..], count) in &counts.words {
        varint(bytes, usize::from(first - before));
        before = *first;
        for class in rest {
            varint(bytes, usize::from(*class));
        }
        varint(bytes, *count as usize - least);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::random::Random;

    #[test]
    fn rounding_keeps_what_it_rounds() {
        let mut net = Net::new(5, &mut Random(1));
        let before = net.vectors.value.clone();
        let steps = round(&mut net);
        assert_eq!(steps.steps.len(), 5 * D);
        for (k, (a, b)) in before.iter().zip(&net.vectors.value).enumerate() {
            assert!((a - b).abs() <= steps.scales[k % D] * 0.51);
        }
        let again = net.vectors.value.clone();
        round(&mut net);
        let same = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-5;
        assert!(again.iter().zip(&net.vectors.value).all(same));
    }
}
