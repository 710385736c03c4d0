//! A card: a poem, a title, words of dedication, a name and its seal on a sheet of letter paper.

pub mod draw;
mod horizontal;
pub mod place;
pub mod seal;
pub mod svg;
mod vertical;
pub mod words;

use place::Size;

use super::designs::Design;
pub use words::Words;

/// Lines of verse on a card, at most; the characters of a line.
pub const MOST_LINES: usize = 40;
/// Characters of a line, at most.
pub const MOST_CELLS: usize = 16;

/// Which way the poem runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// In columns from right to left.
    #[default]
    Vertical,
    /// In rows.
    Horizontal,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vertical, Self::Horizontal];

    /// Its name where choices are kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vertical => "vertical",
            Self::Horizontal => "horizontal",
        }
    }
}

/// The shape of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Higher than wide.
    #[default]
    Portrait,
    /// Wider than high.
    Landscape,
    /// As wide as high.
    Square,
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 3] = [Self::Portrait, Self::Landscape, Self::Square];

    /// Its name where choices are kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
            Self::Square => "square",
        }
    }

    /// Its size. A picture has twice as many points.
    pub const fn size(self) -> Size {
        let (width, height) = match self {
            Self::Portrait => (720.0, 960.0),
            Self::Landscape => (960.0, 720.0),
            Self::Square => (800.0, 800.0),
        };
        Size { width, height }
    }
}

/// How a seal is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// The characters are cut out of the stone: white on red.
    #[default]
    White,
    /// The ground is cut away: red on the paper.
    Red,
}

impl Cut {
    /// Both.
    pub const ALL: [Self; 2] = [Self::White, Self::Red];

    /// Its name where choices are kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::White => "white",
            Self::Red => "red",
        }
    }
}

/// All that a card is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// What is written on it.
    pub words: Words,
    /// The characters of the seal; none, no seal.
    pub seal: String,
    /// How the seal is cut.
    pub cut: Cut,
    /// The paper.
    pub design: Design,
    /// Which way the poem runs.
    pub direction: Direction,
    /// The shape of the paper.
    pub shape: Shape,
}

impl Card {
    /// Every character that is drawn.
    pub fn text(&self) -> String {
        let mut text = self.words.all();
        text.extend(seal::characters(&self.seal));
        text
    }
}

#[cfg(test)]
mod tests;
