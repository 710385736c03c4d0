//! Words that say the same: 闻 and 听, 神州 and 赤县. Set opposite, they waste a line.

/// Groups of words of one or two classes.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Synonyms(pub Vec<Vec<Vec<u16>>>);

impl Synonyms {
    fn are(&self, a: &[u16], b: &[u16]) -> bool {
        let has = |group: &[Vec<u16>], word: &[u16]| group.iter().any(|w| w == word);
        a != b && self.0.iter().any(|g| has(g, a) && has(g, b))
    }

    /// The places (from 0) at which two lines say the same. Two characters that are `usual` opposite each
    /// other do not count.
    pub(super) fn places(
        &self,
        opening: &[u16],
        closing: &[u16],
        usual: impl Fn(u16, u16) -> bool,
    ) -> Vec<usize> {
        let length = opening.len().min(closing.len());
        let mut found = vec![false; length];
        for size in [1, 2] {
            for at in 0..(length + 1).saturating_sub(size) {
                let (a, b) = (&opening[at..at + size], &closing[at..at + size]);
                if self.are(a, b) && !(size == 1 && usual(a[0], b[0])) {
                    found[at..at + size].fill(true);
                }
            }
        }
        (0..length).filter(|at| found[*at]).collect()
    }

    /// Whether so many places say the same that the two lines do: two of five, three of seven. Of the
    /// middle couplets of poets hardly any has so many.
    pub(super) fn is_whole(places: usize, length: usize) -> bool {
        places * 2 + 1 >= length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_words() {
        let synonyms = Synonyms(vec![vec![vec![1], vec![2]], vec![vec![3, 4], vec![5, 6]]]);
        let places = |a: &[u16], b: &[u16]| synonyms.places(a, b, |_, _| false);
        assert_eq!(places(&[1, 3, 4, 9], &[2, 5, 6, 9]), [0, 1, 2]);
        assert_eq!(places(&[1, 3, 4, 9], &[1, 5, 7, 9]), [0usize; 0]);
        assert_eq!(places(&[], &[]), [0usize; 0]);
        let usual = synonyms.places(&[1, 3, 4], &[2, 5, 6], |_, _| true);
        assert_eq!(usual, [1, 2], "words are not asked about by character");
        assert!(Synonyms::is_whole(2, 5) && !Synonyms::is_whole(1, 5));
        assert!(Synonyms::is_whole(3, 7) && !Synonyms::is_whole(2, 7));
    }
}
