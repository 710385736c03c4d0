//! The loop on answers that are written out: whole poems, lines and candidates.

mod asked;
mod changes;
mod ends;
mod extended;
mod lyrics;

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
