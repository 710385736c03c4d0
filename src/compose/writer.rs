//! What a run does to the desk: the field shows what comes, the versions keep it.

use muse::{Brief, By, Outcome};
use verse::{Report, Severity};

use super::{frame::Frame, hand::Hand, tune::title};
use crate::{
    browser::clock,
    desk::Desk,
    keep::versions::{Version, Who},
};

/// What a run does to the desk.
pub struct Writer {
    desk: Desk,
    hand: Hand,
    model: String,
    brief: Brief,
    before: String,
    /// What the check said of that.
    report: Report,
    /// What stands around the verse of the poem that is to be changed.
    frame: Option<Frame>,
    was_welcome: bool,
    /// The ids of the versions, in the order of the run.
    ids: Vec<u64>,
}

impl Writer {
    /// Begins where the field is now.
    pub fn new(desk: Desk, model: String, brief: Brief) -> Self {
        let before = desk.text.get_untracked();
        Self {
            desk,
            hand: Hand::new(before.as_str()),
            model,
            brief,
            before,
            report: desk.report.get_untracked(),
            frame: None,
            was_welcome: desk.welcome.get_untracked(),
            ids: Vec::new(),
        }
    }

    /// Lets a poem appear, unless the person has taken over.
    pub fn show(&mut self, poem: &str) {
        match &self.frame {
            Some(frame) => self.lay(&frame.with(poem)),
            None => self.lay(poem),
        }
    }

    fn lay(&mut self, text: &str) {
        let may = self
            .desk
            .text
            .with_untracked(|now| self.hand.may_write(now));
        if may && self.desk.show(text) {
            self.hand.wrote(text);
        }
    }

    /// Keeps a version.
    pub fn keep(&mut self, version: &muse::Version, index: usize) {
        // The poem that is to be changed is the person's; it was kept before the run began.
        let given = version.by == By::Given;
        if given {
            self.frame = Frame::of(&self.before, &self.report, &version.text);
        }
        let known = self.desk.versions.with_untracked(|versions| {
            let mut same = versions.list.iter().filter(|old| old.text == self.before);
            same.next_back().filter(|_| given).map(|old| old.id)
        });
        let who = if given {
            Who::Person
        } else {
            Who::Model(self.model.clone())
        };
        let kept = kept(self.text(version), version, who);
        self.desk.versions.update(|versions| {
            let id = known.unwrap_or_else(|| versions.add(kept));
            if version.accepted && !given {
                versions.set_best(Some(id));
            }
            self.ids.truncate(index);
            self.ids.push(id);
        });
    }

    /// The text of a version as it stands in the field.
    pub fn text(&self, version: &muse::Version) -> String {
        match &self.frame {
            _ if version.by == By::Given => self.before.clone(),
            Some(frame) => frame.with(&version.text),
            None => with_title(version, &self.brief),
        }
    }

    /// Whether the person has taken over.
    pub fn has_yielded(&self) -> bool {
        self.hand.is_down()
    }

    /// Leaves the best in the field, or what was there before, and the person's own text in any
    /// case where there is some.
    pub fn finish(&mut self, outcome: &Outcome) {
        let best = outcome
            .best
            .and_then(|index| Some((index, outcome.versions.get(index)?)));
        if let Some((index, version)) = best {
            let id = self.ids.get(index).copied();
            self.desk.versions.update(|versions| versions.set_best(id));
            self.lay(&self.text(version));
        } else {
            self.lay(&self.before.clone());
            if !self.hand.is_down() && self.was_welcome {
                self.desk.welcome.set(true);
            }
        }
        self.desk.form.set(None);
        self.desk.settle_locks();
    }
}

/// The text of a version as it stands in the field: with its title, if it has one.
pub fn with_title(version: &muse::Version, brief: &Brief) -> String {
    match title(brief, version.title.as_deref()) {
        Some(title) => format!("{title}\n\n{}", version.text),
        None => version.text.clone(),
    }
}

/// A version of a run as it is kept, with its text as it stands in the field.
pub fn kept(text: String, version: &muse::Version, who: Who) -> Version {
    Version {
        id: 0,
        text,
        who,
        round: version.round.into(),
        at: clock::now(),
        errors: version.report.count(Severity::Error) as u64,
        warnings: version.report.count(Severity::Warning) as u64,
        best: false,
        partial: version.partial,
    }
}
