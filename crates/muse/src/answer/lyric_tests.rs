use std::sync::Arc;

use verse::ci::Tunes;

use crate::{
    answer::{Shape, candidates, lines, poem, so_far, text_of},
    brief::TuneForm,
};

/// 李清照《如梦令》.
const SHORT: &str =
    "常记溪亭日暮，\n沉醉不知归路。\n兴尽晚回舟，\n误入藕花深处。\n争渡，\n争渡，\n惊起一滩鸥鹭。";
/// 韦庄《菩萨蛮》.
const LONG: &str = "人人尽说江南好，\n游人只合江南老。\n春水碧于天，\n画船听雨眠。\n\n\
                    垆边人似月，\n皓腕凝霜雪。\n未老莫还乡，\n还乡须断肠。";

fn shape(name: &str) -> Shape {
    let tunes = Arc::new(Tunes::baked().unwrap());
    Shape::lyric(TuneForm::find(&tunes, name, 1).unwrap())
}

#[track_caller]
fn find(name: &str, text: &str) -> String {
    let poem = poem(text, &shape(name));
    poem.map_or_else(String::new, |p| text_of(&p.lines))
}

#[test]
fn a_short_lyric_is_found_whatever_stands_around_it() {
    let run_on = SHORT.replace('\n', "");
    for text in [
        SHORT.to_owned(),
        run_on.clone(),
        format!("《如梦令》\n{run_on}"),
        format!("如梦令\n\n{SHORT}"),
        format!("如梦令·溪亭\n{SHORT}"),
        format!("好的，以下是一首词：\n\n```\n{SHORT}\n```\n\n说明：此词押仄声韵，意境清新。"),
        format!("{SHORT}\n此词写少时游赏，\n情趣盎然。\n希望您喜欢！"),
        format!("{SHORT}\n\n这首词写溪亭日暮的游兴，语言清新，画面生动。\n全词押仄声韵。"),
        // Lines without marks, with numbers, with patterns between them.
        SHORT.replace(['，', '。'], ""),
        (1..)
            .zip(SHORT.lines())
            .map(|(n, line)| format!("第{n}句：{line}\n"))
            .collect(),
        SHORT
            .lines()
            .map(|line| format!("**{line}**\n（中仄中平中仄）\n"))
            .collect(),
        // Two lines joined, one parted.
        SHORT.replace("暮，\n", "暮"),
        SHORT
            .replace("误入藕花深处", "误入\n藕花深处")
            .replace("误入\n", "误入"),
        format!("初稿：\n{}\n定稿：\n{SHORT}", SHORT.replace("鸥鹭", "白鹭")),
    ] {
        let found = find("如梦令", &text);
        let plain = |text: &str| text.replace(['，', '。'], "");
        assert_eq!(plain(&found), plain(SHORT), "{text}");
        assert!(found.ends_with('。'), "{text}");
    }
}

#[test]
fn stanzas_may_be_labelled_or_not() {
    let [first, second] =
        [LONG.split("\n\n").next(), LONG.split("\n\n").nth(1)].map(Option::unwrap);
    for text in [
        LONG.to_owned(),
        LONG.replace("\n\n", "\n"),
        format!("上片：\n{first}\n\n下片：\n{second}"),
        format!("【上片】\n{first}\n【下片】\n{second}"),
        format!("**上阕**\n{first}\n**下阕**\n{second}"),
        format!(
            "上片：{}\n下片：{}",
            first.replace('\n', ""),
            second.replace('\n', "")
        ),
    ] {
        assert_eq!(find("菩萨蛮", &text), LONG, "{text}");
    }
}

#[test]
fn a_line_that_pauses_is_one_line() {
    // 苏轼《念奴娇》's second line in a form that has nine characters there.
    let tunes = Arc::new(Tunes::baked().unwrap());
    let form = TuneForm::find(&tunes, "念奴娇", 2).unwrap();
    assert_eq!(form.form().lengths().nth(1), Some(9));
    let shape = Shape::lyric(form);
    let rest = "故垒西边人道是，三国周郎赤壁。乱石穿空，惊涛拍岸，卷起千堆雪。江山如画，一时多少豪杰。\n\n\
                遥想公瑾当年，小乔初嫁，了雄姿英发。羽扇纶巾谈笑间，强虏灰飞烟灭。故国神游，多情应笑，我早生华发。人间如梦，一尊还酹江月。";
    for (written, expected) in [
        ("浪淘尽、千古风流人物。", "浪淘尽、千古风流人物。"),
        ("浪淘尽，千古风流人物。", "浪淘尽、千古风流人物。"),
        ("浪淘尽\n千古风流人物。", "浪淘尽、千古风流人物。"),
        ("浪淘尽千古风流人物。", "浪淘尽千古风流人物。"),
    ] {
        let poem = poem(&format!("大江东去，{written}{rest}"), &shape).unwrap();
        assert_eq!(poem.lines.len(), shape.lines(), "{written}");
        assert!(shape.is_of(&poem));
        assert!(text_of(&poem.lines[..2]).ends_with(expected), "{written}");
        let found = lines(
            &format!("第2句：{}", written.replace('\n', "，")),
            &shape,
            &[2],
        );
        assert_eq!(found[0].1.len(), 9, "{written}");
    }
}

