//! A poem with some places of a line left open, to be filled.

use crate::{
    book::RhymeGroup,
    check,
    fits::{Asked, is_same},
    lexicon::{self, Script},
    options::{Options, Pin},
    report::{Finding, Report, Severity, Slot},
    slot::slot,
    text::BLANK,
    tone::ToneClass,
};

/// A poem with a gap.
pub(crate) struct Gap {
    /// Its lines, with their characters.
    lines: Vec<Vec<char>>,
    /// Line and first place of the gap, from 0.
    line: usize,
    start: usize,
    /// What stands there now.
    now: Vec<char>,
    /// How it is checked.
    options: Options,
    /// The verdict with blanks in the gap.
    open: Report,
}

impl Gap {
    /// So many places of a poem from one on (line and position from 1); `None` where there are no such
    /// places.
    pub(crate) fn new(
        text: &str,
        options: &Options,
        (line, position): (usize, usize),
        length: usize,
    ) -> Option<Self> {
        let report = check(text, options);
        let (at, start) = (line.checked_sub(1)?, position.checked_sub(1)?);
        let lines = lines_of(&report);
        let now = lines
            .get(at)?
            .get(start..start.checked_add(length)?)?
            .to_vec();
        let mut options = options.held_to(&report);
        // Other characters are read as they are.
        let places = position..position + length;
        options
            .pins
            .retain(|pin| pin.line != line || !places.contains(&pin.position));
        let mut gap = Self {
            lines,
            line: at,
            start,
            now,
            options,
            open: report,
        };
        gap.open = check(&gap.blank(), &gap.options);
        Some(gap)
    }

    /// What stands there now.
    pub(crate) fn now(&self) -> &[char] {
        &self.now
    }

    /// The lines, with what stands in the gap now.
    pub(crate) fn lines(&self) -> &[Vec<char>] {
        &self.lines
    }

    /// The verdict with blanks in the gap.
    #[cfg(test)]
    pub(crate) fn open(&self) -> &Report {
        &self.open
    }

    /// What a place of the gap (from 0) asks of a character where it is a rhyme. (That nothing else tells
    /// the group yet may be.)
    pub(crate) fn rhyme(&self, nth: usize) -> Option<Asked> {
        let line = self.open.lines.get(self.line)?;
        let char = line.chars.get(self.start + nth)?;
        let slot = char.slot.filter(|slot| *slot == Slot::Rhyme);
        slot.map(|_| match &self.open.rhyme {
            Some(rhyme) => {
                let mut groups = RhymeGroup::of_book(self.open.book);
                Asked {
                    class: Some(rhyme.class),
                    group: groups.find(|g| g.name() == rhyme.group && g.class() == rhyme.class),
                }
            }
            None => Asked {
                class: Some(ToneClass::Level),
                group: None,
            },
        })
    }

    /// What a place of the gap (from 0) asks of a character.
    pub(crate) fn asked(&self, nth: usize) -> Asked {
        self.rhyme(nth).unwrap_or_else(|| {
            let text = self.blank();
            let advice = slot(&text, &self.options, self.line + 1, self.start + nth + 1);
            Asked {
                class: advice.and_then(|advice| advice.asked()),
                group: None,
            }
        })
    }

    /// The classes, place by place, that bring nothing (advice and rescues left out) that was not there
    /// before; all that there are where each brings something.
    pub(crate) fn tones(&self) -> Vec<Vec<ToneClass>> {
        let length = self.now.len();
        let row = |number: usize| -> Vec<ToneClass> {
            let class = |nth| match number >> nth & 1 {
                0 => ToneClass::Level,
                _ => ToneClass::Oblique,
            };
            (0..length).map(class).collect()
        };
        let all: Vec<Vec<ToneClass>> = (0..1usize << length).map(row).collect();
        let text = self.blank();
        let brings = |row: &Vec<ToneClass>| {
            let mut options = self.options.clone();
            options
                .pins
                .extend(row.iter().enumerate().map(|(nth, class)| Pin {
                    line: self.line + 1,
                    position: self.start + nth + 1,
                    reading: Pin::of(*class).to_owned(),
                }));
            check(&text, &options)
                .findings
                .iter()
                .any(|f| !matches!(f.severity, Severity::Rescue | Severity::Advice) && !self.has(f))
        };
        let good: Vec<Vec<ToneClass>> = all.iter().filter(|row| !brings(row)).cloned().collect();
        if good.is_empty() { all } else { good }
    }

