//! What the person would like to have written: the last brief.

use serde::{Deserialize, Serialize};
use verse::Form;

use super::Kept;

/// The brief, as it stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// The form.
    pub form: Form,
    /// Occasion, for whom, wishes.
    pub text: String,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            form: Form::SevenQuatrain,
            text: String::new(),
        }
    }
}

impl Kept for Wish {
    const NAME: &'static str = "yinchuang.brief";
    const VERSION: u32 = 1;
}
