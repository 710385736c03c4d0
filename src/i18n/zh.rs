//! 简体中文。

use verse::{DecidedBy, Kind, Language, Report, RhymeBook, Severity, Strictness, Tone, ToneClass};

use super::{Strings, dotted, list, simplified as script};
use crate::{
    compose::phase::{Ended, Phase},
    keep::{settings::Theme, wish::Field},
    view::View,
    write::{rhyme_name::numbered_in, sheet::LineModel},
};

/// 全部文字。
pub static STRINGS: Strings = Strings {
    tag: "zh-Hans",
    own_name: "简体中文",
    brand: "吟窗",
    nav_label: "主导航",
    nav_settings: "设置",
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
    read_as: "读作",
    because: "依据",
    decided_by: |by| match by {
        DecidedBy::Only => "平仄只有这一种",
        DecidedBy::Slot => "这个位置的格律",
        DecidedBy::Rhyme => "押韵",
        DecidedBy::Phrase => "所在的词",
        DecidedBy::Usage => "诗人的常用读法",
        DecidedBy::Pin => "你的指定",
        DecidedBy::Unknown => "韵书里没有这个字",
    },
    place_allows: "此处",
    slot_asks: |class| match class {
        Some(ToneClass::Level) => "应平",
        Some(ToneClass::Oblique) => "应仄",
        None => "平仄都可以",
    },
    otherwise: "，否则：",
    other_readings: "别的读法，点选即定",
    unpin: "不再指定",
    close: "关闭",
    compose_label: "请模型作诗",
    brief_form: "体裁",
    brief_occasion: "为何而作",
    brief_no_occasion: "不为什么",
    brief_field: |field| match field {
        Field::Recipient => ("写给谁", "儿子小满，四岁"),
        Field::Text => ("想说什么", "望他健康快乐"),
        Field::Words => ("织入的名字与字词", "小满、书声"),
        Field::Acrostic => ("藏头（每句第一字）", "生日快乐"),
        Field::Wishes => ("祝愿", "学业有成"),
        Field::Images => ("意象", "春风、新竹"),
        Field::Mood => ("情调", "明快"),
        Field::Lines => ("句数", ""),
        Field::Group => ("韵部", ""),
        Field::Rounds => ("修改轮数", ""),
        Field::Tokens => ("词元", ""),
        Field::Seconds => ("秒数", ""),
    },
    brief_more: "更多",
    brief_opening: "起句",
    brief_any_opening: "不限",
    brief_book_hint: "与设置里的韵书是同一个：改了它，编辑器里的检查也跟着改。",
    brief_group: "韵部",
    brief_any_group: "不限，由模型选",
    brief_lines: |count| format!("{count} 句"),
    budget: |[rounds, tokens, seconds]| format!("限度：{rounds} 轮 · {tokens} 词元 · {seconds} 秒"),
    budget_hint: "到了其中一项，就不再开始下一轮，留下最好的一版。正在写的一轮会写完。",
    budget_used: |used, most| format!("已用 {used} / {most}"),
    budget_bad: |limit| {
        let (least, most, usual) = (limit.least, limit.most, limit.usual);
        format!("请填 {least} 到 {most} 之间的整数；现在按通常的 {usual} 计。")
    },
    other_group: |group| format!("没有押选定的韵部“{group}”。"),
    brief_traditional: "用繁体字写",
    polish: "改一改",
    polish_example: "第三句活泼些",
    polish_start: "照此修改",
    polish_hint: "改的是编辑器里的诗；原稿留在版本里。",
    compose_start: "作一首",
    to_settings: "先去设置",
    compose_stop: "停止",
    phase,
    tokens: |count| format!("{count} 词元"),
    yielded: "你改动了文字，模型不再写进编辑器；它的每一版都在下面。",
    thoughts: "模型的思考",
    round: |number, lines| format!("第 {number} 轮：重写第 {} 句", list(lines, "、")),
    versions: "版本",
    you: "你",
    by_model: |name, round| match round {
        0 => format!("{name} · 初稿"),
        round => format!("{name} · 第 {round} 轮"),
    },
    faults: |errors, warnings| match (errors, warnings) {
        (0, 0) => "合律".to_owned(),
        (errors, 0) => format!("误 {errors}"),
        (0, warnings) => format!("警 {warnings}"),
        (errors, warnings) => format!("误 {errors} · 警 {warnings}"),
    },
    partial: "未写完",
    best: "最好",
    take_version: "放入编辑器",
    version_here: "在编辑器中",
    settings_model: "模型",
    settings_model_hint: "写作和检查不需要模型。请模型作诗时，本页用你的密钥直接向服务商请求，中间没有别的服务器。",
    settings_rules: "检查",
    book: "韵书",
    book_name: RhymeBook::chinese,
    strictness: "宽严",
    strictness_name: |strictness| match strictness {
        Strictness::Strict => "从严",
        Strictness::Usual => "通常",
        Strictness::Lenient => "从宽",
    },
    strictness_hint: "从严如考试，警告也算错误；从宽如唐人，常见的变通只作说明。",
    advice: "建议",
    settings_look: "外观",
    provider: "服务商",
    base_url: "接口地址",
    model: "模型",
    list_models: "列出模型",
    models_asking: "正在取模型列表……",
    models_listed: |n| format!("有 {n} 个模型，可在“模型”一栏里选；清空那一栏就能看到全部。"),
    models_none: "这个地址没有给出模型列表。",
    models_endless: "模型列表太长，没有取完。",
    models_by_hand: "模型名称也可以照服务商的文档直接填写。",
    api_key: "密钥",
    key_stays: "密钥不写入网址、草稿和出错信息。",
    key_goes_to: |address| format!("密钥只会发往 {address}"),
    key_page: "去服务商网站取得密钥",
    remember_key: "在这台设备上记住密钥",
    remember_hint: "不勾选时，关掉这个标签页，密钥就没有了。公用电脑上请不要勾选。",
    forget_key: "忘掉密钥",
    trial: "测试连接",
    trial_asking: "正在问模型一个字……",
    trial_good: "连上了，模型有回答。",
    relay: "经本机的中继请求（不让网页直连的服务商总走中继）",
    theme: "明暗",
    theme_name: |theme| match theme {
        Theme::System => "随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    },
    language: "界面语言",
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
        .map(|letter| format!("，{letter} 式"))
        .unwrap_or_default();
    let findings = if line.findings.is_empty() {
        "。".to_owned()
    } else {
        format!("：{}", line.findings.join(""))
    };
    let text = dotted(&[&line.text, &open(line.open)]);
    format!("第 {} 句，{text}{kind}{findings}", line.number)
}

fn phase(phase: &Phase, round: u32) -> String {
    let what = || match round {
        0 => "初稿".to_owned(),
        round => format!("第 {round} 轮修改"),
    };
    match phase {
        Phase::Idle => String::new(),
        Phase::Asking => format!("{}：等待模型", what()),
        Phase::Thinking => format!("{}：模型在思考", what()),
        Phase::Writing => format!("{}：正在写", what()),
        Phase::Waiting {
            error,
            seconds,
            next_try,
        } => {
            let why = error.sentence(Language::Zh);
            format!("{why}{seconds} 秒后第 {next_try} 次尝试。")
        }
        Phase::Ended(ended) => match ended {
            Ended::Clean => "写好了，没有错误和警告。",
            Ended::Budget => "轮数、词元或时间用完，留下了最好的一版。",
            Ended::NoProgress => "再改也没有更好，留下了最好的一版。",
            Ended::Stopped => "已停止。",
            Ended::Failed => "没有完成。",
        }
        .to_owned(),
    }
}
