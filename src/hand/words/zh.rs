//! 简体中文。

use super::HandWords;
use crate::desk::Hand;

/// 全部文字。
pub static WORDS: HandWords = HandWords {
    title: |hand| match hand {
        Hand::Offers => "诗人的字词",
        Hand::Mends => "改这一句",
        Hand::Like => "类似的诗句",
    },
    coming: "正在取来字词表，只取这一次。",
    missing: "字词表没有取到。请看看网络，再取一次。",
    theme: "题材",
    any: "不限",
    sound: "读音或韵部",
    sound_example: "如 feng，或：东",
    reach_label: "换几个字",
    reach: |count| match count {
        1 => "一字".to_owned(),
        2 => "两字".to_owned(),
        _ => "三字".to_owned(),
    },
    offers_hint: "唐宋诗人会用在这里的，合律，也不添新的毛病；点一个就换上。",
    no_offers: "没有找到合适的。可以放宽题材或读音，或者先改别处。",
    no_offers_old_style: "这首诗不合近体的格式，这里说不出要什么字。先选定体裁，或先改出一两句合律的。",
    more: |rest| format!("再看 {rest} 个"),
    mends_hint: "改得最少的在前。按数字键试用，按 0 还原。",
    mend_back: "还原",
    left: |left| match left {
        0 => "全诗合律".to_owned(),
        left => format!("全诗还剩 {left} 处"),
    },
    no_faults: "这一句没有要改的。",
    no_mends: "只换一两个字改不好这一句，可以换一句来写。",
    like_hint: "标出的字与这一句相同。",
    no_lines: "没有找到类似的诗句。可以换一个题材。",
    quotations: "前人诗句",
    quotation: |words, source| {
        let words: String = words
            .iter()
            .map(|(_, words)| format!("“{words}”"))
            .collect();
        format!("{words}见于{source}。")
    },
};
