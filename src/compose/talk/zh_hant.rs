//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use muse::critique::{Claim, Fault, Reading, Verdict, Why};
use verse::{Slot, Tone, ToneClass};

use super::{Talk, money, tenths};
use crate::i18n::traditional as script;

/// 全部文字。
pub static TALK: Talk = Talk {
    earlier_runs: "從前的往來",
    draft: "初稿",
    change: |instruction| format!("修改：{instruction}"),
    better: "有進步，採用",
    no_better: "沒有更好，不用",
    words_said: "問答原文",
    question: "問",
    answer: "答",
    difference: "改動之處",
    use_old: "用舊句",
    use_new: "用新句",
    refuse_all: "全部退回",
    take_all: "全部採用",
    critique: "點評",
    critique_hint: "模型的意見是一家之言。其中說到平仄押韻的地方，本頁逐條核對。",
    critique_start: "請模型點評",
    critique_asking: "模型正在寫點評……",
    critique_old: "詩稿後來改過，下面評的是改動之前。",
    own_verdict: "本頁的判定：",
    claims: "逐條核對",
    no_claims: "沒有關於平仄押韻的指責。",
    confirmed: "屬實",
    disproved: "不實",
    undecided: "未能核對",
    fault: |fault| match fault {
        Fault::Should(ToneClass::Level) => "應平",
        Fault::Should(ToneClass::Oblique) => "應仄",
        Fault::Tone => "平仄不合",
        Fault::OffRhyme => "出韻",
        Fault::Adhesion => "失黏",
        Fault::Opposition => "失對",
        Fault::LoneLevel => "孤平",
        Fault::ThreeLevelTail => "三平尾",
        Fault::ThreeObliqueTail => "三仄尾",
        Fault::RepeatedRhymeWord => "重韻",
    },
    why,
    contest: "幾個模型同題",
    contest_hint: "把上面的要求同時交給二至四個模型，各寫各的，寫完按格律排名。",
    entrant: |number| format!("第 {number} 個模型"),
    as_in_the_settings: "設定裡選定的服務商",
    add_entrant: "再加一個",
    remove_entrant: "去掉",
    price_in: "每百萬詞元，問",
    price_out: "每百萬詞元，答",
    prices: "價格（可不填，填了就算出花費）",
    contest_start: "一齊作詩",
    contest_stop: "全部停止",
    place: |place| format!("第 {place} 名"),
    no_poem: "沒有寫成",
    take: "用這一首",
    taken: "在編輯器中",
    found: |errors, warnings, advice| match (errors, warnings) {
        (0, 0) if advice == 0 => "合律".to_owned(),
        (0, 0) => format!("合律 · 議 {advice}"),
        _ => format!("誤 {errors} · 警 {warnings} · 議 {advice}"),
    },
    lost: |count| format!("藏頭等定字缺 {count} 個"),
    other_form: "體裁不符",
    other_group: "不在所選的韻",
    seconds: |millis| format!("{} 秒", tenths(millis)),
    tokens: |count| format!("{count} 詞元"),
    cost: |amount| format!("花費 {}", money(amount)),
    order: "名次先看藏頭等定字，再看體裁、所選的韻、錯誤、警告、建議；都相同則並列，快者在前。",
};

fn why(claim: &Claim) -> String {
    let Verdict::Disproved { why, reading } = &claim.verdict else {
        return String::new();
    };
    let read = reading.as_ref().map(read).unwrap_or_default();
    let told = match why {
        Why::HasIt => "正合此處所需。",
        Why::Free => "此處平仄都可以。",
        Why::AskedOtherwise => "此處格律要的正是它。",
        Why::Rescued => "此處雖拗，已經救過。",
        Why::Rhymes => "與全詩押韻。",
        Why::NeedsNoRhyme => "這一句不必押韻。",
        Why::NotFound => "逐字查過，沒有這個毛病。",
    };
    read + told
}

/// 字的讀法。
fn read(reading: &Reading) -> String {
    let tone = match reading.tone {
        Some(Tone::Level) => "平聲",
        Some(Tone::Rising) => "上聲",
        Some(Tone::Departing) => "去聲",
        Some(Tone::Entering) => "入聲",
        None if reading.class == ToneClass::Level => "平",
        None => "仄",
    };
    let group = reading.group.as_ref();
    let group = group
        .map(|group| script(&format!("，{group}韻")))
        .unwrap_or_default();
    let slot = match reading.slot {
        Some(Slot::Level) => "，此處應平",
        Some(Slot::Oblique) => "，此處應仄",
        Some(Slot::Free | Slot::Rhyme) | None => "",
    };
    format!("「{}」是{tone}{group}{slot}：", reading.character)
}
