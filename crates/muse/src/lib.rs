//! The talk with language models: providers, prompts, streams, and the loop that drafts, checks
//! and revises. No web in here: what needs a browser is a trait ([`Transport`], [`Clock`]).
//!
//! The page builds a [`Connection`] and a [`Brief`], and hands a [`Compose`] to [`run()`], which
//! reports what happens as [`Update`]s and ends with an [`Outcome`]. [`Compose::polish`] makes the run that
//! changes a poem as a person asks; [`diff::diff`] shows what it changed. An opinion is asked for with
//! [`prompt::critique`] and [`ask`], and [`critique::claims`] holds its claims against the check.

pub mod address;
pub mod answer;
pub mod brief;
pub mod compose;
pub mod connection;
pub mod critique;
pub mod diff;
pub mod error;
pub mod plan;
pub mod prompt;
pub mod provider;
pub mod rhymes;
pub mod run;
pub mod secret;
pub mod stop;
pub mod transport;
mod veil;
pub mod wire;

pub use address::{Address, AddressError};
pub use brief::{Brief, Lock, Occasion, Script, TuneForm};
pub use compose::{
    Action, Asked, Budget, By, Call, Checked, Compose, End, Event, Fit, Outcome, Rank, Version,
};
pub use connection::{Connection, Limits, Suspect, Trial};
pub use error::Error;
pub use plan::Opening;
pub use prompt::Prompt;
pub use provider::{Browser, Provider, Wire};
pub use run::{Answer, Heard, Link, Update, ask, models, run};
pub use secret::Secret;
pub use stop::{Stop, Stopped};
pub use transport::{
    Clock, LocalBoxFuture, LocalBoxStream, Request, Response, Transport, TransportError,
};
pub use veil::Veil;
pub use wire::{Finish, Usage, format::Format};
