//! Lesson 8: antithesis.

mod en;
mod zh;
mod zh_hant;

use verse::antithesis::Category::{Adjective, Colour, Direction, Land, Number, Plant, Sky, Verb};

use crate::learn::course::{
    lesson::{
        Block::{Verse as Shown, Words},
        Lesson,
    },
    task::Task,
    verse::Verse,
};

/// 绝句: 两个黄鹂鸣翠柳，一行白鹭上青天.
const ORIOLES: Verse = Verse::of("qian-100", 1, 4);
/// 登高: 无边落木萧萧下，不尽长江滚滚来.
const CLIMBING: Verse = Verse::of("tang-190", 3, 4);
/// 山居秋暝: 明月松间照，清泉石上流.
const MOON: Verse = Verse::of("tang-089", 3, 4);

/// Choose the word that answers.
const ANSWERS: &[Task] = &[
    // 两个黄鹂鸣翠柳，一行白鹭上青天
    Task::Answer(
        Verse::of("qian-100", 1, 2),
        (2, 3),
        Colour,
        &[('野', Land), ('飞', Verb), ('白', Colour), ('双', Number)],
    ),
    // 明月松间照，清泉石上流
    Task::Answer(
        Verse::of("tang-089", 3, 4),
        (4, 4),
        Direction,
        &[
            ('上', Direction),
            ('边', Direction),
            ('水', Land),
            ('冷', Adjective),
        ],
    ),
    // 星垂平野阔，月涌大江流
    Task::Answer(
        Verse::of("tang-112", 3, 4),
        (4, 1),
        Sky,
        &[('水', Land), ('月', Sky), ('独', Number), ('一', Number)],
    ),
    // 窗含西岭千秋雪，门泊东吴万里船
    Task::Answer(
        Verse::of("qian-100", 3, 4),
        (4, 5),
        Number,
        &[
            ('远', Adjective),
            ('海', Land),
            ('江', Land),
            ('万', Number),
        ],
    ),
    // 感时花溅泪，恨别鸟惊心
    Task::Answer(
        Verse::of("tang-117", 3, 4),
        (4, 4),
        Verb,
        &[
            ('孤', Number),
            ('惊', Verb),
            ('坐', Verb),
            ('寒', Adjective),
        ],
    ),
    // 月下飞天镜，云生结海楼
    Task::Answer(
        Verse::of("tang-101", 5, 6),
        (6, 1),
        Sky,
        &[('花', Plant), ('波', Land), ('一', Number), ('云', Sky)],
    ),
];

/// Write the line that answers.
const LINES: &[Task] = &[
    Task::Line(Verse::of("tang-002", 1, 2), 2), // 白日依山尽
    Task::Line(Verse::of("tang-089", 3, 4), 4), // 明月松间照
    Task::Line(Verse::of("tang-112", 3, 4), 4), // 星垂平野阔
    Task::Line(Verse::of("qian-100", 1, 2), 2), // 两个黄鹂鸣翠柳
    Task::Line(Verse::of("tang-101", 3, 4), 4), // 山随平野尽
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "antithesis",
    blocks: &[
        Words,
        Shown(ORIOLES),
        Words,
        Words,
        Shown(CLIMBING),
        Words,
        Shown(MOON),
        Words,
    ],
    things: &[ANSWERS, LINES],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
