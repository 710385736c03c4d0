//! Fixed readings that went with their characters, and come back with them.

use std::mem::replace;

use leptos::prelude::untrack;
use verse::Pin;

use super::lost::Lost;
use crate::{
    desk::Desk,
    ui::{State, watch},
};

/// Fixes the readings again when the text in which they were lost comes back: when somebody undoes what took the
/// characters away, or when a model that wrote in their place came to nothing.
pub fn give_back_pins(desk: Desk, lost: State<Lost>) {
    let now = move || (desk.text.get(), desk.pins.get());
    let mut before = untrack(now);
    let mut draft = desk.draft.get_untracked();
    watch(move |_| {
        let now = now();
        let (old, pins) = replace(&mut before, now.clone());
        let other = replace(&mut draft, desk.draft.get_untracked());
        // Another draft's past comes with it. (A draft has no id until the database has it.)
        if !other.is_empty() && other != draft || old == now.0 {
            return;
        }
        let are_lost = now.1.len() < pins.len();
        lost.change(|lost| {
            if are_lost || lost.knows(&old) {
                lost.note(&old, &pins);
            }
        });
        let all = lost.with_untracked(|lost| joined(&now.1, lost.of(&now.0)));
        if all.len() > now.1.len() {
            before.1.clone_from(&all);
            desk.pins.set(all);
        }
    });
}

/// The readings that are fixed now, and the lost ones of other places.
fn joined(now: &[Pin], lost: &[Pin]) -> Vec<Pin> {
    let place = |pin: &Pin| (pin.line, pin.position);
    let is_free = |pin: &&Pin| now.iter().all(|other| place(other) != place(pin));
    let lost = lost.iter().filter(is_free);
    now.iter().chain(lost).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_that_was_fixed_since_stays() {
        let pin = |position, reading: &str| Pin {
            line: 1,
            position,
            reading: reading.to_owned(),
        };
        let now = [pin(2, "b")];
        let all = joined(&now, &[pin(1, "a"), pin(2, "x")]);
        assert_eq!(all, [pin(2, "b"), pin(1, "a")]);
    }
}
