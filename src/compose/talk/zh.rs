//! 简体中文。

use muse::critique::{Claim, Fault, Reading, Verdict, Why};
use verse::{Slot, Tone, ToneClass};

use super::{Talk, money, tenths};
use crate::i18n::simplified as script;

/// 全部文字。
pub static TALK: Talk = Talk {
    earlier_runs: "从前的往来",
    draft: "初稿",
    change: |instruction| format!("修改：{instruction}"),
    better: "有进步，采用",
    no_better: "没有更好，不用",
    words_said: "问答原文",
    question: "问",
    answer: "答",
    difference: "改动之处",
    use_old: "用旧句",
    use_new: "用新句",
    refuse_all: "全部退回",
    take_all: "全部采用",
    critique: "点评",
    critique_hint: "模型的意见是一家之言。其中说到平仄押韵的地方，本页逐条核对。",
    critique_start: "请模型点评",
    critique_asking: "模型正在写点评……",
    critique_old: "诗稿后来改过，下面评的是改动之前。",
    own_verdict: "本页的判定：",
    claims: "逐条核对",
    no_claims: "没有关于平仄押韵的指责。",
    confirmed: "属实",
    disproved: "不实",
    undecided: "未能核对",
    fault: |fault| match fault {
        Fault::Should(ToneClass::Level) => "应平",
        Fault::Should(ToneClass::Oblique) => "应仄",
        Fault::Tone => "平仄不合",
        Fault::OffRhyme => "出韵",
        Fault::Adhesion => "失粘",
        Fault::Opposition => "失对",
        Fault::LoneLevel => "孤平",
        Fault::ThreeLevelTail => "三平尾",
        Fault::ThreeObliqueTail => "三仄尾",
        Fault::RepeatedRhymeWord => "重韵",
    },
    why,
    contest: "几个模型同题",
    contest_hint: "把上面的要求同时交给二至四个模型，各写各的，写完按格律排名。",
    entrant: |number| format!("第 {number} 个模型"),
    as_in_the_settings: "设置里选定的服务商",
    add_entrant: "再加一个",
    remove_entrant: "去掉",
    price_in: "每百万词元，问",
    price_out: "每百万词元，答",
    prices: "价格（可不填，填了就算出花费）",
    contest_start: "一齐作诗",
    contest_stop: "全部停止",
    place: |place| format!("第 {place} 名"),
    no_poem: "没有写成",
    take: "用这一首",
    taken: "在编辑器中",
    found: |errors, warnings, advice| match (errors, warnings) {
        (0, 0) if advice == 0 => "合律".to_owned(),
        (0, 0) => format!("合律 · 议 {advice}"),
        _ => format!("误 {errors} · 警 {warnings} · 议 {advice}"),
    },
    lost: |count| format!("藏头等定字缺 {count} 个"),
    other_form: "体裁不符",
    other_group: "不在所选的韵",
    seconds: |millis| format!("{} 秒", tenths(millis)),
    tokens: |count| format!("{count} 词元"),
    cost: |amount| format!("花费 {}", money(amount)),
    order: "名次先看藏头等定字，再看体裁、所选的韵、错误、警告、建议；都相同则并列，快者在前。",
};

fn why(claim: &Claim) -> String {
    let Verdict::Disproved { why, reading } = &claim.verdict else {
        return String::new();
    };
    let read = reading.as_ref().map(read).unwrap_or_default();
    let told = match why {
        Why::HasIt => "正合此处所需。",
        Why::Free => "此处平仄都可以。",
        Why::AskedOtherwise => "此处格律要的正是它。",
        Why::Rescued => "此处虽拗，已经救过。",
        Why::Rhymes => "与全诗押韵。",
        Why::NeedsNoRhyme => "这一句不必押韵。",
        Why::NotFound => "逐字查过，没有这个毛病。",
    };
    read + told
}

/// 字的读法。
fn read(reading: &Reading) -> String {
    let tone = match reading.tone {
        Some(Tone::Level) => "平声",
        Some(Tone::Rising) => "上声",
        Some(Tone::Departing) => "去声",
        Some(Tone::Entering) => "入声",
        None if reading.class == ToneClass::Level => "平",
        None => "仄",
    };
    let group = reading.group.as_ref();
    let group = group
        .map(|group| script(&format!("，{group}韵")))
        .unwrap_or_default();
    let slot = match reading.slot {
        Some(Slot::Level) => "，此处应平",
        Some(Slot::Oblique) => "，此处应仄",
        Some(Slot::Free | Slot::Rhyme) | None => "",
    };
    format!("“{}”是{tone}{group}{slot}：", reading.character)
}
