//! The relay over real HTTP: what passes, what does not, and when.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{fs, path::PathBuf, time::Duration};

use futures_util::StreamExt;
use relay::{Hosts, Options, Relay};
use reqwest::{Client, RequestBuilder, Response, redirect::Policy};
use test_provider::{Fate, Server};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const KEY: &str = "sk-secret-0123456789";

/// A folder with a page in it, in the place that cargo has for tests.
fn dist(name: &str) -> PathBuf {
    let dist = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&dist).unwrap();
    fs::write(
        dist.join("index.html"),
        "<!doctype html><title>吟窗</title>",
    )
    .unwrap();
    fs::write(dist.join("a.wasm"), b"\0asm").unwrap();
    dist
}

/// A relay that may ask these hosts; its origin.
async fn start(name: &str, allowed: &[&str]) -> String {
    let mut hosts = Hosts::presets();
    for host in allowed {
        hosts.allow(host).unwrap();
    }
    let options = Options {
        port: 0,
        dist: dist(name),
        hosts,
    };
    let relay = Relay::bind(options).await.unwrap();
    let origin = relay.origin();
    tokio::spawn(relay.serve());
    origin
}

fn client() -> Client {
    let builder = Client::builder().no_proxy().redirect(Policy::none());
    builder.build().unwrap()
}

/// A request as the relay's own page sends it.
fn post(origin: &str, target: &str) -> RequestBuilder {
    let path = target.replacen("://", "/", 1);
    client()
        .post(format!("{origin}/relay/{path}"))
        .header("origin", origin)
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {KEY}"))
}

fn question(model: &str) -> String {
    format!(r#"{{"model":"{model}","messages":[{{"role":"user","content":"五言绝句"}}]}}"#)
}

async fn ask(origin: &str, provider: &Server, model: &str) -> Response {
    let target = format!("{}/v1/chat/completions", provider.url());
    let request = post(origin, &target).body(question(model));
    request.send().await.unwrap()
}

/// A host that a test drives by hand.
struct Host(TcpListener);

impl Host {
    async fn start() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    fn url(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    /// Takes a request: its text, and the connection to answer on.
    async fn take(&self) -> (String, TcpStream) {
        let (mut stream, _) = self.0.accept().await.unwrap();
        let mut text = Vec::new();
        while !text.ends_with(b"{}") {
            let mut piece = [0; 4096];
            let n = stream.read(&mut piece).await.unwrap();
            assert!(n > 0, "the request ends early");
            text.extend_from_slice(&piece[..n]);
        }
        (String::from_utf8(text).unwrap().to_lowercase(), stream)
    }
}

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\
                    transfer-encoding: chunked\r\nset-cookie: a=b\r\n\
                    access-control-allow-origin: *\r\n\r\n";

#[tokio::test]
async fn a_piece_is_passed_on_before_the_next_one_is_there() {
    let host = Host::start().await;
    let origin = start("pieces", &[&host.url()]).await;
    let asked = post(&origin, &format!("{}/v1/x?alt=sse", host.url())).body("{}");
    let asked = tokio::spawn(asked.send());
    let (_, mut stream) = host.take().await;
    stream.write_all(HEAD.as_bytes()).await.unwrap();
    let response = asked.await.unwrap().unwrap();
    let mut body = response.bytes_stream();
    // Each piece is sent only after the one before it has come through.
    for piece in ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"] {
        let chunk = format!("{:x}\r\n{piece}\r\n", piece.len());
        stream.write_all(chunk.as_bytes()).await.unwrap();
        assert_eq!(body.next().await.unwrap().unwrap(), piece);
    }
    stream.write_all(b"0\r\n\r\n").await.unwrap();
    assert!(body.next().await.is_none());
}

#[tokio::test]
async fn only_what_a_provider_needs_goes_on_and_comes_back() {
    let host = Host::start().await;
    let origin = start("headers", &[&host.url()]).await;
    let asked = post(&origin, &format!("{}/v1/x?alt=sse", host.url()))
        .header("x-api-key", KEY)
        .header("anthropic-version", "2023-06-01")
        .header("cookie", "a=b")
        .header("referer", &origin)
        .header("x-forwarded-for", "10.0.0.1")
        .header("sec-fetch-site", "same-origin")
        .body("{}");
    let asked = tokio::spawn(asked.send());
    let (text, mut stream) = host.take().await;
    let answer = format!("{HEAD}0\r\n\r\n");
    stream.write_all(answer.as_bytes()).await.unwrap();
    let response = asked.await.unwrap().unwrap();

    let authority = host.url().replace("http://", "");
    let mut lines: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(lines.remove(0), "post /v1/x?alt=sse http/1.1");
    lines.sort_unstable();
    let expected = [
        "accept: */*".to_owned(),
        "anthropic-version: 2023-06-01".to_owned(),
        format!("authorization: bearer {KEY}"),
        "content-length: 2".to_owned(),
        "content-type: application/json".to_owned(),
        format!("host: {authority}"),
        format!("x-api-key: {KEY}"),
    ];
    assert_eq!(lines, expected);

    let mut names: Vec<&str> = response.headers().keys().map(|n| n.as_str()).collect();
    names.sort_unstable();
    let expected = [
        "cache-control",
        "content-security-policy",
        "content-type",
        "date",
        "transfer-encoding",
        "x-content-type-options",
    ];
    assert_eq!(names, expected);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
}

#[tokio::test]
async fn a_redirection_is_not_followed() {
    let (host, other) = (Host::start().await, Host::start().await);
    let origin = start("redirect", &[&host.url(), &other.url()]).await;
    let asked = tokio::spawn(
        post(&origin, &format!("{}/v1", host.url()))
            .body("{}")
            .send(),
    );
    let (_, mut stream) = host.take().await;
    let answer = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: {}/v1\r\ncontent-length: 0\r\n\r\n",
        other.url()
    );
    stream.write_all(answer.as_bytes()).await.unwrap();
    let response = asked.await.unwrap().unwrap();
    assert_eq!(response.status(), 307);
    assert!(response.headers().get("location").is_none());
    let nobody = tokio::time::timeout(Duration::from_millis(100), other.0.accept()).await;
    assert!(nobody.is_err());
}

