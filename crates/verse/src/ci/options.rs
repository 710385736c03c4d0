//! What a person may choose about the check of a lyric.

use serde::{Deserialize, Serialize};

use crate::{book::RhymeBook, options::Language};

/// How a lyric is checked. `Options::default()` finds tune and form from the text, takes 词林正韵 and
/// speaks Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The tune that the lyric is meant for, by any of its names; `None` finds it.
    pub tune: Option<String>,
    /// Which form of that tune it is meant to have, from 1, the commonest first; `None` finds it. It
    /// counts only where a tune is chosen.
    pub form: Option<usize>,
    /// The book that tones and rhymes are taken from; 平水韵 counts as 词林正韵.
    pub book: RhymeBook,
    /// The language of the messages.
    pub language: Language,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tune: None,
            form: None,
            book: RhymeBook::Cilin,
            language: Language::default(),
        }
    }
}
