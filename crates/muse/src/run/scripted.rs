//! A transport that plays a script, and a clock that only moves when everything waits.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    future::{Future, pending},
    pin::{Pin, pin},
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use futures_core::Stream;

use crate::{
    Clock, Connection, Limits, Link, LocalBoxFuture, Provider, Request, Response, Secret, Stop,
    Transport, TransportError,
};

/// The key of all scripted runs.
pub const KEY: &str = "sk-0123456789abcdef";

pub fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// What one request gets.
pub struct Reply {
    /// The wait for the head; `None` for ever.
    pub after: Option<Duration>,
    pub head: Result<u16, TransportError>,
    pub retry_after: Option<&'static str>,
    pub body: Vec<Step>,
}

/// What one body does.
#[derive(Clone)]
pub enum Step {
    Bytes(Vec<u8>),
    Wait(Duration),
    Break(TransportError),
    Hang,
}

pub fn status(status: u16, body: &str) -> Reply {
    Reply {
        after: Some(ms(10)),
        head: Ok(status),
        retry_after: None,
        body: vec![bytes(body)],
    }
}

pub fn bytes(text: &str) -> Step {
    Step::Bytes(text.as_bytes().to_vec())
}

/// An event with a piece of text.
pub fn text(text: &str) -> Step {
    let piece = serde_json::json!({ "choices": [{ "delta": { "content": text } }] });
    bytes(&format!("data: {piece}\n\n"))
}

pub fn finish(reason: &str) -> Step {
    let piece = serde_json::json!({ "choices": [{ "delta": {}, "finish_reason": reason }] });
    bytes(&format!("data: {piece}\n\n"))
}

pub fn usage(prompt: u64, completion: u64) -> Step {
    let usage = serde_json::json!({ "prompt_tokens": prompt, "completion_tokens": completion });
    bytes(&format!(
        "data: {}\n\n",
        serde_json::json!({ "choices": [], "usage": usage })
    ))
}

pub fn steps(body: Vec<Step>) -> Reply {
    Reply {
        body,
        ..status(200, "")
    }
}

/// A whole answer, a character an event.
pub fn says(answer: &str) -> Reply {
    let mut body: Vec<Step> = answer.chars().map(|c| text(&c.to_string())).collect();
    body.extend([finish("stop"), usage(100, 10), bytes("data: [DONE]\n\n")]);
    steps(body)
}

/// A transport with its script, a clock, and what has happened.
pub struct World {
    clock: Rc<Time>,
    pub connection: Connection,
    pub limits: Limits,
    pub stop: Stop,
    replies: RefCell<VecDeque<Reply>>,
    pub requests: RefCell<Vec<Request>>,
    /// The waits that were asked for, in milliseconds.
    pub slept: RefCell<Vec<u128>>,
    pub jitter: Cell<f64>,
    /// Whether hosts answer at all.
    pub answers: Option<bool>,
    /// The hosts of which that was asked.
    pub reached: RefCell<Vec<String>>,
    /// Bodies that were dropped before their end.
    hung_up: Rc<Cell<usize>>,
}

#[derive(Default)]
struct Time {
    now: Cell<Duration>,
    alarms: RefCell<Vec<(Duration, Alarm)>>,
}

enum Alarm {
    Wake(Waker),
    Stop(Stop),
}

impl World {
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let provider = Provider::find("deepseek").unwrap();
        Self {
            clock: Rc::default(),
            connection: Connection::new(provider, "", "", Secret::new(KEY)).unwrap(),
            limits: Limits::default(),
            stop: Stop::new(),
            replies: RefCell::new(replies.into_iter().collect()),
            requests: RefCell::default(),
            slept: RefCell::default(),
            jitter: Cell::new(0.0),
            answers: None,
            reached: RefCell::default(),
            hung_up: Rc::default(),
        }
    }

    pub fn link(&self) -> Link<'_> {
        Link {
            connection: &self.connection,
            transport: self,
            clock: self,
            stop: &self.stop,
            limits: self.limits,
        }
    }

    /// Presses stop at this time.
    pub fn stop_at(&self, time: Duration) {
        self.clock
            .alarms
            .borrow_mut()
            .push((time, Alarm::Stop(self.stop.clone())));
    }

    /// Replies that nobody asked for.
    pub fn left(&self) -> usize {
        self.replies.borrow().len()
    }

    pub fn hung_up(&self) -> usize {
        self.hung_up.get()
    }

    /// The milliseconds since the beginning.
    pub fn time(&self) -> u128 {
        self.clock.now.get().as_millis()
    }

    /// Runs a future; time goes on only when it waits.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        struct Flag(AtomicBool);
        impl Wake for Flag {
            fn wake(self: Arc<Self>) {
                self.0.store(true, Ordering::SeqCst);
            }
        }
        let flag = Arc::new(Flag(AtomicBool::new(true)));
        let waker = Waker::from(flag.clone());
        let mut future = pin!(future);
        loop {
            while flag.0.swap(false, Ordering::SeqCst) {
                if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                    return value;
                }
            }
            self.clock.ring();
        }
    }
}

