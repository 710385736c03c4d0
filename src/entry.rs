//! A thing of one room that is kept on the device: how far somebody has come, how a card was made.

use crate::{
    browser::{page::on_leaving, timer::Debounce},
    desk::{Desk, Notice, take},
    keep::{Kept, to_text, written::Written},
    ui::{Held, State, watch},
};

/// How long to wait after a change: it may be written letter by letter.
const LATER: u32 = 300;

/// What was kept, or what there is at first.
pub fn open<T: Kept + Default>(desk: Desk) -> T {
    let outside = desk.outside.get_untracked();
    let kept = take::<T>(outside.device.as_ref(), desk.notice, desk.closed);
    kept.unwrap_or_default()
}

/// Keeps every change.
pub fn keep_saved<T: Kept + Held>(desk: Desk, thing: State<T>) {
    let later = Debounce::new();
    let outside = desk.outside.get_untracked();
    let text = thing.with_untracked(to_text);
    let saved = State::new(Written::new(outside.device.as_ref(), T::NAME, text));
    let save = move || {
        let Some(text) = thing.try_with_untracked(to_text) else {
            return;
        };
        let closed = desk.closed.with_untracked(|c| c.contains(&T::NAME));
        if closed {
            return;
        }
        let outside = desk.outside.get_untracked();
        let done = saved.change(|saved| saved.write(outside.device.as_ref(), text));
        if matches!(done, Some(Err(_))) {
            desk.notice.set(Some(Notice::NotKept));
        }
    };
    watch(move |first| {
        thing.track();
        if !first {
            later.after(LATER, save);
        }
    });
    on_leaving(save);
}
