//! The words about antithesis. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::Language;

use crate::i18n::Words;

/// Every phrase.
pub struct CoupletWords {
    /// What the list is about.
    pub title: &'static str,
    /// A couplet by its number.
    pub couplet: fn(usize) -> String,
    /// Its lines answer each other.
    pub answering: &'static str,
    /// They do, as one sentence that runs on.
    pub flowing: &'static str,
    /// They do not, and the form wants it.
    pub lacking: &'static str,
    /// They do not, and need not.
    pub not_asked: &'static str,
}

/// The phrases in the language that the page has now.
pub fn couplet_words(words: Words) -> &'static CoupletWords {
    match words.language() {
        Language::Zh => &zh::WORDS,
        Language::Hant => &zh_hant::WORDS,
        Language::En => &en::WORDS,
    }
}
