//! 简体中文。

use super::Phrases;
use crate::share::{
    card::{Cut, Direction, Shape},
    designs::Design,
    state::Said,
};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    about: "把诗写在笺上送人，或把链接发出去。都在这台设备上完成，什么也不上传。",
    back: "返回诗稿",
    card: "诗笺",
    card_of: "诗笺：",
    nothing: "还没有诗。先回到诗稿写一首。",
    too_long: "这首诗太长，一张诗笺写不下：最多 40 句，每句 16 字。链接和文字仍可送出。",
    drawing: "正在取字……",
    lacking: |chars| format!("笺上的字里没有“{chars}”，改用系统字体，在别的设备上样子会略有不同。"),
    not_fetched: "有些字没能取到，暂用系统字体。请检查网络再试。",
    again: "再试",
    design: "笺纸",
    design_name: |design| match design {
        Design::Plain => "素笺",
        Design::Birthday => "寿桃 · 生日",
        Design::Wedding => "囍 · 婚礼",
        Design::NewYear => "灯梅 · 新年",
        Design::Exam => "旭日 · 应考",
        Design::Retirement => "竹山 · 荣休",
    },
    direction: "行款",
    direction_name: |direction| match direction {
        Direction::Vertical => "竖排",
        Direction::Horizontal => "横排",
    },
    shape: "尺寸",
    shape_name: |shape| match shape {
        Shape::Portrait => "竖幅",
        Shape::Landscape => "横幅",
        Shape::Square => "方幅",
    },
    title: "题目",
    dedication: ["题赠", "如：祝母亲六十寿辰"],
    signature: "落款",
    date: "日期",
    today: "写上今天",
    date_of,
    seal: "印文",
    seal_hint: "一至四字；不写就不盖印。",
    cut: "刻法",
    cut_name: |cut| match cut {
        Cut::White => "白文（红底白字）",
        Cut::Red => "朱文（红字）",
    },
    take_card: "送诗笺",
    save_png: "存为 PNG 图片",
    save_svg: "存为 SVG",
    print: "打印",
    copy_picture: "复制图片",
    share_picture: "分享图片",
    take_poem: "送文字",
    link: "链接",
    link_hint: "诗就在链接里，不经过任何服务器；谁拿到链接，谁就能读到诗。",
    link_too_long: "这首诗太长，链接装不下。请复制文字，或存为图片。",
    copy_link: "复制链接",
    share_link: "分享链接",
    copy_text: "复制文字",
    copy_markdown: "复制 Markdown（带平仄）",
    legend: "○ 平　● 仄　◐ 入声　◎ 平韵　◉ 仄韵　？ 未收的字　□ 待填",
    said: |said| match said {
        Said::Saved => "已交给浏览器保存。",
        Said::Copied => "已复制。",
        Said::Shared => "已送出。",
        Said::NotCopied => "浏览器没让本页写剪贴板。文字可选中后复制，图片可存为文件。",
        Said::NoPicture => "图片没能画成。请换一种尺寸再试，或存为 SVG。",
        Said::NotShared => "系统的分享面板没有接受。请先存为图片，或复制链接。",
    },
    arrived: "这首诗由链接带来。",
    draft_kept: "你原来的稿子没有丢，在版本里。",
    other_draft: "它另开一稿，你原来的稿子在草稿里。",
    other_book: |book| format!("它按“{}”写成，韵书已换成这一种。", book.chinese()),
    own_book: "换回原来的韵书",
    broken: "这个链接不完整，读不出诗来。请向送诗的人再要一次，整条复制。",
    newer: "这个链接是更新的版本写的。请重新载入本页再打开它。",
    no_poem: "这个链接里没有可读的诗，或者太长，没有打开。",
    file: "诗笺",
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
