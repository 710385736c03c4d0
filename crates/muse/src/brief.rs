//! What a person asks for.

use serde::{Deserialize, Serialize};
use verse::{Form, Language, Options, RhymeBook, Strictness};

use crate::plan::Opening;

/// The longest wish that goes into a prompt, in characters.
pub const LONGEST_WISH: usize = 2000;

/// The wish for a poem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The form.
    pub form: Form,
    /// Occasion, for whom, wishes: free text.
    #[serde(default)]
    pub text: String,
    /// The script of the poem.
    #[serde(default)]
    pub script: Script,
    /// The opening that the prompt asks for; `None` takes [`Opening::usual`].
    #[serde(default)]
    pub opening: Option<Opening>,
    /// Characters to rhyme with, best first; none leaves the rhyme to the model.
    #[serde(default)]
    pub rhymes: Vec<char>,
    /// The rhyme book that the poem is checked with.
    #[serde(default)]
    pub book: RhymeBook,
    /// How strictly it is checked.
    #[serde(default)]
    pub strictness: Strictness,
}

impl Brief {
    /// A wish with the usual choices.
    pub fn new(form: Form, text: impl Into<String>) -> Self {
        Self {
            form,
            text: text.into(),
            script: Script::default(),
            opening: None,
            rhymes: Vec::new(),
            book: RhymeBook::default(),
            strictness: Strictness::default(),
        }
    }

    /// The opening that is asked for.
    pub fn opening(&self) -> Opening {
        self.opening.unwrap_or_else(|| Opening::usual(self.form))
    }

    /// How an answer is checked. Messages are Chinese: they go back to the model.
    pub fn options(&self) -> Options {
        Options {
            book: self.book,
            form: Some(self.form),
            strictness: self.strictness,
            language: Language::Zh,
            ..Options::default()
        }
    }
}

/// Simplified or traditional characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// 简体.
    #[default]
    Simplified,
    /// 繁体.
    Traditional,
}

impl Script {
    /// 简体 or 繁体.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Simplified => "简体",
            Self::Traditional => "繁体",
        }
    }
}
