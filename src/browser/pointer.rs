//! Pointers that press.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// Lets what a `pointerdown` was on have the rest of the press, wherever it is by then. A press takes the focus
/// from the field, which can end a composition and so move what stands below the sheet: without this the button
/// is let go where it no longer is, and nothing comes of the press.
pub fn hold(event: &Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if let Some(target) = target {
        let pointer = event.unchecked_ref::<PointerEvent>();
        let _ = target.set_pointer_capture(pointer.pointer_id());
    }
}
