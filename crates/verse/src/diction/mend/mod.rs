//! The smallest changes that mend a line.

mod ways;

use crate::{
    Finding, Kind, check,
    fits::{Asked, is_same},
    gap::{Gap, lines_of, script, text_of},
    options::Options,
    report::{Report, Severity},
    text::BLANK,
};

use self::ways::{Way, ways};
use super::{Diction, line::Classes};

/// Changes of one or two characters after which a line has fewer faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMend {
    /// The line, from 1.
    pub line: usize,
    /// What is changed.
    pub changes: Vec<Replacement>,
    /// The line as it then is.
    pub text: String,
    /// The errors and warnings that the poem then has.
    pub left: usize,
}

/// A character in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The place in the line, from 1.
    pub position: usize,
    /// What stands there now.
    pub now: char,
    /// What would stand there.
    pub new: char,
}

/// Mends that are listed.
const MOST: usize = 5;
/// Of these, mends at the same places, where others mend too.
const MOST_ALIKE: usize = 3;
/// Characters that are tried at a place.
const TRIED: usize = 24;
/// Pairs of characters that are tried at two places.
const PAIRS_TRIED: usize = 30;
/// Characters of the first place that a pair is looked for with.
const FIRSTS: usize = 8;

/// A mend and how well it goes: how much likelier the line becomes.
struct Found {
    places: Vec<usize>,
    text: Vec<char>,
    left: usize,
    gain: f32,
}

/// The poem whose line is mended.
struct Poem<'a> {
    text: &'a str,
    options: &'a Options,
    /// From 1.
    line: usize,
    report: &'a Report,
}

impl Poem<'_> {
    /// The errors and warnings that are left with another line; `None` where they are not fewer, or one of
    /// them is new, or the poem has become old-style verse, of which nothing is asked.
    fn left(&self, lines: &[Vec<char>], changed: &[char]) -> Option<usize> {
        let text = text_of(lines.iter().zip(1..).map(|(line, number)| {
            let own = if number == self.line { changed } else { line };
            own.iter().copied()
        }));
        let now = lines.get(self.line.checked_sub(1)?)?;
        let mut options = self.options.held_to(self.report);
        // What was fixed of characters that are no longer there is not.
        options.pins.retain(|pin| {
            let at = pin.position.wrapping_sub(1);
            pin.line != self.line || now.get(at) == changed.get(at)
        });
        let after = check(&text, &options);
        let is_old = |f| self.report.findings.iter().any(|old| is_same(old, f));
        let fits = after.findings.iter().all(|f| !weighs(f) || is_old(f))
            && (after.kind != Kind::OldStyle || self.report.kind == Kind::OldStyle);
        let left = faults(&after);
        (fits && left < faults(self.report)).then_some(left)
    }
}

impl Diction {
    /// The smallest changes after which the poem has fewer errors and warnings, and none that is new: at
    /// most five, those that leave the fewest first, then those of one character, then the likeliest.
    /// Rhymes stay rhymes. Nothing where the line (from 1) has no fault, or no such change is known.
    pub fn mend_line(&self, text: &str, options: &Options, line: usize) -> Vec<LineMend> {
        let report = check(text, options);
        let Some(own) = line.checked_sub(1).and_then(|at| report.lines.get(at)) else {
            return Vec::new();
        };
        if !is_faulty(&report, line) || own.chars.iter().any(|c| c.character == BLANK) {
            return Vec::new();
        }
        let poem = Poem {
            text,
            options,
            line,
            report: &report,
        };
        let ways = ways(&report, options, line);
        let mut found: Vec<Found> = ways.iter().flat_map(|way| self.fill(&poem, way)).collect();
        found.sort_by(|a, b| {
            (a.left, a.places.len())
                .cmp(&(b.left, b.places.len()))
                .then(b.gain.total_cmp(&a.gain))
                .then_with(|| a.text.cmp(&b.text))
        });
        let mut listed: Vec<Found> = Vec::new();
        let mut rest: Vec<Found> = Vec::new();
        for one in found {
            let alike = listed
                .iter()
                .filter(|other| other.places == one.places)
                .count();
            if alike < MOST_ALIKE {
                listed.push(one)
            } else {
                rest.push(one)
            }
        }
        listed.truncate(MOST);
        let lacking = MOST - listed.len();
        listed.extend(rest.into_iter().take(lacking));
        let now: Vec<char> = own.chars.iter().map(|c| c.character).collect();
        listed.iter().map(|one| one.mend(line, &now)).collect()
    }

