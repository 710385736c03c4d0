//! The thin arcs that join a deviation and its rescue. The cells are a fixed grid, so the arcs are
//! drawn in units of cells and need no measuring.

use super::sheet::{Arc, Sheet};
use crate::ui::{El, Worked, memo, picture::picture};

/// Units of the drawing for one cell, across and down.
const UNIT: usize = 100;

/// Lays all arcs of a sheet over its lines.
pub fn with_arcs(lines: El, sheet: Worked<Sheet>) -> El {
    let drawing = memo(move || sheet.with(|s| (s.arcs.clone(), s.width, s.lines.len())));
    lines.part(move || {
        let (arcs, width, count) = drawing.get();
        let size = format!("0 0 {} {}", UNIT * width, UNIT * count);
        let paths = arcs.iter().map(|arc| ("arc", path(*arc)));
        // A letter of this drawing is as wide as a cell (see the style sheet), so its width is told
        // in letters; its height is that of the lines.
        let picture = || picture("arcs", &size, paths);
        let wide = |picture: El| picture.set("width", &format!("{width}em"));
        (!arcs.is_empty())
            .then(picture)
            .map(|it| wide(it).set("preserveAspectRatio", "none"))
    })
}

/// A curve from mark to mark: hung below within a line; between lines it goes down the gap between
/// two columns, on the near side of the rescue, so that it crosses no character. The marks are taken
/// to stand at the foot of their rows; the style sheet moves the whole drawing up to them.
fn path(arc: Arc) -> String {
    let point = |(line, place): (usize, usize)| (UNIT * place - UNIT / 2, UNIT * line);
    let ((x1, y1), (x2, y2)) = (point(arc.from), point(arc.to));
    if arc.from.0 == arc.to.0 {
        return format!("M{x1} {y1}Q{} {} {x2} {y2}", (x1 + x2) / 2, y1 + UNIT / 4);
    }
    let gap = if x1 < x2 {
        x2 - UNIT / 2
    } else {
        x2 + UNIT / 2
    };
    let middle = (y1 + y2) / 2;
    format!("M{x1} {y1}Q{gap} {y1} {gap} {middle}Q{gap} {y2} {x2} {y2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_hangs_within_a_line_and_keeps_between_the_columns_from_line_to_line() {
        let arc = |from, to| path(Arc { from, to });
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
}
