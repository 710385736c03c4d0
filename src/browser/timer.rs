//! Doing something a little later, and only once.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// Puts off what it is given until nothing new has come for a while.
#[derive(Clone, Copy)]
pub struct Debounce(StoredValue<Option<Timeout>, LocalStorage>);

impl Debounce {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Does `act` after `milliseconds`, in place of what was waiting. Dropping the waiting timeout
    /// cancels it, so nothing runs after the part of the page that asked for it is gone.
    pub fn after(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        self.0.set_value(Some(Timeout::new(milliseconds, act)));
    }

    /// Whether something is waiting, or has been done and nothing new came since.
    pub fn is_set(self) -> bool {
        self.0.with_value(Option::is_some)
    }
}

impl Default for Debounce {
    fn default() -> Self {
        Self::new()
    }
}
