use super::*;
use crate::{
    compose::{Asked, By},
    wire::Finish,
};
use verse::Form;

const GOOD: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";
/// A wrong tone in line 3, an off rhyme in line 4.
const FAULTY: &str = "白日依山尽，\n黄河入海流。\n欲穷千山目，\n更上一层山。";
/// An off rhyme in line 4.
const ONE_FAULT: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层山。";

fn machine(budget: Budget) -> Compose {
    Compose::new(Brief::new(Form::FiveQuatrain, "登高"), budget)
}

fn many_rounds() -> Budget {
    Budget {
        rounds: 9,
        ..Budget::default()
    }
}

fn answered() -> Event {
    let usage = Usage {
        prompt: 100,
        cached: 0,
        completion: 20,
    };
    Event::Answered {
        finish: Finish::Stop,
        usage,
    }
}

/// Runs the machine on answers that come whole, and gives the prompts and what is left.
fn run_on(mut machine: Compose, answers: &[&str]) -> (Vec<String>, Outcome) {
    let mut prompts = Vec::new();
    let mut action = machine.step(Event::Start);
    let mut answers = answers.iter();
    while let Action::Ask(prompt) = action {
        prompts.push(prompt.user);
        let Some(answer) = answers.next() else { break };
        assert_eq!(
            machine.step(Event::Text((*answer).to_owned())),
            Action::Listen
        );
        action = machine.step(answered());
    }
    assert_eq!(answers.next(), None, "the run ended early");
    (prompts, machine.into_outcome())
}

fn run(answers: &[&str]) -> (Vec<String>, Outcome) {
    run_on(machine(Budget::default()), answers)
}

fn accepted(outcome: &Outcome) -> Vec<bool> {
    outcome.versions.iter().map(|v| v.accepted).collect()
}

#[test]
fn a_clean_draft_is_all() {
    let (prompts, outcome) = run(&[GOOD]);
    assert_eq!(prompts.len(), 1);
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(0)));
    let version = &outcome.versions[0];
    assert_eq!(
        (version.text.as_str(), version.by, version.round),
        (GOOD, By::Draft, 0)
    );
    assert!(version.accepted && !version.partial && version.changed.is_empty());
}

#[test]
fn faults_are_named_and_only_their_lines_replaced() {
    let answer = "第1句：红日依山尽\n第3句：欲穷千里目\n第4句：更上一层楼";
    let (prompts, outcome) = run(&[FAULTY, answer]);
    assert!(prompts[1].contains("请改写其中的第3句、第4句"));
    assert!(prompts[1].contains("第3句，格律：⊙平平仄仄"));
    assert!(prompts[1].contains("第4句，格律：⊙仄仄平平（押韵）\n  - 出韵"));
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(1)));
    let version = &outcome.versions[1];
    assert_eq!(
        (version.text.as_str(), version.by, version.round),
        (GOOD, By::Revision, 1)
    );
    assert_eq!(version.changed, [3, 4]);
    assert_eq!(
        outcome.usage,
        Usage {
            prompt: 200,
            cached: 0,
            completion: 40
        }
    );
}

#[test]
fn a_better_version_is_the_base_of_the_next_round() {
    let (prompts, outcome) = run(&[FAULTY, "第3句：欲穷千里目", "第4句：更上一层楼"]);
    assert!(prompts[2].contains("请改写其中的第4句，"));
    assert!(prompts[2].contains("第3句（不改）：欲穷千里目，"));
    assert_eq!((outcome.end.clone(), outcome.best), (End::Clean, Some(2)));
    assert_eq!(accepted(&outcome), [true, true, true]);
}

#[test]
fn a_worse_version_is_kept_but_never_the_best() {
    let worse = "第4句：更上上层山";
    let (prompts, outcome) = run(&[ONE_FAULT, worse, "第4句：更上一层楼"]);
    assert!(prompts[2].contains("第4句（改写）：更上一层山。"));
    assert!(prompts[2].contains("已试过而仍不合，不要再用：更上上层山"));
    assert_eq!(accepted(&outcome), [true, false, true]);
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(2)));
}

