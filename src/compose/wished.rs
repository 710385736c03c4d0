//! The last brief, kept on the device.

use crate::{
    browser::{page, timer::Debounce},
    desk::{Desk, Notice, take},
    keep::{Kept, Refused, to_text, wish::Wish, written::Written},
    ui::{State, watch},
};

/// How long to wait after a change, in milliseconds.
const LATER: u32 = 300;

/// Takes the brief from the device, and keeps its changes from now on.
pub fn keep_wish(desk: Desk) {
    let outside = desk.outside.get_untracked();
    let device = outside.device.as_ref();
    desk.wish
        .set(take::<Wish>(device, desk.notice, desk.closed).unwrap_or_default());
    let text = desk.wish.with_untracked(to_text);
    let last = State::new(Written::new(device, Wish::NAME, text));
    let later = Debounce::new();
    let save = move || save(desk, last);
    watch(move |first| {
        desk.wish.track();
        if !first {
            later.after(LATER, save);
        }
    });
    page::on_leaving(save);
}

fn save(desk: Desk, last: State<Written>) {
    let closed = desk.closed.with_untracked(|c| c.contains(&Wish::NAME));
    // A timer can ring after the page is gone.
    let Some(mut written) = last.try_with_untracked(Written::clone).filter(|_| !closed) else {
        return;
    };
    let outside = desk.outside.get_untracked();
    let now = desk.wish.with_untracked(to_text);
    match written.write(outside.device.as_ref(), now) {
        Err(Refused) => desk.notice.set(Some(Notice::NotKept)),
        Ok(_) => last.set(written),
    }
}
