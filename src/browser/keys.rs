//! Keys that are pressed.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The key of an event, alone or with Shift. With another modifier it is a shortcut of the browser's or the
/// system's, and while an input method composes it is the method's: neither is to be taken from them.
pub fn plain_key(event: &Event) -> Option<&KeyboardEvent> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let is_theirs = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
    (!is_theirs).then_some(event)
}
