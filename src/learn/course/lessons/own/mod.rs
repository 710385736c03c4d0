//! Lesson 10: one's own first quatrain.

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

/// 枫桥夜泊.
const MAPLE: Verse = Verse::of("tang-068", 1, 4);

/// Finish a quatrain of the Tang.
const LAST: &[Task] = &[
    Task::Line(Verse::of("tang-002", 1, 4), 4), // 登鹳雀楼
    Task::Line(Verse::of("tang-017", 1, 4), 4), // 宿建德江
    Task::Line(Verse::of("tang-040", 1, 4), 4), // 早发白帝城
    Task::Line(Verse::of("tang-068", 1, 4), 4), // 枫桥夜泊
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "own",
    blocks: &[Words, Shown(MAPLE), Words, Words, Words],
    things: &[LAST, &[Task::Quatrain]],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
