//! Lesson 11: what a lyric (词) is.

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

/// 如梦令: 常记溪亭日暮.
const PAVILION: Verse = Verse::of("ci-1", 1, 7);
/// 如梦令: 昨夜雨疏风骤.
const NIGHT: Verse = Verse::of("ci-2", 1, 7);
/// 忆江南: 江南好.
const SOUTH: Verse = Verse::of("ci-3", 1, 5);
/// 卜算子·咏梅: rising and departing rhyme together.
const PLUM: Verse = Verse::of("ci-4", 1, 8);
/// 忆秦娥: entering rhymes.
const FLUTE: Verse = Verse::of("ci-5", 1, 10);
/// 菩萨蛮: four rhymes.
const WOODS: Verse = Verse::of("ci-6", 1, 8);
/// 浣溪沙: 山下兰芽短浸溪.
const STREAM: Verse = Verse::of("ci-7", 1, 6);

/// Mark the lines that rhyme.
const RHYMES: &[Task] = &[
    Task::Rhymes(NIGHT),
    Task::Rhymes(SOUTH),
    Task::Rhymes(PLUM),
    Task::Rhymes(STREAM),
];

/// Press the character that breaks its place.
const BROKEN: &[Task] = &[
    Task::Fault(PAVILION.with(3, 5, '棹'), "ci-tone"), // 兴尽晚回棹
    Task::Fault(PAVILION.with(2, 4, '见'), "ci-tone"), // 沉醉不见归路
    Task::Fault(NIGHT.with(7, 6, '减'), "ci-off-rhyme"), // 应是绿肥红减
    Task::Fault(PAVILION.with(7, 4, '岸'), "ci-tone"), // 惊起一岸鸥鹭
    Task::Fault(SOUTH.with(4, 7, '烟'), "ci-off-rhyme"), // 春来江水绿如烟
];

/// Choose the rhyme.
const FILL: &[Task] = &[
    Task::Fill(PAVILION, (4, 6), "里山夜"), // 误入藕花深处
    Task::Fill(NIGHT, (7, 6), "淡香雪"),    // 应是绿肥红瘦
    Task::Fill(SOUTH, (4, 7), "天染云"),    // 春来江水绿如蓝
    Task::Fill(PLUM, (8, 5), "旧昔来"),     // 只有香如故
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "lyric",
    blocks: &[
        Words,
        Shown(PAVILION),
        Words,
        Rule("ci-tone"),
        Words,
        Shown(PLUM),
        Words,
        Shown(FLUTE),
        Rule("ci-off-rhyme"),
        Words,
        Shown(WOODS),
    ],
    things: &[RHYMES, BROKEN, FILL],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
