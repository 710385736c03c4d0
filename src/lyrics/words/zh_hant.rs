//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::ci::{CiRhyme, Form, FormSummary, RunnerUp};

use super::{LyricWords, differences, list};

/// 全部文字。
pub static WORDS: LyricWords = LyricWords {
    tag: "zh-Hant",
    choose: "選詞牌",
    search: "找詞牌：名稱、字數（33）、起句（6-6-5）、情調",
    found: |found, most| match found {
        0 => "沒有這樣的詞牌。換個名字，或只寫字數試試。".to_owned(),
        all if all > most => format!("共 {all} 個詞牌，常用的在前，先列 {most} 個。"),
        all => format!("共 {all} 個詞牌。"),
    },
    tune: |length, lyrics| format!("{length} 字 · 唐宋 {lyrics} 首"),
    also: |names| format!("又名 {}", names.join("、")),
    form_name: |number| format!("第 {number} 體"),
    form_of: |form: &Form| {
        let weak = if form.weak {
            "，例少，僅供參考"
        } else {
            ""
        };
        format!("{} 字 · {} 首{weak}", form.length(), form.lyrics)
    },
    form: |form: &FormSummary| {
        let based = format!(
            "第 {} 體，{} 字：據唐宋 {} 家 {} 首。",
            form.number, form.characters, form.poets, form.lyrics
        );
        let weak = if form.weak {
            "例少，所列平仄只供參考。"
        } else {
            ""
        };
        based + weak
    },
    rhyme: |at, rhyme: &CiRhyme| {
        let group = rhyme.group.map_or("韻部不一", |group| group);
        let lines = list(&rhyme.lines, "、");
        format!(
            "第 {} 韻：{group}{}，第 {lines} 句",
            at + 1,
            rhyme.class.traditional()
        )
    },
    parallel: |line, share| format!("第 {line}、{} 句，唐宋百首中約 {share} 首對仗。", line + 1),
    runner_up: |other: &RunnerUp, name| {
        let near = if other.near { "也像" } else { "其次是" };
        format!(
            "{near}{name}第 {} 體（{} 字，{} 首）{}",
            other.form.number,
            other.form.characters,
            other.form.lyrics,
            differences(&WORDS, &other.differences)
        )
    },
    more_lines: "多 # 句",
    fewer_lines: "少 # 句",
    other_lengths: "第 # 句字數不同",
    other_slots: "# 處平仄不同",
    other_rhymes: "第 # 句用韻不同",
    marks: ["：", "，", "。"],
    and: "、",
    take_form: "改按此體",
    find_form: "由吟窗辨體",
    no_lyric: "不是詞，按詩檢查",
    as_lyric: "按詞檢查",
    evidence: |[lyrics, level, oblique]| {
        format!("唐宋 {lyrics} 首，此處 {level} 首用平，{oblique} 首用仄")
    },
    either: "，其餘 # 首之字平仄兩讀",
    rhymes_here: |lyrics, rhymes| format!("句末 {lyrics} 首中有 {rhymes} 首押韻。"),
};
