//! The marks, drawn as small shapes: fonts disagree about ○ and ◉, and a screen reader should not
//! read them out.

use verse::Severity;

use super::sheet::{Cell, Mark};
use crate::ui::{Piece, picture::drawing};

/// One mark. The shape carries the meaning; the style sheet repeats it in colour.
pub fn mark_shape(cell: &Cell) -> Piece {
    let is_free = cell.slot == Some("free");
    // A free place has the same shape, smaller and lighter.
    let usual = if is_free { SMALL } else { MIDDLE };
    let paths: &[Path] = match cell.mark {
        Mark::Level => &[("line", usual)],
        Mark::Oblique => &[("solid", usual)],
        Mark::Entering => &[("solid", if is_free { SMALL_NOTCHED } else { NOTCHED })],
        Mark::Rhyme => &[("line", LARGE), ("line", HOLE)],
        Mark::ObliqueRhyme => &[("line", LARGE), ("solid", KERNEL)],
        Mark::Unknown => &[("line dotted", MIDDLE), ("solid", POINT)],
        // What is asked of a character that is still to be found.
        Mark::Blank => match cell.slot {
            Some("level") => &[("asked line", MIDDLE)],
            Some("oblique") => &[("asked solid", MIDDLE)],
            Some("rhyme") => &[("asked line", LARGE), ("asked line", HOLE)],
            Some(_) => &[("asked line", MIDDLE), ("asked solid", DOT)],
            None => &[("line", "M5 10h10")],
        },
    };
    let ring = cell.fault.map(|fault| match fault {
        Severity::Error => ("ring", RING),
        _ => ("ring dotted", RING),
    });
    let tie = cell.rescue.then_some(("tie", "M4 17.5q6 3.4 12 0"));
    let all = paths.iter().copied().chain(ring).chain(tie);
    drawing("mark", "0 0 20 20", all)
}

/// A class and a path.
type Path = (&'static str, &'static str);

/// A circle about the middle with this radius. (Written when the page is compiled: writing out fractions
/// takes several kilobytes of code.)
macro_rules! circle {
    ($r:literal, left $left:literal, across $across:literal) => {
        concat!(
            "M", $left, " 10a", $r, " ", $r, " 0 1 0 ", $across, " 0a", $r, " ", $r, " 0 1 0 -",
            $across, " 0Z"
        )
    };
}

/// The same, solid, with a wedge cut out at the upper right: the tone that was cut short.
macro_rules! notched {
    ($r:literal, top $top:literal, right $right:literal) => {
        concat!("M10 10V", $top, "A", $r, " ", $r, " 0 1 0 ", $right, " 10Z")
    };
}

const POINT: &str = circle!("1", left "9", across "2");
const DOT: &str = circle!("1.4", left "8.6", across "2.8");
const HOLE: &str = circle!("2.2", left "7.8", across "4.4");
const KERNEL: &str = circle!("3", left "7", across "6");
const SMALL: &str = circle!("4", left "6", across "8");
const MIDDLE: &str = circle!("5", left "5", across "10");
const LARGE: &str = circle!("5.5", left "4.5", across "11");
const RING: &str = circle!("8.5", left "1.5", across "17");
const SMALL_NOTCHED: &str = notched!("4", top "6", right "14");
const NOTCHED: &str = notched!("5", top "5", right "15");

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of a path.
    fn numbers(path: &str) -> Vec<f64> {
        path.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect()
    }

    #[test]
    fn circles_stand_about_the_middle_of_twenty_units() {
        for (path, r) in [
            (POINT, 1.0),
            (DOT, 1.4),
            (HOLE, 2.2),
            (KERNEL, 3.0),
            (SMALL, 4.0),
            (MIDDLE, 5.0),
            (LARGE, 5.5),
            (RING, 8.5),
        ] {
            let half = |across: f64| [r, r, 0.0, 1.0, 0.0, across, 0.0];
            let wanted = [&[10.0 - r, 10.0][..], &half(2.0 * r), &half(-2.0 * r)].concat();
            let found = numbers(path);
            assert_eq!(found.len(), wanted.len(), "{path}");
            for (one, other) in found.iter().zip(&wanted) {
                assert!((one - other).abs() < 1e-9, "{path}");
            }
        }
        for (path, r) in [(SMALL_NOTCHED, 4.0), (NOTCHED, 5.0)] {
            let wanted = [10.0, 10.0, 10.0 - r, r, r, 0.0, 1.0, 0.0, 10.0 + r, 10.0];
            assert_eq!(numbers(path), wanted, "{path}");
        }
    }
}
