//! 简体中文。

use verse::{Form, Kind, Opening, Tone, ToneClass};

use super::{Phrases, Reading, Step};

/// 全部文字。
pub static PHRASES: Phrases = Phrases {
    course: "诗词十二课",
    about: "从平仄讲到自己写成一首绝句、填成一首词。每课几段短文，几道小题，由本页的检查当场评判；诗按《平水韵》，词按《词林正韵》。学到哪里，记在这台设备上。",
    lesson: |number| format!("第{}课", numeral(number)),
    state: |done, all| match done {
        0 => "还没做".to_owned(),
        done if done == all => "已做完".to_owned(),
        done => format!("做了 {done} / {all}"),
    },
    go_on: |number, title| format!("接着学：第{}课 {title}", numeral(number)),
    done: |done, all| format!("{all} 课做完了 {done} 课"),
    reset: "清除进度",
    reset_sure: "清除后，做过的题和写下的诗词都不再记得。确定清除吗？",
    reset_yes: "清除",
    reset_no: "不清除",
    reset_done: "进度已清除。",
    all: "全部课程",
    ways: "前后课",
    previous: |title| format!("上一课：{title}"),
    next: |title| format!("下一课：{title}"),
    thing: |number, all| {
        if all == 1 {
            "练习".to_owned()
        } else {
            format!("练习{}", numeral(number))
        }
    },
    exercise: |number, all| format!("第 {number} 题，共 {all} 题"),
    solved: "做对过",
    another: "换一题",
    check: "检查",
    right: "对了。",
    unmarked: |count| format!("还有 {count} 个字没有标。"),
    reading,
    entering_hides: "今天读来像平声，其实是入声，属仄。",
    not_entering: "不是入声。",
    asked: |class| match class {
        Some(ToneClass::Level) => "此处应平。",
        Some(ToneClass::Oblique) => "此处应仄。",
        None => "此处平仄都可以。",
    },
    elsewhere: "问题不在这里，再看别处。",
    poets: |character| format!("原诗作“{character}”。"),
    marked: |character, class| match class {
        Some(ToneClass::Level) => format!("{character}，标作平"),
        Some(ToneClass::Oblique) => format!("{character}，标作仄"),
        None => format!("{character}，没有标"),
    },
    press: "诗句，点一个字；也可用方向键移动，按回车选定",
    choose: "可选的答案",
    type_because: |shape| {
        let (letter, end) = (shape.line_type.letter(), class(shape.line_type.end()));
        let (second, pattern) = (class(shape.second()), shape.pattern());
        format!("第二字{second}，末字{end}：是 {letter} 式，{pattern}。")
    },
    type_hint: |shape| {
        let (letter, end) = (shape.line_type.letter(), class(shape.line_type.end()));
        let (second, pattern) = (class(shape.second()), shape.pattern());
        format!("{letter} 式是 {pattern}：第二字{second}，末字{end}。再对照这一句的第二字和末字。")
    },
    kind: |kind| match kind {
        Kind::Regulated => "近体",
        Kind::ObliqueRhymed => "仄韵绝句",
        Kind::OldStyle => "古体",
        Kind::Malformed => "不成体",
        Kind::Ci => "词",
    },
    kind_because: |kind| match kind {
        Kind::Regulated => "押平声韵，双数位置合律，两联对得上，是近体。",
        Kind::ObliqueRhymed => "平仄大体合律，韵脚却是仄声，是仄韵绝句。",
        Kind::OldStyle => "通篇多处不合对、粘与平仄，是古体。",
        Kind::Malformed => "句数或字数不成体。",
        Kind::Ci => "句子长短不一，依词牌而填，是词。",
    },
    kind_hint: "再看三处：韵脚是平还是仄？双数位置一平一仄吗？两句的第二字相反吗？",
    same_class: |above, own, class| format!("“{above}”与“{own}”同属{class}，对得上。"),
    other_class: |[(above, one), (own, other)]| {
        format!("“{above}”属{one}，“{own}”属{other}，门类不同，对不工。")
    },
    up: |line| format!("上移：{line}"),
    down: |line| format!("下移：{line}"),
    up_short: "上移",
    down_short: "下移",
    moved: |line, place| format!("“{line}”现在是第{}句。", numeral(place)),
    which_line: |line| format!("第{}句是哪一种句式？", numeral(line)),
    step,
    own_line: |line| format!("第{}句", numeral(line)),
    own_poem: "我的绝句",
    length: |is, should| format!("这一句要 {should} 个字，现在 {is} 个。"),
    lines_so_far: |count| format!("现在 {count} 句，绝句要四句，每句五字或七字。"),
    blanks: "还有空着的字。",
    own_right: "四句都合律。这是你的第一首绝句。",
    rhymes_here: "此处押韵。",
    rhyme_mark: |line, character| format!("第{}句末字，{character}，押韵", numeral(line)),
    rhymes_because: |characters, group| format!("韵脚是“{characters}”，同在{group}。"),
    rhymes_hint: "这几句的末字再看看：",
    own_lyric: "我的如梦令",
    lyric_so_far: |is, should| format!("写了 {is} 字，全篇 {should} 字。"),
    own_lyric_right: "三十三字写满，没有错误。这是你的第一首词。",
    to_editor: "放进编辑器",
    poets_line: |line| format!("原句是“{line}”。"),
    source: |author, title, (from, to)| match (from, to) {
        (1, _) => format!("{author}《{title}》"),
        (from, to) if from == to => format!("{author}《{title}》第{}句", numeral(from)),
        (from, to) => format!("{author}《{title}》第{}、{}句", numeral(from), numeral(to)),
    },
    form: "体裁",
    opening: "起句",
    opening_name: Opening::chinese,
    form_name: Form::chinese,
    next_line: "推下一句",
    all_lines: "推到末句",
    again: "从头再推",
    pattern_whole: |letters| format!("全篇推完：{letters}。"),
    pattern_line: |line, letter, pattern| format!("第{}句，{letter} 式，{pattern}", numeral(line)),
    types: ["句式", "五言", "七言"],
    types_label: "四种句式",
    builder: "推一篇格式",
};

fn reading(reading: &Reading) -> String {
    let sound = reading
        .pinyin
        .map(|pinyin| format!("读 {pinyin}，"))
        .unwrap_or_default();
    let tone = match reading.tone {
        Tone::Level => "平声",
        Tone::Rising => "上声",
        Tone::Departing => "去声",
        Tone::Entering => "入声",
    };
    let Reading {
        character, group, ..
    } = reading;
    format!(
        "“{character}”{sound}{tone}{group}，属{}。",
        class(reading.tone.class())
    )
}

fn step(step: &Step) -> String {
    let line = numeral(step.line);
    let second = class(step.second);
    let why = match step.line {
        1 => format!("{second}起：第一句第二字{second}"),
        even if even % 2 == 0 => format!("对：第{line}句第二字与上句相反，用{second}"),
        _ => format!("粘：第{line}句第二字与上句相同，用{second}"),
    };
    let end = match (step.line, step.line_type.end()) {
        (_, ToneClass::Level) => "；押韵，末字平",
        (1, ToneClass::Oblique) => "；不入韵，末字仄",
        (_, ToneClass::Oblique) => "；不押韵，末字仄",
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
