//! Mending by other classes: which places would have to change.

use super::{Change, is_mended};
use crate::{
    check,
    line_type::LineType,
    options::{Options, Pin},
    report::{Char, Finding, Report, Slot},
};

/// The smallest sets of changes that mend a finding: single places first; where none does, a line that
/// becomes one of another type, or both lines of a couplet.
pub(super) fn find(
    text: &str,
    options: &Options,
    report: &Report,
    finding: &Finding,
) -> Vec<Vec<Change>> {
    let mends = |changes: &Vec<Change>| {
        let mut options = options.clone();
        for change in changes {
            let place = (change.line, change.position);
            options.pins.retain(|pin| (pin.line, pin.position) != place);
            options.pins.push(Pin {
                line: change.line,
                position: change.position,
                reading: change.class.chinese().to_owned(),
            });
        }
        is_mended(finding, report, &check(text, &options))
    };
    let lines = lines(report, finding);
    let mut single: Vec<Vec<Change>> = Vec::new();
    // What the finding itself names comes first.
    for named in [true, false] {
        for line in &lines {
            let all = changeable(report, *line);
            let is_named =
                |c: &Change| *line == finding.line && finding.chars.contains(&c.position);
            let all = all.into_iter().filter(|c| is_named(c) == named);
            single.extend(all.map(|change| vec![change]).filter(|c| mends(c)));
        }
    }
    if !single.is_empty() {
        return single;
    }
    let mut of_lines: Vec<Vec<Change>> = Vec::new();
    let mut of_couplets: Vec<Vec<Change>> = Vec::new();
    for line in lines {
        for one in LineType::ALL {
            of_lines.push(towards(report, line, one));
            if line % 2 == 1 && line < report.lines.len() {
                of_couplets.extend(LineType::ALL.map(|other| {
                    let mut both = towards(report, line, one);
                    both.extend(towards(report, line + 1, other));
                    both
                }));
            }
        }
    }
    for mut sets in [of_lines, of_couplets] {
        sets.sort_by_key(Vec::len);
        sets.dedup();
        sets.retain(|changes| changes.len() > 1 && mends(changes));
        if !sets.is_empty() {
            return sets;
        }
    }
    Vec::new()
}

/// The lines that a change may be made in: those that the finding names, and the other line of its
/// couplet, which rescues or is opposed.
fn lines(report: &Report, finding: &Finding) -> Vec<usize> {
    let mut lines = vec![finding.line];
    lines.extend(finding.related.iter().map(|(line, _)| *line));
    let other = match finding.line % 2 {
        0 => finding.line - 1,
        _ => finding.line + 1,
    };
    lines.push(other);
    if finding.code == "adhesion" {
        lines.push(finding.line.saturating_sub(1));
    }
    let mut seen = Vec::new();
    lines.retain(|line| {
        let is_new = (1..=report.lines.len()).contains(line) && !seen.contains(line);
        seen.push(*line);
        is_new
    });
    lines
}

/// Every place of a line in its other class. A rhyme is left alone: another class does not make one.
fn changeable(report: &Report, line: usize) -> Vec<Change> {
    let chars = report.lines.get(line - 1).map(|line| &line.chars);
    let chars = chars.into_iter().flatten().zip(1..);
    let change = |(c, position): (&Char, usize)| {
        let class = c.class?.opposite();
        (c.slot != Some(Slot::Rhyme)).then_some(Change {
            line,
            position,
            now: c.character,
            class,
        })
    };
    chars.filter_map(change).collect()
}

/// What has to change in a line to make it one of a type.
fn towards(report: &Report, line: usize, line_type: LineType) -> Vec<Change> {
    let pattern = line_type.pattern(report.lines.get(line - 1).map_or(0, |l| l.chars.len()));
    let mut changes = changeable(report, line);
    changes.retain(|change| {
        let asked = change
            .position
            .checked_sub(1)
            .and_then(|at| pattern.get(at));
        asked.copied().flatten() == Some(change.class)
    });
    changes
}
