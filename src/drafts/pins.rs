//! Fixed readings that went with their characters, and come back with them.

use std::mem::replace;

use leptos::prelude::untrack;
use verse::Pin;

use crate::{desk::Desk, ui::watch};

/// Losses that are remembered.
const MOST: usize = 20;

/// A text and its fixed readings.
type Text = (String, Vec<Pin>);

/// Fixes the readings again when the text in which they were lost comes back: when somebody undoes what took the
/// characters away, or when a model that wrote in their place came to nothing.
pub fn give_back_pins(desk: Desk) {
    let now = move || (desk.text.get(), desk.pins.get());
    let mut before = untrack(now);
    let mut lost: Vec<Text> = Vec::new();
    let mut draft = desk.draft.get_untracked();
    watch(move |_| {
        let now = now();
        let (old, pins) = replace(&mut before, now.clone());
        let other = replace(&mut draft, desk.draft.get_untracked());
        // (A draft has no id until the database has it.)
        if !other.is_empty() && other != draft {
            lost.clear();
            return;
        }
        if old == now.0 {
            return;
        }
        if let Some(at) = lost.iter().position(|(text, _)| *text == now.0) {
            let (_, pins) = lost.swap_remove(at);
            before.1 = joined(&now.1, pins);
            desk.pins.set(before.1.clone());
        } else if now.1.len() < pins.len() {
            if lost.len() == MOST {
                lost.remove(0);
            }
            lost.push((old, pins));
        }
    });
}

/// The readings that are fixed now, and the lost ones of other places.
fn joined(now: &[Pin], lost: Vec<Pin>) -> Vec<Pin> {
    let place = |pin: &Pin| (pin.line, pin.position);
    let is_free = |pin: &Pin| now.iter().all(|other| place(other) != place(pin));
    let lost = lost.into_iter().filter(is_free);
    now.iter().cloned().chain(lost).collect()
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
        let all = joined(&now, vec![pin(1, "a"), pin(2, "x")]);
        assert_eq!(all, [pin(2, "b"), pin(1, "a")]);
    }
}
