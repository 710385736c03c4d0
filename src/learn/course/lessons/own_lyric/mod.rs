//! Lesson 12: a lyric of one's own.

mod en;
mod zh;
mod zh_hant;

use crate::learn::course::{
    lesson::{
        Block::{Verse as Shown, Words},
        Lesson,
    },
    task::Task,
    verse::Verse,
};

/// 如梦令: 常记溪亭日暮.
const PAVILION: Verse = Verse::of("ci-1", 1, 7);
/// 如梦令: 昨夜雨疏风骤.
const NIGHT: Verse = Verse::of("ci-2", 1, 7);

/// Write a line that is missing.
const LINE: &[Task] = &[
    Task::Line(PAVILION, 2), // 沉醉不知归路
    Task::Line(PAVILION, 4), // 误入藕花深处
    Task::Line(PAVILION, 7), // 惊起一滩鸥鹭
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "own-lyric",
    blocks: &[Words, Shown(NIGHT), Words, Words, Words],
    things: &[LINE, &[Task::Lyric]],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
