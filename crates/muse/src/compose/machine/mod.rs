//! The machine itself: what it knows, and what each event does to it.

mod next;
mod text;

use super::{Action, Budget, By, End, Event, Outcome, Version, rank::Rank};
use crate::{
    answer::{self, Poem, Shape, VerseLine, text_of},
    brief::Brief,
    error::Error,
    prompt,
    secret::Secret,
    wire::{Finish, Usage, said::shown},
};

use text::{merge, partial_text};

/// The bytes of an answer up to which the poem is shown as it comes. A poem is far shorter; reading
/// a long answer again at every piece would be waste.
const WATCHED: usize = 6 << 10;

/// A run: what is asked for, and how far it has come.
#[derive(Clone, Debug)]
pub struct Compose {
    brief: Brief,
    budget: Budget,
    shape: Shape,
    stage: Stage,
    round: u32,
    /// What has come of the answer that is coming.
    answer: String,
    /// The poem with it.
    poem: String,
    kept: Vec<Kept>,
    best: Option<usize>,
    /// Answers in a row that were no better.
    idle: u32,
    /// What the last answer said, if it was no poem at all.
    lost: Option<Lost>,
    usage: Usage,
}

/// The most lines of a poem that is kept. More is no poem but a model that does not stop.
const MOST_LINES: usize = 200;

/// An answer without a poem.
#[derive(Clone, Debug)]
struct Lost {
    /// Its beginning.
    said: String,
    /// Whether it did not stop.
    too_long: bool,
}

#[derive(Clone, Debug)]
enum Stage {
    Fresh,
    /// A whole poem is asked for.
    Drafting,
    /// Some lines of a version are asked for.
    Revising {
        base: usize,
        open: Vec<usize>,
    },
    Done(End),
}

/// A version with its lines.
#[derive(Clone, Debug)]
struct Kept {
    version: Version,
    lines: Vec<VerseLine>,
    rank: Rank,
    /// The version that it was made from.
    base: Option<usize>,
}

impl Compose {
    /// A run that has not begun.
    pub const fn new(brief: Brief, budget: Budget) -> Self {
        let shape = Shape::of(brief.form);
        Self {
            brief,
            budget,
            shape,
            stage: Stage::Fresh,
            round: 0,
            answer: String::new(),
            poem: String::new(),
            kept: Vec::new(),
            best: None,
            idle: 0,
            lost: None,
            usage: Usage {
                prompt: 0,
                cached: 0,
                completion: 0,
            },
        }
    }

    /// What is asked for.
    pub const fn brief(&self) -> &Brief {
        &self.brief
    }

    /// What it may spend.
    pub const fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The request that is under way: 0 for the draft, then the round.
    pub const fn round(&self) -> u32 {
        self.round
    }

    /// The lines that the model is writing, from 1.
    pub fn open(&self) -> Vec<usize> {
        match &self.stage {
            Stage::Revising { open, .. } => open.clone(),
            _ => (1..=self.shape.lines).collect(),
        }
    }

    /// The poem with what has come: the draft so far, or the version under revision with the
    /// lines that have come.
    pub fn poem(&self) -> &str {
        &self.poem
    }

    /// The versions so far.
    pub fn versions(&self) -> impl ExactSizeIterator<Item = &Version> {
        self.kept.iter().map(|k| &k.version)
    }

    /// The place of the best version.
    pub const fn best(&self) -> Option<usize> {
        self.best
    }

    /// The tokens so far.
    pub const fn usage(&self) -> Usage {
        self.usage
    }

    /// Takes an event and says what to do next. After `Done`, events change nothing.
    pub fn step(&mut self, event: Event) -> Action {
        match (event, &self.stage) {
            (_, Stage::Done(_)) => Action::Done,
            (Event::Start, Stage::Fresh) => {
                self.stage = Stage::Drafting;
                Action::Ask(prompt::draft(&self.brief))
            }
            (Event::Failed(error), _) => {
                self.keep_partial();
                self.end(End::Failed(error))
            }
            (Event::OutOfTime, _) => self.end(End::Budget),
            (Event::Text(text), Stage::Drafting | Stage::Revising { .. }) => {
                self.answer.push_str(&text);
                if self.answer.len() <= WATCHED {
                    self.poem = self.preview();
                }
                Action::Listen
            }
            (Event::Answered { finish, usage }, Stage::Drafting | Stage::Revising { .. }) => {
                self.usage += usage;
                self.answered(finish)
            }
            // Out of order: nothing is lost by going on.
            (Event::Start | Event::Text(_) | Event::Answered { .. }, _) => Action::Listen,
        }
    }

    /// What the run leaves. Of a run that has not ended, as if it were stopped here.
    pub fn into_outcome(self) -> Outcome {
        let end = match self.stage {
            Stage::Done(end) => end,
            _ => End::Failed(Error::Stopped),
        };
        let versions = self.kept.into_iter().map(|k| k.version).collect();
        Outcome {
            versions,
            best: self.best,
            usage: self.usage,
            end,
        }
    }

