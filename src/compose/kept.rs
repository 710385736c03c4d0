//! What the room of composing keeps on the device by itself: the last brief, who takes part in a comparison.

use crate::{
    browser::{page, timer::Debounce},
    desk::{Desk, Notice, take},
    keep::{Kept, Refused, to_text, written::Written},
    ui::{Held, State, watch},
};

/// How long to wait after a change, in milliseconds.
const LATER: u32 = 300;

/// Takes a thing from the device, brings it into shape, and keeps its changes from now on. Nothing is kept
/// where something unreadable had to stay.
pub fn keep<T: Kept + Default + Held>(desk: Desk, state: State<T>, complete: fn(&mut T)) {
    let outside = desk.outside.get_untracked();
    let device = outside.device.as_ref();
    let mut kept = take::<T>(device, desk.notice, desk.closed).unwrap_or_default();
    complete(&mut kept);
    let last = State::new(Written::new(device, T::NAME, to_text(&kept)));
    state.set(kept);
    let later = Debounce::new();
    let save = move || save(desk, state, last);
    watch(move |first| {
        state.track();
        if !first {
            later.after(LATER, save);
        }
    });
    page::on_leaving(save);
}

fn save<T: Kept + Held>(desk: Desk, state: State<T>, last: State<Written>) {
    let closed = desk.closed.with_untracked(|c| c.contains(&T::NAME));
    // A timer can ring after the page is gone.
    let Some(mut written) = last.try_with_untracked(Written::clone).filter(|_| !closed) else {
        return;
    };
    let outside = desk.outside.get_untracked();
    let now = state.with_untracked(to_text);
    match written.write(outside.device.as_ref(), now) {
        Err(Refused) => desk.notice.set(Some(Notice::NotKept)),
        Ok(_) => last.set(written),
    }
}
