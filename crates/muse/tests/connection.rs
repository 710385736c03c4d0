//! Testing a connection over real HTTP, in all three formats.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod native;

use std::time::Duration;

use muse::{Connection, Limits, Link, Provider, Secret, Stop, Trial, connection};
use native::{Page, Watch};
use test_provider::{Fate, Server};

const KEY: &str = "sk-secret-0123456789";
const ALL: [&str; 3] = ["openai", "anthropic", "gemini"];

async fn try_out(id: &str, base_url: &str, model: &str) -> Result<(), Trial> {
    let provider = Provider::find(id).unwrap();
    let connection = Connection::new(provider, base_url, model, Secret::new(KEY)).unwrap();
    let limits = Limits {
        first: Duration::from_secs(5),
        ..Limits::default()
    };
    let link = Link {
        connection: &connection,
        transport: &Page,
        clock: &Watch::new(20),
        stop: &Stop::new(),
        limits,
    };
    connection::test(link).await
}

/// What there is to look at.
async fn look_at(id: &str, base_url: &str, model: &str) -> Vec<&'static str> {
    let trial = try_out(id, base_url, model).await.unwrap_err();
    assert!(!trial.error.to_string().contains(KEY));
    trial.suspects.iter().map(|s| s.code()).collect()
}

/// The address of the test provider, as a person would type it for this format.
fn url(server: &Server, id: &str) -> String {
    let version = if id == "openai" { "/v1" } else { "" };
    server.url() + version
}

#[tokio::test]
async fn a_good_connection_is_hung_up_on_at_once() {
    for id in ALL {
        let server = test_provider::spawn().unwrap();
        for model in ["endless", "thinking", "not-stream", "empty"] {
            server.reset();
            let end = try_out(id, &url(&server, id), model).await;
            assert_eq!(end, Ok(()), "{id} {model}");
            assert_eq!(server.requests().len(), 1);
        }
        server.reset();
        try_out(id, &url(&server, id), "endless").await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(server.requests()[0].fate, Fate::Dropped, "{id}");
    }
}

#[tokio::test]
async fn causes_are_told_apart() {
    for id in ALL {
        let server = test_provider::spawn().unwrap();
        let url = url(&server, id);
        for (model, expected) in [
            ("wrong-key", &["key"][..]),
            ("401", &["key"]),
            ("402", &["money"]),
            ("429-quota", &["money"]),
            ("no-such-model", &["model"]),
            ("429", &["provider"]),
            ("503", &["provider"]),
            ("stall-before", &["provider", "network"]),
            ("keepalive-only", &["provider", "network"]),
            ("error-in-200", &[]),
            ("html", &["address", "network"]),
            ("malformed", &["address", "network"]),
            // A browser gives no reason for these two; the host does answer.
            ("no-cors", &["cors"]),
            ("401-no-cors", &["cors"]),
        ] {
            server.reset();
            // An error amid an answer comes after the first piece: the connection holds.
            if expected.is_empty() {
                assert_eq!(try_out(id, &url, model).await, Ok(()), "{id} {model}");
            } else {
                assert_eq!(look_at(id, &url, model).await, expected, "{id} {model}");
            }
            assert_eq!(server.requests().len(), 1, "{id} {model}: tried once");
        }
        let wrong = look_at(id, &format!("{}/api/v9", server.url()), "good").await;
        assert_eq!(wrong, ["address", "model"], "{id}");
    }
}

#[tokio::test]
async fn a_program_that_does_not_run() {
    let gone = test_provider::spawn().unwrap().url();
    for id in ALL {
        assert_eq!(look_at(id, &gone, "m").await, ["program", "address"]);
    }
}
