//! The outline of a character: contours of points, joined by lines and quadratic curves as in TrueType.

use std::fmt::Write;

use super::coder::Decoder;

/// Units of the grid in an em.
pub const EM: i32 = 400;
/// The upper edge of an em above the base line.
pub const TOP: i32 = 352;

/// No outline of the font has more contours, or a contour more points.
const MOST: i32 = 4000;

// The contexts of numbers; tools/letters/coder.py has the same.
const CONTOURS: usize = 0;
const POINTS: usize = 1;
const ADVANCE: usize = 2;
const FIRST_X: usize = 3;
const FIRST_Y: usize = 4;
const STEP_X: usize = 8;
const STEP_Y: usize = 72;
const FLAG: usize = 200;
const SIGN: usize = 210;
const WIDE: usize = 220;

/// A point of a contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
    /// Whether the contour goes through it.
    on: bool,
}

impl Point {
    fn half_way(self, other: Self) -> (f64, f64) {
        let middle = |a: i32, b: i32| f64::from(a + b) / 2.0;
        (middle(self.x, other.x), middle(self.y, other.y))
    }
}

/// An outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glyph {
    /// How far the pen goes, on the grid.
    pub advance: i32,
    contours: Vec<Vec<Point>>,
}

impl Glyph {
    /// Reads an outline. What is no outline gives none, or nonsense, but an end.
    pub fn read(decoder: &mut Decoder) -> Option<Self> {
        let advance = if decoder.bit(WIDE, 0) {
            decoder.number(ADVANCE).0
        } else {
            EM
        };
        let mut contours = Vec::new();
        let mut start = (0, 0);
        for _ in 0..at_most(decoder.number(CONTOURS).0)? {
            let contour = contour(decoder, start)?;
            start = contour.first().map_or(start, |point| (point.x, point.y));
            contours.push(contour);
        }
        Some(Self { advance, contours })
    }

    /// The data of an SVG path, with y downwards from the upper edge of the em.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for contour in &self.contours {
            draw(contour, &mut path);
        }
        path
    }

    /// What the points span: left, top, right, bottom, as in [`Glyph::path`].
    pub fn bounds(&self) -> Option<[i32; 4]> {
        let points = || self.contours.iter().flatten();
        Some([
            points().map(|point| point.x).min()?,
            points().map(|point| TOP - point.y).min()?,
            points().map(|point| point.x).max()?,
            points().map(|point| TOP - point.y).max()?,
        ])
    }
}

fn at_most(number: i32) -> Option<i32> {
    (number <= MOST).then_some(number)
}

fn contour(decoder: &mut Decoder, (mut x, mut y): (i32, i32)) -> Option<Vec<Point>> {
    let count = at_most(decoder.number(POINTS).0)?;
    if count == 0 {
        return Some(Vec::new());
    }
    x += signed(decoder, FIRST_X, 8).0;
    y += signed(decoder, FIRST_Y, 9).0;
    let mut on = decoder.bit(FLAG, 4);
    let mut flags = usize::from(on);
    let mut contour = vec![Point { x, y, on }];
    let (mut size_x, mut size_y, mut sign_x, mut sign_y) = (0, 0, 0, 0);
    for _ in 1..count {
        on = decoder.bit(FLAG, flags);
        flags = (flags << 1 | usize::from(on)) & 3;
        let context = flags * 12 + ((size_x + size_y) / 2).min(11);
        let (dx, size) = signed(decoder, STEP_X + context, sign_x);
        size_x = size;
        let context = flags * 12 + size_x.min(11);
        let (dy, size) = signed(decoder, STEP_Y + context, 3 + sign_y);
        size_y = size;
        (sign_x, sign_y) = (direction(dx), direction(dy));
        x += dx;
        y += dy;
        contour.push(Point { x, y, on });
    }
    Some(contour)
}

fn signed(decoder: &mut Decoder, context: usize, sign: usize) -> (i32, usize) {
    let (value, size) = decoder.number(context);
    let negative = value != 0 && decoder.bit(SIGN, sign);
    (if negative { -value } else { value }, size)
}

fn direction(step: i32) -> usize {
    match step {
        0 => 0,
        1.. => 1,
        _ => 2,
    }
}

/// Draws a contour. Between two points that it does not go through it goes through their middle; there
/// may be no others at all, in a circle.
fn draw(contour: &[Point], path: &mut String) {
    let (Some(one), Some(last)) = (contour.first(), contour.last()) else {
        return;
    };
    let count = contour.len();
    let begin = contour.iter().position(|point| point.on);
    let first = begin.map_or(0, |place| place + 1);
    let start = begin.map_or_else(|| last.half_way(*one), |at| place(contour[at]));
    let at = |step: usize| contour[(first + step) % count];
    put(path, 'M', &[start]);
    let mut step = 0;
    while step < count {
        let point = at(step);
        let next = at(step + 1);
        if point.on {
            if step + 1 < count {
                put(path, 'L', &[place(point)]);
            }
        } else if next.on {
            put(path, 'Q', &[place(point), place(next)]);
            step += 1;
        } else {
            put(path, 'Q', &[place(point), point.half_way(next)]);
        }
        step += 1;
    }
    path.push('Z');
}

fn place(point: Point) -> (f64, f64) {
    (f64::from(point.x), f64::from(point.y))
}

/// A command of a path. (A string takes whatever is written to it.)
fn put(path: &mut String, command: char, places: &[(f64, f64)]) {
    path.push(command);
    for (at, (x, y)) in places.iter().enumerate() {
        let space = if at == 0 { "" } else { " " };
        let _ = write!(path, "{space}{x} {}", f64::from(TOP) - y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(points: &[(i32, i32, bool)]) -> Glyph {
        let point = |&(x, y, on): &(i32, i32, bool)| Point { x, y, on };
        Glyph {
            advance: EM,
            contours: vec![points.iter().map(point).collect()],
        }
    }

    #[test]
    fn lines_and_curves_go_through_the_points_that_are_on() {
        let square = glyph(&[(0, 0, true), (10, 0, true), (10, 10, true), (0, 10, true)]);
        assert_eq!(square.path(), "M0 352L10 352L10 342L0 342Z");
        let round = glyph(&[(0, 0, true), (10, 0, false), (10, 11, false), (0, 11, true)]);
        assert_eq!(round.path(), "M0 352Q10 352 10 346.5Q10 341 0 341Z");
        let closing = glyph(&[(5, 0, false), (10, 0, true), (10, 10, true), (0, 0, true)]);
        assert_eq!(closing.path(), "M10 352L10 342L0 352Q5 352 10 352Z");
        let circle = glyph(&[
            (0, 0, false),
            (10, 0, false),
            (10, 10, false),
            (0, 10, false),
        ]);
        assert_eq!(
            circle.path(),
            "M0 347Q0 352 5 352Q10 352 10 347Q10 342 5 342Q0 342 0 347Z"
        );
        assert_eq!(square.bounds(), Some([0, 342, 10, 352]));
        assert_eq!(Glyph::default().bounds(), None);
    }

    #[test]
    fn nonsense_has_an_end() {
        for seed in 0..=255u8 {
            let bytes: Vec<u8> = (0..200)
                .map(|at| seed.wrapping_mul(at).wrapping_add(at))
                .collect();
            let mut decoder = Decoder::new(&bytes);
            for _ in 0..4 {
                let _ = Glyph::read(&mut decoder).map(|glyph| glyph.path());
            }
        }
    }
}
