//! Lesson 5: rhyme.

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

/// 泊秦淮: 沙, 家 and 花 are of one group.
const QINHUAI: Verse = Verse::of("tang-058", 1, 4);
/// 清明.
const QINGMING: Verse = Verse::of("qian-103", 1, 4);

/// Choose the rhyme.
const RHYMES: &[Task] = &[
    Task::Fill(Verse::of("tang-002", 1, 4), (4, 5), "山台阁"), // 更上一层楼
    Task::Fill(Verse::of("tang-017", 1, 4), (4, 5), "家鹭舟"), // 江清月近人
    Task::Fill(Verse::of("tang-034", 1, 4), (4, 7), "还人日"), // 古来征战几人回
    Task::Fill(Verse::of("tang-046", 1, 4), (2, 7), "河竹潭"), // 巴山夜雨涨秋池
    Task::Fill(Verse::of("tang-040", 1, 4), (4, 7), "峰岭川"), // 轻舟已过万重山
    Task::Fill(Verse::of("tang-055", 1, 4), (4, 7), "辰月云"), // 卧看牵牛织女星
];

/// Press the rhyme that is off.
const OFF: &[Task] = &[
    Task::Fault(Verse::of("tang-002", 1, 4).with(4, 5, '台'), "off-rhyme"), // 更上一层台
    Task::Fault(Verse::of("tang-068", 1, 4).with(4, 7, '舟'), "off-rhyme"), // 夜半钟声到客舟
    Task::Fault(Verse::of("tang-058", 1, 4).with(2, 7, '楼'), "off-rhyme"), // 夜泊秦淮近酒楼
    Task::Fault(Verse::of("tang-055", 1, 4).with(4, 7, '辰'), "off-rhyme"), // 卧看牵牛织女辰
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "rhyme",
    blocks: &[
        Words,
        Words,
        Shown(QINHUAI),
        Rule("off-rhyme"),
        Words,
        Shown(QINGMING),
        Rule("borrowed-rhyme"),
    ],
    things: &[RHYMES, OFF],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
