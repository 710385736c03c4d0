//! 简体中文。

use verse::ci::{CiRhyme, Form, FormSummary, RunnerUp};

use super::{LyricWords, differences, list};

/// 全部文字。
pub static WORDS: LyricWords = LyricWords {
    tag: "zh-Hans",
    choose: "选词牌",
    search: "找词牌：名称、字数（33）、起句（6-6-5）、情调",
    found: |found, most| match found {
        0 => "没有这样的词牌。换个名字，或只写字数试试。".to_owned(),
        all if all > most => format!("共 {all} 个词牌，常用的在前，先列 {most} 个。"),
        all => format!("共 {all} 个词牌。"),
    },
    tune: |length, lyrics| format!("{length} 字 · 唐宋 {lyrics} 首"),
    also: |names| format!("又名 {}", names.join("、")),
    form_name: |number| format!("第 {number} 体"),
    form_of: |form: &Form| {
        let weak = if form.weak {
            "，例少，仅供参考"
        } else {
            ""
        };
        format!("{} 字 · {} 首{weak}", form.length(), form.lyrics)
    },
    form: |form: &FormSummary| {
        let based = format!(
            "第 {} 体，{} 字：据唐宋 {} 家 {} 首。",
            form.number, form.characters, form.poets, form.lyrics
        );
        let weak = if form.weak {
            "例少，所列平仄只供参考。"
        } else {
            ""
        };
        based + weak
    },
    rhyme: |at, rhyme: &CiRhyme| {
        let group = rhyme.group.map_or("韵部不一", |group| group);
        let lines = list(&rhyme.lines, "、");
        format!(
            "第 {} 韵：{group}{}，第 {lines} 句",
            at + 1,
            rhyme.class.chinese()
        )
    },
    parallel: |line, share| format!("第 {line}、{} 句，唐宋百首中约 {share} 首对仗。", line + 1),
    runner_up: |other: &RunnerUp, name| {
        let near = if other.near { "也像" } else { "其次是" };
        format!(
            "{near}{name}第 {} 体（{} 字，{} 首）{}",
            other.form.number,
            other.form.characters,
            other.form.lyrics,
            differences(&WORDS, &other.differences)
        )
    },
    more_lines: "多 # 句",
    fewer_lines: "少 # 句",
    other_lengths: "第 # 句字数不同",
    other_slots: "# 处平仄不同",
    other_rhymes: "第 # 句用韵不同",
    marks: ["：", "，", "。"],
    and: "、",
    take_form: "改按此体",
    find_form: "由吟窗辨体",
    no_lyric: "不是词，按诗检查",
    as_lyric: "按词检查",
    evidence: |[lyrics, level, oblique]| {
        format!("唐宋 {lyrics} 首，此处 {level} 首用平，{oblique} 首用仄")
    },
    either: "，其余 # 首之字平仄两读",
    rhymes_here: |lyrics, rhymes| format!("句末 {lyrics} 首中有 {rhymes} 首押韵。"),
};
