//! Signals and memos of one type.
//!
//! A signal of Leptos is compiled anew for every type that it holds, some 2.5 KB each time. These
//! hold a box of anything, and know the type outside: what is inside is what was put in.

use std::{any::Any, marker::PhantomData};

use leptos::prelude::*;

type Anything = Box<dyn Any + Send + Sync>;

/// What can be held.
pub trait Held: Send + Sync + 'static {}

impl<T: Send + Sync + 'static> Held for T {}

/// A value that is watched. Copies are the same value.
pub struct State<T> {
    signal: RwSignal<Anything>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T: Held> State<T> {
    /// A value that lives as long as the current owner.
    pub fn new(value: T) -> Self {
        Self {
            signal: new_signal(Box::new(value)),
            of: PhantomData,
        }
    }

    /// Looks at the value, and is told when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        track(self.signal);
        self.with_untracked(look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(inside(&**self.signal.read_untracked()))
    }

    /// Looks at the value if it is still there: its owner may be gone.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        let value = self.signal.try_read_untracked()?;
        value.downcast_ref().map(look)
    }

    /// Changes the value, if it is still there, and tells whoever looked at it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.change(change);
        notify(self.signal);
    }

    /// Changes the value without telling anybody.
    pub fn change<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut value = self.signal.try_write_untracked()?;
        value.downcast_mut().map(change)
    }

    /// Puts another value in place of this one.
    pub fn set(self, value: T) {
        put(self.signal, Box::new(value));
    }

    /// Is told when the value changes.
    pub fn track(self) {
        track(self.signal);
    }
}

impl<T: Held + Clone> State<T> {
    /// The value, and word when it changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that is worked out from others, and told of only when it has become another.
pub struct Worked<T> {
    memo: Memo<Comparable>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Worked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Worked<T> {}

/// A box of anything that can be compared with another of the same.
struct Comparable {
    value: Anything,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Comparable {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

/// Works a value out.
pub fn memo<T: Held + PartialEq>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Worked<T> {
    let boxed = move || Comparable {
        value: Box::new(work_out()),
        same: same::<T>,
    };
    Worked {
        memo: new_memo(Box::new(boxed)),
        of: PhantomData,
    }
}

/// How many places a list has: as many as it ever needed, in steps. Places are hidden and not taken away,
/// for what is made anew with each change would be noted wherever it looked, and never forgotten: Leptos
/// forgets who looked at a value when the value changes, and some never do.
pub fn places(needed: impl Fn() -> usize + Send + Sync + 'static, step: usize) -> Worked<usize> {
    let most = State::new(0usize);
    memo(move || {
        let needed = needed().next_multiple_of(step.max(1));
        most.change(|most| *most = (*most).max(needed));
        most.get_untracked()
    })
}

impl<T: Held> Worked<T> {
    /// Is told when the value changes.
    pub fn track(self) {
        self.memo.track();
    }

    /// Looks at the value, and is told when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.memo.track();
        self.with_untracked(look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(inside(&*self.memo.read_untracked().value))
    }
}

impl<T: Held + Clone> Worked<T> {
    /// The value, and word when it changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

fn inside<T: 'static>(value: &dyn Any) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => unreachable!("what is inside is what was put in"),
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

// The rest is compiled once.

#[inline(never)]
fn new_signal(value: Anything) -> RwSignal<Anything> {
    RwSignal::new(value)
}

#[inline(never)]
fn new_memo(work_out: Box<dyn Fn() -> Comparable + Send + Sync>) -> Memo<Comparable> {
    Memo::new(move |_| work_out())
}

#[inline(never)]
fn track(signal: RwSignal<Anything>) {
    signal.track();
}

#[inline(never)]
fn notify(signal: RwSignal<Anything>) {
    signal.notify();
}

#[inline(never)]
fn put(signal: RwSignal<Anything>, value: Anything) {
    // Nobody is left to be told when the owner is gone.
    let _ = signal.try_set(value);
}
