//! A poem that was given is changed as a person asks.

use super::{Compose, Stage};
use crate::{
    answer::{self, Poem, VerseLine},
    brief::Brief,
    compose::{Action, Budget, By, Checked, group},
    plan,
    prompt::{self, Change},
};

impl Compose {
    /// A run that changes a poem as a person asks ("livelier third line") and mends the faults that
    /// the change brings. Version 0 is the poem as it was given. Of a text without verse in the form
    /// of the brief it is a run that writes a poem, with the instruction among the wishes.
    pub fn polish(mut brief: Brief, poem: &str, instruction: &str, budget: Budget) -> Self {
        let instruction = instruction.trim();
        let shape = match &brief.tune {
            Some(_) => brief.shape(),
            None => answer::Shape::of(brief.form),
        };
        let given = answer::poem(poem, &shape).filter(|p| shape.fits(p.lines.len()));
        let Some(given) = given else {
            if !instruction.is_empty() {
                brief.text = format!("{}\n{instruction}", brief.text.trim());
            }
            return Self::new(brief, budget);
        };
        // The poem that is there has its own length and rhyme, whatever the brief says.
        brief.lines = given.lines.len();
        let checked = Checked::of(&answer::text_of(&given.lines), &brief);
        let verse = checked.verse();
        if verse.is_some_and(|report| !group::astray(report, &brief).is_empty()) {
            brief.group.clear();
        }
        let mut compose = Self::new(brief, budget);
        compose.instruction = if instruction.is_empty() {
            "润色全诗。".to_owned()
        } else {
            instruction.to_owned()
        };
        compose.keep(given, By::Given, Vec::new(), false);
        compose
    }

    /// Whether the change that the person asked for has not come yet.
    pub(super) fn awaits_change(&self) -> bool {
        let is_change = |k: &super::Kept| k.version.by == By::Polish && k.version.accepted;
        !self.instruction.is_empty() && !self.kept.iter().any(is_change)
    }

    /// Asks for the change.
    pub(super) fn ask_for_change(&mut self, reasons: &str) -> Action {
        let Some(given) = self.kept.first() else {
            return Action::Ask(prompt::draft(&self.brief));
        };
        let checked = &given.version.report;
        let rhyme = checked.verse().and_then(|report| report.rhyme.as_ref());
        let prompt = prompt::polish(
            &self.brief,
            &Change {
                lines: &given.lines,
                patterns: &plan::patterns(checked, &self.brief),
                group: rhyme.map_or("", |r| r.group),
                instruction: &self.instruction,
                reasons,
            },
        );
        self.poem.clone_from(&given.version.text);
        self.reasons = vec![self.instruction.clone()];
        self.stage = Stage::Polishing;
        Action::Ask(prompt)
    }

    /// Takes the change, if there is one that keeps the shape and what is locked. Whether it did.
    pub(super) fn take_change(&mut self, answer: &str) -> bool {
        let Some(given) = self.kept.first() else {
            return false;
        };
        let lines = changed(&given.lines, answer, &self.shape);
        let changed: Vec<usize> = (1..=lines.len().min(given.lines.len()))
            .filter(|n| lines[n - 1].text != given.lines[n - 1].text)
            .collect();
        if changed.is_empty() && lines.len() == given.lines.len() {
            return false;
        }
        let title = given.version.title.clone();
        self.keep(Poem { title, lines }, By::Polish, changed, false)
    }
}

/// The poem that an answer makes of a given one: the whole poem, or the lines that it numbers.
pub(super) fn changed(given: &[VerseLine], answer: &str, shape: &answer::Shape) -> Vec<VerseLine> {
    let whole = answer::poem(answer, shape).filter(|p| shape.fits(p.lines.len()));
    if let Some(poem) = whole {
        return poem.lines;
    }
    let all: Vec<usize> = (1..=given.len()).collect();
    super::text::merge(given, answer, shape, &all)
}
