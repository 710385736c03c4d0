//! Lesson 2: the four line types.

mod en;
mod zh;
mod zh_hant;

use crate::learn::course::{
    lesson::{
        Block::{Rule, Types, Verse as Shown, Words},
        Lesson,
    },
    task::Task,
    verse::Verse,
};

/// 登鹳雀楼: each of its lines is of another type.
const TOWER: Verse = Verse::of("tang-002", 1, 4);
/// 早发白帝城.
const BAIDI: Verse = Verse::of("tang-040", 1, 4);

/// Name the type.
const TYPES: &[Task] = &[
    Task::Type(Verse::of("tang-117", 1, 1), 1), // 国破山河在
    Task::Type(Verse::of("tang-089", 2, 2), 2), // 天气晚来秋
    Task::Type(Verse::of("tang-089", 3, 3), 3), // 明月松间照
    Task::Type(Verse::of("tang-117", 2, 2), 2), // 城春草木深
    Task::Type(Verse::of("tang-017", 2, 2), 2), // 日暮客愁新
    Task::Type(Verse::of("tang-040", 3, 3), 3), // 两岸猿声啼不住
    Task::Type(Verse::of("tang-055", 2, 2), 2), // 轻罗小扇扑流萤
    Task::Type(Verse::of("tang-068", 1, 1), 1), // 月落乌啼霜满天
    Task::Type(Verse::of("qian-100", 1, 1), 1), // 两个黄鹂鸣翠柳
];

/// Press what is out of tune.
const WRONG: &[Task] = &[
    Task::Fault(Verse::of("tang-002", 3, 4).with(3, 2, '上'), "tone"), // 欲上千里目
    Task::Fault(Verse::of("tang-017", 3, 4).with(3, 2, '空'), "tone"), // 野空天低树
    Task::Fault(Verse::of("tang-068", 3, 4).with(4, 4, '鼓'), "tone"), // 夜半钟鼓到客船
    Task::Fault(Verse::of("tang-040", 3, 4).with(3, 4, '语'), "tone"), // 两岸猿语啼不住
    Task::Fault(Verse::of("tang-117", 1, 2).with(2, 4, '花'), "tone"), // 城春草花深
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "line-types",
    blocks: &[
        Words,
        Types,
        Words,
        Words,
        Shown(TOWER),
        Words,
        Shown(BAIDI),
        Words,
        Words,
        Rule("tone"),
    ],
    things: &[TYPES, WRONG],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
