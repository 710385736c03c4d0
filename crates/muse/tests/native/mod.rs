//! A transport and a clock of a native program.

// Each file of tests takes what it needs of it.
#![allow(dead_code)]

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use futures_util::StreamExt;
use http_body_util::{BodyDataStream, BodyExt, Full};
use hyper::{Method, Uri, body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use muse::{
    Clock, Connection, Limits, Link, LocalBoxFuture, Request, Response, Stop, Transport,
    TransportError,
};
use tokio::net::TcpStream;

/// How much faster than the world's the clock of most runs goes.
pub const SPEED: u32 = 20;

/// Limits that let a stall show soon: half a second of the world.
pub fn limits() -> Limits {
    let half = Duration::from_millis(500) * SPEED;
    Limits {
        first: half,
        between: half,
        ..Limits::default()
    }
}

/// Mishaps that leave nothing of an answer, whichever format it has: the behaviour of the server, the code of
/// the error.
pub const NOTHING_KEPT: [(&str, &str); 17] = [
    ("400", "refused"),
    ("401", "key"),
    ("402", "money"),
    ("403", "key"),
    ("404", "not-found"),
    ("no-such-model", "not-found"),
    ("422", "refused"),
    ("wrong-key", "key"),
    ("429-quota", "money"),
    ("html", "html"),
    ("malformed", "malformed"),
    ("filter", "filtered"),
    ("think-only", "too-long"),
    ("empty", "empty"),
    ("stall-before", "stalled"),
    ("keepalive-only", "stalled"),
    ("endless-line", "too-long"),
];

/// The way to a server of most tests: plain HTTP, a clock that goes at [`SPEED`], limits that show a stall.
pub fn link<'a>(connection: &'a Connection, stop: &'a Stop) -> Link<'a> {
    static CLOCK: LazyLock<Watch> = LazyLock::new(|| Watch::new(SPEED));
    Link {
        connection,
        transport: &Http,
        clock: &*CLOCK,
        stop,
        limits: limits(),
    }
}

/// Plain HTTP, a connection a request.
pub struct Http;

impl Transport for Http {
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(async move {
            let answer = send(Method::POST, request).await;
            let (response, _) = answer.ok_or(TransportError::Unreachable)?;
            Ok(response)
        })
    }

    fn get(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(async move {
            let answer = send(Method::GET, request).await;
            let (response, _) = answer.ok_or(TransportError::Unreachable)?;
            Ok(response)
        })
    }
}

/// The same as a browser has it: an answer that does not let pages read it is none, and no reason
/// is given.
pub struct Page;

impl Transport for Page {
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        Box::pin(async move {
            let answer = send(Method::POST, request).await;
            let answer = answer.filter(|(_, for_pages)| *for_pages);
            let (response, _) = answer.ok_or(TransportError::Unreachable)?;
            Ok(response)
        })
    }

    fn reaches(&self, url: String) -> LocalBoxFuture<'static, Option<bool>> {
        Box::pin(async move {
            let uri: Uri = url.parse().ok()?;
            let host = uri.authority()?.as_str();
            Some(TcpStream::connect(host).await.is_ok())
        })
    }
}

/// Asks. Also tells whether pages may read the answer.
async fn send(method: Method, request: Request) -> Option<(Response, bool)> {
    let uri: Uri = request.url.parse().ok()?;
    let host = uri.authority()?.as_str().to_owned();
    let stream = TcpStream::connect(&host).await.ok()?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.ok()?;
    tokio::spawn(connection);
    let mut builder = hyper::Request::builder()
        .method(method)
        .uri(uri.path_and_query()?.as_str())
        .header("host", host);
    for (name, value) in &request.headers {
        builder = builder.header(*name, value.expose());
    }
    let response = sender.send_request(builder.body(Full::<Bytes>::from(request.body)).ok()?);
    let response = response.await.ok()?;
    let header = |name| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
    let (status, content_type) = (response.status().as_u16(), header("content-type"));
    let retry_after = header("retry-after");
    let for_pages = header("access-control-allow-origin").is_some();
    // The sender lives as long as the body: without it the connection would close.
    let body = BodyDataStream::new(response.into_body().boxed()).map(move |chunk| {
        let _ = &sender;
        chunk
            .map(|bytes| bytes.to_vec())
            .map_err(|_| TransportError::Broken)
    });
    let response = Response {
        status,
        content_type,
        retry_after,
        body: Box::pin(body),
    };
    Some((response, for_pages))
}

/// The time of this machine, run `speed` times as fast: waits of seconds need not be sat out.
pub struct Watch {
    begin: Instant,
    speed: u32,
}

impl Watch {
    pub fn new(speed: u32) -> Self {
        Self {
            begin: Instant::now(),
            speed,
        }
    }
}

impl Clock for Watch {
    fn now(&self) -> Duration {
        self.begin.elapsed() * self.speed
    }

    fn sleep(&self, time: Duration) -> LocalBoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(time / self.speed))
    }

    fn jitter(&self) -> f64 {
        0.0
    }
}
