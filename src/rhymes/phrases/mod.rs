//! The words of this room. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::Language;

use crate::i18n::Words;

/// Every phrase of the room.
pub struct Phrases {
    /// What the room is for.
    pub about: &'static str,
    /// The field to search in.
    pub search: &'static str,
    /// What may be typed there.
    pub search_example: &'static str,
    /// Which book.
    pub book: &'static str,
    /// Traditional characters.
    pub traditional: &'static str,
    /// The groups of a tone, by its number from 0: level in two halves, rising, departing, entering.
    pub part_of_old_book: [&'static str; 5],
    /// Level, oblique, entering groups of the other books.
    pub part_of_other_book: [&'static str; 3],
    /// Back to all groups.
    pub all_groups: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// So many characters.
    pub count: fn(usize) -> String,
    /// Shows the seldom ones, so many.
    pub seldom: fn(usize) -> String,
    /// What stands over them.
    pub seldom_title: &'static str,
    /// A character that also has readings elsewhere.
    pub has_others: &'static str,
    /// About how often verse has a character.
    pub often: fn(u32) -> String,
    /// No book has it.
    pub in_no_book: &'static str,
    /// Copies a character.
    pub copy: &'static str,
    /// It has been copied.
    pub copied: &'static str,
    /// Puts it into the poem, by line and place from 1.
    pub put: fn(usize, usize) -> String,
    /// How to be able to do that.
    pub put_hint: &'static str,
    /// A seldom reading.
    pub rare: &'static str,
}

/// The phrases in the language that the page has now.
pub fn phrases(words: Words) -> &'static Phrases {
    match words.language() {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
