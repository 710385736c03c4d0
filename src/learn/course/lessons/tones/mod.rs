//! Lesson 1: the four tones, level and oblique, the entering tone.

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

/// 登鹳雀楼.
const TOWER: Verse = Verse::of("tang-002", 1, 4);

/// Mark the tones.
const TONES: &[Task] = &[
    Task::Tones(Verse::of("tang-002", 1, 1), 1), // 白日依山尽
    Task::Tones(Verse::of("tang-004", 1, 1), 1), // 红豆生南国
    Task::Tones(Verse::of("tang-117", 1, 1), 1), // 国破山河在
    Task::Tones(Verse::of("tang-068", 1, 1), 1), // 月落乌啼霜满天
    Task::Tones(Verse::of("tang-040", 1, 1), 1), // 朝辞白帝彩云间
    Task::Tones(Verse::of("qian-103", 1, 1), 1), // 清明时节雨纷纷
    Task::Tones(Verse::of("qian-091", 1, 1), 1), // 爆竹声中一岁除
];

/// Press a character of the entering tone.
const ENTERING: &[Task] = &[
    Task::Entering(Verse::of("tang-089", 3, 4)), // 明月松间照，清泉石上流
    Task::Entering(Verse::of("tang-040", 1, 2)), // 朝辞白帝彩云间，千里江陵一日还
    Task::Entering(Verse::of("qian-100", 1, 2)), // 两个黄鹂鸣翠柳，一行白鹭上青天
    Task::Entering(Verse::of("tang-033", 1, 2)), // 独在异乡为异客，每逢佳节倍思亲
    Task::Entering(Verse::of("tang-102", 1, 2)), // 青山横北郭，白水绕东城
    Task::Entering(Verse::of("tang-055", 3, 4)), // 天阶夜色凉如水，卧看牵牛织女星
];

/// The lesson.
pub static LESSON: Lesson = Lesson {
    id: "tones",
    blocks: &[Words, Words, Words, Words, Shown(TOWER), Words],
    things: &[TONES, ENTERING],
    zh: &zh::TEXT,
    hant: &zh_hant::TEXT,
    en: &en::TEXT,
};
