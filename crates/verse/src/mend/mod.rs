//! What would mend a finding: the smallest changes after which a check no longer has it, and has no
//! error, warning or note that was not there before.

mod sentence;
mod tones;

use crate::{
    book::RhymeGroup,
    check,
    fits::{asked, fits, is_same},
    gap::text_of,
    options::Options,
    report::{Finding, Report, Severity},
    tone::ToneClass,
};

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// Characters of the other class at some places of a line.
    Tones(Vec<Change>),
    /// Another character at a place.
    Character {
        /// The line, from 1.
        line: usize,
        /// The place in the line, from 1.
        position: usize,
        /// What stands there now.
        now: char,
        /// The rhyme group that it has to be of.
        group: Option<RhymeGroup>,
        /// Some that would do, commonest first.
        such_as: Vec<char>,
    },
    /// So many characters more (or fewer, where negative) in a line.
    Length {
        /// The line, from 1.
        line: usize,
        /// How many.
        by: isize,
    },
}

/// A place and the class that it should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line, from 1.
    pub line: usize,
    /// The place in the line, from 1.
    pub position: usize,
    /// What stands there now.
    pub now: char,
    /// The class that mends.
    pub class: ToneClass,
}

impl Mend {
    /// The first place that is to be changed, where it is a single character's.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::Tones(changes) => changes.first().map(|c| (c.line, c.position)),
            Self::Character { line, position, .. } => Some((*line, *position)),
            Self::Length { .. } => None,
        }
    }
}

/// Mends that are listed.
const MOST: usize = 3;
/// Characters that are named as examples.
const SUCH_AS: usize = 5;
/// Faults of the rhyme: another class does not mend them.
const RHYME: [&str; 3] = ["off-rhyme", "borrowed-rhyme", "repeated-rhyme-word"];

/// What would mend a finding of a check of this text, smallest changes first; nothing where it needs no
/// mending or no small change is known.
pub fn mends(text: &str, options: &Options, finding: &Finding) -> Vec<Mend> {
    if finding.severity == Severity::Rescue {
        return Vec::new();
    }
    let options = &options.held_to(&check(text, options));
    let report = check(text, options);
    if finding.code == "wrong-length" {
        return length(&report, options, finding).into_iter().collect();
    }
    let by_tones = if RHYME.contains(&&*finding.code) {
        Vec::new()
    } else {
        tones::find(text, options, &report, finding)
    };
    if by_tones.is_empty() {
        characters(text, options, &report, finding)
    } else {
        by_tones.into_iter().take(MOST).map(Mend::Tones).collect()
    }
}

/// Whether a report no longer has a finding, and nothing that is new. (A note can be new too: that the
/// poem is held to be old-style, and so has no errors.)
fn is_mended(finding: &Finding, before: &Report, after: &Report) -> bool {
    let weighs = |f: &&Finding| !matches!(f.severity, Severity::Rescue | Severity::Advice);
    let mut new = after.findings.iter().filter(weighs);
    !after.findings.iter().any(|f| is_same(f, finding))
        && new.all(|f| before.findings.iter().any(|old| is_same(old, f)))
}

/// Another character at one of the places of a finding.
fn characters(text: &str, options: &Options, report: &Report, finding: &Finding) -> Vec<Mend> {
    let own = finding.chars.iter().map(|place| (finding.line, *place));
    let places = own.chain(finding.related.iter().copied()).take(MOST);
    let mut found = Vec::new();
    for (line, position) in places {
        let char = report.lines.get(line.wrapping_sub(1));
        let Some(char) = char.and_then(|line| line.chars.get(position.wrapping_sub(1))) else {
            continue;
        };
        let mends = |character: &char| {
            let changed = with_character(report, (line, position), *character);
            is_mended(finding, report, &check(&changed, options))
        };
        let words = fits(text, options, (line, position), SUCH_AS).into_iter();
        let such_as: Vec<char> = words.map(|fit| fit.character).filter(mends).collect();
        if !such_as.is_empty() {
            found.push(Mend::Character {
                line,
                position,
                now: char.character,
                group: asked(text, options, (line, position)).and_then(|a| a.group),
                such_as,
            });
        }
    }
    found
}

/// The poem with another character at a place.
fn with_character(report: &Report, place: (usize, usize), character: char) -> String {
    text_of(report.lines.iter().zip(1..).map(|(line, number)| {
        line.chars.iter().zip(1..).map(move |(c, position)| {
            if (number, position) == place {
                character
            } else {
                c.character
            }
        })
    }))
}

/// More or fewer characters in a line.
fn length(report: &Report, options: &Options, finding: &Finding) -> Option<Mend> {
    let line = report.lines.get(finding.line.checked_sub(1)?)?;
    let width = options
        .form
        .map_or_else(|| usual(report), |form| form.width());
    let by = isize::try_from(width).ok()? - isize::try_from(line.chars.len()).ok()?;
    (width > 0 && by != 0).then_some(Mend::Length {
        line: finding.line,
        by,
    })
}

