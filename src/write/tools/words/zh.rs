//! 简体中文。

use verse::{Form, Opening};

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
};
