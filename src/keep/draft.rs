//! The draft: what stands in the text field.

use serde::{Deserialize, Serialize};

use super::Kept;

/// The draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text, exactly as it was written.
    pub text: String,
}

impl Kept for Draft {
    const NAME: &'static str = "yinchuang.draft";
    const VERSION: u32 = 1;
}
