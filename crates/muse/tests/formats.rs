//! Anthropic's and Gemini's formats over real HTTP, with the presets as they are but for the host.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod native;

use std::time::{Duration, Instant};

use muse::{
    Answer, Brief, Budget, Compose, Connection, End, Error, Finish, Heard, Prompt, Provider,
    Secret, Stop, Usage,
};
use native::{NOTHING_KEPT, link};
use test_provider::{Fate, Server};
use verse::{Form, Language};

const KEY: &str = "sk-secret-0123456789";
const BOTH: [&str; 2] = ["anthropic", "gemini"];
const POEM: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";
const BEGUN: &str = "白日依山尽，\n黄河入";

fn connection(server: &Server, id: &str, model: &str) -> Connection {
    let provider = Provider::find(id).unwrap();
    Connection::new(provider, &server.url(), model, Secret::new(KEY)).unwrap()
}

/// One answer: what was heard, and how it ended.
struct Heed {
    text: String,
    thinking: String,
    waits: Vec<Duration>,
    end: Result<Answer, Error>,
}

async fn ask_until(server: &Server, id: &str, model: &str, stop: &Stop) -> Heed {
    let connection = connection(server, id, model);
    let prompt = Prompt {
        system: "诗人".into(),
        user: "五言绝句".into(),
    };
    let (mut text, mut thinking, mut waits) = (String::new(), String::new(), Vec::new());
    let end = muse::ask(link(&connection, stop), &prompt, &mut |heard| match heard {
        Heard::Text(t) => text += t,
        Heard::Thinking(t) => thinking += t,
        Heard::Waiting { wait, .. } => waits.push(wait),
    })
    .await;
    Heed {
        text,
        thinking,
        waits,
        end,
    }
}

/// A server for one question, and the answer.
async fn ask(id: &str, model: &str) -> (Server, Heed) {
    let server = test_provider::spawn().unwrap();
    let heed = ask_until(&server, id, model, &Stop::new()).await;
    (server, heed)
}

#[tokio::test]
async fn a_poem_its_tokens_and_its_thinking() {
    for id in BOTH {
        for model in ["good", "not-stream", "thinking"] {
            let (server, heed) = ask(id, model).await;
            let answer = heed.end.unwrap();
            assert_eq!((&heed.text[..], answer.finish), (POEM, Finish::Stop));
            let cached = u64::from(id == "anthropic" && model != "not-stream") * 40;
            let expected = Usage {
                prompt: 100,
                cached,
                completion: POEM.chars().count() as u64,
            };
            assert_eq!(answer.usage, expected, "{id} {model}");
            let thinks = model == "thinking";
            assert_eq!(heed.thinking.contains("先定韵脚"), thinks, "{id} {model}");
            assert_eq!(server.requests().len(), 1);
        }
    }
}

#[tokio::test]
async fn megabytes_of_thinking_are_no_harm() {
    for id in BOTH {
        let (_, heed) = ask(id, "huge").await;
        assert!(heed.end.is_ok() && heed.thinking.len() > 4_000_000, "{id}");
        assert_eq!(heed.text, POEM);
    }
}

#[tokio::test]
async fn every_mishap_is_its_error_and_keeps_what_has_come() {
    let cases = [
        ("413", "refused", ""),
        ("error-in-200", "inside", "白日依"),
        ("stall-mid", "stalled", BEGUN),
        ("cut", "broken", BEGUN),
    ];
    let nothing_kept = NOTHING_KEPT.map(|(model, code)| (model, code, ""));
    for id in BOTH {
        for (model, code, kept) in nothing_kept.into_iter().chain(cases) {
            let (server, heed) = ask(id, model).await;
            let error = heed.end.unwrap_err();
            assert_eq!((error.code(), &heed.text[..]), (code, kept), "{id} {model}");
            assert_eq!(server.requests().len(), 1, "{id} {model}");
            for language in [Language::Zh, Language::En] {
                assert!(!error.sentence(language).contains(KEY));
            }
        }
    }
}

#[tokio::test]
async fn an_end_without_a_reason_is_a_cut() {
    for id in BOTH {
        let (_, heed) = ask(id, "no-finish").await;
        assert_eq!(heed.text, BEGUN);
        assert_eq!(heed.end.unwrap().finish, Finish::Cut, "{id}");
    }
}

