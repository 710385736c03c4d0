//! A lyric is asked for, checked and mended line by line.

use std::sync::Arc;

use super::*;
use crate::brief::{Lock, TuneForm};
use verse::ci::Tunes;

/// 李清照《如梦令》.
const SHORT: &str =
    "常记溪亭日暮，\n沉醉不知归路。\n兴尽晚回舟，\n误入藕花深处。\n争渡，\n争渡，\n惊起一滩鸥鹭。";
/// 韦庄《菩萨蛮》: four rhymes.
const LONG: &str = "人人尽说江南好，\n游人只合江南老。\n春水碧于天，\n画船听雨眠。\n\n\
                    垆边人似月，\n皓腕凝霜雪。\n未老莫还乡，\n还乡须断肠。";

fn brief(name: &str) -> Brief {
    let tunes = Arc::new(Tunes::baked().unwrap());
    Brief::lyric(TuneForm::find(&tunes, name, 1).unwrap(), "江南")
}

fn write(name: &str, answers: &[&str]) -> (Vec<String>, Outcome) {
    run_on(Compose::new(brief(name), Budget::default()), answers)
}

/// A poem with lines replaced.
fn with(poem: &str, changes: &[(&str, &str)]) -> String {
    let mut text = poem.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

#[test]
fn a_clean_lyric_is_all() {
    for (name, text) in [("如梦令", SHORT), ("菩萨蛮", LONG)] {
        let (prompts, outcome) = write(name, &[text]);
        assert_eq!(prompts.len(), 1);
        assert_eq!((outcome.end, outcome.best), (End::Clean, Some(0)), "{name}");
        assert_eq!(outcome.versions[0].text, text);
        assert!(outcome.versions[0].report.lyric().is_some());
    }
}

#[test]
fn tone_rhyme_and_length_are_asked_for_line_by_line() {
    let draft = with(
        SHORT,
        &[
            ("沉醉不知", "沉醉江上"),
            ("晚回舟", "迟迟晚回舟"),
            ("鸥鹭", "鸥雁"),
        ],
    );
    let answer = "第2句：沉醉不知归路\n第3句：兴尽晚回舟\n第7句：惊起一滩鸥鹭\n第1句：记得溪亭日暮";
    let (prompts, outcome) = write("如梦令", &[&draft, answer]);
    let asked = &prompts[1];
    assert!(
        asked.contains("请改写其中的第2句、第3句、第7句，"),
        "{asked}"
    );
    assert!(asked.contains("第2句，格律：中仄中平中仄（6字，押韵，仄声）\n  - 押韵：与第1句“暮”"));
    assert!(asked.contains("第二句第四字“上”是仄声，此处用平"));
    assert!(asked.contains("第3句“兴尽迟迟晚回舟”有7字，应为5字。"));
    assert!(asked.contains("与第四部韵（仄声）不押"));
    assert!(asked.contains("第7句：□□□□□□"));
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(1)));
    let version = &outcome.versions[1];
    assert_eq!(
        (&*version.text, &version.changed[..]),
        (SHORT, &[2, 3, 7][..])
    );
    assert_eq!(outcome.calls[1].open, [2, 3, 7]);
    assert_eq!(outcome.usage.total(), 240);
}

#[test]
fn each_of_four_rhymes_is_its_own() {
    let draft = with(
        LONG,
        &[
            ("听雨眠", "听雨吟"),
            ("莫还乡", "莫要还乡"),
            ("人似月", "人如月"),
        ],
    );
    let answer = "```\n第4句：画船听雨眠。\n第5句：垆边人似月，\n第7句：未老莫还乡，\n```";
    let (prompts, outcome) = write("菩萨蛮", &[&draft, answer]);
    let asked = &prompts[1];
    assert!(
        asked.contains("请改写其中的第4句、第5句、第7句，"),
        "{asked}"
    );
    assert!(asked.contains("与第3句“天”同押第七部平声，韵脚从下列字中选：山年千"));
    assert!(asked.contains("与第8句“肠”同押第二部平声"));
    assert_eq!(outcome.end, End::Clean);
    assert_eq!(outcome.versions[1].text, LONG);
}

