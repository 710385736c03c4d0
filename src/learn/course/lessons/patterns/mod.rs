//! Lesson 4: the sixteen patterns, built before the reader's eyes.

mod en;
mod zh;
mod zh_hant;

use verse::{Form, Opening, ToneClass};

use crate::learn::course::{
    lesson::{
        Block::{Builder, Words},
        Lesson,
    },
    task::Task,
};

const fn pattern(form: Form, second: ToneClass, rhymes: bool) -> Task {
    Task::Pattern(form, Opening { second, rhymes })
}

use Form::{FiveOctave, FiveQuatrain, SevenOctave, SevenQuatrain};
use ToneClass::{Level, Oblique};

/// All sixteen, quatrains first.
const PATTERNS: &[Task] = &[
    pattern(FiveQuatrain, Oblique, false),
    pattern(SevenQuatrain, Level, true),
    pattern(FiveQuatrain, Level, false),
    pattern(SevenQuatrain, Oblique, true),
    pattern(FiveQuatrain, Oblique, true),
    pattern(SevenQuatrain, Level, false),
    pattern(FiveQuatrain, Level, true),
    pattern(SevenQuatrain, Oblique, false),
    pattern(FiveOctave, Oblique, false),
    pattern(SevenOctave, Level, true),
    pattern(FiveOctave, Level, false),
    pattern(SevenOctave, Oblique, true),
    pattern(FiveOctave, Oblique, true),
    pattern(SevenOctave, Level, false),
    pattern(FiveOctave, Level, true),
    pattern(SevenOctave, Oblique, false),
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "patterns",
    blocks: &[Words, Words, Words, Builder, Words],
    things: &[PATTERNS],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
