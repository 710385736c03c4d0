//! The parts of the page in a real browser, with stores and providers of the tests' own.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs)]

mod composing;
mod composition;
mod keeping;
mod locking;
mod outside;
mod pieces;
mod script;
mod settings;
mod stage;
mod timers;
mod vault;
mod writing;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
