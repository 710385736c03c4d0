//! What the patterns ask at their places.

use crate::{line_type::LineType, report::Slot, tone::ToneClass};

/// What the pattern asks at a place, by the class that it has there.
pub(crate) const fn slot(class: Option<ToneClass>, rhymes: bool) -> Slot {
    match class {
        Some(_) if rhymes => Slot::Rhyme,
        Some(ToneClass::Level) => Slot::Level,
        Some(ToneClass::Oblique) => Slot::Oblique,
        None => Slot::Free,
    }
}

/// What the pattern of a line asks at its places; nothing where the width has no patterns.
pub(super) fn slots(line_type: LineType, width: usize, rhymes: bool) -> &'static [Slot] {
    let row = &SLOTS[line_type as usize][usize::from(rhymes)];
    match width {
        5 => &row[2..],
        7 => row,
        _ => &[],
    }
}

/// What the patterns of seven ask, for each type without a rhyme and with one. Those of five are their
/// ends.
static SLOTS: [[[Slot; 7]; 2]; 4] = {
    let mut table = [[[Slot::Free; 7]; 2]; 4];
    let mut at = 0;
    while at < 4 * 2 * 7 {
        let (row, rhymes, place) = (at / 14, at / 7 % 2, at % 7);
        let class = LineType::ALL[row].pattern(7)[place];
        table[row][rhymes][place] = slot(class, rhymes == 1 && place == 6);
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_patterns() {
        for line_type in LineType::ALL {
            for width in [5, 7] {
                let pattern = line_type.pattern(width).iter();
                let asked: Vec<Slot> = pattern.map(|class| slot(*class, false)).collect();
                assert_eq!(slots(line_type, width, false), asked);
                let rhyming = slots(line_type, width, true);
                assert_eq!(rhyming[..width - 1], asked[..width - 1]);
                assert_eq!(rhyming[width - 1], Slot::Rhyme);
            }
            assert!(slots(line_type, 6, true).is_empty());
        }
    }
}