impl Time {
    /// Goes on to the next alarm.
    fn ring(&self) {
        let mut alarms = self.alarms.borrow_mut();
        let next = (0..alarms.len()).min_by_key(|&i| alarms[i].0);
        let (time, alarm) = alarms.remove(next.expect("it waits for nothing"));
        drop(alarms);
        self.now.set(self.now.get().max(time));
        match alarm {
            Alarm::Wake(waker) => waker.wake(),
            Alarm::Stop(stop) => stop.stop(),
        }
    }

    fn sleep(self: &Rc<Self>, time: Duration) -> Sleep {
        Sleep {
            until: self.now.get() + time,
            clock: self.clone(),
        }
    }
}

struct Sleep {
    until: Duration,
    clock: Rc<Time>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.clock.now.get() >= self.until {
            return Poll::Ready(());
        }
        let mut alarms = self.clock.alarms.borrow_mut();
        let set = |(time, alarm): &(Duration, Alarm)| {
            *time == self.until && matches!(alarm, Alarm::Wake(w) if w.will_wake(cx.waker()))
        };
        if !alarms.iter().any(set) {
            alarms.push((self.until, Alarm::Wake(cx.waker().clone())));
        }
        Poll::Pending
    }
}

impl Clock for World {
    fn now(&self) -> Duration {
        self.clock.now.get()
    }

    fn sleep(&self, time: Duration) -> LocalBoxFuture<'static, ()> {
        self.slept.borrow_mut().push(time.as_millis());
        Box::pin(self.clock.sleep(time))
    }

    fn jitter(&self) -> f64 {
        self.jitter.get()
    }
}

impl Transport for World {
    fn reaches(&self, url: String) -> LocalBoxFuture<'static, Option<bool>> {
        self.reached.borrow_mut().push(url);
        Box::pin(std::future::ready(self.answers))
    }

    fn get(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        self.post(request)
    }

    fn post(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        self.requests.borrow_mut().push(request);
        let reply = self
            .replies
            .borrow_mut()
            .pop_front()
            .expect("one request too many");
        let (clock, hung_up) = (self.clock.clone(), self.hung_up.clone());
        Box::pin(async move {
            match reply.after {
                Some(time) => clock.sleep(time).await,
                None => pending().await,
            }
            let steps = VecDeque::from(reply.body);
            Ok(Response {
                status: reply.head?,
                content_type: None,
                retry_after: reply.retry_after.map(str::to_owned),
                body: Box::pin(Body {
                    steps,
                    sleep: None,
                    clock,
                    hung_up,
                }),
            })
        })
    }
}

struct Body {
    steps: VecDeque<Step>,
    sleep: Option<Sleep>,
    clock: Rc<Time>,
    hung_up: Rc<Cell<usize>>,
}

impl Stream for Body {
    type Item = Result<Vec<u8>, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(sleep) = &mut self.sleep {
                if Pin::new(sleep).poll(cx).is_pending() {
                    return Poll::Pending;
                }
                self.sleep = None;
            }
            match self.steps.front().cloned() {
                None => return Poll::Ready(None),
                Some(Step::Hang) => return Poll::Pending,
                Some(Step::Wait(time)) => {
                    self.steps.pop_front();
                    self.sleep = Some(self.clock.sleep(time));
                }
                Some(Step::Bytes(bytes)) => {
                    self.steps.pop_front();
                    return Poll::Ready(Some(Ok(bytes)));
                }
                Some(Step::Break(error)) => {
                    self.steps.clear();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if !self.steps.is_empty() {
            self.hung_up.set(self.hung_up.get() + 1);
        }
    }
}
