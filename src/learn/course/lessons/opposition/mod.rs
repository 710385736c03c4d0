//! Lesson 3: opposition within a couplet, adhesion between two.

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

/// 登鹳雀楼.
const TOWER: Verse = Verse::of("tang-002", 1, 4);
/// 渭城曲.
const WEICHENG: Verse = Verse::of("tang-282", 1, 4);

/// Put lines in order.
const ORDER: &[Task] = &[
    Task::Order("tang-002", [4, 3, 2]), // 登鹳雀楼
    Task::Order("tang-040", [3, 4, 2]), // 早发白帝城
    Task::Order("tang-068", [4, 2, 3]), // 枫桥夜泊
    Task::Order("tang-017", [3, 4, 2]), // 宿建德江
    Task::Order("tang-034", [4, 3, 2]), // 凉州词
];

/// Press where adhesion is lost.
const LOST: &[Task] = &[
    Task::Fault(Verse::of("tang-061", 1, 4), "adhesion"), // 滁州西涧
    Task::Fault(Verse::of("qian-039", 1, 4), "adhesion"), // 答人
    Task::Fault(Verse::of("tang-050", 1, 4), "adhesion"), // 赠别
    Task::Fault(Verse::of("tang-183", 1, 4), "adhesion"), // 咏怀古迹·其二
    Task::Fault(Verse::of("tang-211", 1, 4), "adhesion"), // 赠阙下裴舍人
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "opposition",
    blocks: &[
        Words,
        Rule("opposition"),
        Words,
        Shown(TOWER),
        Words,
        Rule("adhesion"),
        Words,
        Shown(WEICHENG),
    ],
    things: &[ORDER, LOST],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
