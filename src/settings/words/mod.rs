//! The words of the settings, and about keys under a passphrase: one file a language, one field a phrase.

mod en;
mod zh;
mod zh_hant;

use verse::{Language, Strictness};

use crate::{
    i18n::{Strings, Words},
    keep::settings::Theme,
};

/// Every phrase.
pub struct Phrases {
    /// The settings about models.
    pub settings_model: &'static str,
    /// What they are for.
    pub settings_model_hint: &'static str,
    /// The settings about the check.
    pub settings_rules: &'static str,
    /// The name of a strictness.
    pub strictness_name: fn(Strictness) -> &'static str,
    /// What the strictnesses are.
    pub strictness_hint: &'static str,
    /// The settings about the look.
    pub settings_look: &'static str,
    /// Asks which models there are.
    pub list_models: &'static str,
    /// That is being asked.
    pub models_asking: &'static str,
    /// So many models there are.
    pub models_listed: fn(usize) -> String,
    /// The provider has no list.
    pub models_none: &'static str,
    /// The list has no end.
    pub models_endless: &'static str,
    /// What to do where there is no list.
    pub models_by_hand: &'static str,
    /// The key.
    pub api_key: &'static str,
    /// Where the key stays.
    pub key_stays: &'static str,
    /// Where the key goes.
    pub key_goes_to: fn(&str) -> String,
    /// Lets the key go to a host for which it was not given.
    pub key_for: fn(&str) -> String,
    /// Where a key is to be had.
    pub key_page: &'static str,
    /// Keeps the key on the device.
    pub remember_key: &'static str,
    /// What that means.
    pub remember_hint: &'static str,
    /// Forgets the key.
    pub forget_key: &'static str,
    /// Tests the connection.
    pub trial: &'static str,
    /// The test is on its way.
    pub trial_asking: &'static str,
    /// The test went well.
    pub trial_good: &'static str,
    /// The name of a theme.
    pub theme_name: fn(Theme) -> &'static str,
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
    /// Leaves the one that there is.
    pub keep_as_it_was: &'static str,
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
    /// How strict the check is.
    pub strictness: &'static str,
    /// Its address.
    pub base_url: &'static str,
    /// Asks by way of the relay.
    pub relay: &'static str,
    /// The theme.
    pub theme: &'static str,
    /// The language of the page.
    pub language: &'static str,
    /// The view "settings".
    pub nav_settings: &'static str,
    /// The provider.
    pub provider: &'static str,
    /// The model.
    pub model: &'static str,
}

/// The phrases in the language that the page has now.
pub fn words(words: Words) -> &'static Phrases {
    of(words.get())
}

/// The phrases in the language of others.
pub fn of(strings: &Strings) -> &'static Phrases {
    match strings.spoken {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
