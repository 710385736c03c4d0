//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use super::Phrases;
use crate::share::{
    card::{Cut, Direction, Shape},
    designs::Design,
    state::Said,
};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    about: "把詩寫在箋上送人，或把連結發出去。都在這台裝置上完成，什麼也不上傳。",
    back: "返回詩稿",
    card: "詩箋",
    card_of: "詩箋：",
    nothing: "還沒有詩。先回到詩稿寫一首。",
    too_long: "這首詩太長，一張詩箋寫不下：最多 40 句，每句 16 字。連結和文字仍可送出。",
    drawing: "正在取字……",
    lacking: |chars| {
        format!("箋上的字裡沒有「{chars}」，改用系統字型，在別的裝置上樣子會略有不同。")
    },
    not_fetched: "有些字沒能取到，暫用系統字型。請檢查網路再試。",
    again: "再試",
    design: "箋紙",
    design_name: |design| match design {
        Design::Plain => "素箋",
        Design::Birthday => "壽桃 · 生日",
        Design::Wedding => "囍 · 婚禮",
        Design::NewYear => "燈梅 · 新年",
        Design::Exam => "旭日 · 應考",
        Design::Retirement => "竹山 · 榮休",
    },
    direction: "行款",
    direction_name: |direction| match direction {
        Direction::Vertical => "豎排",
        Direction::Horizontal => "橫排",
    },
    shape: "尺寸",
    shape_name: |shape| match shape {
        Shape::Portrait => "豎幅",
        Shape::Landscape => "橫幅",
        Shape::Square => "方幅",
    },
    title: "題目",
    dedication: ["題贈", "如：祝母親六十壽辰"],
    signature: "落款",
    date: "日期",
    today: "寫上今天",
    date_of,
    seal: "印文",
    seal_hint: "一至四字；不寫就不蓋印。",
    cut: "刻法",
    cut_name: |cut| match cut {
        Cut::White => "白文（紅底白字）",
        Cut::Red => "朱文（紅字）",
    },
    take_card: "送詩箋",
    save_png: "存為 PNG 圖片",
    save_svg: "存為 SVG",
    print: "列印",
    copy_picture: "複製圖片",
    share_picture: "分享圖片",
    take_poem: "送文字",
    link: "連結",
    link_hint: "詩就在連結裡，不經過任何伺服器；誰拿到連結，誰就能讀到詩。",
    link_too_long: "這首詩太長，連結裝不下。請複製文字，或存為圖片。",
    copy_link: "複製連結",
    share_link: "分享連結",
    copy_text: "複製文字",
    copy_markdown: "複製 Markdown（帶平仄）",
    legend: "○ 平　● 仄　◐ 入聲　◎ 平韻　◉ 仄韻　？ 未收的字　□ 待填",
    said: |said| match said {
        Said::Saved => "已交給瀏覽器儲存。",
        Said::Copied => "已複製。",
        Said::Shared => "已送出。",
        Said::NotCopied => "瀏覽器沒讓本頁寫剪貼簿。文字可選中後複製，圖片可存為檔案。",
        Said::NoPicture => "圖片沒能畫成。請換一種尺寸再試，或存為 SVG。",
        Said::NotShared => "系統的分享面板沒有接受。請先存為圖片，或複製連結。",
    },
    arrived: "這首詩由連結帶來。",
    draft_kept: "你原來的稿子沒有丟，在版本裡。",
    other_draft: "它另開一稿，你原來的稿子在草稿裡。",
    other_book: |book| format!("它按「{}」寫成，韻書已換成這一種。", book.traditional()),
    own_book: "換回原來的韻書",
    broken: "這個連結不完整，讀不出詩來。請向送詩的人再要一次，整條複製。",
    newer: "這個連結是更新的版本寫的。請重新載入本頁再開啟它。",
    no_poem: "這個連結裡沒有可讀的詩，或者太長，沒有開啟。",
    file: "詩箋",
};

/// 二〇二六年十一月二十五日。
fn date_of(year: u32, month: u32, day: u32) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |number: u32| DIGITS[(number % 10) as usize];
    let year: String = year
        .to_string()
        .chars()
        .filter_map(|char| char.to_digit(10))
        .map(digit)
        .collect();
    let counted = |number: u32| {
        let mut text = String::new();
        if number >= 20 {
            text.push(digit(number / 10));
        }
        if number >= 10 {
            text.push('十');
        }
        if !number.is_multiple_of(10) {
            text.push(digit(number));
        }
        text
    };
    format!("{year}年{}月{}日", counted(month), counted(day))
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn a_date_is_written_in_characters() {
        assert_eq!(date_of(2026, 11, 25), "二〇二六年十一月二十五日");
        assert_eq!(date_of(2030, 10, 30), "二〇三〇年十月三十日");
        assert_eq!(date_of(1999, 1, 9), "一九九九年一月九日");
    }
}
