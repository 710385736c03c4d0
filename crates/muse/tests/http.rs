//! Everything together over real HTTP: muse asks the test provider.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod native;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use muse::{
    Brief, Budget, Compose, Connection, End, Error, Link, Outcome, Provider, Secret, Stop,
    TuneForm, Update,
};
use native::{Http, SPEED, Watch, limits};
use test_provider::{Behaviour, Fate, LYRIC, Server, classic};
use verse::{Form, Language, Severity, ci::Tunes};

const KEY: &str = "sk-secret-0123456789";

/// A run against the server, with what was told on the way.
struct Ran {
    outcome: Outcome,
    thinking: String,
    texts: usize,
    waits: Vec<u32>,
}

impl Ran {
    fn best(&self) -> &str {
        self.outcome
            .best
            .map_or("", |b| &self.outcome.versions[b].text)
    }

    fn code(&self) -> &'static str {
        match &self.outcome.end {
            End::Failed(error) => error.code(),
            _ => "",
        }
    }

    fn errors(&self) -> Vec<usize> {
        self.outcome
            .versions
            .iter()
            .map(|v| v.report.count(Severity::Error))
            .collect()
    }
}

fn connection(server: &Server, model: &str) -> Connection {
    let provider = Provider::find("custom").unwrap();
    let url = format!("{}/v1/", server.url());
    Connection::new(provider, &url, model, Secret::new(KEY)).unwrap()
}

async fn run_form(server: &Server, model: &str, form: Form, stop: &Stop) -> Ran {
    run_brief(server, model, Brief::new(form, "登高望远"), stop).await
}

async fn run_brief(server: &Server, model: &str, brief: Brief, stop: &Stop) -> Ran {
    let (mut thinking, mut texts, mut waits) = (String::new(), 0, Vec::new());
    let link = Link {
        connection: &connection(server, model),
        transport: &Http,
        clock: &Watch::new(SPEED),
        stop,
        limits: limits(),
    };
    let compose = Compose::new(brief, Budget::default());
    let outcome = muse::run(compose, link, &mut |update| match update {
        Update::Thinking(text) => thinking += text,
        Update::Text { .. } => texts += 1,
        Update::Waiting { next_try, .. } => waits.push(next_try),
        _ => {}
    })
    .await;
    Ran {
        outcome,
        thinking,
        texts,
        waits,
    }
}

async fn run(server: &Server, model: &str) -> Ran {
    run_form(server, model, Form::SevenQuatrain, &Stop::new()).await
}

/// The server that a test has for itself, with one run against it.
async fn alone(model: &str) -> (Server, Ran) {
    let server = test_provider::spawn().unwrap();
    let ran = run(&server, model).await;
    (server, ran)
}

fn poem(form: Form) -> String {
    let lines = classic(form.chinese()).lines.iter().zip(0..);
    let rows = lines.map(|(l, i)| format!("{l}{}", if i % 2 == 0 { '，' } else { '。' }));
    rows.collect::<Vec<_>>().join("\n")
}

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
async fn megabytes_of_thinking_are_no_harm() {
    let (_, ran) = alone("huge").await;
    assert_eq!(ran.outcome.end, End::Clean);
    assert!(ran.thinking.len() > 4_000_000);
}

#[tokio::test]
async fn every_mishap_is_its_error_and_keeps_what_has_come() {
    let begun = "朝辞白帝彩云间，\n千里江";
    for (model, code, kept) in [
        ("400", "refused", ""),
        ("401", "key", ""),
        ("402", "money", ""),
        ("403", "key", ""),
        ("404", "not-found", ""),
        ("no-such-model", "not-found", ""),
        ("422", "refused", ""),
        ("wrong-key", "key", ""),
        ("429-quota", "money", ""),
        ("html", "html", ""),
        ("malformed", "malformed", ""),
        ("empty", "empty", ""),
        ("filter", "filtered", ""),
        ("think-only", "too-long", ""),
        ("no-verse", "no-verse", ""),
        ("hostile-error", "refused", ""),
        ("error-in-200", "inside", ""),
        ("stall-before", "stalled", ""),
        ("keepalive-only", "stalled", ""),
        ("stall-mid", "stalled", begun),
        ("no-finish", "broken", begun),
        ("cut", "broken", begun),
        ("endless-line", "too-long", ""),
    ] {
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
    let link = Link {
        connection: &gone,
        transport: &Http,
        clock: &Watch::new(SPEED),
        stop: &Stop::new(),
        limits: limits(),
    };
    let compose = Compose::new(Brief::new(Form::FiveQuatrain, ""), Budget::default());
    let outcome = muse::run(compose, link, &mut |_| {}).await;
    assert!(
        matches!(
            outcome.end,
            End::Failed(Error::Unreachable { local: true, .. })
        ),
        "{:?}",
        outcome.end
    );
}

#[tokio::test]
async fn what_is_sent_and_nothing_else() {
    let (server, _) = alone("faulty-then-good").await;
    for request in server.requests() {
        assert_eq!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/v1/chat/completions")
        );
        assert!(!request.path.contains(KEY) && !request.body.contains(KEY));
        let with_key: Vec<_> = request
            .headers
            .iter()
            .filter(|(_, value)| value.contains(KEY))
            .collect();
        assert_eq!(
            with_key,
            [(&"authorization".to_owned(), &format!("Bearer {KEY}"))]
        );
        assert_eq!(request.headers["content-type"], "application/json");
        // Host, length and what the HTTP client itself adds; a browser adds its own.
        for name in request.headers.keys() {
            let known = [
                "accept",
                "authorization",
                "content-length",
                "content-type",
                "host",
            ];
            assert!(known.contains(&name.as_str()), "{name}");
        }
        let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
        assert_eq!(body["stream"], true);
        assert_eq!(body["messages"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn the_preset_sends_its_extras() {
    let server = test_provider::spawn().unwrap();
    let provider = Provider::find("deepseek").unwrap();
    let connection = Connection::new(provider, &server.url(), "good", Secret::new(KEY)).unwrap();
    let link = Link {
        connection: &connection,
        transport: &Http,
        clock: &Watch::new(SPEED),
        stop: &Stop::new(),
        limits: limits(),
    };
    let prompt = muse::Prompt {
        system: "s".into(),
        user: "五言绝句".into(),
    };
    let mut text = String::new();
    let answer = muse::ask(link, &prompt, &mut |heard| {
        if let muse::Heard::Text(t) = heard {
            text += t;
        }
    })
    .await;
    assert_eq!(
        (text, answer.unwrap().usage.total()),
        (poem(Form::FiveQuatrain), 127)
    );
    let body: serde_json::Value = serde_json::from_str(&server.requests()[0].body).unwrap();
    assert_eq!(body["thinking"]["type"], "disabled");
    assert_eq!(body["stream_options"]["include_usage"], true);
    assert_eq!(server.requests()[0].path, "/chat/completions");
}

/// Nobody forgets to try a behaviour here: each is named in this file or belongs to browsers.
#[test]
fn every_behaviour_is_tried() {
    let here = include_str!("http.rs");
    for (name, _) in Behaviour::NAMED {
        let for_browsers = ["no-cors", "401-no-cors", "redirect"].contains(&name);
        assert!(
            for_browsers || here.contains(&format!("\"{name}\"")),
            "{name}"
        );
    }
}