#[test]
fn what_repeats_a_line_changes_with_it() {
    let draft = with(SHORT, &[("深处。\n争渡", "深处。\n争先渡")]);
    let answer = "第5句：归路\n第6句：归路";
    let (prompts, outcome) = write("如梦令", &[&draft, answer]);
    assert!(
        prompts[1].contains("请改写其中的第5句、第6句，"),
        "{}",
        prompts[1]
    );
    assert!(prompts[1].contains("- 叠句：叠第5句，一字不差。"));
    assert!(
        prompts[1].contains("押韵：与第1句“暮”、第2句“路”、第4句“处”、第7句“鹭”同押第四部仄声")
    );
    assert_eq!(outcome.end, End::Clean);
    assert!(outcome.versions[1].text.contains("归路，\n归路，"));
    // The line that repeats is mended by itself.
    let draft = with(SHORT, &[("争渡，\n惊", "争先渡，\n惊")]);
    let (prompts, outcome) = write("如梦令", &[&draft, "第6句：争渡"]);
    assert!(prompts[1].contains("请改写其中的第6句，"), "{}", prompts[1]);
    assert_eq!(outcome.versions[1].text, SHORT);
}

#[test]
fn a_revision_that_is_worse_is_not_taken() {
    let draft = with(SHORT, &[("一滩鸥鹭", "一滩鸥雁")]);
    let worse = "第7句：惊起沙滩鸥雁";
    let right = "第7句：惊起一滩鸥鹭";
    let (prompts, outcome) = write("如梦令", &[&draft, worse, right]);
    assert!(prompts[2].contains("第7句（改写）：惊起一滩鸥雁。"));
    assert!(prompts[2].contains("已试过而仍不合，不要再用：惊起沙滩鸥雁"));
    assert_eq!(accepted(&outcome), [true, false, true]);
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(2)));
    // Of several lines the one that helps is taken, and the one that does not is left.
    let draft = with(&draft, &[("晚回舟", "迟晚回舟")]);
    let answer = "第3句：兴尽晚回舟\n第7句：惊起沙月鸥雁";
    let (_, outcome) = write("如梦令", &[&draft, answer]);
    assert_eq!(outcome.versions[1].changed, [3]);
}

#[test]
fn the_right_length_goes_before_the_tones() {
    let draft = with(SHORT, &[("兴尽晚回舟", "兴尽迟晚回舟")]);
    let (_, outcome) = write("如梦令", &[&draft, "第3句：高高晚月愁"]);
    assert_eq!(accepted(&outcome), [true, true]);
}

#[test]
fn a_locked_character_is_kept() {
    let mut brief = brief("如梦令");
    brief.locked.push(Lock {
        line: 7,
        position: 2,
        character: '起',
    });
    brief.locked.push(Lock {
        line: 5,
        position: 3,
        character: '不',
    });
    assert_eq!(brief.locks().len(), 1);
    brief.acrostic = "常沉".into();
    let draft = with(SHORT, &[("鸥鹭", "鸥雁")]);
    let answers = [&*draft, "第7句：惊散一滩鸥鹭", "第7句：惊起一滩鸥鹭"];
    let (prompts, outcome) = run_on(Compose::new(brief, Budget::default()), &answers);
    assert!(prompts[0].contains("第1句首字“常”，第2句首字“沉”"));
    assert!(prompts[0].contains("第7句第2字“起”"));
    assert!(prompts[1].contains("第2字“起”已定，不可改"));
    assert_eq!(accepted(&outcome), [true, false, true]);
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(2)));
}

#[test]
fn a_lyric_of_another_shape_is_written_again() {
    let missing = with(SHORT, &[("误入藕花深处。\n", "")]);
    let (prompts, outcome) = write("如梦令", &[&missing, SHORT]);
    assert!(prompts[1].contains("请重填一首词，词牌《如梦令》"));
    assert!(prompts[1].contains("- 应为7句，上次是6句。\n- 第三句之后缺一句：此体应有六字。"));
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(1)));
    // A quatrain is no lyric of this form, whatever the check makes of it.
    let quatrain = "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。";
    let (prompts, outcome) = write("如梦令", &[quatrain, SHORT]);
    assert!(prompts[1].contains("请重填一首词"));
    assert_eq!(outcome.end, End::Clean);
    let (prompts, _) = write("如梦令", &["抱歉，我不能写这首词。", SHORT]);
    assert!(prompts[1].contains("- 回答里没有找到诗句。"));
}

