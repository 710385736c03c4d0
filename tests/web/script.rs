//! A provider that answers from a script.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use futures_util::{StreamExt, stream};
use gloo_timers::future::TimeoutFuture;
use muse::{LocalBoxFuture, Request, Response, Transport, TransportError};

/// Answers requests in the order of the script; a request too many is not reached.
#[derive(Default)]
pub struct Script {
    answers: RefCell<VecDeque<Scripted>>,
    requests: RefCell<Vec<Request>>,
    ended: Rc<Cell<usize>>,
}

/// One answer.
#[derive(Clone, Default)]
pub struct Scripted {
    pub status: u16,
    pub pieces: Vec<String>,
    /// Whether the answer goes on for ever after its pieces.
    pub hangs: bool,
    /// The time between two pieces.
    pub pace: u32,
}

impl Scripted {
    /// A stream of events that gives `text` character by character.
    pub fn says(text: &str) -> Self {
        let mut pieces: Vec<String> = text.chars().map(|c| event("content", c)).collect();
        pieces.push("data: [DONE]\n\n".to_owned());
        Self {
            status: 200,
            pieces,
            hangs: false,
            pace: 0,
        }
    }

    pub fn thinks_first(mut self, text: &str) -> Self {
        let thoughts: Vec<String> = text
            .chars()
            .map(|c| event("reasoning_content", c))
            .collect();
        self.pieces.splice(0..0, thoughts);
        self
    }

    /// The same without its end, for ever.
    pub fn and_hangs(mut self) -> Self {
        self.pieces.pop();
        self.hangs = true;
        self
    }

    pub fn at_pace(mut self, milliseconds: u32) -> Self {
        self.pace = milliseconds;
        self
    }

    pub fn refuses(status: u16, body: &str) -> Self {
        Self {
            status,
            pieces: vec![body.to_owned()],
            ..Self::default()
        }
    }
}

fn event(field: &str, char: char) -> String {
    let delta = serde_json::json!({ "choices": [{ "delta": { field: char.to_string() } }] });
    format!("data: {delta}\n\n")
}

impl Script {
    pub fn add(&self, answer: Scripted) {
        self.answers.borrow_mut().push_back(answer);
    }

    pub fn requests(&self) -> Vec<Request> {
        self.requests.borrow().clone()
    }

    /// How many answers have been let go, by their end or before.
    pub fn ended(&self) -> usize {
        self.ended.get()
    }
}

/// Counts an answer that is let go.
struct Guard(Rc<Cell<usize>>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

impl Transport for Script {
    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        self.requests.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().pop_front();
        let guard = Guard(self.ended.clone());
        Box::pin(async move {
            let answer = answer.ok_or(TransportError::Unreachable)?;
            let pace = answer.pace;
            let pieces = stream::iter(answer.pieces).then(move |piece| async move {
                TimeoutFuture::new(pace).await;
                Ok(piece.into_bytes())
            });
            let rest = if answer.hangs {
                stream::pending().left_stream()
            } else {
                stream::empty().right_stream()
            };
            let body = pieces.chain(rest).map(move |piece| {
                let _held = &guard;
                piece
            });
            Ok(Response {
                status: answer.status,
                content_type: Some("text/event-stream".to_owned()),
                retry_after: None,
                body: Box::pin(body),
            })
        })
    }
}
