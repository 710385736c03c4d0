//! What the room of composing keeps on the device by itself: the last brief, who takes part in a comparison.

use crate::{
    desk::Desk,
    entry,
    keep::Kept,
    ui::{Held, State},
};

/// Takes a thing from the device, brings it into shape, and keeps its changes from now on. Nothing is kept
/// where something unreadable had to stay.
pub fn keep<T: Kept + Default + Held + PartialEq>(
    desk: Desk,
    state: State<T>,
    complete: fn(&mut T),
) {
    let mut kept = entry::open::<T>(desk);
    complete(&mut kept);
    state.set(kept);
    entry::keep_saved(desk, state, complete);
}