    /// Characters for the places of a way, tried.
    fn fill(&self, poem: &Poem<'_>, way: &Way) -> Vec<Found> {
        let Poem { options, line, .. } = *poem;
        let lines = lines_of(poem.report);
        let script = script(lines.iter().flatten().copied());
        let mut known = Classes::of(self, &lines);
        let now: Vec<u16> = way
            .places
            .iter()
            .map(|(at, _)| known.at(line - 1, *at))
            .collect();
        let own: Vec<char> = lines.get(line - 1).cloned().unwrap_or_default();
        let mut words: Vec<(Vec<char>, Vec<u16>, f32)> = vec![(Vec::new(), Vec::new(), 0.0)];
        for (nth, (at, class)) in way.places.iter().enumerate() {
            let gap = Gap::new(poem.text, options, (line, at + 1), 1);
            let asked = Asked {
                class: Some(*class),
                group: gap.and_then(|gap| gap.rhyme(0)?.group),
            };
            let candidates = self.candidates(script, |c| asked.is_met_by(c, options.book, script));
            let mut longer = Vec::new();
            for (chars, classes, gain) in &words {
                for (n, (at, _)) in way.places.iter().enumerate() {
                    let class = classes.get(n).copied();
                    // What is still to be found is not known.
                    known.put(line - 1, *at, class.unwrap_or(0));
                }
                let values = known.likelihoods(self, line - 1, *at);
                let value =
                    |class: u16| values.get(usize::from(class)).copied().unwrap_or(f32::MIN);
                let old = now.get(nth).map_or(0.0, |class| value(*class).max(-12.0));
                let mut best: Vec<(f32, u16, char)> = candidates
                    .iter()
                    .filter(|(_, c)| own.get(*at) != Some(c))
                    .map(|(class, c)| (value(*class), *class, *c))
                    .collect();
                best.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
                best.truncate(if way.places.len() == 1 {
                    TRIED
                } else {
                    FIRSTS * 2
                });
                for (value, class, c) in best {
                    let mut chars = chars.clone();
                    chars.push(c);
                    let mut classes = classes.clone();
                    classes.push(class);
                    longer.push((chars, classes, gain + value - old));
                }
            }
            longer.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
            let is_last = nth + 1 == way.places.len();
            longer.truncate(if is_last { PAIRS_TRIED } else { FIRSTS });
            words = longer;
        }
        let mut found = Vec::new();
        for (chars, _, gain) in words {
            let mut changed = own.clone();
            for ((at, _), c) in way.places.iter().zip(&chars) {
                if let Some(place) = changed.get_mut(*at) {
                    *place = *c;
                }
            }
            if let Some(left) = poem.left(&lines, &changed) {
                found.push(Found {
                    places: way.places.iter().map(|(at, _)| *at).collect(),
                    text: changed,
                    left,
                    gain,
                });
            }
            if found.len() >= MOST {
                break;
            }
        }
        found
    }
}

impl Found {
    fn mend(&self, line: usize, now: &[char]) -> LineMend {
        let changed = now.iter().zip(&self.text).enumerate();
        let changes = changed.filter(|(_, (now, new))| now != new);
        LineMend {
            line,
            changes: changes
                .map(|(at, (now, new))| Replacement {
                    position: at + 1,
                    now: *now,
                    new: *new,
                })
                .collect(),
            text: self.text.iter().collect(),
            left: self.left,
        }
    }
}

/// The errors and warnings of a poem.
fn faults(report: &Report) -> usize {
    report.count(Severity::Error) + report.count(Severity::Warning)
}

const fn weighs(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Warning)
}

/// Whether an error or a warning speaks of a line.
fn is_faulty(report: &Report, line: usize) -> bool {
    let speaks = |f: &&Finding| f.line == line || f.related.iter().any(|(on, _)| *on == line);
    report.findings.iter().filter(speaks).any(weighs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diction::testing::table;

    fn mends(text: &str, line: usize) -> Vec<LineMend> {
        table().mend_line(text, &Options::default(), line)
    }

    #[track_caller]
    fn assert_mends(text: &str, line: usize) -> Vec<LineMend> {
        let report = check(text, &Options::default());
        let found = mends(text, line);
        assert!(!found.is_empty() && found.len() <= MOST, "{text}");
        let mut texts: Vec<&String> = found.iter().map(|mend| &mend.text).collect();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), found.len());
        for mend in &found {
            assert!((1..=2).contains(&mend.changes.len()), "{mend:?}");
            let lines = report.lines.iter().zip(1..);
            let lines: Vec<String> = lines
                .map(|(own, number)| {
                    if number == line {
                        mend.text.clone()
                    } else {
                        own.text()
                    }
                })
                .collect();
            let after = check(&lines.join("，"), &Options::default());
            assert_eq!(faults(&after), mend.left, "{mend:?}");
            assert!(mend.left < faults(&report));
            for finding in after.findings.iter().filter(|f| weighs(f)) {
                let is_old = report.findings.iter().any(|old| is_same(old, finding));
                assert!(is_old, "{mend:?}: {finding:?}");
            }
            for change in &mend.changes {
                assert_eq!(mend.text.chars().nth(change.position - 1), Some(change.new));
            }
        }
        assert!(found.is_sorted_by_key(|mend| mend.left));
        found
    }

    #[test]
    fn a_wrong_tone_is_mended() {
        let found = assert_mends("白日依山尽，黄河入海流。欲上千里目，更上一层楼。", 3);
        assert_eq!(found[0].left, 0);
        assert_eq!(found[0].changes.len(), 1);
    }

    #[test]
    fn a_lost_rhyme_comes_back_in_the_group() {
        let found = assert_mends("白日依山尽，黄河入海流。欲穷千里目，更上一层山。", 4);
        assert!(
            found.iter().any(|mend| mend.text == "更上一层楼"),
            "{found:?}"
        );
        assert!(found.iter().all(|mend| mend.left == 0));
    }

    #[test]
    fn two_wrong_tones_are_mended_together() {
        // 夜 and 山 for 河 and 流.
        let found = assert_mends("白日依山尽，黄夜入海山。欲穷千里目，更上一层楼。", 2);
        assert_eq!((found[0].left, found[0].changes.len()), (0, 2), "{found:?}");
    }

    #[test]
    fn what_is_right_or_nothing_or_open_is_not_mended() {
        let right = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        for line in 0..6 {
            assert!(mends(right, line).is_empty());
        }
        assert!(mends("", 1).is_empty());
        assert!(mends("白日依山尽，黄□入海流。欲上千里目，更上一层楼。", 2).is_empty());
    }
}
