//! The bytes of the table, laid out as `verse::diction::format` says.

use std::collections::BTreeMap;

use verse::diction::format::{D, H, MAGIC, RELATIONS};

use super::{lines::Lines, net::Net};
use crate::{antithesis::shapes::Shapes, bytes::varint};

/// Everything that goes into the table.
pub struct Parts<'a> {
    /// The classes by the shape that stands for each, numbered from 1.
    pub classes: &'a BTreeMap<char, u16>,
    pub shapes: &'a Shapes,
    /// The shape of each class that is offered in simplified script.
    pub offered: &'a BTreeMap<u16, char>,
    pub net: &'a Net,
    /// The words of each theme, as classes.
    pub themes: &'a [Vec<Vec<u16>>],
    pub lines: &'a Lines,
}

/// The table.
pub fn bytes(parts: &Parts<'_>) -> Vec<u8> {
    let net = parts.net;
    let classes = parts.classes.len() + 1;
    let mut bytes = MAGIC.to_vec();
    bytes.extend((classes as u16).to_le_bytes());
    vectors(&mut bytes, &net.vectors.value);
    steps(&mut bytes, &net.bias.value);
    for relation in 0..RELATIONS {
        steps(&mut bytes, &net.around.value[relation * D * H..][..D * H]);
    }
    steps(&mut bytes, &net.places.value);
    steps(&mut bytes, &net.back.value);
    parts.shapes.write(&mut bytes, parts.classes, |c, class| {
        parts.offered.get(&class) == Some(&c)
    });
    for words in parts.themes {
        varint(&mut bytes, words.len());
        for word in words {
            varint(&mut bytes, word.len());
            for class in word {
                varint(&mut bytes, usize::from(*class));
            }
        }
    }
    parts.lines.write(&mut bytes);
    bytes
}

/// Numbers in steps of a byte, after the size of a step.
fn steps(bytes: &mut Vec<u8>, numbers: &[f32]) {
    let scale = scale(numbers.iter().copied());
    bytes.extend(scale.to_le_bytes());
    bytes.extend(numbers.iter().map(|x| (x / scale).round() as i8 as u8));
}

fn scale(numbers: impl Iterator<Item = f32>) -> f32 {
    numbers.fold(1e-6f32, |scale, x| scale.max(x.abs() / 127.0))
}

/// Vectors, one dimension after the other, each in steps of its own: so they pack better.
fn vectors(bytes: &mut Vec<u8>, vectors: &[f32]) {
    let column = |k: usize| vectors.iter().skip(k).step_by(D).copied();
    let scales: Vec<f32> = (0..D).map(|k| scale(column(k))).collect();
    bytes.extend(scales.iter().flat_map(|scale| scale.to_le_bytes()));
    for (k, scale) in scales.iter().enumerate() {
        bytes.extend(column(k).map(|x| (x / scale).round() as i8 as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_keep_what_they_round() {
        let mut bytes = Vec::new();
        steps(&mut bytes, &[1.27, -0.5, 0.004]);
        let scale = f32::from_le_bytes(bytes[..4].try_into().unwrap());
        let back: Vec<f32> = bytes[4..]
            .iter()
            .map(|b| f32::from(*b as i8) * scale)
            .collect();
        assert!((scale - 0.01).abs() < 1e-6);
        assert!(
            (back[0] - 1.27).abs() < 0.006 && (back[1] + 0.5).abs() < 0.006,
            "{back:?}"
        );
        let mut bytes = Vec::new();
        let numbers: Vec<f32> = (0..D * 2).map(|n| n as f32).collect();
        vectors(&mut bytes, &numbers);
        assert_eq!(bytes.len(), D * 4 + D * 2);
        // The first dimension of both vectors stands together: 0 and D.
        assert_eq!(bytes[D * 4..][..2], [0, 127]);
    }
}
