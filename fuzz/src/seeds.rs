//! What every target begins with: the gold poems, what providers send, and hostile texts. What an engine has found
//! beside it lies in corpus/.

use serde::Deserialize;
use yinchuang::{
    drafts::{
        exchange,
        record::{Body, Head},
    },
    keep::log::{Called, Log, Talked},
    share::link::Parcel,
};

#[derive(Deserialize)]
struct Gold {
    poem: Vec<Poem>,
}

#[derive(Deserialize)]
struct Poem {
    text: String,
}

const POEM: &str = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";

/// Lyrics: 李清照, 温庭筠, 李煜, 苏轼.
const LYRICS: [&str; 4] = [
    "如梦令\n常记溪亭日暮，沉醉不知归路。兴尽晚回舟，误入藕花深处。争渡，争渡，惊起一滩鸥鹭。",
    "《菩薩蠻》\n小山重疊金明滅。鬢雲欲度香腮雪。懶起畫蛾眉。弄妝梳洗遲。\n\n照花前後鏡。花面交相映。新帖繡羅襦。雙雙金鷓鴣。",
    "别来春半，触目愁肠断。砌下落梅如雪乱，拂了一身还满。\n雁来音信无凭，路遥归梦难成。离恨恰如春草，更行更远还生。",
    "水调歌头·丙辰中秋\n明月几时有？把酒问青天。不知天上宫阙，今夕是何年。我欲乘风归去，又恐琼楼玉宇，高处不胜寒。起舞弄清影，何似在人间。转朱阁，低绮户，照无眠。不应有恨，何事长向别时圆？人有悲欢离合，月有阴晴圆缺，此事古难全。但愿人长久，千里共婵娟。",
];

/// What providers send, a format each, in the order of the target's first byte.
const STREAMS: [(u8, &str); 7] = [
    // An event of two lines, with the ends of Windows: a piece may end between the two characters of one.
    (
        0,
        "data: {\"choices\":[{\"delta\":\r\ndata: {\"content\":\"白日\"}}]}\r\n\r\nevent: error\r\ndata: No.\r\n\r\n",
    ),
    (
        0,
        "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"想\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"<think>a</think>白日\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5,\"prompt_tokens_details\":{\"cached_tokens\":2}}}\n\ndata: [DONE]\n\n",
    ),
    (
        0,
        "{\"choices\":[{\"message\":{\"content\":\"白日依山尽\"},\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":3}}",
    ),
    (
        0,
        "\u{feff}: comment\r\n\r\nevent: error\rdata: {\"error\":{\"message\":\"No.\",\"code\":429}}\r\r",
    ),
    (
        1,
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":9,\"cache_read_input_tokens\":1}}}\n\nevent: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"想\"}}\n\ndata: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"白日\"}}\n\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":4}}\n\ndata: {\"type\":\"message_stop\"}\n\n",
    ),
    (
        1,
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
    ),
    (
        2,
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"想\",\"thought\":true},{\"text\":\"白日\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":3,\"candidatesTokenCount\":4,\"thoughtsTokenCount\":2}}\n\n",
    ),
];

/// Answers of models, errors and lists of models.
const ANSWERS: [&str; 9] = [
    "《登楼》\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。",
    "1. 白日依山尽，\n2. 黄河入海流。\n3. 欲穷千里目，\n4. 更上一层楼。",
    "第三句：\n- 欲穷千里目\n- **欲望千山目**\n第四句：更上一层楼（平仄：仄仄仄平平）",
    "```\n白日依山尽\n黄河入海流\n```\n| 1 | 白日依山尽 |\n> 更上一层楼",
    "第二句“流”字不押韵，第三句第二字“穷”应为仄声。The third line breaks adhesion.",
    "{\"error\":{\"message\":\"Incorrect API key provided: sk-0123456789abcdef.\",\"code\":\"invalid_api_key\"}}",
    "{\"error\":{\"code\":429,\"message\":\"quota\",\"details\":[{\"retryDelay\":\"36.5s\"}]}}",
    "{\"data\":[{\"id\":\"a\"},{\"id\":\"models/b\"},{\"name\":\"c\",\"supportedGenerationMethods\":[\"generateContent\"]}]}",
    "<!doctype html><p>502",
];

