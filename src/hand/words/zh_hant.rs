//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use super::HandWords;
use crate::desk::Hand;

/// 全部文字。
pub static WORDS: HandWords = HandWords {
    title: |hand| match hand {
        Hand::Offers => "詩人的字詞",
        Hand::Mends => "改這一句",
        Hand::Like => "類似的詩句",
    },
    coming: "正在取來字詞表，只取這一次。",
    missing: "字詞表沒有取到。請看看網路，再取一次。",
    theme: "題材",
    any: "不限",
    sound: "讀音或韻部",
    sound_example: "如 feng，或：東",
    reach_label: "換幾個字",
    reach: |count| match count {
        1 => "一字".to_owned(),
        2 => "兩字".to_owned(),
        _ => "三字".to_owned(),
    },
    offers_hint: "唐宋詩人會用在這裡的，合律，也不添新的毛病；點一個就換上。",
    no_offers: "沒有找到合適的。可以放寬題材或讀音，或者先改別處。",
    no_offers_old_style: "這首詩不合近體的格式，這裡說不出要什麼字。先選定體裁，或先改出一兩句合律的。",
    more: |rest| format!("再看 {rest} 個"),
    mends_hint: "改得最少的在前。按數字鍵試用，按 0 還原。",
    mend_back: "還原",
    left: |left| match left {
        0 => "全詩合律".to_owned(),
        left => format!("全詩還剩 {left} 處"),
    },
    no_faults: "這一句沒有要改的。",
    no_mends: "只換一兩個字改不好這一句，可以換一句來寫。",
    like_hint: "標出的字與這一句相同。",
    no_lines: "沒有找到類似的詩句。可以換一個題材。",
    quotations: "前人詩句",
    quotation: |words, source| {
        let words: String = words
            .iter()
            .map(|(_, words)| format!("「{words}」"))
            .collect();
        format!("{words}見於{source}。")
    },
};
