//! 简体中文。

use verse::{Kind, Language, Report, RhymeBook, Severity, Tone, ToneClass};

use super::{Strings, dotted, list, simplified as script};
use crate::{
    view::View,
    write::{rhyme_name::numbered_in, sheet::LineModel},
};

/// 全部文字。
pub static STRINGS: Strings = Strings {
    tag: "zh-Hans",
    spoken: Language::Zh,
    own_name: "简体中文",
    brand: "吟窗",
    nav_label: "主导航",
    nav: |view| match view {
        View::Write => "写作",
        View::Compose => "作诗",
        View::Learn => "学诗",
        View::Rhymes => "韵书",
        View::Drafts => "诗稿",
        View::Settings => "设置",
        View::Share => "送出",
    },
    not_kept: "浏览器没有让本页保存：空间已满，或禁止了存储。文字还在页面上，请复制留存，再清理空间或允许存储。",
    set_aside: "上次保存的内容有一部分读不出来。原样留在浏览器里，另存了名字，没有删除。",
    too_long: "要放进来的文字超过四十万字，不会是一首诗，所以没有放进来；原来的文字没有变。请选出要检查的部分再贴。",
    not_fetched: "这一页的其余部分没能取到。请检查网络再试；若本站刚更新过，请重新载入本页，诗稿不会丢。",
    fetch_again: "再试",
    coming: "正在取来……",
    skip: "跳到正文",
    put_away: "知道了",
    sheet_label: "诗稿",
    welcome: "写一首近体诗，格律随写随查。一切都在这台设备上完成；只有请模型作诗时，你写的要求和诗稿才会发给你选定的模型。",
    write_own: "写自己的诗",
    celebrate: "为人贺一首",
    field_label: "文字",
    field_placeholder: "在这里写诗，或把诗粘贴进来",
    marked_label: "逐字标注",
    sheet_empty: "写下第一句，平仄就标在这里。",
    lines_hidden: |count| format!("后面还有 {count} 句，没有画出；检查照常。"),
    form_line,
    pinyin: "拼音",
    pinyin_long: "在字上标拼音",
    vertical: "竖排",
    fill: "按格填写",
    tunes: "词牌",
    copy: "复制",
    copied: "已复制",
    not_copied: "没能复制",
    clear: "另起一首",
    line_label,
    locked: |characters| format!("锁定：{characters}。"),
    verdict_label: "判语",
    summary,
    verdict_form,
    verdict_rhyme,
    types: "句式",
    rhyme: "用韵",
    severity: |severity| match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Note => "说明",
        Severity::Rescue => "拗救",
        Severity::Advice => "建议",
    },
    severity_sign: |severity| match severity {
        Severity::Error => "误",
        Severity::Warning => "警",
        Severity::Note => "注",
        Severity::Rescue => "救",
        Severity::Advice => "议",
    },
    place: |line, chars| match chars {
        [] => line.to_string(),
        chars => format!("{line}·{}", list(chars, " ")),
    },
    findings_label: "逐条",
    findings_hidden: |count| format!("还有 {count} 条，没有列出。"),
    pick_label: "逐字查看：用方向键移动",
    tone: |tone| match tone {
        Tone::Level => "平声",
        Tone::Rising => "上声",
        Tone::Departing => "去声",
        Tone::Entering => "入声",
    },
    close: "关闭",
    book: "韵书",
    book_name: RhymeBook::chinese,
    advice: "建议",
};

fn verdict_form(report: &Report) -> String {
    let form = script(report.form.unwrap_or_default());
    let opening = script(report.opening.unwrap_or_default());
    match report.kind {
        _ if report.lines.is_empty() => "还没有诗句".to_owned(),
        Kind::Regulated => dotted(&[&form, &opening, &open(report.open_places())]),
        Kind::ObliqueRhymed => dotted(&[&form, "仄韵", &open(report.open_places())]),
        Kind::OldStyle => dotted(&["古体", &format!("{} 句", report.lines.len())]),
        Kind::Malformed => format!("{} 句，还不成体", report.lines.len()),
        Kind::Ci => dotted(&["词", &form, &open(report.open_places())]),
    }
}

/// How many characters are still to be found.
fn open(places: usize) -> String {
    match places {
        0 => String::new(),
        places => format!("还空 {places} 字"),
    }
}

fn rhyme(report: &Report) -> String {
    let rhyme = report.rhyme.as_ref();
    rhyme
        .map(|rhyme| numbered_in(Language::Zh, report.book, rhyme.group, rhyme.class))
        .unwrap_or_default()
}

fn verdict_rhyme(report: &Report) -> String {
    let Some(found) = &report.rhyme else {
        return "—".to_owned();
    };
    let class = if found.class == ToneClass::Oblique {
        "仄韵"
    } else {
        ""
    };
    dotted(&[&rhyme(report), class, report.book.chinese()])
}

fn form_line(report: &Report) -> String {
    if report.lines.is_empty() {
        return String::new();
    }
    dotted(&[&verdict_form(report), &rhyme(report), report.book.chinese()])
}

fn summary(report: &Report) -> String {
    if report.lines.is_empty() {
        return verdict_form(report);
    }
    let (errors, warnings) = (
        report.count(Severity::Error),
        report.count(Severity::Warning),
    );
    let verdict = match (report.kind, errors, warnings) {
        (Kind::OldStyle, ..) => "不按近体格律检查".to_owned(),
        (_, 0, 0) if report.open_places() > 0 => String::new(),
        (_, 0, 0) => "合律".to_owned(),
        (_, errors, 0) => format!("{errors} 处错误"),
        (_, 0, warnings) => format!("{warnings} 处警告"),
        (_, errors, warnings) => format!("{errors} 处错误，{warnings} 处警告"),
    };
    dotted(&[&verdict_form(report), &verdict])
}

fn line_label(line: &LineModel) -> String {
    let kind = line
        .letter
        .map(|letter| match letter {
            'A'..='z' => format!("，{letter} 式"),
            rhyme => format!("，韵{rhyme}"),
        })
        .unwrap_or_default();
    let findings = if line.findings.is_empty() {
        "。".to_owned()
    } else {
        format!("：{}", line.findings.join(""))
    };
    let text = dotted(&[&line.text, &open(line.open)]);
    format!("第 {} 句，{text}{kind}{findings}", line.number)
}
