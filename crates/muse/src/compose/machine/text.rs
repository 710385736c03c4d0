//! Lines put together.

use crate::answer::{self, Shape, VerseLine, text_of};

/// The lines of a version with those that an answer gives in the place of open ones. Punctuation
/// stays.
pub(super) fn merge(
    base: &[VerseLine],
    answer: &str,
    shape: &Shape,
    open: &[usize],
) -> Vec<VerseLine> {
    let whole = shape.with_lines(base.len());
    let mut lines = base.to_vec();
    for (number, line) in answer::lines(answer, &whole, open) {
        if let Some(old) = number.checked_sub(1).and_then(|at| lines.get_mut(at)) {
            old.text = line.text;
        }
    }
    lines
}

/// The lines of a draft that is still coming: no punctuation after the last, unless it has come.
pub(super) fn partial_text(lines: &[VerseLine]) -> String {
    let mut text = text_of(lines);
    if lines.last().is_some_and(|l| l.mark.is_none()) {
        text.pop();
    }
    text
}
