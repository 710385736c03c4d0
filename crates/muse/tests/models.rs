//! The list of models over real HTTP, in all three formats.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod native;

use muse::{Connection, Error, Provider, Secret, Stop};
use native::link;
use test_provider::{Behaviour, Server};

const KEY: &str = "sk-secret-0123456789";
const ALL: [&str; 3] = ["openai", "anthropic", "gemini"];

/// The list that stands under a path, asked for as a person types the address.
async fn list(server: &Server, id: &str, path: &str) -> Result<Vec<String>, Error> {
    let provider = Provider::find(id).unwrap();
    let version = if id == "openai" { "/v1" } else { "" };
    let url = format!("{}{path}{version}", server.url());
    let connection = Connection::without_model(provider, &url, Secret::new(KEY)).unwrap();
    muse::models(link(&connection, &Stop::new())).await
}

#[tokio::test]
async fn each_format_lists_its_models() {
    for (id, path, key_header) in [
        ("openai", "/v1/models", "authorization"),
        ("anthropic", "/v1/models?limit=1000", "x-api-key"),
        ("gemini", "/v1beta/models?pageSize=1000", "x-goog-api-key"),
    ] {
        let server = test_provider::spawn().unwrap();
        let names = list(&server, id, "").await.unwrap();
        let mut expected = Behaviour::NAMED.map(|(name, _)| name.to_owned()).to_vec();
        expected.sort_unstable();
        assert_eq!(names, expected, "{id}");

        let request = &server.requests()[0];
        assert_eq!((&request.method[..], &request.path[..]), ("GET", path));
        assert_eq!(request.body, "");
        let mut left = request.headers.clone();
        assert!(left.remove(key_header).unwrap().ends_with(KEY));
        left.retain(|name, _| name != "host" && !name.starts_with("anthropic-"));
        assert!(left.is_empty(), "{id}: {left:?}");
    }
}

#[tokio::test]
async fn hostile_lists_are_errors() {
    for id in ALL {
        for (how, code) in [
            ("wrong-type", "malformed"),
            ("not-json", "malformed"),
            ("html", "html"),
            ("huge", "too-long"),
            ("stall", "stalled"),
            ("401", "key"),
            ("404", "not-found"),
            ("500", "down"),
        ] {
            let server = test_provider::spawn().unwrap();
            let error = list(&server, id, &format!("/lists/{how}")).await;
            let error = error.unwrap_err();
            assert_eq!(error.code(), code, "{id} {how}");
            assert!(!error.to_string().contains(KEY));
            assert_eq!(server.requests().len(), 1, "{id} {how}: asked once");
        }
    }
}

#[tokio::test]
async fn names_are_text_and_never_the_key() {
    for id in ALL {
        let server = test_provider::spawn().unwrap();
        assert_eq!(list(&server, id, "/lists/empty").await, Ok(Vec::new()));
        let names = list(&server, id, "/lists/markup").await.unwrap();
        assert_eq!(names.len(), 3, "{id}: {names:?}");
        assert!(names.iter().all(|name| !name.contains(KEY)));
    }
}
