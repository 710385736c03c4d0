//! 简体中文。

use verse::Language;

use super::Phrases;
use crate::{
    compose::phase::{Ended, Phase},
    i18n::list,
    keep::wish::Field,
};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
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
        Field::Tune => (
            "词牌（填了就作词，不用上面的体裁）",
            "如梦令；第二体写“水调歌头 2”",
        ),
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
    tune_form: |number, length| format!("按第 {number} 体，{length} 字。"),
    tune_coming: "正在取词谱……",
    tune_unknown: "没有这个词牌，或没有这一体。可在“写作”的“词牌”里查找。",
    to_settings: "先去设置",
    compose_stop: "停止",
    yielded: "你改动了文字，模型不再写进编辑器；它的每一版都在下面。",
    thoughts: "模型的思考",
    phase,
    tokens: |count| format!("{count} 词元"),
    round: |number, lines| format!("第 {number} 轮：重写第 {} 句", list(lines, "、")),
};

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
