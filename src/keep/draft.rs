//! The draft: what stands in the text field.

use serde_json::Value;

use super::{Kept, object, text};

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
        object([("text", self.text.as_str().into())])
    }

    fn from_json(value: &Value) -> Option<Self> {
        text(value, "text").map(|text| Self { text })
    }
}
