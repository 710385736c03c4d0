//! Requests to a provider, by the browser's `fetch`.

use std::cell::Cell;

use futures_util::stream;
use gloo_net::http::{Method, Request as Ask, RequestBuilder, Response as Answer};
use js_sys::{Object, Reflect, Uint8Array};
use muse::{LocalBoxFuture, LocalBoxStream, Request, Response, Transport, TransportError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestMode, RequestRedirect,
};

/// The browser's `fetch`. A redirection is an error, since the key would travel with it; cookies
/// and the page's own address stay at home; nothing is kept in the cache.
#[derive(Clone, Copy, Debug)]
pub struct Fetch;

impl Transport for Fetch {
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(send(Method::POST, request))
    }

    fn get(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(send(Method::GET, request))
    }

    fn reaches(&self, url: String) -> LocalBoxFuture<'static, Option<bool>> {
        Box::pin(reaches(url))
    }
}

async fn send(method: Method, request: Request) -> Result<Response, TransportError> {
    let guard = Abort::new()?;
    // Given as a part of the address, a query would get an empty one put behind it.
    let (url, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let is_bare = request.body.is_empty();
    let mut ask = RequestBuilder::new(url)
        .method(method)
        .query(query.split('&').filter_map(|pair| pair.split_once('=')))
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&guard.0.signal()));
    for (name, value) in &request.headers {
        ask = ask.header(name, value.expose());
    }
    // The browser's own words about a failure are dropped: they say nothing that helps, and
    // a header that is refused would be quoted.
    // A browser refuses a body with GET, even an empty one.
    let ask = if is_bare {
        ask.build()
    } else {
        ask.body(request.body)
    };
    let ask = ask.map_err(|_| TransportError::Unreachable)?;
    let answer = ask.send().await.map_err(|_| failure())?;
    let header = |name: &str| answer.headers().get(name);
    Ok(Response {
        status: answer.status(),
        content_type: header("content-type"),
        retry_after: header("retry-after"),
        body: body(&answer, guard),
    })
}

/// Whether a host answers at all. Nothing goes there but the question itself; a redirection may be
/// followed, since there is no key to go with it.
async fn reaches(url: String) -> Option<bool> {
    let ask = Ask::get(&url)
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    Some(ask.send().await.is_ok())
}

/// Why nothing came, as far as a browser tells.
fn failure() -> TransportError {
    match web_sys::window() {
        Some(window) if !window.navigator().on_line() => TransportError::Offline,
        _ => TransportError::Unreachable,
    }
}

thread_local! {
    static UNDER_WAY: Cell<usize> = const { Cell::new(0) };
}

/// Whether a provider is being asked, or its answer is being read.
pub fn is_asking() -> bool {
    UNDER_WAY.get() > 0
}

/// Ends the request when it is dropped, whatever state the request is in.
struct Abort(AbortController);

impl Abort {
    fn new() -> Result<Self, TransportError> {
        let controller = AbortController::new().map_err(|_| TransportError::Unreachable)?;
        UNDER_WAY.set(UNDER_WAY.get() + 1);
        Ok(Self(controller))
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        UNDER_WAY.set(UNDER_WAY.get() - 1);
        self.0.abort();
    }
}

/// The body, in the pieces in which the browser hands it over.
fn body(answer: &Answer, guard: Abort) -> LocalBoxStream<'static, Result<Vec<u8>, TransportError>> {
    let reader = answer.body().map(|stream| {
        stream
            .get_reader()
            .unchecked_into::<ReadableStreamDefaultReader>()
    });
    Box::pin(stream::unfold(
        reader.map(|reader| (reader, guard)),
        |state| async {
            let (reader, guard) = state?;
            match piece(&reader).await {
                Ok(Some(bytes)) => Some((Ok(bytes), Some((reader, guard)))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        },
    ))
}

/// A file of the page's own. It is told how many bytes have come, each time that some have. `None` where
/// it does not come whole.
pub async fn own_file(address: &str, told: impl Fn(usize)) -> Option<Vec<u8>> {
    let answer = Ask::get(address).send().await.ok().filter(Answer::ok)?;
    let stream = answer.body()?;
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    while let Some(piece) = piece(&reader).await.ok()? {
        bytes.extend(piece);
        told(bytes.len());
    }
    Some(bytes)
}

/// The next piece, or `None` at the end.
async fn piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>, TransportError> {
    let broken = |_: JsValue| TransportError::Broken;
    let read = JsFuture::from(reader.read()).await.map_err(broken)?;
    let read: Object = read.unchecked_into();
    if Reflect::get(&read, &"done".into())
        .map_err(broken)?
        .is_truthy()
    {
        return Ok(None);
    }
    let value = Reflect::get(&read, &"value".into()).map_err(broken)?;
    let bytes = value.dyn_into::<Uint8Array>().map_err(broken)?;
    Ok(Some(bytes.to_vec()))
}