#[tokio::test]
async fn what_the_provider_says_is_shown_without_the_key() {
    for id in BOTH {
        let (_, heed) = ask(id, "echo-key-in-error").await;
        let said = "cannot use ****** for this".to_owned();
        assert_eq!(heed.end, Err(Error::Refused { status: 400, said }));
    }
    let (_, heed) = ask("anthropic", "wrong-key").await;
    let said = "invalid x-api-key".to_owned();
    assert_eq!(heed.end, Err(Error::Key { status: 401, said }));
    let (_, heed) = ask("gemini", "wrong-key").await;
    let said = "API key not valid. Please pass a valid API key.".to_owned();
    assert_eq!(heed.end, Err(Error::Key { status: 400, said }));
}

/// Gemini tells the wait in the body, Anthropic in a header.
#[tokio::test]
async fn a_refusal_that_passes_is_waited_for() {
    for id in BOTH {
        for model in ["429-then-good", "503-then-good"] {
            let (server, heed) = ask(id, model).await;
            assert!(heed.end.is_ok(), "{id} {model}: {:?}", heed.end);
            assert_eq!((&heed.text[..], server.requests().len()), (POEM, 2));
            assert_eq!(heed.waits, [Duration::from_secs(1)]);
        }
    }
}

#[tokio::test]
async fn a_refusal_that_stays_is_an_error_after_four_tries() {
    let tries = |id, model| async move {
        let (server, heed) = ask(id, model).await;
        (server.requests().len(), heed.end.unwrap_err().code())
    };
    let all = tokio::join!(
        tries("anthropic", "429"),
        tries("gemini", "429"),
        tries("anthropic", "529"),
        tries("gemini", "500"),
    );
    assert_eq!(all, ((4, "busy"), (4, "busy"), (4, "down"), (4, "down")));
}

#[tokio::test]
async fn an_endless_answer_is_cut_and_hung_up_on() {
    for id in BOTH {
        let (server, heed) = ask(id, "endless").await;
        assert!(heed.text.len() > 16 << 10 && heed.text.len() < 20 << 10);
        assert_eq!(heed.end.unwrap().finish, Finish::Length);
        dropped(&server).await;
    }
}

/// The server comes to know that its client has hung up.
async fn dropped(server: &Server) {
    for _ in 0..100 {
        if server.requests()[0].fate == Fate::Dropped {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the request goes on");
}

#[tokio::test]
async fn a_stop_ends_a_slow_answer_at_once() {
    for id in BOTH {
        let server = test_provider::spawn().unwrap();
        let stop = Stop::new();
        let pressed = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            stop.stop();
            Instant::now()
        };
        let asked = ask_until(&server, id, "slow", &stop);
        let (pressed, heed) = tokio::join!(pressed, asked);
        assert_eq!(heed.end, Err(Error::Stopped));
        assert!(pressed.elapsed() < Duration::from_millis(100), "{id}");
        dropped(&server).await;
    }
}

#[tokio::test]
async fn a_run_drafts_and_mends() {
    for id in BOTH {
        let server = test_provider::spawn().unwrap();
        let connection = connection(&server, id, "faulty-then-good");
        let stop = Stop::new();
        let compose = Compose::new(Brief::new(Form::FiveQuatrain, "登高"), Budget::default());
        let outcome = muse::run(compose, link(&connection, &stop), &mut |_| {}).await;
        assert_eq!(outcome.end, End::Clean, "{id}");
        assert_eq!(outcome.versions.last().unwrap().text, POEM);
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn what_is_sent_and_nothing_else() {
    for (id, path, key_header, more) in [
        (
            "anthropic",
            "/v1/messages",
            "x-api-key",
            &[
                ("anthropic-version", "2023-06-01"),
                ("anthropic-dangerous-direct-browser-access", "true"),
            ][..],
        ),
        (
            "gemini",
            "/v1beta/models/good:streamGenerateContent?alt=sse",
            "x-goog-api-key",
            &[],
        ),
    ] {
        let (server, _) = ask(id, "good").await;
        let request = &server.requests()[0];
        assert_eq!((&request.method[..], &request.path[..]), ("POST", path));
        assert!(!request.body.contains(KEY));
        let mut left = request.headers.clone();
        for name in ["accept", "content-length", "host"] {
            left.remove(name);
        }
        assert_eq!(left.remove(key_header).as_deref(), Some(KEY));
        let content_type = left.remove("content-type");
        assert_eq!(content_type.as_deref(), Some("application/json"));
        for (name, value) in more {
            assert_eq!(left.remove(*name).as_deref(), Some(*value), "{name}");
        }
        assert!(left.is_empty(), "{left:?}");
    }
}
