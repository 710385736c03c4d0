//! The corpus, the seeds and what is large, through every target.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use fuzz::{Target, seeds};

/// What the engine has found, and every input that once failed.
fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target.name);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Memory is counted for the process: while one target is held to its bounds no other makes its inputs.
static ONE: Mutex<()> = Mutex::new(());

/// Every input, each cut off at several places too: what is cut is what a lost connection leaves.
fn replay(name: &str) {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let target = fuzz::target(name).unwrap();
    let found = corpus(target);
    assert!(found.len() > 10, "the corpus is whole");
    let mut count = 0;
    for input in found.into_iter().chain(seeds::seeds(name)) {
        for part in [4, 3, 2, 1] {
            let input = &input[..input.len() / part];
            target.take(input);
            let ways = (target.ways)(input);
            ways.iter().for_each(|way| target.take(way));
            count += 1 + ways.len();
        }
    }
    for input in seeds::large() {
        target.take(&input);
        count += 1;
    }
    println!("{name}: {count} inputs");
}

#[test]
fn verse() {
    replay("verse");
}

#[test]
fn lyrics() {
    replay("lyrics");
}

#[test]
fn stream() {
    replay("stream");
}

#[test]
fn answers() {
    replay("answers");
}

#[test]
fn link() {
    replay("link");
}

#[test]
fn drafts() {
    replay("drafts");
}
