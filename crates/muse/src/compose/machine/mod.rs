//! The machine itself: what it knows, and what each event does to it.

mod next;
mod polish;
mod text;

use super::{
    Action, Budget, By, End, Event, Outcome, PATIENCE, RESISTS, Version, choose,
    rank::{Fit, Rank},
};
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
    /// The version that is being mended: the best, or a draft in another rhyme that is not there yet.
    work: Option<usize>,
    /// What the person wants changed in a poem that was given; empty in a run that writes one.
    instruction: String,
    /// Answers in a row that were no better.
    idle: u32,
    /// For each line, how many revisions in a row have asked for it.
    asked: Vec<u32>,
    /// What has been answered for a line and does not stand.
    tried: Vec<(usize, String)>,
    /// The rhyme groups that drafts have had, where another has been asked for.
    groups: Vec<String>,
    /// Why the answer that is coming was asked for.
    reasons: Vec<String>,
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
    /// A whole poem in another rhyme is asked for.
    Rhyming,
    /// Some lines of a version are asked for; of each one or several candidates.
    Revising {
        base: usize,
        open: Vec<usize>,
        candidates: bool,
    },
    /// The change of a given poem is asked for.
    Polishing,
    Done(End),
}

impl Stage {
    /// Whether an answer is awaited.
    const fn is_asking(&self) -> bool {
        !matches!(self, Self::Fresh | Self::Done(_))
    }
}

/// Whether two poems have the same words.
fn is_same(one: &[VerseLine], other: &[VerseLine]) -> bool {
    one.iter()
        .map(|l| &l.text)
        .eq(other.iter().map(|l| &l.text))
}

/// A version with its lines.
#[derive(Clone, Debug)]
struct Kept {
    version: Version,
    lines: Vec<VerseLine>,
    rank: Rank,
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
            work: None,
            instruction: String::new(),
            idle: 0,
            asked: Vec::new(),
            tried: Vec::new(),
            groups: Vec::new(),
            reasons: Vec::new(),
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
                if self.kept.is_empty() {
                    self.stage = Stage::Drafting;
                    return Action::Ask(prompt::draft(&self.brief));
                }
                self.ask_for_change("")
            }
            (Event::Failed(error), _) => {
                self.keep_partial();
                self.end(End::Failed(error))
            }
            (Event::OutOfTime, _) => self.end(End::Budget),
            (Event::Text(text), stage) if stage.is_asking() => {
                self.answer.push_str(&text);
                if self.answer.len() <= WATCHED {
                    self.poem = self.preview();
                }
                Action::Listen
            }
            (Event::Answered { finish, usage }, stage) if stage.is_asking() => {
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
            Stage::Revising { base, open, .. } => {
                self.kept.get(*base).map_or_else(String::new, |base| {
                    text_of(&merge(&base.lines, &self.answer, self.shape, open))
                })
            }
            Stage::Polishing => self.kept.first().map_or_else(String::new, |given| {
                text_of(&polish::changed(&given.lines, &self.answer, self.shape))
            }),
            _ => partial_text(&answer::so_far(&self.answer, self.shape.width)),
        }
    }

    fn answered(&mut self, finish: Finish) -> Action {
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
        let poem = answer::poem(answer, self.shape);
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
        let whole = Shape {
            lines: from.lines.len(),
            ..self.shape
        };
        let found = if candidates {
            answer::candidates(answer, whole, open)
        } else {
            answer::lines(answer, whole, open)
        };
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
    fn keep(&mut self, poem: Poem, by: By, changed: Vec<usize>, partial: bool) -> bool {
        let text = if partial {
            partial_text(&poem.lines)
        } else {
            text_of(&poem.lines)
        };
        let report = verse::check(&text, &self.brief.options());
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
    fn keep_partial(&mut self) {
        if !matches!(self.stage, Stage::Drafting | Stage::Rhyming) {
            return;
        }
        let answer = std::mem::take(&mut self.answer);
        let width = self.shape.width;
        if let Some(poem) = answer::poem(&answer, self.shape).filter(|p| self.is_whole(p)) {
            self.keep(poem, By::Draft, Vec::new(), false);
            return;
        }
        let lines = answer::so_far(&answer, width);
        if lines.iter().any(|l| l.len() == width) {
            self.keep(Poem { title: None, lines }, By::Draft, Vec::new(), true);
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
