//! The routes: the three wire formats, and the book of requests.

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{any, get, post},
};
use futures_util::stream::poll_fn;
use serde_json::Value;
use tokio::sync::mpsc;

use crate::{
    behaviour::Behaviour,
    hostile, lists,
    question::Question,
    recorded::{Book, Entry, Fate, Recorded},
    shape::{Anthropic, Gemini, OpenAi, Shape},
    stage::{Stage, object},
};

/// The largest request.
const LARGEST: usize = 1 << 20;

/// The application.
pub(crate) fn router(book: Book) -> Router {
    let speaks = |shape: &'static dyn Shape| {
        any(move |book: State<Book>, request: Request| ask(book, shape, request))
    };
    Router::new()
        .route("/chat/completions", speaks(&OpenAi))
        .route("/v1/chat/completions", speaks(&OpenAi))
        .route("/v1/messages", speaks(&Anthropic))
        .route("/v1beta/models/{call}", speaks(&Gemini))
        .route("/models", any(lists::good))
        .route("/v1/models", any(lists::good))
        .route("/v1beta/models", any(lists::good))
        .route("/lists/{how}/models", any(lists::other))
        .route("/lists/{how}/v1/models", any(lists::other))
        .route("/lists/{how}/v1beta/models", any(lists::other))
        .route("/__requests", get(requests))
        .route("/__reset", post(reset))
        .fallback(nothing)
        .with_state(book)
}

async fn requests(State(book): State<Book>) -> Response {
    for_pages(Json(book.all()).into_response())
}

async fn reset(State(book): State<Book>) -> Response {
    book.clear();
    for_pages(StatusCode::NO_CONTENT.into_response())
}

/// What is asked at a wrong address is written down, too.
async fn nothing(State(book): State<Book>, request: Request) -> Response {
    let method = request.method().clone();
    let (_, body) = write_down(&book, &OpenAi, request).await;
    if method == Method::OPTIONS {
        return body.entry_done(&book, preflight(&OpenAi, &body.headers));
    }
    let error = OpenAi.error(404, "not_found", "no such address");
    body.entry_done(&book, json(404, error))
}

async fn ask(State(book): State<Book>, shape: &'static dyn Shape, request: Request) -> Response {
    let method = request.method().clone();
    let (seen, taken) = write_down(&book, shape, request).await;
    match method {
        Method::OPTIONS => taken.entry_done(&book, preflight(shape, &taken.headers)),
        Method::POST => {
            let response = answer(&book, shape, &taken, seen);
            match Behaviour::of(&taken.model) {
                Some(b) if !b.allows_pages() => response,
                _ => for_pages(response),
            }
        }
        _ => taken.entry_done(&book, json(405, shape.error(405, "method", "use POST"))),
    }
}

/// A request that has been read and written down.
pub(crate) struct Taken {
    entry: Entry,
    /// Its headers.
    pub headers: HeaderMap,
    model: String,
    prompt: String,
}

impl Taken {
    /// An answer that is given at once.
    pub fn entry_done(&self, book: &Book, response: Response) -> Response {
        book.set_fate(self.entry, Fate::Whole);
        for_pages(response)
    }
}

/// Writes a request down. Also tells how many have named the same model.
pub(crate) async fn write_down(book: &Book, shape: &dyn Shape, request: Request) -> (usize, Taken) {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, LARGEST)
        .await
        .unwrap_or_default();
    let json: Value = serde_json::from_slice(&body).unwrap_or_default();
    let (model, prompt) = shape.asked(parts.uri.path(), &json);
    let text = |v: &HeaderValue| String::from_utf8_lossy(v.as_bytes()).into_owned();
    let (entry, seen) = book.add(Recorded {
        method: parts.method.to_string(),
        path: parts.uri.to_string(),
        headers: parts
            .headers
            .iter()
            .map(|(n, v)| (n.to_string(), text(v)))
            .collect(),
        body: String::from_utf8_lossy(&body).into_owned(),
        model: model.clone(),
        fate: Fate::Open,
    });
    (
        seen,
        Taken {
            entry,
            headers: parts.headers,
            model,
            prompt,
        },
    )
}

