//! What an answer brings: which lines of it are taken, and whether they are better.

use super::{Compose, Kept, Lost, Stage, WATCHED, text::partial_text};
use crate::{
    answer::{self, Poem, VerseLine, text_of},
    compose::{
        Action, By, Checked, End, PATIENCE, RESISTS, Version, choose,
        rank::{Fit, Rank},
    },
    error::Error,
    secret::Secret,
    wire::{Finish, said::shown},
};

/// The most lines of a poem that is kept. More is no poem but a model that does not stop.
const MOST_LINES: usize = 200;

impl Compose {
    /// What an answer brought, and what follows.
    pub(super) fn answered(&mut self, finish: Finish) -> Action {
        // An answer that ends without a reason is good if it is whole: some providers never give
        // a reason.
        let cut = finish == Finish::Cut;
        if cut && matches!(self.stage, Stage::Drafting | Stage::Rhyming) && !self.has_whole_poem() {
            self.keep_partial();
            return self.end(End::Failed(Error::Broken));
        }
        let answer = std::mem::take(&mut self.answer);
        let better = match std::mem::replace(&mut self.stage, Stage::Drafting) {
            Stage::Revising {
                base,
                open,
                candidates,
            } => self.take_revision(&answer, base, &open, candidates),
            Stage::Polishing => self.take_change(&answer),
            Stage::Rhyming => self.take_draft(&answer, true),
            _ => self.take_draft(&answer, false),
        };
        self.idle = if better { 0 } else { self.idle + 1 };
        match finish {
            Finish::Filter if !better => self.end(End::Failed(Error::Filtered)),
            Finish::Cut if !better => self.end(End::Failed(Error::Broken)),
            _ => self.next(),
        }
    }

    /// Keeps a draft. Whether it is better than what was being mended. A draft in another rhyme is
    /// mended from here on, if it can be: measured before that, it would never get there.
    fn take_draft(&mut self, answer: &str, other_rhyme: bool) -> bool {
        let poem = answer::poem(answer, &self.shape);
        let whole = poem.filter(|p| p.lines.len() <= MOST_LINES);
        // The key is masked by whoever knows it; here the text is only shortened.
        let said = || shown(answer, &Secret::default());
        self.lost = whole.is_none().then(|| Lost {
            said: said(),
            too_long: answer.len() > WATCHED,
        });
        let Some(poem) = whole else { return false };
        let is_new = !self.kept.iter().any(|k| is_same(&k.lines, &poem.lines));
        let better = self.keep(poem, By::Draft, Vec::new(), false);
        let last = self.kept.len() - 1;
        let rank = self.kept[last].rank;
        let takes_over = other_rhyme && is_new && rank.lost == 0 && rank.fit == Fit::Right;
        if better || takes_over {
            self.work = Some(last);
            self.asked.clear();
            self.tried.clear();
        }
        if takes_over {
            // Two more rounds to get it right.
            self.idle = self.idle.min(PATIENCE - 1 - RESISTS);
        }
        better
    }

    /// Keeps what a revision makes better, or all of it where nothing does; nothing, if that is known.
    /// Whether it is better than what was being mended.
    fn take_revision(
        &mut self,
        answer: &str,
        base: usize,
        open: &[usize],
        candidates: bool,
    ) -> bool {
        let Some(from) = self.kept.get(base) else {
            return false;
        };
        let whole = self.shape.with_lines(from.lines.len());
        let mut found = Vec::new();
        if candidates {
            found = answer::candidates(answer, &whole, open);
            // Of a whole poem the other lines are no candidates.
            found.retain(|(n, line)| {
                let others = from.lines.iter().zip(1..).filter(|(_, other)| other != n);
                !others.into_iter().any(|(l, _)| l.text == line.text)
            });
        }
        if found.is_empty() {
            found = answer::lines(answer, &whole, open);
        }
        let mut lines = choose::best(&from.lines, &found, &self.brief);
        if is_same(&lines, &from.lines) {
            lines = choose::merge(&from.lines, &found);
        }
        for (number, line) in found {
            let tried = (number, line.text);
            if !self.tried.contains(&tried) {
                self.tried.push(tried);
            }
        }
        let changed: Vec<usize> = (1..=lines.len())
            .filter(|n| lines[n - 1].text != from.lines[n - 1].text)
            .collect();
        if changed.is_empty() || self.kept.iter().any(|k| is_same(&k.lines, &lines)) {
            return false;
        }
        let title = from.version.title.clone();
        self.keep(Poem { title, lines }, By::Revision, changed, false)
    }

    /// Checks a poem and keeps it as a version. Whether it is better than what was being mended; then
    /// it takes its place.
    pub(super) fn keep(&mut self, poem: Poem, by: By, changed: Vec<usize>, partial: bool) -> bool {
        let text = if partial {
            partial_text(&poem.lines)
        } else {
            text_of(&poem.lines)
        };
        let report = Checked::of(&text, &self.brief);
        let rank = Rank::of(&report, &self.brief);
        let beats = |other: Option<usize>| {
            let other = other.and_then(|at| self.kept.get(at));
            // A given poem gives way to its change whatever the faults of that.
            other.is_none_or(|o| {
                rank < o.rank
                    || (by == By::Polish && rank.lost <= o.rank.lost && rank.fit <= o.rank.fit)
            })
        };
        let (better, accepted) = (beats(self.work), beats(self.best));
        if better {
            self.work = Some(self.kept.len());
        }
        if accepted {
            self.best = Some(self.kept.len());
        }
        self.poem.clone_from(&text);
        let (title, round) = (poem.title, self.round);
        let version = Version {
            text,
            title,
            report,
            round,
            by,
            changed,
            reasons: std::mem::take(&mut self.reasons),
            accepted,
            partial,
        };
        self.kept.push(Kept {
            version,
            lines: poem.lines,
            rank,
        });
        better
    }

    /// Keeps a draft that was cut off, if a line of it is whole.
    pub(super) fn keep_partial(&mut self) {
        if !matches!(self.stage, Stage::Drafting | Stage::Rhyming) {
            return;
        }
        let answer = std::mem::take(&mut self.answer);
        let whole = answer::poem(&answer, &self.shape);
        if let Some(poem) = whole.filter(|p| self.shape.is_of(p)) {
            self.keep(poem, By::Draft, Vec::new(), false);
            return;
        }
        let lines = answer::so_far(&answer, &self.shape);
        if (1..)
            .zip(&lines)
            .any(|(n, l)| l.len() == self.shape.width(n))
        {
            self.keep(Poem { title: None, lines }, By::Draft, Vec::new(), true);
        }
    }

    fn has_whole_poem(&self) -> bool {
        answer::poem(&self.answer, &self.shape).is_some_and(|p| self.shape.is_of(&p))
    }
}

/// Whether two poems have the same words.
fn is_same(one: &[VerseLine], other: &[VerseLine]) -> bool {
    one.iter()
        .map(|l| &l.text)
        .eq(other.iter().map(|l| &l.text))
}
