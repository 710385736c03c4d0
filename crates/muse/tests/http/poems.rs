//! What is written and mended, and in which shapes it comes.

use std::sync::Arc;

use muse::{Brief, End, Stop, TuneForm};
use test_provider::{LYRIC, classic};
use verse::{Form, ci::Tunes};

use super::ran::{KEY, alone, poem, run_brief, run_form};

#[tokio::test]
async fn a_good_poem_of_every_form() {
    let server = test_provider::spawn().unwrap();
    for form in Form::ALL.into_iter().filter(|f| *f != Form::SevenExtended) {
        let ran = run_form(&server, "good", form, &Stop::new()).await;
        assert_eq!(ran.outcome.end, End::Clean, "{form:?}");
        assert_eq!(ran.best(), poem(form));
        assert_eq!(ran.texts, poem(form).chars().count());
        assert!(ran.outcome.usage.total() > 100);
    }
}

#[tokio::test]
async fn draft_revise_clean() {
    for (model, errors) in [
        ("faulty-then-good", vec![2, 0]),
        ("one-by-one", vec![2, 1, 0]),
        ("whole-poem", vec![2, 0]),
        ("bad-order", vec![2, 0]),
    ] {
        let (server, ran) = alone(model).await;
        assert_eq!(ran.outcome.end, End::Clean, "{model}");
        assert_eq!(ran.best(), poem(Form::SevenQuatrain), "{model}");
        assert_eq!(ran.errors(), errors, "{model}");
        assert_eq!(server.requests().len(), errors.len(), "{model}");
        let last = ran.outcome.versions.last().unwrap();
        let changed: &[usize] = if model == "one-by-one" { &[4] } else { &[2, 4] };
        assert_eq!(
            (&last.changed[..], last.accepted),
            (changed, true),
            "{model}"
        );
    }
}

#[tokio::test]
async fn an_octave_and_an_extended_poem_are_mended_too() {
    for form in [
        Form::FiveQuatrain,
        Form::FiveOctave,
        Form::SevenOctave,
        Form::FiveExtended,
    ] {
        let server = test_provider::spawn().unwrap();
        let ran = run_form(&server, "faulty-then-good", form, &Stop::new()).await;
        assert_eq!(
            (&ran.outcome.end, ran.best()),
            (&End::Clean, &poem(form)[..]),
            "{form:?}"
        );
        assert_eq!(ran.outcome.versions.len(), 2);
    }
}

#[tokio::test]
async fn a_lyric_is_written_and_mended_too() {
    let tunes = Arc::new(Tunes::baked().unwrap());
    let server = test_provider::spawn().unwrap();
    let right: String = classic(LYRIC).lines.concat();
    for (model, versions) in [
        ("good", 1),
        ("chatty", 1),
        ("faulty-then-good", 2),
        ("whole-poem", 2),
        ("bad-order", 2),
        ("wrong-shape-then-good", 2),
    ] {
        let brief = Brief::lyric(TuneForm::find(&tunes, LYRIC, 1).unwrap(), "溪亭");
        let ran = run_brief(&server, model, brief, &Stop::new()).await;
        assert_eq!(ran.outcome.end, End::Clean, "{model}");
        let found: String = ran
            .best()
            .chars()
            .filter(|c| !"，。\n".contains(*c))
            .collect();
        assert_eq!(found, right, "{model}");
        assert_eq!(ran.outcome.versions.len(), versions, "{model}");
        let version = ran.outcome.versions.last().unwrap();
        assert!(version.report.lyric().is_some());
        let changed: &[usize] = match model {
            "good" | "chatty" | "wrong-shape-then-good" => &[],
            _ => &[3, 7],
        };
        assert_eq!(version.changed, changed, "{model}");
    }
}

#[tokio::test]
async fn what_does_not_get_better_ends_with_the_best() {
    let (_, ran) = alone("never-good").await;
    assert_eq!(
        (ran.outcome.end.clone(), ran.outcome.best),
        (End::Budget, Some(0))
    );
    let (_, ran) = alone("worse").await;
    assert_eq!(
        (ran.outcome.end.clone(), ran.outcome.best),
        (End::Budget, Some(0))
    );
    assert_eq!(ran.errors()[0], 1);
    // The draft in another rhyme of the last round is one of them.
    let later = &ran.outcome.versions[1..];
    assert!(!later.is_empty() && later.iter().all(|v| !v.accepted));
}

#[tokio::test]
async fn answers_in_other_shapes() {
    for model in [
        "chatty",
        "not-stream",
        "thinking",
        "think-tags",
        "wrong-shape-then-good",
    ] {
        let (server, ran) = alone(model).await;
        assert_eq!(
            (&ran.outcome.end, ran.best()),
            (&End::Clean, &poem(Form::SevenQuatrain)[..])
        );
        let thinks = model.starts_with("think");
        assert_eq!(ran.thinking.contains("先定韵脚"), thinks, "{model}");
        assert_eq!(
            server.requests().len(),
            1 + usize::from(model.starts_with("wrong"))
        );
        let title = ran.outcome.versions[0].title.as_deref();
        assert_eq!(title, (model == "chatty").then_some("早发白帝城"));
    }
}

#[tokio::test]
async fn a_hostile_answer_is_a_poem_with_a_plain_title() {
    let (_, ran) = alone("hostile").await;
    assert_eq!(ran.outcome.end, End::Clean);
    assert_eq!(ran.best(), poem(Form::SevenQuatrain));
    let title = ran.outcome.versions[0].title.as_deref();
    assert_eq!(title, Some("早发白帝城"));
}

#[tokio::test]
async fn a_title_that_is_the_key_is_none() {
    let (_, ran) = alone("echo-key").await;
    assert_eq!(ran.outcome.end, End::Clean);
    assert_eq!(ran.best(), poem(Form::SevenQuatrain));
    assert_eq!(ran.outcome.versions[0].title, None);
    assert!(ran.thinking.contains(KEY), "whoever shows it masks it");
}

#[tokio::test]
async fn megabytes_of_thinking_are_no_harm() {
    let (_, ran) = alone("huge").await;
    assert_eq!(ran.outcome.end, End::Clean);
    assert!(ran.thinking.len() > 4_000_000);
}
