//! The four line types of regulated verse (Wang Li's a, A, b, B).

use serde::{Deserialize, Serialize};

use crate::tone::ToneClass::{self, Level, Oblique};

/// One of the four patterns that a line of regulated verse can have. Capital letters rhyme.
///
/// | type | five characters | seven characters |
/// |---|---|---|
/// | `a` | ⊙仄平平仄 | ⊙平⊙仄平平仄 |
/// | `A` | ⊙仄仄平平 | ⊙平⊙仄仄平平 |
/// | `b` | ⊙平平仄仄 | ⊙仄⊙平平仄仄 |
/// | `B` | 平平⊙仄平 | ⊙仄平平⊙仄平 |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LineType {
    /// ⊙仄平平仄, ends oblique.
    #[serde(rename = "a")]
    LowerA,
    /// ⊙仄仄平平, ends level.
    #[serde(rename = "A")]
    UpperA,
    /// ⊙平平仄仄, ends oblique.
    #[serde(rename = "b")]
    LowerB,
    /// 平平⊙仄平, ends level.
    #[serde(rename = "B")]
    UpperB,
}

impl LineType {
    /// All four, in the order of the handbook.
    pub const ALL: [Self; 4] = [Self::LowerA, Self::UpperA, Self::LowerB, Self::UpperB];

    /// The letter that stands for the type.
    pub const fn letter(self) -> char {
        match self {
            Self::LowerA => 'a',
            Self::UpperA => 'A',
            Self::LowerB => 'b',
            Self::UpperB => 'B',
        }
    }

    /// The class of the last character. Of regulated verse with a level rhyme, `Level` means that
    /// the line rhymes.
    pub const fn end(self) -> ToneClass {
        match self {
            Self::LowerA | Self::LowerB => Oblique,
            Self::UpperA | Self::UpperB => Level,
        }
    }

    /// The class at the second of five characters, the one that opposition and adhesion compare.
    /// (The second of seven has the opposite class.)
    pub const fn second_of_five(self) -> ToneClass {
        match self {
            Self::LowerA | Self::UpperA => Oblique,
            Self::LowerB | Self::UpperB => Level,
        }
    }

    /// What the pattern asks at each place of a line of `width` characters (5 or 7; any other
    /// width gives an empty pattern). `None` is a free place.
    pub const fn pattern(self, width: usize) -> &'static [Option<ToneClass>] {
        const L: Option<ToneClass> = Some(Level);
        const O: Option<ToneClass> = Some(Oblique);
        const F: Option<ToneClass> = None;
        match (self, width) {
            (Self::LowerA, 5) => &[F, O, L, L, O],
            (Self::UpperA, 5) => &[F, O, O, L, L],
            (Self::LowerB, 5) => &[F, L, L, O, O],
            (Self::UpperB, 5) => &[L, L, F, O, L],
            (Self::LowerA, 7) => &[F, L, F, O, L, L, O],
            (Self::UpperA, 7) => &[F, L, F, O, O, L, L],
            (Self::LowerB, 7) => &[F, O, F, L, L, O, O],
            (Self::UpperB, 7) => &[F, O, L, L, F, O, L],
            _ => &[],
        }
    }

    /// The pattern in words: `⊙仄平平仄`.
    pub fn pattern_text(self, width: usize) -> String {
        self.pattern(width)
            .iter()
            .map(|slot| slot.map_or("⊙", ToneClass::chinese))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_read_as_in_the_handbook() {
        let five = LineType::ALL.map(|t| t.pattern_text(5));
        assert_eq!(five, ["⊙仄平平仄", "⊙仄仄平平", "⊙平平仄仄", "平平⊙仄平"]);
        let seven = LineType::ALL.map(|t| t.pattern_text(7));
        assert_eq!(
            seven,
            [
                "⊙平⊙仄平平仄",
                "⊙平⊙仄仄平平",
                "⊙仄⊙平平仄仄",
                "⊙仄平平⊙仄平"
            ]
        );
    }

    #[test]
    fn seven_is_five_with_the_opposite_before_it() {
        for line_type in LineType::ALL {
            let (five, seven) = (line_type.pattern(5), line_type.pattern(7));
            assert_eq!(five[1..], seven[3..]);
            assert_eq!(seven[1], Some(line_type.second_of_five().opposite()));
            assert_eq!(five[4], Some(line_type.end()));
        }
    }
}
