//! For an examination: the sun that rises over the waves.

use super::{
    Paper,
    shapes::{Spot, circle, cloud, rectangle, spot},
};
use crate::share::card::{
    Shape,
    place::Size,
    svg::{Svg, by_name},
};

const INDIGO: &str = "#2f4a75";
const LIGHT: &str = "#f4f6f3";
const SUN: &str = "#c8473a";

pub static PAPER: Paper = Paper {
    ground: "#f4f6f3",
    ink: "#18253b",
    title: "#2f4a75",
    beside: "#4a586e",
    seal: "#a6332a",
    seal_ground: "#fbf7ef",
};

/// Left, top, right, bottom.
pub fn margins(shape: Shape) -> [f64; 4] {
    match shape {
        Shape::Portrait => [84.0, 92.0, 84.0, 318.0],
        Shape::Landscape => [96.0, 64.0, 96.0, 216.0],
        Shape::Square => [92.0, 72.0, 92.0, 258.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size) {
    let high = if size.width > size.height {
        128.0
    } else if size.width == size.height {
        156.0
    } else {
        190.0
    };
    let sea = size.height - high;
    svg.gradient("sky", &[(0.0, LIGHT, 0.0), (1.0, "#e9c9b0", 0.75)]);
    svg.fill(
        &rectangle(0.0, sea - high * 1.2, size.width, sea + 40.0),
        &by_name("sky"),
    );
    let sun = (size.width * 0.7, sea - high * 0.04);
    svg.fill(&circle(sun, high * 0.44), SUN);
    let clouds = [
        (size.width * 0.7 - high * 0.52, sea - high * 0.1, 0.17),
        (size.width * 0.7 + high * 0.5, sea - high * 0.28, 0.14),
        (size.width * 0.2, sea - high * 0.3, 0.2),
    ];
    for (x, y, part) in clouds {
        svg.stroke_tint(&cloud((x, y), high * part), INDIGO, 1.5, 0.55);
    }
    waves(svg, size, sea + 6.0);
    svg.stroke_tint(
        &rectangle(26.0, 26.0, size.width - 26.0, size.height - 26.0),
        INDIGO,
        0.9,
        0.0,
    );
}

/// Rows of waves as on old robes: each an arch of arches, one row before the other.
fn waves(svg: &mut Svg, size: Size, top: f64) {
    let radius = 40.0;
    let rows = ((size.height - top) / (radius * 0.52)).ceil() as usize + 1;
    let count = (size.width / (radius * 2.0)).ceil() as usize + 1;
    for row in 0..rows {
        let y = top + radius + row as f64 * radius * 0.52;
        let shift = if row % 2 == 0 { 0.0 } else { radius };
        for column in 0..=count {
            let x = column as f64 * radius * 2.0 - shift;
            arch(svg, (x, y), radius, row);
        }
    }
}

fn arch(svg: &mut Svg, middle: Spot, radius: f64, row: usize) {
    let half = |part: f64| {
        let r = radius * part;
        format!(
            "M{}A{r} {r} 0 0 1 {}",
            spot((middle.0 - r, middle.1)),
            spot((middle.0 + r, middle.1))
        )
    };
    // Deeper water is darker.
    let depth = (0.1 + 0.075 * row as f64).min(0.8);
    svg.fill(&format!("{}Z", half(1.0)), LIGHT);
    svg.tint(&format!("{}Z", half(1.0)), INDIGO, depth);
    for part in [0.99, 0.74, 0.49, 0.24] {
        let (paint, opacity) = if depth > 0.4 {
            (LIGHT, 0.75)
        } else {
            (INDIGO, 0.55)
        };
        svg.stroke_tint(&half(part), paint, 1.5, opacity);
    }
}
