//! Waiting for the first of two.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
};

use futures_core::Stream;

/// Which of two was ready first.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum First<A, B> {
    A(A),
    B(B),
}

/// Waits for the first of two futures; where both are ready, `a` counts. The other is left as it
/// is and may be waited for again.
pub(super) async fn race<A, B>(
    mut a: Pin<&mut (impl Future<Output = A> + ?Sized)>,
    mut b: Pin<&mut (impl Future<Output = B> + ?Sized)>,
) -> First<A, B> {
    poll_fn(|cx| match (a.as_mut().poll(cx), b.as_mut().poll(cx)) {
        (Poll::Ready(a), _) => Poll::Ready(First::A(a)),
        (_, Poll::Ready(b)) => Poll::Ready(First::B(b)),
        _ => Poll::Pending,
    })
    .await
}

/// The next item of a stream.
pub(super) async fn next<T>(mut stream: Pin<&mut (impl Stream<Item = T> + ?Sized)>) -> Option<T> {
    poll_fn(|cx| stream.as_mut().poll_next(cx)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        future::{pending, ready},
        pin::pin,
        task::{Context, Waker},
    };

    fn now<T>(future: impl Future<Output = T>) -> Option<T> {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    #[test]
    fn the_first_counts_and_a_before_b() {
        assert_eq!(now(race(pin!(ready(1)), pin!(ready(2)))), Some(First::A(1)));
        assert_eq!(
            now(race(pin!(pending::<()>()), pin!(ready(2)))),
            Some(First::B(2))
        );
        assert_eq!(
            now(race(pin!(ready(1)), pin!(pending::<()>()))),
            Some(First::A(1))
        );
        assert_eq!(
            now(race(pin!(pending::<()>()), pin!(pending::<()>()))),
            None
        );
    }
}