#[test]
fn lines_that_make_up_for_each_other_are_both_of_a_wrong_length() {
    let draft = with(SHORT, &[("晚回舟，\n误入", "晚回舟误，\n入")]);
    let answer = "第3句：兴尽晚回舟\n第4句：误入藕花深处";
    let (prompts, outcome) = write("如梦令", &[&draft, answer]);
    assert!(
        prompts[1].contains("请改写其中的第3句、第4句，"),
        "{}",
        prompts[1]
    );
    assert!(prompts[1].contains("第3句“兴尽晚回舟误”有6字，应为5字。"));
    assert_eq!(
        (outcome.end.clone(), &*outcome.versions[1].text),
        (End::Clean, SHORT)
    );
}

#[test]
fn lines_that_resist_are_asked_for_in_several_candidates_and_never_in_another_rhyme() {
    let draft = with(SHORT, &[("鸥鹭", "鸥鸣")]);
    let no = "第7句：惊起沙滩鸥鸣";
    let many = "第7句：\n1. 惊起沙滩飞雁\n2. 惊起一滩鸥鹭\n3. 惊起一行鸥雁";
    let (prompts, outcome) = write("如梦令", &[&draft, no, no, many]);
    assert!(prompts[3].contains("每句各写出5个不同的候选"));
    assert_eq!(
        (outcome.end.clone(), &*outcome.versions[2].text),
        (End::Clean, SHORT)
    );
    let (prompts, outcome) = run_on(
        Compose::new(brief("如梦令"), many_rounds()),
        &[&draft, no, no, no, no],
    );
    assert!(
        prompts
            .iter()
            .skip(1)
            .all(|prompt| prompt.contains("请改写其中的第7句"))
    );
    assert_eq!((outcome.end, outcome.best), (End::NoProgress, Some(0)));
}

#[test]
fn a_lyric_comes_as_it_is_written_and_what_came_is_kept() {
    let mut machine = Compose::new(brief("菩萨蛮"), Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Text(
        "上片：\n人人尽说江南好，游人只合江南老。".into(),
    ));
    assert_eq!(machine.poem(), "人人尽说江南好，\n游人只合江南老。");
    machine.step(Event::Text("春水碧于天，画船".into()));
    assert_eq!(
        machine.poem(),
        "人人尽说江南好，\n游人只合江南老。\n春水碧于天，\n画船"
    );
    machine.step(Event::Failed(Error::Stopped));
    let outcome = machine.into_outcome();
    assert!(outcome.versions[0].partial);
    let whole = format!("{LONG}\n\n此词写江南春色，情致婉转。");
    let mut machine = Compose::new(brief("菩萨蛮"), Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Text(whole));
    machine.step(Event::Failed(Error::Stopped));
    let outcome = machine.into_outcome();
    assert_eq!(
        (&*outcome.versions[0].text, outcome.versions[0].partial),
        (LONG, false)
    );
}

#[test]
fn a_given_lyric_is_changed_and_mended() {
    let compose = Compose::polish(brief("菩萨蛮"), LONG, "第七句更沉痛", Budget::default());
    let changed = with(LONG, &[("未老莫还乡", "老大莫言归")]);
    let (prompts, outcome) = run_on(compose, &[&changed, "第7句：未老莫还乡"]);
    assert!(prompts[0].contains("下面是一首《菩萨蛮》词，请按要求修改"));
    assert!(prompts[1].contains("请改写其中的第7句，"), "{}", prompts[1]);
    assert_eq!(outcome.versions[0].by, By::Given);
    assert_eq!(outcome.versions[1].by, By::Polish);
    // Back where it was is nothing new.
    assert_eq!(outcome.versions.len(), 2);
}

#[test]
fn the_budget_ends_a_lyric_too() {
    let draft = with(SHORT, &[("鸥鹭", "鸥雁")]);
    let budget = Budget {
        rounds: 1,
        ..Budget::default()
    };
    let (_, outcome) = run_on(
        Compose::new(brief("如梦令"), budget),
        &[&draft, "第7句：惊起沙滩鸥雁"],
    );
    assert_eq!((outcome.end, outcome.best), (End::Budget, Some(0)));
}
