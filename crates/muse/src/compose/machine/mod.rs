//! The machine itself: what it knows, and what each event does to it.

mod next;
mod polish;
mod take;
mod text;

use super::{Action, Asked, Budget, By, Call, End, Event, Outcome, Version, rank::Rank};
use crate::{
    answer::{self, Shape, VerseLine, text_of},
    brief::Brief,
    error::Error,
    prompt,
    secret::Secret,
    wire::Usage,
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
    calls: Vec<Call>,
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
    /// What is asked for in it.
    const fn asked(&self) -> Asked {
        match self {
            Self::Revising {
                candidates: true, ..
            } => Asked::Candidates,
            Self::Revising { .. } => Asked::Revision,
            Self::Rhyming => Asked::OtherRhyme,
            Self::Polishing => Asked::Change,
            Self::Fresh | Self::Drafting | Self::Done(_) => Asked::Draft,
        }
    }

    /// Whether an answer is awaited.
    const fn is_asking(&self) -> bool {
        !matches!(self, Self::Fresh | Self::Done(_))
    }
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
    pub fn new(brief: Brief, budget: Budget) -> Self {
        let shape = brief.shape();
        Self {
            brief,
            budget,
            shape,
            stage: Stage::Fresh,
            round: 0,
            answer: String::new(),
            poem: String::new(),
            kept: Vec::new(),
            calls: Vec::new(),
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
            _ => (1..=self.shape.lines()).collect(),
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

    /// Lets no version have a title of the model's with something of the key in it. What a revision makes of a
    /// draft has the draft's title; a poem that was given has the person's own.
    pub(crate) fn hide(&mut self, key: &Secret) {
        let drafts = self.kept.iter_mut().map(|kept| &mut kept.version);
        for draft in drafts.filter(|version| version.by == By::Draft) {
            draft.title.take_if(|title| key.shows_in(title));
        }
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
        let known = self.kept.len();
        if let (Event::Answered { usage, .. }, Some(call)) = (&event, self.calls.last_mut()) {
            call.usage = *usage;
        }
        let action = self.take(event);
        if let Some(call) = self.calls.last_mut().filter(|_| self.kept.len() > known) {
            call.version = Some(known);
        }
        if let Action::Ask(_) = action {
            self.calls.push(Call {
                round: self.round,
                asked: self.stage.asked(),
                open: self.open(),
                reasons: self.reasons.clone(),
                usage: Usage::default(),
                version: None,
            });
        }
        action
    }

    fn take(&mut self, event: Event) -> Action {
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
            calls: self.calls,
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
                    text_of(&merge(&base.lines, &self.answer, &self.shape, open))
                })
            }
            Stage::Polishing => self.kept.first().map_or_else(String::new, |given| {
                text_of(&polish::changed(&given.lines, &self.answer, &self.shape))
            }),
            _ => partial_text(&answer::so_far(&self.answer, &self.shape)),
        }
    }
}

#[cfg(test)]
mod tests;
