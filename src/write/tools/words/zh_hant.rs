//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::{DecidedBy, Form, Opening, ToneClass};

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
    read_as: "讀作",
    because: "依據",
    decided_by: |by| match by {
        DecidedBy::Only => "平仄只有這一種",
        DecidedBy::Slot => "這個位置的格律",
        DecidedBy::Rhyme => "押韻",
        DecidedBy::Phrase => "所在的詞",
        DecidedBy::Usage => "詩人的常用讀法",
        DecidedBy::Pin => "你的指定",
        DecidedBy::Unknown => "韻書裡沒有這個字",
    },
    place_allows: "此處",
    slot_asks: |class| match class {
        Some(ToneClass::Level) => "應平",
        Some(ToneClass::Oblique) => "應仄",
        None => "平仄都可以",
    },
    otherwise: "，否則：",
    other_readings: "別的讀法，點選即定",
    unpin: "不再指定",
};
