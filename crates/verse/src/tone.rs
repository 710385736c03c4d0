//! The four tones of Middle Chinese and the two classes that verse tells apart.

use serde::{Deserialize, Serialize};

/// 平上去入: the four tones of the rhyme books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// 平, the only level tone.
    Level,
    /// 上.
    Rising,
    /// 去.
    Departing,
    /// 入, the tone of syllables that ended in -p, -t or -k.
    Entering,
}

impl Tone {
    /// The class that the pattern of a line asks for.
    pub const fn class(self) -> ToneClass {
        match self {
            Self::Level => ToneClass::Level,
            Self::Rising | Self::Departing | Self::Entering => ToneClass::Oblique,
        }
    }

    /// 平, 上, 去 or 入.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Level => "平",
            Self::Rising => "上",
            Self::Departing => "去",
            Self::Entering => "入",
        }
    }
}

/// 平仄: level or oblique (上, 去 and 入 together).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ToneClass {
    /// 平.
    Level,
    /// 仄.
    Oblique,
}

impl ToneClass {
    /// The other class.
    pub const fn opposite(self) -> Self {
        match self {
            Self::Level => Self::Oblique,
            Self::Oblique => Self::Level,
        }
    }

    /// 平 or 仄.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Level => "平",
            Self::Oblique => "仄",
        }
    }

    /// `level` or `oblique`.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Oblique => "oblique",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ping_is_level() {
        let classes = [Tone::Level, Tone::Rising, Tone::Departing, Tone::Entering]
            .map(|t| t.class().chinese());
        assert_eq!(classes, ["平", "仄", "仄", "仄"]);
        assert_eq!(ToneClass::Level.opposite(), ToneClass::Oblique);
    }
}
