//! What the check and the parsers do with anything at all.
//!
//! Each target takes bytes, makes of them what it is about, and asserts what must hold whatever they are. The tests
//! replay a corpus with it (tests/replay.rs); `./dev fuzz` lets libFuzzer look for inputs that reach new code.

// A failing assertion is what this package is for.
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

mod answers;
pub mod bounds;
mod drafts;
mod link;
mod lyrics;
pub mod seeds;
mod stream;
mod verses;

/// Something that takes input from outside.
pub struct Target {
    /// Its name: of the corpus' folder, and for the command.
    pub name: &'static str,
    /// Makes the tables that are read once.
    pub load: fn(),
    /// Takes an input. Panics where something does not hold.
    pub run: fn(&[u8]),
    /// Other inputs that the same bytes stand for, which the replay takes as well.
    pub ways: fn(&[u8]) -> Vec<Vec<u8>>,
    /// Bytes that the target holds at most, besides [`bounds::EACH_BYTE`] for each byte of input: its tables.
    pub memory: usize,
}

/// All targets.
pub static TARGETS: [Target; 6] = [
    Target {
        name: "verse",
        load: || (),
        run: verses::run,
        ways: verses::ways,
        memory: 8 << 20,
    },
    Target {
        name: "lyrics",
        load: lyrics::load,
        run: lyrics::run,
        ways: no_other,
        memory: 8 << 20,
    },
    Target {
        name: "stream",
        load: || (),
        run: stream::run,
        ways: stream::ways,
        memory: 4 << 20,
    },
    Target {
        name: "answers",
        load: answers::load,
        run: answers::run,
        ways: no_other,
        memory: 8 << 20,
    },
    Target {
        name: "link",
        load: || (),
        run: link::run,
        ways: no_other,
        memory: 4 << 20,
    },
    Target {
        name: "drafts",
        load: || (),
        run: drafts::run,
        ways: no_other,
        memory: 4 << 20,
    },
];

/// Nothing but the bytes decides what is tried with them.
fn no_other(_: &[u8]) -> Vec<Vec<u8>> {
    Vec::new()
}

/// The target of this name.
pub fn target(name: &str) -> Option<&'static Target> {
    let found = TARGETS.iter().find(|target| target.name == name);
    // Tables are no part of what an input costs.
    found.inspect(|target| (target.load)())
}

/// A byte at the beginning of the input that chooses between several things; 0 where there is none.
fn choose(data: &mut &[u8]) -> usize {
    match data.split_first() {
        Some((first, rest)) => {
            *data = rest;
            usize::from(*first)
        }
        None => 0,
    }
}

/// One of a list, by a byte.
fn one_of<T: Copy>(all: &[T], byte: usize) -> T {
    all[byte % all.len()]
}

/// One of a list or none of it, by a byte.
fn maybe<T: Copy>(all: &[T], byte: usize) -> Option<T> {
    all.get(byte % (all.len() + 1)).copied()
}
