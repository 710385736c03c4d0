//! How often characters, and words of two, stand opposite each other.

use std::collections::BTreeMap;

use super::couplets::Couplet;

/// Counts over couplets; the lower class, or word, stands first.
#[derive(Default)]
pub struct Counts {
    pub pairs: BTreeMap<(u16, u16), u32>,
    pub words: BTreeMap<[u16; 4], u32>,
}

/// Counts what stands at one place in couplets and was found so often or oftener. A word of two stands
/// in a foot (places 1-2, 3-4 of seven) or in the last three; two words of which one repeats a
/// character of the other are none, and reduplication is told without a table.
pub fn count(couplets: &[Couplet], least: u32) -> Counts {
    let mut counts = Counts::default();
    for Couplet {
        opening, closing, ..
    } in couplets
    {
        let length = opening.len();
        for (a, b) in opening.iter().zip(closing) {
            if a != b && *a != 0 && *b != 0 {
                *counts.pairs.entry((*a.min(b), *a.max(b))).or_default() += 1;
            }
        }
        for at in (0..length - 1).filter(|at| at % 2 == 0 || at + 3 >= length) {
            let [a, b] = [opening, closing].map(|line| [line[at], line[at + 1]]);
            let is_word = |word: [u16; 2]| word[0] != word[1] && !word.contains(&0);
            if is_word(a) && is_word(b) && !a.iter().any(|c| b.contains(c)) {
                let (low, high) = (a.min(b), a.max(b));
                let key = [low[0], low[1], high[0], high[1]];
                *counts.words.entry(key).or_default() += 1;
            }
        }
    }
    counts.pairs.retain(|_, count| *count >= least);
    counts.words.retain(|_, count| *count >= least);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_order_is_one_pair() {
        let couplet = |opening: [u16; 5], closing: [u16; 5]| Couplet {
            opening: opening.to_vec(),
            closing: closing.to_vec(),
            tone: 'A',
        };
        let couplets = [
            couplet([1, 2, 3, 4, 5], [6, 7, 3, 0, 8]),
            couplet([6, 7, 9, 9, 9], [1, 2, 9, 9, 9]),
        ];
        let counts = count(&couplets, 2);
        assert_eq!(counts.pairs, [((1, 6), 2), ((2, 7), 2)].into());
        assert_eq!(counts.words, [([1, 2, 6, 7], 2)].into());
    }
}
