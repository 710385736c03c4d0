//! The draft: what stands in the text field.

use serde_json::{Value, json};

use super::{Kept, text};

/// The draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text, exactly as it was written.
    pub text: String,
}

impl Kept for Draft {
    const NAME: &'static str = "yinchuang.draft";
    const VERSION: u64 = 1;

    fn to_json(&self) -> Value {
        json!({ "text": self.text })
    }

    fn from_json(value: &Value) -> Option<Self> {
        text(value, "text").map(|text| Self { text })
    }
}
