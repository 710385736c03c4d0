//! The words of what is only seen in the room of learning. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::{Form, Language, RhymeGroup};

use crate::i18n::Words;

/// Every phrase of the room that the page's own table does not have.
pub struct Learn {
    /// The room.
    pub heading: &'static str,
    /// The library.
    pub library: &'static str,
    /// What it is.
    pub library_hint: &'static str,
    /// The field to search in.
    pub search: &'static str,
    /// What can be typed there.
    pub search_example: &'static str,
    /// The form.
    pub form: &'static str,
    /// The name of a form.
    pub form_name: fn(Form) -> &'static str,
    /// The rhyme group.
    pub group: &'static str,
    /// The name of a rhyme group of 平水韵, with its number.
    pub group_name: fn(RhymeGroup) -> String,
    /// The author.
    pub author: &'static str,
    /// What a poem shows.
    pub shows: &'static str,
    /// Any of them.
    pub any: &'static str,
    /// One of them, and how many poems there are.
    pub so_many: fn(&str, usize) -> String,
    /// It keeps every rule.
    pub clean: &'static str,
    /// Its only fault is that adhesion is lost between its couplets.
    pub broken_waist: &'static str,
    /// It rhymes in an oblique group.
    pub oblique_rhymed: &'static str,
    /// So many poems are found, of so many.
    pub count: fn(usize, usize) -> String,
    /// So many are not listed yet.
    pub more: fn(usize) -> String,
    /// Nothing is found, and what to do.
    pub none: &'static str,
    /// Takes all conditions back.
    pub reset: &'static str,
    /// What pressing a poem does.
    pub list_label: &'static str,
}

/// The phrases in the language that the page has now.
pub fn learn(words: Words) -> &'static Learn {
    match words.language() {
        Language::Zh => &zh::LEARN,
        Language::Hant => &zh_hant::LEARN,
        Language::En => &en::LEARN,
    }
}
