//! A value that is looked at a moment later than what matters more.
//!
//! A key changes the marks of a line, and much beside the sheet: findings, counts, couplets. If all of it
//! is one frame, the marks wait for the rest, and so does the next key. So the rest looks when the keys rest.

use super::{Held, State, Worked, watch};
use crate::browser::timer::Debounce;

/// Milliseconds after the frame without another value: a quick hand's next key is there by then.
const REST: u32 = 80;
/// Who writes on and on without a rest, as by holding a key down, is told after so many values: then what stands beside
/// the sheet is a second or two behind.
const MOST: u32 = 48;

/// A value and its beat: who looks through this is told of another value a moment later, and always sees the
/// newest. Copies are the same.
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
        let missed = State::new(0);
        let later = Debounce::new();
        watch(move |first| {
            value.track();
            // Nothing has been drawn of another before.
            if first || missed.get_untracked() == MOST {
                return;
            }
            missed.change(|missed| *missed += 1);
            later.after_frame(REST, move || {
                missed.change(|missed| *missed = 0);
                beat.set(());
            });
        });
        Self { value, beat }
    }

    /// Looks at the value, and is told a moment after it has become another.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.beat.track();
        self.value.with_untracked(look)
    }
}