#[test]
fn a_wrong_length_stays_at_its_line() {
    for (right, wrong) in [
        ("兴尽晚回舟", "兴尽迟晚回舟"),
        ("兴尽晚回舟", "兴尽回舟"),
        ("误入藕花深处", "误入藕花深深处处不知"),
    ] {
        let text = SHORT.replace(right, wrong);
        assert_eq!(find("如梦令", &text), text);
    }
    // Lines that make up for each other are two of a wrong length all the same.
    let text = SHORT.replace("兴尽晚回舟，\n误入", "兴尽晚回舟误，\n入");
    assert_eq!(find("如梦令", &text), text);
    let missing = SHORT.replace("争渡，\n争渡，\n", "");
    assert_eq!(find("如梦令", &missing), missing);
}

#[test]
fn a_title_is_kept_apart() {
    let title = |text: &str| poem(text, &shape("如梦令")).unwrap().title;
    assert_eq!(
        title(&format!("《如梦令·溪亭》\n{SHORT}")).as_deref(),
        Some("如梦令·溪亭")
    );
    assert_eq!(
        title(&format!("如梦令·溪亭\n\n{SHORT}")).as_deref(),
        Some("如梦令·溪亭")
    );
    assert_eq!(title(&format!("# 溪亭\n{SHORT}")).as_deref(), Some("溪亭"));
    assert_eq!(title(SHORT), None);
    assert_eq!(title(&format!("好的，写一首。\n{SHORT}")), None);
}

#[test]
fn no_verse_is_none() {
    for text in [
        "",
        "抱歉，我不能写这首词。",
        "好的",
        "请问您想写给谁？\n是送给朋友的吗？",
    ] {
        assert_eq!(poem(text, &shape("如梦令")), None, "{text}");
    }
}

#[test]
fn a_draft_shows_while_it_comes() {
    let answer = format!("好的，为您填一首：\n\n{LONG}\n\n说明：换韵四次");
    let shape = shape("菩萨蛮");
    let mut longest = 0;
    for (at, c) in answer.char_indices() {
        let lines = so_far(&answer[..at + c.len_utf8()], &shape);
        assert!(lines.len() >= longest || at < 60, "{}", &answer[..at]);
        longest = longest.max(lines.len());
    }
    assert_eq!(text_of(&so_far(&answer, &shape)), LONG);
    let half = &LONG[..LONG.find("凝霜").unwrap()];
    let lines = so_far(half, &shape);
    assert_eq!(
        (lines.len(), &*lines[5].text, lines[5].mark),
        (6, "皓腕", None)
    );
    assert!(lines[4].stanza);
}

#[test]
fn the_lines_of_a_revision_have_their_own_lengths() {
    let shape = shape("如梦令");
    let found = |text: &str, asked: &[usize]| -> Vec<(usize, String)> {
        let lines = lines(text, &shape, asked).into_iter();
        lines.map(|(n, l)| (n, l.text)).collect()
    };
    let expected = [(3, "兴尽晚回舟".to_owned()), (5, "争渡".to_owned())];
    for text in [
        "第3句：兴尽晚回舟，\n第5句：争渡，",
        "3. 兴尽晚回舟\n5. 争渡",
        "兴尽晚回舟，\n争渡，",
        "兴尽晚回舟，争渡，",
        "1：兴尽晚回舟\n2：争渡",
        "```\n第3句：兴尽晚回舟，\n第5句：争渡，\n```\n说明：已改。",
        "第三句：\n兴尽晚回舟\n第五句：\n争渡",
        SHORT,
    ] {
        assert_eq!(found(text, &[3, 5]), expected, "{text}");
    }
    assert_eq!(found("抱歉，我做不到。", &[3, 5]), []);
}

#[test]
fn lines_may_be_counted_in_their_stanza() {
    let found = lines("下片第2句：皓腕凝霜雪。", &shape("菩萨蛮"), &[6]);
    assert_eq!((found[0].0, &*found[0].1.text), (6, "皓腕凝霜雪"));
}

#[test]
fn candidates_have_the_length_of_their_line() {
    let text = "第3句：\n1. 兴尽晚回舟\n2. 兴尽晚回归舟\n第4句：\n1. 误入藕花深处\n2. 误入藕花";
    let found = candidates(text, &shape("如梦令"), &[3, 4]);
    let found: Vec<_> = found.iter().map(|(n, l)| (*n, &*l.text)).collect();
    assert_eq!(found, [(3, "兴尽晚回舟"), (4, "误入藕花深处")]);
}
