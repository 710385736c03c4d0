//! What ends a run before the poem is clean: the budget, no progress, a failure.

use super::*;

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
