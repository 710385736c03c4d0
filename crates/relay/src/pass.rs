//! Passing a request on, and its answer back as it comes.

use std::{io, time::Duration};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use muse::{Address, Provider};
use reqwest::{Client, ClientBuilder, Url, redirect::Policy};

use crate::{app::error, hosts::Hosts};

/// The largest request. Prompts are some kilobytes.
const LARGEST: usize = 1 << 20;

/// The longest wait for a host to take the connection. An answer may take as long as it likes: the
/// page watches over it.
const CONNECT: Duration = Duration::from_secs(20);

/// Headers of an answer that go back. Cookies, and what would let other pages in, do not.
const BACK: [HeaderName; 2] = [header::CONTENT_TYPE, header::RETRY_AFTER];

/// Asks other hosts.
#[derive(Debug)]
pub(crate) struct Passer {
    /// For the web, by the system's proxy where it has one.
    web: Client,
    /// For programs on this machine.
    local: Client,
    /// Headers of a request that go on: what some provider asks for. Neither cookies nor the name
    /// of the page do.
    on: Vec<HeaderName>,
}

impl Passer {
    pub fn new() -> io::Result<Self> {
        let build = |builder: ClientBuilder| {
            let builder = builder.redirect(Policy::none()).referer(false);
            let builder = builder.connect_timeout(CONNECT);
            builder.build().map_err(io::Error::other)
        };
        let mut on = vec![header::ACCEPT, header::AUTHORIZATION, header::CONTENT_TYPE];
        for provider in Provider::all() {
            let more = provider.headers.iter().map(|(name, _)| name);
            let names = more.chain([&provider.key_header]);
            on.extend(names.filter_map(|name| HeaderName::try_from(name).ok()));
        }
        Ok(Self {
            web: build(Client::builder().https_only(true))?,
            local: build(Client::builder().no_proxy())?,
            on,
        })
    }

    /// Passes a request on. `target` is what stands after `/relay/`: `https/HOST/PATH`.
    pub async fn pass(&self, hosts: &Hosts, target: &str, request: Request) -> Response {
        let Some(url) = url(hosts, target, request.uri().query()) else {
            let message = "this host is not on the relay's list; start it with --allow HOST";
            return error(StatusCode::MISDIRECTED_REQUEST, message);
        };
        let is_local = Address::parse(url.as_str().split('?').next().unwrap_or_default())
            .is_ok_and(|address| address.is_local());
        let client = if is_local { &self.local } else { &self.web };
        let (parts, body) = request.into_parts();
        let Ok(body) = axum::body::to_bytes(body, LARGEST).await else {
            return error(StatusCode::PAYLOAD_TOO_LARGE, "the request is too large");
        };
        let mut headers = HeaderMap::new();
        copy(&self.on, &parts.headers, &mut headers);
        let asked = client.request(parts.method, url).headers(headers);
        let asked = if body.is_empty() {
            asked
        } else {
            asked.body(body)
        };
        let sent = asked.send().await;
        // The client's own words could quote what was sent.
        let Ok(answer) = sent else {
            return error(StatusCode::BAD_GATEWAY, "the relay cannot reach this host");
        };
        let status = answer.status();
        let mut headers = HeaderMap::new();
        copy(&BACK, answer.headers(), &mut headers);
        let no_store = HeaderValue::from_static("no-store");
        headers.insert(header::CACHE_CONTROL, no_store);
        // A web page that a host sends must not run as if it were ours.
        let sandbox = HeaderValue::from_static("sandbox; default-src 'none'");
        headers.insert(header::CONTENT_SECURITY_POLICY, sandbox);
        let mut response = Response::new(Body::from_stream(answer.bytes_stream()));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

/// The address to ask, if its host is listed.
fn url(hosts: &Hosts, target: &str, query: Option<&str>) -> Option<Url> {
    let (scheme, rest) = target.split_once('/')?;
    let (authority, path) = rest.split_once('/')?;
    if !hosts.allows(scheme, authority) {
        return None;
    }
    let mut url = Url::parse(&format!("{scheme}://{authority}/{path}")).ok()?;
    url.set_query(query);
    // What was compared is what will be asked, however an address is read.
    let host = url.host_str()?;
    let read = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    (url.scheme() == scheme && read.eq_ignore_ascii_case(authority)).then_some(url)
}

fn copy(names: &[HeaderName], from: &HeaderMap, to: &mut HeaderMap) {
    for name in names {
        if let Some(value) = from.get(name) {
            to.insert(name, value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        let mut hosts = Hosts::presets();
        hosts.allow("a.example:8443").unwrap();
        let at = |target: &str, query| url(&hosts, target, query).map(String::from);
        assert_eq!(
            at(
                "https/ark.cn-beijing.volces.com/api/v3/chat/completions",
                None
            )
            .as_deref(),
            Some("https://ark.cn-beijing.volces.com/api/v3/chat/completions")
        );
        let gemini =
            "https/generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent";
        assert_eq!(
            at(gemini, Some("alt=sse")).as_deref(),
            Some(
                "https://generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent\
                 ?alt=sse"
            )
        );
        assert!(at("https/a.example:8443/v1", None).is_some());
        for bad in [
            "",
            "https",
            "https/api.deepseek.com",
            "https/evil.example/v1",
            "http/api.deepseek.com/v1",
            "https/api.deepseek.com@evil.example/v1",
            "https//evil.example/v1",
            "https/a.example/v1",
        ] {
            assert_eq!(at(bad, None), None, "{bad}");
        }
        let inside = at("https/api.deepseek.com/../../evil.example/v1", None);
        assert!(inside.unwrap().starts_with("https://api.deepseek.com/"));
    }
}
