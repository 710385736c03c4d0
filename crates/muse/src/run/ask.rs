//! One question, with retries, over a transport.

use std::{future::Future, pin::pin, time::Duration};

use super::{
    Link, backoff,
    race::{First, next, race},
};
use crate::{
    connection::Connection,
    error::Error,
    prompt::Prompt,
    stop::Stop,
    transport::{LocalBoxFuture, Response, TransportError},
    wire::{Finish, Usage, format, reader::Reader, said::Said, status, think::Part},
};

/// The wait for what is good to have and not needed: the count of tokens after the answer has
/// ended, the body of an error whose status is known.
const EXTRA: Duration = Duration::from_secs(3);

/// The bytes of an error's body that are read.
const ERROR_BODY: usize = 16 << 10;

/// How one answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Why it ended.
    pub finish: Finish,
    /// Its tokens.
    pub usage: Usage,
}

/// A piece of one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard<'a> {
    /// Text.
    Text(&'a str),
    /// Thinking.
    Thinking(&'a str),
    /// The request was not taken and goes out again after `wait`. Nothing has been heard before.
    Waiting {
        /// Why.
        error: &'a Error,
        /// How long.
        wait: Duration,
        /// The number of the next try, from 2.
        next_try: u32,
    },
}

/// Asks one question and tells the answer piece by piece. A request that is not taken goes out
/// again, at most [`TRIES`](super::TRIES) times in all; an answer that has begun is not asked for
/// again.
///
/// # Errors
/// Why there is no answer, or not all of it.
pub async fn ask(
    link: Link<'_>,
    prompt: &Prompt,
    on_heard: &mut dyn FnMut(Heard<'_>),
) -> Result<Answer, Error> {
    let mut tried = 0;
    loop {
        tried += 1;
        let mut begun = false;
        let mut heard = |part: Part| {
            begun = true;
            match part {
                Part::Text(text) => on_heard(Heard::Text(&text)),
                Part::Thinking(text) => on_heard(Heard::Thinking(&text)),
            }
        };
        let error = match once(link, prompt, &mut heard).await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let wait = backoff::wait(&error, tried, link.clock.jitter(), link.limits.retry_after);
        let Some(wait) = wait.filter(|_| !begun) else {
            return Err(error);
        };
        on_heard(Heard::Waiting {
            error: &error,
            wait,
            next_try: tried + 1,
        });
        link.stop
            .or(link.clock.sleep(wait))
            .await
            .map_err(|_| Error::Stopped)?;
    }
}

/// Asks once, and hangs up at the first piece of an answer.
pub(crate) async fn knock(link: Link<'_>, prompt: &Prompt) -> Result<(), Error> {
    let enough = Stop::new();
    let mut begun = false;
    let mut heard = |_: Part| {
        begun = true;
        enough.stop();
    };
    let own = Link {
        stop: &enough,
        ..link
    };
    let end = link.stop.or(once(own, prompt, &mut heard)).await;
    match end {
        _ if begun => Ok(()),
        Ok(end) => end.map(|_| ()),
        Err(_) => Err(Error::Stopped),
    }
}

/// One try.
async fn once(
    link: Link<'_>,
    prompt: &Prompt,
    heard: &mut dyn FnMut(Part),
) -> Result<Answer, Error> {
    if link.stop.is_stopped() {
        return Err(Error::Stopped);
    }
    let mut watch = Watch::new(link);
    let request = format::request(link.connection, prompt);
    let response = watch.wait(link.transport.post(request)).await?;
    let mut response = response.map_err(|e| transport_error(e, link.connection))?;
    if !(200..300).contains(&response.status) {
        return Err(refusal(&mut response, &mut watch).await?);
    }
    let connection = link.connection;
    let mut reader = Reader::new(
        connection.provider.wire,
        connection.key.clone(),
        link.limits,
    );
    let mut parts = Vec::new();
    loop {
        let chunk = match watch.wait(next(response.body.as_mut())).await {
            // Only the count of tokens is missing.
            Err(Error::Stalled { .. }) if reader.has_finish() => None,
            Err(error) => return Err(error),
            Ok(chunk) => chunk,
        };
        let progress = match chunk {
            None => None,
            Some(Err(_)) if reader.has_finish() => None,
            Some(Err(error)) => {
                return Err(match transport_error(error, link.connection) {
                    Error::Offline => Error::Offline,
                    _ => Error::Broken,
                });
            }
            Some(Ok(bytes)) => Some(reader.push(&bytes, &mut parts)),
        };
        let ended = match progress {
            Some(Ok(progress)) => {
                if progress.alive {
                    watch.sign_of_life(reader.has_finish());
                }
                progress.ended
            }
            Some(Err(error)) => {
                parts.drain(..).for_each(&mut *heard);
                return Err(error);
            }
            None => true,
        };
        let end = ended.then(|| reader.finish(&mut parts));
        parts.drain(..).for_each(&mut *heard);
        if let Some(end) = end {
            let (finish, usage) = end?;
            return Ok(Answer { finish, usage });
        }
    }
}

pub(super) fn transport_error(error: TransportError, connection: &Connection) -> Error {
    match error {
        TransportError::Offline => Error::Offline,
        TransportError::Broken => Error::Broken,
        TransportError::Unreachable => Error::Unreachable {
            local: connection.address.is_local(),
            browser: connection.provider.browser,
        },
    }
}

/// The error of an answer with a bad status. What can be read of its body is read.
pub(super) async fn refusal(
    response: &mut Response,
    watch: &mut Watch<'_>,
) -> Result<Error, Error> {
    let mut body = Vec::new();
    watch.hurry();
    while body.len() < ERROR_BODY {
        match watch.wait(next(response.body.as_mut())).await {
            Ok(Some(Ok(bytes))) => body.extend_from_slice(&bytes),
            Err(Error::Stopped) => return Err(Error::Stopped),
            // The status says enough.
            Ok(None | Some(Err(_))) | Err(_) => break,
        }
    }
    body.truncate(ERROR_BODY);
    let said = Said::read(&String::from_utf8_lossy(&body), &watch.link.connection.key);
    Ok(status::error(
        response.status,
        said,
        response.retry_after.as_deref(),
    ))
}

/// Looks after an answer: ends the wait at a stop, and when no payload comes for too long.
pub(super) struct Watch<'a> {
    link: Link<'a>,
    limit: Duration,
    since: Duration,
    begun: bool,
    alarm: LocalBoxFuture<'static, ()>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(link: Link<'a>) -> Self {
        let limit = link.limits.first;
        let alarm = link.clock.sleep(limit);
        Self {
            link,
            limit,
            since: link.clock.now(),
            begun: false,
            alarm,
        }
    }

    /// Payload has come. The alarm is set anew only when it rings: a timer for each piece of a
    /// stream would be waste.
    pub(super) fn sign_of_life(&mut self, is_last: bool) {
        self.since = self.link.clock.now();
        self.begun = true;
        let limit = self.link.limits.between;
        let limit = if is_last { limit.min(EXTRA) } else { limit };
        if limit < self.limit {
            self.alarm = self.link.clock.sleep(limit);
        }
        self.limit = limit;
    }

    /// Waits no longer than for extras from here on.
    fn hurry(&mut self) {
        self.since = self.link.clock.now();
        self.limit = self.limit.min(EXTRA);
        self.alarm = self.link.clock.sleep(self.limit);
    }

    pub(super) async fn wait<T>(&mut self, what: impl Future<Output = T>) -> Result<T, Error> {
        let mut what = pin!(what);
        let stop = self.link.stop;
        loop {
            let first = stop.or(race(what.as_mut(), self.alarm.as_mut())).await;
            match first.map_err(|_| Error::Stopped)? {
                First::A(value) => return Ok(value),
                First::B(()) => {}
            }
            let waited = self.link.clock.now().saturating_sub(self.since);
            match self.limit.checked_sub(waited) {
                None | Some(Duration::ZERO) => {
                    // Waiting again after this would poll an alarm that has rung.
                    self.alarm = self.link.clock.sleep(self.limit);
                    return Err(Error::Stalled {
                        after: self.limit,
                        begun: self.begun,
                    });
                }
                Some(left) => self.alarm = self.link.clock.sleep(left),
            }
        }
    }
}
