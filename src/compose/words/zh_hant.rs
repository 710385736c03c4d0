//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::Language;

use super::Phrases;
use crate::{
    compose::phase::{Ended, Phase},
    i18n::list,
    keep::wish::Field,
};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    compose_label: "請模型作詩",
    brief_form: "體裁",
    brief_occasion: "為何而作",
    brief_no_occasion: "不為什麼",
    brief_field: |field| match field {
        Field::Recipient => ("寫給誰", "兒子小滿，四歲"),
        Field::Text => ("想說什麼", "望他健康快樂"),
        Field::Words => ("織入的名字與字詞", "小滿、書聲"),
        Field::Acrostic => ("藏頭（每句第一字）", "生日快樂"),
        Field::Wishes => ("祝願", "學業有成"),
        Field::Images => ("意象", "春風、新竹"),
        Field::Mood => ("情調", "明快"),
        Field::Lines => ("句數", ""),
        Field::Group => ("韻部", ""),
        Field::Rounds => ("修改輪數", ""),
        Field::Tokens => ("詞元", ""),
        Field::Seconds => ("秒數", ""),
        Field::Tune => (
            "詞牌（填了就作詞，不用上面的體裁）",
            "如夢令；第二體寫「水調歌頭 2」",
        ),
    },
    brief_more: "更多",
    brief_opening: "起句",
    brief_any_opening: "不限",
    brief_book_hint: "與設定裡的韻書是同一個：改了它，編輯器裡的檢查也跟著改。",
    brief_group: "韻部",
    brief_any_group: "不限，由模型選",
    brief_lines: |count| format!("{count} 句"),
    budget: |[rounds, tokens, seconds]| format!("限度：{rounds} 輪 · {tokens} 詞元 · {seconds} 秒"),
    budget_hint: "到了其中一項，就不再開始下一輪，留下最好的一版。正在寫的一輪會寫完。",
    budget_used: |used, most| format!("已用 {used} / {most}"),
    budget_bad: |limit| {
        let (least, most, usual) = (limit.least, limit.most, limit.usual);
        format!("請填 {least} 到 {most} 之間的整數；現在按通常的 {usual} 計。")
    },
    other_group: |group| format!("沒有押選定的韻部「{group}」。"),
    brief_traditional: "用繁體字寫",
    polish: "改一改",
    polish_example: "第三句活潑些",
    polish_start: "照此修改",
    polish_hint: "改的是編輯器裡的詩；原稿留在版本裡。",
    compose_start: "作一首",
    tune_form: |number, length| format!("按第 {number} 體，{length} 字。"),
    tune_coming: "正在取詞譜……",
    tune_unknown: "沒有這個詞牌，或沒有這一體。可在「寫作」的「詞牌」裡查詢。",
    to_settings: "先去設定",
    compose_stop: "停止",
    yielded: "你改動了文字，模型不再寫進編輯器；它的每一版都在下面。",
    thoughts: "模型的思考",
    phase,
    tokens: |count| format!("{count} 詞元"),
    round: |number, lines| format!("第 {number} 輪：重寫第 {} 句", list(lines, "、")),
};

fn phase(phase: &Phase, round: u32) -> String {
    let what = || match round {
        0 => "初稿".to_owned(),
        round => format!("第 {round} 輪修改"),
    };
    match phase {
        Phase::Idle => String::new(),
        Phase::Asking => format!("{}：等待模型", what()),
        Phase::Thinking => format!("{}：模型在思考", what()),
        Phase::Writing => format!("{}：正在寫", what()),
        Phase::Waiting {
            error,
            seconds,
            next_try,
        } => {
            let why = error.sentence(Language::Hant);
            format!("{why}{seconds} 秒後第 {next_try} 次嘗試。")
        }
        Phase::Ended(ended) => match ended {
            Ended::Clean => "寫好了，沒有錯誤和警告。",
            Ended::Budget => "輪數、詞元或時間用完，留下了最好的一版。",
            Ended::NoProgress => "再改也沒有更好，留下了最好的一版。",
            Ended::Stopped => "已停止。",
            Ended::Failed => "沒有完成。",
        }
        .to_owned(),
    }
}