/// Texts that are no verse: markup, marks that turn or hide text, what looks like half a surrogate, other scripts.
const HOSTILE: [&str; 14] = [
    "<img src=x onerror=alert(1)>，<script>alert(1)</script>。",
    "白日依山尽\u{202e}，黄河入海流\u{202c}。\u{2066}欲穷千里目\u{2069}，更上一层楼。",
    "白\u{200b}日\u{200d}依\u{feff}山\u{2060}尽\u{ad}，黄河入海流。",
    "白\u{301}\u{302}\u{303}日\u{fe0f}依\u{e0100}山尽\u{20dd}",
    "\u{fffd}\u{fffe}\u{ffff}\u{10ffff}\u{e000}\u{d7ff}",
    "\\ud800\\udc00 %ED%A0%80 &#xD800;",
    "𠮷𠮷𠮷𠮷𠮷，𪚥𪚥𪚥𪚥𪚥。\u{2f800}\u{2f00}\u{f900}",
    "\r\n\r\r\n\n\u{2028}\u{2029}\u{85}\u{b}\u{c}\u{0}",
    "，。！？；：、“”‘’（）《》「」『』…—·□〇",
    "□□□□□，□□□□□。□□□□□，□□□□□。",
    "a b c d e f g 1 2 3 ４５６ ｱｲｳ 가나다 ไทย עברית العربية 👨‍👩‍👧‍👦🇨🇳",
    "[[[[[[[[[[[[[[[[[[[[{{{{{{{{{{{{{{{{\"\"\"\"",
    "《》\n作者：\n\n（）\n序：\n",
    "* * *\n\n* * *\n诗\n* * *",
];

/// The seeds of a target, small enough for an engine to work with.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut texts = gold();
    texts.extend(HOSTILE.map(str::to_owned));
    let mut own: Vec<Vec<u8>> = match target {
        "stream" => STREAMS
            .map(|(wire, text)| [&[wire, 1], text.as_bytes()].concat())
            .into(),
        "answers" => ANSWERS
            .map(|text| [b"\x00\xff", text.as_bytes()].concat())
            .into(),
        "lyrics" => LYRICS
            .map(|text| [&[0, 4, 0, 0], text.as_bytes()].concat())
            .into(),
        "link" => texts.iter().filter_map(|text| fragment(text)).collect(),
        "drafts" => [&[POEM][..], &HOSTILE]
            .concat()
            .into_iter()
            .map(file)
            .collect(),
        _ => Vec::new(),
    };
    let head = "\0".repeat(match target {
        "verse" => 6,
        "lyrics" => 4,
        "stream" | "answers" => 2,
        _ => 0,
    });
    own.extend(
        texts
            .into_iter()
            .map(|text| (head.clone() + &text).into_bytes()),
    );
    own
}

/// Texts of about a million characters, and deep ones.
pub fn large() -> Vec<Vec<u8>> {
    let mut texts: Vec<String> = [
        "诗",
        "诗\n",
        "，",
        "\u{200b}",
        "\u{202e}",
        " ",
        "白日依山尽，",
        "[",
        "{\"a\":",
        "data: \n\n",
    ]
    .iter()
    .map(|piece| piece.repeat(1_000_000 / piece.chars().count()))
    .collect();
    texts.push(POEM.repeat(40_000));
    texts.push("* * *\n".repeat(160_000));
    texts.into_iter().map(String::into_bytes).collect()
}

fn gold() -> Vec<String> {
    [
        include_str!("../../crates/verse/tests/gold/poems.toml"),
        include_str!("../../crates/verse/tests/gold/cases.toml"),
    ]
    .iter()
    .flat_map(|file| {
        toml::from_str::<Gold>(file)
            .expect("the gold poems are TOML")
            .poem
    })
    .map(|poem| poem.text)
    .collect()
}

fn fragment(text: &str) -> Option<Vec<u8>> {
    let parcel = Parcel {
        text: text.to_owned(),
        form: None,
        book: None,
    };
    parcel.to_fragment().map(String::into_bytes)
}

/// A file with two drafts, a version and a run of a model, and this text in all places where a person's may stand.
fn file(text: &str) -> Vec<u8> {
    let head = |id: &str, text: &str| {
        let mut head = Head {
            id: id.to_owned(),
            name: text.to_owned(),
            ..Head::default()
        };
        head.draft.id = id.to_owned();
        head.draft.text = text.to_owned();
        head
    };
    let mut body = Body::default();
    body.add_own(text, 7, [1, 2]);
    let mut log = Log::default();
    log.add(Talked {
        calls: vec![Called {
            open: vec![1, 2],
            question: text.to_owned(),
            answer: text.to_owned(),
            better: Some(true),
            ..Called::default()
        }],
        ..Talked::none()
    });
    let drafts = [
        (head("d1", text), body),
        (head("d2", "春"), Body::default()),
    ];
    exchange::to_json(drafts.iter(), Some(&log)).into_bytes()
}
