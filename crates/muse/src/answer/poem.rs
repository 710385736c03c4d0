//! A whole poem in an answer.

use super::{
    Shape, VerseLine, lyric,
    row::{Row, is_near, rows},
};

/// A poem as a model gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poem {
    /// The title, where it gave one.
    pub title: Option<String>,
    /// The lines.
    pub lines: Vec<VerseLine>,
}

/// The poem in an answer. Of several the last of the right shape; if none has the right shape,
/// what is nearest to it; `None` if the answer holds no verse.
///
/// Looked for, in this order: a run of rows with the right number of lines of the right length;
/// the same with a title before it that nothing marks as one; such a run between empty rows; the
/// right number of right lines anywhere, with other text between them; the longest run of lines
/// of about the right length. A lyric is brought together with its form.
pub fn poem(text: &str, shape: &Shape) -> Option<Poem> {
    let rows = rows(text, shape);
    if let Some(tune) = &shape.tune {
        return lyric::poem(&rows, tune);
    }
    let title = rows.iter().find_map(|r| r.title.clone());
    let exact = runs(&rows, |r| r.is_exact(&shape.widths));
    let whole = |lines: Vec<VerseLine>| {
        Some(Poem {
            title: title.clone(),
            lines,
        })
    };

    if let Some(run) = exact.iter().rev().find(|run| shape.fits(count(run))) {
        return whole(lines_of(run));
    }
    if let Some(run) = exact.iter().rev().find(|run| has_title(run, shape)) {
        let mut lines = lines_of(run);
        let first = lines.remove(0);
        return Some(Poem {
            title: title.or(Some(first.text)),
            lines,
        });
    }
    let between_blanks = |run: &[&Row]| -> Option<Vec<VerseLine>> {
        let parts = run
            .split(|r| r.blank)
            .rev()
            .find(|part| shape.fits(count(part)))?;
        Some(lines_of(parts))
    };
    if let Some(lines) = exact.iter().rev().find_map(|run| between_blanks(run)) {
        return whole(lines);
    }
    let scattered: Vec<&Row> = rows.iter().filter(|r| r.is_exact(&shape.widths)).collect();
    if shape.fits(count(&scattered)) {
        return whole(lines_of(&scattered));
    }
    let near = runs(&rows, |r| r.is_near(&shape.widths));
    let longest = near
        .into_iter()
        .max_by_key(|run| count(run))
        .filter(|run| count(run) > 1)?;
    // Text after the poem that looks like verse by chance is left out where an empty row parts it.
    let far = |run: &[&Row]| count(run).abs_diff(shape.lines());
    let part = longest
        .split(|r| r.blank)
        .min_by_key(|part| far(part))
        .unwrap_or(&longest);
    let best = if count(&longest) > shape.lines() && !part.is_empty() {
        part
    } else {
        &longest
    };
    let mut lines = lines_of(best);
    if lines.len() == shape.lines() + 1 && has_lone_head(best) {
        let first = lines.remove(0);
        return Some(Poem {
            title: title.or(Some(first.text)),
            lines,
        });
    }
    whole(lines)
}

/// The lines of a draft that is still coming; the last may not be whole. Empty until verse comes.
pub fn so_far(text: &str, shape: &Shape) -> Vec<VerseLine> {
    let rows = rows(text, shape);
    if let Some(tune) = &shape.tune {
        return lyric::so_far(rows, tune);
    }
    let (widths, width) = (&shape.widths[..], shape.width(1));
    let last = rows.len().saturating_sub(1);
    let mut lines = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let fits =
            row.is_exact(widths) || row.is_near(widths) || (index == last && is_begun(row, width));
        if fits && (lines.is_empty() || !row.labelled) {
            lines.extend(row.segments.iter().cloned());
        } else if !lines.is_empty() && !row.blank {
            break;
        }
    }
    lines
}

/// Whether a row may be verse whose last line is still coming.
fn is_begun(row: &Row, width: usize) -> bool {
    let Some((last, whole)) = row.segments.split_last() else {
        return false;
    };
    last.len() <= width + 3 && whole.iter().all(|s| is_near(s.len(), width))
}

/// Maximal runs of rows that satisfy `is`; empty rows do not end a run.
fn runs(rows: &[Row], is: impl Fn(&Row) -> bool) -> Vec<Vec<&Row>> {
    rows.split(|r| !r.blank && !is(r))
        .map(|run| run.iter().collect::<Vec<_>>())
        .filter(|run| count(run) > 0)
        .collect()
}

fn count(run: &[&Row]) -> usize {
    run.iter().map(|r| r.segments.len()).sum()
}

fn lines_of(run: &[&Row]) -> Vec<VerseLine> {
    run.iter()
        .flat_map(|r| r.segments.iter().cloned())
        .collect()
}

/// Whether a run is a poem with a row before it that has a line's length and is its title.
fn has_title(run: &[&Row], shape: &Shape) -> bool {
    shape.fits(count(run).saturating_sub(1)) && has_lone_head(run)
}

/// Whether the first row is one line without punctuation.
fn has_lone_head(run: &[&Row]) -> bool {
    let first = run.iter().find(|r| !r.blank);
    first.is_some_and(|r| r.place.is_none() && matches!(&r.segments[..], [s] if s.mark.is_none()))
}

#[cfg(test)]
#[path = "poem_tests.rs"]
mod tests;
