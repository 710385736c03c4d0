//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::{Form, Opening};

use super::Words;
use crate::desk::Hand;

/// 全部文字。
pub static WORDS: Words = Words {
    lock: "鎖定",
    unlock: "解鎖",
    lock_broken: |lost| format!("鎖定的「{lost}」被改動了。"),
    lock_undo: "改回",
    lock_leave: "不再鎖定",
    mends: "怎樣改",
    in_books: "各韻書的讀法",
    traditional: "繁體",
    between: "；",
    fitting: "可用的字",
    fitting_hint: "換上去不添新的毛病，常用的在前；點一個就換上。",
    hand: |hand| match hand {
        Hand::Offers => "詩人的字詞",
        Hand::Mends => "改這一句",
        Hand::Like => "類似的詩句",
    },
    none_fits: "沒有找到合適的常用字。可以先改別處。",
    pattern: "格式",
    form_label: "體裁",
    form: |form| Form::traditional(form).to_owned(),
    opening_label: "起句",
    opening: Opening::traditional,
    found: "隨詩而定",
    acrostic: "藏頭",
    acrostic_example: "生日快樂",
    acrostic_write: "寫入並鎖定",
};
