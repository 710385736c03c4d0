//! Everything together over real HTTP: muse asks the test provider.

// A helper of a test fails as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod mishaps;
#[path = "../native/mod.rs"]
mod native;
mod poems;
mod ran;
mod sent;

use test_provider::Behaviour;

/// Nobody forgets to try a behaviour here: each is named in these files or belongs to browsers.
#[test]
fn every_behaviour_is_tried() {
    let here = [
        include_str!("../native/mod.rs"),
        include_str!("poems.rs"),
        include_str!("mishaps.rs"),
        include_str!("sent.rs"),
    ]
    .concat();
    for (name, _) in Behaviour::NAMED {
        let for_browsers = ["no-cors", "401-no-cors", "redirect"].contains(&name);
        assert!(
            for_browsers || here.contains(&format!("\"{name}\"")),
            "{name}"
        );
    }
}
