//! Where the focus goes when what had it is gone.

use leptos::prelude::request_animation_frame;

use super::viewport::{self, focus_matching};
use crate::ui::watch;

/// Gives the focus to what a selector finds, unless it is somewhere: what had it is gone, or hidden with its room. Says
/// whether it is somewhere now.
fn go_on(selector: &str) -> bool {
    is_somewhere() || {
        focus_matching(selector);
        is_somewhere()
    }
}

/// The same once it has been drawn what a press brought about.
pub fn go_on_soon(selector: String) {
    request_animation_frame(move || {
        go_on(&selector);
    });
}

/// To be said before what is inside an element is drawn anew: what has the focus there has it again when that is done, by
/// its id, or else what the first of some selectors finds.
pub fn keep(host: &str, others: &'static [&'static str]) {
    let Some(active) = viewport::first(&format!("{host} :focus")) else {
        return;
    };
    // Without an id it finds nothing.
    let own = format!("[id=\"{}\"]", active.id());
    request_animation_frame(move || {
        let _ = go_on(&own) || others.iter().any(|selector| go_on(selector));
    });
}

/// Lets the focus go on at the heading of a room when that is entered, and on the poem when the room is left for it: a button
/// that leads there is gone with its own room. It goes to no field, for on a phone that would bring up the keyboard.
pub fn follow(is_open: impl Fn() -> bool + 'static, heading: &'static str) {
    let mut was_open = false;
    watch(move |first| {
        let is_open = is_open();
        if std::mem::replace(&mut was_open, is_open) == is_open {
            return;
        }
        // Who opens the page in a room begins at the beginning of the page. (See `page::go`.)
        if !first || viewport::first("[data-led]").is_some() {
            let there = if is_open {
                heading
            } else {
                "[data-view=write] .lines"
            };
            go_on_soon(there.to_owned());
        }
    });
}

fn is_somewhere() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|active| active.matches("body, [hidden], [hidden] *") == Ok(false))
}