    /// Whether a finding was there before.
    fn has(&self, finding: &Finding) -> bool {
        self.open.findings.iter().any(|old| is_same(old, finding))
    }

    /// The poem with blanks in the gap.
    fn blank(&self) -> String {
        self.with(&vec![BLANK; self.now.len()])
    }

    /// Traditional where some character is written so only there, and none only in simplified script.
    pub(crate) fn script(&self) -> Script {
        script(self.lines.iter().flatten().copied())
    }

    /// The verdict with characters in the gap, unless they bring something that was not there before.
    pub(crate) fn takes(&self, word: &[char]) -> Option<Report> {
        let report = check(&self.with(word), &self.options);
        let mut findings = report.findings.iter();
        findings
            .all(|f| f.severity == Severity::Rescue || self.has(f))
            .then_some(report)
    }

    /// The poem as a text, with characters in the gap.
    pub(crate) fn with(&self, word: &[char]) -> String {
        text_of(self.lines.iter().enumerate().map(|(number, line)| {
            line.iter().enumerate().map(move |(position, c)| {
                let other = position.checked_sub(self.start);
                let other = other.and_then(|at| word.get(at));
                *other.filter(|_| number == self.line).unwrap_or(c)
            })
        }))
    }
}

/// Lines as the text of a poem, which a check reads as these lines.
pub(crate) fn text_of<L: IntoIterator<Item = char>>(lines: impl Iterator<Item = L>) -> String {
    let mut text = String::new();
    for (line, stop) in lines.zip(["，\n", "。\n"].into_iter().cycle()) {
        text.extend(line);
        text.push_str(stop);
    }
    text
}

/// The lines of a report as characters.
pub(crate) fn lines_of(report: &Report) -> Vec<Vec<char>> {
    let lines = report.lines.iter();
    lines
        .map(|line| line.chars.iter().map(|c| c.character).collect())
        .collect()
}

/// The script of a poem by its characters: traditional where some is written so only there, and none
/// only in simplified script.
pub(crate) fn script(all: impl Iterator<Item = char> + Clone) -> Script {
    let is_traditional = all.clone().any(|c| !lexicon::is_of(c, Script::Simplified));
    if is_traditional && all.clone().all(|c| lexicon::is_of(c, Script::Traditional)) {
        Script::Traditional
    } else {
        Script::Simplified
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_tried_as_a_whole() {
        let text = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let gap = Gap::new(text, &Options::default(), (3, 3), 2).unwrap();
        assert_eq!(gap.now(), ['千', '里']);
        assert!(gap.takes(&['三', '里']).is_some());
        // A level second character would be a fault.
        assert!(gap.takes(&['千', '山']).is_none());
        let (level, oblique) = (ToneClass::Level, ToneClass::Oblique);
        let tones = gap.tones();
        assert!(tones.contains(&vec![level, oblique]));
        assert!(!tones.contains(&vec![level, level]));
        let one = Gap::new(text, &Options::default(), (3, 4), 1).unwrap();
        assert_eq!(one.asked(0).class, Some(oblique));
        assert_eq!(one.tones(), [[oblique]]);
        assert!(gap.with(&['三', '里']).contains("欲穷三里目"));
        assert!(Gap::new(text, &Options::default(), (3, 4), 3).is_none());
        assert!(Gap::new(text, &Options::default(), (0, 1), 1).is_none());
    }
}
