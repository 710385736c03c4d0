//! Saving: shortly after the last change, and when the page may be about to go.

use leptos::prelude::*;

use crate::{
    browser::{page, timer::Debounce},
    desk::{Desk, Notice, Outside},
    keep::{Kept, Refused, Store, draft::Draft, to_text},
};

/// How long to wait after a change.
const LATER: u32 = 300;

/// What was saved last, so that nothing is written that stands there already.
#[derive(Clone, Debug, Default)]
struct Saved {
    draft: String,
    settings: String,
    versions: String,
    wish: String,
}

/// Saves whatever changes on the desk, as long as the current owner lives.
pub fn keep_saved(desk: Desk) {
    let saved = State::new(untrack(|| state(desk)).unwrap_or_default());
    let later = Debounce::new();
    let save = move || save(desk, saved);
    Effect::new(move |before: Option<()>| {
        desk.text.track();
        desk.welcome.track();
        desk.settings.track();
        desk.versions.track();
        desk.wish.track();
        if before.is_some() {
            later.after(LATER, save);
        }
    });
    page::on_leaving(save);
}

fn state(desk: Desk) -> Result<Saved, Refused> {
    Ok(Saved {
        draft: to_text(&Draft {
            text: desk.text.get_untracked(),
        })?,
        settings: desk.settings.with_untracked(to_text)?,
        versions: desk.versions.with_untracked(to_text)?,
        wish: desk.wish.with_untracked(to_text)?,
    })
}

fn save(desk: Desk, saved: State<Saved>) {
    // A timer can ring after the page is gone.
    let Some(mut last) = saved.try_get_value() else {
        return;
    };
    let Some(outside) = desk.outside.try_get_value() else {
        return;
    };
    let done = state(desk).and_then(|now| write_changes(desk, &outside, &mut last, now));
    saved.set_value(last);
    let shown = desk.notice.get_untracked();
    match done {
        Err(Refused) if shown != Some(Notice::NotKept) => desk.notice.set(Some(Notice::NotKept)),
        Ok(true) if shown == Some(Notice::NotKept) => desk.notice.set(None),
        _ => {}
    }
}

/// Writes what differs. `Ok(true)` if everything that changed was written and something was; what
/// could not be written is tried again with the next change.
fn write_changes(
    desk: Desk,
    outside: &Outside,
    last: &mut Saved,
    now: Saved,
) -> Result<bool, Refused> {
    let may = desk.writable.get_value();
    let device = outside.device.as_ref();
    // The classic of a first visit is nobody's draft.
    let own_draft = !desk.welcome.get_untracked();
    let mut written = false;
    let mut refused = false;
    let parts = [
        (
            Draft::NAME,
            may.draft && own_draft,
            &mut last.draft,
            now.draft,
        ),
        (
            crate::keep::settings::Settings::NAME,
            may.settings,
            &mut last.settings,
            now.settings,
        ),
        (
            crate::keep::versions::Versions::NAME,
            may.versions,
            &mut last.versions,
            now.versions,
        ),
        (
            crate::keep::wish::Wish::NAME,
            may.wish,
            &mut last.wish,
            now.wish,
        ),
    ];
    for (name, may, last, now) in parts {
        match write_change(device, name, may, last, now) {
            Ok(new) => written |= new,
            Err(Refused) => refused = true,
        }
    }
    if refused { Err(Refused) } else { Ok(written) }
}

fn write_change(
    store: &dyn Store,
    name: &str,
    may: bool,
    last: &mut String,
    now: String,
) -> Result<bool, Refused> {
    if !may || *last == now {
        return Ok(false);
    }
    store.write(name, &now)?;
    *last = now;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::memory::MemoryStore;

    #[test]
    fn only_changes_are_written_and_a_refusal_is_tried_again() {
        let store = MemoryStore::default();
        let mut last = "a".to_owned();
        let mut write = |now: &str| write_change(&store, "n", true, &mut last, now.to_owned());
        assert_eq!(write("a"), Ok(false));
        assert_eq!(write("b"), Ok(true));
        store.refuse_writes(true);
        assert_eq!(write("c"), Err(Refused));
        store.refuse_writes(false);
        assert_eq!(write("c"), Ok(true));
        assert_eq!(store.read("n").unwrap().as_deref(), Some("c"));
        assert_eq!(
            write_change(&store, "n", false, &mut last, "d".to_owned()),
            Ok(false)
        );
        assert_eq!(store.read("n").unwrap().as_deref(), Some("c"));
    }
}