#[test]
fn it_gives_up_after_four_answers_that_are_no_better() {
    let answers = [
        ONE_FAULT,
        "第4句：更上上层山",
        "第4句：更上一层山",
        "第4句：更上上层山\n第4句：更上百层山",
        ONE_FAULT,
    ];
    let (prompts, outcome) = run_on(machine(many_rounds()), &answers);
    assert!(prompts[1].contains("请改写其中的第4句"));
    assert!(!prompts[2].contains("候选"));
    assert!(prompts[3].contains("每句各写出5个不同的候选"));
    assert!(prompts[4].contains("- 押“尤”韵的几句屡改不合：请换用“东”韵，另写一首。"));
    assert!(prompts[4].contains("韵部已定：东韵"));
    assert_eq!(
        (outcome.end.clone(), outcome.best),
        (End::NoProgress, Some(0))
    );
    // The second answer changed nothing and is no version.
    assert_eq!(accepted(&outcome), [true, false, false]);
    assert_eq!(outcome.versions[1].reasons.len(), 1);
    let calls: Vec<_> = outcome.calls.iter().map(|c| (c.asked, c.version)).collect();
    assert_eq!(
        calls,
        [
            (Asked::Draft, Some(0)),
            (Asked::Revision, Some(1)),
            (Asked::Revision, None),
            (Asked::Candidates, None),
            (Asked::OtherRhyme, Some(2)),
        ]
    );
    assert_eq!(outcome.calls[2].open, [4]);
    assert_eq!(outcome.calls[2].reasons, outcome.versions[1].reasons);
    assert_eq!(outcome.calls[4].usage.total(), 120);
}

#[test]
fn the_best_of_the_candidates_is_taken() {
    let candidates = "1. 更上一层台\n2. 更上百层楼\n3. 更上上上楼";
    let answers = [
        ONE_FAULT,
        "第4句：更上上层山",
        "第4句：更上白层山",
        candidates,
    ];
    let (_, outcome) = run(&answers);
    let best = &outcome.versions[outcome.best.unwrap()];
    assert_eq!(
        (outcome.end, best.text.lines().last()),
        (End::Clean, Some("更上百层楼。"))
    );
}

#[test]
fn a_whole_poem_instead_of_candidates_gives_no_line_twice() {
    let good = "风急天高猿啸哀，\n渚清沙白鸟飞回。\n无边落木萧萧下，\n不尽长江滚滚来。\n\
                万里悲秋常作客，\n百年多病独登台。\n艰难苦恨繁霜鬓，\n潦倒新停浊酒杯。";
    let faulty = good.replace("百年多病独登台", "百年百病独登高");
    let machine = Compose::new(Brief::new(Form::SevenOctave, ""), Budget::default());
    let fault = "第6句：百年百病独登高";
    let (_, outcome) = run_on(machine, &[&faulty, fault, fault, &faulty]);
    // Line 2 would rhyme in line 6, and has its type.
    assert_eq!((outcome.versions.len(), outcome.best), (1, Some(0)));
}

