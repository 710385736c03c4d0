//! Who takes part, kept on the device.

use crate::{
    desk::{Desk, Notice, take},
    keep::{
        Kept,
        entrants::{Entrant, Entrants, FEWEST},
        to_text,
    },
    ui::{State, watch},
};

/// Those who took part last, or two of the provider that is chosen in the settings.
pub fn open(desk: Desk) -> Entrants {
    let outside = desk.outside.get_untracked();
    let kept = take::<Entrants>(outside.device.as_ref(), desk.notice, desk.closed);
    let mut entrants = kept.unwrap_or_default();
    while entrants.list.len() < FEWEST {
        entrants.list.push(Entrant::default());
    }
    entrants
}

/// Keeps every change.
pub fn keep_saved(desk: Desk, entrants: State<Entrants>) {
    watch(move |first| {
        let text = entrants.with(to_text);
        let closed = desk.closed.with_untracked(|c| c.contains(&Entrants::NAME));
        if first || closed {
            return;
        }
        let outside = desk.outside.get_untracked();
        if outside.device.write(Entrants::NAME, &text).is_err() {
            desk.notice.set(Some(Notice::NotKept));
        }
    });
}