#[tokio::test]
async fn a_poem_comes_through_whole_and_errors_as_they_are() {
    let provider = test_provider::spawn().unwrap();
    let origin = start("poem", &[&provider.url()]).await;
    let text = ask(&origin, &provider, "good").await.text().await.unwrap();
    assert_eq!(text.matches("\"content\":\"").count(), 27);
    assert!(text.ends_with("data: [DONE]\n\n"));
    for (model, status, words) in [
        ("402", 402, "Insufficient Balance"),
        ("wrong-key", 401, "invalid_api_key"),
        ("no-such-model", 404, "model_not_found"),
        ("500", 500, "error"),
    ] {
        let response = ask(&origin, &provider, model).await;
        assert_eq!(response.status(), status);
        assert!(response.text().await.unwrap().contains(words), "{model}");
    }
    let busy = ask(&origin, &provider, "429").await;
    assert_eq!(
        (busy.status().as_u16(), &busy.headers()["retry-after"]),
        (429, &"1".parse().unwrap())
    );
}

#[tokio::test]
async fn a_page_that_goes_away_ends_the_question() {
    let provider = test_provider::spawn().unwrap();
    let origin = start("away", &[&provider.url()]).await;
    for model in ["slow", "stall-mid", "endless"] {
        provider.reset();
        let response = ask(&origin, &provider, model).await;
        let mut body = response.bytes_stream();
        body.next().await.unwrap().unwrap();
        assert_eq!(provider.requests()[0].fate, Fate::Open, "{model}");
        drop(body);
        let mut fate = Fate::Open;
        for _ in 0..100 {
            fate = provider.requests()[0].fate;
            if fate == Fate::Dropped {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(fate, Fate::Dropped, "{model}");
    }
}

#[tokio::test]
async fn a_page_that_goes_away_before_an_answer_ends_the_question() {
    let host = Host::start().await;
    let origin = start("before", &[&host.url()]).await;
    let asked = tokio::spawn(
        post(&origin, &format!("{}/v1", host.url()))
            .body("{}")
            .send(),
    );
    let (_, mut stream) = host.take().await;
    asked.abort();
    let mut rest = [0; 1];
    let read = tokio::time::timeout(Duration::from_secs(5), stream.read(&mut rest)).await;
    assert_eq!(read.unwrap().unwrap_or(0), 0, "the connection is closed");
}

#[tokio::test]
async fn strangers_are_refused_and_nobody_is_asked() {
    let provider = test_provider::spawn().unwrap();
    let origin = start("strangers", &[&provider.url()]).await;
    let target = format!("{}/v1/chat/completions", provider.url()).replacen("://", "/", 1);
    let url = format!("{origin}/relay/{target}");
    let sent = |name: &'static str, value: &str| {
        let request = client().post(&url).body(question("good"));
        let value = value.to_owned();
        async move { request.header(name, value).send().await.unwrap() }
    };
    let mut refusals = vec![
        sent("origin", "http://evil.example").await,
        sent("origin", "null").await,
        sent("origin", "http://127.0.0.1:1").await,
        sent("x-nothing", "here").await,
    ];
    for host in ["evil.example", "192.168.0.2:8787"] {
        let request = post(&origin, &provider.url()).header("host", host);
        refusals.push(request.body("{}").send().await.unwrap());
        let page = client().get(&origin).header("host", host);
        refusals.push(page.send().await.unwrap());
    }
    let preflight = client()
        .request("OPTIONS".parse().unwrap(), &url)
        .header("origin", "http://evil.example")
        .header("access-control-request-method", "POST");
    refusals.push(preflight.send().await.unwrap());
    for refusal in refusals {
        assert_eq!(refusal.status(), 403);
        let names: Vec<&str> = refusal.headers().keys().map(|n| n.as_str()).collect();
        assert!(!names.iter().any(|n| n.starts_with("access-control")));
    }
    assert!(provider.requests().is_empty());
}

#[tokio::test]
async fn hosts_that_are_not_listed_are_not_asked() {
    let provider = test_provider::spawn().unwrap();
    let origin = start("unlisted", &[]).await;
    for target in [
        &provider.url(),
        "https://evil.example/v1",
        "file:///etc/passwd",
        "",
    ] {
        let response = post(&origin, target).body("{}").send().await.unwrap();
        assert_eq!(response.status(), 421, "{target}");
        let text = response.text().await.unwrap();
        assert!(text.contains("--allow") && !text.contains(KEY));
    }
    assert!(provider.requests().is_empty());
}

#[tokio::test]
async fn a_host_that_is_not_there_is_named_without_the_key() {
    let gone = Host::start().await.url();
    let origin = start("gone", &[&gone]).await;
    let response = post(&origin, &format!("{gone}/v1")).body("{}").send();
    let response = response.await.unwrap();
    assert_eq!(response.status(), 502);
    let text = response.text().await.unwrap();
    assert!(text.contains("cannot reach") && !text.contains(KEY));
}

#[tokio::test]
async fn the_page_is_served_and_told_of_the_relay() {
    let origin = start("page", &["a.example"]).await;
    let get = |path: &str| {
        let request = client().get(format!("{origin}{path}"));
        async move { request.send().await.unwrap() }
    };
    let page = get("/").await;
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(page.text().await.unwrap().contains("吟窗"));
    let wasm = get("/a.wasm").await;
    assert_eq!(wasm.headers()["content-type"], "application/wasm");
    let about = get("/relay").await.text().await.unwrap();
    assert!(about.starts_with("{\"hosts\":[") && about.ends_with("\"relay\":1}"));
    assert!(about.contains("\"a.example\"") && about.contains("\"ark.cn-beijing.volces.com\""));
    for path in ["/nothing.js", "/%2e%2e/Cargo.toml"] {
        assert_eq!(get(path).await.status(), 404, "{path}");
    }
    assert_eq!(get("/relay/https/api.deepseek.com/v1").await.status(), 403);
    let asked = post(&origin, "").body("").send().await.unwrap();
    assert_eq!(asked.status(), 421);
}

/// A page that gets something from its own origin names no origin; the browser says whose page it is.
#[tokio::test]
async fn a_list_of_models_passes_for_the_own_page_only() {
    let provider = test_provider::spawn().unwrap();
    let origin = start("lists", &[&provider.url()]).await;
    let target = format!("{}/v1/models?limit=9", provider.url()).replacen("://", "/", 1);
    let get = |site: &'static str| {
        let request = client().get(format!("{origin}/relay/{target}"));
        let request = request.header("authorization", format!("Bearer {KEY}"));
        async move { request.header("sec-fetch-site", site).send().await.unwrap() }
    };
    for site in ["cross-site", "same-site", "none"] {
        assert_eq!(get(site).await.status(), 403, "{site}");
    }
    assert!(provider.requests().is_empty());
    let answer = get("same-origin").await;
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.unwrap().contains("faulty-then-good"));
    let request = &provider.requests()[0];
    assert_eq!((&request.method[..], &request.body[..]), ("GET", ""));
    assert_eq!(request.path, "/v1/models?limit=9");
    assert_eq!(request.headers["authorization"], format!("Bearer {KEY}"));
    assert!(!request.headers.contains_key("sec-fetch-site"));
}
