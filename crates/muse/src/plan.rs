//! Which line type each line of a poem should have.

use verse::LineType;
pub use verse::Opening;

/// The line types that the poem should have, given those that it has: of the four openings the
/// one that the fewest lines depart from, `wanted` where several are as near.
pub fn nearest(found: &[Option<LineType>], width: usize, wanted: Opening) -> Vec<LineType> {
    let apart = |opening: Opening| {
        let types = opening.line_types(width, found.len());
        types
            .iter()
            .zip(found)
            .filter(|(t, f)| f.is_some_and(|f| f != **t))
            .count()
    };
    let mut best = wanted;
    for opening in Opening::ALL {
        if apart(opening) < apart(best) {
            best = opening;
        }
    }
    best.line_types(width, found.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn letters(types: &[LineType]) -> String {
        types.iter().map(|t| t.letter()).collect()
    }

    #[test]
    fn one_lost_line_does_not_move_the_others() {
        let read = |letters: &str| -> Vec<Option<LineType>> {
            letters
                .chars()
                .map(|c| LineType::ALL.into_iter().find(|t| t.letter() == c))
                .collect()
        };
        let wanted = Opening::usual(Form::SevenQuatrain);
        let near = |found: &str| letters(&nearest(&read(found), 7, wanted));
        assert_eq!(near("BAaB"), "BAaB");
        assert_eq!(near("BAbB"), "BAaB");
        assert_eq!(near("aBb?"), "aBbA");
        assert_eq!(near("????"), "ABbA");
        assert_eq!(near("ABaB"), "ABbA");
    }
}
