//! Lesson 7: deviations and rescues.

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

/// 赋得古原草送别: 野火烧不尽，春风吹又生.
const GRASS: Verse = Verse::of("tang-095", 3, 4);
/// 天末怀李白: 鸿雁几时到，江湖秋水多.
const GEESE: Verse = Verse::of("tang-115", 3, 4);
/// 月夜: 遥怜小儿女.
const MOON: Verse = Verse::of("tang-116", 3, 4);
/// 咸阳城东楼: 溪云初起日沉阁，山雨欲来风满楼.
const STORM: Verse = Verse::of("more-3", 3, 4);

/// Press what deviates.
const DEVIATES: &[Task] = &[
    Task::Fault(Verse::of("tang-013", 1, 2), "major-deviation-rescued"), // 向晚意不适
    Task::Fault(Verse::of("tang-095", 3, 4), "major-deviation-rescued"), // 野火烧不尽
    Task::Fault(Verse::of("qian-106", 3, 4), "major-deviation-rescued"), // 南朝四百八十寺
    Task::Fault(Verse::of("tang-282", 3, 4), "minor-deviation-rescued"), // 劝君更尽一杯酒
    Task::Fault(Verse::of("tang-039", 3, 4), "minor-deviation-rescued"), // 孤帆远影碧空尽
    Task::Fault(Verse::of("tang-115", 1, 2), "crossed-tail"),            // 凉风起天末
    Task::Fault(Verse::of("tang-049", 3, 4), "crossed-tail"),            // 正是江南好风景
];

/// Choose the rescue.
const RESCUES: &[Task] = &[
    Task::Fill(Verse::of("tang-095", 3, 4), (4, 3), "起送绿"), // 春风吹又生
    Task::Fill(Verse::of("tang-013", 1, 2), (2, 3), "上去出"), // 驱车登古原
    Task::Fill(Verse::of("qian-106", 3, 4), (4, 5), "细暮夜"), // 多少楼台烟雨中
    Task::Fill(Verse::of("tang-110", 1, 2), (2, 3), "又岂不"), // 青山空复情
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "rescues",
    blocks: &[
        Words,
        Rule("major-deviation-rescued"),
        Shown(GRASS),
        Words,
        Rule("minor-deviation"),
        Shown(GEESE),
        Words,
        Rule("crossed-tail"),
        Shown(MOON),
        Words,
        Shown(STORM),
    ],
    things: &[DEVIATES, RESCUES],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
