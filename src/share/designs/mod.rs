//! The papers that a card can be written on, each with its own colours, ornament and composition.

mod birthday;
mod exam;
mod new_year;
mod plain;
mod retirement;
mod shapes;
mod wedding;

use super::card::{
    Card, Direction, Shape,
    place::{Area, Layout},
    svg::Svg,
};

/// A paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Design {
    /// Ruled letter paper.
    #[default]
    Plain,
    /// Peaches.
    Birthday,
    /// Red and gold.
    Wedding,
    /// Lanterns and plum blossom.
    NewYear,
    /// The sun over waves.
    Exam,
    /// Bamboo and far mountains.
    Retirement,
}

/// The colours of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// The ground.
    pub ground: &'static str,
    /// The poem.
    pub ink: &'static str,
    /// The title.
    pub title: &'static str,
    /// Dedication, date and name.
    pub beside: &'static str,
    /// The seal.
    pub seal: &'static str,
    /// The characters in a white cut.
    pub seal_ground: &'static str,
}

impl Design {
    /// All papers.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Birthday,
        Self::Wedding,
        Self::NewYear,
        Self::Exam,
        Self::Retirement,
    ];

    /// Its name where choices are kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Birthday => "birthday",
            Self::Wedding => "wedding",
            Self::NewYear => "new-year",
            Self::Exam => "exam",
            Self::Retirement => "retirement",
        }
    }

    /// Its colours.
    pub const fn paper(self) -> &'static Paper {
        match self {
            Self::Plain => &plain::PAPER,
            Self::Birthday => &birthday::PAPER,
            Self::Wedding => &wedding::PAPER,
            Self::NewYear => &new_year::PAPER,
            Self::Exam => &exam::PAPER,
            Self::Retirement => &retirement::PAPER,
        }
    }

    /// Where one writes on it.
    pub fn space(self, shape: Shape, direction: Direction) -> Area {
        let size = shape.size();
        let margins = match self {
            Self::Plain => plain::margins(shape),
            Self::Birthday => birthday::margins(shape),
            Self::Wedding => wedding::margins(shape),
            Self::NewYear => new_year::margins(shape, direction),
            Self::Exam => exam::margins(shape),
            Self::Retirement => retirement::margins(shape),
        };
        Area::within(size, margins)
    }

    /// Draws what is on it before it is written on.
    pub fn adorn(self, svg: &mut Svg, card: &Card, layout: &Layout) {
        let size = card.shape.size();
        match self {
            Self::Plain => plain::adorn(
                svg,
                size,
                self.space(card.shape, card.direction),
                card.direction,
                layout,
            ),
            Self::Birthday => birthday::adorn(svg, size),
            Self::Wedding => wedding::adorn(svg, size),
            Self::NewYear => new_year::adorn(svg, size),
            Self::Exam => exam::adorn(svg, size),
            Self::Retirement => retirement::adorn(svg, size),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let value = f64::from(value) / 255.0;
            if value <= 0.03928 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn what_is_written_can_be_read_on_every_paper() {
        for design in Design::ALL {
            let paper = design.paper();
            for ink in [paper.ink, paper.title, paper.beside] {
                assert!(contrast(ink, paper.ground) >= 4.5, "{design:?} {ink}");
            }
            assert!(contrast(paper.seal, paper.seal_ground) >= 4.0, "{design:?}");
            assert!(contrast(paper.seal, paper.ground) >= 3.0, "{design:?}");
        }
    }
}
