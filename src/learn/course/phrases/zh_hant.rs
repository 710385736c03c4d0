//! 繁體中文。Made from `zh.rs` by `tools/hant`.

use verse::{Form, Kind, Opening, Tone, ToneClass};

use super::{Phrases, Reading, Step};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    course: "詩詞十二課",
    about: "從平仄講到自己寫成一首絕句、填成一首詞。每課幾段短文，幾道小題，由本頁的檢查當場評判；詩按《平水韻》，詞按《詞林正韻》。學到哪裡，記在這台裝置上。",
    lesson: |number| format!("第{}課", numeral(number)),
    state: |done, all| match done {
        0 => "還沒做".to_owned(),
        done if done == all => "已做完".to_owned(),
        done => format!("做了 {done} / {all}"),
    },
    go_on: |number, title| format!("接著學：第{}課 {title}", numeral(number)),
    done: |done, all| format!("{all} 課做完了 {done} 課"),
    reset: "清除進度",
    reset_sure: "清除後，做過的題和寫下的詩詞都不再記得。確定清除嗎？",
    reset_yes: "清除",
    reset_no: "不清除",
    reset_done: "進度已清除。",
    all: "全部課程",
    ways: "前後課",
    previous: |title| format!("上一課：{title}"),
    next: |title| format!("下一課：{title}"),
    thing: |number, all| {
        if all == 1 {
            "練習".to_owned()
        } else {
            format!("練習{}", numeral(number))
        }
    },
    exercise: |number, all| format!("第 {number} 題，共 {all} 題"),
    solved: "做對過",
    another: "換一題",
    check: "檢查",
    right: "對了。",
    unmarked: |count| format!("還有 {count} 個字沒有標。"),
    reading,
    entering_hides: "今天讀來像平聲，其實是入聲，屬仄。",
    not_entering: "不是入聲。",
    asked: |class| match class {
        Some(ToneClass::Level) => "此處應平。",
        Some(ToneClass::Oblique) => "此處應仄。",
        None => "此處平仄都可以。",
    },
    elsewhere: "問題不在這裡，再看別處。",
    poets: |character| format!("原詩作「{character}」。"),
    marked: |character, class| match class {
        Some(ToneClass::Level) => format!("{character}，標作平"),
        Some(ToneClass::Oblique) => format!("{character}，標作仄"),
        None => format!("{character}，沒有標"),
    },
    press: "詩句，點一個字；也可用方向鍵移動，按回車選定",
    choose: "可選的答案",
    type_because: |shape| {
        let (letter, end) = (shape.line_type.letter(), class(shape.line_type.end()));
        let (second, pattern) = (class(shape.second()), shape.pattern());
        format!("第二字{second}，末字{end}：是 {letter} 式，{pattern}。")
    },
    type_hint: |shape| {
        let (letter, end) = (shape.line_type.letter(), class(shape.line_type.end()));
        let (second, pattern) = (class(shape.second()), shape.pattern());
        format!("{letter} 式是 {pattern}：第二字{second}，末字{end}。再對照這一句的第二字和末字。")
    },
    kind: |kind| match kind {
        Kind::Regulated => "近體",
        Kind::ObliqueRhymed => "仄韻絕句",
        Kind::OldStyle => "古體",
        Kind::Malformed => "不成體",
        Kind::Ci => "詞",
    },
    kind_because: |kind| match kind {
        Kind::Regulated => "押平聲韻，雙數位置合律，兩聯對得上，是近體。",
        Kind::ObliqueRhymed => "平仄大體合律，韻腳卻是仄聲，是仄韻絕句。",
        Kind::OldStyle => "通篇多處不合對、黏與平仄，是古體。",
        Kind::Malformed => "句數或字數不成體。",
        Kind::Ci => "句子長短不一，依詞牌而填，是詞。",
    },
    kind_hint: "再看三處：韻腳是平還是仄？雙數位置一平一仄嗎？兩句的第二字相反嗎？",
    same_class: |above, own, class| format!("「{above}」與「{own}」同屬{class}，對得上。"),
    other_class: |[(above, one), (own, other)]| {
        format!("「{above}」屬{one}，「{own}」屬{other}，門類不同，對不工。")
    },
    up: |line| format!("上移：{line}"),
    down: |line| format!("下移：{line}"),
    up_short: "上移",
    down_short: "下移",
    moved: |line, place| format!("「{line}」現在是第{}句。", numeral(place)),
    which_line: |line| format!("第{}句是哪一種句式？", numeral(line)),
    step,
    own_line: |line| format!("第{}句", numeral(line)),
    own_poem: "我的絕句",
    length: |is, should| format!("這一句要 {should} 個字，現在 {is} 個。"),
    lines_so_far: |count| format!("現在 {count} 句，絕句要四句，每句五字或七字。"),
    blanks: "還有空著的字。",
    own_right: "四句都合律。這是你的第一首絕句。",
    rhymes_here: "此處押韻。",
    rhyme_mark: |line, character| format!("第{}句末字，{character}，押韻", numeral(line)),
    rhymes_because: |characters, group| format!("韻腳是「{characters}」，同在{group}。"),
    rhymes_hint: "這幾句的末字再看看：",
    own_lyric: "我的如夢令",
    lyric_so_far: |is, should| format!("寫了 {is} 字，全篇 {should} 字。"),
    own_lyric_right: "三十三字寫滿，沒有錯誤。這是你的第一首詞。",
    to_editor: "放進編輯器",
    poets_line: |line| format!("原句是「{line}」。"),
    source: |author, title, (from, to)| match (from, to) {
        (1, _) => format!("{author}《{title}》"),
        (from, to) if from == to => format!("{author}《{title}》第{}句", numeral(from)),
        (from, to) => format!("{author}《{title}》第{}、{}句", numeral(from), numeral(to)),
    },
    form: "體裁",
    opening: "起句",
    opening_name: Opening::traditional,
    form_name: Form::traditional,
    next_line: "推下一句",
    all_lines: "推到末句",
    again: "從頭再推",
    pattern_whole: |letters| format!("全篇推完：{letters}。"),
    pattern_line: |line, letter, pattern| format!("第{}句，{letter} 式，{pattern}", numeral(line)),
    types: ["句式", "五言", "七言"],
    types_label: "四種句式",
    builder: "推一篇格式",
};

