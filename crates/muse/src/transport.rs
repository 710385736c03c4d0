//! What carries bytes and tells the time: one implementation in the page, others in tests.

use std::time::Duration;

pub use futures_core::{future::LocalBoxFuture, stream::LocalBoxStream};

use crate::secret::Secret;

/// A request to a provider. Its `Debug` form shows no header's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The whole address. It never holds the key.
    pub url: String,
    /// The headers to send, and no others: hosts refuse a browser's request for one header too
    /// many. Values are secrets, since one of them is the key.
    pub headers: Vec<(&'static str, Secret)>,
    /// The body, as JSON; empty where there is none.
    pub body: String,
}

/// The head of an answer, and its body as it comes.
pub struct Response {
    /// The status, 200 and so on.
    pub status: u16,
    /// `content-type`, where the answer has one.
    pub content_type: Option<String>,
    /// `retry-after`, where the answer has one and the page may read it.
    pub retry_after: Option<String>,
    /// The bytes, in pieces of any size. Dropping it ends the request.
    pub body: LocalBoxStream<'static, Result<Vec<u8>, TransportError>>,
}

/// Why no answer came, or no more of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The machine says that it has no network (`navigator.onLine` is false).
    Offline,
    /// No answer, and the browser does not say why ("Failed to fetch"): the host is not reached,
    /// or it does not let pages ask it.
    Unreachable,
    /// The answer began and broke off.
    Broken,
}

/// Sends requests.
pub trait Transport {
    /// Posts a request. The future is ready when the head of the answer is there. Dropping the
    /// future, or later the body, must end the request (in a browser: abort it).
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>>;

    /// Asks for what a provider has on show, such as its models: as [`post`](Self::post), but with
    /// GET, and the body stays at home. A transport that cannot, reaches nobody.
    fn get(&self, _request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(std::future::ready(Err(TransportError::Unreachable)))
    }

    /// Whether a host answers at all, whatever it answers; `None`, where that cannot be told. A
    /// page may ask any host so: with GET and `no-cors`, without the key, and blind to the answer.
    fn reaches(&self, _url: String) -> LocalBoxFuture<'static, Option<bool>> {
        Box::pin(std::future::ready(None))
    }
}

/// The time, and chance: what only the outside has.
pub trait Clock {
    /// The time since some fixed moment; it never goes back.
    fn now(&self) -> Duration;
    /// Ready after `time`.
    fn sleep(&self, time: Duration) -> LocalBoxFuture<'static, ()>;
    /// A random number from 0 to 1, so that many waiters do not come back at the same moment.
    fn jitter(&self) -> f64;
}
