//! What a place of a poem allows, given the rest of the poem.

use crate::{
    check,
    options::{Options, Pin},
    report::{Finding, Severity},
    tone::ToneClass,
};

/// What a place allows.
#[derive(Clone, Debug, PartialEq)]
pub struct SlotAdvice {
    /// What a level character would bring about.
    pub level: Consequence,
    /// What an oblique character would bring about.
    pub oblique: Consequence,
}

/// What a class at a place would bring about.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequence {
    /// The class.
    pub class: ToneClass,
    /// The findings (advice left out) that the poem would have with this class and not with the
    /// other: faults, warnings, and rescues that only it brings.
    pub findings: Vec<Finding>,
}

impl Consequence {
    /// Whether the class would bring an error.
    pub fn is_fault(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

impl SlotAdvice {
    /// The class that is asked: the one that brings no error where the other does.
    pub fn asked(&self) -> Option<ToneClass> {
        match (self.level.is_fault(), self.oblique.is_fault()) {
            (false, true) => Some(ToneClass::Level),
            (true, false) => Some(ToneClass::Oblique),
            _ => None,
        }
    }
}

/// What a place (line and position from 1) allows now: the poem is checked with a level and with
/// an oblique character there, and the two reports are compared. `None` where there is no such
/// place.
pub fn slot(text: &str, options: &Options, line: usize, position: usize) -> Option<SlotAdvice> {
    let options = &options.held_to(&check(text, options));
    let report = |class| {
        let mut options = options.clone();
        options
            .pins
            .retain(|pin| (pin.line, pin.position) != (line, position));
        let reading = Pin::of(class);
        options.pins.push(Pin {
            line,
            position,
            reading: reading.to_owned(),
        });
        check(text, &options)
    };
    let (level, oblique) = (report(ToneClass::Level), report(ToneClass::Oblique));
    level
        .lines
        .get(line.checked_sub(1)?)?
        .chars
        .get(position.checked_sub(1)?)?;
    let only_in = |class, own: &[Finding], other: &[Finding]| {
        let is_new = |f: &&Finding| {
            f.severity != Severity::Advice
                && !other.iter().any(|o| (&o.code, o.line) == (&f.code, f.line))
        };
        Consequence {
            class,
            findings: own.iter().filter(is_new).cloned().collect(),
        }
    };
    Some(SlotAdvice {
        level: only_in(ToneClass::Level, &level.findings, &oblique.findings),
        oblique: only_in(ToneClass::Oblique, &oblique.findings, &level.findings),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, line: usize, position: usize) -> SlotAdvice {
        slot(text, &Options::default(), line, position).unwrap()
    }

    #[test]
    fn a_rescue_is_asked_for() {
        let poem = "向晚意不适，驱车□古原。夕阳无限好，只是近黄昏。";
        let advice = at(poem, 2, 3);
        assert_eq!(advice.asked(), Some(ToneClass::Level));
        assert!(
            advice
                .oblique
                .findings
                .iter()
                .any(|f| f.code == "major-deviation" && f.line == 1)
        );
        assert!(
            advice
                .level
                .findings
                .iter()
                .any(|f| f.code == "major-deviation-rescued")
        );
    }

    #[test]
    fn a_faulty_poem_is_not_excused_as_old_style() {
        // In the modern book 一 is level, and the last line has a three-level tail.
        let poem = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        let options = Options {
            book: crate::RhymeBook::XinYun,
            ..Options::default()
        };
        let advice = slot(poem, &options, 1, 2).unwrap();
        assert_eq!(advice.asked(), Some(ToneClass::Oblique));
    }

    #[test]
    fn a_fixed_place_and_a_free_one() {
        let poem = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
        assert_eq!(at(poem, 3, 2).asked(), Some(ToneClass::Level));
        assert_eq!(at(poem, 3, 1).asked(), None);
        assert!(at(poem, 3, 1).level.findings.is_empty());
        assert_eq!(slot(poem, &Options::default(), 5, 1), None);
        assert_eq!(slot(poem, &Options::default(), 1, 0), None);
    }
}
