//! Repetition in a couplet, which is told from the characters alone: reduplication that answers
//! reduplication, and characters that come back.

/// How many features [`count`] gives.
pub const COUNT: usize = 6;

/// Counts over two lines of the same length, as numbers of characters; 0 is an unknown one, which is
/// like no other:
///
/// 0. places where both lines have the same character,
/// 1. characters of the opening line that the closing one has at another place,
/// 2. places where both lines double a character (萧萧, 滚滚),
/// 3. places where only one does,
/// 4. pairs of places further apart at which both lines repeat a character (一…一…),
/// 5. those at which only one does.
pub fn count(opening: &[u16], closing: &[u16]) -> [u8; COUNT] {
    let mut counts = [0u8; COUNT];
    let like = |a: u16, b: u16| a == b && a != 0;
    for (at, (a, b)) in opening.iter().zip(closing).enumerate() {
        if like(*a, *b) {
            counts[0] += 1;
        } else if *a != 0 && closing.contains(a) {
            counts[1] += 1;
        }
        for (further, (c, d)) in opening.iter().zip(closing).enumerate().skip(at + 1) {
            let (both, one) = if further == at + 1 { (2, 3) } else { (4, 5) };
            match (like(*a, *c), like(*b, *d)) {
                (true, true) => counts[both] += 1,
                (false, false) => {}
                _ => counts[one] += 1,
            }
        }
    }
    counts
}

/// The places (from 0) of a doubled character that nothing doubled answers; `true` where it is the
/// opening line that doubles.
pub fn one_sided(opening: &[u16], closing: &[u16]) -> Option<(usize, bool)> {
    let doubled = |line: &[u16], at: usize| line[at] == line[at + 1] && line[at] != 0;
    (0..opening.len().min(closing.len()).saturating_sub(1)).find_map(|at| {
        let (a, b) = (doubled(opening, at), doubled(closing, at));
        (a != b).then_some((at, a))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubling_is_answered_by_doubling() {
        // 無邊落木蕭蕭下，不盡長江滾滾來 as numbers.
        let opening = [1, 2, 3, 4, 5, 5, 6];
        assert_eq!(
            count(&opening, &[7, 8, 9, 10, 11, 11, 12]),
            [0, 0, 1, 0, 0, 0]
        );
        assert_eq!(one_sided(&opening, &[7, 8, 9, 10, 11, 11, 12]), None);
        assert_eq!(
            count(&opening, &[7, 8, 9, 10, 11, 13, 12]),
            [0, 0, 0, 1, 0, 0]
        );
        assert_eq!(
            one_sided(&opening, &[7, 8, 9, 10, 11, 13, 12]),
            Some((4, true))
        );
    }

    #[test]
    fn characters_that_come_back() {
        // 即從巴峽穿巫峽，便下襄陽向洛陽 repeats at the same two places.
        let figure = count(&[1, 2, 3, 4, 5, 6, 4], &[7, 8, 9, 10, 11, 12, 10]);
        assert_eq!(figure, [0, 0, 0, 0, 1, 0]);
        assert_eq!(count(&[1, 2, 3], &[1, 4, 2]), [1, 1, 0, 0, 0, 0]);
        assert_eq!(count(&[0, 0], &[0, 0]), [0; COUNT]);
    }
}
