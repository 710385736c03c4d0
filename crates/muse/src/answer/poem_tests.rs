use super::*;
use crate::answer::text_of;
use verse::Form;

const POEM: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";

fn find(text: &str) -> String {
    let poem = poem(text, &Shape::of(Form::FiveQuatrain));
    poem.map_or_else(String::new, |p| text_of(&p.lines))
}

#[test]
fn a_poem_is_found_whatever_stands_around_it() {
    for text in [
        POEM,
        "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
        "白日依山尽 黄河入海流\n欲穷千里目 更上一层楼",
        "白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼",
        "登鹳雀楼\n\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
        "春日登高楼\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
        "《登鹳雀楼》\n王之涣\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。",
        "好的，以下是一首五绝：\n\n```\n白日依山尽，黄河入海流。\n\n欲穷千里目，更上一层楼。\n```\n\n\
         此诗平仄合律，\n希望您能喜欢！",
        "1. 白日依山尽，\n2. 黄河入海流。\n3. 欲穷千里目，\n4. 更上一层楼。\n\n赏析：意境开阔。",
        "第一句：白日依山尽，（写景）\n第二句：黄河入海流。（写景）\n第三句：欲穷千里目，\n第四句：更上一层楼。",
        "首联：白日依山尽，黄河入海流。\n尾联：欲穷千里目，更上一层楼。",
        "**白日依山尽**，\n平平仄仄平\n**黄河入海流**。\n仄仄平平仄\n**欲穷千里目**，\n平平仄仄平\n**更上一层楼**。",
        "初稿：\n红日依山尽，黄河入海流。欲穷千里目，更上一层楼。\n定稿：\n白日依山尽，黄河入海流。欲穷千里目，更上一层楼。",
        "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。\n\n全诗押尤韵，\n气象很开阔。",
    ] {
        assert_eq!(find(text), POEM, "{text}");
    }
}

#[test]
fn traditional_script_and_rare_characters_are_verse_too() {
    let text = "白日依山盡，\n黃河入海流。\n欲窮千里目，\n更上一層樓。";
    assert_eq!(find(text), text);
    let rare = text.replace('盡', "𠀀");
    assert_eq!(find(&rare), rare);
}

#[test]
fn a_title_is_kept_apart() {
    let title = |text: &str| poem(text, &Shape::of(Form::FiveQuatrain)).unwrap().title;
    assert_eq!(
        title(&format!("《登鹳雀楼》\n{POEM}")).as_deref(),
        Some("登鹳雀楼")
    );
    assert_eq!(
        title(&format!("# 登鹳雀楼\n{POEM}")).as_deref(),
        Some("登鹳雀楼")
    );
    assert_eq!(
        title(&format!("题目：登楼\n{POEM}")).as_deref(),
        Some("登楼")
    );
    assert_eq!(
        title(&format!("春日登高楼\n{POEM}")).as_deref(),
        Some("春日登高楼")
    );
    assert_eq!(title(POEM), None);
}

#[test]
fn a_wrong_shape_comes_back_as_it_is() {
    let short = "白日依山尽，\n黄河入海流。\n欲穷千里目。";
    assert_eq!(find(short), short);
    let long_line = "白日依山尽，\n滚滚黄河入海流。\n欲穷千里目，\n更上一层楼。";
    assert_eq!(find(&format!("好的：\n{long_line}")), long_line);
    let five = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。\n登高望四海，";
    assert_eq!(find(five), five);
    let then_text = format!("{short}\n\n此诗合平仄，\n意境很开阔。");
    assert_eq!(find(&then_text), short);
}

#[test]
fn no_verse_is_none() {
    for text in [
        "",
        "抱歉，我不能写这首诗。",
        "Sorry, I cannot.",
        "好的",
        "请问您想写给谁？\n",
    ] {
        assert_eq!(poem(text, &Shape::of(Form::FiveQuatrain)), None, "{text}");
    }
}

#[test]
fn extended_verse_may_have_more_lines() {
    let couplet = "白日依山尽，黄河入海流。\n";
    let shape = Shape::of(Form::FiveExtended);
    assert_eq!(poem(&couplet.repeat(6), &shape).unwrap().lines.len(), 12);
    assert_eq!(poem(&couplet.repeat(5), &shape).unwrap().lines.len(), 10);
}

#[test]
fn a_draft_shows_while_it_comes() {
    let mut shown = Vec::new();
    let answer = format!("好的，为您写一首：\n\n《登鹳雀楼》\n\n{POEM}\n\n说明：押尤韵");
    for (at, c) in answer.char_indices() {
        let lines = so_far(&answer[..at + c.len_utf8()], &Shape::of(Form::FiveQuatrain));
        shown.push(
            lines
                .iter()
                .map(|l| l.text.as_str())
                .collect::<Vec<_>>()
                .join("/"),
        );
    }
    shown.dedup();
    let begin = shown.iter().position(|s| s == "白").unwrap();
    let whole: String = POEM.chars().filter(|c| !"，。".contains(*c)).collect();
    let mut expected = Vec::new();
    for (at, c) in whole.char_indices() {
        expected.push(whole[..at + c.len_utf8()].replace('\n', "/"));
    }
    expected.retain(|s| !s.ends_with('/'));
    assert_eq!(shown[begin..begin + 20], expected);
    assert_eq!(so_far(&answer, &Shape::of(Form::FiveQuatrain)).len(), 4);
}

#[test]
fn it_never_panics_on_any_prefix_of_odd_text() {
    let odd =
        "第\n第十\n（（\n》《\n①②、\n1.2.3\n：：\n→→\n# \n> - *\n平仄\n𠀀\u{301}‍\n第三句改为\n\0";
    for (at, c) in odd.char_indices() {
        let text = &odd[..at + c.len_utf8()];
        assert!(poem(text, &Shape::of(Form::SevenOctave)).is_none());
        assert!(
            so_far(text, &Shape::of(Form::SevenQuatrain))
                .iter()
                .all(|l| l.len() <= 10)
        );
    }
}