/// The answer to a question. `seen` requests have named its model, this one included.
fn answer(book: &Book, shape: &'static dyn Shape, taken: &Taken, seen: usize) -> Response {
    let done = |response: Response| {
        book.set_fate(taken.entry, Fate::Whole);
        response
    };
    let error =
        |status, kind: &str, message: &str| done(json(status, shape.error(status, kind, message)));
    let Some(behaviour) = Behaviour::of(&taken.model) else {
        let message = format!("the model `{}` does not exist", taken.model);
        return error(404, "model_not_found", &message);
    };
    let sent = taken.headers.get(shape.key_header());
    let sent = sent.map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned());
    let sent = sent.unwrap_or_default();
    let question = Question {
        key: sent.trim_start_matches("Bearer ").to_owned(),
        ..Question::read(&taken.prompt)
    };
    let busy = || {
        let mut response = json(429, shape.busy());
        if let Some(seconds) = shape.retry_after() {
            let seconds = HeaderValue::from_static(seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        done(response)
    };
    let body = |(status, body): (u16, Value)| done(json(status, body));
    match behaviour {
        Behaviour::Status(429) => busy(),
        Behaviour::Status(status) => error(status, "", said(status)),
        Behaviour::KeyNoCors => error(401, "invalid_api_key", said(401)),
        Behaviour::WrongKey => body(shape.wrong_key()),
        Behaviour::Quota => body(shape.quota()),
        Behaviour::BusyThenGood if seen == 1 => busy(),
        Behaviour::DownThenGood if seen == 1 => error(503, "", said(503)),
        Behaviour::EchoKeyInError => {
            let message = format!("cannot use {sent} for this");
            error(400, "bad_request", &message)
        }
        Behaviour::HostileError => error(400, "bad_request", hostile::WORDS),
        Behaviour::Html => {
            let page = "<!doctype html>\n<html><body><h1>Welcome to the network</h1></body></html>";
            done(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response())
        }
        Behaviour::Redirect => {
            let elsewhere = [(header::LOCATION, "/elsewhere/v1/chat/completions")];
            done((StatusCode::TEMPORARY_REDIRECT, elsewhere).into_response())
        }
        Behaviour::NotStream => done(json(200, object(shape, behaviour, &question))),
        _ => stream(book, shape, taken.entry, behaviour, question),
    }
}

/// An answer that streams.
fn stream(
    book: &Book,
    shape: &'static dyn Shape,
    entry: Entry,
    behaviour: Behaviour,
    question: Question,
) -> Response {
    let (to, mut from) = mpsc::channel(1);
    let stage = Stage {
        shape,
        to,
        book: book.clone(),
        entry,
    };
    tokio::spawn(stage.play(behaviour, question));
    let body = Body::from_stream(poll_fn(move |cx| from.poll_recv(cx)));
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, body).into_response()
}

/// What a provider says with a status.
pub(crate) const fn said(status: u16) -> &'static str {
    match status {
        401 => "Authentication Fails (no such key)",
        402 => "Insufficient Balance",
        403 => "This key may not use this model",
        404 => "The model does not exist",
        422 => "Invalid parameter: messages",
        500..=599 => "The server had an error while processing your request",
        _ => "Bad request",
    }
}

pub(crate) fn json(status: u16, body: Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(body)).into_response()
}

/// The answer to a browser that asks whether a page may send a request. One header too many, and
/// it may not.
pub(crate) fn preflight(shape: &dyn Shape, headers: &HeaderMap) -> Response {
    let wanted = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let wanted = wanted.map(|v| String::from_utf8_lossy(v.as_bytes()).to_lowercase());
    let fits = |name: &str| name.is_empty() || shape.allowed().split(',').any(|a| a == name);
    if !wanted
        .unwrap_or_default()
        .split(',')
        .all(|name| fits(name.trim()))
    {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = Response::new(Body::from(Bytes::new()));
    *response.status_mut() = StatusCode::NO_CONTENT;
    let list = response.headers_mut();
    list.insert(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static(shape.allowed()),
    );
    list.insert(
        header::ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static("GET,POST,OPTIONS"),
    );
    response
}

/// Lets a browser show the answer to a page of any origin.
pub(crate) fn for_pages(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("retry-after"),
    );
    response
}
