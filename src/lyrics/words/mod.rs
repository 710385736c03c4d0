//! The words about lyrics. They are fetched with them.

mod en;
mod zh;
mod zh_hant;

use verse::{
    Language,
    ci::{CiRhyme, Form, FormSummary, RunnerUp},
};

use super::evidence::Evidence;
use crate::i18n::Words;

/// Every phrase.
pub struct LyricWords {
    /// The script of names and notes, as a tag of a language.
    pub tag: &'static str,
    /// What the panel is for.
    pub choose: &'static str,
    /// What can be looked for.
    pub search: &'static str,
    /// How many tunes were found, and how many are shown at most.
    pub found: fn(usize, usize) -> String,
    /// How many characters a tune's commonest form has, and how many lyrics there are.
    pub tune: fn(usize, u32) -> String,
    /// Other names of a tune.
    pub also: fn(&[&str]) -> String,
    /// A form by its number.
    pub form_name: fn(usize) -> String,
    /// What a form rests on, in the choice.
    pub form_of: fn(&Form) -> String,
    /// What the form of the text rests on.
    pub form: fn(&FormSummary) -> String,
    /// One of several rhymes, by its place in their order.
    pub rhyme: fn(usize, &CiRhyme) -> String,
    /// A line that is parallel with the next in so many of a hundred lyrics.
    pub parallel: fn(usize, u8) -> String,
    /// The next best form, and the name of its tune where that is another.
    pub runner_up: fn(&RunnerUp, &str) -> String,
    /// Writes to the next best form.
    pub take_form: &'static str,
    /// Lets the form be found again.
    pub find_form: &'static str,
    /// Says that the text is no lyric.
    pub no_lyric: &'static str,
    /// Takes that back.
    pub as_lyric: &'static str,
    /// What the poets have at a place.
    pub evidence: fn(&Evidence) -> String,
    /// Of so many lyrics so many rhyme here.
    pub rhymes_here: fn(u16, u16) -> String,
}

/// The phrases in the language that the page has now.
pub fn lyric_words(words: Words) -> &'static LyricWords {
    words_in(words.language())
}

/// The phrases in a language.
pub const fn words_in(language: Language) -> &'static LyricWords {
    match language {
        Language::Zh => &zh::WORDS,
        Language::Hant => &zh_hant::WORDS,
        Language::En => &en::WORDS,
    }
}

/// A name in the script of a language.
pub fn in_script<'a>(language: Language, simplified: &'a str, traditional: &'a str) -> &'a str {
    match language {
        Language::Hant => traditional,
        Language::Zh | Language::En => simplified,
    }
}

/// What is said of a tune, which the table has in simplified script, in that of a language.
pub fn note_in(language: Language, note: &str) -> String {
    match language {
        Language::Hant => verse::traditional(note),
        Language::Zh | Language::En => note.to_owned(),
    }
}

/// Lines or places, as a list.
fn list(numbers: &[usize], between: &str) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    words.join(between)
}
