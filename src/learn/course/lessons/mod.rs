//! The lessons, one a folder: what stands in it, and its words in each language.

mod antithesis;
mod line_types;
mod lone_level;
mod lyric;
mod old_style;
mod opposition;
mod own;
mod own_lyric;
mod patterns;
mod rescues;
mod rhyme;
mod tones;

#[cfg(test)]
mod tests;

use super::lesson::Lesson;

/// All lessons, in order.
pub static LESSONS: [&Lesson; 12] = [
    &tones::LESSON,
    &line_types::LESSON,
    &opposition::LESSON,
    &patterns::LESSON,
    &rhyme::LESSON,
    &lone_level::LESSON,
    &rescues::LESSON,
    &antithesis::LESSON,
    &old_style::LESSON,
    &own::LESSON,
    &lyric::LESSON,
    &own_lyric::LESSON,
];
