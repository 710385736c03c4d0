//! What a lesson is made of.

use verse::Language;

use super::{task::Task, verse::Verse};

/// A lesson.
pub struct Lesson {
    /// What progress is kept by.
    pub id: &'static str,
    /// What stands in it, in order.
    pub blocks: &'static [Block],
    /// What there is to do: of each thing several exercises.
    pub things: &'static [&'static [Task]],
    /// Its words in simplified Chinese.
    pub zh: &'static Text,
    /// Its words in traditional Chinese.
    pub hant: &'static Text,
    /// Its words in English.
    pub en: &'static Text,
}

/// A piece of a lesson.
#[derive(Clone, Copy, Debug)]
pub enum Block {
    /// The next paragraph of the words.
    Words,
    /// Verse with its marks.
    Verse(Verse),
    /// A rule, as the rules' own table explains it.
    Rule(&'static str),
    /// The table of the four line types.
    Types,
    /// The patterns, built step by step.
    Builder,
}

/// The words of a lesson in a language.
pub struct Text {
    /// What it is called.
    pub title: &'static str,
    /// What it is about, in a line.
    pub about: &'static str,
    /// Its paragraphs.
    pub words: &'static [&'static str],
    /// What is to be done, a sentence or two for each thing.
    pub things: &'static [&'static str],
}

impl Lesson {
    /// The words in a language.
    pub const fn text(&self, language: Language) -> &'static Text {
        match language {
            Language::Zh => self.zh,
            Language::Hant => self.hant,
            Language::En => self.en,
        }
    }

    /// Whether it speaks of lyrics, and so needs what knows of them.
    pub fn has_lyrics(&self) -> bool {
        let is_lyric = |block: &Block| matches!(block, Block::Verse(verse) if verse.is_lyric());
        self.blocks.iter().any(is_lyric)
    }

    /// What an exercise is kept by.
    pub fn exercise_id(&self, task: Task) -> String {
        [self.id, ".", &task.id()].concat()
    }

    /// How many of its things have been done: one exercise of each is enough.
    pub fn done(&self, is_solved: impl Fn(&str) -> bool) -> usize {
        let is_done =
            |thing: &&&[Task]| thing.iter().any(|task| is_solved(&self.exercise_id(*task)));
        self.things.iter().filter(is_done).count()
    }
}
