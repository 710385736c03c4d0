//! The places of a line that show the class of a character fairly, under a line type.
//!
//! Not every fixed place is fair to both classes. The rhyme is left out: a level character must
//! rhyme there, an oblique one is free. So are the places where poets deviate by rule.

use verse::{LineType, ToneClass};

use crate::reconcile::Book;

/// For each oblique character at the third place (of five) of type A, so many stand at that of
/// type a, against the pattern (minor deviation). Measured on characters of one class.
const MINOR_DEVIATION: f64 = 0.08;

/// The class that a line type asks at a place (from 0) of a line, if poets never deviate there by
/// rule: of five characters the second, in types A and B the fourth, and the second of the two
/// before them.
pub fn asked(line: &[char], place: usize, line_type: LineType) -> Option<ToneClass> {
    let is_fair = match line.len().checked_sub(place)? {
        6 | 4 => true,
        2 => line_type.end() == ToneClass::Level,
        _ => false,
    };
    pattern(line, place, line_type).filter(|_| is_fair)
}

/// The same, and places that are fair by and large: before a level one the third in types A and a,
/// which between them take both classes there (what deviates is taken off by [`evidence`]), and
/// the fourth in types a and b after a level one, where the crossed tail cannot stand.
///
/// They show what a word decides, where nearly all places must agree. How often a character is
/// level they do not show: some, like 不, stand against the pattern there far more than others.
pub fn mostly_asked(
    line: &[char],
    place: usize,
    line_type: LineType,
    book: &Book,
) -> Option<ToneClass> {
    let level = |from_end: usize| sure(line[line.len() - from_end], book) == Some(ToneClass::Level);
    let is_fair = match line.len().checked_sub(place)? {
        3 => matches!(line_type, LineType::UpperA | LineType::LowerA) && level(2),
        2 => level(3),
        _ => false,
    };
    asked(line, place, line_type).or_else(|| pattern(line, place, line_type).filter(|_| is_fair))
}

fn pattern(line: &[char], place: usize, line_type: LineType) -> Option<ToneClass> {
    line_type.pattern(line.len()).get(place).copied().flatten()
}

/// What a place that is fair by and large, counted from the end (1 is the rhyme), adds to the level
/// and the oblique count.
pub fn evidence(asked: ToneClass, from_end: usize, weight: f64) -> (f64, f64) {
    match asked {
        ToneClass::Level => (weight, 0.0),
        ToneClass::Oblique if from_end == 3 => (-MINOR_DEVIATION * weight, weight),
        ToneClass::Oblique => (0.0, weight),
    }
}

/// The class of a character all of whose readings agree.
pub fn sure(c: char, book: &Book) -> Option<ToneClass> {
    let entry = book.entry(c)?;
    let mut classes = entry.sure.iter().chain(&entry.rare).map(|g| g.class());
    let first = classes.next()?;
    classes.all(|class| class == first).then_some(first)
}

/// Whether the character has readings of both classes.
pub fn is_open(c: char, book: &Book) -> bool {
    book.has(c) && sure(c, book).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reconcile::testing::book;

    #[test]
    fn places_that_may_deviate_show_nothing() {
        let book = book(&["天 平先", "月 入月"]);
        let shown = |line: &str, line_type| -> Vec<usize> {
            let line: Vec<char> = line.chars().collect();
            (0..line.len())
                .filter(|place| mostly_asked(&line, *place, line_type, &book).is_some())
                .collect()
        };
        assert_eq!(shown("月月天天月", LineType::LowerA), [1, 2, 3]);
        assert_eq!(shown("月天月天月", LineType::LowerB), [1]);
        assert_eq!(shown("月月天天月月天", LineType::UpperB), [1, 3, 5]);
    }

    #[test]
    fn where_no_rule_lets_poets_deviate() {
        let line: Vec<char> = "月天天月月天天".chars().collect();
        let places = |line_type| -> Vec<usize> {
            (0..7)
                .filter(|place| asked(&line, *place, line_type).is_some())
                .collect()
        };
        assert_eq!(places(LineType::UpperA), [1, 3, 5]);
        assert_eq!(places(LineType::UpperB), [1, 3, 5]);
        assert_eq!(places(LineType::LowerA), [1, 3]);
        assert_eq!(places(LineType::LowerB), [1, 3]);
        assert_eq!(asked(&line, 1, LineType::UpperA), Some(ToneClass::Level));
        assert_eq!(asked(&line, 3, LineType::UpperA), Some(ToneClass::Oblique));
    }
}
