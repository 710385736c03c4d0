//! What is put off: only the newest is done, and not before its time.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;
use yinchuang::browser::timer::Debounce;

use crate::stage::drawn;

/// What was done, and when, in milliseconds since the beginning.
#[derive(Clone)]
struct Done {
    all: Rc<RefCell<Vec<(&'static str, f64)>>>,
    begun: f64,
}

impl Done {
    fn new() -> Self {
        Self {
            all: Rc::default(),
            begun: now(),
        }
    }

    fn act(&self, name: &'static str) -> impl FnOnce() + 'static + use<> {
        let own = self.clone();
        move || own.all.borrow_mut().push((name, now() - own.begun))
    }

    fn names(&self) -> Vec<&'static str> {
        self.all.borrow().iter().map(|(name, _)| *name).collect()
    }

    /// When the only one was done.
    fn time(&self) -> f64 {
        assert_eq!(self.all.borrow().len(), 1);
        self.all.borrow()[0].1
    }
}

fn now() -> f64 {
    web_sys::window().unwrap().performance().unwrap().now()
}

async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// A debounce that stays as long as its owner, and nothing done.
fn begin() -> (Owner, Debounce, Done) {
    let owner = Owner::new();
    let later = owner.with(Debounce::new);
    (owner, later, Done::new())
}

/// Waits until all that a test put off must have been done.
async fn all_done() {
    sleep(400).await;
}

#[wasm_bindgen_test]
async fn the_newest_is_done_after_its_own_wait() {
    let (_owner, later, done) = begin();
    later.after(100, done.act("old"));
    sleep(60).await;
    let begun = now() - done.begun;
    later.after(100, done.act("new"));
    all_done().await;
    assert_eq!(done.names(), ["new"]);
    assert!(done.time() - begun >= 99.0, "{}", done.time() - begun);
}

#[wasm_bindgen_test]
async fn what_is_put_off_again_and_again_is_done_after_the_longest_wait() {
    let (_owner, later, done) = begin();
    while now() - done.begun < 500.0 {
        later.within(250, 300, done.act("key"));
        sleep(20).await;
    }
    assert!(done.time() >= 299.0, "{}", done.time());
    // What comes after that waits anew, and is done when nothing follows.
    all_done().await;
    assert_eq!(done.names(), ["key", "key"]);
}

#[wasm_bindgen_test]
async fn a_shorter_wait_does_not_stay_for_a_longer_one_that_was_given_up() {
    let (_owner, later, done) = begin();
    later.after(60_000, done.act("old"));
    later.after(20, done.act("new"));
    all_done().await;
    assert_eq!(done.names(), ["new"]);
    // And once it is done it can wait again.
    later.after(20, done.act("again"));
    all_done().await;
    assert_eq!(done.names(), ["new", "again"]);
}

#[wasm_bindgen_test]
async fn what_waits_for_a_frame_and_what_does_not_replace_one_another() {
    let owner = Owner::new();
    let done = Done::new();
    let [one, other] = owner.with(|| [Debounce::new(), Debounce::new()]);
    one.after_frame(20, done.act("frame"));
    one.after(150, done.act("newest"));
    drawn().await;
    all_done().await;
    assert_eq!(done.names(), ["newest"]);
    other.after(20, done.act("old"));
    other.after_frame(20, done.act("newest of frames"));
    all_done().await;
    assert_eq!(done.names(), ["newest", "newest of frames"]);
}

#[wasm_bindgen_test]
async fn what_is_done_may_put_off_the_next() {
    let (_owner, later, done) = begin();
    let (first, second) = (done.act("first"), done.act("second"));
    later.after(10, move || {
        first();
        later.after(10, second);
    });
    all_done().await;
    assert_eq!(done.names(), ["first", "second"]);
}

#[wasm_bindgen_test]
async fn nothing_is_done_once_the_part_that_asked_is_gone() {
    let owner = Owner::new();
    let done = Done::new();
    let [one, other] = owner.with(|| [Debounce::new(), Debounce::new()]);
    one.after(20, done.act("gone"));
    other.after_frame(0, done.act("gone, too"));
    owner.cleanup();
    drop(owner);
    drawn().await;
    all_done().await;
    assert_eq!(done.names(), [""; 0]);
}
