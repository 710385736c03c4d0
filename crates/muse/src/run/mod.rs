//! Drives a [`Compose`] over a [`Transport`].

mod ask;
mod backoff;
mod models;
mod race;

use std::time::Duration;

pub(crate) use ask::knock;
pub use ask::{Answer, Heard, ask};
pub use backoff::TRIES;
pub use models::models;

use crate::{
    compose::{Action, Compose, End, Event, Outcome, Version},
    connection::{Connection, Limits},
    error::Error,
    prompt::Prompt,
    stop::Stop,
    transport::{Clock, Transport},
    wire::Usage,
};

/// What a run needs from outside.
#[derive(Clone, Copy)]
pub struct Link<'a> {
    /// Whom to ask.
    pub connection: &'a Connection,
    /// What carries the request.
    pub transport: &'a dyn Transport,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Ends the run.
    pub stop: &'a Stop,
    /// How long to wait and how much to take.
    pub limits: Limits,
}

/// What happens in a run, as it happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Update<'a> {
    /// A request goes out: 0 is the draft, then the rounds.
    Asked {
        /// Which request.
        round: u32,
        /// The lines that the model writes, from 1; all of them for a new draft.
        open: &'a [usize],
        /// What it is asked.
        prompt: &'a Prompt,
    },
    /// The request was not taken; after `wait` it goes out again.
    Waiting {
        /// Why.
        error: &'a Error,
        /// How long.
        wait: Duration,
        /// The number of the next try, from 2.
        next_try: u32,
    },
    /// The model thinks aloud. Never verse.
    Thinking(&'a str),
    /// A piece of the answer has come.
    Text {
        /// The piece, as it came.
        delta: &'a str,
        /// The poem as it stands with what has come: the draft so far, or the version under
        /// revision with the lines that have come. Plain text, a line of verse a line.
        poem: &'a str,
    },
    /// There is another version: an answer has been checked, or, before anything is asked, the poem was given.
    Version {
        /// The version.
        version: &'a Version,
        /// Its place in [`Outcome::versions`].
        index: usize,
    },
    /// The tokens so far.
    Usage(Usage),
}

/// Runs to the end: draft, check, revise, until the poem is clean or the budget is used up, the
/// model makes no progress, the person stops it or a request fails. Whatever the end, the best
/// version is kept.
pub async fn run(
    mut compose: Compose,
    link: Link<'_>,
    on_update: &mut dyn FnMut(Update<'_>),
) -> Outcome {
    let begin = link.clock.now();
    let mut action = compose.step(Event::Start);
    tell(&compose, 0, on_update);
    while let Action::Ask(prompt) = action {
        let spent = link.clock.now().saturating_sub(begin);
        if compose.budget().time.is_some_and(|t| spent >= t) {
            compose.step(Event::OutOfTime);
            break;
        }
        let open = compose.open();
        on_update(Update::Asked {
            round: compose.round(),
            open: &open,
            prompt: &prompt,
        });
        let answer = ask(link, &prompt, &mut |heard| match heard {
            Heard::Text(delta) => {
                compose.step(Event::Text(delta.to_owned()));
                on_update(Update::Text {
                    delta,
                    poem: compose.poem(),
                });
            }
            Heard::Thinking(text) => on_update(Update::Thinking(text)),
            Heard::Waiting {
                error,
                wait,
                next_try,
            } => {
                on_update(Update::Waiting {
                    error,
                    wait,
                    next_try,
                });
            }
        })
        .await;
        let (known, spent) = (compose.versions().len(), compose.usage());
        action = compose.step(match answer {
            Ok(Answer { finish, usage }) => Event::Answered { finish, usage },
            Err(error) => Event::Failed(error),
        });
        // A host could have the model repeat the key. Of what it says only a title becomes part of a poem as it
        // came; verse has no letters of ASCII.
        compose.hide(&link.connection.key);
        tell(&compose, known, on_update);
        if compose.usage() != spent {
            on_update(Update::Usage(compose.usage()));
        }
    }
    let mut outcome = compose.into_outcome();
    // What the model said is shown in this one error; a host could have it repeat the key.
    if let End::Failed(Error::NoVerse { said }) = &mut outcome.end {
        *said = link.connection.key.mask_in(said);
    }
    outcome
}

/// Tells of the versions behind those that are known.
fn tell(compose: &Compose, known: usize, on_update: &mut dyn FnMut(Update<'_>)) {
    for (index, version) in compose.versions().enumerate().skip(known) {
        on_update(Update::Version { version, index });
    }
}

#[cfg(test)]
mod ask_tests;
#[cfg(test)]
mod run_tests;
#[cfg(test)]
pub(crate) mod scripted;
