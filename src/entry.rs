//! A thing of one room that is kept on the device: how far somebody has come, how a card was made, the last brief.

use crate::{
    browser::{
        page::{on_coming_or_going, on_kept_elsewhere},
        timer::Debounce,
    },
    desk::{Desk, Notice, take},
    keep::{
        Kept,
        joined::{elsewhere, join},
        to_text,
        written::Written,
    },
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

/// Keeps every change, beside what another tab changes of the same thing. `complete` brings into shape what comes
/// from there.
pub fn keep_saved<T: Kept + Held + PartialEq>(desk: Desk, thing: State<T>, complete: fn(&mut T)) {
    let later = Debounce::new();
    let outside = desk.outside.get_untracked();
    let text = thing.with_untracked(to_text);
    let saved = State::new(Written::new(outside.device.as_ref(), T::NAME, text));
    let save = move || {
        // A timer can ring after the page is gone.
        let Some(mut last) = saved.try_with_untracked(Written::clone) else {
            return;
        };
        if desk.closed.with_untracked(|c| c.contains(&T::NAME)) {
            return;
        }
        take_up(desk, thing, &mut last, complete);
        let outside = desk.outside.get_untracked();
        let done = last.write(outside.device.as_ref(), thing.with_untracked(to_text));
        saved.set(last);
        if done.is_err() {
            desk.notice.set(Some(Notice::NotKept));
        }
    };
    watch(move |first| {
        thing.track();
        if !first {
            later.after(LATER, save);
        }
    });
    on_kept_elsewhere(move |name| {
        if name.as_deref() == Some(T::NAME) {
            later.after(LATER, save);
        }
    });
    on_coming_or_going(save);
}

/// Takes up what another tab has changed of a thing since it was read or written here.
fn take_up<T: Kept + Held + PartialEq>(
    desk: Desk,
    thing: State<T>,
    last: &mut Written,
    complete: fn(&mut T),
) {
    let outside = desk.outside.get_untracked();
    let Some(theirs) = elsewhere::<T>(outside.device.as_ref(), last.text()) else {
        return;
    };
    let joined = thing.with_untracked(|ours| join(last.text(), ours, &theirs));
    last.was_written(to_text(&theirs));
    if let Some(mut joined) = joined {
        complete(&mut joined);
        if thing.with_untracked(|ours| *ours != joined) {
            thing.set(joined);
        }
    }
}
