//! Lesson 6: the lone level, and how a line rescues itself.

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

/// 野老曝背: 百岁老翁不种田.
const OLD_MAN: Verse = Verse::of("more-2", 1, 1);
/// 夜宿山寺: 恐惊天上人.
const TEMPLE: Verse = Verse::of("more-1", 3, 4);

/// Press the lone level.
const LONE: &[Task] = &[
    Task::Fault(Verse::of("more-2", 1, 2), "lone-level"),
    Task::Fault(Verse::of("tang-002", 1, 2).with(2, 1, '大'), "lone-level"), // 大河入海流
    Task::Fault(Verse::of("tang-089", 3, 4).with(4, 1, '碧'), "lone-level"), // 碧泉石上流
    Task::Fault(Verse::of("tang-055", 1, 2).with(1, 3, '月'), "lone-level"), // 银烛月光冷画屏
    Task::Fault(Verse::of("more-1", 3, 4).with(4, 3, '月'), "lone-level"),   // 恐惊月上人
];

/// Choose what keeps the line from it.
const KEPT: &[Task] = &[
    Task::Fill(Verse::of("more-1", 3, 4), (4, 3), "月殿斗"), // 恐惊天上人
    Task::Fill(Verse::of("tang-002", 1, 2), (2, 1), "大九渡"), // 黄河入海流
    Task::Fill(Verse::of("tang-089", 3, 4), (4, 1), "碧细玉"), // 清泉石上流
    Task::Fill(Verse::of("qian-108", 3, 4), (4, 5), "绿细弱"), // 吹面不寒杨柳风
    Task::Fill(Verse::of("qian-025", 1, 2), (2, 3), "草木叶"), // 上林花满枝
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "lone-level",
    blocks: &[
        Words,
        Rule("lone-level"),
        Shown(OLD_MAN),
        Words,
        Rule("lone-level-rescue"),
        Shown(TEMPLE),
        Words,
    ],
    things: &[LONE, KEPT],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
