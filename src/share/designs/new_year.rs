//! For the New Year: lanterns over the door, and the plum that blossoms in the snow.

use super::{
    Paper,
    shapes::{Spot, away, bough, circle, ellipse, leaf, line, rectangle, spot},
};
use crate::share::card::{
    Direction, Shape,
    place::Size,
    svg::{Svg, by_name},
};

const RED: &str = "#c23b2e";
const DARK: &str = "#8e231b";
const GOLD: &str = "#d8a94f";
const WOOD: &str = "#4d3a2f";
const PETAL: &str = "#d6584c";
const PALE: &str = "#f0b3a4";

pub static PAPER: Paper = Paper {
    ground: "#fef8ec",
    ink: "#2b1711",
    title: "#a6332a",
    beside: "#6e4a39",
    seal: "#a6332a",
    seal_ground: "#fff7ea",
};

/// Left, top, right, bottom.
pub fn margins(shape: Shape, direction: Direction) -> [f64; 4] {
    let low = if direction == Direction::Vertical {
        84.0
    } else {
        80.0
    };
    match shape {
        Shape::Portrait => [76.0, 320.0, 76.0, low],
        Shape::Landscape => [270.0, 150.0, 70.0, 60.0],
        Shape::Square => [84.0, 258.0, 84.0, 76.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size) {
    svg.gradient(
        "glow",
        &[
            (0.0, "#b8301f", 1.0),
            (0.5, "#dd5a3c", 1.0),
            (1.0, "#b8301f", 1.0),
        ],
    );
    let wide = size.width > size.height;
    // The lintel.
    svg.fill(&rectangle(0.0, 0.0, size.width, 14.0), DARK);
    svg.fill(&rectangle(0.0, 18.0, size.width, 20.5), GOLD);
    let scale = if size.width == size.height { 0.82 } else { 1.0 };
    let lanterns = if wide {
        [((100.0, 232.0), 62.0), ((192.0, 418.0), 46.0)]
    } else {
        [
            ((118.0, 158.0 * scale), 62.0 * scale),
            ((232.0, 120.0 * scale), 46.0 * scale),
        ]
    };
    for (middle, radius) in lanterns {
        lantern(svg, middle, radius);
    }
    plum(svg, size, if wide { 0.62 } else { scale });
}

fn lantern(svg: &mut Svg, (x, y): Spot, radius: f64) {
    let (across, down) = (radius, radius * 0.8);
    svg.stroke(&line(&[(x, 20.0), (x, y - down)]), DARK, 1.6);
    svg.fill(&ellipse((x, y), across, down), &by_name("glow"));
    for part in [0.3, 0.62, 0.88] {
        svg.stroke_tint(&ellipse((x, y), across * part, down), GOLD, 1.1, 0.75);
    }
    svg.stroke_tint(&line(&[(x, y - down), (x, y + down)]), GOLD, 1.1, 0.75);
    for (from, to) in [(-down - 9.0, -down + 5.0), (down - 5.0, down + 9.0)] {
        let half = radius * 0.42;
        svg.fill(&rectangle(x - half, y + from, x + half, y + to), DARK);
        svg.fill(
            &rectangle(
                x - half,
                y + (from + to) / 2.0 - 1.0,
                x + half,
                y + (from + to) / 2.0 + 1.0,
            ),
            GOLD,
        );
    }
    let low = y + down + 9.0;
    svg.stroke(&line(&[(x, low), (x, low + 14.0)]), GOLD, 1.6);
    svg.fill(&circle((x, low + 16.0), 4.4), GOLD);
    for part in [-2.0, -1.0, 0.0, 1.0, 2.0] {
        let tassel = [
            (x + part * 0.6, low + 19.0),
            (x + part * 1.7, low + 36.0),
            (x + part * 1.9, low + 34.0 + radius * 0.5),
        ];
        svg.stroke(&line(&tassel), RED, 1.6);
    }
}

/// A bough of plum from the upper right.
fn plum(svg: &mut Svg, size: Size, scale: f64) {
    let at = |x: f64, y: f64| -> Spot { (size.width + x * scale, 20.0 + y * scale) };
    let main = [
        at(20.0, 30.0),
        at(-70.0, 74.0),
        at(-128.0, 60.0),
        at(-210.0, 118.0),
        at(-286.0, 128.0),
        at(-352.0, 176.0),
    ];
    let low = [
        at(-70.0, 74.0),
        at(-104.0, 132.0),
        at(-98.0, 176.0),
        at(-138.0, 222.0),
    ];
    let high = [
        at(-210.0, 118.0),
        at(-250.0, 78.0),
        at(-306.0, 64.0),
        at(-344.0, 34.0),
    ];
    let shoot = [at(-104.0, 132.0), at(-160.0, 162.0), at(-206.0, 196.0)];
    for (places, foot, tip) in [
        (&low[..], 9.0, 2.0),
        (&shoot[..], 5.0, 1.6),
        (&high[..], 7.0, 1.8),
        (&main[..], 15.0, 2.4),
    ] {
        svg.fill(&bough(places, foot * scale, tip * scale), WOOD);
    }
    let flowers = [
        (at(-132.0, 56.0), 21.0, 0.05, true),
        (at(-214.0, 106.0), 24.0, 0.32, true),
        (at(-296.0, 116.0), 20.0, 0.6, false),
        (at(-258.0, 66.0), 17.0, 0.2, false),
        (at(-92.0, 168.0), 20.0, 0.8, true),
        (at(-160.0, 156.0), 17.0, 0.45, false),
        (at(-60.0, 86.0), 17.0, 0.7, false),
    ];
    for (middle, radius, turns, deep) in flowers {
        blossom(svg, middle, radius * scale, turns, deep);
    }
    let buds = [
        (at(-352.0, 178.0), 7.5),
        (at(-332.0, 152.0), 6.5),
        (at(-346.0, 32.0), 7.0),
        (at(-318.0, 52.0), 6.0),
        (at(-140.0, 226.0), 7.0),
        (at(-122.0, 198.0), 6.0),
        (at(-208.0, 199.0), 6.5),
        (at(-178.0, 88.0), 6.0),
    ];
    for (middle, radius) in buds {
        svg.fill(&circle(middle, radius * scale), PETAL);
        svg.fill(
            &leaf(
                away(middle, 0.6, radius * scale),
                0.1,
                radius * scale,
                radius * 0.9 * scale,
                0.0,
            ),
            DARK,
        );
    }
    // Petals that fall.
    for (x, y, turns) in [
        (-236.0, 232.0, 0.1),
        (-60.0, 248.0, 0.4),
        (-300.0, 214.0, 0.7),
    ] {
        svg.tint(
            &leaf(at(x, y), turns, 13.0 * scale, 9.0 * scale, 2.0),
            PETAL,
            0.6,
        );
    }
}

/// A flower of five petals with its stamens.
fn blossom(svg: &mut Svg, middle: Spot, radius: f64, turns: f64, deep: bool) {
    let (petal, stamen) = if deep {
        (PETAL, "#ffe9c4")
    } else {
        (PALE, PETAL)
    };
    for index in 0..5 {
        let at = away(middle, turns + f64::from(index) / 5.0, radius * 0.56);
        svg.fill(&circle(at, radius * 0.5), petal);
        svg.stroke_tint(&circle(at, radius * 0.5), PAPER.ground, 0.8, 0.7);
    }
    svg.fill(&circle(middle, radius * 0.3), petal);
    for index in 0..9 {
        let tip = away(
            middle,
            turns + f64::from(index) / 9.0,
            radius * (0.46 + 0.1 * f64::from(index % 2)),
        );
        svg.stroke(&format!("M{}L{}", spot(middle), spot(tip)), stamen, 0.9);
        svg.fill(&circle(tip, radius * 0.055), stamen);
    }
}
