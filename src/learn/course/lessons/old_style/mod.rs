//! Lesson 9: old-style verse beside regulated verse, and the oblique-rhymed quatrain between them.

mod en;
mod zh;
mod zh_hant;

use crate::learn::course::{
    lesson::{
        Block::{Rule, Verse as Shown, Words},
        Lesson,
    },
    task::Task,
    verse::Verse,
};

/// 静夜思.
const THOUGHTS: Verse = Verse::of("tang-011", 1, 4);
/// 江雪.
const SNOW: Verse = Verse::of("tang-020", 1, 4);

/// Say what it is.
const KINDS: &[Task] = &[
    Task::Kind(Verse::of("tang-004", 1, 4)), // 相思
    Task::Kind(Verse::of("more-4", 1, 4)),   // 悯农
    Task::Kind(Verse::of("tang-018", 1, 4)), // 春晓
    Task::Kind(Verse::of("tang-017", 1, 4)), // 宿建德江
    Task::Kind(Verse::of("tang-310", 1, 4)), // 金缕衣
    Task::Kind(Verse::of("tang-020", 1, 4)), // 江雪
    Task::Kind(Verse::of("tang-068", 1, 4)), // 枫桥夜泊
    Task::Kind(Verse::of("tang-011", 1, 4)), // 静夜思
];

/// Press the three-level tail, a mark of old-style verse.
const TAILS: &[Task] = &[
    Task::Fault(Verse::of("tang-022", 1, 2), "three-level-tail"), // 积雪浮云端
    Task::Fault(Verse::of("tang-202", 3, 4), "three-level-tail"), // 白云千载空悠悠
    Task::Fault(Verse::of("tang-140", 5, 6), "three-level-tail"), // 潭影空人心
    Task::Fault(Verse::of("tang-027", 1, 2), "three-level-tail"), // 静听松风寒
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "old-style",
    blocks: &[
        Words,
        Shown(THOUGHTS),
        Words,
        Words,
        Rule("three-level-tail"),
        Words,
        Shown(SNOW),
        Words,
    ],
    things: &[KINDS, TAILS],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
