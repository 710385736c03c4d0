//! What is to be mended in a version, and why.

use verse::{Finding, Report, Severity};

use super::{Checked, Said, group, lyric};
use crate::{answer::Shape, brief::Brief, plan, prompt::Task};

/// Faults that lie between lines: what has to change is found from the line types.
const STRUCTURE: [&str; 2] = ["opposition", "adhesion"];

/// Faults of a couplet: both its lines may be changed.
const COUPLET: [&str; 2] = ["no-antithesis", "synonymous-antithesis"];

/// Faults of the rhyme against the group that the poem has.
const RHYME: [&str; 1] = ["off-rhyme"];

/// The lines that a model should write anew, with the reasons: those with an error or a warning, and
/// those that have lost a character that has to stay.
/// Where opposition or adhesion is lost, the lines whose type does not belong to the order that
/// most of the poem keeps.
pub fn tasks(checked: &Checked, brief: &Brief) -> Vec<Task> {
    let locks = brief.locks();
    let mut tasks: Vec<Task> = plan::patterns(checked, brief)
        .into_iter()
        .zip(1..)
        .map(|(pattern, line)| Task {
            line,
            pattern,
            reasons: Vec::new(),
            rhyme: String::new(),
            tried: Vec::new(),
            locked: locks
                .iter()
                .filter(|lock| lock.line == line)
                .map(|lock| (lock.position, lock.character))
                .collect(),
        })
        .collect();
    let mut add = |line: usize, reason: &str| {
        let task = line.checked_sub(1).and_then(|at| tasks.get_mut(at));
        if let Some(task) = task.filter(|t| !t.reasons.iter().any(|r| r == reason)) {
            task.reasons.push(reason.to_owned());
        }
    };
    for lock in locks.iter().filter(|lock| !lock.is_kept_in(&checked.lines)) {
        let (line, position, character) = (lock.line, lock.position, lock.character);
        add(
            line,
            &format!("第{position}字应为“{character}”，现在不是。"),
        );
    }
    match &checked.said {
        Said::Verse(report) => add_faults(report, brief, &mut add),
        Said::Lyric(report) => lyric::add_faults(report, &checked.lines, &brief.shape(), &mut add),
    }
    if let Some(tune) = &brief.tune {
        lyric::add_repeats(tune, &mut tasks);
    }
    tasks.retain(|t| !t.reasons.is_empty());
    if let Some(report) = checked.lyric() {
        lyric::add_rhymes(report, &checked.lines, brief, &mut tasks);
    }
    tasks
}

/// Whether a finding is mended.
pub(super) fn is_fault(finding: &&Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Warning)
}

/// What is wrong with regulated verse.
fn add_faults(report: &Report, brief: &Brief, add: &mut impl FnMut(usize, &str)) {
    let found: Vec<_> = report.lines.iter().map(|l| l.line_type).collect();
    let types = plan::nearest(&found, brief.form.width(), brief.opening());
    let astray = group::astray(report, brief);
    for line in &astray {
        add(*line, &group::reason(report, *line, brief));
    }
    for finding in report.findings.iter().filter(is_fault) {
        // The check takes the poem's own group for the right one.
        if !astray.is_empty() && RHYME.contains(&&*finding.code) {
            continue;
        }
        let code = &*finding.code;
        if STRUCTURE.contains(&code) {
            let astray: Vec<usize> = (1..=types.len())
                .filter(|n| found[n - 1].is_some_and(|f| f != types[n - 1]))
                .collect();
            if astray.is_empty() {
                add(finding.line, &finding.message);
            }
            for line in astray {
                add(line, &finding.message);
            }
        } else if COUPLET.contains(&code) {
            let first = finding.line - usize::from(finding.line % 2 == 0);
            add(first, &finding.message);
            add(first + 1, &finding.message);
        } else {
            add(finding.line, &finding.message);
        }
    }
}

/// Why a line of another length has to be written again.
pub(super) fn length_reason(number: usize, line: &str, width: usize) -> String {
    let is = line.chars().count();
    format!("第{number}句“{line}”有{is}字，应为{width}字。")
}

