//! 简体中文。

use verse::{DecidedBy, Form, Opening, ToneClass};

use super::Words;
use crate::desk::Hand;

/// 全部文字。
pub static WORDS: Words = Words {
    lock: "锁定",
    unlock: "解锁",
    lock_broken: |lost| format!("锁定的“{lost}”被改动了。"),
    lock_undo: "改回",
    lock_leave: "不再锁定",
    mends: "怎样改",
    in_books: "各韵书的读法",
    traditional: "繁体",
    between: "；",
    fitting: "可用的字",
    fitting_hint: "换上去不添新的毛病，常用的在前；点一个就换上。",
    hand: |hand| match hand {
        Hand::Offers => "诗人的字词",
        Hand::Mends => "改这一句",
        Hand::Like => "类似的诗句",
    },
    none_fits: "没有找到合适的常用字。可以先改别处。",
    pattern: "格式",
    form_label: "体裁",
    form: |form| Form::chinese(form).to_owned(),
    opening_label: "起句",
    opening: Opening::chinese,
    found: "随诗而定",
    acrostic: "藏头",
    acrostic_example: "生日快乐",
    acrostic_write: "写入并锁定",
    read_as: "读作",
    because: "依据",
    decided_by: |by| match by {
        DecidedBy::Only => "平仄只有这一种",
        DecidedBy::Slot => "这个位置的格律",
        DecidedBy::Rhyme => "押韵",
        DecidedBy::Phrase => "所在的词",
        DecidedBy::Usage => "诗人的常用读法",
        DecidedBy::Pin => "你的指定",
        DecidedBy::Unknown => "韵书里没有这个字",
    },
    place_allows: "此处",
    slot_asks: |class| match class {
        Some(ToneClass::Level) => "应平",
        Some(ToneClass::Oblique) => "应仄",
        None => "平仄都可以",
    },
    otherwise: "，否则：",
    other_readings: "别的读法，点选即定",
    unpin: "不再指定",
};
