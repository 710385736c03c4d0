//! 简体中文。

use super::Phrases;

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    about: "四种韵书，随查随用。常用的字在前，多少依唐宋诗统计。",
    search: "查字、查音",
    search_example: "楼，或 lou、lóu、lou2",
    book: "韵书",
    traditional: "繁体字",
    part_of_old_book: ["上平声", "下平声", "上声", "去声", "入声"],
    part_of_other_book: ["平声", "仄声", "入声"],
    all_groups: "回到全部韵部",
    nothing: "没有找到。可以输入一个汉字，或拼音，如 lou。",
    count: |count| format!("{count} 字"),
    seldom: |count| format!("再看 {count} 个少用的字"),
    seldom_title: "少用的字",
    has_others: "还有别的读法",
    often: |count| match count {
        0 => "唐宋诗里未见".to_owned(),
        count => format!("唐宋诗里约 {count} 次"),
    },
    in_no_book: "韵书里没有这个字。",
    copy: "复制",
    copied: "已复制",
    put: |line, place| format!("放到第 {line} 句第 {place} 字"),
    put_hint: "在诗稿里点一个字，再回到这里，就能把查到的字换上去。",
    rare: "罕",
};
