//! The words about a new version of the page: one file a language, one field a phrase.

mod en;
mod zh;
mod zh_hant;

use verse::Language;

use crate::i18n::Words;

/// Every phrase.
pub struct Phrases {
    /// There is a new version.
    pub new_version: &'static str,
    /// The same, while a model answers.
    pub waits: &'static str,
    /// Takes it.
    pub take: &'static str,
    /// Does not, for now.
    pub later: &'static str,
}

/// The phrases in the language that the page has now.
pub fn words(words: Words) -> &'static Phrases {
    match words.language() {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
