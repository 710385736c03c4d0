//! The lists of models. Under `/lists/HOW/` they are what they should not be.

use std::io;

use axum::{
    body::{Body, Bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, Method, header},
    response::{IntoResponse, Response},
};
use futures_util::stream::{self, poll_fn};
use serde_json::{Value, json};

use crate::{
    behaviour::Behaviour,
    recorded::Book,
    routes::{for_pages, json as in_json, preflight, said, write_down},
    shape::{Anthropic, Gemini, OpenAi, Shape},
};

/// The list of a provider that works: what models do here.
pub(crate) async fn good(book: State<Book>, request: Request) -> Response {
    list(book, "good", request).await
}

/// A list of another kind.
pub(crate) async fn other(
    book: State<Book>,
    Path(how): Path<String>,
    request: Request,
) -> Response {
    list(book, &how, request).await
}

async fn list(State(book): State<Book>, how: &str, request: Request) -> Response {
    let method = request.method().clone();
    let (shape, is_gemini, is_anthropic) = shape(&request);
    let (_, taken) = write_down(&book, shape, request).await;
    if method == Method::OPTIONS {
        return taken.entry_done(&book, preflight(shape, &taken.headers));
    }
    let rows = |names: &[&str]| match (is_gemini, is_anthropic) {
        (true, _) => gemini(names),
        (_, true) => anthropic(names),
        _ => openai(names),
    };
    let response = match how {
        "good" => in_json(200, rows(&Behaviour::NAMED.map(|(name, _)| name))),
        "empty" => in_json(200, rows(&[])),
        // Names that would do harm, were they ever taken for markup, and the key come back.
        "markup" => {
            let key = sent(shape, &taken.headers);
            let bold = "<b>bold</b>";
            let image = "<img/src=x/onerror=document.title='caught'>";
            in_json(200, rows(&[bold, image, &key, "good"]))
        }
        "wrong-type" => in_json(200, json!({ "data": 7, "models": "good" })),
        "not-json" => "this is no JSON".into_response(),
        "html" => {
            let page = "<!doctype html>\n<html><body><h1>Welcome</h1></body></html>";
            ([(header::CONTENT_TYPE, "text/html")], page).into_response()
        }
        "huge" => Body::from_stream(stream::repeat_with(|| {
            Ok::<_, io::Error>(Bytes::from("[\"".repeat(32 << 10)))
        }))
        .into_response(),
        "stall" => Body::from_stream(poll_fn(|_| {
            std::task::Poll::<Option<Result<Bytes, io::Error>>>::Pending
        }))
        .into_response(),
        "no-cors" => return in_json(200, rows(&["good"])),
        status => {
            let status = status.parse().unwrap_or(404);
            in_json(status, shape.error(status, "", said(status)))
        }
    };
    taken.entry_done(&book, for_pages(response))
}

/// The format in which a list is asked for. OpenAI's and Anthropic's stand at one address.
fn shape(request: &Request) -> (&'static dyn Shape, bool, bool) {
    let headers = request.headers();
    let asked = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let asked = asked.and_then(|names| names.to_str().ok());
    let anthropic = Anthropic.key_header();
    if request.uri().path().contains("/v1beta/") {
        (&Gemini, true, false)
    } else if headers.contains_key(anthropic) || asked.is_some_and(|a| a.contains(anthropic)) {
        (&Anthropic, false, true)
    } else {
        (&OpenAi, false, false)
    }
}

fn sent(shape: &dyn Shape, headers: &HeaderMap) -> String {
    let key = headers.get(shape.key_header());
    let key = key.and_then(|key| key.to_str().ok()).unwrap_or_default();
    key.trim_start_matches("Bearer ").to_owned()
}

fn openai(names: &[&str]) -> Value {
    let row = |name: &&str| json!({ "id": name, "object": "model", "owned_by": "nobody" });
    json!({ "object": "list", "data": names.iter().map(row).collect::<Vec<_>>() })
}

fn anthropic(names: &[&str]) -> Value {
    let row = |name: &&str| json!({ "type": "model", "id": name, "display_name": name });
    json!({ "data": names.iter().map(row).collect::<Vec<_>>(), "has_more": false })
}

fn gemini(names: &[&str]) -> Value {
    let row = |name: &str, method: &str| {
        json!({ "name": format!("models/{name}"), "displayName": name,
                "supportedGenerationMethods": [method, "countTokens"] })
    };
    let mut rows: Vec<Value> = names.iter().map(|n| row(n, "generateContent")).collect();
    // There is always one that does not write.
    rows.push(row("text-embedding", "embedContent"));
    json!({ "models": rows })
}
