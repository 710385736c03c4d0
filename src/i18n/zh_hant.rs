//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::{Kind, Language, Report, RhymeBook, Severity, Tone, ToneClass};

use super::{Strings, dotted, list, traditional as script};
use crate::{
    view::View,
    write::{rhyme_name::numbered_in, sheet::LineModel},
};

/// 全部文字。
pub static STRINGS: Strings = Strings {
    tag: "zh-Hant",
    spoken: Language::Hant,
    own_name: "繁體中文",
    brand: "吟窗",
    nav_label: "主導航",
    nav: |view| match view {
        View::Write => "寫作",
        View::Compose => "作詩",
        View::Learn => "學詩",
        View::Rhymes => "韻書",
        View::Drafts => "詩稿",
        View::Settings => "設定",
        View::Share => "送出",
    },
    not_kept: "瀏覽器沒有讓本頁儲存：空間已滿，或禁止了儲存。文字還在頁面上，請複製留存，再清理空間或允許儲存。",
    set_aside: "上次儲存的內容有一部分讀不出來。原樣留在瀏覽器裡，另存了名字，沒有刪除。",
    too_long: "要放進來的文字超過四十萬字，不會是一首詩，所以沒有放進來；原來的文字沒有變。請選出要檢查的部分再貼。",
    not_fetched: "這一頁的其餘部分沒能取到。請檢查網路再試；若本站剛更新過，請重新載入本頁，詩稿不會丟。",
    fetch_again: "再試",
    coming: "正在取來……",
    skip: "跳到正文",
    put_away: "知道了",
    sheet_label: "詩稿",
    welcome: "寫一首近體詩，格律隨寫隨查。一切都在這台裝置上完成；只有請模型作詩時，你寫的要求和詩稿才會發給你選定的模型。",
    write_own: "寫自己的詩",
    celebrate: "為人賀一首",
    field_label: "文字",
    field_placeholder: "在這裡寫詩，或把詩貼上進來",
    marked_label: "逐字標註",
    sheet_empty: "寫下第一句，平仄就標在這裡。",
    lines_hidden: |count| format!("後面還有 {count} 句，沒有畫出；檢查照常。"),
    form_line,
    pinyin: "拼音",
    pinyin_long: "在字上標拼音",
    vertical: "豎排",
    fill: "按格填寫",
    tunes: "詞牌",
    copy: "複製",
    copied: "已複製",
    not_copied: "沒能複製",
    clear: "另起一首",
    line_label,
    locked: |characters| format!("鎖定：{characters}。"),
    verdict_label: "判語",
    summary,
    verdict_form,
    verdict_rhyme,
    types: "句式",
    rhyme: "用韻",
    severity: |severity| match severity {
        Severity::Error => "錯誤",
        Severity::Warning => "警告",
        Severity::Note => "說明",
        Severity::Rescue => "拗救",
        Severity::Advice => "建議",
    },
    severity_sign: |severity| match severity {
        Severity::Error => "誤",
        Severity::Warning => "警",
        Severity::Note => "注",
        Severity::Rescue => "救",
        Severity::Advice => "議",
    },
    place: |line, chars| match chars {
        [] => line.to_string(),
        chars => format!("{line}·{}", list(chars, " ")),
    },
    findings_label: "逐條",
    findings_hidden: |count| format!("還有 {count} 條，沒有列出。"),
    pick_label: "逐字檢視：用方向鍵移動",
    tone: |tone| match tone {
        Tone::Level => "平聲",
        Tone::Rising => "上聲",
        Tone::Departing => "去聲",
        Tone::Entering => "入聲",
    },
    close: "關閉",
    book: "韻書",
    book_name: RhymeBook::traditional,
    advice: "建議",
};

fn verdict_form(report: &Report) -> String {
    let form = script(report.form.unwrap_or_default());
    let opening = script(report.opening.unwrap_or_default());
    match report.kind {
        _ if report.lines.is_empty() => "還沒有詩句".to_owned(),
        Kind::Regulated => dotted(&[&form, &opening, &open(report.open_places())]),
        Kind::ObliqueRhymed => dotted(&[&form, "仄韻", &open(report.open_places())]),
        Kind::OldStyle => dotted(&["古體", &format!("{} 句", report.lines.len())]),
        Kind::Malformed => format!("{} 句，還不成體", report.lines.len()),
        Kind::Ci => dotted(&["詞", &form, &open(report.open_places())]),
    }
}

/// How many characters are still to be found.
fn open(places: usize) -> String {
    match places {
        0 => String::new(),
        places => format!("還空 {places} 字"),
    }
}

fn rhyme(report: &Report) -> String {
    let rhyme = report.rhyme.as_ref();
    rhyme
        .map(|rhyme| numbered_in(Language::Hant, report.book, rhyme.group, rhyme.class))
        .unwrap_or_default()
}

fn verdict_rhyme(report: &Report) -> String {
    let Some(found) = &report.rhyme else {
        return "—".to_owned();
    };
    let class = if found.class == ToneClass::Oblique {
        "仄韻"
    } else {
        ""
    };
    dotted(&[&rhyme(report), class, report.book.traditional()])
}

fn form_line(report: &Report) -> String {
    if report.lines.is_empty() {
        return String::new();
    }
    dotted(&[
        &verdict_form(report),
        &rhyme(report),
        report.book.traditional(),
    ])
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
        (Kind::OldStyle, ..) => "不按近體格律檢查".to_owned(),
        (_, 0, 0) if report.open_places() > 0 => String::new(),
        (_, 0, 0) => "合律".to_owned(),
        (_, errors, 0) => format!("{errors} 處錯誤"),
        (_, 0, warnings) => format!("{warnings} 處警告"),
        (_, errors, warnings) => format!("{errors} 處錯誤，{warnings} 處警告"),
    };
    dotted(&[&verdict_form(report), &verdict])
}

fn line_label(line: &LineModel) -> String {
    let kind = line
        .letter
        .map(|letter| match letter {
            'A'..='z' => format!("，{letter} 式"),
            rhyme => format!("，韻{rhyme}"),
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