/// Why the whole poem has to be written again, where its shape is not what was asked for.
pub fn shape_reasons(checked: &Checked, shape: &Shape) -> Vec<String> {
    let mut reasons = Vec::new();
    let lines = checked.lines.len();
    let fits = shape.fits(lines);
    if !fits {
        reasons.push(format!("应为{}句，上次是{lines}句。", shape.lines()));
    }
    if let Some(report) = checked.lyric().filter(|_| !fits) {
        // Which lines it is whose length is wrong cannot be told by their numbers.
        let found = report.findings.iter().filter(lyric::is_shape);
        reasons.extend(found.map(|f| f.message.clone()));
        return reasons;
    }
    for (number, line) in (1..).zip(&checked.lines) {
        let width = shape.width(number);
        if line.chars().count() != width {
            reasons.push(length_reason(number, line, width));
        }
    }
    if reasons.is_empty() {
        reasons.push(match checked.verse().map(|report| report.kind) {
            Some(verse::Kind::ObliqueRhymed) => "押了仄声韵，应押平声韵。".to_owned(),
            _ => "平仄、粘对多处不合，不成近体。".to_owned(),
        });
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Pattern;
    use verse::{Form, LineType};

    /// The line type that a pattern is of.
    fn letter(pattern: &Pattern) -> char {
        let is = |t: &LineType| pattern.text.starts_with(&t.pattern_text(pattern.width));
        LineType::ALL.into_iter().find(is).unwrap().letter()
    }

    fn open(form: Form, text: &str) -> String {
        let brief = Brief::new(form, "");
        let tasks = tasks(&Checked::of(text, &brief), &brief);
        for task in &tasks {
            assert!(!task.reasons.is_empty());
        }
        tasks
            .iter()
            .map(|t| format!("{}{}", t.line, letter(&t.pattern)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_clean_poem_opens_no_line() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(open(Form::FiveQuatrain, text), "");
        let minor = "朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。";
        assert_eq!(open(Form::SevenQuatrain, minor), "");
    }

    #[test]
    fn a_line_with_a_fault_is_opened_with_its_own_type() {
        let wrong_tone = "白日依山尽，黄河入海流。欲穷万里目，更上一层楼。";
        assert_eq!(open(Form::FiveQuatrain, wrong_tone), "3b");
        let off_rhyme = "白日依山尽，黄河入海流。欲穷千里目，更上一层山。";
        assert_eq!(open(Form::FiveQuatrain, off_rhyme), "4A");
        let both = "白日依山尽，黄河入海流。欲穷万里目，更上一层山。";
        assert_eq!(open(Form::FiveQuatrain, both), "3b 4A");
    }

    #[test]
    fn a_line_without_its_locked_character_is_opened() {
        let mut brief = Brief::new(Form::FiveQuatrain, "");
        brief.acrostic = "白黄已更".into();
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let tasks = tasks(&Checked::of(text, &brief), &brief);
        assert_eq!((tasks.len(), tasks[0].line), (1, 3));
        assert_eq!(tasks[0].locked, [(1, '已')]);
        assert_eq!(tasks[0].reasons, ["第1字应为“已”，现在不是。"]);
    }

    #[test]
    fn lost_opposition_opens_the_line_that_leaves_the_order() {
        let text = "雨过青山翠欲流，风来碧水泛轻舟。夕阳西下归鸦急，渔歌一曲过芳洲。";
        let opened = open(Form::SevenQuatrain, text);
        assert!(opened.contains('4') || opened.contains('3'), "{opened}");
        assert!(!opened.contains('1') && !opened.contains('2'), "{opened}");
    }

    #[test]
    fn lost_adhesion_opens_the_smaller_part() {
        // 杜甫《咏怀古迹》: lines 1 and 2 stand apart from the six that follow.
        let text = "摇落深知宋玉悲，风流儒雅亦吾师。怅望千秋一洒泪，萧条异代不同时。\
                    江山故宅空文藻，云雨荒台岂梦思。最是楚宫俱泯灭，舟人指点到今疑。";
        let opened = open(Form::SevenOctave, text);
        assert!(
            opened.starts_with("1A 2B") || opened.starts_with("1B 2A"),
            "{opened}"
        );
        assert!(!opened.contains('5') && !opened.contains('8'), "{opened}");
    }

    #[test]
    fn a_wrong_shape_is_told_in_numbers() {
        let brief = Brief::new(Form::FiveQuatrain, "");
        let reasons =
            |text: &str| shape_reasons(&Checked::of(text, &brief), &Shape::of(brief.form));
        assert_eq!(
            reasons("白日依山尽，\n黄河入大海流。\n欲穷千里目，"),
            [
                "应为4句，上次是3句。",
                "第2句“黄河入大海流”有6字，应为5字。"
            ]
        );
        assert_eq!(
            reasons("千山鸟飞绝，万径人踪灭。孤舟蓑笠翁，独钓寒江雪。"),
            ["押了仄声韵，应押平声韵。"]
        );
    }
}
