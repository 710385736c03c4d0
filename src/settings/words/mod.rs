//! The words about keys under a passphrase: one file a language, one field a phrase.

mod en;
mod zh;
mod zh_hant;

use verse::Language;

use crate::i18n::Words;

/// Every phrase.
pub struct Phrases {
    /// The key of this provider is locked.
    pub locked: fn(&str) -> String,
    /// What unlocking does.
    pub locked_hint: &'static str,
    /// A passphrase.
    pub passphrase: &'static str,
    /// Shows what is typed.
    pub show: &'static str,
    /// Unlocks the key.
    pub unlock: &'static str,
    /// That is being done.
    pub unlocking: &'static str,
    /// What the button of a poem says while the key is locked.
    pub unlock_first: &'static str,
    /// Keeps the key under a passphrase, as a choice.
    pub seal: &'static str,
    /// Nothing is kept before there is one.
    pub wanted: &'static str,
    /// What makes a good one, and what happens when it is forgotten.
    pub advice: &'static str,
    /// It is shorter than that.
    pub short: &'static str,
    /// Does it.
    pub keep: &'static str,
    /// It is being done.
    pub sealing: &'static str,
    /// It has been done.
    pub sealed: &'static str,
    /// Takes another passphrase.
    pub change: &'static str,
    /// The passphrase does not fit.
    pub wrong: &'static str,
    /// The page came over a plain connection.
    pub no_crypto: &'static str,
    /// The browser did not do it.
    pub failed: &'static str,
    /// The store is full or denied.
    pub no_room: &'static str,
    /// What is kept is no longer whole.
    pub broken: &'static str,
    /// It is of a version that is no longer read.
    pub older: &'static str,
    /// It is of a later version.
    pub newer: &'static str,
}

/// The phrases in the language that the page has now.
pub fn words(words: Words) -> &'static Phrases {
    match words.language() {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
