//! The words of composing: one file a language, one field a phrase.

mod en;
mod zh;
mod zh_hant;

use verse::Language;

use super::{budget::Limit, phase::Phase};
use crate::{
    i18n::{Strings, Words},
    keep::wish::Field,
};

/// Every phrase.
pub struct Phrases {
    /// The panel of the view "compose".
    pub compose_label: &'static str,
    /// The form of the brief.
    pub brief_form: &'static str,
    /// What it is for.
    pub brief_occasion: &'static str,
    /// It is for nothing in particular.
    pub brief_no_occasion: &'static str,
    /// What a field of the brief is called, and an example.
    pub brief_field: fn(Field) -> (&'static str, &'static str),
    /// The fields that are not shown at first.
    pub brief_more: &'static str,
    /// The opening.
    pub brief_opening: &'static str,
    /// Any opening.
    pub brief_any_opening: &'static str,
    /// What choosing a rhyme book in the brief does.
    pub brief_book_hint: &'static str,
    /// The rhyme group.
    pub brief_group: &'static str,
    /// Any group.
    pub brief_any_group: &'static str,
    /// So many lines.
    pub brief_lines: fn(usize) -> String,
    /// The budget in one line: rounds, tokens, seconds.
    pub budget: fn([u64; 3]) -> String,
    /// What the budget does.
    pub budget_hint: &'static str,
    /// So much of so much is used.
    pub budget_used: fn(u64, u64) -> String,
    /// What stands in a field of the budget is no amount.
    pub budget_bad: fn(Limit) -> String,
    /// The poem rhymes in another group than this one, which was chosen.
    pub other_group: fn(&str) -> String,
    /// The poem is to be in traditional script.
    pub brief_traditional: &'static str,
    /// What should be changed in the poem.
    pub polish: &'static str,
    /// An example of that.
    pub polish_example: &'static str,
    /// Has it changed.
    pub polish_start: &'static str,
    /// What happens to the poem that is there.
    pub polish_hint: &'static str,
    /// Which form of a tune is asked for, and how many characters it has.
    pub tune_form: fn(usize, usize) -> String,
    /// The table of tunes is on its way.
    pub tune_coming: &'static str,
    /// There is no such tune.
    pub tune_unknown: &'static str,
    /// Begins a run.
    pub compose_start: &'static str,
    /// What the button says while something is missing.
    pub to_settings: &'static str,
    /// Stops it.
    pub compose_stop: &'static str,
    /// The person has changed the text amid the run.
    pub yielded: &'static str,
    /// What the model thinks.
    pub thoughts: &'static str,
    /// What is going on, in a round.
    pub phase: fn(&Phase, u32) -> String,
    /// So many tokens.
    pub tokens: fn(u64) -> String,
    /// A round, and the lines that are rewritten.
    pub round: fn(u32, &[usize]) -> String,
}

/// The phrases in the language that the page has now.
pub fn phrases(words: Words) -> &'static Phrases {
    phrases_of(words.get())
}

/// The phrases in the language of others.
pub fn phrases_of(strings: &Strings) -> &'static Phrases {
    match strings.spoken {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}
