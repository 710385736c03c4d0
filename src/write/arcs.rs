//! The thin arcs that join a deviation and its rescue. The cells are a fixed grid, so the arcs are
//! drawn in units of cells and need no measuring.

use leptos::prelude::*;

use super::sheet::{Arc, Sheet};

/// Units of the drawing for one cell, across and down.
const UNIT: f64 = 100.0;

/// All arcs of a sheet, over its lines.
#[component]
pub fn Arcs(
    /// What is drawn.
    sheet: Memo<Sheet>,
) -> impl IntoView {
    let arcs = Memo::new(move |_| sheet.with(|s| (s.arcs.clone(), s.width, s.lines.len())));
    move || {
        let (arcs, width, lines) = arcs.get();
        (!arcs.is_empty()).then(|| {
            let size = format!("0 0 {} {}", UNIT * width as f64, UNIT * lines as f64);
            let paths: Vec<_> = arcs
                .into_iter()
                .map(|arc| view! { <path d=path(arc) /> })
                .collect();
            view! {
                <svg
                    class="arcs"
                    viewBox=size
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    style:--columns=width.to_string()
                    style:--rows=lines.to_string()
                >
                    {paths}
                </svg>
            }
        })
    }
}

/// A curve from mark to mark: hung below within a line; between lines it goes down the gap between
/// two columns, on the near side of the rescue, so that it crosses no character. The marks are taken
/// to stand at the foot of their rows; the style sheet moves the whole drawing up to them.
fn path(arc: Arc) -> String {
    let point = |(line, place): (usize, usize)| (UNIT * (place as f64 - 0.5), UNIT * line as f64);
    let ((x1, y1), (x2, y2)) = (point(arc.from), point(arc.to));
    if arc.from.0 == arc.to.0 {
        let x = (x1 + x2) / 2.0;
        return format!(
            "M{x1:.0} {y1:.0}Q{x:.0} {:.0} {x2:.0} {y2:.0}",
            y1 + UNIT * 0.22
        );
    }
    let gap = if x1 < x2 {
        x2 - UNIT / 2.0
    } else {
        x2 + UNIT / 2.0
    };
    let middle = (y1 + y2) / 2.0;
    format!(
        "M{x1:.0} {y1:.0}Q{gap:.0} {y1:.0} {gap:.0} {middle:.0}Q{gap:.0} {y2:.0} {x2:.0} {y2:.0}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_hangs_within_a_line_and_keeps_between_the_columns_from_line_to_line() {
        let arc = |from, to| path(Arc { from, to });
        assert_eq!(arc((1, 3), (1, 4)), "M250 100Q300 122 350 100");
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
