//! Doing something a little later, and only once.

use gloo_timers::callback::Timeout;
use send_wrapper::SendWrapper;

use crate::ui::State;

/// Puts off what it is given until nothing new has come for a while.
#[derive(Clone, Copy)]
pub struct Debounce(State<Option<SendWrapper<Timeout>>>);

impl Debounce {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self(State::new(None))
    }

    /// Does `act` after `milliseconds`, in place of what was waiting. Dropping the waiting timeout
    /// cancels it, so nothing runs after the part of the page that asked for it is gone.
    pub fn after(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        let waiting = SendWrapper::new(Timeout::new(milliseconds, act));
        self.0.change(|last| *last = Some(waiting));
    }
}

impl Default for Debounce {
    fn default() -> Self {
        Self::new()
    }
}