fn reading(reading: &Reading) -> String {
    let sound = reading
        .pinyin
        .map(|pinyin| format!("讀 {pinyin}，"))
        .unwrap_or_default();
    let tone = match reading.tone {
        Tone::Level => "平聲",
        Tone::Rising => "上聲",
        Tone::Departing => "去聲",
        Tone::Entering => "入聲",
    };
    let Reading {
        character, group, ..
    } = reading;
    format!(
        "「{character}」{sound}{tone}{group}，屬{}。",
        class(reading.tone.class())
    )
}

fn step(step: &Step) -> String {
    let line = numeral(step.line);
    let second = class(step.second);
    let why = match step.line {
        1 => format!("{second}起：第一句第二字{second}"),
        even if even % 2 == 0 => format!("對：第{line}句第二字與上句相反，用{second}"),
        _ => format!("黏：第{line}句第二字與上句相同，用{second}"),
    };
    let end = match (step.line, step.line_type.end()) {
        (_, ToneClass::Level) => "；押韻，末字平",
        (1, ToneClass::Oblique) => "；不入韻，末字仄",
        (_, ToneClass::Oblique) => "；不押韻，末字仄",
    };
    format!("{why}{end}，所以是 {} 式。", step.line_type.letter())
}

const fn class(class: ToneClass) -> &'static str {
    match class {
        ToneClass::Level => "平",
        ToneClass::Oblique => "仄",
    }
}

fn numeral(number: usize) -> &'static str {
    const NUMERALS: [&str; 13] = [
        "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
    ];
    NUMERALS.get(number).copied().unwrap_or_default()
}
