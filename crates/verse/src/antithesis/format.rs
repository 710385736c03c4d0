//! The bytes of `data/antithesis.bin`, which `crates/corpus` writes and [`super::Table`] reads.
//!
//! Numbers are little-endian; `varint` is seven bits a byte, the lowest first, the highest bit set
//! where more follow. A *class* is one character in all its shapes (云 雲), numbered from 1 in the order
//! of the smallest code point among them; 0 is an unknown character.
//!
//! | part | bytes |
//! |---|---|
//! | [`MAGIC`] | 4 |
//! | number of classes and 1, dimensions D | u16, u8 |
//! | [`Limits`]: threshold, scale and shift of a pair | 3 × f32 |
//! | bias for lines of five and of seven; weights of [`super::figures`] | 2 + 6 f32 |
//! | weight of each place: five of five, seven of seven | 12 × f32 |
//! | matrices: character before, character after, meeting | 3 × D × D f32, by columns |
//! | vector of each place | 12 × D f32 |
//! | scale of each dimension | D × f32 |
//! | vectors of the classes, 0 first | classes × D i8 |
//! | category of each class, by its number in [`super::Category::ALL`] from 1; 0 is none | classes × u8 |
//! | shapes: how many; for each the code point less the one before, times 4, plus 2 if it is the one to show, plus 1 if a class begins with it; else its class follows | varint, varints |
//! | pairs: for each class from 1 how many partners; for each the class less the one before (first: less its own), how often less [`LEAST_FOUND`] | varints |
//! | pairs of words of two characters: how many; four classes and how often, the first class less the one before | varints |
//! | names of two characters: how many; two classes each | varints |
//! | groups of synonyms: how many; for each how many; for each its length, its classes | varints |
//!
//! A couplet's value is the sum over its places of weight × (M·a) · b, with a and b the characters in
//! their surroundings: x / √(1 + x²) of the sum of the character's vector, the place's, and the
//! matrices times the vectors of the characters before and after; to which bias and figures are added.

/// How the bytes begin; the third is the version.
pub const MAGIC: [u8; 4] = *b"DZ\x01\n";

/// A pair that stands in the table was found at least so often.
pub const LEAST_FOUND: u32 = 6;

/// What makes a value a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The value under which a couplet lacks antithesis.
    pub threshold: f32,
    /// Scale of the logistic curve that makes the value of a pair a score.
    pub pair_scale: f32,
    /// Its shift.
    pub pair_shift: f32,
}

/// The number of a place (from 0) in a line of five or seven.
pub const fn place(length: usize, at: usize) -> usize {
    if length == 5 { at } else { 5 + at }
}

/// e to a power, from operations that are the same on every machine.
pub fn exp(power: f32) -> f32 {
    let power = power.clamp(-80.0, 80.0);
    let whole = (power * std::f32::consts::LOG2_E).floor();
    let rest = power - whole * std::f32::consts::LN_2;
    let mut sum = 1.0;
    for n in [6.0, 5.0, 4.0, 3.0, 2.0, 1.0] {
        sum = 1.0 + rest * sum / n;
    }
    sum * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// The logistic curve.
pub fn logistic(value: f32) -> f32 {
    1.0 / (1.0 + exp(-value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers() {
        for power in [-20.0f32, -1.0, -0.1, 0.0, 0.3, 1.0, 7.7, 30.0] {
            let (ours, theirs) = (exp(power), power.exp());
            assert!((ours - theirs).abs() <= theirs * 1e-5, "{power}: {ours}");
        }
        assert_eq!(logistic(0.0), 0.5);
        assert!(logistic(-1e9) < 1e-30 && logistic(1e9) == 1.0);
    }
}
