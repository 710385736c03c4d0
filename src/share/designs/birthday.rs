//! For a birthday: a bough of peaches, the fruit of long life, and a cloud over it.

use super::{
    Paper,
    shapes::{Spot, away, bough, by_turn, circle, cloud, leaf, line, spot},
};
use crate::share::card::{
    Shape,
    place::Size,
    svg::{Svg, by_name, number},
};

const LEAF: &str = "#5f7f57";
const DARK_LEAF: &str = "#44663f";
const WOOD: &str = "#6f5a48";
const BLUSH: &str = "#d9725c";
const CLOUD: &str = "#d9a77c";

pub static PAPER: Paper = Paper {
    ground: "#fdf4e8",
    ink: "#2a1d16",
    title: "#8f3224",
    beside: "#6b5140",
    seal: "#a6332a",
    seal_ground: "#fff6ea",
};

/// Left, top, right, bottom.
pub fn margins(shape: Shape) -> [f64; 4] {
    match shape {
        Shape::Portrait => [76.0, 84.0, 76.0, 330.0],
        Shape::Landscape => [356.0, 64.0, 56.0, 64.0],
        Shape::Square => [84.0, 72.0, 84.0, 270.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size) {
    svg.gradient(
        "flesh",
        &[
            (0.0, "#f3c39a", 1.0),
            (0.55, "#eda184", 1.0),
            (1.0, "#d9725c", 1.0),
        ],
    );
    let low = size.height;
    // The moon of a full month, behind all.
    let wide = size.width > size.height;
    let moon = if wide {
        (150.0, 176.0)
    } else {
        (size.width - 150.0, low - 215.0)
    };
    svg.tint(&circle(moon, 84.0), "#f5d3b3", 0.55);
    for (x, y, s) in [
        (moon.0 - 30.0, moon.1 + 46.0, 42.0),
        (moon.0 + 64.0, moon.1 + 82.0, 32.0),
    ] {
        svg.stroke_tint(&cloud((x, y), s), CLOUD, 1.7, 0.75);
    }
    // Beside the poem there is less room for it than under it.
    let scale = if wide { 0.84 } else { 1.0 };
    let place = format!("translate(0 {}) scale({scale})", number(low));
    svg.open("g", &[("transform", &place)]);
    let at = |x: f64, y: f64| -> Spot { (x, y - 330.0) };
    let main = [
        at(-20.0, 300.0),
        at(60.0, 262.0),
        at(120.0, 206.0),
        at(196.0, 168.0),
        at(262.0, 112.0),
        at(318.0, 92.0),
    ];
    let twig = [
        at(120.0, 206.0),
        at(206.0, 226.0),
        at(270.0, 258.0),
        at(330.0, 262.0),
    ];
    let shoot = [
        at(60.0, 262.0),
        at(84.0, 182.0),
        at(72.0, 120.0),
        at(92.0, 78.0),
    ];
    for (places, foot, tip) in [
        (&shoot[..], 9.0, 2.0),
        (&twig[..], 8.0, 2.4),
        (&main[..], 17.0, 3.0),
    ] {
        svg.fill(&bough(places, foot, tip), WOOD);
    }
    let leaves = [
        (at(316.0, 92.0), -0.02, 74.0, 1),
        (at(300.0, 98.0), -0.13, 62.0, 0),
        (at(232.0, 138.0), -0.21, 70.0, 1),
        (at(92.0, 78.0), -0.3, 66.0, 0),
        (at(90.0, 84.0), -0.15, 72.0, 1),
        (at(74.0, 124.0), 0.44, 60.0, 0),
        (at(326.0, 262.0), 0.03, 70.0, 0),
        (at(306.0, 262.0), 0.13, 58.0, 1),
        (at(176.0, 178.0), -0.3, 58.0, 0),
    ];
    let (behind, before) = leaves.split_at(6);
    draw_leaves(svg, behind);
    peach(svg, at(122.0, 176.0), 50.0, 0.01);
    peach(svg, at(252.0, 178.0), 58.0, -0.02);
    peach(svg, at(218.0, 290.0), 46.0, 0.03);
    draw_leaves(svg, before);
    draw_leaves(
        svg,
        &[
            (at(250.0, 122.0), 0.34, 58.0, 1),
            (at(256.0, 122.0), 0.12, 62.0, 0),
            (at(214.0, 236.0), 0.4, 50.0, 1),
        ],
    );
    draw_leaves(
        svg,
        &[
            (at(222.0, 238.0), 0.1, 52.0, 0),
            (at(124.0, 128.0), 0.36, 50.0, 0),
            (at(126.0, 128.0), 0.12, 54.0, 1),
        ],
    );
    svg.close("g");
}

fn draw_leaves(svg: &mut Svg, leaves: &[(Spot, f64, f64, usize)]) {
    for (foot, turns, long, tone) in leaves {
        let bend = if *tone == 0 { 3.0 } else { -4.0 };
        svg.fill(
            &leaf(*foot, *turns, *long, long * 0.3, bend),
            [LEAF, DARK_LEAF][*tone],
        );
        let middle = away(away(*foot, *turns, long * 0.5), turns + 0.25, bend * 0.8);
        let vein = [
            away(*foot, *turns, 4.0),
            middle,
            away(*foot, *turns, long * 0.9),
        ];
        svg.stroke_tint(&line(&vein), PAPER.ground, 0.9, 0.55);
    }
}

/// A peach around a middle: round below its stem, a point at the end.
fn peach(svg: &mut Svg, middle: Spot, radius: f64, turns: f64) {
    let at = |x: f64, y: f64| spot(by_turn(middle, (x * radius, y * radius), turns));
    let body = format!(
        "M{}C{} {} {}C{} {} {}C{} {} {}C{} {} {}Z",
        at(0.0, -0.86),
        at(0.55, -1.2),
        at(1.16, -0.6),
        at(1.0, 0.12),
        at(0.86, 0.72),
        at(0.3, 0.86),
        at(0.02, 1.22),
        at(-0.3, 0.9),
        at(-0.88, 0.74),
        at(-1.0, 0.12),
        at(-1.16, -0.6),
        at(-0.55, -1.2),
        at(0.0, -0.86),
    );
    svg.fill(&body, &by_name("flesh"));
    let seam = format!(
        "M{}C{} {} {}",
        at(0.0, -0.84),
        at(0.36, -0.3),
        at(0.38, 0.5),
        at(0.02, 1.18)
    );
    svg.stroke_tint(&seam, BLUSH, 1.8, 0.8);
    let shade = format!(
        "M{}C{} {} {}C{} {} {}Z",
        at(0.02, 1.2),
        at(-0.3, 0.9),
        at(-0.8, 0.74),
        at(-0.94, 0.2),
        at(-0.62, 0.68),
        at(-0.2, 0.8),
        at(0.02, 1.2),
    );
    svg.tint(&shade, BLUSH, 0.5);
}
