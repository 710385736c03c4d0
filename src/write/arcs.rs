//! The thin arcs that join a deviation and its rescue. The cells are a fixed grid, so the arcs are
//! drawn in units of cells and need no measuring.

use super::sheet::{Arc, Sheet};
use crate::ui::{El, Worked, memo, picture::picture};

/// Units of the drawing for one cell, across and down.
const UNIT: usize = 100;

/// Lays all arcs of a sheet over its lines, which may be written vertically.
pub fn with_arcs(
    lines: El,
    sheet: Worked<Sheet>,
    is_vertical: impl Fn() -> bool + Send + 'static,
) -> El {
    let drawing = memo(move || sheet.with(|s| (s.arcs.clone(), s.width, s.lines.len())));
    lines.part(move || {
        let (arcs, width, count) = drawing.get();
        let vertical = is_vertical();
        let (along, across) = (UNIT * width, UNIT * count);
        let size = if vertical {
            format!("0 0 {across} {along}")
        } else {
            format!("0 0 {along} {across}")
        };
        let paths = arcs.iter().map(|arc| {
            let turned = vertical.then_some(across);
            ("arc", path(*arc, turned))
        });
        // A letter of this drawing is as wide as a cell (see the style sheet), so its length along the
        // lines is told in letters; across, it is as long as the lines are together.
        let picture = || picture("arcs", &size, paths);
        let side = if vertical { "height" } else { "width" };
        let wide = |picture: El| picture.set(side, &format!("{width}em"));
        (!arcs.is_empty())
            .then(picture)
            .map(|it| wide(it).set("preserveAspectRatio", "none"))
    })
}

/// A curve from mark to mark: hung below within a line; between lines it goes down the gap between
/// two columns, on the near side of the rescue, so that it crosses no character. The marks are taken
/// to stand at the foot of their rows; the style sheet moves the whole drawing up to them. In vertical
/// writing the drawing is turned by a quarter: what went down goes to the left, from where all lines
/// begin.
fn path(arc: Arc, turned: Option<usize>) -> String {
    let point = |(line, place): (usize, usize)| (UNIT * place - UNIT / 2, UNIT * line);
    let at = |x: usize, y: usize| match turned {
        Some(right) => format!("{} {x}", right.saturating_sub(y)),
        None => format!("{x} {y}"),
    };
    let ((x1, y1), (x2, y2)) = (point(arc.from), point(arc.to));
    let (from, to) = (at(x1, y1), at(x2, y2));
    if arc.from.0 == arc.to.0 {
        // Below the last line there is room for it, which the turned drawing has on its left.
        let y = y1 + UNIT / 4;
        let over = match turned {
            Some(right) if y > right => format!("-{} {}", y - right, (x1 + x2) / 2),
            _ => at((x1 + x2) / 2, y),
        };
        return format!("M{from}Q{over} {to}");
    }
    let gap = if x1 < x2 {
        x2 - UNIT / 2
    } else {
        x2 + UNIT / 2
    };
    let middle = (y1 + y2) / 2;
    let [turn, middle, back] = [y1, middle, y2].map(|y| at(gap, y));
    format!("M{from}Q{turn} {middle}Q{back} {to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_hangs_within_a_line_and_keeps_between_the_columns_from_line_to_line() {
        let arc = |from, to| path(Arc { from, to }, None);
        assert_eq!(arc((1, 3), (1, 4)), "M250 100Q300 125 350 100");
        assert_eq!(
            arc((1, 4), (2, 3)),
            "M350 100Q300 100 300 150Q300 200 250 200"
        );
        assert_eq!(
            arc((1, 3), (2, 3)),
            "M250 100Q300 100 300 150Q300 200 250 200"
        );
        assert_eq!(
            arc((1, 2), (2, 3)),
            "M150 100Q200 100 200 150Q200 200 250 200"
        );
    }

    #[test]
    fn in_vertical_writing_an_arc_is_turned_by_a_quarter() {
        // Four lines: the first stands at the right, where 400 is.
        let arc = |from, to| path(Arc { from, to }, Some(400));
        assert_eq!(arc((1, 3), (1, 4)), "M300 250Q275 300 300 350");
        assert_eq!(
            arc((1, 4), (2, 3)),
            "M300 350Q300 300 250 300Q200 300 200 250"
        );
        assert_eq!(arc((4, 3), (4, 4)), "M0 250Q-25 300 0 350");
    }
}
