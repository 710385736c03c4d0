//! The last five characters of a line against a line type: the deviations that have names, and
//! what each costs.

use crate::{
    line_type::LineType,
    tone::ToneClass::{self, Level, Oblique},
};

/// The cost of a wrong tone at a fixed place; other costs are measured by it.
pub(crate) const ERROR: u16 = 100;

/// How the first, third and fourth of the last five characters stand to the line type. The second
/// and the fifth are fixed in every type and looked at alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// As the pattern has it.
    Regular,
    /// 小拗: type a, third oblique, fourth level.
    MinorDeviation,
    /// 大拗: type a, fourth oblique.
    MajorDeviation,
    /// 特拗: type b, third and fourth exchanged, first level.
    Crossed,
    /// The same with the first oblique.
    LooseCrossed,
    /// 三仄尾: type b, third oblique.
    ThreeOblique,
    /// 三平尾: type A, third level.
    ThreeLevel,
    /// 孤平: type B, first and third oblique.
    LoneLevel,
    /// 孤平拗救: type B, first oblique, third level.
    LoneLevelRescue,
    /// A wrong tone at the fourth character, or at the third and the fourth.
    Wrong {
        /// Whether the third is wrong too.
        third: bool,
    },
}

impl Tail {
    /// The tail of a line of a type by the classes of its first, third and fourth character of the
    /// last five.
    pub(crate) const fn of(
        line_type: LineType,
        first: ToneClass,
        third: ToneClass,
        fourth: ToneClass,
    ) -> Self {
        match (line_type, first, third, fourth) {
            (LineType::LowerA, _, _, Oblique) => Self::MajorDeviation,
            (LineType::LowerA, _, Oblique, Level) => Self::MinorDeviation,
            (LineType::LowerA, _, Level, Level) => Self::Regular,
            (LineType::UpperA, _, Level, Level) => Self::ThreeLevel,
            (LineType::UpperA, _, Oblique, Level) => Self::Regular,
            (LineType::UpperA, _, third, Oblique) => Self::Wrong {
                third: matches!(third, Level),
            },
            (LineType::LowerB, Level, Oblique, Level) => Self::Crossed,
            (LineType::LowerB, Oblique, Oblique, Level) => Self::LooseCrossed,
            (LineType::LowerB, _, Oblique, Oblique) => Self::ThreeOblique,
            (LineType::LowerB, _, Level, Level) => Self::Wrong { third: false },
            (LineType::LowerB, _, Level, Oblique) => Self::Regular,
            (LineType::UpperB, _, _, Level) => Self::Wrong { third: false },
            (LineType::UpperB, Oblique, Oblique, Oblique) => Self::LoneLevel,
            (LineType::UpperB, Oblique, Level, Oblique) => Self::LoneLevelRescue,
            (LineType::UpperB, Level, _, Oblique) => Self::Regular,
        }
    }

    /// A bit that tells the kind of tail from the others.
    pub(crate) const fn bit(self) -> u16 {
        match self {
            Self::Regular => 1,
            Self::MinorDeviation => 1 << 1,
            Self::MajorDeviation => 1 << 2,
            Self::Crossed => 1 << 3,
            Self::LooseCrossed => 1 << 4,
            Self::ThreeOblique => 1 << 5,
            Self::ThreeLevel => 1 << 6,
            Self::LoneLevel => 1 << 7,
            Self::LoneLevelRescue => 1 << 8,
            Self::Wrong { .. } => 1 << 9,
        }
    }

    /// What the tail costs by itself. Deviations of type a cost nothing here: whether the next
    /// line rescues them decides.
    pub(crate) const fn cost(self) -> u16 {
        match self {
            Self::Regular | Self::MinorDeviation | Self::MajorDeviation => 0,
            Self::LoneLevelRescue => 5,
            Self::Crossed => 10,
            Self::ThreeOblique => 30,
            Self::LooseCrossed => 35,
            Self::ThreeLevel => 90,
            Self::LoneLevel => 95,
            Self::Wrong { third: false } => ERROR,
            Self::Wrong { third: true } => 2 * ERROR,
        }
    }
}

/// What a deviation of type a costs with the line that follows it.
pub(crate) const fn deviation_cost(tail: Tail, rescued: bool) -> u16 {
    match (tail, rescued) {
        (Tail::MinorDeviation, true) => 5,
        (Tail::MinorDeviation, false) => 12,
        (Tail::MajorDeviation, true) => 10,
        (Tail::MajorDeviation, false) => 90,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tail(line_type: LineType, five: &str) -> Tail {
        let classes: Vec<ToneClass> = five
            .chars()
            .map(|c| if c == '平' { Level } else { Oblique })
            .collect();
        Tail::of(line_type, classes[0], classes[2], classes[3])
    }

    #[test]
    fn the_named_deviations() {
        assert_eq!(tail(LineType::LowerB, "平平仄平仄"), Tail::Crossed);
        assert_eq!(tail(LineType::LowerB, "仄平仄平仄"), Tail::LooseCrossed);
        assert_eq!(tail(LineType::LowerB, "平平仄仄仄"), Tail::ThreeOblique);
        assert_eq!(tail(LineType::LowerA, "仄仄平仄仄"), Tail::MajorDeviation);
        assert_eq!(tail(LineType::LowerA, "平仄仄平仄"), Tail::MinorDeviation);
        assert_eq!(tail(LineType::UpperA, "仄仄平平平"), Tail::ThreeLevel);
        assert_eq!(tail(LineType::UpperB, "仄平仄仄平"), Tail::LoneLevel);
        assert_eq!(tail(LineType::UpperB, "仄平平仄平"), Tail::LoneLevelRescue);
    }

    #[test]
    fn patterns_are_regular_whatever_their_free_places() {
        for line_type in LineType::ALL {
            for free in [Level, Oblique] {
                let slot = |at: usize| line_type.pattern(5)[at].unwrap_or(free);
                let tail = Tail::of(line_type, slot(0), slot(2), slot(3));
                assert_eq!(tail, Tail::Regular, "{line_type:?} {free:?}");
            }
        }
    }
}