    fn end(&mut self, end: End) -> Action {
        self.stage = Stage::Done(end);
        Action::Done
    }

    fn preview(&self) -> String {
        match &self.stage {
            Stage::Revising { base, open } => {
                self.kept.get(*base).map_or_else(String::new, |base| {
                    text_of(&merge(&base.lines, &self.answer, self.shape, open))
                })
            }
            _ => partial_text(&answer::so_far(&self.answer, self.shape.width)),
        }
    }

    fn answered(&mut self, finish: Finish) -> Action {
        // An answer that ends without a reason is good if it is whole: some providers never give
        // a reason.
        let cut = finish == Finish::Cut;
        if cut && matches!(self.stage, Stage::Drafting) && !self.has_whole_poem() {
            self.keep_partial();
            return self.end(End::Failed(Error::Broken));
        }
        let answer = std::mem::take(&mut self.answer);
        let better = match std::mem::replace(&mut self.stage, Stage::Drafting) {
            Stage::Revising { base, open } => self.take_revision(&answer, base, &open),
            _ => self.take_draft(&answer),
        };
        self.idle = if better { 0 } else { self.idle + 1 };
        match finish {
            Finish::Filter if !better => self.end(End::Failed(Error::Filtered)),
            Finish::Cut if !better => self.end(End::Failed(Error::Broken)),
            _ => self.next(),
        }
    }

    /// Keeps a draft. Whether it is the best so far.
    fn take_draft(&mut self, answer: &str) -> bool {
        let poem = answer::poem(answer, self.shape);
        let whole = poem.filter(|p| p.lines.len() <= MOST_LINES);
        // The key is masked by whoever knows it; here the text is only shortened.
        let said = || shown(answer, &Secret::default());
        self.lost = whole.is_none().then(|| Lost {
            said: said(),
            too_long: answer.len() > WATCHED,
        });
        let Some(poem) = whole else { return false };
        self.keep(poem, By::Draft, Vec::new(), None, false)
    }

    /// Keeps a revision, if it changes anything. Whether it is the best so far.
    fn take_revision(&mut self, answer: &str, base: usize, open: &[usize]) -> bool {
        let Some(from) = self.kept.get(base) else {
            return false;
        };
        let lines = merge(&from.lines, answer, self.shape, open);
        let changed: Vec<usize> = (1..=lines.len())
            .filter(|n| lines[n - 1].text != from.lines[n - 1].text)
            .collect();
        let text_known = |k: &Kept| {
            k.lines
                .iter()
                .map(|l| &l.text)
                .eq(lines.iter().map(|l| &l.text))
        };
        if changed.is_empty() || self.kept.iter().any(text_known) {
            return false;
        }
        let title = from.version.title.clone();
        self.keep(
            Poem { title, lines },
            By::Revision,
            changed,
            Some(base),
            false,
        )
    }

    /// Checks a poem and keeps it as a version. Whether it is the best so far.
    fn keep(
        &mut self,
        poem: Poem,
        by: By,
        changed: Vec<usize>,
        base: Option<usize>,
        partial: bool,
    ) -> bool {
        let text = if partial {
            partial_text(&poem.lines)
        } else {
            text_of(&poem.lines)
        };
        let report = verse::check(&text, &self.brief.options());
        let rank = Rank::of(&report, self.shape);
        let best = self.best.and_then(|b| self.kept.get(b));
        let accepted = best.is_none_or(|best| rank < best.rank);
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
            accepted,
            partial,
        };
        self.kept.push(Kept {
            version,
            lines: poem.lines,
            rank,
            base,
        });
        accepted
    }

    /// Keeps a draft that was cut off, if a line of it is whole.
    fn keep_partial(&mut self) {
        if !matches!(self.stage, Stage::Drafting) {
            return;
        }
        let answer = std::mem::take(&mut self.answer);
        let width = self.shape.width;
        if let Some(poem) = answer::poem(&answer, self.shape).filter(|p| self.is_whole(p)) {
            self.keep(poem, By::Draft, Vec::new(), None, false);
            return;
        }
        let lines = answer::so_far(&answer, width);
        if lines.iter().any(|l| l.len() == width) {
            self.keep(
                Poem { title: None, lines },
                By::Draft,
                Vec::new(),
                None,
                true,
            );
        }
    }

    fn has_whole_poem(&self) -> bool {
        answer::poem(&self.answer, self.shape).is_some_and(|p| self.is_whole(&p))
    }

    fn is_whole(&self, poem: &Poem) -> bool {
        self.shape.fits(poem.lines.len()) && poem.lines.iter().all(|l| l.len() == self.shape.width)
    }
}

#[cfg(test)]
mod tests;
