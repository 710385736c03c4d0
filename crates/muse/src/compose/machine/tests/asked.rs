//! What is asked again, and with which reason, when an answer is not the verse that was wanted.

use super::*;

#[test]
fn a_wrong_shape_is_asked_for_again_with_the_reason() {
    let short = "白日依山，\n黄河入海流。\n欲穷千里目。";
    let (prompts, outcome) = run(&[short, GOOD]);
    assert!(prompts[1].contains("请重写一首五言绝句"));
    assert!(prompts[1].contains("- 应为4句，上次是3句。\n- 第1句“白日依山”有4字，应为5字。"));
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(1)));
    assert_eq!(outcome.versions[1].by, By::Draft);
    assert_eq!(outcome.versions[1].round, 1);
}

#[test]
fn a_right_shape_with_faults_beats_a_wrong_one_without() {
    let short = "白日依山尽，\n黄河入海流。\n欲穷千里目。";
    let budget = Budget {
        rounds: 1,
        ..Budget::default()
    };
    let (_, outcome) = run_on(machine(budget), &[short, FAULTY]);
    assert_eq!(outcome.best, Some(1));
    let (_, outcome) = run_on(machine(budget), &[FAULTY, "第4句：更上层楼"]);
    assert_eq!(outcome.best, Some(0));
}

#[test]
fn an_oblique_rhyme_is_not_what_was_asked() {
    let oblique = "千山鸟飞绝，\n万径人踪灭。\n孤舟蓑笠翁，\n独钓寒江雪。";
    let (prompts, outcome) = run(&[oblique, GOOD]);
    assert!(prompts[1].contains("- 押了仄声韵，应押平声韵。"));
    assert_eq!(outcome.best, Some(1));
}

#[test]
fn no_verse_is_asked_for_again_and_then_an_error() {
    let (prompts, outcome) = run(&["请问写给谁？", GOOD]);
    assert!(prompts[1].contains("- 回答里没有找到诗句。"));
    assert!(prompts[1].contains("（没有诗句）"));
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(0)));
    let (_, outcome) = run(&["请问写给谁？", "请问何时？"]);
    let said = "请问何时？".to_owned();
    assert_eq!(
        (outcome.end, outcome.best),
        (End::Failed(Error::NoVerse { said }), None)
    );
}

#[test]
fn an_answer_cut_at_a_limit_is_asked_for_again() {
    let mut machine = machine(Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Text("白日依山尽，\n黄河入".into()));
    let length = Event::Answered {
        finish: Finish::Length,
        usage: Usage::default(),
    };
    assert!(matches!(machine.step(length), Action::Ask(_)));
}

#[test]
fn a_model_that_does_not_stop_is_told_so() {
    let endless = "白日依山尽，\n".repeat(900);
    let (prompts, outcome) = run(&[&endless, GOOD]);
    assert!(prompts[1].contains("- 回答太长，没有停在诗的末句。"));
    assert_eq!((outcome.versions.len(), outcome.end), (1, End::Clean));
}

#[test]
fn a_poem_in_another_group_than_the_chosen_one_is_sent_back() {
    let mut brief = Brief::new(Form::FiveQuatrain, "登高");
    brief.group = "东".into();
    let machine = Compose::new(brief, Budget::default());
    let half = "白日依山尽，\n黄河入海风。\n欲穷千里目，\n更上一层楼。";
    let mended = "第4句：更上一层空";
    let (prompts, outcome) = run_on(machine, &[GOOD, GOOD, half, mended]);
    assert!(prompts[0].contains("韵部已定：东韵"));
    // Without a line in the group: the whole again. The same again: the lines.
    assert!(
        prompts[1].contains("- 应押东韵，上次押的是“尤”。"),
        "{}",
        prompts[1]
    );
    assert!(
        prompts[2].contains("请改写其中的第2句、第4句，"),
        "{}",
        prompts[2]
    );
    assert!(prompts[2].contains("- 韵脚“流”不在东韵：全诗须押东韵。"));
    assert!(prompts[2].contains("须押《平水韵》的东韵"));
    assert!(prompts[3].contains("请改写其中的第4句，"), "{}", prompts[3]);
    assert_eq!(outcome.end, End::Clean);
    assert_eq!(
        outcome
            .versions
            .last()
            .unwrap()
            .report
            .verse()
            .and_then(|report| report.rhyme.as_ref())
            .unwrap()
            .group,
        "东"
    );
}

#[test]
fn a_rhyme_that_the_person_chose_is_kept() {
    let mut brief = Brief::new(Form::FiveQuatrain, "登高");
    brief.group = "尤".into();
    let machine = Compose::new(brief, many_rounds());
    let answer = "第4句：更上上层山";
    let (prompts, _) = run_on(machine, &[ONE_FAULT, answer, answer, answer, answer]);
    assert!(prompts.iter().all(|p| !p.contains("换用")));
}

#[test]
fn an_acrostic_is_never_given_for_a_fault() {
    let mut brief = Brief::new(Form::FiveQuatrain, "登高");
    brief.acrostic = "白黄欲更".into();
    let machine = Compose::new(brief, Budget::default());
    let (prompts, outcome) = run_on(
        machine,
        &[ONE_FAULT, "第4句：再上一层楼", "第4句：更上一层楼"],
    );
    assert!(prompts[0].contains("藏头是硬性要求：第1句首字“白”，第2句首字“黄”"));
    assert!(prompts[1].contains("  - 第1字“更”已定，不可改"));
    assert_eq!(accepted(&outcome), [true, false, true]);
    assert_eq!(outcome.end, End::Clean);
}
