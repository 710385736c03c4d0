//! Plain letter paper: ruled in cinnabar between the columns, in a double frame.

use super::{
    Paper,
    shapes::{line, rectangle},
};
use crate::share::card::{
    Direction, Shape,
    place::{Area, Layout, Size},
    svg::Svg,
};

const RULE: &str = "#c1604f";

pub static PAPER: Paper = Paper {
    ground: "#fbf6ea",
    ink: "#1f1b16",
    title: "#1f1b16",
    beside: "#5a4f43",
    seal: "#a6332a",
    seal_ground: "#fdf6ea",
};

/// Left, top, right, bottom.
pub fn margins(shape: Shape) -> [f64; 4] {
    match shape {
        Shape::Portrait => [84.0, 116.0, 84.0, 116.0],
        Shape::Landscape => [112.0, 96.0, 112.0, 96.0],
        Shape::Square => [100.0, 100.0, 100.0, 100.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size, space: Area, direction: Direction, layout: &Layout) {
    let frame = |svg: &mut Svg, inset: f64, width: f64, opacity: f64| {
        let path = rectangle(inset, inset, size.width - inset, size.height - inset);
        svg.stroke_tint(&path, RULE, width, opacity);
    };
    frame(svg, 40.0, 3.2, 0.85);
    frame(svg, 48.0, 0.9, 0.75);
    // The rules reach from edge to edge of what is written on, as they are printed before it is.
    let (first, last) = match direction {
        Direction::Vertical => (space.y - 26.0, space.bottom() + 26.0),
        Direction::Horizontal => (space.x - 12.0, space.right() + 12.0),
    };
    for at in &layout.rules {
        let ends = match direction {
            Direction::Vertical => [(*at, first), (*at, last)],
            Direction::Horizontal => [(first, *at), (last, *at)],
        };
        svg.stroke_tint(&line(&ends), RULE, 0.8, 0.5);
    }
    let (Some(low), Some(high)) = (
        layout.rules.iter().copied().reduce(f64::min),
        layout.rules.iter().copied().reduce(f64::max),
    ) else {
        return;
    };
    for end in [first, last] {
        let ends = match direction {
            Direction::Vertical => [(low, end), (high, end)],
            Direction::Horizontal => [(end, low), (end, high)],
        };
        svg.stroke_tint(&line(&ends), RULE, 0.8, 0.5);
    }
}
