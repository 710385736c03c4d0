//! A poem that is given, and a change to it.

use super::*;

#[test]
fn a_change_is_taken_and_its_faults_mended() {
    let brief = Brief::new(Form::FiveQuatrain, "");
    let machine = Compose::polish(brief, GOOD, "第三句更活泼些", Budget::default());
    let changed = GOOD.replace("欲穷千里目", "笑看千山目");
    let (prompts, outcome) = run_on(machine, &[&changed, "第3句：笑看千里目"]);
    assert!(prompts[0].contains("【修改要求】\n第三句更活泼些\n"));
    assert!(prompts[1].contains("不可失了它：第三句更活泼些"));
    let by: Vec<By> = outcome.versions.iter().map(|v| v.by).collect();
    assert_eq!(by, [By::Given, By::Polish, By::Revision]);
    assert_eq!(outcome.versions[1].changed, [3]);
    assert_eq!(accepted(&outcome), [true, true, true]);
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(2)));
}

#[test]
fn only_a_change_that_keeps_the_shape_and_what_is_locked_is_taken() {
    let mut brief = Brief::new(Form::FiveQuatrain, "");
    brief.acrostic = "白黄欲更".into();
    let machine = Compose::polish(brief, GOOD, "换个开头", Budget::default());
    let lost = GOOD.replace("白日", "红日");
    let (prompts, outcome) = run_on(machine, &[&lost, "第1句：白月依山尽"]);
    assert!(prompts[1].contains("- 上一次的回答不合要求："));
    assert_eq!(accepted(&outcome), [true, false, true]);
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(2)));
}

#[test]
fn a_change_that_never_comes_leaves_the_poem() {
    let brief = Brief::new(Form::FiveQuatrain, "");
    let machine = Compose::polish(brief, GOOD, "更好", Budget::default());
    let (_, outcome) = run_on(machine, &["好的，请稍等。", GOOD]);
    assert_eq!((outcome.end, outcome.best), (End::NoProgress, Some(0)));
}

#[test]
fn what_is_no_poem_is_written_with_the_instruction() {
    let brief = Brief::new(Form::FiveQuatrain, "");
    let machine = Compose::polish(brief, "一句话", "写她的外婆", Budget::default());
    let (prompts, outcome) = run_on(machine, &[GOOD]);
    assert!(prompts[0].contains("请写一首") && prompts[0].contains("写她的外婆"));
    assert_eq!(outcome.end, End::Clean);
}

#[test]
fn a_given_poem_keeps_its_rhyme_whatever_the_brief_says() {
    let mut brief = Brief::new(Form::FiveQuatrain, "");
    brief.group = "东".into();
    let machine = Compose::polish(brief, GOOD, "第三句更活泼些", Budget::default());
    let changed = GOOD.replace("欲穷千里目", "笑看千里目");
    let (prompts, outcome) = run_on(machine, &[&changed]);
    assert!(prompts[0].contains("的尤韵"));
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(1)));
}
