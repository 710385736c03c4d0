//! Bytes to and from a provider.

pub mod anthropic;
pub mod format;
pub mod gemini;
pub mod models;
pub mod openai;
pub mod reader;
pub mod said;
pub mod sse;
pub mod status;
#[cfg(test)]
mod testing;
pub mod think;

use serde::{Deserialize, Serialize};

/// Tokens, as the provider counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Tokens of the prompts.
    pub prompt: u64,
    /// Of them, those that the provider had in its cache.
    pub cached: u64,
    /// Tokens of the answers, thinking included.
    pub completion: u64,
}

impl Usage {
    /// All tokens.
    pub const fn total(self) -> u64 {
        self.prompt.saturating_add(self.completion)
    }
}

impl Usage {
    /// The larger count of each kind: providers that tell twice tell more, or the rest.
    pub(crate) fn raise(&mut self, other: Self) {
        self.prompt = self.prompt.max(other.prompt);
        self.cached = self.cached.max(other.cached);
        self.completion = self.completion.max(other.completion);
    }
}

impl std::ops::AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        self.prompt = self.prompt.saturating_add(other.prompt);
        self.cached = self.cached.saturating_add(other.cached);
        self.completion = self.completion.saturating_add(other.completion);
    }
}

/// Why an answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// The model had no more to say.
    Stop,
    /// At the provider's limit, or at ours.
    Length,
    /// A content filter.
    Filter,
    /// The bytes ended, and no reason was given.
    Cut,
}
