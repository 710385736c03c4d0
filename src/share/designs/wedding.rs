//! For a wedding: a mat of red with gold fretwork, and the character of double joy where it opens.

use super::{
    Paper,
    shapes::{Spot, circle, line, rectangle},
};
use crate::share::card::{Shape, place::Size, svg::Svg};

const RED: &str = "#9f2a23";
const GOLD: &str = "#e3c078";

pub static PAPER: Paper = Paper {
    ground: "#fcf5e6",
    ink: "#4a1813",
    title: "#9f2a23",
    beside: "#7a4a33",
    seal: "#a6332a",
    seal_ground: "#fff7e8",
};

/// The width of the mat.
const MAT: f64 = 58.0;
/// How far its corners are cut.
const NOTCH: f64 = 26.0;

/// Left, top, right, bottom.
pub fn margins(shape: Shape) -> [f64; 4] {
    match shape {
        Shape::Portrait => [110.0, 176.0, 110.0, 116.0],
        Shape::Landscape => [120.0, 158.0, 120.0, 92.0],
        Shape::Square => [116.0, 160.0, 116.0, 110.0],
    }
}

pub fn adorn(svg: &mut Svg, size: Size) {
    let whole = rectangle(0.0, 0.0, size.width, size.height);
    // The panel runs the other way round, and so is left open.
    svg.fill(&format!("{whole}{}", panel(size, MAT)), RED);
    svg.stroke(&panel(size, MAT - 9.0), GOLD, 1.6);
    svg.stroke_tint(&panel(size, MAT + 10.0), RED, 1.0, 0.55);
    for (right, low) in [(false, false), (true, false), (false, true), (true, true)] {
        fret(svg, size, right, low);
    }
    for across in [true, false] {
        knots(svg, size, across);
    }
    let middle = (size.width / 2.0, MAT + 34.0);
    svg.fill(&circle(middle, 52.0), RED);
    svg.stroke(&circle(middle, 45.5), GOLD, 1.5);
    joy(svg, middle, 27.0);
}

/// The opening of the mat, its corners cut inwards, against the clock.
fn panel(size: Size, inset: f64) -> String {
    let (left, top, right, bottom) = (inset, inset, size.width - inset, size.height - inset);
    let n = NOTCH;
    format!(
        "M{} {top}H{}V{}H{left}V{}H{}V{bottom}H{}V{}H{right}V{}H{}Z",
        right - n,
        left + n,
        top + n,
        bottom - n,
        left + n,
        right - n,
        bottom - n,
        top + n,
        right - n,
    )
}

/// The fretwork of a corner: two squares that hold each other.
fn fret(svg: &mut Svg, size: Size, right: bool, low: bool) {
    let at = |x: f64, y: f64| -> Spot {
        (
            if right { size.width - x } else { x },
            if low { size.height - y } else { y },
        )
    };
    let bends = [
        at(18.0, 96.0),
        at(18.0, 18.0),
        at(96.0, 18.0),
        at(96.0, 34.0),
        at(34.0, 34.0),
        at(34.0, 62.0),
        at(62.0, 62.0),
        at(62.0, 48.0),
        at(48.0, 48.0),
    ];
    let mut path = String::new();
    for (index, bend) in bends.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&super::shapes::spot(*bend));
    }
    svg.stroke(&path, GOLD, 2.2);
    svg.stroke(&line(&[at(34.0, 96.0), at(34.0, 78.0)]), GOLD, 2.2);
}

/// A row of small lozenges along the mat.
fn knots(svg: &mut Svg, size: Size, across: bool) {
    let long = if across { size.width } else { size.height };
    let count = ((long - 260.0) / 46.0).floor().max(1.0);
    let step = (long - 260.0) / count;
    for index in 0..=count as usize {
        let along = 130.0 + step * index as f64;
        for side in [27.0, if across { size.height } else { size.width } - 27.0] {
            let middle = if across { (along, side) } else { (side, along) };
            // Under the medal there is none.
            if across && side < 30.0 && (along - size.width / 2.0).abs() < 40.0 {
                continue;
            }
            let (x, y) = middle;
            let r = 5.2;
            let lozenge = format!("M{x} {}L{} {y}L{x} {}L{} {y}Z", y - r, x + r, y + r, x - r);
            svg.stroke(&lozenge, GOLD, 1.3);
        }
    }
}

/// 囍, as it is cut from paper, in a square of twice this size.
fn joy(svg: &mut Svg, (x, y): Spot, half: f64) {
    let unit = half / 10.0;
    let at = |dx: f64, dy: f64| (x + dx * unit, y + dy * unit);
    let mut draw = |from: Spot, to: Spot| svg.stroke(&line(&[from, to]), GOLD, unit * 1.25);
    for side in [-1.0, 1.0] {
        let (inner, outer) = (side * 0.9, side * 9.4);
        let middle = side * 5.15;
        draw(at(inner, -8.0), at(outer, -8.0));
        draw(at(middle, -10.0), at(middle, -5.2));
        draw(at(side * 2.0, -5.2), at(side * 8.3, -5.2));
        for (top, low) in [(-3.0, -0.4), (4.6, 8.4)] {
            draw(at(side * 2.2, top), at(side * 8.1, top));
            draw(at(side * 2.2, low), at(side * 8.1, low));
            draw(at(side * 2.2, top), at(side * 2.2, low));
            draw(at(side * 8.1, top), at(side * 8.1, low));
        }
        draw(at(side * 3.4, 0.4), at(side * 3.9, 1.9));
        draw(at(side * 6.9, 0.4), at(side * 6.4, 1.9));
    }
    draw(at(-9.6, 2.3), at(9.6, 2.3));
}
