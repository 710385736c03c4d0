//! The words of the course that are no lesson's own. They are fetched with it.

mod en;
mod zh;
mod zh_hant;

use verse::{Kind, Language, LineType, Tone, ToneClass};

use crate::i18n::Words;

/// Every phrase of the course.
pub struct Phrases {
    /// The course.
    pub course: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The lesson with this number.
    pub lesson: fn(usize) -> String,
    /// How much of a lesson is done: so many of so many things.
    pub state: fn(usize, usize) -> String,
    /// Goes on where one was: the lesson with this number and title.
    pub go_on: fn(usize, &str) -> String,
    /// So many lessons of so many are done.
    pub done: fn(usize, usize) -> String,
    /// Forgets the progress.
    pub reset: &'static str,
    /// Asks before that.
    pub reset_sure: &'static str,
    /// Does it.
    pub reset_yes: &'static str,
    /// Leaves it.
    pub reset_no: &'static str,
    /// It was done.
    pub reset_done: &'static str,
    /// Back to all lessons.
    pub all: &'static str,
    /// The ways to the lessons beside this one.
    pub ways: &'static str,
    /// To the lesson before, by its title.
    pub previous: fn(&str) -> String,
    /// To the next lesson, by its title.
    pub next: fn(&str) -> String,
    /// The heading of the things to do: this one of so many.
    pub thing: fn(usize, usize) -> String,
    /// Which exercise of how many.
    pub exercise: fn(usize, usize) -> String,
    /// It has been solved before.
    pub solved: &'static str,
    /// Another exercise.
    pub another: &'static str,
    /// Has the check look.
    pub check: &'static str,
    /// It is right.
    pub right: &'static str,
    /// So many characters have no mark yet.
    pub unmarked: fn(usize) -> String,
    /// How a character is read, and its class.
    pub reading: fn(&Reading) -> String,
    /// A character of the entering tone that sounds level in Mandarin.
    pub entering_hides: &'static str,
    /// It is not of the entering tone.
    pub not_entering: &'static str,
    /// What the place asks; `None` is either.
    pub asked: fn(Option<ToneClass>) -> &'static str,
    /// There is nothing here; look elsewhere.
    pub elsewhere: &'static str,
    /// The poet has this character.
    pub poets: fn(char) -> String,
    /// A character that is marked: the character and its mark.
    pub marked: fn(char, Option<ToneClass>) -> String,
    /// What is said of the characters that can be pressed.
    pub press: &'static str,
    /// What is said of what can be chosen.
    pub choose: &'static str,
    /// Why a line is of its type: the class at its second character of so many, and at its end.
    pub type_because: fn(Shape) -> String,
    /// What its second character and its end show, where another type was taken.
    pub type_hint: fn(Shape) -> String,
    /// A sort of verse.
    pub kind: fn(Kind) -> &'static str,
    /// Why it is of that sort.
    pub kind_because: fn(Kind) -> &'static str,
    /// What would tell, where another was taken.
    pub kind_hint: &'static str,
    /// Two characters of the same class of words.
    pub same_class: fn(char, char, &str) -> String,
    /// Two characters of different classes of words.
    pub other_class: fn([(char, &str); 2]) -> String,
    /// Moves a line up, by its text.
    pub up: fn(&str) -> String,
    /// Moves a line down, by its text.
    pub down: fn(&str) -> String,
    /// "up", for the eye.
    pub up_short: &'static str,
    /// "down", for the eye.
    pub down_short: &'static str,
    /// The line stands now at this place, by its text.
    pub moved: fn(&str, usize) -> String,
    /// The line of a pattern that is asked for.
    pub which_line: fn(usize) -> String,
    /// Why a line of a pattern is as it is.
    pub step: fn(&Step) -> String,
    /// The field for a line of one's own.
    pub own_line: fn(usize) -> String,
    /// The field for a quatrain of one's own.
    pub own_poem: &'static str,
    /// The line has so many characters and should have so many.
    pub length: fn(usize, usize) -> String,
    /// So many lines are there.
    pub lines_so_far: fn(usize) -> String,
    /// There are characters left to be found.
    pub blanks: &'static str,
    /// It is done: one's own quatrain.
    pub own_right: &'static str,
    /// A place of a lyric where a rhyme stands.
    pub rhymes_here: &'static str,
    /// The last character of a line (from 1), which can be marked as a rhyme.
    pub rhyme_mark: fn(usize, char) -> String,
    /// Which characters rhyme, and in which part of the book.
    pub rhymes_because: fn(&str, &str) -> String,
    /// Some lines are marked that do not rhyme, or the other way round; their readings follow.
    pub rhymes_hint: &'static str,
    /// The field for a lyric of one's own.
    pub own_lyric: &'static str,
    /// So many characters of it are there, of so many.
    pub lyric_so_far: fn(usize, usize) -> String,
    /// It is done.
    pub own_lyric_right: &'static str,
    /// Puts it into the editor.
    pub to_editor: &'static str,
    /// The poet's own line.
    pub poets_line: fn(&str) -> String,
    /// Who wrote lines of a poem: author, title, the first and the last of them.
    pub source: fn(&str, &str, (usize, usize)) -> String,
    /// The form, of a pattern.
    pub form: &'static str,
    /// The opening.
    pub opening: &'static str,
    /// The name of an opening.
    pub opening_name: fn(verse::Opening) -> &'static str,
    /// The name of a form.
    pub form_name: fn(verse::Form) -> &'static str,
    /// The next line.
    pub next_line: &'static str,
    /// The rest at once.
    pub all_lines: &'static str,
    /// From the start again.
    pub again: &'static str,
    /// The pattern is whole.
    pub pattern_whole: fn(&str) -> String,
    /// The pattern, for those who hear it: a line and its words.
    pub pattern_line: fn(usize, char, &str) -> String,
    /// The heads of the table of types: type, five, seven.
    pub types: [&'static str; 3],
    /// What the table is.
    pub types_label: &'static str,
    /// What the pattern builder is.
    pub builder: &'static str,
}

/// How a character is read.
pub struct Reading {
    /// The character.
    pub character: char,
    /// Its sound.
    pub pinyin: Option<&'static str>,
    /// Its tone.
    pub tone: Tone,
    /// Its group, with its number.
    pub group: String,
}

/// A line type in a length.
#[derive(Clone, Copy)]
pub struct Shape {
    /// The type.
    pub line_type: LineType,
    /// How many characters.
    pub width: usize,
}

impl Shape {
    /// The class of the second character, which is fixed in all types.
    pub fn second(self) -> ToneClass {
        let second = self.line_type.pattern(self.width).get(1);
        second.copied().flatten().unwrap_or(self.line_type.end())
    }

    /// Its pattern in words.
    pub fn pattern(self) -> String {
        self.line_type.pattern_text(self.width)
    }
}

/// What makes a line of a pattern what it is.
pub struct Step {
    /// The line, from 1.
    pub line: usize,
    /// The class of its second character.
    pub second: ToneClass,
    /// Its type.
    pub line_type: LineType,
}

/// The phrases in a language.
pub const fn in_language(language: Language) -> &'static Phrases {
    match language {
        Language::Zh => &zh::PHRASES,
        Language::Hant => &zh_hant::PHRASES,
        Language::En => &en::PHRASES,
    }
}

/// The phrases in the language that the page has now.
pub fn phrases(words: Words) -> &'static Phrases {
    in_language(words.language())
}
