//! The runs before this one, on the device.

use crate::{
    desk::{Desk, Notice, take},
    keep::{
        Kept,
        log::{Log, MOST, Talked},
    },
    ui::State,
};

/// Takes the log from the device.
pub fn open(desk: Desk, log: State<Log>) {
    let outside = desk.outside.get_untracked();
    let kept = take::<Log>(outside.device.as_ref(), desk.notice, desk.closed);
    // The database may have given more of them by now.
    log.update(|log| log.join(kept.unwrap_or_default()));
}

/// Adds a run and keeps the log.
pub fn keep(desk: Desk, log: State<Log>, run: Talked) {
    if run.calls.is_empty() {
        return;
    }
    log.update(|log| log.add(run));
    if desk
        .closed
        .with_untracked(|closed| closed.contains(&Log::NAME))
    {
        return;
    }
    let text = log.with_untracked(|log| log.to_text(MOST));
    let outside = desk.outside.get_untracked();
    if outside.device.write(Log::NAME, &text).is_err() {
        desk.notice.set(Some(Notice::NotKept));
    }
}
