//! The words of what is looked at while writing. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::{DecidedBy, Form, Language, Opening, ToneClass};

use crate::{desk::Hand, i18n};

/// Every phrase of it that the page's own table does not have.
pub struct Words {
    /// Locks a character.
    pub lock: &'static str,
    /// Lets go of it.
    pub unlock: &'static str,
    /// These locked characters are gone.
    pub lock_broken: fn(&str) -> String,
    /// Puts back what stood there.
    pub lock_undo: &'static str,
    /// Leaves it so.
    pub lock_leave: &'static str,
    /// Before what would mend a finding.
    pub mends: &'static str,
    /// What all books say.
    pub in_books: &'static str,
    /// Traditional forms.
    pub traditional: &'static str,
    /// Between two readings.
    pub between: &'static str,
    /// Characters that fit.
    pub fitting: &'static str,
    /// What they are, and what a press does.
    pub fitting_hint: &'static str,
    /// What is at hand.
    pub hand: fn(Hand) -> &'static str,
    /// There are none.
    pub none_fits: &'static str,
    /// The choice of the pattern.
    pub pattern: &'static str,
    /// The form.
    pub form_label: &'static str,
    /// The name of a form.
    pub form: fn(Form) -> String,
    /// The opening.
    pub opening_label: &'static str,
    /// The name of an opening.
    pub opening: fn(Opening) -> &'static str,
    /// It is found from what is written.
    pub found: &'static str,
    /// The acrostic.
    pub acrostic: &'static str,
    /// An example of one.
    pub acrostic_example: &'static str,
    /// Writes it and locks it.
    pub acrostic_write: &'static str,
    /// How a character is read.
    pub read_as: &'static str,
    /// What decided it.
    pub because: &'static str,
    /// What decided it, in words.
    pub decided_by: fn(DecidedBy) -> &'static str,
    /// What the place asks.
    pub place_allows: &'static str,
    /// What the place asks, in words; `None` is either.
    pub slot_asks: fn(Option<ToneClass>) -> &'static str,
    /// Before what the other class would bring.
    pub otherwise: &'static str,
    /// Readings that were not taken; a press fixes one.
    pub other_readings: &'static str,
    /// Leaves a reading to the check again.
    pub unpin: &'static str,
}

/// The phrases in the language that the page has now.
pub fn words(words: i18n::Words) -> &'static Words {
    match words.language() {
        Language::Zh => &zh::WORDS,
        Language::Hant => &zh_hant::WORDS,
        Language::En => &en::WORDS,
    }
}
