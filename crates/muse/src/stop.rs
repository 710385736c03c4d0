//! A handle that ends a run at once, from anywhere.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Waker},
};

/// Ends a run: while it waits for a first byte, between tries, or amid a stream. Clones share one
/// state; a stopped handle stays stopped, so each run takes a new one.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<State>);

#[derive(Debug, Default)]
struct State {
    stopped: AtomicBool,
    wakers: Mutex<Vec<Waker>>,
}

/// The person has stopped the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Stop {
    /// A handle that nobody has used yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops what waits on any clone of this handle.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::SeqCst);
        let wakers =
            std::mem::take(&mut *self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner));
        for waker in wakers {
            waker.wake();
        }
    }

    /// Whether it has been stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::SeqCst)
    }

    /// Whether two handles stop the same.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Waits for `future`, or gives up as soon as the handle is stopped. The future is dropped
    /// then, and with it the request that it waits for.
    ///
    /// # Errors
    /// [`Stopped`], if the handle is stopped before the future is ready.
    pub async fn or<F: Future>(&self, future: F) -> Result<F::Output, Stopped> {
        let mut future = pin!(future);
        poll_fn(|cx| {
            if self.poll_stopped(cx) {
                return Poll::Ready(Err(Stopped));
            }
            future.as_mut().poll(cx).map(Ok)
        })
        .await
    }

    /// Whether it is stopped; if not, the task is woken when it will be.
    fn poll_stopped(&self, cx: &Context<'_>) -> bool {
        {
            let mut wakers = self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner);
            if !wakers.iter().any(|w| w.will_wake(cx.waker())) {
                wakers.push(cx.waker().clone());
            }
        }
        // Looked at after the waker is in place: a stop in between is not missed.
        self.is_stopped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        future::{pending, ready},
        sync::atomic::AtomicUsize,
        task::Wake,
    };

    #[derive(Default)]
    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn what_is_ready_comes_through() {
        let stop = Stop::new();
        let mut waiting = pin!(stop.or(ready(7)));
        let mut cx = Context::from_waker(Waker::noop());
        assert_eq!(waiting.as_mut().poll(&mut cx), Poll::Ready(Ok(7)));
    }

    #[test]
    fn a_stop_wakes_the_waiter_once_and_wins() {
        let stop = Stop::new();
        let count = Arc::new(Count::default());
        let waker = Waker::from(count.clone());
        let mut cx = Context::from_waker(&waker);
        let mut waiting = pin!(stop.or(pending::<()>()));
        assert!(waiting.as_mut().poll(&mut cx).is_pending());
        assert!(waiting.as_mut().poll(&mut cx).is_pending());
        assert!(stop.is_same(&stop.clone()) && !stop.is_same(&Stop::new()));
        stop.clone().stop();
        assert_eq!(count.0.load(Ordering::SeqCst), 1);
        assert_eq!(waiting.as_mut().poll(&mut cx), Poll::Ready(Err(Stopped)));
    }

    #[test]
    fn a_stopped_handle_lets_nothing_begin() {
        let stop = Stop::new();
        stop.stop();
        let begun = std::cell::Cell::new(false);
        let mut waiting = pin!(stop.or(async { begun.set(true) }));
        let mut cx = Context::from_waker(Waker::noop());
        assert_eq!(waiting.as_mut().poll(&mut cx), Poll::Ready(Err(Stopped)));
        assert!(stop.is_stopped());
        assert!(!begun.get());
    }
}
