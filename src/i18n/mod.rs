//! The words of the page: one file a language, one field a phrase. The compiler sees to it that no
//! language lacks one.
//!
//! A table of `&str` and functions, and no library: with two languages, leptos_i18n 0.6 added
//! 23 KB (gzip) to a page of 33, which is more than a first visit may still grow. Traditional Chinese is
//! made from simplified by a library when the words are written, not when the page runs: `tools/hant`.

pub mod en;
mod zh;
mod zh_hant;

use verse::{Language, Report, RhymeBook, Severity, Tone};

use crate::{ui::Worked, view::View, write::sheet::LineModel};

/// Every phrase of the page.
pub struct Strings {
    /// The tag of the language, for `lang`.
    pub tag: &'static str,
    /// The language.
    pub spoken: Language,
    /// The language's name for itself.
    pub own_name: &'static str,
    /// The name of the page.
    pub brand: &'static str,
    /// The bar.
    pub nav_label: &'static str,
    /// The name of a view.
    pub nav: fn(View) -> &'static str,
    /// Nothing can be kept.
    pub not_kept: &'static str,
    /// Something unreadable was kept aside.
    pub set_aside: &'static str,
    /// What was to come into the field is too long.
    pub too_long: &'static str,
    /// Part of the page could not be fetched.
    pub not_fetched: &'static str,
    /// Tries that again.
    pub fetch_again: &'static str,
    /// A part of the page is on its way.
    pub coming: &'static str,
    /// Leads past the bar.
    pub skip: &'static str,
    /// Puts a notice away.
    pub put_away: &'static str,
    /// The paper.
    pub sheet_label: &'static str,
    /// What this is, and what leaves the device.
    pub welcome: &'static str,
    /// One way on.
    pub write_own: &'static str,
    /// The other way on.
    pub celebrate: &'static str,
    /// The text field.
    pub field_label: &'static str,
    /// What stands in it while it is empty.
    pub field_placeholder: &'static str,
    /// The marked sheet.
    pub marked_label: &'static str,
    /// The sheet without a line.
    pub sheet_empty: &'static str,
    /// So many lines are not drawn.
    pub lines_hidden: fn(usize) -> String,
    /// Form, opening, rhyme and book in one line.
    pub form_line: fn(&Report) -> String,
    /// Pinyin, in one word.
    pub pinyin: &'static str,
    /// Pinyin, as a choice.
    pub pinyin_long: &'static str,
    /// From top to bottom.
    pub vertical: &'static str,
    /// Writing into the pattern.
    pub fill: &'static str,
    /// The way to the tunes of lyrics.
    pub tunes: &'static str,
    /// Copies the text.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It was not.
    pub not_copied: &'static str,
    /// Clears the sheet.
    pub clear: &'static str,
    /// What a screen reader says of a line.
    pub line_label: fn(&LineModel) -> String,
    /// What is added to it where characters are locked.
    pub locked: fn(&str) -> String,
    /// The verdict.
    pub verdict_label: &'static str,
    /// The verdict in one line.
    pub summary: fn(&Report) -> String,
    /// Form and opening.
    pub verdict_form: fn(&Report) -> String,
    /// Rhyme and book.
    pub verdict_rhyme: fn(&Report) -> String,
    /// Line types.
    pub types: &'static str,
    /// Rhyme.
    pub rhyme: &'static str,
    /// The name of a severity.
    pub severity: fn(Severity) -> &'static str,
    /// Its sign before a finding.
    pub severity_sign: fn(Severity) -> &'static str,
    /// Where a finding stands, in short.
    pub place: fn(usize, &[usize]) -> String,
    /// The findings.
    pub findings_label: &'static str,
    /// So many findings are not listed.
    pub findings_hidden: fn(usize) -> String,
    /// What a screen reader says of picking characters.
    pub pick_label: &'static str,
    /// A tone.
    pub tone: fn(Tone) -> &'static str,
    /// Closes the look at a character.
    pub close: &'static str,
    /// The rhyme book.
    pub book: &'static str,
    /// The name of a rhyme book.
    pub book_name: fn(RhymeBook) -> &'static str,
    /// The advice that is wanted.
    pub advice: &'static str,
}

/// The phrases of a language.
pub const fn strings(language: Language) -> &'static Strings {
    match language {
        Language::Zh => &zh::STRINGS,
        Language::Hant => &zh_hant::STRINGS,
        Language::En => &en::STRINGS,
    }
}

/// The phrases of the language that the page has now.
#[derive(Clone, Copy)]
pub struct Words(Worked<Language>);

impl Words {
    /// The phrases of `language`, whatever it is at the time.
    pub fn new(language: Worked<Language>) -> Self {
        Self(language)
    }

    /// The language.
    pub fn language(self) -> Language {
        self.0.get()
    }

    /// All phrases.
    pub fn get(self) -> &'static Strings {
        strings(self.language())
    }

    /// One phrase, in the language of the time. (A function pointer, so that all phrases share one
    /// compiled form.)
    pub fn say(
        self,
        pick: fn(&'static Strings) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || pick(self.get())
    }
}

/// What the engine says in simplified script, in a page in that script.
pub fn simplified(text: &str) -> String {
    text.to_owned()
}

/// The same in a page in traditional script.
pub fn traditional(text: &str) -> String {
    verse::traditional(text)
}

/// Numbers with a mark between them.
pub fn list(numbers: &[usize], between: &str) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.join(between)
}

/// The parts that are not empty, with a middle dot between them.
pub fn dotted(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}