#[test]
fn a_draft_in_another_rhyme_is_mended_though_it_is_not_the_best_yet() {
    let other = "白日依山尽，\n黄河入海风。\n欲穷千山目，\n更上一层山。";
    let answers = [
        ONE_FAULT,
        "第4句：更上上层山",
        "第4句：更上一层山",
        "第4句：更上上层山",
        other,
        "第3句：欲穷千里目\n第4句：更上一层中",
    ];
    let (prompts, outcome) = run_on(machine(many_rounds()), &answers);
    assert!(
        prompts[5].contains("第2句（不改）：黄河入海风。"),
        "{}",
        prompts[5]
    );
    assert_eq!(outcome.end, End::Clean);
    assert_eq!(outcome.best, Some(outcome.versions.len() - 1));
    assert!(!outcome.versions[outcome.versions.len() - 2].accepted);
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
fn it_gives_up_after_two_where_only_warnings_are_left() {
    let warning = GOOD.replace("千里目", "万里目");
    let (_, outcome) = run(&[&warning, "第3句：欲穷万里目", "第3句：欲穷万里月"]);
    assert_eq!((outcome.end, outcome.best), (End::NoProgress, Some(0)));
}

#[test]
fn the_budget_of_rounds_is_kept() {
    for rounds in 0..3 {
        let budget = Budget {
            rounds,
            ..Budget::default()
        };
        let answers = [FAULTY, "第3句：欲穷千里目", "第4句：更上百层山"];
        let (prompts, outcome) = run_on(machine(budget), &answers[..=rounds as usize]);
        assert_eq!(
            (outcome.end, prompts.len()),
            (End::Budget, rounds as usize + 1)
        );
    }
}

#[test]
fn the_budget_of_tokens_is_kept() {
    let budget = Budget {
        tokens: Some(200),
        ..Budget::default()
    };
    let (prompts, outcome) = run_on(machine(budget), &[FAULTY, "第3句：欲穷千里目"]);
    assert_eq!(
        (outcome.end, prompts.len(), outcome.best),
        (End::Budget, 2, Some(1))
    );
}

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
fn the_poem_can_be_watched() {
    let mut machine = machine(Budget::default());
    machine.step(Event::Start);
    assert_eq!(machine.open(), [1, 2, 3, 4]);
    let mut seen = Vec::new();
    for c in FAULTY.chars().take(8) {
        machine.step(Event::Text(c.to_string()));
        seen.push(machine.poem().to_owned());
    }
    assert_eq!(seen[..2], ["白", "白日"]);
    assert_eq!(
        seen[4..],
        [
            "白日依山尽",
            "白日依山尽，",
            "白日依山尽，",
            "白日依山尽，\n黄"
        ]
    );
    machine.step(Event::Text(FAULTY.chars().skip(8).collect()));
    machine.step(answered());
    assert_eq!(
        (machine.open(), machine.poem(), machine.round()),
        (vec![3, 4], FAULTY, 1)
    );
    machine.step(Event::Text("第4句：更上一层楼".into()));
    assert_eq!(machine.poem(), FAULTY.replace("一层山", "一层楼"));
}

#[test]
fn a_failure_keeps_what_has_come() {
    for (text, best) in [
        ("白日依", None),
        ("白日依山尽，\n黄河", Some(("白日依山尽，\n黄河", true))),
        (GOOD, Some((GOOD, false))),
    ] {
        let mut machine = machine(Budget::default());
        machine.step(Event::Start);
        machine.step(Event::Text(text.into()));
        assert_eq!(machine.step(Event::Failed(Error::Broken)), Action::Done);
        let outcome = machine.into_outcome();
        assert_eq!(outcome.end, End::Failed(Error::Broken));
        let version = outcome.best.map(|b| &outcome.versions[b]);
        assert_eq!(version.map(|v| (v.text.as_str(), v.partial)), best);
    }
}

#[test]
fn a_partial_redraft_never_beats_a_whole_draft() {
    let mut machine = machine(Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Text(
        "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上层楼。".into(),
    ));
    machine.step(answered());
    machine.step(Event::Text("白日依山尽，\n黄".into()));
    machine.step(Event::Failed(Error::Stopped));
    let outcome = machine.into_outcome();
    assert_eq!((outcome.versions.len(), outcome.best), (2, Some(0)));
    assert!(outcome.versions[1].partial && !outcome.versions[1].accepted);
}

#[test]
fn an_end_without_a_reason_is_good_only_if_the_poem_is_whole() {
    let cut = || Event::Answered {
        finish: Finish::Cut,
        usage: Usage::default(),
    };
    let mut whole = machine(Budget::default());
    whole.step(Event::Start);
    whole.step(Event::Text(GOOD.into()));
    assert_eq!(whole.step(cut()), Action::Done);
    assert_eq!(whole.into_outcome().end, End::Clean);
    let mut part = machine(Budget::default());
    part.step(Event::Start);
    part.step(Event::Text("白日依山尽，\n黄河".into()));
    assert_eq!(part.step(cut()), Action::Done);
    let outcome = part.into_outcome();
    assert_eq!(
        (outcome.end, outcome.best),
        (End::Failed(Error::Broken), Some(0))
    );
    assert!(outcome.versions[0].partial);
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
fn a_filtered_answer_is_an_error() {
    let mut machine = machine(Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Text("白日".into()));
    machine.step(Event::Answered {
        finish: Finish::Filter,
        usage: Usage::default(),
    });
    assert_eq!(machine.into_outcome().end, End::Failed(Error::Filtered));
}

#[test]
fn after_the_end_nothing_changes() {
    let mut machine = machine(Budget::default());
    machine.step(Event::Start);
    machine.step(Event::Failed(Error::Stopped));
    for event in [
        Event::Start,
        Event::Text(GOOD.into()),
        answered(),
        Event::OutOfTime,
    ] {
        assert_eq!(machine.step(event), Action::Done);
    }
    let outcome = machine.into_outcome();
    assert_eq!(
        (outcome.end, outcome.versions.len()),
        (End::Failed(Error::Stopped), 0)
    );
}

#[test]
fn a_title_stays_with_the_poem() {
    let titled = format!("《登鹳雀楼》\n{FAULTY}");
    let (_, outcome) = run(&[&titled, "第3句：欲穷千里目\n第4句：更上一层楼"]);
    let titles: Vec<_> = outcome
        .versions
        .iter()
        .map(|v| v.title.as_deref())
        .collect();
    assert_eq!(titles, [Some("登鹳雀楼"); 2]);
    assert_eq!(outcome.versions[0].text, FAULTY);
}

#[test]
fn versions_are_written_with_their_reports() {
    let (_, outcome) = run(&[FAULTY, "第3句：欲穷千里目\n第4句：更上一层楼"]);
    let json = serde_json::to_value(&outcome.versions).unwrap();
    for (version, json) in outcome.versions.iter().zip(json.as_array().unwrap()) {
        assert_eq!(json["text"], version.text);
        assert_eq!(
            json["report"],
            serde_json::to_value(&version.report).unwrap()
        );
    }
}

/// Extended verse of twelve lines, in 尤: three quatrains that follow one another by the rules.
fn twelve() -> Vec<String> {
    let types = crate::Opening::usual(Form::FiveExtended).line_types(5, 12);
    // Rhymes of 尤, and characters of one class only.
    let (mut level, mut oblique) = (
        "山天人花春风云江城空门清君家南青长今林声台尘东"
            .chars()
            .cycle(),
        "月水雨日雪夜草色木玉竹石客鸟马影叶路酒梦".chars().cycle(),
    );
    let mut rhymes = "流楼秋舟头愁幽州洲".chars();
    let mut lines = Vec::new();
    for line_type in types {
        let pattern = line_type.pattern(5);
        let mut line = String::new();
        for (place, class) in pattern.iter().enumerate() {
            let is_rhyme = place == 4 && line_type.end() == verse::ToneClass::Level;
            let next = match class {
                _ if is_rhyme => rhymes.next(),
                Some(verse::ToneClass::Level) => level.next(),
                _ => oblique.next(),
            };
            line.extend(next);
        }
        lines.push(line);
    }
    lines
}

#[test]
fn an_extended_poem_goes_through_the_loop() {
    let mut brief = Brief::new(Form::FiveExtended, "登高");
    brief.lines = 12;
    let lines = twelve();
    brief.acrostic = lines.iter().filter_map(|l| l.chars().next()).collect();
    let machine = Compose::new(brief, many_rounds());
    let good = lines.join("，\n");
    let short = lines[..10].join("，\n");
    let faulty = good.replace(
        &lines[11],
        &lines[11].replace(|c| c == lines[11].chars().last().unwrap(), "山"),
    );
    let mended = format!("第12句：{}", lines[11]);
    let (prompts, outcome) = run_on(machine, &[&short, &faulty, &mended]);
    assert!(prompts[0].contains("共12句") && prompts[0].contains("\n第12句："));
    assert!(prompts[0].contains(&format!(
        "第12句首字“{}”",
        lines[11].chars().next().unwrap()
    )));
    assert!(
        prompts[1].contains("- 应为12句，上次是10句。"),
        "{}",
        prompts[1]
    );
    assert!(
        prompts[2].contains("请改写其中的第12句，"),
        "{}",
        prompts[2]
    );
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(2)));
    assert_eq!(outcome.versions[2].report.lines.len(), 12);
}

#[test]
fn a_given_extended_poem_keeps_its_length() {
    let mut brief = Brief::new(Form::FiveExtended, "");
    brief.lines = 20;
    let given = twelve().join("，\n");
    let mut machine = Compose::polish(brief, &given, "更好", Budget::default());
    let Action::Ask(prompt) = machine.step(Event::Start) else {
        panic!("no prompt");
    };
    assert!(prompt.user.contains("共12句"));
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
            .rhyme
            .as_ref()
            .unwrap()
            .group,
        "东"
    );
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