/// The length that the lines with a type have; 0 where none has one.
fn usual(report: &Report) -> usize {
    let mut lines = report.lines.iter();
    let whole = lines.find(|line| line.line_type.is_some() && matches!(line.chars.len(), 5 | 7));
    whole.map_or(0, |line| line.chars.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Pin};

    /// All mends of the findings with a code; each is applied and checked.
    #[track_caller]
    fn mended(text: &str, code: &str) -> Vec<String> {
        let options = Options::default();
        let report = check(text, &options);
        let findings: Vec<_> = report.findings.iter().filter(|f| f.code == code).collect();
        assert!(!findings.is_empty(), "{text} has no {code}");
        let mut said = Vec::new();
        for finding in findings {
            for mend in mends(text, &options, finding) {
                for after in after(&report, text, &mend) {
                    assert!(is_mended(finding, &report, &after), "{mend:?}");
                }
                for language in [Language::Zh, Language::En] {
                    assert!(!mend.sentence(language).is_empty());
                }
                said.push(mend.sentence(Language::Zh));
            }
        }
        said
    }

    /// The verdicts after a mend.
    fn after(report: &Report, text: &str, mend: &Mend) -> Vec<Report> {
        match mend {
            Mend::Tones(changes) => {
                let pin = |change: &Change| Pin {
                    line: change.line,
                    position: change.position,
                    reading: change.class.chinese().to_owned(),
                };
                let options = Options {
                    pins: changes.iter().map(pin).collect(),
                    ..Options::default()
                };
                vec![check(text, &options)]
            }
            Mend::Character {
                line,
                position,
                such_as,
                ..
            } => such_as
                .iter()
                .map(|c| with_character(report, (*line, *position), *c))
                .map(|text| check(&text, &Options::default()))
                .collect(),
            Mend::Length { .. } => Vec::new(),
        }
    }

    #[test]
    fn a_wrong_tone_asks_for_the_other_class() {
        let text = "白日依山尽，黄河入海流。欲上千里目，更上一层楼。";
        assert_eq!(mended(text, "tone"), ["把第三句第二字“上”换成平声字。"]);
    }

    #[test]
    fn a_lone_level_has_two_ways_out() {
        let classic = "白日依山尽，百河入海流。欲穷千里目，更上一层楼。";
        let said = mended(classic, "lone-level");
        assert_eq!(
            said,
            [
                "把第二句第一字“百”换成平声字。",
                "把第二句第三字“入”换成平声字。"
            ]
        );
    }

    #[test]
    fn an_unrescued_deviation_is_mended_in_its_line_or_the_next() {
        let text = "向晚意不适，驱车入古原。夕阳无限好，只是近黄昏。";
        let said = mended(text, "major-deviation");
        // A level character in line 1 would leave a minor deviation.
        assert_eq!(said, ["把第二句第三字“入”换成平声字。"]);
        let text = "离离原上草，一岁一枯荣。野火烧不尽，春风入又生。远芳侵古道，晴翠接荒城。又送王孙去，\
                    萋萋满别情。";
        let said = mended(text, "major-deviation");
        assert_eq!(
            said,
            [
                "把第三句第四字“不”换成平声字。",
                "把第四句第三字“入”换成平声字。"
            ]
        );
    }

    #[test]
    fn tails_of_three_are_mended_in_the_middle() {
        let three = "白日依山尽，黄河入海流。欲穷千里目，更上高层楼。";
        let said = mended(three, "three-level-tail");
        assert_eq!(said, ["把第四句第三字“高”换成仄声字。"]);
    }

    #[test]
    fn lost_opposition_and_adhesion_are_mended_by_a_line() {
        let text = "雨过青山翠欲流，风来碧水泛轻舟。夕阳西下归鸦急，渔歌一曲过芳洲。";
        assert!(!mended(text, "opposition").is_empty());
        let weicheng = "渭城朝雨浥轻尘，客舍青青柳色新。劝君更尽一杯酒，西出阳关无故人。";
        let said = mended(weicheng, "adhesion");
        assert!(!said.is_empty(), "{said:?}");
        assert!(
            said.iter().all(|s| s.contains("，第四句第")),
            "both lines of a couplet: {said:?}"
        );
    }

    #[test]
    fn an_off_rhyme_names_the_group_and_some_words() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层山。";
        let said = mended(text, "off-rhyme");
        assert_eq!(said.len(), 1);
        assert!(
            said[0].starts_with("第四句第五字“山”换成尤韵的字，如"),
            "{said:?}"
        );
    }

    #[test]
    fn a_repeated_rhyme_word_and_a_repeated_character_get_others() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层流。";
        assert!(mended(text, "repeated-rhyme-word")[0].contains("尤韵"));
        let text = "东风吹雨过青山，山色重看紫翠间。春水满溪人未懒，数声啼鸟落花闲。";
        assert!(!mended(text, "repeated-character").is_empty());
    }

    #[test]
    fn a_line_of_wrong_length_says_how_many() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上层楼。";
        assert_eq!(mended(text, "wrong-length"), ["给第四句补一个字。"]);
        let text = "白日依山尽，黄河入大海流。欲穷千里目，更上一层楼。";
        assert_eq!(mended(text, "wrong-length"), ["从第二句去掉一个字。"]);
    }

    #[test]
    fn what_is_correct_needs_no_mending() {
        let text = "向晚意不适，驱车登古原。夕阳无限好，只是近黄昏。";
        let options = Options::default();
        for finding in check(text, &options).findings {
            if finding.severity == Severity::Rescue {
                assert_eq!(mends(text, &options, &finding), []);
            }
        }
    }
}
