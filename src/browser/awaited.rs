//! An answer that is on its way, for as many as wait for it, each as long as it likes.

use std::{
    cell::RefCell,
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

/// An answer. Copies are the same.
pub struct Awaited<T>(Rc<RefCell<Waiting<T>>>);

struct Waiting<T> {
    answer: Option<T>,
    wakers: Vec<Waker>,
}

impl<T> Clone for Awaited<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Clone + 'static> Awaited<T> {
    /// Begins to wait. The answer comes even when nobody waits any more.
    pub fn begin(coming: impl Future<Output = T> + 'static) -> Self {
        let waiting = Rc::new(RefCell::new(Waiting {
            answer: None,
            wakers: Vec::new(),
        }));
        let told = waiting.clone();
        spawn_local(async move {
            let answer = coming.await;
            let mut told = told.borrow_mut();
            told.answer = Some(answer);
            told.wakers.drain(..).for_each(Waker::wake);
        });
        Self(waiting)
    }

    /// The answer, if it comes within so many milliseconds.
    pub async fn within(&self, milliseconds: u32) -> Option<T> {
        let answer = poll_fn(|context| {
            let mut waiting = self.0.borrow_mut();
            match &waiting.answer {
                Some(answer) => Poll::Ready(answer.clone()),
                None => {
                    waiting.wakers.push(context.waker().clone());
                    Poll::Pending
                }
            }
        });
        match select(answer, TimeoutFuture::new(milliseconds)).await {
            Either::Left((answer, _)) => Some(answer),
            Either::Right(_) => None,
        }
    }
}
