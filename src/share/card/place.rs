//! Where things stand on a card.

use super::{Card, Direction, horizontal, vertical};

/// A size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// A part of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

impl Area {
    /// The paper without margins: left, top, right, bottom.
    pub fn within(size: Size, [left, top, right, bottom]: [f64; 4]) -> Self {
        Self {
            x: left,
            y: top,
            width: size.width - left - right,
            height: size.height - top - bottom,
        }
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }
}

/// How dark something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The poem.
    Verse,
    /// The title.
    Title,
    /// What stands beside it.
    Beside,
}

/// A character in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The character.
    pub char: char,
    /// The left edge of its em.
    pub x: f64,
    /// The upper edge of its em.
    pub y: f64,
    /// The em.
    pub size: f64,
    /// Its width, in ems.
    pub wide: f64,
    /// Whether it lies on its side, its head to the right, as Latin letters do in a column.
    pub lies: bool,
    /// How it is written.
    pub ink: Ink,
}

/// Everything in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The characters.
    pub placed: Vec<Placed>,
    /// Where the seal is set.
    pub seal: Option<Area>,
    /// What the characters of the poem take.
    pub block: Area,
    /// Lines between columns or rows of the poem, as letter paper has them: their x, or y.
    pub rules: Vec<f64>,
}

/// What is asked of a character: its width, in ems.
pub type Measure<'a> = &'a dyn Fn(char) -> f64;

/// Puts everything in its place, in this part of the paper.
pub fn lay(card: &Card, space: Area, measure: Measure) -> Layout {
    match card.direction {
        Direction::Vertical => vertical::lay(card, space, measure),
        Direction::Horizontal => horizontal::lay(card, space, measure),
    }
}

/// The em of the verse, at most, as a share of the shorter side of the space.
pub const LARGEST: f64 = 0.108;
/// What stands beside the poem is smaller than it by this, ...
pub const BESIDE: f64 = 0.52;
/// ... but never smaller than this, where there is room.
pub const SMALLEST: f64 = 15.0;

/// The em of what stands beside a poem of this em.
pub fn beside(em: f64) -> f64 {
    (em * BESIDE).max(SMALLEST.min(em))
}

/// The side of the seal beside a poem of this em.
pub fn seal_side(em: f64) -> f64 {
    (em * 1.15).clamp(34.0, 64.0)
}
