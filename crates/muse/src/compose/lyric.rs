//! What is to be mended in a lyric. Its lines are scanned one by one: each fault is its line's own.

use verse::{Finding, ci::CiReport};

use super::faults::{is_fault, length_reason};
use crate::{
    answer::Shape,
    brief::{Brief, TuneForm},
    plan,
    prompt::{self, Task},
    rhymes,
};

/// Faults of the number of lines.
const SHAPE: [&str; 2] = ["ci-missing-line", "ci-extra-line"];

/// Whether a finding is of the number of lines.
pub(super) fn is_shape(finding: &&Finding) -> bool {
    SHAPE.contains(&&*finding.code)
}

/// What is wrong with which line. `lines` are as they were written.
pub(super) fn add_faults(
    report: &CiReport,
    lines: &[String],
    shape: &Shape,
    add: &mut impl FnMut(usize, &str),
) {
    for (number, line) in (1..).zip(lines) {
        let width = shape.width(number);
        if line.chars().count() != width {
            add(number, &length_reason(number, line, width));
        }
    }
    for finding in report.findings.iter().filter(is_fault) {
        // Where the check divides the characters otherwise, it speaks of another line.
        let at = finding.line.wrapping_sub(1);
        let is_same = report.lines.get(at).map(verse::ci::CiLine::text) == lines.get(at).cloned();
        if is_same && finding.code != "ci-wrong-length" {
            add(finding.line, &finding.message);
        }
    }
}

/// Opens the lines that repeat words of a line that is open.
pub(super) fn add_repeats(tune: &TuneForm, tasks: &mut [Task]) {
    for at in 0..tasks.len() {
        let again = tune.form().lines.get(at).filter(|line| {
            let source = line.repeat_of.and_then(|repeat| tasks.get(repeat.line));
            source.is_some_and(|source| !source.reasons.is_empty())
        });
        let reason = again.and_then(|line| plan::repeat(line, tune));
        if let (Some(reason), Some(task)) = (reason, tasks.get_mut(at))
            && task.reasons.is_empty()
        {
            task.reasons.push(format!("叠句：{reason}，一字不差。"));
        }
    }
}

/// Tells each task what its line has to rhyme with.
pub(super) fn add_rhymes(report: &CiReport, lines: &[String], brief: &Brief, tasks: &mut [Task]) {
    let Some(tune) = &brief.tune else { return };
    let open: Vec<usize> = tasks.iter().map(|task| task.line).collect();
    let closed: String = (1..)
        .zip(lines)
        .filter_map(|(number, line)| (!open.contains(&number)).then_some(&**line))
        .collect();
    for task in tasks {
        let rhymes = || tune.rhymes();
        let Some((_, rhyme)) = rhymes().find(|(line, _)| *line == task.line) else {
            continue;
        };
        let others =
            rhymes().filter(|(line, other)| other.group == rhyme.group && *line != task.line);
        let found = report.rhymes.get(usize::from(rhyme.group));
        let mut with = Vec::new();
        for line in found.into_iter().flat_map(|found| &found.lines) {
            let end = lines
                .get(line.wrapping_sub(1))
                .and_then(|l| l.chars().last());
            if let Some(end) = end.filter(|_| !open.contains(line)) {
                with.push(format!("第{line}句“{end}”"));
            }
        }
        let tone = plan::tone(rhyme.class, brief.sound());
        task.rhyme = if with.is_empty() {
            let others: Vec<usize> = others.map(|(line, _)| line).collect();
            format!("与{}互押，{tone}", prompt::numbers(&others))
        } else {
            let group = found.and_then(|found| found.group).unwrap_or_default();
            let mut text = format!("与{}同押{}{tone}", with.join("、"), prompt::group(group));
            let allowed = if brief.rhymes.is_empty() || tune.rhyme_groups() > 1 {
                rhymes::of_class(group, rhyme.class.class(), brief, &closed)
            } else {
                brief.rhymes.iter().collect()
            };
            if !allowed.is_empty() {
                text += &format!("，韵脚从下列字中选：{allowed}");
            }
            text
        };
    }
}
