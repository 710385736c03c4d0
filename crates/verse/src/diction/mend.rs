//! The smallest changes that mend a line.

use crate::{
    check,
    fits::Asked,
    gap::{Gap, script},
    options::{Options, Pin},
    report::{Report, Severity},
    text::BLANK,
    tone::ToneClass,
};

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

/// Places of a line (from 0) with the classes that mend there.
struct Way {
    places: Vec<(usize, ToneClass)>,
    left: usize,
}

/// A mend and how well it goes: how much likelier the line becomes.
struct Found {
    places: Vec<usize>,
    text: Vec<char>,
    left: usize,
    gain: f32,
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
        let before = faults(&report);
        let ways = ways(text, options, line, own.chars.len(), before);
        let mut found: Vec<Found> = Vec::new();
        for way in &ways {
            found.extend(self.fill(text, options, line, way, before));
        }
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
    fn fill(
        &self,
        text: &str,
        options: &Options,
        line: usize,
        way: &Way,
        before: usize,
    ) -> Vec<Found> {
        let Some((first, _)) = way.places.first() else {
            return Vec::new();
        };
        let Some(gap) = Gap::new(text, options, (line, first + 1), 1) else {
            return Vec::new();
        };
        let script = script(gap.lines().iter().flatten().copied());
        let mut poem = Classes::of(self, gap.lines());
        let now: Vec<u16> = way
            .places
            .iter()
            .map(|(at, _)| poem.at(line - 1, *at))
            .collect();
        let own: Vec<char> = gap.lines().get(line - 1).cloned().unwrap_or_default();
        let mut words: Vec<(Vec<char>, Vec<u16>, f32)> = vec![(Vec::new(), Vec::new(), 0.0)];
        for (nth, (at, class)) in way.places.iter().enumerate() {
            let group =
                Gap::new(text, options, (line, at + 1), 1).and_then(|gap| gap.asked(0).group);
            let asked = Asked {
                class: Some(*class),
                group,
            };
            let candidates = self.candidates(script, |c| asked.is_met_by(c, options.book, script));
            let mut longer = Vec::new();
            for (chars, classes, gain) in &words {
                for (n, (at, _)) in way.places.iter().enumerate() {
                    let class = classes.get(n).copied();
                    // What is still to be found is not known.
                    poem.put(line - 1, *at, class.unwrap_or(0));
                }
                let values = poem.likelihoods(self, line - 1, *at);
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
            let whole = whole(gap.lines(), line - 1, &changed);
            let after = check(&whole, &settled(options, &gap, line, &way.places));
            let left = faults(&after);
            if left < before && !is_old_style(&after, gap.open()) {
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
    let weighs = |f: &&crate::Finding| matches!(f.severity, Severity::Error | Severity::Warning);
    report.findings.iter().filter(weighs).count()
}

/// Whether an error or a warning speaks of a line.
fn is_faulty(report: &Report, line: usize) -> bool {
    report.findings.iter().any(|f| {
        matches!(f.severity, Severity::Error | Severity::Warning)
            && (f.line == line || f.related.iter().any(|(other, _)| *other == line))
    })
}

/// Whether a poem that was held to a form has become old-style verse, of which nothing is asked.
fn is_old_style(after: &Report, before: &Report) -> bool {
    after.kind == crate::Kind::OldStyle && before.kind != crate::Kind::OldStyle
}

/// The options for a poem some of whose characters are other ones: it is held to its form, and what was
/// fixed at these places is not.
fn settled(options: &Options, gap: &Gap, line: usize, places: &[(usize, ToneClass)]) -> Options {
    let mut options = options.held_to(gap.open());
    options
        .pins
        .retain(|pin| pin.line != line || !places.iter().any(|(at, _)| at + 1 == pin.position));
    options
}

/// The poem with another line.
fn whole(lines: &[Vec<char>], line: usize, own: &[char]) -> String {
    let mut text = String::new();
    for (number, other) in lines.iter().enumerate() {
        text.extend(if number == line { own } else { other });
        text.push_str(if number % 2 == 0 { "，\n" } else { "。\n" });
    }
    text
}

/// The places of a line where other characters leave the fewest faults: one place each, and two where
/// one does not do.
fn ways(text: &str, options: &Options, line: usize, width: usize, before: usize) -> Vec<Way> {
    let report = check(text, options);
    let options = options.held_to(&report);
    let lines: Vec<Vec<char>> = report
        .lines
        .iter()
        .map(|line| line.chars.iter().map(|c| c.character).collect())
        .collect();
    let left = |places: &[(usize, ToneClass)]| {
        let mut own = lines.get(line - 1).cloned().unwrap_or_default();
        let mut options = options.clone();
        for (at, class) in places {
            if let Some(c) = own.get_mut(*at) {
                *c = BLANK;
            }
            options
                .pins
                .retain(|pin| (pin.line, pin.position) != (line, at + 1));
            options.pins.push(Pin {
                line,
                position: at + 1,
                reading: Pin::of(*class).to_owned(),
            });
        }
        faults(&check(&whole(&lines, line - 1, &own), &options))
    };
    const BOTH: [ToneClass; 2] = [ToneClass::Level, ToneClass::Oblique];
    let mut ways = Vec::new();
    for at in 0..width {
        for class in BOTH {
            let places = vec![(at, class)];
            let left = left(&places);
            ways.push(Way { places, left });
        }
    }
    let best = ways.iter().map(|way| way.left).min().unwrap_or(before);
    if best > 0 {
        for one in 0..width {
            for other in one + 1..width {
                for (a, b) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                    let places = vec![(one, BOTH[a]), (other, BOTH[b])];
                    let left = left(&places);
                    if left < best {
                        ways.push(Way { places, left });
                    }
                }
            }
        }
    }
    ways.retain(|way| way.left < before);
    ways.sort_by_key(|way| (way.left, way.places.len()));
    let fewest = ways.first().map_or(0, |way| way.left);
    // Of the others a few, where those that leave the fewest are few.
    let good = ways.iter().filter(|way| way.left == fewest).count();
    ways.truncate(good.clamp(MOST, MOST_WAYS));
    ways
}

/// Ways that are filled with characters, at most.
const MOST_WAYS: usize = 16;

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
