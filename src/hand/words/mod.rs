//! The words of what is at hand. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::{Language, diction::Quote};

use crate::{desk::Hand, i18n::Words};

/// Every phrase.
pub struct HandWords {
    /// What the panel is about.
    pub title: fn(Hand) -> &'static str,
    /// The table is on its way.
    pub coming: &'static str,
    /// It did not come.
    pub missing: &'static str,
    /// The choice of a theme.
    pub theme: &'static str,
    /// Any.
    pub any: &'static str,
    /// The field of a sound or a rhyme group.
    pub sound: &'static str,
    /// Examples of it.
    pub sound_example: &'static str,
    /// How many characters are looked at.
    pub reach_label: &'static str,
    /// So many.
    pub reach: fn(usize) -> String,
    /// What the offers are, and what a press does.
    pub offers_hint: &'static str,
    /// There are none.
    pub no_offers: &'static str,
    /// There are none, and the poem is held to be old-style.
    pub no_offers_old_style: &'static str,
    /// Shows the rest.
    pub more: fn(usize) -> String,
    /// What the changes are, and what the keys do.
    pub mends_hint: &'static str,
    /// The line as it was.
    pub mend_back: &'static str,
    /// So many errors and warnings are left in the poem.
    pub left: fn(usize) -> String,
    /// The line has no faults.
    pub no_faults: &'static str,
    /// No small change mends it.
    pub no_mends: &'static str,
    /// What the lines are.
    pub like_hint: &'static str,
    /// There are none.
    pub no_lines: &'static str,
    /// What the list of quotations is about.
    pub quotations: &'static str,
    /// These words, each with its line, are in that poem.
    pub quotation: fn(&[(usize, String)], &str) -> String,
}

/// The phrases in the language that the page has now.
pub fn hand_words(words: Words) -> &'static HandWords {
    match words.language() {
        Language::Zh => &zh::WORDS,
        Language::Hant => &zh_hant::WORDS,
        Language::En => &en::WORDS,
    }
}

/// Where a line is from: 杜甫《春望》.
pub fn source(quote: &Quote) -> String {
    [&quote.author, "《", &quote.title, "》"].concat()
}
