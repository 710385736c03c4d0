//! What is done with a request.

use std::{io, path::PathBuf, sync::Arc};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{guard, hosts::Hosts, pages, pass::Passer};

/// Everything that an answer needs.
#[derive(Debug)]
pub(crate) struct App {
    port: u16,
    dist: PathBuf,
    hosts: Hosts,
    passer: Passer,
}

impl App {
    pub fn new(port: u16, dist: PathBuf, hosts: Hosts) -> io::Result<Self> {
        Ok(Self {
            port,
            dist,
            hosts,
            passer: Passer::new()?,
        })
    }
}

/// Answers a request, or refuses it.
pub(crate) async fn answer(State(app): State<Arc<App>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let to_pass = path.strip_prefix("/relay/");
    if let Err(refusal) = guard::check(request.headers(), app.port, to_pass.is_some()) {
        return error(StatusCode::FORBIDDEN, refusal.sentence());
    }
    let is_get = [Method::GET, Method::HEAD].contains(request.method());
    let mut response = match to_pass {
        // Questions, and lists of models.
        Some(target) if [Method::POST, Method::GET].contains(request.method()) => {
            app.passer.pass(&app.hosts, target, request).await
        }
        None if is_get && path == "/relay" => about(&app.hosts),
        None if is_get => pages::page(&app.dist, &path).await,
        _ => error(StatusCode::METHOD_NOT_ALLOWED, "not a way to ask"),
    };
    let nosniff = HeaderValue::from_static("nosniff");
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    response
}

/// Tells a page that there is a relay.
fn about(hosts: &Hosts) -> Response {
    let about = json!({ "relay": 1, "hosts": hosts.names() });
    in_json(StatusCode::OK, about.to_string())
}

/// An error in the form that providers have, so that the page shows its sentence.
pub(crate) fn error(status: StatusCode, message: &str) -> Response {
    let body = json!({ "error": { "message": message, "type": "relay" } });
    in_json(status, body.to_string())
}

fn in_json(status: StatusCode, body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, Body::from(body)).into_response()
}
