//! The progress, kept on the device.

use crate::{
    browser::{page::on_leaving, timer::Debounce},
    desk::{Desk, Notice, take},
    keep::{Kept, progress::Progress, to_text},
    ui::{State, watch},
};

/// How long to wait after a change: a poem is written letter by letter.
const LATER: u32 = 300;

/// The progress that was kept, or none.
pub fn open(desk: Desk) -> Progress {
    let outside = desk.outside.get_untracked();
    let kept = take::<Progress>(outside.device.as_ref(), desk.notice, desk.closed);
    kept.unwrap_or_default()
}

/// Keeps every change.
pub fn keep_saved(desk: Desk, progress: State<Progress>) {
    let later = Debounce::new();
    let saved = State::new(progress.with_untracked(to_text));
    let save = move || {
        let Some(text) = progress.try_with_untracked(to_text) else {
            return;
        };
        let closed = desk.closed.with_untracked(|c| c.contains(&Progress::NAME));
        if closed || saved.with_untracked(|saved| *saved == text) {
            return;
        }
        let outside = desk.outside.get_untracked();
        match outside.device.write(Progress::NAME, &text) {
            Ok(()) => saved.set(text),
            Err(_) => desk.notice.set(Some(Notice::NotKept)),
        }
    };
    watch(move |first| {
        progress.track();
        if !first {
            later.after(LATER, save);
        }
    });
    on_leaving(save);
}
