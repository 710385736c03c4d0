//! A poem that stood at some point of a run.

use serde::{Deserialize, Serialize};

use super::Checked;

/// A poem that stood at some point of a run. Nothing in it depends on when or where it was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Version {
    /// The poem, a line of verse a line, with punctuation.
    pub text: String,
    /// The title that the model gave, if any.
    pub title: Option<String>,
    /// What the check says. Its messages are Chinese: they go to the model.
    pub report: Checked,
    /// 0 for the draft, then the round.
    pub round: u32,
    /// How it came about.
    pub by: By,
    /// The lines that differ from the version that it was made from, from 1. Empty for drafts.
    pub changed: Vec<usize>,
    /// Why it was made, in Chinese: what the model was told was wrong, or what the person asked for;
    /// empty for the first draft.
    pub reasons: Vec<String>,
    /// Whether it was better than all before it and became the best; of a changed poem, whether it
    /// took the place of the one that was given.
    pub accepted: bool,
    /// Whether the run ended before it was whole.
    pub partial: bool,
}

/// How a version came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Written anew as a whole.
    Draft,
    /// Some lines of the best version before it replaced.
    Revision,
    /// The poem that a person gave to be changed.
    Given,
    /// That poem, changed as the person asked.
    Polish,
}
