//! Doing something a little later, and only once.

use gloo_timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use send_wrapper::SendWrapper;

use crate::ui::State;

/// Puts off what it is given until nothing new has come for a while.
#[derive(Clone, Copy)]
pub struct Debounce {
    waiting: State<Option<SendWrapper<Timeout>>>,
    /// How often something was put off: what waits for a frame knows by it whether it is the newest.
    turn: State<u32>,
}

impl Debounce {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self {
            waiting: State::new(None),
            turn: State::new(0),
        }
    }

    /// Does `act` after `milliseconds`, in place of what was waiting. Dropping the waiting timeout
    /// cancels it, so nothing runs after the part of the page that asked for it is gone.
    pub fn after(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        let waiting = SendWrapper::new(Timeout::new(milliseconds, act));
        self.waiting.change(|last| *last = Some(waiting));
    }

    /// The same, counted from the frame that is drawn next: on a slow machine a frame takes longer than most
    /// waits. A page that is not in sight draws none, and `act` waits until it is.
    pub fn after_frame(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        self.waiting.change(|last| *last = None);
        let turn = self.turn.change(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        request_animation_frame(move || {
            if turn == self.turn.try_with_untracked(|turn| *turn) {
                self.after(milliseconds, act);
            }
        });
    }
}

impl Default for Debounce {
    fn default() -> Self {
        Self::new()
    }
}
