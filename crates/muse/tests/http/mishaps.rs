//! What goes wrong: refusals, stalls, breaks, floods, a stop.

use std::time::{Duration, Instant};

use muse::{Brief, Budget, Compose, End, Error, Stop};
use test_provider::Fate;
use verse::{Form, Language};

use super::{
    native::{NOTHING_KEPT, SPEED, link},
    ran::{KEY, alone, connection, run_form},
};

#[tokio::test]
async fn a_flood_is_cut() {
    let (server, ran) = alone("flood").await;
    assert_ne!(ran.outcome.end, End::Clean);
    assert!(
        ran.outcome.versions.is_empty(),
        "{:?}",
        ran.outcome.versions
    );
    // The buffers between the two may take all of it before the server learns that nobody reads on.
    let begin = Instant::now();
    while server.requests().iter().any(|r| r.fate == Fate::Open) {
        assert!(
            begin.elapsed() < Duration::from_secs(5),
            "the request goes on"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn every_mishap_is_its_error_and_keeps_what_has_come() {
    let begun = "朝辞白帝彩云间，\n千里江";
    let nothing_kept = NOTHING_KEPT.map(|(model, code)| (model, code, ""));
    let cases = [
        ("no-verse", "no-verse", ""),
        ("hostile-error", "refused", ""),
        ("error-in-200", "inside", ""),
        ("stall-mid", "stalled", begun),
        ("no-finish", "broken", begun),
        ("cut", "broken", begun),
    ];
    for (model, code, kept) in nothing_kept.into_iter().chain(cases) {
        let (server, ran) = alone(model).await;
        assert_eq!(ran.code(), code, "{model}: {:?}", ran.outcome.end);
        assert_eq!(ran.best(), kept, "{model}");
        assert_eq!(
            ran.outcome.versions.iter().filter(|v| v.partial).count(),
            usize::from(!kept.is_empty())
        );
        let End::Failed(error) = &ran.outcome.end else {
            panic!("{model}")
        };
        for language in [Language::Zh, Language::En] {
            let sentence = error.sentence(language);
            assert!(
                sentence.chars().count() > 10 && !sentence.contains(KEY),
                "{sentence}"
            );
        }
        let requests = server.requests();
        assert_eq!(
            requests.len(),
            1 + usize::from(model == "no-verse"),
            "{model}"
        );
    }
}

#[tokio::test]
async fn what_the_provider_says_is_shown() {
    let (_, ran) = alone("402").await;
    let said = "Insufficient Balance".to_owned();
    assert_eq!(ran.outcome.end, End::Failed(Error::Money { said }));
    let (_, ran) = alone("echo-key-in-error").await;
    let said = "cannot use Bearer ****** for this".to_owned();
    assert_eq!(
        ran.outcome.end,
        End::Failed(Error::Refused { status: 400, said })
    );
}

#[tokio::test]
async fn a_refusal_that_passes_is_waited_for() {
    for model in ["429-then-good", "503-then-good"] {
        let begin = Instant::now();
        let (server, ran) = alone(model).await;
        assert_eq!(
            (&ran.outcome.end, &ran.waits[..]),
            (&End::Clean, &[2][..]),
            "{model}"
        );
        assert!(begin.elapsed() >= Duration::from_secs(1) / SPEED);
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_refusal_that_stays_is_an_error_after_four_tries() {
    let (busy, down) = tokio::join!(alone("429"), alone("500"));
    for ((server, ran), code) in [(busy, "busy"), (down, "down")] {
        assert_eq!((ran.code(), &ran.waits[..]), (code, &[2, 3, 4][..]));
        assert_eq!(server.requests().len(), 4);
    }
}

#[tokio::test]
async fn an_endless_answer_is_cut_and_hung_up_on() {
    let (server, ran) = alone("endless").await;
    assert!(ran.outcome.versions.iter().all(|v| v.text.len() < 20 << 10));
    assert_ne!(ran.outcome.end, End::Clean);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(server.requests().iter().all(|r| r.fate == Fate::Dropped));
}

#[tokio::test]
async fn a_stop_ends_within_a_tenth_of_a_second() {
    for (model, kept) in [
        ("slow", ""),
        ("stall-before", ""),
        ("stall-mid", "朝辞白帝彩云间，\n千里江"),
    ] {
        let server = test_provider::spawn().unwrap();
        let stop = Stop::new();
        let pressed = async {
            tokio::time::sleep(Duration::from_millis(450)).await;
            stop.stop();
            Instant::now()
        };
        let ran = async {
            let ran = run_form(&server, model, Form::SevenQuatrain, &stop).await;
            (ran, Instant::now())
        };
        let (pressed, (ran, ended)) = tokio::join!(pressed, ran);
        assert_eq!(ran.outcome.end, End::Failed(Error::Stopped), "{model}");
        assert!(
            ended.duration_since(pressed) < Duration::from_millis(100),
            "{model}"
        );
        assert_eq!(ran.best(), kept, "{model}");
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(
            server.requests()[0].fate,
            Fate::Dropped,
            "{model}: the request goes on"
        );
    }
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let gone = {
        let server = test_provider::spawn().unwrap();
        connection(&server, "good")
    };
    let stop = Stop::new();
    let compose = Compose::new(Brief::new(Form::FiveQuatrain, ""), Budget::default());
    let outcome = muse::run(compose, link(&gone, &stop), &mut |_| {}).await;
    assert!(
        matches!(
            outcome.end,
            End::Failed(Error::Unreachable { local: true, .. })
        ),
        "{:?}",
        outcome.end
    );
}
