//! A value that is looked at when the frame that shows what matters more has been drawn.
//!
//! A key changes the marks of a line, and much beside the sheet: findings, counts, couplets. If all of it
//! is one frame, the marks wait for the rest. So the rest looks a moment later, and is one frame behind.

use super::{Held, State, Worked, watch};
use crate::browser::page;

/// A value and its beat: who looks through this is told of another value after the next frame, and
/// always sees the newest. Copies are the same.
pub struct After<T> {
    value: Worked<T>,
    beat: State<()>,
}

impl<T> Clone for After<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for After<T> {}

impl<T: Held> After<T> {
    /// Follows a value for as long as the current owner lives.
    pub fn new(value: Worked<T>) -> Self {
        let beat = State::new(());
        let is_due = State::new(false);
        watch(move |first| {
            value.track();
            // Nothing has been drawn of another before.
            if first || is_due.get_untracked() {
                return;
            }
            is_due.set(true);
            page::after_frame(move || {
                is_due.set(false);
                beat.set(());
            });
        });
        Self { value, beat }
    }

    /// Looks at the value, and is told, after the frame, when it has become another.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.beat.track();
        self.value.with_untracked(look)
    }
}
