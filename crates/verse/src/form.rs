//! Forms: how many lines of how many characters.

use serde::{Deserialize, Serialize};

/// A form of regulated verse, by its Chinese name in JSON (`七言绝句`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// 五言绝句: four lines of five.
    #[serde(rename = "五言绝句")]
    FiveQuatrain,
    /// 七言绝句: four lines of seven.
    #[serde(rename = "七言绝句")]
    SevenQuatrain,
    /// 五言律诗: eight lines of five.
    #[serde(rename = "五言律诗")]
    FiveOctave,
    /// 七言律诗: eight lines of seven.
    #[serde(rename = "七言律诗")]
    SevenOctave,
    /// 五言排律: ten lines of five or more, an even number.
    #[serde(rename = "五言排律")]
    FiveExtended,
    /// 七言排律: ten lines of seven or more, an even number.
    #[serde(rename = "七言排律")]
    SevenExtended,
}

impl Form {
    /// All forms, shortest first.
    pub const ALL: [Self; 6] = [
        Self::FiveQuatrain,
        Self::SevenQuatrain,
        Self::FiveOctave,
        Self::SevenOctave,
        Self::FiveExtended,
        Self::SevenExtended,
    ];

    /// The form of `lines` lines of `width` characters, if there is one.
    pub const fn of(width: usize, lines: usize) -> Option<Self> {
        match (width, lines) {
            (5, 4) => Some(Self::FiveQuatrain),
            (7, 4) => Some(Self::SevenQuatrain),
            (5, 8) => Some(Self::FiveOctave),
            (7, 8) => Some(Self::SevenOctave),
            (5, n) if n >= 10 && n % 2 == 0 => Some(Self::FiveExtended),
            (7, n) if n >= 10 && n % 2 == 0 => Some(Self::SevenExtended),
            _ => None,
        }
    }

    /// Characters in a line: 5 or 7.
    pub const fn width(self) -> usize {
        match self {
            Self::FiveQuatrain | Self::FiveOctave | Self::FiveExtended => 5,
            Self::SevenQuatrain | Self::SevenOctave | Self::SevenExtended => 7,
        }
    }

    /// The number of lines; the least one for extended verse.
    pub const fn lines(self) -> usize {
        match self {
            Self::FiveQuatrain | Self::SevenQuatrain => 4,
            Self::FiveOctave | Self::SevenOctave => 8,
            Self::FiveExtended | Self::SevenExtended => 10,
        }
    }

    /// 五言绝句 and so on.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::FiveQuatrain => "五言绝句",
            Self::SevenQuatrain => "七言绝句",
            Self::FiveOctave => "五言律诗",
            Self::SevenOctave => "七言律诗",
            Self::FiveExtended => "五言排律",
            Self::SevenExtended => "七言排律",
        }
    }

    /// The same in traditional script.
    pub const fn traditional(self) -> &'static str {
        match self {
            Self::FiveQuatrain => "五言絕句",
            Self::SevenQuatrain => "七言絕句",
            Self::FiveOctave => "五言律詩",
            Self::SevenOctave => "七言律詩",
            Self::FiveExtended => "五言排律",
            Self::SevenExtended => "七言排律",
        }
    }

    /// The English name.
    pub const fn english(self) -> &'static str {
        match self {
            Self::FiveQuatrain => "five-character quatrain",
            Self::SevenQuatrain => "seven-character quatrain",
            Self::FiveOctave => "five-character octave",
            Self::SevenOctave => "seven-character octave",
            Self::FiveExtended => "five-character extended verse",
            Self::SevenExtended => "seven-character extended verse",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_found_by_its_shape() {
        for form in Form::ALL {
            assert_eq!(Form::of(form.width(), form.lines()), Some(form));
        }
        assert_eq!(Form::of(5, 12), Some(Form::FiveExtended));
        assert_eq!(Form::of(5, 6), None);
        assert_eq!(Form::of(6, 4), None);
        assert_eq!(Form::of(7, 11), None);
    }
}
