//! The words about lyrics. They are fetched with them.

mod en;
mod zh;
mod zh_hant;

use verse::{
    Language,
    ci::{CiRhyme, Differences, Form, FormSummary, RunnerUp},
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
    /// So many (`#`) more lines than the form of the text.
    pub more_lines: &'static str,
    /// So many fewer.
    pub fewer_lines: &'static str,
    /// These lines have another length.
    pub other_lengths: &'static str,
    /// So many places have another tone.
    pub other_slots: &'static str,
    /// These lines rhyme otherwise.
    pub other_rhymes: &'static str,
    /// What stands before a list of differences, between them, and at the end.
    pub marks: [&'static str; 3],
    /// What stands between the numbers of lines.
    pub and: &'static str,
    /// Writes to the next best form.
    pub take_form: &'static str,
    /// Lets the form be found again.
    pub find_form: &'static str,
    /// Says that the text is no lyric.
    pub no_lyric: &'static str,
    /// Takes that back.
    pub as_lyric: &'static str,
    /// What the poets have at a place: of so many lyrics so many a level character and so many an oblique one.
    pub evidence: fn([u16; 3]) -> String,
    /// The characters of the others (`#`) may be either.
    pub either: &'static str,
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

/// What the poets have at a place, as a sentence.
pub fn evidence(words: &LyricWords, own: &Evidence) -> String {
    let mut text = (words.evidence)([own.lyrics, own.level, own.oblique]);
    let either = own.lyrics.saturating_sub(own.level + own.oblique);
    if either > 0 {
        text += &put(words.either, &either.to_string());
    }
    text + words.marks[2]
}

/// How the next best form differs from that of the text, to the end of the sentence that names it.
fn differences(words: &LyricWords, own: &Differences) -> String {
    let [before, between, end] = words.marks;
    let lines = if own.lines > 0 {
        words.more_lines
    } else {
        words.fewer_lines
    };
    let list = |numbers: &[usize]| list(numbers, words.and);
    let count = |count: usize| count.to_string();
    let parts = [
        (own.lines != 0, lines, count(own.lines.unsigned_abs())),
        (
            !own.lengths.is_empty(),
            words.other_lengths,
            list(&own.lengths),
        ),
        (
            !own.slots.is_empty(),
            words.other_slots,
            count(own.slots.len()),
        ),
        (
            !own.rhymes.is_empty(),
            words.other_rhymes,
            list(&own.rhymes),
        ),
    ];
    let said = parts.into_iter().filter(|(is, ..)| *is);
    let said: Vec<String> = said
        .map(|(_, phrase, number)| put(phrase, &number))
        .collect();
    if said.is_empty() {
        return end.to_owned();
    }
    [before, &said.join(between), end].concat()
}

/// A phrase with what stands in the place of `#`.
fn put(phrase: &str, number: &str) -> String {
    phrase.replace('#', number)
}

/// Lines or places, as a list.
fn list(numbers: &[usize], between: &str) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    words.join(between)
}
