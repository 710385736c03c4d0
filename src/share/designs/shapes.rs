//! Shapes that several papers have.

use std::{f64::consts::TAU, fmt::Write};

use crate::share::card::svg::number;

/// A place.
pub type Spot = (f64, f64);

/// A place as the data of a path have it.
pub fn spot((x, y): Spot) -> String {
    format!("{} {}", number(x), number(y))
}

/// From a place, so far in a direction (in turns, 0 to the right, a quarter down).
pub fn away((x, y): Spot, turns: f64, far: f64) -> Spot {
    let angle = turns * TAU;
    (x + angle.cos() * far, y + angle.sin() * far)
}

/// A circle.
pub fn circle(middle: Spot, radius: f64) -> String {
    ellipse(middle, radius, radius)
}

/// An ellipse.
pub fn ellipse((x, y): Spot, across: f64, down: f64) -> String {
    let (left, right) = (spot((x - across, y)), spot((x + across, y)));
    let (across, down) = (number(across), number(down));
    format!("M{left}A{across} {down} 0 1 1 {right}A{across} {down} 0 1 1 {left}Z")
}

/// A rectangle.
pub fn rectangle(left: f64, top: f64, right: f64, bottom: f64) -> String {
    let [left, top, right, bottom] = [left, top, right, bottom].map(number);
    format!("M{left} {top}H{right}V{bottom}H{left}Z")
}

/// A leaf from its foot in a direction: its length, its width; `bend` draws its middle aside.
pub fn leaf(foot: Spot, turns: f64, long: f64, wide: f64, bend: f64) -> String {
    let tip = away(foot, turns, long);
    let side = |sign: f64, part: f64| {
        let at = away(foot, turns, long * part);
        away(at, turns + 0.25, sign * wide / 2.0 + bend)
    };
    format!(
        "M{}C{} {} {}C{} {} {}Z",
        spot(foot),
        spot(side(1.3, 0.25)),
        spot(side(1.0, 0.62)),
        spot(tip),
        spot(side(-1.0, 0.62)),
        spot(side(-1.3, 0.25)),
        spot(foot),
    )
}

/// A smooth line through places.
pub fn line(places: &[Spot]) -> String {
    let mut path = String::new();
    follow(places, 'M', &mut path);
    path
}

/// Goes on through places, smoothly (a spline of Catmull and Rom).
fn follow(places: &[Spot], begin: char, path: &mut String) {
    let Some(first) = places.first() else {
        return;
    };
    let _ = write!(path, "{begin}{}", spot(*first));
    let at = |index: usize| places[index.min(places.len() - 1)];
    for index in 0..places.len() - 1 {
        let (before, from, to, after) = (
            at(index.saturating_sub(1)),
            at(index),
            at(index + 1),
            at(index + 2),
        );
        let one = (
            from.0 + (to.0 - before.0) / 6.0,
            from.1 + (to.1 - before.1) / 6.0,
        );
        let two = (
            to.0 - (after.0 - from.0) / 6.0,
            to.1 - (after.1 - from.1) / 6.0,
        );
        let _ = write!(path, "C{} {} {}", spot(one), spot(two), spot(to));
    }
}

/// A bough through places, thick at its foot and thin at its tip.
pub fn bough(places: &[Spot], foot: f64, tip: f64) -> String {
    let count = places.len();
    let side = |sign: f64| {
        let edge = move |at: usize| {
            let before = places[at.saturating_sub(1)];
            let after = places[(at + 1).min(count - 1)];
            let (dx, dy) = (after.0 - before.0, after.1 - before.1);
            let long = dx.hypot(dy).max(0.001);
            let part = at as f64 / (count - 1).max(1) as f64;
            // Knots: never quite even.
            let knot = if at % 2 == 1 { 1.12 } else { 0.94 };
            let half = sign * (foot + (tip - foot) * part) * knot / 2.0;
            (
                places[at].0 - dy / long * half,
                places[at].1 + dx / long * half,
            )
        };
        (0..count).map(edge)
    };
    let one: Vec<Spot> = side(1.0).collect();
    let mut two: Vec<Spot> = side(-1.0).collect();
    two.reverse();
    let mut path = String::new();
    follow(&one, 'M', &mut path);
    follow(&two, 'L', &mut path);
    path.push('Z');
    path
}

/// The ground under a smooth line, down to `bottom`.
pub fn ground_under(places: &[Spot], bottom: f64) -> String {
    let mut path = line(places);
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        let _ = write!(
            path,
            "L{}L{}Z",
            spot((last.0, bottom)),
            spot((first.0, bottom))
        );
    }
    path
}

/// A cloud in the manner of old ornament: a scroll with its lobes, as one line, from its left end.
pub fn cloud((x, y): Spot, size: f64) -> String {
    let s = |dx: f64, dy: f64| spot((x + dx * size, y + dy * size));
    format!(
        "M{}C{} {} {}C{} {} {}C{} {} {}C{} {} {}C{} {} {}C{} {} {}C{} {} {}",
        s(-1.5, 0.28),
        s(-1.1, 0.28),
        s(-0.75, 0.28),
        s(-0.42, 0.28),
        s(-0.86, 0.28),
        s(-0.9, -0.22),
        s(-0.5, -0.24),
        s(-0.52, -0.72),
        s(0.12, -0.78),
        s(0.2, -0.34),
        s(0.62, -0.5),
        s(0.86, 0.02),
        s(0.52, 0.2),
        s(0.3, 0.3),
        s(0.1, 0.1),
        s(0.24, -0.04),
        s(0.34, -0.13),
        s(0.46, -0.02),
        s(0.38, 0.06),
        s(0.7, 0.3),
        s(1.1, 0.28),
        s(1.6, 0.28),
    )
}

/// A step from a middle, turned about it.
pub fn by_turn((x, y): Spot, (dx, dy): Spot, turns: f64) -> Spot {
    let (sin, cos) = (turns * TAU).sin_cos();
    (x + dx * cos - dy * sin, y + dx * sin + dy * cos)
}
