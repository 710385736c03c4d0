//! What is to be mended in a version, and why.

use verse::{Report, Severity};

use super::group;
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
pub fn tasks(report: &Report, brief: &Brief) -> Vec<Task> {
    let found: Vec<_> = report.lines.iter().map(|l| l.line_type).collect();
    let types = plan::nearest(&found, brief.form.width(), brief.opening());
    let locks = brief.locks();
    let mut tasks: Vec<Task> = types
        .iter()
        .zip(1..)
        .map(|(t, line)| Task {
            line,
            line_type: *t,
            reasons: Vec::new(),
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
    for lock in locks.iter().filter(|lock| !lock.is_kept(report)) {
        let (line, position, character) = (lock.line, lock.position, lock.character);
        add(
            line,
            &format!("第{position}字应为“{character}”，现在不是。"),
        );
    }
    let astray = group::astray(report, brief);
    for line in &astray {
        add(*line, &group::reason(report, *line, brief));
    }
    for finding in &report.findings {
        if !matches!(finding.severity, Severity::Error | Severity::Warning) {
            continue;
        }
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
    tasks.retain(|t| !t.reasons.is_empty());
    tasks
}

/// Why the whole poem has to be written again, where its shape is not what was asked for.
pub fn shape_reasons(report: &Report, shape: Shape) -> Vec<String> {
    let mut reasons = Vec::new();
    let lines = report.lines.len();
    if !shape.fits(lines) {
        reasons.push(format!("应为{}句，上次是{lines}句。", shape.lines));
    }
    for (line, number) in report.lines.iter().zip(1..) {
        let width = line.chars.len();
        if width != shape.width {
            reasons.push(format!(
                "第{number}句“{}”有{width}字，应为{}字。",
                line.text(),
                shape.width
            ));
        }
    }
    if reasons.is_empty() {
        reasons.push(match report.kind {
            verse::Kind::ObliqueRhymed => "押了仄声韵，应押平声韵。".to_owned(),
            _ => "平仄、粘对多处不合，不成近体。".to_owned(),
        });
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use verse::Form;

    fn open(form: Form, text: &str) -> String {
        let brief = Brief::new(form, "");
        let report = verse::check(text, &brief.options());
        let tasks = tasks(&report, &brief);
        for task in &tasks {
            assert!(!task.reasons.is_empty());
        }
        tasks
            .iter()
            .map(|t| format!("{}{}", t.line, t.line_type.letter()))
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
        let tasks = tasks(&verse::check(text, &brief.options()), &brief);
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
        let reasons = |text: &str| {
            shape_reasons(&verse::check(text, &brief.options()), Shape::of(brief.form))
        };
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
