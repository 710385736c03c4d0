//! The loop that drafts, checks and revises, as a state machine without input or output.
//!
//! ```text
//! Start ─ Ask(draft) ─ Text… ─ Answered ─ check ─┬─ nothing to mend ───────── Done(Clean)
//!                                                ├─ rounds or tokens used up ─ Done(Budget)
//!                                                ├─ no answer helped ──────── Done(NoProgress)
//!            ┌───────────────────────────────────┴─ Ask(…) ─ Text… ─ Answered ─ check ─ …
//!            └ Failed(error) at any time ─ Done(Failed), with Stopped among the errors
//! ```
//!
//! What is asked for, one step after the other:
//! 1. The faulty lines, each with its pattern, what stands there, why it fails and what has to stay.
//!    Only the lines that were asked for are taken, and of those only the ones that help: a line that
//!    makes the whole worse by its [`Rank`] stays as it was.
//! 2. Where a line still resists after [`RESISTS`] rounds, and in the last round of the budget,
//!    [`CANDIDATES`] candidates of every faulty line in one request; the best choice of them by rank
//!    is taken.
//! 3. Where that does not help, the whole poem in another rhyme, unless the person chose the rhyme.
//!    The rounds after it mend that draft; the best of all stays the best.
//!
//! A version becomes the best only if its rank is better. A poem of the wrong shape is asked for
//! again as a whole, with the reason (of a lyric most of whose lines have their length, only the others
//! are); so is, once, a draft without a line in the rhyme group that the
//! person chose. Afterwards the lines in another group are mended like other faults. A run is clean when neither errors nor warnings are left. It
//! gives up early when [`PATIENCE`] answers in a row were no better, or
//! [`ONLY_WARNINGS`], if no more than those are left. A run that changes a given poem as a person asks ([`Compose::polish`]) takes the change
//! whatever its faults, if it keeps the shape and what is locked, and then mends it in the same way,
//! but never writes it anew.

mod call;
mod checked;
mod choose;
mod faults;
mod group;
mod lyric;
mod machine;
mod rank;
mod version;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    prompt::Prompt,
    wire::{Finish, Usage},
};

pub use call::{Asked, Call};
pub use checked::{Checked, Said};
pub use group::astray;
pub use machine::Compose;
pub use rank::{Fit, Rank};
pub use version::{By, Version};

/// How many answers in a row may be no better before the run gives up: two revisions, candidates,
/// another rhyme.
pub const PATIENCE: u32 = 4;

/// The same where only warnings are left.
pub const ONLY_WARNINGS: u32 = 2;

/// After how many revisions a line that is still faulty resists.
pub const RESISTS: u32 = 2;

/// How many candidates of a line that resists are asked for.
pub const CANDIDATES: usize = 5;

/// How much a run may spend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Requests after the draft.
    pub rounds: u32,
    /// Tokens of all requests together, as the provider counts them; no round begins beyond.
    pub tokens: Option<u64>,
    /// The time from the start; no round begins beyond. The driver keeps the clock.
    pub time: Option<Duration>,
}

impl Default for Budget {
    /// Four rounds: two revisions, candidates, another rhyme.
    fn default() -> Self {
        Self {
            rounds: 4,
            tokens: Some(50_000),
            time: Some(Duration::from_secs(600)),
        }
    }
}

/// What the machine is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Begin.
    Start,
    /// A piece of the answer's text.
    Text(String),
    /// The answer has ended.
    Answered {
        /// How.
        finish: Finish,
        /// Its tokens.
        usage: Usage,
    },
    /// The time of the budget is over.
    OutOfTime,
    /// The request failed, or the person stopped it ([`Error::Stopped`]).
    Failed(Error),
}

/// What the machine wants next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask the model this, and tell what it answers.
    Ask(Prompt),
    /// Go on listening.
    Listen,
    /// Nothing more: the run has ended.
    Done,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Neither errors nor warnings are left.
    Clean,
    /// Rounds, tokens or time are used up.
    Budget,
    /// The model's last answers were no better.
    NoProgress,
    /// A request failed, or the person stopped the run.
    Failed(Error),
}

/// What a run leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Every version, in the order in which they came.
    pub versions: Vec<Version>,
    /// The place of the best one in `versions`; `None` if there is none.
    pub best: Option<usize>,
    /// Every request, those that brought nothing among them.
    pub calls: Vec<Call>,
    /// The tokens of all requests.
    pub usage: Usage,
    /// How it ended.
    pub end: End,
}
