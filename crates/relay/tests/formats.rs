//! A run of the page by way of the relay, in all three formats.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use futures_util::StreamExt;
use muse::{
    Clock, Connection, Error, Heard, Limits, Link, LocalBoxFuture, Prompt, Provider, Request,
    Response, Secret, Stop, Transport, TransportError,
};
use relay::{Hosts, Options, Relay};

const KEY: &str = "sk-secret-0123456789";
const POEM: &str = "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。";

/// The relay's own page, as far as its requests go.
struct Page(String);

impl Transport for Page {
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        let origin = self.0.clone();
        Box::pin(async move {
            let client = reqwest::Client::builder().no_proxy().build().unwrap();
            let mut asked = client.post(&request.url).header("origin", origin);
            for (name, value) in &request.headers {
                asked = asked.header(*name, value.expose());
            }
            let answer = asked.body(request.body).send().await;
            let answer = answer.map_err(|_| TransportError::Unreachable)?;
            let header = |name| Some(answer.headers().get(name)?.to_str().ok()?.to_owned());
            let (content_type, retry_after) = (header("content-type"), header("retry-after"));
            let status = answer.status().as_u16();
            let body = answer.bytes_stream().map(|piece| {
                piece
                    .map(|bytes| bytes.to_vec())
                    .map_err(|_| TransportError::Broken)
            });
            Ok(Response {
                status,
                content_type,
                retry_after,
                body: Box::pin(body),
            })
        })
    }
}

struct Watch(Instant);

impl Clock for Watch {
    fn now(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, time: Duration) -> LocalBoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(time))
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}

/// Asks a model of the test provider by way of a relay that may ask `allowed`.
async fn ask(id: &str, model: &str, listed: bool) -> (String, Result<(), Error>) {
    let server = test_provider::spawn().unwrap();
    let mut hosts = Hosts::presets();
    if listed {
        hosts.allow(&server.url()).unwrap();
    }
    let options = Options {
        port: 0,
        dist: PathBuf::from("dist"),
        hosts,
    };
    let relay = Relay::bind(options).await.unwrap();
    let origin = relay.origin();
    tokio::spawn(relay.serve());
    // The host of the tests is on this machine, to which the page itself would go straight.
    let version = if id == "ark" { "/v1" } else { "" };
    let host = server.url().replacen("://", "/", 1);
    let address = format!("{origin}/relay/{host}{version}");
    let provider = Provider::find(id).unwrap();
    let connection = Connection::new(provider, &address, model, Secret::new(KEY)).unwrap();
    let link = Link {
        connection: &connection,
        transport: &Page(origin),
        clock: &Watch(Instant::now()),
        stop: &Stop::new(),
        limits: Limits::default(),
    };
    let prompt = Prompt {
        system: "诗人".into(),
        user: "五言绝句".into(),
    };
    let mut text = String::new();
    let end = muse::ask(link, &prompt, &mut |heard| {
        if let Heard::Text(piece) = heard {
            text += piece;
        }
    })
    .await;
    assert!(server.requests().iter().all(|r| !r.path.contains("relay")));
    (text, end.map(|_| ()))
}

#[tokio::test]
async fn a_poem_in_every_format() {
    for id in ["ark", "anthropic", "gemini"] {
        assert_eq!(
            ask(id, "good", true).await,
            (POEM.to_owned(), Ok(())),
            "{id}"
        );
    }
}

#[tokio::test]
async fn errors_are_the_providers_own() {
    for id in ["ark", "anthropic", "gemini"] {
        for (model, code) in [
            ("wrong-key", "key"),
            ("429-quota", "money"),
            ("404", "not-found"),
        ] {
            let (_, end) = ask(id, model, true).await;
            assert_eq!(end.unwrap_err().code(), code, "{id} {model}");
        }
    }
}

#[tokio::test]
async fn a_host_that_is_not_listed_is_explained() {
    let (_, end) = ask("ark", "good", false).await;
    let error = end.unwrap_err();
    assert_eq!(error.code(), "refused");
    assert!(error.to_string().contains("--allow HOST"), "{error}");
}
