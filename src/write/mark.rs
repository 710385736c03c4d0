//! The marks, drawn as small shapes: fonts disagree about ○ and ◉, and a screen reader should not
//! read them out.

use verse::Severity;

use super::sheet::{Cell, Mark};
use crate::ui::{El, picture::picture};

/// One mark. The shape carries the meaning; the style sheet repeats it in colour.
pub fn mark_shape(cell: &Cell) -> El {
    // A free place has the same shape, smaller and lighter.
    let r = if cell.slot == Some("free") { 40 } else { 50 };
    let mut paths = match cell.mark {
        Mark::Level => vec![("line", circle(r))],
        Mark::Oblique => vec![("solid", circle(r))],
        Mark::Entering => vec![("solid", notched(r))],
        Mark::Rhyme => vec![("line", circle(55)), ("line", circle(22))],
        Mark::ObliqueRhyme => vec![("line", circle(55)), ("solid", circle(30))],
        Mark::Unknown => vec![("line dotted", circle(50)), ("solid", circle(10))],
        // What is asked of a character that is still to be found.
        Mark::Blank => match cell.slot {
            Some("level") => vec![("asked line", circle(50))],
            Some("oblique") => vec![("asked solid", circle(50))],
            Some("rhyme") => vec![("asked line", circle(55)), ("asked line", circle(22))],
            Some(_) => vec![("asked line", circle(50)), ("asked solid", circle(14))],
            None => vec![("line", "M5 10h10".to_owned())],
        },
    };
    match cell.fault {
        Some(Severity::Error) => paths.push(("ring", circle(85))),
        Some(_) => paths.push(("ring dotted", circle(85))),
        None => {}
    }
    if cell.rescue {
        paths.push(("tie", "M4 17.5q6 3.4 12 0".to_owned()));
    }
    picture("mark", "0 0 20 20", paths)
}

/// A circle about the middle, in tenths of a unit. (Whole numbers: writing out fractions takes
/// several kilobytes of code.)
fn circle(r: i32) -> String {
    let tenths = |n: i32| format!("{}.{}", n / 10, n % 10);
    let (r, left, across) = (tenths(r), tenths(100 - r), tenths(2 * r));
    format!("M{left} 10a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z")
}

/// The same, solid, with a wedge cut out at the upper right: the tone that was cut short.
fn notched(r: i32) -> String {
    let tenths = |n: i32| format!("{}.{}", n / 10, n % 10);
    let (top, right, r) = (tenths(100 - r), tenths(100 + r), tenths(r));
    format!("M10 10V{top}A{r} {r} 0 1 0 {right} 10Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_stand_in_the_middle_of_twenty_units() {
        assert_eq!(
            circle(55),
            "M4.5 10a5.5 5.5 0 1 0 11.0 0a5.5 5.5 0 1 0 -11.0 0Z"
        );
        assert_eq!(notched(40), "M10 10V6.0A4.0 4.0 0 1 0 14.0 10Z");
    }
}
