//! Doing something a little later, and only once.

use gloo_timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use send_wrapper::SendWrapper;

use super::clock::since_opened;
use crate::ui::State;

/// Puts off what it is given until nothing new has come for a while.
///
/// It has one timer, which is not set anew for each key of a quick hand: one that rings too early waits for the
/// rest.
#[derive(Clone, Copy)]
pub struct Debounce {
    waiting: State<Waiting>,
}

#[derive(Default)]
struct Waiting {
    /// What is to be done, and when, in milliseconds of [`since_opened`].
    act: Option<SendWrapper<Act>>,
    until: f64,
    /// Since when something has been put off without anything having been done.
    since: Option<f64>,
    /// The timer, and when it rings.
    timer: Option<SendWrapper<Timeout>>,
    rings: f64,
    /// How often something was put off: what waits for a frame knows by it whether it is the newest.
    turn: u32,
}

type Act = Box<dyn FnOnce()>;

impl Debounce {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self {
            waiting: State::new(Waiting::default()),
        }
    }

    /// Does `act` after `milliseconds`, in place of what was waiting. Nothing is done after the part of the page that
    /// asked for it is gone.
    pub fn after(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        self.within(milliseconds, u32::MAX, act);
    }

    /// The same, but something is done after `at_most` milliseconds however often it was put off meanwhile: what is
    /// to survive a crash must not wait for a hand to rest.
    pub fn within(self, milliseconds: u32, at_most: u32, act: impl FnOnce() + 'static) {
        self.take_turn();
        self.wait(milliseconds, at_most, Box::new(act));
    }

    /// The same, counted from the frame that is drawn next: on a slow machine a frame takes longer than most
    /// waits. A page that is not in sight draws none, and `act` waits until it is.
    pub fn after_frame(self, milliseconds: u32, act: impl FnOnce() + 'static) {
        let turn = self.take_turn();
        let act: Act = Box::new(act);
        request_animation_frame(move || {
            if self.waiting.try_with_untracked(|newest| newest.turn) == turn {
                self.wait(milliseconds, u32::MAX, act);
            }
        });
    }

    /// Nothing that was put off before is done any more.
    fn take_turn(self) -> Option<u32> {
        self.waiting.change(|waiting| {
            waiting.act = None;
            waiting.turn = waiting.turn.wrapping_add(1);
            waiting.turn
        })
    }

    fn wait(self, milliseconds: u32, at_most: u32, act: Act) {
        let now = since_opened();
        self.waiting.change(|waiting| {
            let last = *waiting.since.get_or_insert(now) + f64::from(at_most);
            let until = last.min(now + f64::from(milliseconds));
            waiting.act = Some(SendWrapper::new(act));
            waiting.until = until;
            if waiting.timer.is_none() || waiting.rings > until {
                self.set(waiting, now);
            }
        });
    }

    fn set(self, waiting: &mut Waiting, now: f64) {
        waiting.rings = waiting.until;
        let milliseconds = (waiting.until - now).ceil() as u32;
        let timer = Timeout::new(milliseconds, move || self.ring());
        // Dropping the last one cancels it.
        waiting.timer = Some(SendWrapper::new(timer));
    }

    fn ring(self) {
        let now = since_opened();
        let act = self.waiting.change(|waiting| {
            waiting.timer = None;
            if waiting.act.is_some() && waiting.until > now {
                self.set(waiting, now);
                return None;
            }
            waiting.since = None;
            waiting.act.take()
        });
        if let Some(act) = act.flatten() {
            act.take()();
        }
    }
}

impl Default for Debounce {
    fn default() -> Self {
        Self::new()
    }
}
