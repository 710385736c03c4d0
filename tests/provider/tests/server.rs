//! The server as a client sees it, byte by byte over a socket.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Command, Stdio},
    time::Duration,
};

use test_provider::{Fate, Recorded, spawn};

/// The head and the body of an answer.
struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .find_map(|l| l.strip_prefix(name)?.strip_prefix(": "))
    }
}

fn send(url: &str, method: &str, path: &str, headers: &str, body: &str) -> Reply {
    let host = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let length = body.len();
    let head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    write!(
        stream,
        "{head}content-length: {length}\r\n{headers}\r\n{body}"
    )
    .unwrap();
    let mut bytes = Vec::new();
    // A connection that breaks has given what it had.
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply {
        status,
        head: head.to_lowercase(),
        body: body.to_owned(),
    }
}

fn ask(url: &str, model: &str) -> Reply {
    let body =
        format!(r#"{{"model":"{model}","messages":[{{"role":"user","content":"五言绝句"}}]}}"#);
    send(
        url,
        "POST",
        "/v1/chat/completions",
        "authorization: Bearer sk-1\r\n",
        &body,
    )
}

#[test]
fn a_browser_may_ask_with_the_headers_of_the_format_and_no_other() {
    let server = spawn().unwrap();
    let preflight = |path: &str, wanted: &str| {
        let headers = format!(
            "origin: http://a.cn\r\naccess-control-request-method: POST\r\n\
             access-control-request-headers: {wanted}\r\n"
        );
        send(&server.url(), "OPTIONS", path, &headers, "")
    };
    let reply = preflight("/chat/completions", "authorization,content-type");
    assert_eq!(reply.status, 204);
    assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        reply.header("access-control-allow-headers"),
        Some("authorization,content-type")
    );
    let gemini = "/v1beta/models/good:streamGenerateContent?alt=sse";
    let ours = "content-type,x-goog-api-key";
    assert_eq!(preflight(gemini, ours).status, 204);
    for (path, wanted) in [
        ("/chat/completions", "authorization, content-type, x-title"),
        ("/v1/messages", "authorization,content-type"),
        (gemini, "x-api-key"),
    ] {
        let reply = preflight(path, wanted);
        let allowed = reply.header("access-control-allow-headers");
        assert_eq!((reply.status, allowed), (403, None), "{path}");
    }
}

#[test]
fn pages_see_answers_and_errors_unless_they_must_not() {
    let server = spawn().unwrap();
    for (model, status, allowed) in [
        ("good", 200, true),
        ("401", 401, true),
        ("429", 429, true),
        ("no-cors", 200, false),
        ("401-no-cors", 401, false),
    ] {
        let reply = ask(&server.url(), model);
        assert_eq!(reply.status, status, "{model}");
        let origin = reply.header("access-control-allow-origin");
        assert_eq!(origin, allowed.then_some("*"), "{model}");
        let retry_after = (model == "429").then_some("1");
        assert_eq!(reply.header("retry-after"), retry_after, "{model}");
    }
}

#[test]
fn an_answer_is_a_stream_of_single_characters() {
    let server = spawn().unwrap();
    let reply = ask(&server.url(), "good");
    assert_eq!(reply.header("content-type"), Some("text/event-stream"));
    let contents = reply.body.matches(r#""content":""#).count();
    assert_eq!(
        contents,
        "白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。"
            .chars()
            .count()
    );
    assert!(reply.body.contains("data: [DONE]"));
}

#[test]
fn requests_are_written_down_and_forgotten() {
    let server = spawn().unwrap();
    let url = server.url();
    ask(&url, "empty");
    send(&url, "GET", "/wrong?key=1", "", "");
    let list = || -> Vec<Recorded> {
        serde_json::from_str(&send(&url, "GET", "/__requests", "", "").body).unwrap()
    };
    let requests = list();
    assert_eq!(requests, server.requests());
    assert_eq!(requests.len(), 2);
    let first = &requests[0];
    assert_eq!((first.model.as_str(), first.fate), ("empty", Fate::Whole));
    assert_eq!(first.headers["authorization"], "Bearer sk-1");
    assert!(first.body.contains("五言绝句"));
    assert_eq!(
        (requests[1].method.as_str(), requests[1].path.as_str()),
        ("GET", "/wrong?key=1")
    );
    assert_eq!(send(&url, "POST", "/__reset", "", "").status, 204);
    assert!(list().is_empty());
}

#[test]
fn a_first_refusal_comes_again_after_a_reset() {
    let server = spawn().unwrap();
    let status = || ask(&server.url(), "429-then-good").status;
    assert_eq!([status(), status(), status()], [429, 200, 200]);
    server.reset();
    assert_eq!([status(), status()], [429, 200]);
}

#[test]
fn a_cut_answer_ends_amid_a_character() {
    let server = spawn().unwrap();
    let reply = ask(&server.url(), "cut");
    assert!(reply.body.contains('\u{fffd}') && !reply.body.contains("[DONE]"));
}

#[test]
fn the_program_says_where_it_listens() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_test-provider"))
        .args(["--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let url = line.trim().strip_prefix("listening on ").unwrap();
    let reply = ask(url, "402");
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!(reply.status, 402);
    assert!(reply.body.contains("Insufficient Balance"));
}
