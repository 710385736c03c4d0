//! A request of a run, for whoever wants to see how it went.

use serde::{Deserialize, Serialize};

use crate::wire::Usage;

/// A request of a run, in the order in which they went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// 0 for the first, then the round.
    pub round: u32,
    /// What was asked for.
    pub asked: Asked,
    /// The lines that were asked for, from 1.
    pub open: Vec<usize>,
    /// Why, in Chinese, as the model was told.
    pub reasons: Vec<String>,
    /// Its tokens.
    pub usage: Usage,
    /// The place of the version that it brought; `None` where the answer was no poem, or nothing new.
    pub version: Option<usize>,
}

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// A whole poem.
    Draft,
    /// Some lines.
    Revision,
    /// Several candidates of some lines.
    Candidates,
    /// A whole poem in another rhyme.
    OtherRhyme,
    /// The change that a person wants.
    Change,
}
