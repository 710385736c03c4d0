//! For a retirement: bamboo by the window, far mountains, wild geese on their way.

use super::{
    Paper,
    shapes::{Spot, away, bough, circle, ground_under, leaf, line},
};
use crate::share::card::{
    Shape,
    place::Size,
    svg::{Svg, by_name},
};

const STALK: &str = "#6d8a66";
const LEAF: &str = "#41633f";
const FAR: &str = "#7f9a92";
const INK: &str = "#55675f";

pub static PAPER: Paper = Paper {
    ground: "#f4f4ea",
    ink: "#1d241f",
    title: "#35523f",
    beside: "#4f5b50",
    seal: "#a6332a",
    seal_ground: "#fbf7ec",
};

/// Left, top, right, bottom.
pub fn margins(shape: Shape) -> [f64; 4] {
    match shape {
        Shape::Portrait => [212.0, 96.0, 56.0, 250.0],
        Shape::Landscape => [236.0, 72.0, 76.0, 178.0],
        Shape::Square => [216.0, 84.0, 68.0, 216.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size) {
    mountains(svg, size);
    geese(svg, (size.width * 0.62, size.height * 0.805));
    bamboo(svg, size);
}

fn mountains(svg: &mut Svg, size: Size) {
    let (w, h) = (size.width, size.height);
    let deep = h * 0.2;
    svg.gradient("far", &[(0.0, FAR, 0.42), (1.0, FAR, 0.02)]);
    svg.gradient("near", &[(0.0, FAR, 0.72), (1.0, FAR, 0.08)]);
    svg.gradient("bank", &[(0.0, INK, 0.75), (1.0, INK, 0.25)]);
    let ridge = |places: &[Spot]| -> Vec<Spot> {
        places.iter().map(|(x, y)| (x * w, h - y * deep)).collect()
    };
    let far = ridge(&[
        (-0.02, 0.55),
        (0.12, 0.72),
        (0.24, 0.98),
        (0.33, 0.78),
        (0.45, 0.7),
        (0.58, 1.06),
        (0.66, 0.86),
        (0.8, 0.66),
        (0.92, 0.84),
        (1.02, 0.7),
    ]);
    let near = ridge(&[
        (-0.02, 0.36),
        (0.14, 0.4),
        (0.3, 0.62),
        (0.38, 0.5),
        (0.52, 0.34),
        (0.68, 0.4),
        (0.8, 0.6),
        (0.9, 0.46),
        (1.02, 0.5),
    ]);
    let bank = ridge(&[
        (-0.02, 0.24),
        (0.12, 0.26),
        (0.28, 0.14),
        (0.46, 0.07),
        (0.62, 0.05),
        (0.8, 0.02),
        (0.9, -0.02),
    ]);
    svg.fill(&ground_under(&far, h), &by_name("far"));
    svg.fill(&ground_under(&near, h - deep * 0.06), &by_name("near"));
    svg.fill(&ground_under(&bank, h + 20.0), &by_name("bank"));
    // A boat on the water, and whoever sits in it.
    let (x, y) = (w * 0.72, h - deep * 0.2);
    svg.stroke(
        &line(&[
            (x - 34.0, y - 5.0),
            (x - 16.0, y + 3.0),
            (x + 14.0, y + 3.0),
            (x + 34.0, y - 7.0),
        ]),
        INK,
        2.6,
    );
    svg.fill(&leaf((x - 4.0, y + 2.0), -0.25, 20.0, 11.0, 0.0), INK);
    svg.fill(&circle((x - 4.0, y - 19.0), 3.4), INK);
    svg.stroke(
        &line(&[
            (x - 12.0, y - 19.0),
            (x - 4.0, y - 24.0),
            (x + 4.0, y - 19.0),
        ]),
        INK,
        1.8,
    );
    svg.stroke(
        &line(&[(x, y - 8.0), (x + 24.0, y - 26.0), (x + 46.0, y - 30.0)]),
        INK,
        0.9,
    );
    for (dx, dy, long) in [(-70.0, 12.0, 60.0), (20.0, 16.0, 90.0), (-10.0, 24.0, 50.0)] {
        svg.stroke_tint(
            &line(&[(x + dx, y + dy), (x + dx + long, y + dy)]),
            INK,
            0.8,
            0.5,
        );
    }
}

fn geese(svg: &mut Svg, (x, y): Spot) {
    for (dx, dy, s) in [
        (0.0, 0.0, 1.0),
        (26.0, -12.0, 0.9),
        (50.0, -26.0, 0.8),
        (22.0, 14.0, 0.85),
        (74.0, -38.0, 0.7),
    ] {
        let at = |a: f64, b: f64| (x + dx + a * s, y + dy + b * s);
        svg.stroke_tint(
            &line(&[
                at(-9.0, -4.0),
                at(-4.0, -4.5),
                at(0.0, 0.0),
                at(4.0, -5.5),
                at(9.0, -6.0),
            ]),
            INK,
            1.4,
            0.8,
        );
    }
}

fn bamboo(svg: &mut Svg, size: Size) {
    let h = size.height;
    stalk(svg, (128.0, h + 10.0), (150.0, -10.0), 9.0, 0.34, 6);
    stalk(svg, (44.0, h + 10.0), (76.0, -10.0), 17.0, 1.0, 5);
    stalk(svg, (92.0, h + 10.0), (84.0, h * 0.22), 11.0, 0.62, 5);
    let sprays = [
        ((76.0, h * 0.1), 0.07, 1.0),
        ((84.0, h * 0.22), -0.06, 0.9),
        ((88.0, h * 0.4), 0.03, 0.8),
        ((58.0, h * 0.56), 0.06, 1.0),
        ((66.0, h * 0.33), 0.42, 0.85),
        ((52.0, h * 0.68), 0.44, 0.7),
        ((144.0, h * 0.16), 0.1, 0.62),
    ];
    for (foot, turns, scale) in sprays {
        spray(svg, foot, turns, scale);
    }
}

/// A stalk in joints, lighter where it is farther.
fn stalk(svg: &mut Svg, foot: Spot, top: Spot, thick: f64, near: f64, joints: usize) {
    let at = |part: f64| {
        (
            foot.0 + (top.0 - foot.0) * part,
            foot.1 + (top.1 - foot.1) * part,
        )
    };
    for joint in 0..joints {
        let (from, to) = (
            joint as f64 / joints as f64,
            (joint as f64 + 1.0) / joints as f64,
        );
        let gap = 2.6 / (foot.1 - top.1).abs();
        let body = bough(
            &[at(from + gap), at((from + to) / 2.0), at(to - gap)],
            thick * 0.98,
            thick * 0.94,
        );
        svg.tint(&body, STALK, near);
        let (x, y) = at(to);
        let ring = [
            (x - thick * 0.62, y - 1.0),
            (x, y + 1.6),
            (x + thick * 0.62, y - 1.0),
        ];
        svg.stroke_tint(&line(&ring), LEAF, 1.6, near);
    }
}

/// A twig with its leaves, hanging as they do.
fn spray(svg: &mut Svg, foot: Spot, turns: f64, scale: f64) {
    let outward = if turns.abs() < 0.25 { 1.0 } else { -1.0 };
    let tip = away(foot, turns, 66.0 * scale);
    svg.stroke(
        &line(&[foot, away(foot, turns - 0.02 * outward, 34.0 * scale), tip]),
        STALK,
        2.0 * scale,
    );
    for (part, angle, long) in [
        (0.45, 0.12, 62.0),
        (0.62, -0.07, 58.0),
        (0.78, 0.17, 70.0),
        (0.98, 0.02, 74.0),
        (1.0, 0.1, 66.0),
        (0.9, 0.24, 50.0),
    ] {
        let at = away(foot, turns, 66.0 * scale * part);
        svg.fill(
            &leaf(
                at,
                turns + angle * outward,
                long * scale,
                10.5 * scale,
                2.0 * outward,
            ),
            LEAF,
        );
    }
}
