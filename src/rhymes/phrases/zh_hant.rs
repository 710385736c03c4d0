//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use super::Phrases;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    about: "四種韻書，隨查隨用。常用的字在前，多少依唐宋詩統計。",
    search: "查字、查音",
    search_example: "樓，或 lou、lóu、lou2",
    book: "韻書",
    traditional: "繁體字",
    part_of_old_book: ["上平聲", "下平聲", "上聲", "去聲", "入聲"],
    part_of_other_book: ["平聲", "仄聲", "入聲"],
    all_groups: "回到全部韻部",
    nothing: "沒有找到。可以輸入一個漢字，或拼音，如 lou。",
    count: |count| format!("{count} 字"),
    seldom: |count| format!("再看 {count} 個少用的字"),
    seldom_title: "少用的字",
    has_others: "還有別的讀法",
    often: |count| match count {
        0 => "唐宋詩裡未見".to_owned(),
        count => format!("唐宋詩裡約 {count} 次"),
    },
    in_no_book: "韻書裡沒有這個字。",
    copy: "複製",
    copied: "已複製",
    put: |line, place| format!("放到第 {line} 句第 {place} 字"),
    put_hint: "在詩稿裡點一個字，再回到這裡，就能把查到的字換上去。",
    rare: "罕",
};
