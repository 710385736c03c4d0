use verse::{Form, Severity};

use super::scripted::*;
use super::*;
use crate::{Brief, Budget, By, TransportError};

const GOOD: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";
const OFF_RHYME: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层山。";

fn run_with(world: &World, budget: Budget) -> (Outcome, Vec<String>) {
    let mut log = Vec::new();
    let compose = Compose::new(Brief::new(Form::FiveQuatrain, "登高"), budget);
    let outcome = world.block_on(run(compose, world.link(), &mut |update| {
        log.push(match update {
            Update::Asked { round, open, .. } => format!("asked {round} {open:?}"),
            Update::Waiting {
                error, next_try, ..
            } => format!("waiting {} {next_try}", error.code()),
            Update::Thinking(text) => format!("thinking {text}"),
            Update::Text { poem, .. } => poem.to_owned(),
            Update::Version { version, index } => {
                let errors = version.report.count(Severity::Error);
                format!("version {index} {errors} {}", version.accepted)
            }
            Update::Usage(usage) => format!("usage {}", usage.total()),
        });
    }));
    (outcome, log)
}

#[test]
fn a_clean_draft_ends_the_run() {
    let world = World::new([says(GOOD)]);
    let (outcome, log) = run_with(&world, Budget::default());
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(0)));
    assert_eq!(outcome.versions[0].text, GOOD);
    assert_eq!(log[0], "asked 0 [1, 2, 3, 4]");
    assert_eq!(log[1..4], ["白", "白日", "白日依"]);
    assert_eq!(
        log[log.len() - 3..],
        [GOOD, "version 0 0 true", "usage 110"]
    );
}

#[test]
fn a_fault_is_mended_while_one_watches() {
    let world = World::new([says(OFF_RHYME), says("第4句：更上一层楼")]);
    let (outcome, log) = run_with(&world, Budget::default());
    assert_eq!((outcome.end, outcome.best), (End::Clean, Some(1)));
    assert_eq!(outcome.usage.total(), 220);
    let asked = log.iter().position(|l| l == "asked 1 [4]").unwrap();
    assert_eq!(log[asked - 2..asked], ["version 0 1 true", "usage 110"]);
    assert_eq!(log[asked + 1], OFF_RHYME);
    assert_eq!(
        log[log.len() - 3..],
        [GOOD, "version 1 0 true", "usage 220"]
    );
    let requests = world.requests.borrow();
    assert!(requests[0].body.contains("请写一首五言绝句"));
    assert!(requests[1].body.contains("请改写其中的第4句"));
}

#[test]
fn waiting_and_thinking_are_told() {
    let thinks = vec![text("<think>想</think>"), text(GOOD), finish("stop")];
    let world = World::new([status(503, ""), steps(thinks)]);
    let (outcome, log) = run_with(&world, Budget::default());
    assert_eq!(outcome.end, End::Clean);
    assert_eq!(log[1..3], ["waiting down 2", "thinking 想"]);
}

#[test]
fn an_error_in_a_later_round_keeps_the_best() {
    let world = World::new([says(OFF_RHYME), status(402, "")]);
    let (outcome, _) = run_with(&world, Budget::default());
    assert_eq!(
        outcome.end,
        End::Failed(Error::Money {
            said: String::new()
        })
    );
    assert_eq!(outcome.best, Some(0));
    assert_eq!(outcome.versions[0].text, OFF_RHYME);
}

#[test]
fn a_stop_amid_the_draft_keeps_what_has_come() {
    let mut body = vec![text("白日依山尽，\n黄河")];
    body.push(Step::Hang);
    let world = World::new([steps(body)]);
    world.stop_at(ms(300));
    let (outcome, log) = run_with(&world, Budget::default());
    assert_eq!(world.time(), 300);
    assert_eq!(outcome.end, End::Failed(Error::Stopped));
    assert_eq!(outcome.best, Some(0));
    assert!(outcome.versions[0].partial);
    assert_eq!(outcome.versions[0].text, "白日依山尽，\n黄河");
    assert!(log.last().unwrap().starts_with("version 0"));
}

#[test]
fn a_stop_amid_a_revision_keeps_the_version_before() {
    let world = World::new([
        says(OFF_RHYME),
        steps(vec![text("第4句：更上一"), Step::Hang]),
    ]);
    world.stop_at(ms(300));
    let (outcome, log) = run_with(&world, Budget::default());
    assert_eq!(outcome.end, End::Failed(Error::Stopped));
    assert_eq!((outcome.versions.len(), outcome.best), (1, Some(0)));
    assert_eq!(
        log.last().unwrap(),
        &OFF_RHYME.replace("更上一层山", "更上一")
    );
}

#[test]
fn no_round_begins_when_the_time_is_over() {
    let slow = Reply {
        after: Some(ms(5000)),
        ..says(OFF_RHYME)
    };
    let world = World::new([slow, says("第4句：更上一层楼")]);
    let budget = Budget {
        time: Some(ms(4000)),
        ..Budget::default()
    };
    let (outcome, _) = run_with(&world, budget);
    assert_eq!(
        (outcome.end, outcome.best, world.left()),
        (End::Budget, Some(0), 1)
    );
}

#[test]
fn a_repeated_key_is_masked_in_the_one_error_that_shows_the_answer() {
    let said = format!("不会写 {KEY}");
    let world = World::new([says(&said), says(&said)]);
    let (outcome, _) = run_with(&world, Budget::default());
    assert_eq!(
        outcome.end,
        End::Failed(Error::NoVerse {
            said: "不会写 ******".into()
        })
    );
    assert_eq!(outcome.best, None);
}

#[test]
fn a_title_that_repeats_the_key_is_left_out_and_stays_out() {
    let part = &KEY[3..];
    for title in [
        KEY,
        part,
        &format!("登高 {KEY}"),
        "sk-0123<b>456789abcdef</b>",
    ] {
        for mark in [format!("《{title}》"), format!("题目：{title}")] {
            let draft = format!("{mark}\n\n{OFF_RHYME}");
            let world = World::new([says(&draft), says("第4句：更上一层楼")]);
            let (outcome, _) = run_with(&world, Budget::default());
            let told: Vec<_> = outcome.versions.iter().map(|v| (v.by, &v.title)).collect();
            assert_eq!(told, [(By::Draft, &None), (By::Revision, &None)], "{mark}");
        }
    }
    let world = World::new([says(&format!("《登高》\n{GOOD}"))]);
    let (outcome, _) = run_with(&world, Budget::default());
    assert_eq!(outcome.versions[0].title.as_deref(), Some("登高"));
}

#[test]
fn a_title_that_repeats_the_key_is_left_out_of_what_was_cut_off() {
    for end in [Step::Break(TransportError::Broken), finish("length")] {
        let body = vec![text(&format!("《{KEY}》\n{GOOD}")), end];
        let world = World::new([steps(body)]);
        let (outcome, _) = run_with(&world, Budget::default());
        assert_eq!(outcome.versions[0].title, None);
        assert_eq!(outcome.versions[0].text, GOOD);
    }
}

#[test]
fn the_key_goes_into_one_header_and_nowhere_else() {
    let world = World::new([says(OFF_RHYME), says(GOOD)]);
    run_with(&world, Budget::default());
    for request in world.requests.borrow().iter() {
        assert!(!format!("{request:?}").contains(KEY));
        let with_key = request
            .headers
            .iter()
            .filter(|(_, v)| v.expose().contains(KEY));
        assert_eq!(
            with_key.map(|(name, _)| *name).collect::<Vec<_>>(),
            ["Authorization"]
        );
    }
}
